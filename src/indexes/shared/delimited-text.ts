/** Delimited text (CSV, TSV) to rows of cells with offsets (RFC 4180), and the delimiter that a text has. */
import type { DataProblem } from "./data-tree.ts";

/** A cell: its value, and the offsets of its characters, quotes left out. */
export interface DelimitedCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A row that is not blank; `to` is before its line end. */
export interface DelimitedRow {
  readonly cells: readonly DelimitedCell[];
  readonly from: number;
  readonly to: number;
}

/** Delimiters in the order in which a tie is decided. */
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Characters and rows that the delimiter is told from. */
const SAMPLE_CHARACTERS = 16_384;
const SAMPLE_ROWS = 30;

/** Rows of a text from an offset on. A quote that is never closed is a problem, and its cell ends with its line. Linear in the text but for such quotes: one is enough to stop quoting. */
export function readDelimited(
  text: string,
  options: { readonly delimiter: string; readonly from: number },
): { readonly rows: DelimitedRow[]; readonly problems: DataProblem[] } {
  const reading: Reading = { text, delimiter: options.delimiter, problems: [], at: options.from, isQuoting: true };
  const rows: DelimitedRow[] = [];
  while (reading.at < text.length) {
    const row = readRow(reading);
    if (row.cells.some((cell) => cell.text.trim() !== "")) rows.push(row);
  }
  return { rows, problems: reading.problems };
}

interface Reading {
  readonly text: string;
  readonly delimiter: string;
  readonly problems: DataProblem[];
  at: number;
  isQuoting: boolean;
}

function readRow(reading: Reading): DelimitedRow {
  const { text, delimiter } = reading;
  const from = reading.at;
  const cells: DelimitedCell[] = [];
  for (;;) {
    cells.push(readCell(reading));
    if (text.startsWith(delimiter, reading.at)) {
      reading.at += delimiter.length;
      continue;
    }
    const to = reading.at;
    if (text[reading.at] === "\r") reading.at++;
    if (text[reading.at] === "\n") reading.at++;
    return { cells, from, to };
  }
}

/** One cell; `at` is left at the delimiter, the line end or the text's end. */
function readCell(reading: Reading): DelimitedCell {
  const { text, delimiter } = reading;
  let start = reading.at;
  while (text[start] === " " && delimiter !== " ") start++;
  if (reading.isQuoting && text[start] === '"') {
    const quoted = readQuoted(reading, start);
    if (quoted) return quoted;
  }
  const end = endOfPlain(text, reading.at, delimiter);
  const raw = text.slice(reading.at, end);
  const value = raw.trim();
  const from = reading.at + (value === "" ? 0 : raw.length - raw.trimStart().length);
  reading.at = end;
  return { text: value, from, to: from + value.length };
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === delimiter || character === "\n" || (character === "\r" && isLineEnd(text, at))) return at;
  }
  return text.length;
}

function isLineEnd(text: string, at: number): boolean {
  return at + 1 === text.length || text[at + 1] === "\n";
}

/** A quoted cell, a doubled quote one quote; what stands between the closing quote and the delimiter belongs to it. Null where no quote closes it. */
function readQuoted(reading: Reading, open: number): DelimitedCell | null {
  const { text, delimiter } = reading;
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) {
    reading.problems.push({ message: "a quote is opened and never closed", from: open, to: open + 1 });
    reading.isQuoting = false;
    return null;
  }
  const end = endOfPlain(text, close + 1, delimiter);
  const rest = text.slice(close + 1, end).trim();
  if (rest !== "") reading.problems.push({ message: "text stands after a closing quote", from: close + 1, to: end });
  reading.at = end;
  const value = text.slice(open + 1, close).replaceAll('""', '"');
  return { text: rest === "" ? value : `${value} ${rest}`, from: open + 1, to: close };
}

/** The delimiter of a text, and where its rows start. Excel's first line `sep=;` names it; else the one that cuts most of the first rows into the same number of cells, at least two. */
export function sniffDelimiter(text: string, path: string): { readonly delimiter: string; readonly from: number } {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const named = /^sep=([,;|\t])\r?(?:\n|$)/i.exec(text.slice(start, start + 16));
  if (named) return { delimiter: named[1] ?? ",", from: start + named[0].length };
  if (/\.(?:tsv|tab)$/i.test(path)) return { delimiter: "\t", from: start };
  const sample = text.slice(start, start + SAMPLE_CHARACTERS);
  let best = { delimiter: ",", agreeing: 0 };
  for (const delimiter of DELIMITERS) {
    const agreeing = agreementOf(sample, delimiter);
    if (agreeing > best.agreeing) best = { delimiter, agreeing };
  }
  return { delimiter: best.delimiter, from: start };
}

/** Share of the rows that have the commonest number of cells, 0 where that is one; a little more for more cells. */
function agreementOf(sample: string, delimiter: string): number {
  const rows = readDelimited(sample, { delimiter, from: 0 }).rows.slice(0, SAMPLE_ROWS);
  const complete = rows.length > 1 && sample.length === SAMPLE_CHARACTERS ? rows.slice(0, -1) : rows;
  const counts = new Map<number, number>();
  for (const { cells } of complete) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return width < 2 ? 0 : count / complete.length + Math.min(width, 100) / 10_000;
}
