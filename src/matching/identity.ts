/**
 * IS THIS THE DOCUMENT THAT THE INDEX SAYS IT IS? (DESIGN.md section 7.) Verification, not search: each entry is compared with its own document;
 * those that disagree are compared with one another, with unlisted documents and with the set's vocabulary. Pure, and sparse: entries that agree
 * cost one comparison.
 */
import type { CheckedDocument, Entry, Identity, IdentityMatch, Permutation } from "../types.ts";
import { backgroundWeight } from "../util/term-weights.ts";
import { bestAssignment, cyclesOf } from "./assignment.ts";
import { type DocumentProfile, profileDocument } from "./document-profile.ts";
import { type EntryProfile, profileEntry } from "./entry-profile.ts";
import { holds, likenessOf, weightOf } from "./likeness.ts";
import { belongingLogOdds, pairLogOdds } from "./model.ts";
import { type Rarity, rarityIn } from "./rarity.ts";
import { type StrangenessContext, strangenessOf } from "./strangeness.ts";

/** Log-odds from which an entry and its document agree, so that no other document is looked for. Of 1,011 untouched entries 72 % have more (2026-11). */
export const AGREES = 1.5;
/** Documents that agree before the set's vocabulary is told by them alone. */
export const FEWEST_AGREEING = 3;
/** Disagreeing places that are assigned to one another at most; more means that the index is about something else. */
const MOST_DISAGREEING = 200;
/** Gain in log-odds that a permutation needs, for each of its members: at 1.5 a pair, none of 1,011 untouched entries, and 99.2 % of random swaps (2026-11). */
const GAIN_PER_MEMBER = 0.75;
/** Log-odds of belonging under which a document is foreign even where it would go. */
const FOREIGN = -2;
/** Members up to which a permutation may hold nothing foreign; in a longer one, one member's own document may be gone. */
const MOST_WITHOUT_FOREIGN = 3;
/** Share of the weight of their names from which files are named after what they hold, so that the index is what is wrong. */
const LEAST_NAME_AGREEMENT = 0.6;
/** Unlisted documents that a disagreeing entry is compared with at most. */
const MOST_UNLISTED = 500;

/** The words of a set: of all its documents, and of those that agree with their entries. */
type SetWords = Pick<StrangenessContext, "rarity" | "vocabulary">;

/** A listed document with the entries that lead to it. */
interface Place {
  readonly path: string;
  readonly document: DocumentProfile;
  readonly entries: readonly { readonly entry: Entry; readonly profile: EntryProfile }[];
}

/** Judges every listed document that has text. Deterministic. */
export function judgeIdentity(entries: readonly Entry[], documents: readonly CheckedDocument[]): Identity {
  const profiles = new Map(documents.flatMap((document) => toPair(document, profileDocument(document))));
  const places = placesOf(entries, profiles);
  const rarity = rarityIn(places.map(({ document }) => document));
  const unlisted = documents.flatMap((document) => (document.isListed ? [] : (profiles.get(document.path) ?? []))).slice(0, MOST_UNLISTED);
  const own = places.map((place) => agreement(place, place.document, rarity));
  const agreeing = places.filter((_, at) => (own[at] ?? 0) >= AGREES).map(({ document }) => document);
  const vocabulary = agreeing.length >= FEWEST_AGREEING ? rarityIn(agreeing) : rarity;
  const disagreeing = places.filter((_, at) => (own[at] ?? 0) < AGREES).slice(0, MOST_DISAGREEING);
  const permutations = permutationsOf(disagreeing, { rarity, vocabulary });
  const others = [...disagreeing.map(({ document }) => document), ...unlisted];
  const script = commonScript(places.map(({ document }) => document.script));
  const matches = places.map((place, at) => matchOf(place, own[at] ?? 0, { rarity, vocabulary, others, script }));
  return { matches: new Map(matches.map((match) => [match.path, match])), permutations };
}

function toPair(document: CheckedDocument, profile: DocumentProfile | null): [string, DocumentProfile][] {
  return profile === null ? [] : [[document.path, profile]];
}

function placesOf(entries: readonly Entry[], profiles: ReadonlyMap<string, DocumentProfile>): Place[] {
  const byPath = new Map<string, { entry: Entry; profile: EntryProfile }[]>();
  for (const entry of entries) {
    if (entry.path === null || !profiles.has(entry.path)) continue;
    const place = byPath.get(entry.path) ?? [];
    place.push({ entry, profile: profileEntry(entry, entry.path) });
    byPath.set(entry.path, place);
  }
  return [...byPath].flatMap(([path, place]) => {
    const document = profiles.get(path);
    return document ? [{ path, document, entries: place }] : [];
  });
}

/** Log-odds that the entries of a place mean a document: those of the entry that agrees best. */
function agreement(place: Place, document: DocumentProfile, rarity: Rarity): number {
  return Math.max(...place.entries.map(({ profile }) => pairLogOdds(likenessOf(profile, document, rarity))));
}

/** Groups of places whose contents stand in one another's place: cycles of the best assignment that gain enough, and in which hardly anything is foreign. */
function permutationsOf(places: readonly Place[], { rarity, vocabulary }: SetWords): Permutation[] {
  const odds = places.map((place) => places.map(({ document }) => agreement(place, document, rarity)));
  return cyclesOf(bestAssignment(odds)).flatMap((cycle) => {
    const moves = cycle.map((at, index) => moveOf(at, cycle[(index + 1) % cycle.length] ?? at, { places, odds, rarity, vocabulary }));
    const gain = moves.reduce((sum, move) => sum + move.gain, 0);
    const foreign = moves.filter(({ belonging }) => belonging < FOREIGN).length;
    if (gain < GAIN_PER_MEMBER * cycle.length || foreign > (cycle.length > MOST_WITHOUT_FOREIGN ? 1 : 0)) return [];
    const files = cycle.flatMap((at) => places[at] ?? []);
    return [
      {
        members: moves.map(({ belonging, ...member }) => member),
        gain,
        isNamedAsItStands: nameAgreement(files, rarity) >= LEAST_NAME_AGREEMENT,
      },
    ];
  });
}

interface Disagreement extends SetWords {
  readonly places: readonly Place[];
  readonly odds: readonly (readonly number[])[];
}

/** What is gained when the place `at` gets the document that stands at `to`, and how well that belongs there. */
function moveOf(
  at: number,
  to: number,
  { places, odds, rarity, vocabulary }: Disagreement,
): Permutation["members"][number] & { readonly belonging: number } {
  const [place, other] = [places[at], places[to]];
  const after = odds[at]?.[to] ?? 0;
  const belonging = place && other ? belongingOf(place, other.document, { rarity, vocabulary, logOdds: after }) : Number.NEGATIVE_INFINITY;
  return { path: place?.path ?? "", contentAt: other?.path ?? "", gain: after - (odds[at]?.[at] ?? 0), belonging };
}

/** Log-odds that a document belongs under the entries of a place; of the entry under which it does best. */
function belongingOf(place: Place, document: DocumentProfile, context: StrangenessContext): number {
  return Math.max(...place.entries.map(({ profile }) => belongingLogOdds(strangenessOf(profile, document, context))));
}

/** How well the files' own names fit the contents that stand under them now, 0 to 1, on average. */
function nameAgreement(places: readonly Place[], rarity: Rarity): number {
  const shares = places.map(({ document, entries }) => {
    const name = entries[0]?.profile.name ?? [];
    const weight = weightOf(name, rarity);
    return weight === 0
      ? 0
      : weightOf(
          name.filter((term) => holds(document.terms.lead, term)),
          rarity,
        ) / weight;
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

function matchOf(
  place: Place,
  logOdds: number,
  { rarity, vocabulary, others, script }: SetWords & { readonly others: readonly DocumentProfile[]; readonly script: string | null },
): IdentityMatch {
  const says = Math.max(...place.entries.map(({ profile }) => (profile.isGeneric ? 0 : saidBy(profile))));
  const isOtherScript =
    place.document.script === script && place.entries.every(({ profile }) => profile.script !== null && profile.script !== script);
  const belonging = belongingOf(place, place.document, { rarity, vocabulary, logOdds });
  return {
    path: place.path,
    logOdds,
    belonging,
    says,
    isOtherScript,
    better: logOdds < AGREES ? betterOf(place, { rarity, others, logOdds }) : null,
  };
}

/** How much an entry says, by general rarity: a number in a series says much, although every row of the set has one. */
function saidBy({ all }: EntryProfile): number {
  return all.reduce((sum, term) => sum + backgroundWeight(term), 0);
}

/** The script that most documents are written in. */
function commonScript(scripts: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const script of scripts) if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The document that the entries of a place fit best, where it is another one. */
function betterOf(
  place: Place,
  { rarity, others, logOdds }: { readonly rarity: Rarity; readonly others: readonly DocumentProfile[]; readonly logOdds: number },
): IdentityMatch["better"] {
  let better: IdentityMatch["better"] = null;
  for (const document of others) {
    if (document.path === place.path) continue;
    const found = agreement(place, document, rarity);
    if (found > logOdds && found > (better?.logOdds ?? Number.NEGATIVE_INFINITY)) better = { path: document.path, logOdds: found };
  }
  return better;
}
