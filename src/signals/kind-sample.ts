/** What the kind model reads of a document: the windows that it was trained on, so that a long document costs no more than a short one. */
import type { Document } from "../types.ts";
import { isHtmlPage, visibleTextOf } from "../util/visible-text.ts";

/** A line, or a part of one, that is read. */
export interface SampleLine {
  /** Line of the document, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * Characters (UTF-16 code units) that are read: all of a text up to this, else 60 % from its head, 20 % from its middle and 20 % from its
 * end, as the labelled texts are cut. A tenth more is let through, so that a text that was cut and joined is not cut again.
 */
const SAMPLE_CHARS = 6000;
const UNCUT_CHARS = 6600;
const HEAD_CHARS = SAMPLE_CHARS * 0.6;
const PART_CHARS = SAMPLE_CHARS * 0.2;

/** Characters of an HTML page's visible text that are looked at to find its windows. */
const HTML_CHARS = 400_000;
/** Front matter ends within this many lines, or is none. */
const FRONT_MATTER_LINES = 80;

/** The lines that are read, in order. Front matter and, in HTML, tags are left out: they tell a format and no genre. */
export function sampleLines(document: Document): SampleLine[] {
  if (document.text !== null && isHtmlPage(document.type, document.text)) return windowsOf(visibleTextOf(document.text, HTML_CHARS).lines);
  const start = frontMatterLines(document.lines);
  return windowsOf(document.lines.slice(start).map((text, index) => ({ line: start + index + 1, text })));
}

function frontMatterLines(lines: readonly string[]): number {
  const fence = lines[0]?.trimEnd();
  if (fence !== "---" && fence !== "+++") return 0;
  const end = lines.slice(1, FRONT_MATTER_LINES).findIndex((line) => line.trimEnd() === fence);
  return end < 0 ? 0 : end + 2;
}

function windowsOf(lines: readonly SampleLine[]): SampleLine[] {
  let total = 0;
  for (const { text } of lines) total += text.length + 1;
  if (total <= UNCUT_CHARS) return [...lines];
  const middle = Math.floor((total - PART_CHARS) / 2);
  const windows = [
    [0, HEAD_CHARS],
    [Math.max(HEAD_CHARS, middle), Math.max(HEAD_CHARS, middle) + PART_CHARS],
    [total - PART_CHARS, total],
  ] as const;
  const sample: SampleLine[] = [];
  let at = 0;
  let window = 0;
  for (const { line, text } of lines) {
    const end = at + text.length + 1;
    while (window < windows.length) {
      const [from, to] = windows[window] ?? [0, 0];
      if (end <= from) break;
      sample.push({ line, text: text.slice(Math.max(0, from - at), to - at) });
      if (end < to) break;
      window++;
    }
    at = end;
  }
  return sample;
}
