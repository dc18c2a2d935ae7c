import type { MarkdownWriter } from "../shared/markdown-writer.ts";
import { columnName, SheetWriter } from "../shared/sheet-writer.ts";
import { attributeOf, type XmlAttributes, type XmlHandler } from "../shared/xml.ts";

interface Cell {
  readonly repeat: number;
  /** Of dates: ISO 8601, as the file keeps them. */
  readonly date: string | null;
  text: string;
}

/** Filled rows and cells that one element stands for; more is a formatted area, which has no text. */
const MOST_REPEATS = 1000;
const LAST_COLUMN = 16_384;

/** Writes the sheets of a spreadsheet (OpenDocument 1.3 part 3, section 9): cells as they are shown, dates as ISO 8601, comments after each sheet. */
export class OdsSheets implements XmlHandler {
  readonly #writer: MarkdownWriter;
  readonly #sheets: SheetWriter;
  readonly #limit: number;
  #sheetCount = 0;
  #row = 0;
  #rowRepeat = 1;
  #column = 0;
  #cells: [column: number, text: string][] = [];
  #cell: Cell | null = null;
  #comments: { readonly cell: string; readonly words: string }[] = [];
  #comment: string | null = null;
  #isText = false;

  /** `limit`: sheets that are read. */
  constructor(writer: MarkdownWriter, limit: number) {
    this.#writer = writer;
    this.#sheets = new SheetWriter(writer);
    this.#limit = limit;
  }

  /** More sheets than are read. */
  get isOverLimit(): boolean {
    return this.#sheetCount > this.#limit;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "table") this.#openSheet(attributeOf(attributes, "name") ?? "");
    else if (name === "table-row") this.#openRow(repeatOf(attributes, "number-rows-repeated"));
    else if (name === "table-cell" || name === "covered-table-cell") {
      const date = attributeOf(attributes, "value-type") === "date" ? (attributeOf(attributes, "date-value") ?? null) : null;
      this.#cell = { repeat: repeatOf(attributes, "number-columns-repeated"), date, text: "" };
    } else if (name === "annotation") this.#comment = "";
    else if (name === "p") this.#openParagraph();
    else if (name === "s" || name === "tab" || name === "line-break") this.#say(" ");
  }

  close(name: string): void {
    if (name === "table") this.#closeSheet();
    else if (name === "table-row") this.#closeRow();
    else if (name === "table-cell" || name === "covered-table-cell") this.#closeCell();
    else if (name === "annotation") this.#closeComment();
    else if (name === "p") this.#isText = false;
  }

  text(text: string): void {
    if (this.#isText) this.#say(text.replace(/\s+/g, " "));
  }

  #openSheet(name: string): void {
    this.#sheetCount++;
    this.#row = 0;
    if (!this.isOverLimit) this.#sheets.openSheet(name);
  }

  #closeSheet(): void {
    for (const { cell, words } of this.#comments) this.#sheets.addComment(cell, words);
    this.#comments = [];
  }

  #openRow(repeat: number): void {
    this.#rowRepeat = repeat;
    this.#column = 0;
    this.#cells = [];
  }

  #closeRow(): void {
    const repeats = this.#cells.length === 0 ? 0 : Math.min(this.#rowRepeat, MOST_REPEATS);
    for (let at = 1; at <= repeats && !this.isOverLimit; at++) this.#sheets.addRow(this.#row + at, this.#cells);
    this.#row += this.#rowRepeat;
    this.#cells = [];
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const text = cell.date === null ? cell.text.trim() : cell.date.replace("T", " ").replace(/ 00:00:00(?:\.0+)?$/, "");
    const repeats = text === "" ? 0 : Math.min(cell.repeat, MOST_REPEATS);
    for (let at = 1; at <= repeats && this.#column + at <= LAST_COLUMN; at++) this.#cells.push([this.#column + at, text]);
    this.#column += cell.repeat;
  }

  #openParagraph(): void {
    this.#isText = true;
    this.#say(" ");
  }

  #closeComment(): void {
    const words = this.#comment?.trim() ?? "";
    this.#comment = null;
    const cell = `${columnName(Math.min(LAST_COLUMN, this.#column + 1))}${this.#row + 1}`;
    if (words !== "") this.#comments.push({ cell, words });
  }

  #say(text: string): void {
    if (this.#writer.isFull) return;
    if (this.#comment !== null) this.#comment += text;
    else if (this.#cell) this.#cell.text += text;
  }
}

function repeatOf(attributes: XmlAttributes, name: string): number {
  const value = Number(attributeOf(attributes, name) ?? 1);
  return value >= 1 && value <= 2 ** 31 ? Math.floor(value) : 1;
}
