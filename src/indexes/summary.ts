import type { IndexFormParser } from "../types.ts";
import { parseMarkdown } from "./markdown.ts";

/** `SUMMARY.md` of mdBook and GitBook: prefix chapters, parts and a nested list of chapters; `[Title]()` is a draft chapter. */
export const summary: IndexFormParser = {
  form: "summary",
  summary: "SUMMARY.md: the table of contents of mdBook and GitBook",
  isForm: (path) => /(?:^|\/)SUMMARY\.md$/i.test(path),
  parse: parseMarkdown,
};
