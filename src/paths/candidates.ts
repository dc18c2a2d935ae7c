/** The files that a missing target probably means: same name elsewhere, one edit away, same number, other extension, similar words. */
import type { Candidate, FileListing, Mention } from "../types.ts";
import { numberOf, numberOfPath } from "../util/identifiers.ts";
import { editDistance, overlapRatio, wordsOf, wordsOfPath } from "../util/words.ts";
import { folderOf, joinPath, nameOf } from "./target.ts";

/** At most so many are given, and fewer where the first is far ahead. */
const MAX_CANDIDATES = 3;
/** Under this likeness a file is no suggestion. Found on the 13 broken targets of known states, 2026-11: the lowest right one has 0.52. */
const MIN_LIKENESS = 0.45;
/** Listings of more paths are searched by name, number and folder only. */
const MAX_SCANNED = 20_000;

/** Likeliest files for a missing path (relative to the root, as first tried), best first. `taken` holds documents that other entries list. */
export function candidatesFor(
  missing: string,
  mention: Mention,
  from: { readonly listing: FileListing; readonly taken: ReadonlySet<string> },
): Candidate[] {
  const { listing, taken } = from;
  const found = new Map<string, Candidate>();
  for (const path of poolOf(missing, listing)) {
    const candidate = likenessOf(path, missing, mention);
    const likeness = candidate.likeness - (taken.has(path) ? 0.15 : 0);
    if (likeness >= MIN_LIKENESS)
      found.set(path, { path, because: candidate.because, likeness: Math.round(Math.min(1, likeness) * 1000) / 1000 });
  }
  return [...found.values()].sort((a, b) => b.likeness - a.likeness || (a.path < b.path ? -1 : 1)).slice(0, MAX_CANDIDATES);
}

function poolOf(missing: string, listing: FileListing): readonly string[] {
  const isFolder = missing.endsWith("/") || !/\.[A-Za-z0-9]{1,10}$/.test(missing);
  const all =
    listing.paths.length <= MAX_SCANNED ? listing.paths : [...listing.byName(nameOf(missing)), ...listing.children(folderOf(missing))];
  return all.filter((path) => !/(?:^|\/)\.git\//.test(path) && (isFolder || listing.isFile(path)));
}

function likenessOf(path: string, missing: string, mention: Mention): Omit<Candidate, "path"> {
  const wanted = nameOf(missing.replace(/\/+$/, ""));
  const name = nameOf(path);
  const near = folderLikeness(folderOf(path), folderOf(missing));
  const options: Omit<Candidate, "path">[] = [];
  if (name.toLowerCase() === wanted.toLowerCase()) options.push({ because: "same-name-elsewhere", likeness: 0.8 + 0.2 * near });
  else if (isOneEdit(name, wanted)) options.push({ because: "one-edit-away", likeness: 0.72 + 0.25 * near });
  else if (stemOf(name).toLowerCase() === stemOf(wanted).toLowerCase() && stemOf(name) !== "")
    options.push({ because: "other-extension", likeness: 0.66 + 0.25 * near });
  const number = numberLikeness(path, missing, mention);
  if (number > 0) options.push({ because: "same-identifier", likeness: number + 0.12 * near });
  options.push({ because: "similar-name", likeness: similarName(path, missing) * (0.62 + 0.28 * near) });
  if (mention.claims.title)
    options.push({
      because: "same-title",
      likeness: overlapRatio(wordsOf(mention.claims.title), wordsOfPath(path)) * titleWeight(path) * (0.6 + 0.25 * near),
    });
  return options.reduce((best, option) => (option.likeness > best.likeness ? option : best));
}

/** 1 in the same folder, less the more folders lie between. */
function folderLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = a === "" ? [] : a.split("/");
  const right = b === "" ? [] : b.split("/");
  const common = left.filter((segment) => right.includes(segment)).length;
  return (0.7 * (2 * common + 1)) / (left.length + right.length + 1);
}

function stemOf(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,10}$/, "");
}

/** One edit, two in long names; digits must agree, because `cip-26` is not a misspelt `cip-27`. */
function isOneEdit(name: string, wanted: string): boolean {
  const limit = Math.min(name.length, wanted.length) >= 12 ? 2 : 1;
  if (editDistance(name.toLowerCase(), wanted.toLowerCase(), limit) > limit) return false;
  const digits = (text: string) => (text.match(/\d+/g) ?? []).map((run) => Number(run)).join(",");
  return digits(name) === digits(wanted);
}

/** The number that the target, else the label, carries, found on a file: with shared words it is nearly sure. */
function numberLikeness(path: string, missing: string, mention: Mention): number {
  const own = numberOfPath(path);
  if (!own) return 0;
  const wanted = numberOfPath(missing) ?? numberOf(mention.claims.number ?? mention.label);
  if (wanted?.number !== own.number) return 0;
  if (wanted.series !== "" && own.series !== "" && wanted.series !== own.series) return 0;
  const words = overlapRatio(contentWords(path), [...contentWords(missing), ...wordsOf(mention.claims.title ?? mention.label)]);
  return 0.58 + 0.24 * words;
}

function contentWords(path: string): string[] {
  return wordsOfPath(path).filter((word) => !/^\d+$/.test(word));
}

/** Share of words that two names have in common (Dice), folders counted a little. */
function similarName(path: string, missing: string): number {
  const a = wordsOfPath(path);
  const b = wordsOfPath(missing.replace(/\/+$/, ""));
  if (a.length === 0 || b.length === 0) return 0;
  const common = a.filter((word) => b.includes(word)).length;
  const dice = (2 * common) / (a.length + b.length);
  const compact = editDistance(a.join(""), b.join(""), 4);
  const byLetters = 1 - compact / Math.max(a.join("").length, b.join("").length, 1);
  return Math.max(dice, compact <= 4 ? byLetters : 0);
}

function titleWeight(path: string): number {
  return Math.min(1, contentWords(path).length / 2);
}

/** The path that a missing target names when taken from the index's folder, for comparing; the target itself where that leads out. */
export function wantedPath(folder: string, target: string): string {
  return joinPath(folder, target) ?? target.replace(/^(?:\.\.?\/)+/, "");
}
