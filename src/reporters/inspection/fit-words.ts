/** How well a document and an entry agree, in words. */
import type { InspectedFit } from "./inspection.ts";

/**
 * Log-odds of the pair and what they are called: from 1.5 no other document is looked for (`matching/identity.ts`), from 0.5 an unlisted document fits
 * (`inspect.ts`), under -1.5 no entry is called right (`engine/report.ts`), and under -3.4 lie three in four foreign documents and one in a hundred under its own entry (2026-11).
 */
const FIT_WORDS = [
  [3, "fits it closely"],
  [1.5, "fits it well"],
  [0.5, "fits it"],
  [-1.5, "fits it loosely"],
  [-3.4, "hardly fits it"],
] as const;

/** Log-odds of belonging: `models/identity.md` and the limits of `rules/wrong-document.ts`. */
const BELONGS = 2;
const DOUBTFUL = -2.4;

/** `fits it closely (log-odds +4.5)`. Positive log-odds speak for it; 2.3 are ten to one. */
export function fitInWords({ logOdds }: InspectedFit): string {
  const words = FIT_WORDS.find(([least]) => logOdds >= least)?.[1] ?? "does not fit it";
  return `${words} (log-odds ${signed(logOdds)})`;
}

/** The same with what the document's vocabulary says: `fits it closely (log-odds +4.5), and its words are those of the set (+6.1)`. */
export function fitAndBelongingInWords(fit: InspectedFit): string {
  return `${fitInWords(fit)}, ${belongingInWords(fit.belonging)} (${signed(fit.belonging)})`;
}

function belongingInWords(belonging: number): string {
  if (belonging >= BELONGS) return "and its words are those of the set";
  return belonging < DOUBTFUL ? "and its words are foreign to the set" : "and its words are partly those of the set";
}

function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(1)}`;
}
