import { readFrontMatter } from "./front-matter.ts";
import { plainMarkdown } from "./plain-inline.ts";
import { readPreamble } from "./preamble.ts";
import { addHeading, newScan, type OutlineScan } from "./scan.ts";

const ATX = /^(#{1,6})[ \t]+(\S.*)$/;
const UNDERLINE = /^[ \t]*([=~-])\1{2,}[ \t]*$/;
/** `1. Introduction`, `3.2.1  Frames`, `Appendix A. Examples`; a table of contents' leaders and page numbers rule it out. */
const NUMBERED = /^(?:(\d{1,2}(?:\.\d{1,3}){0,5})\.?|(?:Appendix|Annex|Chapter|Section) [A-Z0-9]{1,4}[.:]?)[ \t]{1,4}(\p{Lu}.{0,90})$/u;
const LEADERS = /(?:\. ?){4,}|\s{3,}\d+$/;
/** Lines among which a centred title stands: an RFC has its header block first. */
const TITLE_LINES = 80;
/** A centred line is indented at least so far, and both margins differ by less than this on pages of 72 characters (RFC 7322, 3.1). */
const CENTRED = { indent: 8, page: 72, slack: 10 } as const;

/**
 * Headings and titles of a plain text: underlined and numbered lines that stand alone, Markdown's number signs, and the centred title that
 * follows the header block of an RFC or a manuscript.
 */
export function scanPlainText(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  const start = readFrontMatter(lines, scan);
  readPreamble(lines, start, scan);
  addCentredTitle(lines, scan);
  for (let at = start; at < lines.length; at++) scanLine(lines, at, scan);
  return scan;
}

function scanLine(lines: readonly string[], at: number, scan: OutlineScan): void {
  const line = lines[at] ?? "";
  if (line.trim() === "" || line.length > 200) return;
  const isAlone = (lines[at - 1] ?? "").trim() === "";
  const atx = line.startsWith("#") ? ATX.exec(line) : null;
  const next = lines[at + 1] ?? "";
  const underline = isAlone && isUnderlined(line, next) ? UNDERLINE.exec(next) : null;
  const heading = { line: at + 1, quote: line, text: line.trim() };
  if (atx && isAlone)
    addHeading(scan, { ...heading, text: plainMarkdown((atx[2] ?? "").replace(/\s#+$/, "")), level: atx[1]?.length ?? 1 });
  else if (underline) addHeading(scan, { ...heading, level: underline[1] === "=" ? 1 : 2 });
  else if (isAlone && next.trim() === "" && !LEADERS.test(line)) addNumbered(scan, heading);
}

function addNumbered(scan: OutlineScan, heading: { line: number; quote: string; text: string }): void {
  const match = NUMBERED.exec(heading.quote);
  if (!match) return;
  const number = match[1];
  addHeading(scan, { ...heading, level: (number?.split(".").length ?? 1) + 1 });
  scan.slugged.push(match[2] ?? "");
  if (number !== undefined) scan.ids.add(`section-${number}`);
}

/** An underline is about as long as its words. */
function isUnderlined(line: string, underline: string): boolean {
  const words = line.trim().length;
  return Math.abs(underline.trim().length - words) <= Math.max(2, words * 0.25) && /[\p{L}\p{N}]/u.test(line);
}

/** The first centred lines with a blank line above: joined, they are the title. */
function addCentredTitle(lines: readonly string[], scan: OutlineScan): void {
  for (let at = 0; at < Math.min(lines.length, TITLE_LINES); at++) {
    if (!isCentred(lines[at] ?? "") || (lines[at - 1] ?? "").trim() !== "") continue;
    let end = at + 1;
    while (end < lines.length && end < at + 4 && isCentred(lines[end] ?? "")) end++;
    if ((lines[end] ?? "").trim() !== "") continue;
    const text = lines
      .slice(at, end)
      .map((line) => line.trim())
      .join(" ");
    addHeading(scan, { line: at + 1, quote: lines[at] ?? "", text, level: 1 });
    return;
  }
}

function isCentred(line: string): boolean {
  const left = line.search(/\S/);
  const right = CENTRED.page - line.trimEnd().length;
  return left >= CENTRED.indent && Math.abs(left - right) <= CENTRED.slack && !/\S\s{4,}\S/.test(line) && !LEADERS.test(line);
}
