/** The characters of a line, counted in one pass: marks of code and markup, words, capitals. */

/** Classes of ASCII characters. */
export const CODE_MARK = 1;
export const LOWER = 2;
export const UPPER = 3;
export const DIGIT = 4;
const CLASSES = new Uint8Array(128);
for (const mark of '{}()[]=<>;\\_$#@*+|~^&`/"') CLASSES[mark.charCodeAt(0)] = CODE_MARK;
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) CLASSES[code] = LOWER;
  else if (/[A-Z]/.test(character)) CLASSES[code] = UPPER;
  else if (/\d/.test(character)) CLASSES[code] = DIGIT;
}

const BLANK = 0x20;
const OPENING = 0x28;
const STAR = 0x2a;
const SLASH = 0x2f;
const LESS_THAN = 0x3c;
const BRACKET = 0x5d;
const UNDERSCORE = 0x5f;
const BACKTICK = 0x60;
const BAR = 0x7c;

/** Class of a UTF-16 code unit: one of those above, 0 for other ASCII characters; all others count as lower-case letters. */
export function classOf(code: number): number {
  return code < 128 ? (CLASSES[code] ?? 0) : LOWER;
}

/** What one pass over a line's characters counts. */
export interface Marks {
  code: number;
  words: number;
  capitalWords: number;
  isNotAscii: boolean;
  hasBacktick: boolean;
  hasLink: boolean;
  hasDoubledMark: boolean;
  hasBar: boolean;
  hasTag: boolean;
  hasAddress: boolean;
  hasCodeName: boolean;
}

/** Counts a line. Linear. */
export function countMarks(text: string): Marks {
  const marks: Marks = {
    code: 0,
    words: 0,
    capitalWords: 0,
    isNotAscii: false,
    hasBacktick: false,
    hasLink: false,
    hasDoubledMark: false,
    hasBar: false,
    hasTag: false,
    hasAddress: text.includes("://"),
    hasCodeName: false,
  };
  let before = 0;
  let beforeKind = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === LOWER && beforeKind === LOWER && code < 128) {
      before = code;
      continue;
    }
    if (code >= 128) marks.isNotAscii = true;
    if (kind === CODE_MARK) addCodeMark(marks, { code, before, beforeKind });
    else if (kind === UPPER && beforeKind === LOWER && before < 128) marks.hasCodeName = true;
    else if (before === LESS_THAN && (kind === LOWER || code === SLASH)) marks.hasTag = true;
    if (code === BLANK) isInWord = false;
    else if (!isInWord && (kind === LOWER || kind === UPPER)) {
      isInWord = true;
      marks.words++;
      if (kind === UPPER || (code >= 128 && isUpperCase(text[at] ?? ""))) marks.capitalWords++;
    }
    before = code;
    beforeKind = kind;
  }
  return marks;
}

function addCodeMark(
  marks: Marks,
  { code, before, beforeKind }: { readonly code: number; readonly before: number; readonly beforeKind: number },
): void {
  marks.code++;
  if (code === BACKTICK) marks.hasBacktick = true;
  else if (code === BAR) marks.hasBar = true;
  else if (code === before && (code === STAR || code === UNDERSCORE)) marks.hasDoubledMark = true;
  else if (code === OPENING && before === BRACKET) marks.hasLink = true;
  else if (code === SLASH && before === LESS_THAN) marks.hasTag = true;
  else if ((code === OPENING || code === UNDERSCORE) && beforeKind >= LOWER) marks.hasCodeName = true;
}

function isUpperCase(character: string): boolean {
  return character !== character.toLowerCase();
}
