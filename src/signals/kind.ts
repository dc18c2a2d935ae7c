import type { Document, KindSignal, Quote } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { isEnglish } from "./kind-language.ts";
import { type KindModel, kindModel } from "./kind-model.ts";
import { type KindReading, readForKind } from "./kind-reading.ts";
import { type SampleLine, sampleLines } from "./kind-sample.ts";
import { scoreColumns, useGrams, weighLines } from "./kind-score.ts";

/** Fewest words that are judged: under it the accuracy falls (`models/kind.md`, by length). */
export const FEWEST_WORDS = 60;
/** Known words and marks over all words. With it, 12 of 1,191 texts in other languages still get an answer, and 80 of 3,923 English ones none (2026-11). */
export const LEAST_KNOWN = 0.45;
const MOST_QUOTES = 5;

/** Kinds that belong together: mistaken for one another more often than for others, and for most rules the same. */
const GROUPS: Readonly<Record<string, string>> = {
  specification: "specification",
  design: "specification",
  "api-reference": "documentation",
  tutorial: "documentation",
  readme: "documentation",
  changelog: "documentation",
  paper: "scholarship",
  encyclopedia: "scholarship",
  news: "press",
  blog: "press",
  marketing: "site",
  navigation: "site",
  "error-page": "site",
  recipe: "recipe",
  legal: "legal",
  transcript: "talk",
  minutes: "talk",
  forum: "talk",
  email: "talk",
  fiction: "fiction",
  code: "data",
  data: "data",
};

/**
 * What sort of document it is, by a multinomial logistic regression over words, word pairs, short lines and layout, trained by `train/`
 * (`models/kind.md`: method, data and measured accuracy). Null where there is no text, too little of it, or another language than English,
 * which is all that the model learned. The confidence is calibrated; under 0.7 take it for a hint. Evidence: the lines that spoke most for
 * the kind against its runner-up.
 */
export function measureKind(document: Document): KindSignal | null {
  if (document.text === null) return null;
  const lines = sampleLines(document);
  const reading = readForKind(lines);
  if (reading.wordCount < FEWEST_WORDS) return null;
  const model = kindModel();
  return isEnglish(reading) ? judge(lines, reading, model) : null;
}

function judge(lines: readonly SampleLine[], reading: KindReading, model: KindModel): KindSignal | null {
  const use = useGrams(reading, model);
  if (use.knownWords < LEAST_KNOWN * reading.wordCount) return null;
  const logits = scoreColumns(reading, use, model);
  const size = model.kinds.length;
  const probabilities = softmax(logits.subarray(0, size), model.temperature);
  const [best = 0, second = 0] = [...probabilities.keys()].sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
  const name = model.kinds[best] ?? "";
  return {
    name,
    confidence: probabilities[best] ?? 0,
    evidence: quotesOf(lines, weighLines(reading, use, model, [best, second])),
    runnerUp: { name: model.kinds[second] ?? "", confidence: probabilities[second] ?? 0 },
    group: groupOf(name, model.kinds, probabilities),
    specificationLogOdds: logits[size] ?? 0,
    scrapedLogOdds: logits[size + 1] ?? 0,
  };
}

/** Probabilities of logits divided by a temperature (Guo et al., 2017, "On Calibration of Modern Neural Networks"). */
function softmax(logits: Float64Array, temperature: number): Float64Array {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp((logit - largest) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function groupOf(kind: string, kinds: readonly string[], probabilities: Float64Array): { name: string; confidence: number } {
  const name = GROUPS[kind] ?? kind;
  let confidence = 0;
  for (const [column, other] of kinds.entries()) if (GROUPS[other] === name) confidence += probabilities[column] ?? 0;
  return { name, confidence };
}

/** The lines that weighed most, heaviest first; those that spoke against are left out. */
function quotesOf(lines: readonly SampleLine[], weights: Float64Array): Quote[] {
  const places = [...weights.keys()].filter((place) => (weights[place] ?? 0) > 0).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  return places.slice(0, MOST_QUOTES).flatMap((place) => {
    const line = lines[place];
    return line ? [quoteOf(line.line, line.text.trim())] : [];
  });
}
