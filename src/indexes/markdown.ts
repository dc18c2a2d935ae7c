import type { IndexFormParser, ParsedIndex } from "../types.ts";
import { parseMarkdownBlocks } from "./shared/markdown-blocks.ts";
import { mentionsOfBlocks } from "./shared/mentions.ts";

/** Markdown (CommonMark with GitHub's tables, strikethrough and autolinks; wiki links; HTML links; front matter left out). */
export const markdown: IndexFormParser = {
  form: "markdown",
  summary: "Markdown: links, tables, lists, headings, code-span paths, tree drawings",
  isForm: (path) => /\.(?:md|markdown|mdx|mkd)$/i.test(path) && !/(?:^|\/)SUMMARY\.md$/i.test(path),
  parse: parseMarkdown,
};

/** Reads a Markdown index. Never throws; a text that is no Markdown has no mentions. */
export async function parseMarkdown(text: string): Promise<ParsedIndex> {
  const { blocks, anchors } = await parseMarkdownBlocks(text);
  return { ...mentionsOfBlocks(blocks, { text, form: "markdown" }), defaultExtension: ".md", problems: [], anchors };
}
