/** A table being read, cell by cell: what HTML and MediaWiki share, whose cells may span rows and columns. */
import type { Place } from "../../types.ts";
import type { Block, Inline } from "./blocks.ts";

type Table = Extract<Block, { type: "table" }>;

/** Spans beyond these are cut: browsers cap them at 1,000 and 65,534 (HTML section 4.9.11), and no index comes near. */
const MAX_COLUMN_SPAN = 50;
const MAX_ROW_SPAN = 1_000;
const MAX_COLUMNS = 200;

interface Cell {
  readonly content: Inline;
  readonly isHeader: boolean;
}

/** Collects rows; columns that a cell of an earlier row spans, or the same cell spans sideways, get an empty cell so that columns stay aligned. */
export class TableRows {
  #rows: { cells: Cell[]; place: Place }[] = [];
  #cells: Cell[] = [];
  /** Rows still to be covered by a cell above, by column. */
  #covered: number[] = [];

  get hasOpenRow(): boolean {
    return this.#cells.length > 0;
  }

  /** Columns of the open row that are taken, by its own cells and by cells above that span it. */
  takenColumns(place: Place): number {
    this.#fillCovered(place);
    return this.#cells.length;
  }

  addCell(content: Inline, options: { readonly isHeader: boolean; readonly columnSpan: number; readonly rowSpan: number }): void {
    this.#fillCovered(content.place);
    const columns = Math.max(1, Math.min(options.columnSpan || 1, MAX_COLUMN_SPAN));
    const rows = Math.max(1, Math.min(options.rowSpan || 1, MAX_ROW_SPAN));
    for (let index = 0; index < columns && this.#cells.length < MAX_COLUMNS; index++) {
      if (rows > 1) this.#covered[this.#cells.length] = rows;
      this.#cells.push({ content: index === 0 ? content : { spans: [], place: content.place }, isHeader: options.isHeader });
    }
  }

  /** Ends the row that is open; a row without cells is none. */
  endRow(place: Place): void {
    if (this.#cells.length === 0) return;
    this.#fillCovered(place);
    this.#rows.push({ cells: this.#cells, place });
    this.#cells = [];
    for (let column = 0; column < this.#covered.length; column++) this.#covered[column] = Math.max(0, (this.#covered[column] ?? 0) - 1);
  }

  #fillCovered(place: Place): void {
    const { line, column } = place;
    while ((this.#covered[this.#cells.length] ?? 0) > 0) {
      this.#cells.push({ content: { spans: [], place: { line, column, end: { line, column } } }, isHeader: true });
    }
  }

  /** The table: its first row is the header where all its cells are header cells, or where the form says so. */
  table(place: Place, isHeaded: boolean): Table | null {
    const first = this.#rows[0];
    if (!first) return null;
    const hasHeader = isHeaded || (this.#rows.length > 1 && first.cells.every((cell) => cell.isHeader));
    const rows = hasHeader ? this.#rows.slice(1) : this.#rows;
    return {
      type: "table",
      id: `table-${place.line}-${place.column}`,
      header: hasHeader ? first.cells.map((cell) => cell.content) : [],
      rows: rows.map((row) => ({ cells: row.cells.map((cell) => cell.content), place: row.place })),
      place,
    };
  }
}
