/** What a document shows of itself, in the form in which entries are compared with it. */
import type { CheckedDocument, TermSignal } from "../types.ts";
import { type Identifier, identifiersOf } from "../util/identifiers.ts";
import { scriptOf } from "../util/script.ts";
import { backgroundWeight } from "../util/term-weights.ts";
import { termsOf } from "../util/terms.ts";
import { numbersIn } from "./entry-profile.ts";
import { titleKey, titleKeyWithoutNumber, wordStems } from "./title-words.ts";

export interface DocumentProfile {
  readonly path: string;
  readonly terms: TermSignal;
  /** Terms of the best title that is no generic one; empty where there is none. */
  readonly bestTitle: readonly number[];
  readonly titleKeys: ReadonlySet<string>;
  readonly unnumberedKeys: ReadonlySet<string>;
  readonly titleStems: ReadonlySet<string>;
  /** Stems of titles and headings. */
  readonly stems: ReadonlySet<string>;
  readonly identifiers: readonly Identifier[];
  readonly numbers: ReadonlySet<number>;
  /** The script of its titles and headings. */
  readonly script: string | null;
  /** Its most telling terms, for comparing its vocabulary with the set's. */
  readonly telling: readonly number[];
}

/** Headings whose words are compared. */
const MOST_HEADINGS = 40;
/** Terms that a document's vocabulary is told by, and how rare in general text they are at least (one document in twelve). */
const MOST_TELLING = 40;
const LEAST_TELLING_WEIGHT = 2.5;

/** The profile of a document, or null where it has no text. */
export function profileDocument(document: CheckedDocument): DocumentProfile | null {
  const { outline, terms } = document.signals;
  if (terms === null) return null;
  const titles = outline?.titles ?? [];
  const best = titles.find((title) => !title.isGeneric);
  const titleText = titles.map(({ text }) => text).join(" ");
  const headingText = (outline?.headings ?? [])
    .slice(0, MOST_HEADINGS)
    .map(({ text }) => text)
    .join(" ");
  return {
    path: document.path,
    terms,
    bestTitle: best ? termsOf(best.text) : [],
    titleKeys: new Set(titles.map(({ text }) => titleKey(text))),
    unnumberedKeys: new Set(titles.map(({ text }) => titleKeyWithoutNumber(text)).filter((key) => key !== "")),
    titleStems: new Set(wordStems(titleText)),
    stems: new Set(wordStems(`${titleText} ${headingText}`)),
    identifiers: identifiersOf(titleText),
    numbers: numbersIn(titleText),
    script: scriptOf(`${titleText} ${headingText}`),
    telling: tellingTerms(terms),
  };
}

function tellingTerms({ body, counts }: TermSignal): number[] {
  const rare: number[] = [];
  const weights: number[] = [];
  body.forEach((term, at) => {
    const weight = backgroundWeight(term);
    if (weight <= LEAST_TELLING_WEIGHT) return;
    rare.push(term);
    weights.push(weight * Math.log1p(counts[at] ?? 0));
  });
  if (rare.length <= MOST_TELLING) return rare;
  const least = Float64Array.from(weights).sort()[weights.length - MOST_TELLING] ?? 0;
  return rare.filter((_, at) => (weights[at] ?? 0) >= least).slice(0, MOST_TELLING);
}
