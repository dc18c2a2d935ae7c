/** Runs of spans: what the parsers of markup forms share when they close a cell, an item, a heading or a paragraph. */
import type { Place } from "../../types.ts";
import type { Inline, Span } from "./blocks.ts";

/** The text of a `break` span that a line end in the source made, where the form does not show it as a line end. */
export const SOFT_BREAK = " ";
/** The text of a `break` span that the form shows as a line end. */
export const HARD_BREAK = "\n";

/** A run of inline text at its place, the blanks and line ends at either end of its spans removed. */
export function inlineFrom(spans: readonly Span[], place: Place): Inline {
  let from = 0;
  let to = spans.length;
  while (from < to && isBlankSpan(spans[from])) from++;
  while (to > from && isBlankSpan(spans[to - 1])) to--;
  const kept = spans.slice(from, to);
  const last = kept.at(-1);
  if (last) kept[kept.length - 1] = trimEnd(last);
  const first = kept[0];
  if (first) kept[0] = trimStart(first);
  return { spans: kept, place };
}

function isBlankSpan(span: Span | undefined): boolean {
  return span === undefined || span.type === "break" || (span.type === "text" && span.text.trim() === "");
}

function trimStart(span: Span): Span {
  const cut = span.text.length - span.text.trimStart().length;
  if (span.type !== "text" || cut === 0) return span;
  return { ...span, text: span.text.slice(cut), place: { ...span.place, column: span.place.column + cut } };
}

function trimEnd(span: Span): Span {
  const cut = span.text.length - span.text.trimEnd().length;
  if (span.type !== "text" || cut === 0) return span;
  const { line, column } = span.place.end;
  return { ...span, text: span.text.slice(0, -cut), place: { ...span.place, end: { line, column: column - cut } } };
}

/**
 * A paragraph whose source lines are mere wrapping: its soft breaks become text, so that a link that happens to fill a line is not
 * taken for a list of its own. Where every line opens with a link, a code span or a field's name (`File: x`), the author wrote lines, and they stay.
 */
export function withoutWrapping(content: Inline): Inline {
  if (!content.spans.some(isSoft) || isWrittenInLines(content.spans)) return content;
  return {
    ...content,
    spans: content.spans.map((span) => (isSoft(span) ? { ...span, type: "text", text: "\n" } : span)),
  };
}

function isSoft(span: Span): boolean {
  return span.type === "break" && span.text === SOFT_BREAK && span.place.line < span.place.end.line;
}

function isWrittenInLines(spans: readonly Span[]): boolean {
  let isLineStart = true;
  for (const span of spans) {
    if (span.type === "break") isLineStart = true;
    else if (isLineStart && !isBlankSpan(span)) {
      if (span.type === "text" && !/^\s*[\p{L}][\p{L} _-]{1,24}[:：]/u.test(span.text)) return false;
      isLineStart = false;
    }
  }
  return true;
}
