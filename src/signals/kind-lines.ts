/** The shape of a line for the kind model: what a reader sees of a page from afar. No regular expressions: it is run over every document. */

/** Line shapes that are counted; their order is the order of `LineCounts.shapes`. */
export const LINE_SHAPES = [
  "heading",
  "bullet",
  "numbered",
  "numbered-heading",
  "quoted",
  "table",
  "code",
  "indented",
  "field",
  "short",
  "label",
  "long",
  "very-long",
  "ends-stop",
  "ends-colon",
  "ends-comma",
  "ends-question",
  "ends-brace",
  "starts-lower",
  "starts-upper",
  "starts-digit",
  "starts-mark",
  "capitals",
] as const;

export type LineShape = (typeof LINE_SHAPES)[number];

const SHAPE = Object.fromEntries(LINE_SHAPES.map((shape, place) => [shape, place])) as Record<LineShape, number>;

/** Lines of one stretch of a document, counted. */
export interface LineCounts {
  lines: number;
  blank: number;
  chars: number;
  squares: number;
  readonly shapes: Uint32Array;
}

export function newLineCounts(): LineCounts {
  return { lines: 0, blank: 0, chars: 0, squares: 0, shapes: new Uint32Array(LINE_SHAPES.length) };
}

/** Where a line's words start, and what stands before them. */
export interface LineOpening {
  readonly start: number;
  readonly isBlank: boolean;
  readonly isFence: boolean;
  readonly isListed: boolean;
  readonly length: number;
}

/** Lengths in characters (UTF-16 code units). A printed line of 80 is neither short nor long. */
const SHORT = 45;
const LABEL = 20;
const LONG = 110;
const VERY_LONG = 300;

/** Counts a line's shapes and says where its words start. `counts` are those of every stretch that the line belongs to. */
export function countLine(line: string, isCode: boolean, counts: readonly LineCounts[]): LineOpening {
  let start = 0;
  while (start < line.length && isBlankUnit(line.charCodeAt(start))) start++;
  let end = line.length;
  while (end > start && isBlankUnit(line.charCodeAt(end - 1))) end--;
  const length = end - start;
  if (length === 0) {
    for (const count of counts) count.blank++;
    return { start, isBlank: true, isFence: false, isListed: false, length };
  }
  const prefix = prefixOf(line, start, end);
  const isFence = line.startsWith("```", start) || line.startsWith("~~~", start);
  for (const count of counts) addLine(count, length);
  const mark = (shape: LineShape) => {
    for (const count of counts) count.shapes[SHAPE[shape]] = (count.shapes[SHAPE[shape]] ?? 0) + 1;
  };
  if (prefix.shape !== null) mark(prefix.shape);
  if (isCode || isFence) mark("code");
  if (start >= 4 || line.charCodeAt(0) === TAB) mark("indented");
  markLength(length, mark);
  markEnd(line.charCodeAt(end - 1), mark);
  markStart(line, prefix.start, end, mark);
  return { start: prefix.start, isBlank: false, isFence, isListed: prefix.shape !== null, length };
}

const TAB = 0x09;

function addLine(count: LineCounts, length: number): void {
  count.lines++;
  count.chars += length;
  count.squares += length * length;
}

function isBlankUnit(unit: number): boolean {
  return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x200b || unit === 0xfeff;
}

function prefixOf(line: string, start: number, end: number): { start: number; shape: LineShape | null } {
  const first = line[start] ?? "";
  switch (first) {
    case "#":
    case "=":
      return repeated(line, start, end, first, "heading");
    case "-":
    case "*":
    case "+":
    case "•":
    case "·":
      return line[start + 1] === " " || line[start + 1] === "\t" ? { start: start + 2, shape: "bullet" } : { start, shape: null };
    case ">":
      return { start: start + 1, shape: "quoted" };
    case "|":
      return { start: start + 1, shape: "table" };
  }
  const unit = line.charCodeAt(start);
  return unit >= 0x30 && unit <= 0x39 ? numbered(line, start, end) : { start, shape: null };
}

function repeated(line: string, start: number, end: number, mark: string, shape: LineShape): { start: number; shape: LineShape | null } {
  let at = start;
  while (at < end && line[at] === mark) at++;
  return at - start <= 6 && at < end ? { start: at, shape } : { start, shape: null };
}

/** `1. `, `1) `, `1.2.3 `: a list's item, or a numbered heading where it is short and has no stop. */
function numbered(line: string, start: number, end: number): { start: number; shape: LineShape | null } {
  let at = start;
  let dots = 0;
  while (at < end && at - start < 12) {
    const unit = line.charCodeAt(at);
    if (unit === 0x2e || unit === 0x29) dots++;
    else if (unit < 0x30 || unit > 0x39) break;
    at++;
  }
  if (dots === 0 || at >= end || !isBlankUnit(line.charCodeAt(at))) return { start, shape: null };
  const isHeading = end - at < 60 && isUpper(line.charCodeAt(at + 1)) && line[end - 1] !== ".";
  return { start: at, shape: isHeading ? "numbered-heading" : "numbered" };
}

function isUpper(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

function isLower(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function markLength(length: number, mark: (shape: LineShape) => void): void {
  if (length < LABEL) mark("label");
  if (length < SHORT) mark("short");
  else if (length > VERY_LONG) mark("very-long");
  else if (length > LONG) mark("long");
}

function markEnd(last: number, mark: (shape: LineShape) => void): void {
  if (last === 0x2e) mark("ends-stop");
  else if (last === 0x3a) mark("ends-colon");
  else if (last === 0x2c) mark("ends-comma");
  else if (last === 0x3f) mark("ends-question");
  else if (last === 0x7b || last === 0x7d || last === 0x3b) mark("ends-brace");
}

function markStart(line: string, start: number, end: number, mark: (shape: LineShape) => void): void {
  const first = line.charCodeAt(start);
  if (isLower(first)) mark("starts-lower");
  else if (isUpper(first)) mark("starts-upper");
  else if (first >= 0x30 && first <= 0x39) mark("starts-digit");
  else if (first < 0x80 && first !== 0x20) mark("starts-mark");
  if (isField(line, start, end)) mark("field");
  if (end - start >= 4 && isAllCapitals(line, start, end)) mark("capitals");
}

/** `Name: text`: a header's field, or who speaks. */
function isField(line: string, start: number, end: number): boolean {
  const first = line.charCodeAt(start);
  if (!isUpper(first) && first !== 0x2a && first !== 0x3a) return false;
  const colon = line.indexOf(":", start + 2);
  if (colon < 0 || colon - start > 32 || colon + 2 >= end) return false;
  let blanks = 0;
  for (let at = start; at < colon; at++) if (line.charCodeAt(at) === 0x20) blanks++;
  return blanks <= 3;
}

function isAllCapitals(line: string, start: number, end: number): boolean {
  let letters = 0;
  for (let at = start; at < end; at++) {
    const unit = line.charCodeAt(at);
    if (isLower(unit)) return false;
    if (isUpper(unit)) letters++;
  }
  return letters * 2 > end - start;
}
