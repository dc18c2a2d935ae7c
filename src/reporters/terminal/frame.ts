import { characterWidth, cutToWidth, displayWidth, padToWidth, takeColumns } from "../../util/terminal-text.ts";
import { wrapText } from "../../util/wrap-text.ts";
import type { Style } from "./style.ts";

/** A line that is quoted. Texts are escaped. */
export interface FrameLine {
  /** What stands in the margin: a line number, `p. 3`, or nothing. */
  readonly label: string;
  readonly text: string;
  /** What is underlined, in columns of the text. */
  readonly mark?: Mark;
  /** What it shows; empty where that is said elsewhere. */
  readonly note: string;
}

interface Mark {
  readonly offset: number;
  readonly width: number;
}

/** The quoted lines of one file. */
export interface FramePart {
  /** `path:line:column`, escaped. */
  readonly location: string;
  readonly lines: readonly FrameLine[];
}

/** Columns that a note under a mark gets at least. */
const NARROWEST_NOTE = 24;

/** Draws the quotes of a finding, one part a file, in one box; `markColour` colours what is underlined. Gives lines. */
export function renderFrame(parts: readonly FramePart[], style: Style, markColour: (text: string) => string): string[] {
  const { glyphs, colours } = style;
  const margin = Math.max(2, ...parts.flatMap((part) => part.lines.map((line) => displayWidth(line.label))));
  const columns = style.width - margin - 4;
  const side = (label: string) => colours.dim(`${" ".repeat(margin - displayWidth(label))} ${label} ${glyphs.side}`);
  const edge = (glyph: string, text: string) => colours.dim(`${" ".repeat(margin + 2)}${glyph}`) + text;
  const lines = parts.flatMap((part, at) => [
    edge(at === 0 ? glyphs.open : glyphs.tee, `${colours.dim("[")}${cutStart(part.location, columns - 4, style)}${colours.dim("]")}`),
    ...part.lines.flatMap((line) =>
      renderLine(line, { columns, noteColumn: noteColumnOf(part, columns), style, markColour }).map(
        (text, row) => `${side(row === 0 ? line.label : "")} ${text}`,
      ),
    ),
  ]);
  return [...lines, edge(glyphs.close, "")].map((line) => line.trimEnd());
}

/** A location is cut at its start: its end says which line. */
function cutStart(location: string, columns: number, { glyphs, colours }: Style): string {
  const excess = displayWidth(location) - columns;
  const shown = excess <= 0 ? location : glyphs.cut + location.slice(takeColumns(location, excess + displayWidth(glyphs.cut)).length);
  return colours.cyan(shown);
}

interface Page {
  /** Columns behind the margin. */
  readonly columns: number;
  readonly style: Style;
  readonly markColour: (text: string) => string;
}

/** Where notes beside lines begin: behind the longest line that leaves half of the page to them. */
function noteColumnOf({ lines }: FramePart, columns: number): number {
  const widths = lines.filter(({ note, mark }) => note !== "" && !mark).map(({ text }) => displayWidth(text));
  return Math.max(0, ...widths.filter((width) => width <= columns / 2)) + 2;
}

function renderLine(line: FrameLine, page: Page & { readonly noteColumn: number }): string[] {
  if (line.mark) return renderMarked(line, line.mark, page);
  const { columns, noteColumn } = page;
  const { glyphs, colours } = page.style;
  const text = cutToWidth(line.text, columns, glyphs.cut);
  if (line.note === "") return [text];
  const beside = `${glyphs.from} ${line.note}`;
  const lead = padToWidth(`${text}  `, noteColumn);
  if (displayWidth(lead) + displayWidth(beside) <= columns) return [lead + colours.blue(beside)];
  return [text, ...hang(`${glyphs.up} `, line.note, columns).map(colours.blue)];
}

function renderMarked(line: FrameLine, mark: Mark, { columns, style, markColour }: Page): string[] {
  const window = windowOf(line.text, mark, { columns, cut: style.glyphs.cut });
  const width = Math.max(1, window.mark.width);
  const caret = " ".repeat(window.mark.offset) + markColour("^".repeat(width));
  if (line.note === "") return [window.text, caret];
  if (window.mark.offset + width + 1 + displayWidth(line.note) <= columns) return [window.text, `${caret} ${markColour(line.note)}`];
  const offset = Math.max(0, Math.min(window.mark.offset, columns - Math.max(NARROWEST_NOTE, displayWidth(line.note))));
  const note = wrapText(line.note, columns - offset).map((text) => " ".repeat(offset) + markColour(text));
  return [window.text, caret, ...note];
}

/** The part of a long line that shows the mark, with about as much before it as behind. */
function windowOf(text: string, mark: Mark, { columns, cut }: { readonly columns: number; readonly cut: string }) {
  const all = displayWidth(text);
  const shownMark = Math.min(mark.width, columns - 2 * cut.length);
  const isNearStart = mark.offset + shownMark + cut.length <= columns;
  if (all <= columns || isNearStart) {
    const width = all <= columns ? mark.width : Math.min(mark.width, columns - cut.length - mark.offset);
    return { text: cutToWidth(text, columns, cut), mark: { offset: mark.offset, width } };
  }
  const start = mark.offset - Math.floor((columns - shownMark) / 2);
  const { rest, skipped } = dropColumns(text, Math.min(start, mark.offset - cut.length));
  const shown = cutToWidth(cut + rest, columns, cut);
  const offset = mark.offset - skipped + cut.length;
  return { text: shown, mark: { offset, width: Math.min(mark.width, displayWidth(shown) - offset) } };
}

/** A text without its first columns; a wide character that would be halved goes as a whole. */
function dropColumns(text: string, columns: number): { readonly rest: string; readonly skipped: number } {
  let skipped = 0;
  let at = 0;
  for (const char of text) {
    const width = characterWidth(char);
    if (skipped >= columns && width > 0) break;
    skipped += width;
    at += char.length;
  }
  return { rest: text.slice(at), skipped };
}

/** A text wrapped behind a first mark, its further lines under its first. */
export function hang(first: string, text: string, columns: number): string[] {
  const indent = displayWidth(first);
  return wrapText(text, columns - indent).map((line, at) => (at === 0 ? first : " ".repeat(indent)) + line);
}

/** Rows of a label and prose, the labels in one column of their own. Gives lines. */
export function labelled(label: string, text: string, style: Style): string[] {
  const { colours } = style;
  const lead = padToWidth(`${label}:`, 6);
  return hang(" ".repeat(lead.length), text, style.proseWidth - 3).map((line, at) =>
    at === 0 ? `   ${colours.cyan(lead)}${line.slice(lead.length)}` : `   ${line}`,
  );
}
