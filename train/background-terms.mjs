/**
 * Makes `models/background-terms.json`: how rare words are in general text. Counts the documents of the corpus (less its report fold) that hold a
 * term; keeps the most frequent ones that at least three sources hold. Same input, same bytes. `node train/background-terms.mjs`.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hasCorpus, readCorpus } from "./corpus.mjs";
import { loadSource } from "./load-source.mjs";

/** Terms kept: beyond these a word stands in fewer than one document in five hundred, and its weight hardly changes. */
const KEPT = 16_384;
/** A term that fewer sources hold is no general word, and nobody's text. */
const FEWEST_SOURCES = 3;
/** Steps of a weight: natural logarithm times this, as one byte. */
const STEPS = 24;

if (!hasCorpus()) {
  console.error("no corpus beside this repository (../shared/corpus): nothing to train on");
  process.exit(2);
}
const { termsOf } = await loadSource("util/terms.ts");
const rows = readCorpus().filter((row) => !row.isReportFold);
const counts = new Map();
for (const { source, text } of rows) {
  for (const term of termsOf(text)) {
    const count = counts.get(term) ?? { documents: 0, sources: new Set() };
    count.documents++;
    if (count.sources.size < FEWEST_SOURCES) count.sources.add(source);
    counts.set(term, count);
  }
}
const kept = [...counts]
  .filter(([, { sources }]) => sources.size >= FEWEST_SOURCES)
  .sort(([a, { documents: x }], [b, { documents: y }]) => y - x || a - b)
  .slice(0, KEPT)
  .sort(([a], [b]) => a - b);
const terms = Buffer.alloc(kept.length * 4);
const weights = Buffer.alloc(kept.length);
kept.forEach(([term, { documents }], at) => {
  terms.writeUInt32LE(term, at * 4);
  weights[at] = Math.min(255, Math.round(STEPS * Math.log(rows.length / documents)));
});
const model = { documents: rows.length, steps: STEPS, terms: terms.toString("base64"), weights: weights.toString("base64") };
writeFileSync(fileURLToPath(new URL("../models/background-terms.json", import.meta.url)), `${JSON.stringify(model, null, 1)}\n`);
console.log(`${kept.length} terms of ${rows.length} documents; the rarest stands in ${Math.min(...kept.map(([, count]) => count.documents))}`);
