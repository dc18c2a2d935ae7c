/**
 * The files that could be meant by a missing name, gathered by what they share with it, so that a target costs the same in a set of hundreds
 * and of ten thousands. What is gathered is then compared in full (`candidates.ts`).
 */
import type { FileListing } from "../types.ts";
import { lowerBound } from "../util/lower-bound.ts";
import { type NameFacts, nameFactsOf } from "./name-facts.ts";

/** Files taken for one key (a stem, number, word): those nearest in the order of paths, so that a word of ten thousand names costs no more. */
const MOST_FOR_KEY = 100;
/** Three letters in a row that are looked up, the rarest first: each edit breaks three at most, so two edits leave some of eight. */
const MOST_GRAMS = 8;
/** Files taken for three letters in a row. */
const MOST_FOR_GRAM = 25;
/** Words are looked up, the rarest first, until so many files are found. */
const MOST_BY_WORDS = 250;
/** Longest name of a file on the usual file systems, in characters. */
const LONGEST_NAME = 255;

interface NameIndex {
  /** In the order of the listing. */
  readonly names: readonly NameFacts[];
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly byNumber: ReadonlyMap<number, readonly number[]>;
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byGram: ReadonlyMap<string, readonly number[]>;
}

/** Indexes of names, made once a listing when the first target is missing; freed with it. */
const indexes = new WeakMap<FileListing, NameIndex>();

/** What a file may share with the missing name beside the name itself. */
export interface Wanted {
  readonly name: NameFacts;
  readonly number: number | null;
  /** Words of the entry's title. */
  readonly titleWords: readonly string[];
  /** Folders may be meant. */
  readonly isFolder: boolean;
}

/** Files, and folders where one may be meant, that share a stem, a number, a word or some letters with the missing name; sorted by path. */
export function candidatePool(wanted: Wanted, listing: FileListing): NameFacts[] {
  const index = indexes.get(listing) ?? nameIndexOf(listing);
  indexes.set(listing, index);
  const at = positionOf(wanted.name.path, index.names);
  const found = new Set<number>();
  const take = (postings: readonly number[] | undefined, most: number) => {
    for (const id of nearest(postings ?? [], at, most)) found.add(id);
  };
  if (wanted.name.stem !== "") take(index.byStem.get(wanted.name.stem), MOST_FOR_KEY);
  if (wanted.number !== null) take(index.byNumber.get(wanted.number), MOST_FOR_KEY);
  for (const postings of rarest([...wanted.name.words, ...wanted.titleWords], index.byWord))
    if (found.size < MOST_BY_WORDS) take(postings, MOST_FOR_KEY);
  for (const postings of rarest(gramsOf(wanted.name.compact), index.byGram).slice(0, MOST_GRAMS)) take(postings, MOST_FOR_GRAM);
  return [...found]
    .sort((a, b) => a - b)
    .flatMap((id) => index.names[id] ?? [])
    .filter(({ isFile }) => isFile || wanted.isFolder);
}

function nameIndexOf(listing: FileListing): NameIndex {
  const names = listing.paths.filter((path) => !/(?:^|\/)\.git\//.test(path)).map((path) => nameFactsOf(path, listing.isFile(path)));
  const byStem = new Map<string, number[]>();
  const byNumber = new Map<number, number[]>();
  const byWord = new Map<string, number[]>();
  const byGram = new Map<string, number[]>();
  names.forEach(({ stem, number, words, compact }, id) => {
    push(byStem, stem, id);
    if (number !== null) push(byNumber, number.number, id);
    for (const word of new Set(words)) push(byWord, word, id);
    for (const gram of gramsOf(compact)) push(byGram, gram, id);
  });
  return { names, byStem, byNumber, byWord, byGram };
}

function push<Key>(map: Map<Key, number[]>, key: Key, id: number): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}

/** Every three letters in a row of a name and its ends (q-grams: Gravano et al. 2001, "Approximate string joins in a database"). */
function gramsOf(compact: string): Set<string> {
  const padded = `^${compact.slice(0, LONGEST_NAME)}$`;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3));
  return grams;
}

/** The files of each key, those of the rarest first. */
function rarest(keys: Iterable<string>, index: ReadonlyMap<string, readonly number[]>): (readonly number[])[] {
  return [...new Set(keys)]
    .map((key) => index.get(key) ?? [])
    .sort((a, b) => a.length - b.length)
    .filter((ids) => ids.length > 0);
}

/** The first name at or behind a path. */
function positionOf(path: string, names: readonly NameFacts[]): number {
  return lowerBound(names.length, (at) => (names[at]?.path ?? "") < path);
}

/** At most so many of the sorted postings, those around a position: they share the longest part of their paths with what stands there. */
function nearest(postings: readonly number[], position: number, most: number): readonly number[] {
  if (postings.length <= most) return postings;
  const at = lowerBound(postings.length, (index) => (postings[index] ?? 0) < position);
  const from = Math.max(0, Math.min(at - (most >> 1), postings.length - most));
  return postings.slice(from, from + most);
}
