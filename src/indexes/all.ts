import type { IndexFormParser } from "../types.ts";
import { html } from "./html.ts";
import { llmsTxt } from "./llms-txt.ts";
import { markdown } from "./markdown.ts";
import { rst } from "./rst.ts";
import { summary } from "./summary.ts";

/** Every index form, sorted by name. Their `isForm` answers never overlap on the names that they are made for. */
export const INDEX_FORMS: readonly IndexFormParser[] = [html, llmsTxt, markdown, rst, summary];

/** The form of a file; Markdown, the plainest, where none says yes. */
export function indexFormOf(path: string, head: string): IndexFormParser {
  return INDEX_FORMS.find((form) => form.isForm(path, head)) ?? markdown;
}
