import type { SheetWriter } from "../shared/sheet-writer.ts";
import type { XmlAttributes, XmlHandler } from "../shared/xml.ts";
import { formatNumber, GENERAL, type NumberFormat } from "./number-format.ts";

/** Elements of a sheet that hold text and no cell: formulas, running heads. */
export const SKIPPED: ReadonlySet<string> = new Set([
  "f",
  "rPh",
  "phoneticPr",
  "headerFooter",
  "dataValidations",
  "conditionalFormatting",
  "extLst",
]);
/** Columns of a sheet, A to XFD (Excel specifications and limits). */
const LAST_COLUMN = 16_384;

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** Writes the rows of a sheet (ECMA-376 part 1, section 18.3.1): values as they are shown, of formulas the values last computed. */
export class SheetRows implements XmlHandler {
  readonly #writer: SheetWriter;
  readonly #context: SheetContext;
  #row = 0;
  #column = 0;
  #cells: [column: number, text: string][] = [];
  #cell: Cell | null = null;
  #isValue = false;

  constructor(writer: SheetWriter, context: SheetContext) {
    this.#writer = writer;
    this.#context = context;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "row") {
      const stated = Number(attributes.r);
      this.#row = stated > this.#row ? stated : this.#row + 1;
      this.#column = 0;
      this.#cells = [];
    } else if (name === "c") this.#openCell(attributes);
    else if (name === "v" || name === "t") this.#isValue = true;
  }

  close(name: string): void {
    if (name === "row") {
      this.#writer.addRow(this.#row, this.#cells);
      this.#cells = [];
    } else if (name === "c") this.#closeCell();
    else if (name === "v" || name === "t") this.#isValue = false;
  }

  text(text: string): void {
    if (this.#isValue && this.#cell) this.#cell.value += text;
  }

  #openCell({ r, t, s }: XmlAttributes): void {
    const stated = columnOf(r ?? "");
    this.#column = stated > this.#column ? stated : this.#column + 1;
    this.#cell = { column: this.#column, type: t ?? "n", style: Number(s ?? 0), value: "" };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell || cell.value === "") return;
    const text = this.#textOf(cell);
    if (text.trim() !== "") this.#cells.push([cell.column, text]);
  }

  #textOf({ type, style, value }: Cell): string {
    const { strings, formats, is1904 } = this.#context;
    if (type === "s") return strings[Number(value)] ?? "";
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    if (type === "d") return value.replace("T", " ").replace(/ 00:00:00(?:\.0+)?$/, "");
    if (type !== "n") return value;
    const number = Number(value);
    return value.trim() !== "" && Number.isFinite(number) ? formatNumber(number, formats[style] ?? GENERAL, is1904) : value;
  }
}

/** The column of a reference such as `AB7`, counted from 1; 0 where it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < 4; at++) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (!(code >= 65 && code <= 90)) break;
    column = column * 26 + code - 64;
  }
  return column <= LAST_COLUMN ? column : 0;
}
