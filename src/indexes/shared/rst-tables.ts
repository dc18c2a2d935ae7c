/**
 * Grid tables and simple tables of RST as cells of lines. Method: docutils' Markup Specification, "Tables"; columns count as there, wide East
 * Asian characters as two. Malformed tables give what can be read of them.
 */
import { type SourceLine, sliceLine, trimLine } from "./passage.ts";

/** A row: for each column the lines of its cell, none where a cell of another column or row spans it. */
export interface RstRow {
  readonly cells: readonly (readonly SourceLine[])[];
  readonly from: SourceLine;
  readonly to: SourceLine;
}

export interface RstTable {
  readonly header: RstRow | null;
  readonly rows: readonly RstRow[];
  /** Index of the first line behind the table. */
  readonly end: number;
}

const MAX_COLUMNS = 200;
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** For each display column of a line the index of its character; null where they are the same. */
function columnIndexes(text: string): number[] | null {
  if (!WIDE.test(text)) return null;
  const indexes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    indexes.push(at);
    if (WIDE.test(text[at] ?? "")) indexes.push(at);
  }
  indexes.push(text.length);
  return indexes;
}

/** A line that can be cut at display columns. */
interface Ruled {
  readonly line: SourceLine;
  readonly text: string;
  cut(from: number, to: number): SourceLine;
  at(column: number): string;
}

function ruled(line: SourceLine): Ruled {
  const indexes = columnIndexes(line.text);
  const index = (column: number) => (indexes ? (indexes[column] ?? line.text.length) : column);
  return {
    line,
    text: line.text,
    cut: (from, to) => sliceLine(line, index(from), Number.isFinite(to) ? index(to) : undefined),
    at: (column) => line.text[index(column)] ?? "",
  };
}

/** Whether a line opens a grid table. */
export function isGridTop(line: SourceLine | undefined): boolean {
  return line !== undefined && /^\+-[-+]+-\+\s*$/.test(line.text);
}

/** The grid table that starts at an index, whose line opens one. */
export function readGridTable(lines: readonly SourceLine[], start: number): RstTable {
  let end = start;
  while (end < lines.length && /^[+|]/.test(lines[end]?.text ?? "")) end++;
  const block = lines.slice(start, end).map(ruled);
  const columns = gridColumns(block);
  const grid = new GridRows(columns);
  let headerRows = 0;
  for (const line of block) {
    if (/^\+=[=+]*\+\s*$/.test(line.text)) headerRows = grid.count;
    grid.read(line);
  }
  const rows = grid.finish();
  return { header: rows[headerRows - 1] ?? null, rows: rows.slice(headerRows), end };
}

/** Columns at which any border has a corner. */
function gridColumns(block: readonly Ruled[]): number[] {
  const corners = new Set<number>();
  for (const line of block) {
    for (const match of line.text.matchAll(/\+(?:[-=]+\+)+/g)) {
      for (let at = match[0].indexOf("+"); at >= 0; at = match[0].indexOf("+", at + 1)) corners.add(match.index + at);
    }
  }
  return [...corners].sort((one, other) => one - other).slice(0, MAX_COLUMNS);
}

class GridRows {
  readonly #columns: readonly number[];
  readonly #rows: { cells: SourceLine[][]; from: SourceLine; to: SourceLine }[] = [];
  /** By first column: the lines of a cell and the row in which it began. */
  readonly #open = new Map<number, { readonly lines: SourceLine[]; readonly row: number }>();
  #isNewRow = true;

  constructor(columns: readonly number[]) {
    this.#columns = columns;
  }

  /** Rows that have begun. */
  get count(): number {
    return this.#rows.length;
  }

  read(line: Ruled): void {
    let isBorder = false;
    let from = 0;
    for (let to = 1; to < this.#columns.length; to++) {
      const isCut = /[|+]/.test(line.at(this.#columns[to] ?? 0));
      if (!isCut && to < this.#columns.length - 1) continue;
      const cell = line.cut((this.#columns[from] ?? 0) + 1, this.#columns[to] ?? 0);
      if (/^[-=+]+$/.test(cell.text)) {
        isBorder = true;
        this.#close(from, to);
      } else this.#append(from, trimLine(cell), line.line);
      from = to;
    }
    if (isBorder) this.#isNewRow = true;
  }

  #append(column: number, cell: SourceLine, line: SourceLine): void {
    const open = this.#open.get(column);
    if (open) {
      open.lines.push(cell);
      return;
    }
    if (this.#isNewRow) this.#rows.push({ cells: [], from: line, to: line });
    this.#isNewRow = false;
    this.#open.set(column, { lines: [cell], row: this.#rows.length - 1 });
  }

  #close(from: number, to: number): void {
    for (let column = from; column < to; column++) {
      const cell = this.#open.get(column);
      const row = this.#rows[cell?.row ?? -1];
      if (!cell || !row) continue;
      row.cells[column] = cell.lines;
      const last = cell.lines.findLast((line) => line.text !== "");
      if (last && last.offset > row.to.offset) row.to = last;
      this.#open.delete(column);
    }
  }

  finish(): RstRow[] {
    this.#close(0, this.#columns.length);
    const width = Math.max(0, this.#columns.length - 1);
    return this.#rows.map((row) => ({ ...row, cells: Array.from({ length: width }, (_, column) => row.cells[column] ?? []) }));
  }
}

/** Whether a line opens a simple table. */
export function isSimpleTop(line: SourceLine | undefined): boolean {
  return line !== undefined && /^=+(?: +=+)+ *$/.test(line.text);
}

/** The simple table that starts at an index, whose line opens one; null where it has no end. */
export function readSimpleTable(lines: readonly SourceLine[], start: number): RstTable | null {
  const borders = [start];
  for (let at = start + 1; at < lines.length && borders.length < 3; at++) {
    if (!/^=+[ =]*$/.test(lines[at]?.text ?? "")) continue;
    borders.push(at);
    if (borders.length === 2 && (lines[at + 1]?.text.trim() ?? "") === "") break;
  }
  const last = borders.at(-1) ?? start;
  if (last === start) return null;
  const top = columnsOf(lines[start]?.text ?? "");
  const header = borders.length === 3 ? simpleRows(lines.slice(start + 1, borders[1]), top) : [];
  const rows = simpleRows(lines.slice((borders.length === 3 ? (borders[1] ?? start) : start) + 1, last), top);
  return { header: joinRows(header), rows, end: last + 1 };
}

interface Column {
  readonly from: number;
  readonly to: number;
  /** Index of the table's column in which it starts. */
  readonly index: number;
}

function columnsOf(border: string, top: readonly Column[] = []): Column[] {
  const runs = [...border.matchAll(/[=-]+/g)].slice(0, MAX_COLUMNS);
  return runs.map((run, index) => ({
    from: run.index,
    to: runs[index + 1]?.index ?? Number.POSITIVE_INFINITY,
    index:
      top.length === 0
        ? index
        : Math.max(
            0,
            top.findLastIndex((column) => column.from <= run.index),
          ),
  }));
}

/** Rows of the lines between two borders: a line whose first column is empty goes on with the row above; a rule of hyphens joins columns of the row above it. */
function simpleRows(lines: readonly SourceLine[], top: readonly Column[]): RstRow[] {
  const rows: RstRow[] = [];
  let open: SourceLine[] = [];
  const close = (columns: readonly Column[]) => {
    const [from] = open;
    const to = open.at(-1);
    if (from && to) rows.push({ cells: cutRow(open, columns, top.length), from, to });
    open = [];
  };
  for (const line of lines) {
    if (line.text.trim() === "") continue;
    if (/^-+(?: +-+)* *$/.test(line.text) && open.length > 0) {
      close(columnsOf(line.text, top));
      continue;
    }
    const first = ruled(line).cut(0, top[0]?.to ?? Number.POSITIVE_INFINITY);
    if (first.text.trim() !== "") close(top);
    open.push(line);
  }
  close(top);
  return rows;
}

function cutRow(lines: readonly SourceLine[], columns: readonly Column[], width: number): SourceLine[][] {
  const cells: SourceLine[][] = Array.from({ length: width }, () => []);
  for (const line of lines.map(ruled)) {
    for (const column of columns) {
      const cell = trimLine(line.cut(column.from, column.to));
      if (cell.text !== "") cells[column.index]?.push(cell);
    }
  }
  return cells;
}

/** Header lines are one row, however many they are. */
function joinRows(rows: readonly RstRow[]): RstRow | null {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return null;
  return { cells: first.cells.map((_, column) => rows.flatMap((row) => row.cells[column] ?? [])), from: first.from, to: last.to };
}
