import type { PlaceMark } from "../types.ts";
import { furnitureOf } from "./pdf-furniture.ts";
import type { PdfLine, PdfPage } from "./pdf-pages.ts";

/** Text as Markdown: a heading where the font is larger, a blank line where a paragraph ends; every other line as the page has it. */
export interface PdfText {
  readonly text: string;
  readonly marks: readonly PlaceMark[];
}

/** How much larger than running text a heading's font is. LaTeX's `\large` and Word's "Heading 2" have 1.2 and 1.18 of it. */
const HEADING_RATIO = 1.15;
/** Longest heading, in characters, and most lines that one is set in. */
const LONGEST_HEADING = 250;
const HEADING_LINES = 4;
/** Lines of a heading stand closer than this, in sizes of its font. */
const HEADING_LEADING = 1.9;
/** Where more lines than this share would be headings, sizes mean something else: a poster, a form. */
const MOST_HEADINGS = 0.4;
/** What a gap between paragraphs has more than one between lines, and how far a paragraph's first line is set in, in sizes of the font. */
const PARAGRAPH_GAP = 0.3;
const LEAST_INDENT = 0.8;
const MOST_INDENT = 4;
/** Leading where the pages show none, in sizes of the font: the usual single spacing. */
const USUAL_LEADING = 1.2;

/** The text of pages: running headers and footers left out, headings by size, paragraphs by gaps. */
export function textOfPages(pages: readonly PdfPage[], mostCharacters: number): PdfText {
  const furniture = furnitureOf(pages);
  const kept = pages.map(({ number, lines }) => ({ number, lines: lines.filter((line) => !furniture.has(line)) }));
  const scale = scaleOf(kept.map(({ lines }) => lines));
  const output: string[] = [];
  const marks: PlaceMark[] = [];
  let length = 0;
  for (const { number, lines } of kept) {
    const shown = linesOfPage(lines, scale);
    if (shown.length === 0) continue;
    if (output.length > 0 && !goesOn(output.at(-1) ?? "", shown[0] ?? "")) output.push("");
    marks.push({ line: output.length + 1, page: number });
    for (const line of shown) {
      length += line.length + 1;
      if (length > mostCharacters) return { text: joined(output), marks };
      output.push(line);
    }
  }
  return { text: joined(output), marks };
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

interface Scale {
  /** Size of the running text. */
  readonly body: number;
  /** From one line to the next, in sizes of the font. */
  readonly leading: number;
  /** Heading levels by size, rounded to half points. */
  readonly levels: ReadonlyMap<number, number>;
}

function scaleOf(pages: readonly (readonly PdfLine[])[]): Scale {
  const lines = pages.flat();
  const body = mostOften(lines.map(({ size, text }) => [halfPoints(size), text.length]));
  const pairs = pages.flatMap((page) => page.slice(1).map((line, at) => [page[at] ?? line, line] as const));
  const gaps = pairs.filter(([a, b]) => halfPoints(a.size) === body && halfPoints(b.size) === body).map(([a, b]) => (a.y - b.y) / b.size);
  const leading = mostOften(gaps.filter((gap) => gap > 0.8 && gap < 3).map((gap) => [Math.round(gap * 20) / 20, 1]));
  return { body, leading: leading || USUAL_LEADING, levels: levelsOf(pages, body) };
}

/** The first page's largest size is the title's; all others have lower levels, by size. */
function levelsOf(pages: readonly (readonly PdfLine[])[], body: number): Map<number, number> {
  const isLarge = ({ size, text }: PdfLine) => size >= body * HEADING_RATIO && isHeadingText(text);
  const lines = pages.flat();
  const large = lines.filter(isLarge);
  const title = Math.max(0, ...(pages[0] ?? []).filter(isLarge).map(({ size }) => halfPoints(size)));
  const isPoster = body === 0 || large.length > Math.max(3, lines.length * MOST_HEADINGS);
  const others = isPoster
    ? []
    : [...new Set(large.map(({ size }) => halfPoints(size)))].filter((size) => size !== title).sort((a, b) => b - a);
  return new Map([...(title > 0 ? [[title, 1] as const] : []), ...others.map((size, rank) => [size, Math.min(rank + 2, 5)] as const)]);
}

function isHeadingText(text: string): boolean {
  return text.length <= LONGEST_HEADING && /\p{L}{2}|\p{Script=Han}/u.test(text);
}

function halfPoints(size: number): number {
  return Math.round(size * 2) / 2;
}

function mostOften(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) if (value > 0) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  for (const [value, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = value;
  return best;
}

function linesOfPage(lines: readonly PdfLine[], scale: Scale): string[] {
  const output: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = endOfHeading(lines, at, scale);
    const level = end > at ? levelOf(lines[at], scale) : 0;
    if (level > 0) {
      if (output.length > 0 && output.at(-1) !== "") output.push("");
      output.push(
        `${"#".repeat(level)} ${lines
          .slice(at, end)
          .map(({ text }) => text)
          .join(" ")}`,
        "",
      );
      at = end;
      continue;
    }
    const paragraph = endOfParagraph(lines, at, scale);
    if (output.length > 0 && output.at(-1) !== "") output.push("");
    output.push(...lines.slice(at, paragraph).map(({ text }) => escapeMarkup(text)));
    at = paragraph;
  }
  while (output.at(-1) === "") output.pop();
  return output;
}

function levelOf(line: PdfLine | undefined, { levels }: Scale): number {
  return line && line.size > 0 && isHeadingText(line.text) ? (levels.get(halfPoints(line.size)) ?? 0) : 0;
}

/** The line after the heading that begins at a line; the line itself where none does. */
function endOfHeading(lines: readonly PdfLine[], from: number, scale: Scale): number {
  const level = levelOf(lines[from], scale);
  if (level === 0) return from;
  let end = from + 1;
  for (; end < lines.length && end - from < HEADING_LINES; end++) {
    const [above, below] = [lines[end - 1], lines[end]];
    if (!above || !below || levelOf(below, scale) !== level || above.y - below.y > below.size * HEADING_LEADING || below.y > above.y) break;
  }
  return end;
}

function endOfParagraph(lines: readonly PdfLine[], from: number, scale: Scale): number {
  let end = from + 1;
  while (end < lines.length && levelOf(lines[end], scale) === 0 && !isBreak(lines, end, scale)) end++;
  return end;
}

/** Whether a paragraph begins at a line: a wider gap above it, or set in where the lines around it are not. */
function isBreak(lines: readonly PdfLine[], at: number, { leading }: Scale): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!above || !line || above.size === 0 || line.size === 0) return false;
  const size = Math.max(above.size, line.size);
  const gap = above.y - line.y;
  if (gap > (leading + PARAGRAPH_GAP) * size) return true;
  const indent = (line.x - above.x) / size;
  return gap > 0 && indent > LEAST_INDENT && indent < MOST_INDENT && below !== undefined && Math.abs(below.x - above.x) < size / 2;
}

/** A line of the page that Markdown would read as a heading, a fence, a rule, a definition or HTML. */
function escapeMarkup(text: string): string {
  return /^(?:#{1,6}\s|[-=_*]{2,}\s*$|```|~~~|<[a-z!/?]|\[[^\]]+\]:)/i.test(text) ? `\\${text}` : text;
}

/** Whether a sentence goes on from one page to the next. */
function goesOn(last: string, next: string): boolean {
  return /[\p{L}\p{N},;-]$/u.test(last) && /^\p{Ll}/u.test(next) && !last.startsWith("#");
}
