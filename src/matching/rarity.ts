/** How rare terms are within a set, joined with how rare they are in general text. */
import { TermCounter } from "../util/term-counter.ts";
import { backgroundWeight } from "../util/term-weights.ts";
import type { DocumentProfile } from "./document-profile.ts";

export interface Rarity {
  /** Weight of a term in texts: general rarity times rarity in this set. 0 for a word of every text. */
  ofTerm(term: number): number;
  /** The same by how many of the set's titles hold it. */
  ofTitleTerm(term: number): number;
  /** Documents of the set that hold a term. */
  holders(term: number): number;
  /** Whether a document is one of those counted. */
  isCounted(path: string): boolean;
  /** Documents counted. */
  readonly size: number;
}

/** Documents that are counted at most, evenly taken: rarity changes little with more of them. */
const MOST_COUNTED = 2_000;
/** Share of a general weight that stays when every document of the set holds the term. */
const LEAST_SHARE = 0.15;

/** Counts the terms of a set's documents. */
export function rarityIn(documents: readonly DocumentProfile[]): Rarity {
  const step = Math.max(1, Math.ceil(documents.length / MOST_COUNTED));
  const counted = documents.filter((_, at) => at % step === 0);
  const paths = new Set(counted.map(({ path }) => path));
  const texts = new TermCounter();
  const titles = new TermCounter();
  for (const { terms } of counted) {
    for (const term of terms.body) texts.add(term);
    visitNotIn(terms.lead, terms.body, (term) => texts.add(term));
    for (const term of terms.titles) titles.add(term);
  }
  return {
    ofTerm: weigher(texts, counted.length),
    ofTitleTerm: weigher(titles, counted.length),
    holders: (term) => texts.countOf(term),
    isCounted: (path) => paths.has(path),
    size: counted.length,
  };
}

/** Visits what a sorted list holds and another sorted list does not. */
function visitNotIn(list: Uint32Array, other: Uint32Array, visit: (term: number) => void): void {
  let at = 0;
  for (const term of list) {
    while (at < other.length && (other[at] ?? 0) < term) at++;
    if (other[at] !== term) visit(term);
  }
}

/** General weight times a factor from 0.15 (in every document of the set) to about 1 (in none). */
function weigher(counts: TermCounter, size: number): (term: number) => number {
  const bySet = Float64Array.from({ length: size + 1 }, (_, holders) => {
    const inSet = Math.log((size + 1) / (holders + 0.5)) / Math.log(size + 1 + 1e-9);
    return LEAST_SHARE + (1 - LEAST_SHARE) * Math.max(0, inSet);
  });
  return (term) => backgroundWeight(term) * (bySet[counts.countOf(term)] ?? LEAST_SHARE);
}
