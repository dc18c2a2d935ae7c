import type { Pdfium } from "./pdf-engine.ts";

/** One line of a page as PDFium orders it. Lengths in points (1/72 inch), from the page's lower left corner. */
export interface PdfLine {
  readonly text: string;
  /** Where its first character stands. Zero, and `size` too, for text that does not run from left to right. */
  readonly x: number;
  readonly y: number;
  /** Size of its font as shown. */
  readonly size: number;
}

export interface PdfPage {
  /** Counted from 1. */
  readonly number: number;
  readonly lines: readonly PdfLine[];
  /** Letters and digits. */
  readonly letters: number;
  /** Characters that are looked at for their meaning. */
  readonly sampled: number;
  /** Those of them that have none: private characters, controls, U+FFFD. */
  readonly unmapped: number;
  /** Those of which the font gives a number only, which is then taken for the character: right in bitmap fonts of LaTeX, wrong in subsets. */
  readonly guessed: number;
  /** Whether pictures stand on it; counted only where there is hardly any text. */
  readonly images: number;
}

/** Under so many letters a page has hardly any text: a page number and a stamp have fewer, a title page has more. */
export const FEWEST_LETTERS = 20;
/** One character in so many is asked for its meaning, which costs as much as its value. */
const SAMPLE_EVERY = 4;
/** `FPDF_PAGEOBJ_IMAGE` (fpdf_edit.h). */
const IMAGE = 3;
/** Objects of a page that are looked at for pictures. */
const MOST_OBJECTS = 2000;
/** What the rest of a line begins with whose first word moved up: a blank, so that it is trimmed away. */
const CONTINUED = "\t";
/** Latin ligatures have characters of their own (U+FB00 to U+FB06), which no one types. */
const LIGATURES: readonly string[] = ["ff", "fi", "fl", "ffi", "ffl", "ſt", "st"];

/** Reads one page of an open document; null where it cannot be loaded. `scratch`: 64 bytes of PDFium's memory. */
export function readPage(
  pdfium: Pdfium,
  document: number,
  { index, scratch }: { readonly index: number; readonly scratch: number },
): PdfPage | null {
  const { call } = pdfium;
  const page = call.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  const textPage = call.FPDFText_LoadPage(page);
  const read = textPage === 0 ? EMPTY : readText(pdfium, textPage, scratch);
  const images = read.letters < FEWEST_LETTERS ? countImages(pdfium, page) : 0;
  if (textPage !== 0) call.FPDFText_ClosePage(textPage);
  call.FPDF_ClosePage(page);
  return { number: index + 1, ...read, images };
}

const EMPTY = { lines: [], letters: 0, sampled: 0, unmapped: 0, guessed: 0 } as const;

interface Counts {
  sampled: number;
  unmapped: number;
  guessed: number;
}

function readText(pdfium: Pdfium, textPage: number, scratch: number): Omit<PdfPage, "number" | "images"> {
  const { call } = pdfium;
  const count = call.FPDFText_CountChars(textPage);
  const lines: PdfLine[] = [];
  const counts: Counts = { sampled: 0, unmapped: 0, guessed: 0 };
  let text = "";
  let first = 0;
  /** Where the next line begins of which the end of a divided word was read already; else null. */
  let below: number | null = null;
  const endLine = () => {
    const shown = text.replace(/\s+/g, " ").trim();
    if (shown !== "") lines.push({ text: shown, ...placeOf(pdfium, textPage, { index: first, scratch }) });
    text = "";
    first = below ?? first;
  };
  for (let index = 0; index < count; index++) {
    const unit = call.FPDFText_GetUnicode(textPage, index);
    const isBreak = unit === 10 || unit === 13;
    if (isBreak || (unit === 32 && below !== null)) {
      endLine();
      if (!isBreak) text = CONTINUED;
      below = null;
      continue;
    }
    if (text.trimStart() === "" && text !== CONTINUED) first = index;
    if (unit !== 32 && index % SAMPLE_EVERY === 0) sample(call, textPage, { index, unit, counts });
    if (isHyphen(unit) && call.FPDFText_IsHyphen(textPage, index) === 1) {
      below = index + 1;
      text += isCompound(text) ? "-" : "";
    } else text += characterOf(unit);
  }
  endLine();
  return { lines, letters: lines.reduce((sum, line) => sum + countLetters(line.text), 0), ...counts };
}

function sample(
  call: Pdfium["call"],
  textPage: number,
  { index, unit, counts }: { readonly index: number; readonly unit: number; readonly counts: Counts },
): void {
  counts.sampled++;
  if (isUnmapped(unit)) counts.unmapped++;
  else if (call.FPDFText_HasUnicodeMapError(textPage, index) === 1) counts.guessed++;
}

/** The characters that PDFium may mark as a hyphen that divides a word at a line's end, its own U+0002 and U+FFFE among them. */
function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x02 || unit === 0xad || unit === 0xfffe || unit === 0x2010;
}

/** Whether the hyphen after a line's end is the word's own: behind a capital, a digit or another hyphen. */
function isCompound(text: string): boolean {
  return /[\p{N}\p{Lu}]$|-\S*$/u.test(text);
}

function characterOf(unit: number): string {
  if (unit >= 0xfb00 && unit <= 0xfb06) return LIGATURES[unit - 0xfb00] ?? "";
  // Controls have no shape; U+FFFE and U+0002 are PDFium's marks for a hyphen at a line's end.
  if (unit < 0x20) return unit === 9 ? " " : unit === 2 ? "-" : "";
  if (unit === 0xfffe || unit === 0xad) return "-";
  if (unit === 0xffff || (unit >= 0x7f && unit < 0xa0)) return "";
  return unit > 0xffff ? String.fromCodePoint(Math.min(unit, 0x10ffff)) : String.fromCharCode(unit);
}

function isUnmapped(unit: number): boolean {
  return (unit < 0x20 && unit !== 2 && unit !== 9) || unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff);
}

function placeOf({ call, memory }: Pdfium, textPage: number, { index, scratch }: { readonly index: number; readonly scratch: number }) {
  const hasPlace =
    call.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8) === 1 &&
    call.FPDFText_GetMatrix(textPage, index, scratch + 16) === 1;
  const heap = memory();
  const view = new DataView(heap.buffer, heap.byteOffset + scratch, 40);
  const [a, b, c, d] = [16, 20, 24, 28].map((at) => view.getFloat32(at, true));
  if (!hasPlace || a === undefined || b === undefined || Math.abs(b) > Math.abs(a)) return { x: 0, y: 0, size: 0 };
  const size = call.FPDFText_GetFontSize(textPage, index) * Math.hypot(c ?? 0, d ?? 0);
  const [x, y] = [view.getFloat64(0, true), view.getFloat64(8, true)];
  return [x, y, size].every(Number.isFinite) ? { x, y, size } : { x: 0, y: 0, size: 0 };
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function countImages({ call }: Pdfium, page: number): number {
  const count = Math.min(call.FPDFPage_CountObjects(page), MOST_OBJECTS);
  let images = 0;
  for (let index = 0; index < count; index++) if (call.FPDFPageObj_GetType(call.FPDFPage_GetObject(page, index)) === IMAGE) images++;
  return images;
}
