import type { Document, Outline, TermSignal } from "../types.ts";
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
  const counts = new Map<number, number>();
  let total = 0;
  visitTerms(text, (term) => {
    total++;
    also?.(term);
    counts.set(term, (counts.get(term) ?? 0) + 1);
  });
  const titles = outline?.titles.map((title) => title.text) ?? [];
  const headings = outline?.headings.slice(0, LEAD_HEADINGS).map((heading) => heading.text) ?? [];
  return {
    ...bodyOf(counts),
    titles: sortedTerms(titles),
    lead: sortedTerms([...titles, ...headings, text.slice(0, LEAD_LENGTH)]),
    total,
  };
}

function bodyOf(counts: ReadonlyMap<number, number>): Pick<TermSignal, "body" | "counts"> {
  const body = Uint32Array.from(counts.size > MOST_BODY_TERMS ? mostTelling(counts) : counts.keys()).sort();
  return { body, counts: Uint16Array.from(body, (term) => Math.min(counts.get(term) ?? 0, 0xffff)) };
}

/** The terms of greatest weight; of equal ones at the limit, the first of the text. */
function mostTelling(counts: ReadonlyMap<number, number>): number[] {
  const terms = [...counts.keys()];
  const weights = Float64Array.from(counts, ([term, count]) => Math.log1p(count) * backgroundWeight(term));
  const least = weights.slice().sort()[weights.length - MOST_BODY_TERMS] ?? 0;
  const above = terms.filter((_, at) => (weights[at] ?? 0) > least);
  const level = terms.filter((_, at) => weights[at] === least);
  return [...above, ...level.slice(0, MOST_BODY_TERMS - above.length)];
}

function sortedTerms(texts: readonly string[]): Uint32Array {
  const terms = new Set<number>();
  for (const text of texts) visitTerms(text, (term) => terms.add(term));
  return Uint32Array.from(terms).sort();
}
