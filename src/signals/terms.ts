import type { Document, Outline, TermSignal } from "../types.ts";
import { TermCounter } from "../util/term-counter.ts";
import { backgroundWeight } from "../util/term-weights.ts";
import { visitTerms } from "../util/terms.ts";
import { isHtmlPage, visibleTextOf } from "../util/visible-text.ts";

/** Terms kept of a body: enough to hold every word that is said twice in a text of 20 pages. */
const MOST_BODY_TERMS = 512;
/** Characters (UTF-16 code units) of a text's start that count as its lead: about 300 words. */
const LEAD_LENGTH = 2_000;
/** Headings whose words count as the lead, beside the titles. */
const LEAD_HEADINGS = 40;

/**
 * What a document is about, as terms (`util/terms.ts`): those of its titles, those of its lead (titles, headings, first 2,000 characters), and the most telling of its
 * body with their counts (count times general rarity; TF-IDF, Salton and Buckley 1988). Null where it has no text. Linear in the text. `also` gets every term too, in order.
 */
export function measureTerms(document: Document, outline: Outline | null, also?: (term: number) => void): TermSignal | null {
  if (document.text === null) return null;
  const text = isHtmlPage(document.type, document.text)
    ? visibleTextOf(document.text)
        .lines.map((line) => line.text)
        .join("\n")
    : document.text;
  const counter = new TermCounter();
  let total = 0;
  visitTerms(text, (term) => {
    total++;
    also?.(term);
    counter.add(term);
  });
  const titles = outline?.titles.map((title) => title.text) ?? [];
  const headings = outline?.headings.slice(0, LEAD_HEADINGS).map((heading) => heading.text) ?? [];
  return {
    ...bodyOf(counter),
    titles: sortedTerms(titles),
    lead: sortedTerms([...titles, ...headings, text.slice(0, LEAD_LENGTH)]),
    total,
  };
}

function bodyOf(counter: TermCounter): Pick<TermSignal, "body" | "counts"> {
  const body = (counter.size > MOST_BODY_TERMS ? mostTelling(counter) : counter.terms.slice()).sort();
  return { body, counts: Uint16Array.from(body, (term) => Math.min(counter.countOf(term), 0xffff)) };
}

/** The terms of greatest weight; of equal ones at the limit, the first of the text. */
function mostTelling({ terms, counts }: TermCounter): Uint32Array {
  const weights = new Float64Array(terms.length);
  for (let place = 0; place < terms.length; place++)
    weights[place] = weightOfCount(counts[place] ?? 0) * backgroundWeight(terms[place] ?? 0);
  const least = weights.slice().sort()[weights.length - MOST_BODY_TERMS] ?? 0;
  let level = MOST_BODY_TERMS;
  for (const weight of weights) if (weight > least) level--;
  const kept = new Uint32Array(MOST_BODY_TERMS);
  let size = 0;
  for (let place = 0; place < terms.length; place++) {
    const weight = weights[place] ?? 0;
    if (weight > least || (weight === least && level-- > 0)) kept[size++] = terms[place] ?? 0;
  }
  return kept;
}

/** Logarithms of the usual counts, taken once. */
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, count) => Math.log1p(count));

function weightOfCount(count: number): number {
  return LOGARITHMS[count] ?? Math.log1p(count);
}

function sortedTerms(texts: readonly string[]): Uint32Array {
  const counter = new TermCounter();
  for (const text of texts) visitTerms(text, (term) => counter.add(term));
  return counter.terms.slice().sort();
}
