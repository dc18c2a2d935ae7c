/** AsciiDoc's tables to blocks: cells in rows, spans, header, the styles of columns. Source: Asciidoctor 2.0.18, table.rb and parser.rb (`parse_table`). */
import type { BlockAttributes } from "./asciidoc-block-attributes.ts";
import { type AsciidocCell, columnStyles, delimitedCells, separatedCells, unescapedPieces } from "./asciidoc-cells.ts";
import type { AsciidocBlockReader, AsciidocReader, AsciidocScope } from "./asciidoc-reader.ts";
import type { Block, Inline, Span } from "./blocks.ts";
import { delimitedRows } from "./delimited-rows.ts";
import { HARD_BREAK } from "./inline-content.ts";
import { type Piece, piecesOfLines, type SourceLine } from "./passage.ts";
import { TableRows } from "./table-rows.ts";

interface TableAround {
  readonly scope: AsciidocScope;
  readonly reader: AsciidocReader;
  readonly readBlock: AsciidocBlockReader;
  readonly attributes: BlockAttributes;
  /** The line that opens the table. */
  readonly delimiter: SourceLine;
}

/** Columns and separator of a table. */
interface Layout extends TableAround {
  readonly styles: readonly string[];
  readonly separator: string;
  readonly isHeaded: boolean;
}

/** Blocks that a cell counts for, and how deep cells of blocks are read. */
const CELL_NESTING = 10;
const MAX_NESTING = 30;
/** Rows that spanning cells may add to a table; more are cut. */
const MAX_SPANNED_ROWS = 2_000;

/** Reads the lines between a table's delimiters. */
export function readTable(lines: readonly SourceLine[], around: TableAround): void {
  const { attributes, delimiter, reader } = around;
  const mark = delimiter.text[0] ?? "|";
  const format = attributes.named.get("format") ?? ({ ",": "csv", ":": "dsv" }[mark] || "psv");
  const given = attributes.named.get("separator")?.replace("\\t", "\t");
  const separator = given || ({ csv: ",", dsv: ":", tsv: "\t" }[format] ?? (mark === "!" ? "!" : "|"));
  const styles = columnStyles(attributes.named.get("cols") ?? "");
  const layout: Layout = { ...around, styles, separator, isHeaded: isHeaded(lines, attributes) };
  const end = lines.at(-1) ?? delimiter;
  const place = reader.place(delimiter, end);
  const rows = format === "psv" ? separatedRows(lines, layout) : delimitedTable(lines, format, layout);
  const table = rows.table(place, layout.isHeaded);
  if (table) reader.blocks.push(table);
}

/** The first row is a header where an option says so, or where it fills the first line and a blank line follows. */
function isHeaded(lines: readonly SourceLine[], { options }: BlockAttributes): boolean {
  if (options.has("header")) return true;
  if (options.has("noheader")) return false;
  return lines.length > 2 && lines[0]?.text.trim() !== "" && lines[1]?.text.trim() === "";
}

function separatedRows(lines: readonly SourceLine[], layout: Layout): TableRows {
  const { reader, separator } = layout;
  const rows = new TableRows();
  const filled = lines.findIndex((line) => line.text.trim() !== "");
  const cells = separatedCells(lines.slice(Math.max(0, filled)), separator);
  const columns = layout.styles.length || firstRowColumns(cells);
  let from: SourceLine | null = null;
  let last = layout.delimiter;
  let count = 0;
  for (const cell of cells) {
    last = cell.lines.findLast((line) => line.text.trim() !== "") ?? cell.lines[0] ?? cell.from;
    const start = reader.place(cell.from, cell.from);
    for (let copy = 0; copy < cell.spec.repeat; copy++) {
      from ??= cell.from;
      const column = rows.takenColumns(start);
      const isHeader = layout.isHeaded && count === 0;
      const content = cellContent(cell, { ...layout, style: isHeader ? "" : cell.spec.style || (layout.styles[column] ?? "") });
      const rowSpan = count < MAX_SPANNED_ROWS ? cell.spec.rowSpan : 1;
      rows.addCell(content, { isHeader: false, columnSpan: cell.spec.columnSpan, rowSpan });
      for (; rows.hasOpenRow && rows.takenColumns(start) >= columns; count++) {
        rows.endRow(reader.place(from ?? cell.from, last));
        from = null;
      }
    }
  }
  if (from) rows.endRow(reader.place(from, last));
  return rows;
}

/** Columns of a table that does not name them: those of the cells in its first line. */
function firstRowColumns(cells: readonly AsciidocCell[]): number {
  return Math.max(
    1,
    cells.filter((cell) => cell.isOnFirstLine).reduce((sum, { spec }) => sum + spec.repeat * Math.max(1, spec.columnSpan), 0),
  );
}

function delimitedTable(lines: readonly SourceLine[], format: string, layout: Layout): TableRows {
  const { reader, separator, styles } = layout;
  const rows = new TableRows();
  const read =
    format === "dsv"
      ? lines
          .filter((line) => line.text.trim() !== "")
          .map((line) => ({ cells: delimitedCells(line, separator).map((cell) => unescapedPieces(cell, separator)), from: line, to: line }))
      : delimitedRows(lines, separator);
  read.forEach((row, index) => {
    row.cells.forEach((pieces, column) => {
      const style = layout.isHeaded && index === 0 ? "" : (styles[column] ?? "");
      const content =
        pieces.length > 0 ? reader.inlineOf(pieces, inlineStyle(style)) : reader.inline([{ text: "", offset: row.from.offset }]);
      rows.addCell(content, { isHeader: false, columnSpan: 1, rowSpan: 1 });
    });
    rows.endRow(reader.place(row.from, row.to));
  });
  return rows;
}

function inlineStyle(style: string): "" | "code" | "verbatim" {
  return style === "m" ? "code" : style === "l" ? "verbatim" : "";
}

function cellContent(cell: AsciidocCell, layout: Layout & { readonly style: string }): Inline {
  const { reader, separator, style } = layout;
  const filled = cell.lines.filter((line) => line.text.trim() !== "");
  if (style === "a" && layout.scope.nesting < MAX_NESTING) return blockCell(cell, layout);
  const lines = filled.length > 0 ? filled : [{ text: "", offset: cell.from.offset }];
  const pieces = piecesOfLines(lines).flatMap((piece): Piece[] => unescapedPieces(piece, separator));
  return reader.inlineOf(pieces, inlineStyle(style));
}

/** A cell made of blocks reads as the text of the blocks, a line end behind each. */
function blockCell(cell: AsciidocCell, { reader, readBlock, scope }: Layout): Inline {
  const inner: AsciidocScope = { list: null, nesting: scope.nesting + CELL_NESTING, allowsSections: false, isItem: false };
  const [first] = cell.lines;
  const last = cell.lines.at(-1);
  const place = reader.place(first ?? cell.from, last ?? first ?? cell.from);
  const lines = cell.lines.map((line, index) => (index === 0 ? trimmedStart(line) : line));
  const blocks = reader.apart(() => {
    for (let at = 0; at < lines.length; ) at = readBlock(lines, at, { scope: inner, reader });
  });
  return { spans: blocks.flatMap(spansOfBlock).slice(0, -1), place };
}

function trimmedStart(line: SourceLine): SourceLine {
  const start = line.text.length - line.text.trimStart().length;
  return { text: line.text.slice(start), offset: line.offset + start };
}

function spansOfBlock(block: Block): Span[] {
  if (block.type === "fence") return [];
  const inlines = block.type === "table" ? [...block.header, ...block.rows.flatMap((row) => row.cells)] : [block.content];
  const { end } = block.place;
  return inlines.flatMap((inline): Span[] => [...inline.spans, { type: "break", text: HARD_BREAK, place: { ...end, end } }]);
}
