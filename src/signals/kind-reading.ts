/** A document as the kind model reads it: its tokens line by line, and its layout as numbers. Used alike by training and by measuring. */
import { HASH_START, HashIndex, hashOf, hashUnit } from "./kind-hash.ts";
import { countLine, LINE_SHAPES, type LineCounts, newLineCounts } from "./kind-lines.ts";
import type { SampleLine } from "./kind-sample.ts";
import { LINE_END, LINE_START, TIME_TOKEN, Tokenizer, VERSION_TOKEN, YEAR_TOKEN } from "./kind-tokens.ts";
import { WORD_GROUPS, wordsOf } from "./kind-words.ts";

export interface KindReading {
  /** Token hashes; every line that opens a sentence or an item stands between `LINE_START` and `LINE_END`. */
  readonly tokens: Int32Array;
  /** For each line that was read, where its tokens start; a last one holds the end. */
  readonly lineStarts: Int32Array;
  /** Numbers in the order of `LAYOUT_NAMES`. */
  readonly layout: Float64Array;
  readonly wordCount: number;
  /** Words that begin with a letter beyond the Latin ones. */
  readonly otherLetterWords: number;
}

/** Characters (UTF-16 code units) at the head and the end of what is read whose layout counts by itself too. */
const HEAD_CHARS = 1200;
const TAIL_CHARS = 900;

/** Tokens of a line up to which it counts as a label or heading. */
const LABEL_TOKENS = 5;
/** A line of at least this many characters may run on in the next. */
const RUN_ON_CHARS = 50;

const MARK_FEATURES = [...',.:;?!"()=@$%|/{}“”©–—…+&'];
const STRETCHES = ["whole", "head", "tail"] as const;
const STRETCH_FEATURES = ["blank", "mean-length", "length-spread", ...LINE_SHAPES] as const;
const TOKEN_FEATURES = [
  "words",
  "word-length",
  "capitalised",
  "all-capitals",
  "long-words",
  "endings-ed",
  "endings-ing",
  "endings-ly",
  "endings-tion",
  "contractions",
  "names",
  "numbers",
  "digits",
  "urls",
  "tags",
  "links",
  "years",
  "times",
  "versions",
  "sentence-length",
  "distinct",
] as const;

export const LAYOUT_NAMES: readonly string[] = [
  ...STRETCHES.flatMap((stretch) => STRETCH_FEATURES.map((name) => `${stretch}:${name}`)),
  ...TOKEN_FEATURES.map((name) => `token:${name}`),
  ...MARK_FEATURES.map((mark) => `mark:${mark}`),
  ...WORD_GROUPS.map((group) => `words:${group}`),
  ...WORD_GROUPS.map((group) => `labels:${group}`),
  ...WORD_GROUPS.map((group) => `head:${group}`),
  ...WORD_GROUPS.map((group) => `tail:${group}`),
];

const GROUP_WORDS = [...new Set(WORD_GROUPS.flatMap((group) => wordsOf(group)))];
const GROUP_INDEX = new HashIndex(GROUP_WORDS.map(hashOf));
const GROUPS_OF = GROUP_WORDS.map((word) =>
  Uint8Array.from(WORD_GROUPS.flatMap((group, place) => (wordsOf(group).includes(word) ? [place] : []))),
);
const MARK_INDEX = new HashIndex(MARK_FEATURES.map((mark) => hashUnit(HASH_START, mark.charCodeAt(0))));

/** Reads sampled lines. Never throws; a text without words gives zeros. */
export function readForKind(lines: readonly SampleLine[]): KindReading {
  const tokenizer = new Tokenizer();
  const lineStarts = new Int32Array(lines.length + 1);
  const stretches = STRETCHES.map(newLineCounts);
  const total = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  const [whole, head, tail] = stretches as [LineCounts, LineCounts, LineCounts];
  let seen = 0;
  let headTokens = 0;
  let tailTokens = -1;
  let isCode = false;
  let previous = 0;
  for (const [place, { text }] of lines.entries()) {
    const counts = [whole];
    if (seen < HEAD_CHARS) counts.push(head);
    if (seen + text.length >= total - TAIL_CHARS) counts.push(tail);
    const opening = countLine(text, isCode, counts);
    if (tailTokens < 0 && counts.includes(tail)) tailTokens = tokenizer.length;
    lineStarts[place] = tokenizer.length;
    if (opening.isFence) isCode = !isCode;
    else if (!opening.isBlank) {
      const isRunOn = previous >= RUN_ON_CHARS && !opening.isListed && isLowerAt(text, opening.start);
      if (isRunOn && tokenizer.length > 0) tokenizer.drop(LINE_END);
      else tokenizer.push(LINE_START);
      if (isRunOn) lineStarts[place] = tokenizer.length;
      tokenizer.read(text, opening.start);
      tokenizer.push(LINE_END);
    }
    previous = opening.length;
    seen += text.length + 1;
    if (seen <= HEAD_CHARS) headTokens = tokenizer.length;
  }
  lineStarts[lines.length] = tokenizer.length;
  const groups = countGroups(tokenizer.tokens, headTokens, Math.max(0, tailTokens));
  const layout = layoutOf(stretches, tokenizer, groups);
  const { words, otherLetters } = tokenizer.counts;
  return { tokens: tokenizer.tokens, lineStarts, layout, wordCount: words, otherLetterWords: otherLetters };
}

function isLowerAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x61 && unit <= 0x7a;
}

interface GroupCounts {
  readonly whole: Uint32Array;
  readonly labels: Uint32Array;
  readonly head: Uint32Array;
  readonly tail: Uint32Array;
  readonly marks: Uint32Array;
  years: number;
  times: number;
  versions: number;
  stops: number;
  headWords: number;
  tailWords: number;
  distinct: number;
}

function countGroups(tokens: Int32Array, headTokens: number, tailTokens: number): GroupCounts {
  const size = WORD_GROUPS.length;
  const counts: GroupCounts = {
    whole: new Uint32Array(size),
    labels: new Uint32Array(size),
    head: new Uint32Array(size),
    tail: new Uint32Array(size),
    marks: new Uint32Array(MARK_FEATURES.length),
    years: 0,
    times: 0,
    versions: 0,
    stops: 0,
    headWords: headTokens,
    tailWords: tokens.length - tailTokens,
    distinct: distinctOf(tokens),
  };
  let labelEnd = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as number;
    if (token === LINE_START) labelEnd = endOfLabel(tokens, at);
    else if (token === YEAR_TOKEN) counts.years++;
    else if (token === TIME_TOKEN) counts.times++;
    else if (token === VERSION_TOKEN) counts.versions++;
    const word = GROUP_INDEX.find(token);
    if (word >= 0) addGroups(counts, GROUPS_OF[word], { isLabel: at < labelEnd, isHead: at < headTokens, isTail: at >= tailTokens });
    else {
      const mark = MARK_INDEX.find(token);
      if (mark >= 0) counts.marks[mark] = (counts.marks[mark] ?? 0) + 1;
    }
  }
  return counts;
}

function addGroups(
  counts: GroupCounts,
  groups: Uint8Array | undefined,
  where: { readonly isLabel: boolean; readonly isHead: boolean; readonly isTail: boolean },
): void {
  for (const group of groups ?? []) {
    counts.whole[group] = (counts.whole[group] ?? 0) + 1;
    if (where.isLabel) counts.labels[group] = (counts.labels[group] ?? 0) + 1;
    if (where.isHead) counts.head[group] = (counts.head[group] ?? 0) + 1;
    if (where.isTail) counts.tail[group] = (counts.tail[group] ?? 0) + 1;
  }
}

/** The place after a label's last token, or `start` where the line is longer than a label. */
function endOfLabel(tokens: Int32Array, start: number): number {
  for (let at = start + 1; at <= start + LABEL_TOKENS + 1 && at < tokens.length; at++) if (tokens[at] === LINE_END) return at;
  return start;
}

/** Slots in which distinct tokens are counted: a few share one, the same in training and in use. */
const DISTINCT_SLOTS = 8192;

/** Distinct tokens over the square root of tokens (Guiraud's index of lexical richness), counted by linear slots instead of a set. */
function distinctOf(tokens: Int32Array): number {
  const seen = new Uint8Array(DISTINCT_SLOTS);
  let distinct = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as number;
    const slot = (token ^ (token >>> 15)) & (DISTINCT_SLOTS - 1);
    distinct += 1 - (seen[slot] as number);
    seen[slot] = 1;
  }
  return tokens.length === 0 ? 0 : distinct / Math.sqrt(tokens.length);
}

function layoutOf(stretches: readonly LineCounts[], tokenizer: Tokenizer, groups: GroupCounts): Float64Array {
  const layout = new Float64Array(LAYOUT_NAMES.length);
  let at = 0;
  for (const counts of stretches) at = addStretch(layout, at, counts);
  const { counts } = tokenizer;
  const words = Math.max(1, counts.words);
  const perWord = (count: number) => Math.log1p((count * 100) / words);
  const stops = (groups.marks[1] ?? 0) + (groups.marks[4] ?? 0) + (groups.marks[5] ?? 0);
  const tokenValues = [
    Math.log1p(counts.words),
    counts.wordChars / words,
    ...[counts.capitalised, counts.allCapitals, counts.longWords, counts.endingsEd, counts.endingsIng, counts.endingsLy].map(perWord),
    ...[counts.endingsTion, counts.contractions, counts.names, counts.numbers, counts.digits, counts.urls, counts.tags].map(perWord),
    ...[counts.links, groups.years, groups.times, groups.versions].map(perWord),
    Math.log1p(words / (stops + 1)),
    groups.distinct,
  ];
  for (const value of tokenValues) layout[at++] = value;
  for (const count of groups.marks) layout[at++] = perWord(count);
  for (const count of groups.whole) layout[at++] = perWord(count);
  for (const count of groups.labels) layout[at++] = Math.log1p(count);
  for (const count of groups.head) layout[at++] = Math.log1p((count * 100) / Math.max(20, groups.headWords));
  for (const count of groups.tail) layout[at++] = Math.log1p((count * 100) / Math.max(20, groups.tailWords));
  return layout;
}

function addStretch(layout: Float64Array, from: number, counts: LineCounts): number {
  const lines = Math.max(1, counts.lines);
  const mean = counts.chars / lines;
  let at = from;
  layout[at++] = counts.blank / (lines + counts.blank);
  layout[at++] = Math.log1p(mean);
  layout[at++] = Math.log1p(Math.sqrt(Math.max(0, counts.squares / lines - mean * mean)));
  for (const count of counts.shapes) layout[at++] = Math.sqrt(count / lines);
  return at;
}
