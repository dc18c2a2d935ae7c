import type { Quote } from "../types.ts";

/** Longest quote in code points (the contract of `Quote`). */
const LONGEST_QUOTE = 200;

/** The first 200 code points of a text, never half of a surrogate pair. A shorter text comes back as it is. */
export function cutToQuote(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  let end = 0;
  for (let count = 0; count < LONGEST_QUOTE && end < text.length; count++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}

/** A verbatim quote of a line (counted from 1), cut to 200 code points. Escaping is the reporters' business. */
export function quoteOf(line: number, text: string): Quote {
  return { line, quote: cutToQuote(text) };
}

/** A title, target or path as it stands in a message: its first 200 code points, with an ellipsis where there are more. The whole text stands in the report's entries. */
export function cutForMessage(text: string): string {
  const cut = cutToQuote(text);
  return cut.length === text.length ? text : `${cut.trimEnd()}…`;
}
