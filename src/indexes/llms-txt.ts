import type { IndexFormParser } from "../types.ts";
import { parseMarkdown } from "./markdown.ts";

/** `llms.txt` (llmstxt.org): Markdown in a fixed order, whose links are often URLs of the published site. */
export const llmsTxt: IndexFormParser = {
  form: "llms-txt",
  summary: "llms.txt: Markdown lists of links for language models",
  isForm: (path) => /(?:^|\/)llms(?:-[a-z]+)?\.txt$/i.test(path),
  parse: parseMarkdown,
};
