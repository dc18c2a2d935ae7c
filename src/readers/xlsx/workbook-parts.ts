/** The parts of a workbook that its sheets refer to: the list of sheets, shared texts, formats, comments. */
import type { OoxmlPackage } from "../shared/ooxml.ts";
import { attributeOf, type XmlHandler } from "../shared/xml.ts";
import { builtInFormat, type NumberFormat, parseNumberFormat } from "./number-format.ts";

export interface WorkbookFacts {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  /** Days count from 1904-01-01, as on old Macintoshes (18.2.28). */
  readonly is1904: boolean;
}

/** Pronunciations beside a text (18.4.6). */
const PHONETIC: ReadonlySet<string> = new Set(["rPh", "phoneticPr"]);

export async function readWorkbook(pack: OoxmlPackage, main: string): Promise<WorkbookFacts> {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = /^(?:1|true|on)$/.test(attributes.date1904 ?? "");
      else if (name === "sheet") sheets.push({ name: attributes.name ?? "", relation: attributeOf(attributes, "id") ?? "" });
    },
    close() {},
    text() {},
  };
  await pack.walk(main, handler);
  return { sheets, is1904 };
}

/** The shared texts in order; those after `limit` characters in all are left out. */
export async function readSharedStrings(pack: OoxmlPackage, part: string, limit: number): Promise<readonly string[]> {
  const strings: string[] = [];
  let length = 0;
  let text: string | null = null;
  let isText = false;
  const handler: XmlHandler = {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") isText = true;
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "si" && text !== null) {
        strings.push(text);
        length += text.length + 1;
        text = null;
      }
    },
    text(piece) {
      if (isText && text !== null && text.length <= limit) text += piece;
    },
  };
  await pack.walk(part, handler, { skip: PHONETIC, isDone: () => length > limit });
  return strings;
}

/** The number formats of the cell styles, by the number that cells name. */
export async function readCellFormats(pack: OoxmlPackage, part: string): Promise<readonly NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let isCells = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "numFmt") custom.set(Number(attributes.numFmtId), parseNumberFormat(attributes.formatCode ?? ""));
      else if (name === "cellXfs") isCells = true;
      else if (name === "xf" && isCells) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(custom.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (name === "cellXfs") isCells = false;
    },
    text() {},
  };
  await pack.walk(part, handler, { skip: new Set(["dxfs"]) });
  return formats;
}

/** A comment on a cell, such as `B7`. */
export interface CellComment {
  readonly cell: string;
  readonly words: string;
}

/** The comments of a sheet. */
export async function readComments(pack: OoxmlPackage, part: string): Promise<readonly CellComment[]> {
  const comments: CellComment[] = [];
  let reference: string | null = null;
  let text = "";
  let isText = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "comment") {
        reference = (attributes.ref ?? "").slice(0, 12);
        text = "";
      } else if (name === "t") isText = true;
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "comment") {
        comments.push({ cell: reference ?? "", words: text.replace(/\s+/g, " ").trim() });
        reference = null;
      }
    },
    text(piece) {
      if (isText && reference !== null) text += piece;
    },
  };
  await pack.walk(part, handler, { skip: PHONETIC });
  return comments;
}
