/**
 * Words as numbers, in one pass and without a string a word: what documents and entries are compared by. A term is the 32-bit FNV-1a hash
 * (Fowler, Noll and Vo) of a word's lower-case characters, its plural ending cut (the S stemmer of Harman 1991). Words are runs of letters,
 * runs of digits (leading zeros cut), and pairs of neighbouring ideographs. `camelCase` gives its parts and the whole.
 */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Classes of characters. */
const SEPARATOR = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const IDEOGRAPH = 4;

/** Lower-case code and class of every UTF-16 code unit below U+3000; letters of other scripts count as lower-case. */
const SIZE = 0x3000;
const FOLDED = new Uint16Array(SIZE);
const CLASSES = new Uint8Array(SIZE);
for (let code = 0; code < SIZE; code++) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  FOLDED[code] = lower.charCodeAt(0);
  if (/\p{Nd}/u.test(character)) CLASSES[code] = DIGIT;
  else if (/[\p{L}\p{M}]/u.test(character)) CLASSES[code] = lower === character ? LOWER : UPPER;
}

function classOf(code: number): number {
  if (code < SIZE) return CLASSES[code] ?? SEPARATOR;
  if (code < 0x3041 || (code > 0xd7a3 && code < 0xf900) || code > 0xffdc || (code > 0xfaff && code < 0xff10)) return SEPARATOR;
  return code >= 0xac00 && code <= 0xd7a3 ? LOWER : IDEOGRAPH;
}

/** Calls `visit` with every term of `text` from offset `from` up to `to`, in order. Linear; allocates nothing. */
export function visitTerms(text: string, visit: (term: number) => void, from = 0, to = text.length): void {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === SEPARATOR) at++;
    else if (kind === DIGIT) at = visitDigits(text, at, { to, visit });
    else if (kind === IDEOGRAPH) at = visitIdeographs(text, at, { to, visit });
    else at = visitLetters(text, at, { to, visit });
  }
}

interface Visit {
  readonly to: number;
  readonly visit: (term: number) => void;
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

function visitDigits(text: string, from: number, { to, visit }: Visit): number {
  let at = from;
  let hash = OFFSET;
  let isLeading = true;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (classOf(code) !== DIGIT) break;
    if (isLeading && code === 0x30) continue;
    isLeading = false;
    hash = step(hash, code);
  }
  visit((isLeading ? step(OFFSET, 0x30) : hash) >>> 0);
  return at;
}

function visitIdeographs(text: string, from: number, { to, visit }: Visit): number {
  let at = from + 1;
  let previous = text.charCodeAt(from);
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (classOf(code) !== IDEOGRAPH) break;
    visit(step(step(OFFSET, previous), code) >>> 0);
    previous = code;
  }
  if (at === from + 1) visit(step(OFFSET, previous) >>> 0);
  return at;
}

/** Codes of the endings that are cut. */
const E = 0x65;
const I = 0x69;
const S = 0x73;
const U = 0x75;
const Y = 0x79;

/** A run of letters: its parts at `aB` and `ABc` joints, and the whole where it has several. */
function visitLetters(text: string, from: number, { to, visit }: Visit): number {
  let at = from;
  let start = from;
  let parts = 0;
  for (; at < to; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind !== LOWER && kind !== UPPER) break;
    if (at > start && isJoint(text, at, { to, kind })) {
      visit(wordTerm(text, start, at));
      parts++;
      start = at;
    }
  }
  visit(wordTerm(text, start, at));
  if (parts > 0) visit(wordTerm(text, from, at));
  return at;
}

/** Whether a new part of a camelCase word starts here: `a|B`, and `AB|Cd`. */
function isJoint(text: string, at: number, { to, kind }: { readonly to: number; readonly kind: number }): boolean {
  if (kind !== UPPER) return false;
  const before = classOf(text.charCodeAt(at - 1));
  if (before === LOWER) return true;
  return at + 2 < to && classOf(text.charCodeAt(at + 1)) === LOWER && classOf(text.charCodeAt(at + 2)) === LOWER;
}

function wordTerm(text: string, from: number, to: number): number {
  let hash = OFFSET;
  let one = OFFSET;
  let two = OFFSET;
  let three = OFFSET;
  for (let at = from; at < to; at++) {
    three = two;
    two = one;
    one = hash;
    const code = text.charCodeAt(at);
    hash = step(hash, code < SIZE ? (FOLDED[code] ?? code) : code);
  }
  const length = to - from;
  if (length < 4 || folded(text, to - 1) !== S) return hash >>> 0;
  const last = folded(text, to - 2);
  if (last === E && folded(text, to - 3) === I && length > 4) return step(three, Y) >>> 0;
  return (last === S || last === U || last === I ? hash : one) >>> 0;
}

function folded(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < SIZE ? (FOLDED[code] ?? code) : code;
}

/** The distinct terms of a text, in order of their first place. */
export function termsOf(text: string): number[] {
  const terms = new Set<number>();
  visitTerms(text, (term) => terms.add(term));
  return [...terms];
}
