/** Pairs of documents of which one is an older version of the other. */
import type { CheckedDocument, CheckedSet, Evidence, StatedField } from "../types.ts";
import { identifiersOf, numberOfPath } from "./identifiers.ts";
import { nearPairs } from "./near-copies.ts";
import { compareVersions, numbersOf, versionNameOf } from "./version-names.ts";
import { wordsOf } from "./words.ts";

export interface VersionPair {
  readonly older: CheckedDocument;
  readonly newer: CheckedDocument;
  /** `name`, `marked-old`, `unversioned`: told by the names of near copies; `stated`: by the versions or dates in their heads; `successor`: one of them names the other. */
  readonly toldBy: "name" | "marked-old" | "unversioned" | "stated" | "successor";
  /** Estimated Jaccard similarity, 0 to 1; null where it was not needed. */
  readonly likeness: number | null;
  /** Lines of the two documents that tell it. */
  readonly evidence: readonly Evidence[];
}

/**
 * Versions of one document are near copies. The numbers: of 51 real sets, neighbours that are no versions reach 0.70 (two pages of one
 * landing page's template), and versions in files side by side have 0.43 to 0.77 (2026-11), so likeness alone tells neither; the names must too.
 */
const LEAST_LIKENESS = 0.4;
/** Names with dates are mostly of minutes and reports, which have likeness up to 0.63 among themselves. */
const LEAST_DATED = 0.65;
/** So many dated files of one name are a periodical. */
const PERIODICAL = 3;

const pairsOfSets = new WeakMap<CheckedSet, readonly VersionPair[]>();

/** All pairs of a set, each once, in the order of the older one's path; made once a set. */
export function versionPairs(set: CheckedSet): readonly VersionPair[] {
  const known = pairsOfSets.get(set);
  if (known) return known;
  const dated = datedCounts(set);
  const named = nearPairs(set).flatMap(({ a, b, likeness }) => pairByName(a, b, { likeness, dated }) ?? pairByHead(a, b, likeness) ?? []);
  const seen = new Set<string>();
  const pairs = [...named, ...pairsBySuccessor(set)].filter(({ older, newer }) => {
    const key = `${older.path}\n${newer.path}`;
    return !seen.has(key) && seen.add(key);
  });
  pairs.sort((a, b) => compareText(a.older.path, b.older.path) || compareText(a.newer.path, b.newer.path));
  pairsOfSets.set(set, pairs);
  return pairs;
}

function datedCounts(set: CheckedSet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of set.documents) {
    const { key, sort } = versionNameOf(path);
    if (sort === "date") counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

interface Likeness {
  readonly likeness: number;
  readonly dated: ReadonlyMap<string, number>;
}

function pairByName(a: CheckedDocument, b: CheckedDocument, { likeness, dated }: Likeness): VersionPair | null {
  const [left, right] = [versionNameOf(a.path), versionNameOf(b.path)];
  if (left.key !== right.key || likeness < LEAST_LIKENESS) return null;
  if (left.isMarkedOld !== right.isMarkedOld) return { ...ordered(a, b, left.isMarkedOld), toldBy: "marked-old", likeness, evidence: [] };
  if (left.sort === "none" || right.sort === "none") {
    const versioned = left.sort === "none" ? right : left;
    if (left.sort === right.sort || versioned.sort !== "number" || (versioned.numbers[0] ?? 0) < 2) return null;
    return { ...ordered(a, b, left.sort === "none"), toldBy: "unversioned", likeness, evidence: [] };
  }
  const difference = compareVersions(left.numbers, right.numbers);
  const isPeriodical = left.sort === "date" && (likeness < LEAST_DATED || (dated.get(left.key) ?? 0) >= PERIODICAL);
  if (left.sort !== right.sort || difference === 0 || isPeriodical) return null;
  return { ...ordered(a, b, difference < 0), toldBy: "name", likeness, evidence: [] };
}

/** Near copies with one title, whose heads state different versions or, where none is stated, different dates. */
function pairByHead(a: CheckedDocument, b: CheckedDocument, likeness: number): VersionPair | null {
  const title = titleKey(a);
  if (title === "" || title !== titleKey(b) || likeness < LEAST_LIKENESS) return null;
  const [left, right] = [a.signals.versions, b.signals.versions];
  for (const field of ["version", "date"] as const) {
    const [one, two] = [left?.[field], right?.[field]];
    if (!one || !two) continue;
    const [x, y] = [numbersOf(one.text), numbersOf(two.text)];
    const difference = compareVersions(x, y);
    if (x.length === 0 || y.length === 0 || difference === 0) continue;
    if (field === "date" && likeness < LEAST_DATED) continue;
    const evidence = [quoted(a, one), quoted(b, two)];
    return { ...ordered(a, b, difference < 0), toldBy: "stated", likeness, evidence: difference < 0 ? evidence : evidence.reverse() };
  }
  return null;
}

/** The best title's words without versions; empty for a generic one. */
function titleKey({ signals }: CheckedDocument): string {
  const title = signals.outline?.titles.find(({ isGeneric }) => !isGeneric);
  return title ? wordsOf(title.text.replace(/\bv?\d+(?:\.\d+)+\b|\bv\d+\b|\b(?:version|draft|rev(?:ision)?)\b/gi, " ")).join(" ") : "";
}

/** Documents whose head names a successor or a predecessor that is in the set. */
function pairsBySuccessor(set: CheckedSet): VersionPair[] {
  const names = namesOf(set);
  return set.documents.flatMap((document) => {
    const { supersededBy = null, supersedes = null, status = null } = document.signals.versions ?? {};
    const later = supersededBy ?? (status && SUPERSEDED.test(status.text) ? status : null);
    return [
      ...(later ? named(document, later, names).map((other) => pairOf(document, other, quoted(document, later))) : []),
      ...(supersedes ? named(document, supersedes, names).map((other) => pairOf(other, document, quoted(document, supersedes))) : []),
    ];
  });
}

const SUPERSEDED = /\b(?:super[cs]eded|replaced|obsoleted)[ -]by\b/i;

function pairOf(older: CheckedDocument, newer: CheckedDocument, evidence: Evidence): VersionPair {
  return { older, newer, toldBy: "successor", likeness: null, evidence: [evidence] };
}

interface Names {
  readonly byPath: ReadonlyMap<string, CheckedDocument>;
  /** By series, number and depth of the folder: the documents of one series stand equally deep. */
  readonly byNumber: ReadonlyMap<string, readonly CheckedDocument[]>;
}

function namesOf(set: CheckedSet): Names {
  const byNumber = new Map<string, CheckedDocument[]>();
  for (const document of set.documents) {
    const number = numberOfPath(document.path);
    if (number === null) continue;
    const key = numberKey(number.series, number.number, document.path);
    byNumber.set(key, [...(byNumber.get(key) ?? []), document]);
  }
  return { byPath: new Map(set.documents.map((document) => [document.path, document])), byNumber };
}

function numberKey(series: string, number: number, path: string): string {
  return `${series}:${number}:${path.split("/").length}`;
}

/** The documents that a field names: by a link's target or file name in its line, else by numbers of the document's own series. */
function named(document: CheckedDocument, field: StatedField, { byPath, byNumber }: Names): CheckedDocument[] {
  const words = field.quote.split(/[\s()[\]<>"'`|,]+/).filter((word) => /\.[a-z]{2,5}(?:#.*)?$/i.test(word));
  const linked = words.flatMap((word) => byPath.get(joined(word.replace(/#.*$/, ""), document.path)) ?? []);
  const own = numberOfPath(document.path);
  if (words.length > 0 || own === null) return linked.filter((other) => other !== document);
  const said = identifiersOf(field.text).map(({ number }) => number);
  const numbers = said.length > 0 ? said : (field.text.match(/\b\d{1,5}\b/g) ?? []).map(Number);
  const found = numbers.flatMap((number) => byNumber.get(numberKey(own.series, number, document.path)) ?? []);
  return [...new Set(found)].filter((other) => other !== document);
}

/** The path that a target, written in the document `from`, leads to. */
function joined(written: string, from: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of written.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function ordered(a: CheckedDocument, b: CheckedDocument, isAOlder: boolean): Pick<VersionPair, "older" | "newer"> {
  return isAOlder ? { older: a, newer: b } : { older: b, newer: a };
}

function quoted({ path }: CheckedDocument, { line, quote }: StatedField): Evidence {
  return { path, line, quote, note: "what the document says of its version" };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
