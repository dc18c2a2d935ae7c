/** Finds what error pages and walls say in a line, by the table of phrases, and the status codes that stand in titles. */
import { ERROR_PHRASES, type ErrorSort, sortOfStatus } from "./error-page-phrases.ts";
import { KEYS_PATTERN, KEYS_PHRASE, WordTable } from "./residue-words.ts";

export interface ErrorMatch {
  readonly sort: ErrorSort;
  readonly points: number;
  /** The phrase, or the status code as `404`: it counts once. */
  readonly key: string;
}

interface Phrase extends ErrorMatch {
  /** Offset of the key word within the phrase. */
  readonly offset: number;
}

/** Longest line, in UTF-16 code units, that is a title or a label: the longest phrase has 60, a site's name is added. */
const LONGEST_LABEL = 140;
/** Longest line that is looked at: the rest of a longer one is prose. */
const LONGEST_LINE = 1000;

/** A status code at the start of a title with the word before it, or at its end. */
const CODE_FIRST =
  /^(?:(?:https?(?:\/[\d.]{1,3})?|status|error|erreur|fehler|código|erro|ошибка|错误|エラー)[ :#-]{0,3}){0,2}(?:code[ :]{0,2})?\(?([45]\d\d)\)?(?: error)?(?:$|[ :.,!/–—-]+(?=\D|$))/iu;
const CODE_LAST = /(?:^|[ (:])([45]\d\d)\)?[.!]?$/u;
const ANY_CODE = /[45]\d\d/;
const CJK = /[\u3040-\u30ff\u4e00-\u9fff]/;

const WORDS = new WordTable();
const LABELS = new Map<string, ErrorMatch>();
const WITHIN = new Map<string, Phrase[]>();
/** Phrases of scripts that do not part words: tried one by one, on lines of those scripts. */
const UNPARTED: ErrorMatch[] = [];

fillTables();

/** Everything that a line says of an error or a wall. */
export function matchErrorLine(line: string): ErrorMatch[] {
  const text = line.slice(0, LONGEST_LINE);
  const known = WORDS.find(text) ?? [];
  const isCjk = CJK.test(text);
  if (known.length === 0 && !isCjk && !ANY_CODE.test(text)) return [];
  const lower = text.toLowerCase().replaceAll("’", "'");
  const found = lower.length <= LONGEST_LABEL ? matchLabel(lower) : [];
  for (const word of known) {
    for (const phrase of WITHIN.get(lower.slice(word.start, word.end)) ?? []) {
      if (lower.startsWith(phrase.key, word.start - phrase.offset)) found.push(phrase);
    }
  }
  if (isCjk) found.push(...UNPARTED.filter(({ key }) => lower.includes(key)));
  return found;
}

/** A whole line that is a phrase or a status code, or a title of which a part is, as in `Page not found | Site`. */
function matchLabel(lower: string): ErrorMatch[] {
  const whole = matchPart(lower);
  return whole.length > 0 ? whole : lower.split(/ [-|–—·»›:•>] |: |[|｜]/u).flatMap(matchPart);
}

function matchPart(part: string): ErrorMatch[] {
  const text = bare(part);
  const label = LABELS.get(text);
  if (label !== undefined) return [label];
  const code = CODE_FIRST.exec(text) ?? CODE_LAST.exec(text);
  const sort = code?.[1] === undefined ? null : sortOfStatus(Number(code[1]));
  if (!code?.[1] || sort === null) return [];
  const rest = LABELS.get(bare(code.index === 0 ? text.slice(code[0].length) : text.slice(0, code.index)));
  const isBare = code[0].length >= text.length;
  if (!isBare && rest === undefined) return [];
  return [{ sort, points: 1, key: code[1] }, ...(rest ? [rest] : [])];
}

/** The text without decoration at its ends. */
function bare(text: string): string {
  return text.replace(/^[\s#>*=_~|.:!,"“'«([-]+|[\s#*=_~|.:,"”»'…\])-]+$/gu, "").replace(/\s+/g, " ");
}

function fillTables(): void {
  for (const row of ERROR_PHRASES) {
    for (const key of Object.values(row.phrases).flatMap((list) => list.split("; "))) {
      const match: ErrorMatch = { sort: row.sort, points: row.points, key };
      if (row.position === "line") addLabel(match);
      else if (CJK.test(key)) UNPARTED.push(match);
      else addWithin(match);
    }
  }
}

function addLabel(match: ErrorMatch): void {
  const text = bare(match.key);
  if ((LABELS.get(text)?.points ?? 0) >= match.points) return;
  LABELS.set(text, match);
  WORDS.add(longestWord(text).text, KEYS_PATTERN);
}

function addWithin(match: ErrorMatch): void {
  const { text, index } = longestWord(match.key);
  WITHIN.set(text, [...(WITHIN.get(text) ?? []), { ...match, offset: index }]);
  WORDS.add(text, KEYS_PHRASE);
}

/** The rarest word as far as length tells: what a line must hold before anything is compared. */
function longestWord(phrase: string): { readonly text: string; readonly index: number } {
  const words = [...phrase.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0], index: match.index }));
  return words.reduce((a, b) => (b.text.length > a.text.length ? b : a));
}
