/** How an entry and a document agree: one number from 0 to 1 a respect, the features of the pair model (`models/identity.md`). */
import type { TermSignal } from "../types.ts";
import type { DocumentProfile } from "./document-profile.ts";
import type { EntryProfile } from "./entry-profile.ts";
import type { Rarity } from "./rarity.ts";

/** Features in the model's order. `cover` is the share of an entry's weight whose terms the document holds. */
export const LIKENESS_FEATURES = [
  "titleInTitles",
  "titleInLead",
  "titleInBody",
  "restInLead",
  "restInBody",
  "nameInTitles",
  "nameInLead",
  "nameInBody",
  "bestTitleInEntry",
  "sameTitle",
  "sameTitleWithoutNumber",
  "sameIdentifier",
  "otherIdentifier",
  "sameNumbers",
  "otherNumbers",
  "allInLead",
  "allInBody",
  "hasNoTitle",
  "hasNoRest",
  "hasNoName",
  "isShort",
  "stemsInTitles",
  "stemsInHeadings",
  "sectionsInLead",
] as const;

/** Weight under which a claim says nothing. */
const LEAST_WEIGHT = 0.5;
const LEAST_CLAIM_WEIGHT = 1;
/** Words under which a document shows little of itself. */
const SHORT_DOCUMENT_WORDS = 60;
/** BM25's saturation (Robertson and Walker 1994, k1 = 1.2), without length: long documents are capped by their 512 terms. */
const SATURATION = 1.2;
const SATURATED = 1.3;

/** The features of a pair, in the order of `LIKENESS_FEATURES`. */
export function likenessOf(entry: EntryProfile, document: DocumentProfile, rarity: Rarity): number[] {
  const { titles, lead } = document.terms;
  const all = new Set(entry.all);
  const [sameIdentifier, otherIdentifier] = identifierAgreement(entry, document);
  const [sameNumbers, otherNumbers] = numberAgreement(entry.numbers, document.numbers);
  return [
    cover(entry.title, titles, rarity.ofTitleTerm),
    cover(entry.title, lead, rarity.ofTerm),
    bodyCover(entry.title, document.terms, rarity),
    cover(entry.rest, lead, rarity.ofTerm),
    bodyCover(entry.rest, document.terms, rarity),
    cover(entry.name, titles, rarity.ofTitleTerm),
    cover(entry.name, lead, rarity.ofTerm),
    bodyCover(entry.name, document.terms, rarity),
    shareOfWeight(document.bestTitle, (term) => (all.has(term) ? 1 : 0), rarity.ofTitleTerm),
    flag(entry.titleKeys.some((key) => document.titleKeys.has(key))),
    flag(entry.unnumberedKeys.some((key) => document.unnumberedKeys.has(key))),
    sameIdentifier,
    otherIdentifier,
    sameNumbers,
    otherNumbers,
    cover(entry.all, lead, rarity.ofTerm),
    bodyCover(entry.all, document.terms, rarity),
    flag(weightOf(entry.title, rarity) < LEAST_CLAIM_WEIGHT),
    flag(weightOf(entry.rest, rarity) < LEAST_CLAIM_WEIGHT),
    flag(weightOf(entry.name, rarity) < LEAST_CLAIM_WEIGHT),
    flag(document.terms.total < SHORT_DOCUMENT_WORDS),
    shareOf(entry.stems, document.titleStems),
    shareOf(entry.stems, document.stems),
    cover(entry.sections, lead, rarity.ofTerm),
  ];
}

/** Weight of what an entry says in one respect. */
export function weightOf(terms: readonly number[], rarity: Rarity): number {
  return terms.reduce((sum, term) => sum + rarity.ofTerm(term), 0);
}

/** Whether a sorted array holds a term. */
export function holds(sorted: Uint32Array, term: number): boolean {
  return placeIn(sorted, term) >= 0;
}

function placeIn(sorted: Uint32Array, term: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function cover(terms: readonly number[], sorted: Uint32Array, weigh: (term: number) => number): number {
  return shareOfWeight(terms, (term) => (holds(sorted, term) ? 1 : 0), weigh);
}

/** A term counts the more the oftener the text says it. */
function bodyCover(terms: readonly number[], { body, counts }: TermSignal, rarity: Rarity): number {
  const saturated = (term: number) => {
    const at = placeIn(body, term);
    const count = at < 0 ? 0 : (counts[at] ?? 0);
    return Math.min(1, (count / (count + SATURATION)) * SATURATED);
  };
  return shareOfWeight(terms, saturated, rarity.ofTerm);
}

function shareOfWeight(terms: readonly number[], degree: (term: number) => number, weigh: (term: number) => number): number {
  let held = 0;
  let all = 0;
  for (const term of terms) {
    const weight = weigh(term);
    all += weight;
    held += weight * degree(term);
  }
  return all > LEAST_WEIGHT ? held / all : 0;
}

function identifierAgreement(entry: EntryProfile, document: DocumentProfile): readonly [number, number] {
  let isOther = false;
  for (const claimed of entry.identifiers) {
    for (const own of document.identifiers) {
      if (claimed.series !== own.series) continue;
      if (claimed.number === own.number) return [1, 0];
      isOther = true;
    }
  }
  return [0, flag(isOther)];
}

function numberAgreement(claimed: ReadonlySet<number>, own: ReadonlySet<number>): readonly [number, number] {
  if (claimed.size === 0 || own.size === 0) return [0, 0];
  const same = [...claimed].filter((number) => own.has(number)).length;
  return [same / claimed.size, flag(same === 0)];
}

function shareOf(words: readonly string[], held: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => held.has(word)).length / words.length;
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}
