import { escapeMarkdown, type MarkdownWriter } from "./markdown-writer.ts";

/** Empty cells between two filled ones that are written; a wider gap is closed up to it, since rows of one sheet have up to 16,384 columns. */
const WIDEST_GAP = 32;
/** Rows of a document that are marked with their own cell, so that evidence can name it; later ones name their sheet. */
const MOST_ROW_MARKS = 20_000;

/** Writes the sheets of a workbook: each a heading and a table for every block of rows. A row of one cell above a table is a paragraph. */
export class SheetWriter {
  readonly #writer: MarkdownWriter;
  #sheet = "";
  #lastRow = 0;
  #marked = 0;
  #isTable = false;
  #hasHeading = false;

  constructor(writer: MarkdownWriter) {
    this.#writer = writer;
  }

  /** A sheet begins; its name is written once there is something in it. */
  openSheet(name: string): void {
    this.#sheet = name;
    this.#lastRow = 0;
    this.#isTable = false;
    this.#hasHeading = false;
  }

  /** Adds a comment on a cell of the sheet. */
  addComment(cell: string, words: string): void {
    this.#head();
    this.#mark(cell);
    this.#writer.add("paragraph", `Comment (${cell}): ${escapeMarkdown(words)}`);
  }

  /** Adds a row; `cells` are pairs of column and text from 1 on, sorted, empty ones left out. */
  addRow(row: number, cells: readonly (readonly [column: number, text: string])[]): void {
    const [first] = cells;
    if (first === undefined || this.#writer.isFull) return;
    this.#head();
    if (row > this.#lastRow + 1) this.#endBlock();
    this.#lastRow = row;
    this.#mark(`${columnName(first[0])}${row}`);
    if (cells.length > 1 || this.#isTable) {
      this.#isTable = true;
      this.#writer.row(spread(cells));
    } else this.#writer.add("paragraph", escapeMarkdown(first[1]));
  }

  #head(): void {
    if (this.#hasHeading) return;
    this.#hasHeading = true;
    this.#writer.mark({ sheet: this.#sheet });
    this.#writer.add("heading", escapeMarkdown(this.#sheet), 2);
  }

  #endBlock(): void {
    this.#isTable = false;
    this.#writer.endRun();
  }

  #mark(cell: string): void {
    this.#marked++;
    if (this.#marked <= MOST_ROW_MARKS) this.#writer.mark({ sheet: this.#sheet, cell });
    else if (this.#marked === MOST_ROW_MARKS + 1) this.#writer.mark({ sheet: this.#sheet });
  }
}

/** The letters of a column, counted from 1: `A`, `Z`, `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

function spread(cells: readonly (readonly [column: number, text: string])[]): readonly string[] {
  const row: string[] = [];
  let last = 0;
  for (const [column, text] of cells) {
    const gap = Math.min(WIDEST_GAP, column - last - 1);
    for (let at = 0; at < gap; at++) row.push("");
    row.push(escapeMarkdown(text));
    last = column;
  }
  return row;
}
