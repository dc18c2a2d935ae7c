/** Finds what pages say in a line, by the tables of phrases, menu words and patterns. */
import { MENU_WORDS } from "./residue-menu-words.ts";
import { PATTERN_ROWS, type PatternRow } from "./residue-patterns.ts";
import { PHRASE_ROWS, type ResidueSort } from "./residue-phrases.ts";
import { KEYS_PATTERN, KEYS_PHRASE, type KnownWord, STARTS_LINE, STARTS_MENU_ITEM, WordTable } from "./residue-words.ts";

export interface LineMatch {
  readonly sort: ResidueSort;
  readonly note: string;
  /** How telling it is: see `PhraseRow`. */
  readonly points: number;
  /** The phrase within the line: it counts once, however many lines hold it. */
  readonly phrase?: string;
}

interface Phrase {
  readonly text: string;
  /** Offset of the key word within the phrase. */
  readonly offset: number;
  readonly match: LineMatch;
}

/** Longest line, in UTF-16 code units, that can be a whole-line phrase: the longest phrase has 64, decoration added. */
const LONGEST_PHRASE_LINE = 80;
/** Longest line for patterns. */
const LONGEST_PATTERN_LINE = 160;
/** Longest line that is looked at for phrases within: consent banners run to about 500 characters. */
const LONGEST_LINE = 600;
/** Longest row of menu items on one line. */
const LONGEST_MENU_ROW = 1500;
/** Points of one menu word. */
const MENU_POINTS = 0.5;
/** Fewest items of a menu that stands on one line, and the share of the line's words that they make up. */
const FEWEST_MENU_ITEMS = 3;
const LEAST_MENU_RATIO = 0.4;
/** Most points of a menu on one line. */
const MOST_MENU_ROW_POINTS = 4;

/** A whole-line phrase of this many words may end in a full stop. */
const LONG_LABEL_WORDS = 4;

const WORDS = new WordTable();
const WHOLE_LINES = new Map<string, LineMatch>();
const WITHIN = new Map<string, Phrase[]>();
const PATTERNS = new Map<string, PatternRow[]>();
let longestItemWords = 1;

fillTables();

/** What a line says that pages say around a document; null where it is nothing of the kind. The most telling match wins. */
export function matchLine(line: string): LineMatch | null {
  if (line.length > LONGEST_MENU_ROW) return null;
  const known = WORDS.find(line);
  if (known === null) return null;
  const tries = triesFor(line, known);
  if (tries === null) return null;
  const lower = line.toLowerCase().replaceAll("’", "'");
  let best: LineMatch | null = null;
  if (tries.whole) best = matchWhole(line, lower);
  if (tries.within) best = better(best, matchWithin(lower, known));
  if (tries.pattern) best = better(best, matchPattern(line, lower, known));
  if (best === null && tries.menu) best = matchMenuRow(lower);
  return best;
}

interface Tries {
  readonly whole: boolean;
  readonly within: boolean;
  readonly pattern: boolean;
  readonly menu: boolean;
}

/** What is worth trying on a line with these known words; null for nothing, as with most lines of prose. */
function triesFor(line: string, known: readonly KnownWord[]): Tries | null {
  let bits = 0;
  let starts = 0;
  for (const word of known) {
    bits |= word.bits;
    if (word.bits & STARTS_MENU_ITEM) starts++;
  }
  const whole = (bits & STARTS_LINE) !== 0 && line.length <= LONGEST_PHRASE_LINE;
  const within = (bits & KEYS_PHRASE) !== 0 && line.length <= LONGEST_LINE;
  const pattern = (bits & KEYS_PATTERN) !== 0 && line.length <= LONGEST_PATTERN_LINE;
  const menu = starts >= FEWEST_MENU_ITEMS && !/[\p{L}\d]\.$|[=;{},*_"“]|: /u.test(line);
  return whole || within || pattern || menu ? { whole, within, pattern, menu } : null;
}

function better(a: LineMatch | null, b: LineMatch | null): LineMatch | null {
  return b === null || (a !== null && a.points >= b.points) ? a : b;
}

function matchWhole(line: string, lower: string): LineMatch | null {
  const match = WHOLE_LINES.get(lower) ?? WHOLE_LINES.get(bare(lower));
  return match === undefined || isSentence(line) || isFieldName(line) ? null : match;
}

/** A full stop after a few words, or quotation marks: somebody's words, no label. Longer labels do end in a full stop. */
function isSentence(line: string): boolean {
  return (/[\p{L}\d]\.$/u.test(line) && line.split(" ").length < LONG_LABEL_WORDS) || /^["“„«'‘].*["”“»'’]/u.test(line);
}

/** A key of a settings file or of front matter. */
function isFieldName(line: string): boolean {
  return /^\p{Ll}[\p{L}-]*:$/u.test(line);
}

/** The line without decoration at its ends (arrows, bullets, colons, ellipses, brackets). */
function bare(lower: string): string {
  return lower.replace(/^[^\p{L}\p{N}¿$]+|[^\p{L}\p{N}$*+)]+$/gu, "").replace(/\s+/g, " ");
}

function matchWithin(lower: string, known: readonly KnownWord[]): LineMatch | null {
  let best: LineMatch | null = null;
  for (const word of known) {
    if (!(word.bits & KEYS_PHRASE)) continue;
    for (const phrase of WITHIN.get(lower.slice(word.start, word.end)) ?? []) {
      if (lower.startsWith(phrase.text, word.start - phrase.offset)) best = better(best, phrase.match);
    }
  }
  return best;
}

function matchPattern(line: string, lower: string, known: readonly KnownWord[]): LineMatch | null {
  let best: LineMatch | null = null;
  for (const word of known) {
    if (!(word.bits & KEYS_PATTERN)) continue;
    for (const row of PATTERNS.get(lower.slice(word.start, word.end)) ?? []) {
      if ((best === null || row.points > best.points) && row.pattern.test(line)) best = row;
    }
  }
  return best;
}

/** A menu that stands on one line, its items parted by blanks or separators. */
function matchMenuRow(lower: string): LineMatch | null {
  const words = lower.split(/[\s|·•/›»>:–—]+/u).filter((word) => word !== "");
  const items = itemsOf(words);
  if (items.size < FEWEST_MENU_ITEMS || coveredWords(items) < LEAST_MENU_RATIO * words.length) return null;
  const points = [...items.values()].reduce((sum, item) => sum + item.points, 0);
  const sorts = [...items.values()].sort((a, b) => b.points - a.points);
  const lead = sorts[0];
  if (lead === undefined) return null;
  return { sort: lead.points > 1 ? lead.sort : "navigation", note: "a row of menu items", points: Math.min(MOST_MENU_ROW_POINTS, points) };
}

/** The distinct menu items among the words, longest first at each place. */
function itemsOf(words: readonly string[]): Map<string, LineMatch> {
  const items = new Map<string, LineMatch>();
  for (let at = 0; at < words.length; ) {
    let taken = 1;
    for (let count = Math.min(longestItemWords, words.length - at); count > 0; count--) {
      const text = words.slice(at, at + count).join(" ");
      const match = WHOLE_LINES.get(text);
      if (match === undefined) continue;
      items.set(text, match);
      taken = count;
      break;
    }
    at += taken;
  }
  return items;
}

function coveredWords(items: ReadonlyMap<string, LineMatch>): number {
  let count = 0;
  for (const text of items.keys()) count += text.split(" ").length;
  return count;
}

function fillTables(): void {
  for (const row of PHRASE_ROWS) {
    for (const text of Object.values(row.phrases).flatMap((list) => list.split("; "))) {
      if (row.position === "line") addWhole(text, row);
      else addWithin(text, row);
    }
  }
  const menuWord: LineMatch = { sort: "navigation", note: "a menu's item", points: MENU_POINTS };
  for (const text of Object.values(MENU_WORDS).flatMap((list) => list.split("; "))) addWhole(text, menuWord);
  for (const row of PATTERN_ROWS) {
    for (const key of row.keys.split(" ")) {
      WORDS.add(key, KEYS_PATTERN);
      PATTERNS.set(key, [...(PATTERNS.get(key) ?? []), row]);
    }
  }
}

function addWhole(text: string, match: LineMatch): void {
  const key = bare(text);
  const present = WHOLE_LINES.get(key);
  if (present !== undefined && present.points >= match.points) return;
  WHOLE_LINES.set(key, { sort: match.sort, note: match.note, points: match.points });
  const first = /[\p{L}\p{N}]+/u.exec(key)?.[0];
  if (first !== undefined) WORDS.add(first, STARTS_LINE | STARTS_MENU_ITEM);
  longestItemWords = Math.max(longestItemWords, key.split(" ").length);
}

function addWithin(text: string, match: LineMatch): void {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const key = words.reduce((a, b) => (b[0].length > a[0].length ? b : a));
  const phrase: Phrase = { text, offset: key.index, match: { sort: match.sort, note: match.note, points: match.points, phrase: text } };
  WITHIN.set(key[0], [...(WITHIN.get(key[0]) ?? []), phrase]);
  WORDS.add(key[0], KEYS_PHRASE);
}
