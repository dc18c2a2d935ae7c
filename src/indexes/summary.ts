import type { IndexFormParser, Mention, ParsedIndex } from "../types.ts";
import { parseMarkdown } from "./markdown.ts";

/** `SUMMARY.md` of mdBook and GitBook: prefix chapters, parts and a nested list of chapters; `[Title]()` is a draft chapter. */
export const summary: IndexFormParser = {
  form: "summary",
  summary: "SUMMARY.md: the table of contents of mdBook and GitBook",
  isForm: (path) => /(?:^|\/)SUMMARY\.md$/i.test(path),
  parse: parseSummary,
};

/** Reads a summary as Markdown. Prefix and suffix chapters, links outside the list, belong to no part (mdBook guide, "SUMMARY.md"). */
async function parseSummary(text: string): Promise<ParsedIndex> {
  const parsed = await parseMarkdown(text);
  return { ...parsed, mentions: parsed.mentions.map((mention) => (isChapterOfPart(mention) ? mention : { ...mention, sections: [] })) };
}

function isChapterOfPart(mention: Mention): boolean {
  return !mention.listing.startsWith("paragraphs-");
}
