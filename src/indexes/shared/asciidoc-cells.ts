/** The text of AsciiDoc's tables cut into cells. Source: Asciidoctor 2.0.18, table.rb and rx.rb (CellSpecStartRx, CellSpecEndRx, ColumnSpecRx). */
import { type SourceLine, sliceLine, trimLine } from "./passage.ts";

export interface CellSpec {
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** How often the cell stands. */
  readonly repeat: number;
  /** `a`, `d`, `e`, `h`, `l`, `m`, `s`, `v`; empty where the column's is meant. */
  readonly style: string;
}

export interface AsciidocCell {
  readonly spec: CellSpec;
  /** The lines of the cell, escapes of the separator in them. */
  readonly lines: readonly SourceLine[];
  /** Where the cell starts, its specification included, and ends. */
  readonly from: SourceLine;
  readonly isOnFirstLine: boolean;
}

const PLAIN: CellSpec = { columnSpan: 1, rowSpan: 1, repeat: 1, style: "" };
const SPEC = String.raw`(?:(\d{1,4})?(?:\.(\d{1,4}))?([*+]))?(?:[<^>]?(?:\.[<^>])?)([a-z])?`;
const START = new RegExp(`^[ \\t]*${SPEC}$`);
const END = new RegExp(`[ \\t]${SPEC}$`);
const COLUMN = /^(?:(\d{1,3})\*)?[<^>]?(?:\.[<^>])?(?:\d{1,4}%?|~)?([a-z])?$/;
/** More columns than this are cut, as in HTML's tables. */
const MAX_COLUMNS = 200;

interface NextCell {
  readonly spec: CellSpec;
  readonly from: number;
}

interface OpenCell extends AsciidocCell {
  readonly lines: SourceLine[];
}

/** Cells of lines parted by a separator that stands before each cell, with its specification (`2+a|`). Linear in the lines. */
export function separatedCells(lines: readonly SourceLine[], separator: string): AsciidocCell[] {
  const cells: OpenCell[] = [];
  lines.forEach((line, index) => {
    readCells(line, { separator, cells, isOnFirstLine: index === 0 });
  });
  return cells;
}

/** Adds a line's cells; what stands before its first separator goes on with the cell above, unless it is a specification. */
function readCells(
  line: SourceLine,
  { separator, cells, isOnFirstLine }: { readonly separator: string; readonly cells: OpenCell[]; readonly isOnFirstLine: boolean },
): void {
  let bar = separatorAt(line.text, separator, 0);
  const start = bar < 0 ? null : START.exec(line.text.slice(0, bar));
  let next: NextCell | null = start ? { spec: specOf(start), from: 0 } : bar < 0 ? null : endSpec(line.text.slice(0, bar), 0);
  if (!start) cells.at(-1)?.lines.push(sliceLine(line, 0, next?.from));
  while (next) {
    const cell: OpenCell = { spec: next.spec, lines: [], from: sliceLine(line, next.from), isOnFirstLine };
    const at: number = bar + separator.length;
    bar = separatorAt(line.text, separator, at);
    next = bar < 0 ? null : endSpec(line.text.slice(at, bar), at);
    cell.lines.push(sliceLine(line, at, next?.from));
    cells.push(cell);
  }
}

/** Offset of the next separator that no backslash stands before. */
function separatorAt(text: string, separator: string, from: number): number {
  let at = text.indexOf(separator, from);
  while (at > 0 && text[at - 1] === "\\") at = text.indexOf(separator, at + separator.length);
  return at;
}

/** The specification of the next cell at the end of a part of a line; `from` is where the part's own text ends. */
function endSpec(part: string, at: number): NextCell {
  const tail = part.slice(-24);
  const match = END.exec(tail);
  return match ? { spec: specOf(match), from: at + part.length - tail.length + match.index } : { spec: PLAIN, from: at + part.length };
}

function specOf([, first, second, sign, style = ""]: RegExpExecArray): CellSpec {
  if (sign === "*") return { ...PLAIN, repeat: Math.min(Number(first ?? 1), MAX_COLUMNS), style };
  if (sign !== "+") return { ...PLAIN, style };
  return { columnSpan: Number(first ?? 1), rowSpan: Number(second ?? 1), repeat: 1, style };
}

/** The styles of the columns that `cols` names (`1,2a`, `3*`, `4`); empty where it names none. */
export function columnStyles(written: string): string[] {
  const text = written.replace(/\s+/g, "");
  if (/^\d{1,4}$/.test(text)) return Array<string>(Math.min(Number(text), MAX_COLUMNS)).fill("");
  if (text === "" || text.length > 2_000) return [];
  const columns = text.split(text.includes(",") ? "," : ";").flatMap((column) => {
    const match = COLUMN.exec(column);
    return Array<string>(Math.min(Number(match?.[1] ?? 1), MAX_COLUMNS)).fill(match?.[2] ?? "");
  });
  return columns.slice(0, MAX_COLUMNS);
}

/** Pieces of a cell's line without the backslashes that keep its separators from being ones. */
export function unescapedPieces(line: SourceLine, separator: string): SourceLine[] {
  const pieces: SourceLine[] = [];
  let from = 0;
  for (let at = line.text.indexOf(`\\${separator}`); at >= 0; at = line.text.indexOf(`\\${separator}`, at + 1)) {
    pieces.push(sliceLine(line, from, at));
    from = at + 1;
  }
  return [...pieces, sliceLine(line, from)];
}

/** Cells of lines whose cells end at a separator (`dsv`). */
export function delimitedCells(line: SourceLine, separator: string): SourceLine[] {
  const cells: SourceLine[] = [];
  let from = 0;
  for (let at = separatorAt(line.text, separator, 0); at >= 0; at = separatorAt(line.text, separator, from)) {
    cells.push(trimLine(sliceLine(line, from, at)));
    from = at + separator.length;
  }
  return [...cells, trimLine(sliceLine(line, from))];
}
