import type { DocumentProblem } from "../../types.ts";
import { decodeText } from "../decode-text.ts";
import type { ReadLimits, RichText } from "../rich-reader.ts";
import type { MarkdownWriter } from "./markdown-writer.ts";

/** What a reader has found besides the text. */
export interface Findings {
  readonly title: string | null;
  readonly problems: readonly DocumentProblem[];
  readonly limits: ReadLimits;
}

/** What a reader gives: the written text, or none with its reason; a text over the limit is said to be cut. */
export function richTextOf(writer: MarkdownWriter, { title, problems, limits }: Findings): RichText {
  const { text, marks } = writer.finish();
  const isBlank = text.trim() === "";
  const cut = writer.isFull
    ? [damaged(`its text is longer than ${limits.textLength.toLocaleString("en")} characters: the rest was not read`)]
    : [];
  const none: DocumentProblem[] = isBlank && problems.length === 0 ? [{ kind: "no-text", message: "it holds no text" }] : [];
  return {
    text: isBlank ? null : text,
    markup: "text/markdown",
    title: title === null || title.trim() === "" ? null : title.replace(/\s+/g, " ").trim(),
    marks: isBlank ? [] : marks,
    problems: [...problems, ...cut, ...none],
  };
}

/** What a reader gives of a file that it can make nothing of. */
export function unreadText(problems: readonly DocumentProblem[]): RichText {
  return { text: null, markup: "text/plain", title: null, marks: [], problems };
}

/** A problem of a file whose content is not whole. */
export function damaged(message: string): DocumentProblem {
  return { kind: "damaged", message };
}

/** What stands in a file's place that is none of its format: a pointer to another file, a page that a server sent. It is judged as the text that it is. */
export function asItIs(bytes: Uint8Array, limits: ReadLimits): RichText {
  const { text, problems } = decodeText(bytes);
  return { text: text.slice(0, limits.textLength), markup: "text/plain", title: null, marks: [], problems };
}
