/** Which word sequences are learned: those that the most sources share. */
import { hashOf } from "../../src/signals/kind-hash.ts";
import { TOKEN_CLASSES } from "../../src/signals/kind-tokens.ts";
import type { Example } from "./examples.ts";

export interface Gram {
  readonly hash: number;
  /** Its words, token classes included. */
  readonly words: readonly string[];
  readonly sources: number;
}

/** Fewest sources that a sequence must stand in to be shipped, whatever else is asked: it is nobody's text then. */
export const FEWEST_SOURCES_SHIPPED = 3;

/** The `most` sequences that stand in the most sources, and in at least `fewestSources`; by length, then in the order of the words. */
export function selectGrams(examples: readonly Example[], { most, fewestSources }: { most: number; fewestSources: number }): Gram[] {
  const counts = new Map<number, { sources: number; last: string; example: Example }>();
  for (const example of [...examples].sort((a, b) => (a.row.source < b.row.source ? -1 : 1))) {
    for (const hash of example.grams.keys()) {
      const count = counts.get(hash);
      if (!count) counts.set(hash, { sources: 1, last: example.row.source, example });
      else if (count.last !== example.row.source) {
        count.sources++;
        count.last = example.row.source;
      }
    }
  }
  const least = Math.max(FEWEST_SOURCES_SHIPPED, fewestSources);
  const frequent = [...counts].filter(([, { sources }]) => sources >= least).sort(([a, x], [b, y]) => y.sources - x.sources || a - b);
  const words = wordsOfHashes(examples);
  const grams = frequent.flatMap(([hash, { sources, example }]) => {
    const use = example.grams.get(hash);
    const tokens = use ? [...example.reading.tokens.slice(use.place, use.place + use.length)] : [];
    const spelled = tokens.map((token) => words.get(token));
    return spelled.every((word) => word !== undefined) ? [{ hash, words: spelled, sources }] : [];
  });
  return grams.slice(0, most).sort((a, b) => a.words.length - b.words.length || (a.words.join(" ") < b.words.join(" ") ? -1 : 1));
}

/** Every token of the examples by its hash: words as they are hashed, marks, keywords and classes. */
function wordsOfHashes(examples: readonly Example[]): Map<number, string> {
  const words = new Map<number, string>();
  const add = (word: string) => words.set(hashOf(word), word);
  for (const { row } of examples) {
    for (const [word] of row.text.matchAll(/[\p{L}'’]+|[^\p{L}\s]/gu)) {
      add(word);
      for (const part of word.toLowerCase().replaceAll("’", "'").split(/^'+|'+$/)) if (part !== "") add(part);
    }
  }
  for (const word of Object.values(TOKEN_CLASSES)) add(word);
  return words;
}
