/** How strange a document is where it stands: what the second model sees, which finds documents that belong to no entry of the set. */
import type { DocumentProfile } from "./document-profile.ts";
import type { EntryProfile } from "./entry-profile.ts";
import { weightOf } from "./likeness.ts";
import type { Rarity } from "./rarity.ts";

/** Features in the model's order. */
export const STRANGENESS_FEATURES = [
  "ownLogOdds",
  "tellingHeld",
  "tellingCommon",
  "titleHeld",
  "titleWeight",
  "restWeight",
  "nameWeight",
  "length",
  "setSize",
  "ownLogOdds*tellingHeld",
  "ownLogOdds*tellingCommon",
  "tellingHeld*setSize",
] as const;

/** Log-odds beyond these add nothing. */
const LOWEST_LOG_ODDS = -5;
const HIGHEST_LOG_ODDS = 4;
/** A term that a fifth of the set's documents hold is fully common. */
const COMMON_SHARE = 0.2;
/** Under so many telling terms a vocabulary says nothing; such a document gets the set's middle values. */
const FEWEST_TELLING = 5;
const MIDDLE = { held: 0.5, common: 0.3, title: 0.5 } as const;

/** What a document is held against. */
export interface StrangenessContext {
  /** How rare terms are in the whole set. */
  readonly rarity: Rarity;
  /** The terms of those documents that agree with their entries: what the set is about, whatever else has got into it. */
  readonly vocabulary: Rarity;
  /** The pair model's log-odds of the entry and the document. */
  readonly logOdds: number;
}

/** The features of a document under an entry. Where it is one of those that `vocabulary` counted, it is left out of the count. */
export function strangenessOf(
  entry: EntryProfile,
  document: DocumentProfile,
  { rarity, vocabulary, logOdds }: StrangenessContext,
): number[] {
  const own = Math.max(LOWEST_LOG_ODDS, Math.min(HIGHEST_LOG_ODDS, logOdds));
  const others = (term: number) => Math.max(0, vocabulary.holders(term) - (vocabulary.isCounted(document.path) ? 1 : 0));
  const { held, common } = vocabularyShare(document.telling, others, vocabulary.size);
  const titleHeld =
    document.bestTitle.length === 0
      ? MIDDLE.title
      : document.bestTitle.filter((term) => others(term) > 0).length / document.bestTitle.length;
  const setSize = Math.log(Math.max(1, vocabulary.size)) / 3;
  return [
    own,
    held,
    common,
    titleHeld,
    Math.min(40, weightOf(entry.title, rarity)) / 10,
    Math.min(60, weightOf(entry.rest, rarity)) / 10,
    Math.min(30, weightOf(entry.name, rarity)) / 10,
    Math.log(document.terms.total + 1) / 5,
    setSize,
    own * held,
    own * common,
    held * setSize,
  ];
}

/** Of a document's telling terms, the share that any other document holds, and how common they are on average. */
function vocabularyShare(
  telling: readonly number[],
  others: (term: number) => number,
  size: number,
): { readonly held: number; readonly common: number } {
  if (telling.length < FEWEST_TELLING) return MIDDLE;
  const fully = Math.max(1, COMMON_SHARE * size);
  const counts = telling.map(others);
  return {
    held: counts.filter((count) => count > 0).length / telling.length,
    common: counts.reduce((sum, count) => sum + Math.min(1, count / fully), 0) / telling.length,
  };
}
