/**
 * The shape of a text's lines, as yes-or-no features: what tells a web page's lines (labels and headlines close under one another, whole paragraphs
 * on one line, no markup) from those of a working document (markup, code, wrapped or parted paragraphs). No word is looked at, so that what a line
 * says stays a second, independent sign. Used alike by training (`train/passages.mjs`) and by measuring.
 */

import { CODE_MARK, classOf, countMarks, DIGIT, LOWER, type Marks, UPPER } from "./passage-marks.ts";

/** Names of the features; a line has those at the places that `visitLineShapes` gives. */
export const LINE_FEATURES = [
  "upper-case-first",
  "lower-case-first",
  "digit-first",
  "other-letter-first",
  "mark-first",
  "stop-last",
  "comma-last",
  "code-mark-last",
  "question-last",
  "colon-last",
  "plain-last",
  "to-12-characters",
  "to-28-characters",
  "to-60-characters",
  "to-100-characters",
  "to-200-characters",
  "to-600-characters",
  "longer",
  "over-1500-characters",
  "indented",
  "no-code-mark",
  "few-code-marks",
  "many-code-marks",
  "backtick",
  "markdown-link",
  "doubled-mark",
  "bar",
  "tag",
  "address",
  "not-ascii",
  "name-in-code",
  "label",
  "label-below-label",
  "blank-above",
  "blank-below",
  "runs-on",
  "wrapped",
  "as-long-as-above",
  "title-case",
] as const;

type Feature = (typeof LINE_FEATURES)[number];

const PLACE = Object.fromEntries(LINE_FEATURES.map((name, place) => [name, place])) as Readonly<Record<Feature, number>>;

/** Upper limits of the classes of length, in UTF-16 code units. */
const LENGTHS = [
  [12, PLACE["to-12-characters"]],
  [28, PLACE["to-28-characters"]],
  [60, PLACE["to-60-characters"]],
  [100, PLACE["to-100-characters"]],
  [200, PLACE["to-200-characters"]],
  [600, PLACE["to-600-characters"]],
] as const;
/** Over the longest paragraphs: a page's text on one line. */
const VERY_LONG = 1500;
/** Code units of a line that are looked at: enough of any that a person wrote. */
const LOOKED_AT = 2000;
/** Share of code marks from which a line reads as code or data. */
const MANY_CODE_MARKS = 0.04;
/** A menu's item or a heading. */
const LABEL = { longest: 40, words: 5 } as const;
/** Lines that an editor wrapped have about the same width. */
const WRAPPED = { least: 50, most: 100 } as const;
const TITLE = { words: 4, capitals: 0.75 } as const;

/** What is kept of the line above. */
interface Above {
  /** Code units without the blanks at its ends; 0 for a blank line, and above the first. */
  length: number;
  isLabel: boolean;
}

/**
 * Calls `visit` with each line that holds text (its place in `lines`) and the places of its features, in an array that is used again. Of an indented
 * line nothing else is told: it is code or a list's. Linear.
 */
export function visitLineShapes(lines: readonly string[], visit: (place: number, features: readonly number[]) => void): void {
  const above: Above = { length: 0, isLabel: false };
  const features: number[] = [];
  let below = lines[0]?.trim() ?? "";
  for (let place = 0; place < lines.length; place++) {
    const text = below;
    below = lines[place + 1]?.trim() ?? "";
    if (text === "") {
      above.length = 0;
      above.isLabel = false;
      continue;
    }
    features.length = 0;
    if (isIndented(lines[place] ?? "")) {
      features.push(PLACE.indented);
      above.length = text.length;
      above.isLabel = false;
    } else {
      if (below === "") features.push(PLACE["blank-below"]);
      addShape(features, text, above);
    }
    visit(place, features);
  }
}

function isIndented(line: string): boolean {
  return line.charCodeAt(0) === 0x09 || (line.charCodeAt(0) === 0x20 && line.charCodeAt(1) === 0x20);
}

function addShape(features: number[], text: string, above: Above): void {
  const first = firstClass(text);
  const last = lastClass(text);
  const marks = countMarks(text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text);
  const isLabel =
    marks.code === 0 &&
    text.length <= LABEL.longest &&
    marks.words <= LABEL.words &&
    first !== "lower-case-first" &&
    first !== "mark-first" &&
    (last === "plain-last" || last === "question-last");
  features.push(PLACE[first], PLACE[last]);
  addLength(features, text.length);
  addMarks(features, marks, text.length);
  if (isLabel) features.push(PLACE.label);
  if (above.length === 0) features.push(PLACE["blank-above"]);
  else addNeighbour(features, { length: text.length, isLabel, isLower: first === "lower-case-first" }, above);
  above.length = text.length;
  above.isLabel = isLabel;
}

function placeOfLength(length: number): number {
  for (const [most, place] of LENGTHS) if (length <= most) return place;
  return PLACE.longer;
}

function addLength(features: number[], length: number): void {
  features.push(placeOfLength(length));
  if (length > VERY_LONG) features.push(PLACE["over-1500-characters"]);
}

function addMarks(features: number[], marks: Marks, length: number): void {
  const ratio = marks.code / Math.min(length, LOOKED_AT);
  features.push(PLACE[marks.code === 0 ? "no-code-mark" : ratio < MANY_CODE_MARKS ? "few-code-marks" : "many-code-marks"]);
  if (marks.hasBacktick) features.push(PLACE.backtick);
  if (marks.hasLink) features.push(PLACE["markdown-link"]);
  if (marks.hasDoubledMark) features.push(PLACE["doubled-mark"]);
  if (marks.hasBar) features.push(PLACE.bar);
  if (marks.hasTag) features.push(PLACE.tag);
  if (marks.hasAddress) features.push(PLACE.address);
  if (marks.isNotAscii) features.push(PLACE["not-ascii"]);
  if (marks.hasCodeName) features.push(PLACE["name-in-code"]);
  if (marks.words >= TITLE.words && marks.capitalWords >= TITLE.capitals * marks.words) features.push(PLACE["title-case"]);
}

function addNeighbour(
  features: number[],
  line: { readonly length: number; readonly isLabel: boolean; readonly isLower: boolean },
  above: Above,
): void {
  if (line.isLabel && above.isLabel) features.push(PLACE["label-below-label"]);
  if (line.isLower && above.length >= WRAPPED.least) features.push(PLACE["runs-on"]);
  if (isWrappedLength(line.length) && isWrappedLength(above.length)) features.push(PLACE.wrapped);
  if (Math.abs(line.length - above.length) <= 1) features.push(PLACE["as-long-as-above"]);
}

function isWrappedLength(length: number): boolean {
  return length >= WRAPPED.least && length <= WRAPPED.most;
}

function firstClass(text: string): Feature {
  const code = text.charCodeAt(0);
  if (code < 128) {
    const kind = classOf(code);
    if (kind === UPPER) return "upper-case-first";
    if (kind === LOWER) return "lower-case-first";
    return kind === DIGIT ? "digit-first" : "mark-first";
  }
  if (/^\p{Lu}/u.test(text)) return "upper-case-first";
  if (/^\p{Ll}/u.test(text)) return "lower-case-first";
  return /^\p{L}/u.test(text) ? "other-letter-first" : "mark-first";
}

function lastClass(text: string): Feature {
  switch (text[text.length - 1]) {
    case ".":
    case "…":
    case "。":
      return "stop-last";
    case ",":
      return "comma-last";
    case ":":
      return "colon-last";
    case "?":
    case "!":
      return "question-last";
    case "-":
    case "'":
      return "code-mark-last";
    default:
      return classOf(text.charCodeAt(text.length - 1)) === CODE_MARK ? "code-mark-last" : "plain-last";
  }
}
