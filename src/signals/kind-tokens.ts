/**
 * Cuts a line into tokens for the kind model: words in lower case, marks, and classes in place of numbers, names in code and addresses, so that
 * a genre's words count and a subject's do not. Markup (emphasis, link targets, tags, entities) is passed over. One pass, no regular expressions:
 * it is run over every document.
 */
import { HASH_START, hashOf, hashUnit } from "./kind-hash.ts";

/** What stands in for tokens that are no words. `<` starts no word, so none can be mistaken for a word. */
export const TOKEN_CLASSES = {
  lineStart: "<^",
  lineEnd: "<$",
  number: "<n",
  decimal: "<d",
  version: "<v",
  year: "<y",
  time: "<t",
  name: "<id",
  url: "<url",
} as const;

const CLASS_HASHES = Object.fromEntries(Object.entries(TOKEN_CLASSES).map(([name, word]) => [name, hashOf(word)])) as Record<
  keyof typeof TOKEN_CLASSES,
  number
>;
export const LINE_START = CLASS_HASHES.lineStart;
export const LINE_END = CLASS_HASHES.lineEnd;
export const URL_TOKEN = CLASS_HASHES.url;
export const NAME_TOKEN = CLASS_HASHES.name;
export const YEAR_TOKEN = CLASS_HASHES.year;
export const TIME_TOKEN = CLASS_HASHES.time;
export const VERSION_TOKEN = CLASS_HASHES.version;
export const NUMBER_TOKEN = CLASS_HASHES.number;

/** Keywords of RFC 2119 and RFC 8174, which mean something in capitals only. */
const KEYWORDS: ReadonlyMap<number, number> = new Map(
  "MUST SHALL SHOULD MAY REQUIRED RECOMMENDED OPTIONAL NOT".split(" ").map((word) => [hashOf(word.toLowerCase()), hashOf(word)]),
);

/** Marks that are tokens; others part words and count for the layout only. */
const MARKS = ',.:;?!"()=@$%&|/{}“”»©–—…+\\[]';

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const MARK = 4;
const APOSTROPHE = 5;
const UNDERSCORE = 6;
const TAG_OPEN = 7;

const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(0x2100);
  for (let unit = 0; unit < table.length; unit++) {
    const char = String.fromCharCode(unit);
    if (unit >= 0x30 && unit <= 0x39) table[unit] = DIGIT;
    else if (/\p{L}/u.test(char)) table[unit] = char === char.toLowerCase() ? LOWER : UPPER;
    else if (char === "'" || char === "’") table[unit] = APOSTROPHE;
    else if (char === "_") table[unit] = UNDERSCORE;
    else if (char === "<") table[unit] = TAG_OPEN;
    else if (MARKS.includes(char)) table[unit] = MARK;
  }
  return table;
}

function classOf(unit: number): number {
  if (unit < 0x2100) return CLASSES[unit] ?? OTHER;
  return unit >= 0x2e80 && unit < 0xd800 ? LOWER : OTHER;
}

/** What is counted while tokens are cut. */
export interface TokenCounts {
  words: number;
  wordChars: number;
  capitalised: number;
  allCapitals: number;
  longWords: number;
  endingsEd: number;
  endingsIng: number;
  endingsLy: number;
  endingsTion: number;
  contractions: number;
  names: number;
  numbers: number;
  digits: number;
  urls: number;
  tags: number;
  links: number;
  otherLetters: number;
}

export function newTokenCounts(): TokenCounts {
  return {
    words: 0,
    wordChars: 0,
    capitalised: 0,
    allCapitals: 0,
    longWords: 0,
    endingsEd: 0,
    endingsIng: 0,
    endingsLy: 0,
    endingsTion: 0,
    contractions: 0,
    names: 0,
    numbers: 0,
    digits: 0,
    urls: 0,
    tags: 0,
    links: 0,
    otherLetters: 0,
  };
}

/** Longest tag, link target or address that is passed over, in UTF-16 code units. */
const LONGEST_SKIP = 500;

/** Cuts lines one after another into one list of token hashes. */
export class Tokenizer {
  readonly counts = newTokenCounts();
  #tokens = new Int32Array(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get tokens(): Int32Array {
    return this.#tokens.subarray(0, this.#length);
  }

  push(token: number): void {
    if (this.#length === this.#tokens.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#tokens);
      this.#tokens = grown;
    }
    this.#tokens[this.#length++] = token;
  }

  /** Takes the last token back where it is `token`. */
  drop(token: number): void {
    if (this.#tokens[this.#length - 1] === token) this.#length--;
  }

  /** Adds the tokens of `text` from `start` on. */
  read(text: string, start: number): void {
    let at = start;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      const kind = classOf(unit);
      if (kind === LOWER || kind === UPPER || kind === UNDERSCORE) at = this.#readWord(text, at);
      else if (kind === DIGIT) at = this.#readNumber(text, at);
      else if (kind === TAG_OPEN) at = this.#skipTag(text, at);
      else if (kind === MARK) at = this.#readMark(text, at, unit);
      else at++;
    }
  }

  #readWord(text: string, start: number): number {
    let at = start;
    let hash = HASH_START;
    let upper = 0;
    let isName = false;
    let previous = OTHER;
    let unit = 0;
    for (; at < text.length; at++) {
      unit = text.charCodeAt(at);
      const kind = classOf(unit);
      if (kind === LOWER) hash = hashUnit(hash, unit);
      else if (kind === UPPER) {
        upper++;
        if (previous === LOWER) isName = true;
        hash = hashUnit(hash, unit < 0x80 ? unit | 0x20 : unit + 0x20);
      } else if (kind === DIGIT || kind === UNDERSCORE) {
        const next = at + 1 < text.length ? classOf(text.charCodeAt(at + 1)) : OTHER;
        if (kind === UNDERSCORE && (at === start || (next !== LOWER && next !== UPPER && next !== DIGIT))) {
          if (at === start) {
            previous = OTHER;
            continue;
          }
          break;
        }
        isName = true;
      } else if (kind === APOSTROPHE && at > start && at + 1 < text.length && classOf(text.charCodeAt(at + 1)) === LOWER) {
        hash = hashUnit(hash, 0x27);
        this.counts.contractions++;
      } else break;
      previous = kind;
    }
    const length = at - start;
    if (hash === HASH_START && !isName) return Math.max(at, start + 1);
    if (isUrlStart(text, start, at)) return this.#skipUrl(text, at);
    this.#countWord(text, start, at, upper);
    if (isName) {
      this.counts.names++;
      this.push(NAME_TOKEN);
    } else this.push(upper === length ? (KEYWORDS.get(hash) ?? hash) : hash);
    return at;
  }

  #countWord(text: string, start: number, end: number, upper: number): void {
    const counts = this.counts;
    const length = end - start;
    counts.words++;
    counts.wordChars += length;
    if (length >= 9) counts.longWords++;
    if (upper > 0) {
      const first = classOf(text.charCodeAt(start));
      if (upper === length && length > 1) counts.allCapitals++;
      else if (first === UPPER) counts.capitalised++;
    }
    if (text.charCodeAt(start) > 0x24f) counts.otherLetters++;
    if (length < 5) return;
    const last = text.charCodeAt(end - 1);
    const before = text.charCodeAt(end - 2);
    if (last === D && before === E) counts.endingsEd++;
    else if (last === G && before === N && text.charCodeAt(end - 3) === I) counts.endingsIng++;
    else if (last === Y && before === L) counts.endingsLy++;
    else if (last === N && before === O && text.charCodeAt(end - 3) === I) counts.endingsTion++;
  }

  #readNumber(text: string, start: number): number {
    let at = start;
    let dots = 0;
    let colons = 0;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (classOf(unit) === DIGIT) continue;
      if ((unit !== DOT && unit !== COLON && unit !== COMMA) || at + 1 >= text.length || classOf(text.charCodeAt(at + 1)) !== DIGIT) break;
      if (unit === DOT) dots++;
      else if (unit === COLON) colons++;
    }
    this.counts.numbers++;
    this.counts.digits += at - start;
    this.push(numberClass(text, start, at, dots, colons));
    return at;
  }

  /** Passes over a tag, or over the sign itself where none follows. */
  #skipTag(text: string, start: number): number {
    const next = classOf(text.charCodeAt(start + 1));
    const isTag = next === LOWER || next === UPPER || text[start + 1] === "/" || text[start + 1] === "!";
    const end = isTag ? text.indexOf(">", start) : -1;
    if (end < 0 || end - start > LONGEST_SKIP) return start + 1;
    this.counts.tags++;
    return end + 1;
  }

  #readMark(text: string, start: number, unit: number): number {
    if (unit === BRACKET_OPEN || unit === BRACKET_CLOSE) {
      if (unit === BRACKET_OPEN || text[start + 1] !== "(") return start + 1;
      const end = text.indexOf(")", start);
      if (end < 0 || end - start > LONGEST_SKIP) return start + 1;
      this.counts.links++;
      return end + 1;
    }
    if (unit === AMPERSAND) {
      const end = text.indexOf(";", start);
      if (end > start + 1 && end - start < 9 && /^[#a-zA-Z0-9]+$/.test(text.slice(start + 1, end))) return end + 1;
    }
    this.push(markHash(unit));
    return start + 1;
  }

  #skipUrl(text: string, start: number): number {
    let at = start;
    for (; at < text.length && at - start < LONGEST_SKIP; at++) {
      const unit = text.charCodeAt(at);
      if (unit <= 0x20 || unit === 0x29 || unit === 0x3e || unit === 0x22 || unit === BRACKET_CLOSE) break;
    }
    this.counts.urls++;
    this.push(URL_TOKEN);
    return at;
  }
}

const D = 0x64;
const E = 0x65;
const G = 0x67;
const I = 0x69;
const L = 0x6c;
const N = 0x6e;
const O = 0x6f;
const Y = 0x79;
const DOT = 0x2e;
const COLON = 0x3a;
const COMMA = 0x2c;
const AMPERSAND = 0x26;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;

function markHash(unit: number): number {
  return hashUnit(HASH_START, unit);
}

function isUrlStart(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length === 3) return text.charCodeAt(end) === DOT && text.slice(start, end).toLowerCase() === "www";
  return (length === 4 || length === 5) && text.charCodeAt(end) === COLON && text.startsWith("://", end);
}

function numberClass(text: string, start: number, end: number, dots: number, colons: number): number {
  if (colons > 0) return TIME_TOKEN;
  if (dots > 1) return VERSION_TOKEN;
  if (dots === 1) return CLASS_HASHES.decimal;
  const isYear = end - start === 4 && (text.startsWith("19", start) || text.startsWith("20", start));
  return isYear ? YEAR_TOKEN : NUMBER_TOKEN;
}
