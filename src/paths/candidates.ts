/** The files that a missing target probably means: same name elsewhere, one edit away, same number, other extension, similar words. */
import type { Candidate, Mention } from "../types.ts";
import { type Identifier, numberOf } from "../util/identifiers.ts";
import { editDistance, overlapRatio, wordsOf } from "../util/words.ts";
import { candidatePool } from "./candidate-pool.ts";
import type { PathContext } from "./context.ts";
import { fewestEdits, type NameFacts, nameFactsOf } from "./name-facts.ts";
import { joinPath } from "./target.ts";

/** At most so many are given, and fewer where the first is far ahead. */
const MAX_CANDIDATES = 3;
/** Under this likeness a file is no suggestion. Found on the 13 broken targets of known states, 2026-11: the lowest right one has 0.52. */
const MIN_LIKENESS = 0.45;
/** Names of fewer letters are a letter away from too many others (`a.md`, `b.md`) for one edit to mean a slip; from the second length on, two may. */
const FEWEST_LETTERS = { one: 4, two: 12 } as const;
/** More edits, or more for the letters of the longer name, make another name (`roadmap` is no `readme`). */
const MOST_EDITS = 4;
const MOST_EDITED = 1 / 3;
/** Letters by which an edit of a dot changes what counts as the name. */
const ENDING_EDITS = 3;
/** How much less a file is meant whose name is alike but for its digits: another year, version or part. */
const OTHER_DIGITS = 0.6;
/** Series that count the versions of one document and not documents: `spec-v2`. */
const VERSION_SERIES = /(?:^|-)(?:V|VER|VERSION|REV|REVISION|DRAFT|ED|EDITION|R)$/;
/** Longer targets are no path of any file system (PATH_MAX), longer titles no title. */
const LONGEST_PATH = 4096;
const LONGEST_TITLE = 300;

type Likeness = Omit<Candidate, "path">;

/** What is compared with every file: the missing name, and what its entry says. */
interface Sought {
  readonly name: NameFacts;
  readonly folders: ReadonlySet<string>;
  /** The number of the missing name, else of the entry's label. */
  readonly number: Identifier | null;
  readonly titleWords: readonly string[];
  /** Words of the missing name and of what the entry calls it. */
  readonly spokenWords: readonly string[];
}

/** Likeliest files for a missing path (relative to the root, as first tried), best first; none in the first pass. `taken` holds documents that other entries list. */
export function candidatesFor(
  missing: string,
  mention: Mention,
  { listing, taken, isFirstPass = false }: Pick<PathContext, "listing" | "taken" | "isFirstPass">,
): Candidate[] {
  if (isFirstPass || missing.length > LONGEST_PATH) return [];
  const sought = soughtOf(missing, mention);
  const isFolder = missing.endsWith("/") || !/\.[A-Za-z0-9]{1,10}$/.test(missing);
  const wanted = { name: sought.name, number: sought.number?.number ?? null, titleWords: sought.titleWords, isFolder };
  const found: Candidate[] = [];
  for (const name of candidatePool(wanted, listing)) {
    const { because, likeness: full } = likenessOf(name, sought);
    const likeness = full - (taken.has(name.path) ? 0.15 : 0);
    if (likeness >= MIN_LIKENESS) found.push({ path: name.path, because, likeness: Math.round(Math.min(1, likeness) * 1000) / 1000 });
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.path < b.path ? -1 : 1)).slice(0, MAX_CANDIDATES);
}

function soughtOf(missing: string, mention: Mention): Sought {
  const name = nameFactsOf(missing, true);
  const title = mention.claims.title?.slice(0, LONGEST_TITLE);
  const label = mention.label.slice(0, LONGEST_TITLE);
  return {
    name,
    folders: new Set(name.folders),
    number: name.number ?? numberOf(mention.claims.number ?? label),
    titleWords: title === undefined ? [] : wordsOf(title),
    spokenWords: [...name.contentWords, ...wordsOf(title ?? label)],
  };
}

function likenessOf(name: NameFacts, sought: Sought): Likeness {
  const wanted = sought.name;
  const near = folderLikeness(name, sought);
  const isOther = isOtherNumber(name, wanted);
  const options: Likeness[] = [{ because: "same-title", likeness: titleLikeness(name, sought, isOther) * (0.6 + 0.25 * near) }];
  if (isOther) {
    if (isRenumbered(name, wanted)) options.push({ because: "similar-name", likeness: 0.5 + 0.09 * near });
  } else {
    if (name.name === wanted.name) options.push({ because: "same-name-elsewhere", likeness: 0.8 + 0.2 * near });
    else if (isOneEdit(name, wanted)) options.push({ because: "one-edit-away", likeness: 0.72 + 0.25 * near });
    else if (name.stem === wanted.stem && name.stem !== "") options.push({ because: "other-extension", likeness: 0.66 + 0.25 * near });
    options.push({ because: "similar-name", likeness: similarName(name, wanted) * (0.62 + 0.28 * near) });
  }
  const number = numberLikeness(name, sought);
  if (number > 0) options.push({ because: "same-identifier", likeness: number + 0.12 * near });
  return options.reduce((best, option) => (option.likeness > best.likeness ? option : best));
}

/** 1 in the same folder, less the more folders lie between. */
function folderLikeness(name: NameFacts, { name: wanted, folders }: Sought): number {
  const left = name.folders;
  const right = wanted.folders;
  if (left.length === right.length && left.every((segment, at) => segment === right[at])) return 1;
  const common = left.filter((segment) => folders.has(segment)).length;
  return (0.7 * (2 * common + 1)) / (left.length + right.length + 1);
}

/** `cip-26` is another document than `cip-27`, however alike the names are; `spec-v2` may be what `spec-v1` has become. */
function isOtherNumber(a: NameFacts, b: NameFacts): boolean {
  return a.number !== null && b.number !== null && a.number.number !== b.number.number && !VERSION_SERIES.test(a.number.series);
}

/** The same words behind another number: what was numbered anew, or the same part of another document, so it is named and not put in. */
function isRenumbered(a: NameFacts, b: NameFacts): boolean {
  const isInName = ({ words, contentWords }: NameFacts) => contentWords.length < words.length;
  const subject = ({ contentWords, number }: NameFacts) => contentWords.filter((word) => word.toUpperCase() !== number?.series).join(" ");
  return isInName(a) && isInName(b) && subject(a) !== "" && subject(a) === subject(b);
}

/** One edit, two in long names; digits must agree. */
function isOneEdit(a: NameFacts, b: NameFacts): boolean {
  const letters = Math.min(a.stem.length, b.stem.length);
  if (letters < FEWEST_LETTERS.one) return false;
  const limit = letters >= FEWEST_LETTERS.two ? 2 : 1;
  return a.digits === b.digits && fewestEdits(a, b) <= limit + ENDING_EDITS && editDistance(a.name, b.name, limit) <= limit;
}

/** The number that the target, else the label, carries, found on a file: with shared words it is nearly sure. */
function numberLikeness({ number: own, contentWords }: NameFacts, { number: wanted, spokenWords }: Sought): number {
  if (own === null || wanted?.number !== own.number) return 0;
  if (wanted.series !== "" && own.series !== "" && wanted.series !== own.series) return 0;
  return 0.58 + 0.24 * overlapRatio(contentWords, spokenWords);
}

/** Share of words that two names have in common (Dice), or of letters where few differ. */
function similarName(a: NameFacts, b: NameFacts): number {
  if (a.words.length === 0 || b.words.length === 0) return 0;
  const common = a.words.filter((word) => b.words.includes(word)).length;
  const dice = (2 * common) / (a.words.length + b.words.length);
  const likeness = Math.max(dice, byLetters(a, b));
  const isOtherDigits = a.stemDigits !== "" && b.stemDigits !== "" && a.stemDigits !== b.stemDigits;
  return isOtherDigits ? likeness * OTHER_DIGITS : likeness;
}

function byLetters(a: NameFacts, b: NameFacts): number {
  const shorter = Math.min(a.compact.length, b.compact.length);
  if (shorter < FEWEST_LETTERS.one || fewestEdits(a, b) > MOST_EDITS) return 0;
  const longer = Math.max(a.compact.length, b.compact.length);
  const most = Math.min(MOST_EDITS, Math.floor(longer * MOST_EDITED));
  const edits = editDistance(a.compact, b.compact, most);
  return edits <= most ? 1 - edits / longer : 0;
}

/** Share of the title's words in the name; of a file with another number only where the name holds all of a title that says something. */
function titleLikeness({ words, contentWords }: NameFacts, { titleWords }: Sought, isOther: boolean): number {
  const isWhole = () => titleWords.length >= 2 && titleWords.every((word) => contentWords.includes(word));
  if (isOther && !isWhole()) return 0;
  return overlapRatio(titleWords, words) * Math.min(1, contentWords.length / 2);
}

/** The path that a missing target names when taken from the index's folder, for comparing; the target itself where that leads out. */
export function wantedPath(folder: string, target: string): string {
  return joinPath(folder, target) ?? target.replace(/^(?:\.\.?\/)+/, "");
}
