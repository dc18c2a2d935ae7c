/** Where the code of a text stands: what is shown there is quoted, not said. */
import type { Document } from "../types.ts";
import { FenceTracker } from "./fence-tracker.ts";

/** Offsets in the text: first, and after the last. Ascending, none within another. */
export type CodeRange = readonly [from: number, to: number];

/** Code blocks (fenced in Markdown, or indented by four blanks or a tab) and code spans of one line. None in HTML and XML, whose comments stand in no code. */
export function codeRangesOf(document: Document): readonly CodeRange[] {
  const { lines, text } = document;
  const type = document.markup ?? document.type;
  if (/html|xml/.test(type)) return [];
  const ranges: CodeRange[] = [];
  const fences = new FenceTracker();
  const hasFences = type === "text/markdown";
  let offset = 0;
  for (const line of lines) {
    if ((hasFences && fences.isCode(line)) || /^(?: {4}|\t)/.test(line)) ranges.push([offset, offset + line.length]);
    else if (line.includes("`"))
      for (const match of line.matchAll(/`[^`]{1,1000}`/g)) ranges.push([offset + match.index, offset + match.index + match[0].length]);
    offset += line.length;
    offset += text?.startsWith("\r\n", offset) ? 2 : 1;
  }
  return ranges;
}

/** Whether an offset lies in one of the ranges, by bisection. */
export function isInRanges(ranges: readonly CodeRange[], offset: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= offset;
}
