import { type Identifier, numberOfPath } from "../util/identifiers.ts";
import { wordsOfPath } from "../util/words.ts";
import { folderOf, nameOf } from "./target.ts";

/** What a path's name is compared by. Names, stems and words are in lower case. */
export interface NameFacts {
  readonly path: string;
  readonly isFile: boolean;
  readonly folders: readonly string[];
  readonly name: string;
  /** The name without its extension. */
  readonly stem: string;
  readonly number: Identifier | null;
  readonly words: readonly string[];
  /** The words without those of digits only. */
  readonly contentWords: readonly string[];
  /** The words as one. */
  readonly compact: string;
  /** How often each letter stands in `compact`, by the last five bits of its code unit. */
  readonly letters: Uint16Array;
  /** The numbers in the name, and in its stem, leading zeros aside: `2,6` of `002-es6.md`. */
  readonly digits: string;
  readonly stemDigits: string;
}

/** Takes a path apart; a slash at its end says nothing. */
export function nameFactsOf(path: string, isFile: boolean): NameFacts {
  const clean = path.replace(/\/+$/, "");
  const folder = folderOf(clean);
  const name = nameOf(clean).toLowerCase();
  const words = wordsOfPath(clean);
  const stem = name.replace(/\.[a-z0-9]{1,10}$/, "");
  const compact = words.join("");
  return {
    path: clean,
    isFile,
    folders: folder === "" ? [] : folder.split("/"),
    name,
    stem,
    number: numberOfPath(clean),
    words,
    contentWords: words.filter((word) => !/^\d+$/.test(word)),
    compact,
    letters: lettersOf(compact),
    digits: digitsOf(name),
    stemDigits: digitsOf(stem),
  };
}

/** At least so many edits lie between two names' letters (bag distance: Bartolini, Ciaccia, Patella 2002), told without comparing their order. */
export function fewestEdits(a: NameFacts, b: NameFacts): number {
  let more = 0;
  let less = 0;
  for (let at = 0; at < BUCKETS; at++) {
    const difference = (a.letters[at] ?? 0) - (b.letters[at] ?? 0);
    if (difference > 0) more += difference;
    else less -= difference;
  }
  return Math.max(more, less);
}

const BUCKETS = 32;

function lettersOf(text: string): Uint16Array {
  const letters = new Uint16Array(BUCKETS);
  for (let at = 0; at < text.length; at++) {
    const bucket = text.charCodeAt(at) % BUCKETS;
    letters[bucket] = (letters[bucket] ?? 0) + 1;
  }
  return letters;
}

function digitsOf(name: string): string {
  return (name.match(/\d+/g) ?? []).map(Number).join(",");
}
