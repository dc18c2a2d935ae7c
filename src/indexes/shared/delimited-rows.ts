/** Rows of delimited text (CSV) with the places of their cells: what RST's and AsciiDoc's tables of that kind hold. */
import { type SourceLine, sliceLine } from "./passage.ts";

/** A cell as pieces of the source: quotes around it are left out, a doubled quote is one. */
export type DelimitedCell = readonly SourceLine[];

export interface DelimitedRow {
  readonly cells: readonly DelimitedCell[];
  readonly from: SourceLine;
  readonly to: SourceLine;
}

/**
 * Rows of lines. A cell that opens with a double quote runs to the closing one, over lines if need be (RFC 4180, sections 2.5 to 2.7, and blanks
 * before a cell are skipped); without a closing one, to the end. Linear in the text.
 */
export function delimitedRows(lines: readonly SourceLine[], delimiter: string): DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  let index = 0;
  while (index < lines.length) {
    const from = lines[index];
    if (!from || from.text.trim() === "") {
      index++;
      continue;
    }
    const row = readRow(lines, index, delimiter);
    rows.push({ cells: row.cells, from, to: lines[row.end - 1] ?? from });
    index = row.end;
  }
  return rows;
}

function readRow(lines: readonly SourceLine[], start: number, delimiter: string): { cells: DelimitedCell[]; end: number } {
  const cells: DelimitedCell[] = [];
  let index = start;
  let at = 0;
  for (;;) {
    const line = lines[index];
    if (!line) return { cells, end: index };
    while (line.text[at] === " " && delimiter !== " ") at++;
    if (line.text[at] === '"') {
      const quoted = readQuoted(lines, index, at + 1);
      cells.push(quoted.pieces);
      index = quoted.index;
      at = quoted.at;
    } else {
      const end = line.text.indexOf(delimiter, at);
      const cell = sliceLine(line, at, end < 0 ? undefined : end);
      cells.push([{ text: cell.text.trimEnd(), offset: cell.offset }]);
      at = end < 0 ? line.text.length : end;
    }
    const rest = lines[index]?.text ?? "";
    const next = rest.indexOf(delimiter, at);
    if (next < 0) return { cells, end: index + 1 };
    at = next + delimiter.length;
  }
}

/** The pieces up to the closing quote, and where reading goes on. */
function readQuoted(lines: readonly SourceLine[], start: number, from: number): { pieces: SourceLine[]; index: number; at: number } {
  const pieces: SourceLine[] = [];
  let at = from;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    for (;;) {
      const quote = line.text.indexOf('"', at);
      if (quote < 0) break;
      const isDoubled = line.text[quote + 1] === '"';
      pieces.push(sliceLine(line, at, isDoubled ? quote + 1 : quote));
      at = quote + (isDoubled ? 2 : 1);
      if (!isDoubled) return { pieces, index, at };
    }
    pieces.push({ text: `${line.text.slice(at)}\n`, offset: line.offset + at });
    at = 0;
  }
  return { pieces, index: lines.length, at: 0 };
}
