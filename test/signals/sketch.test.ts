import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureSignals } from "../../src/signals/measure.ts";
import { Sketcher } from "../../src/signals/sketch.ts";
import { likenessOf } from "../../src/util/near-copies.ts";
import { documentOf } from "../support/checked-set.ts";

function sketchOf(terms: readonly number[]): Uint32Array {
  const sketcher = new Sketcher();
  for (const term of terms) sketcher.add(term);
  return sketcher.finish() ?? new Uint32Array();
}

/** The similarity itself, the slow way. */
function jaccard(a: readonly number[], b: readonly number[]): number {
  const grams = (terms: readonly number[]) => new Set(terms.slice(4).map((_, at) => terms.slice(at, at + 5).join()));
  const [left, right] = [grams(a), grams(b)];
  const common = [...left].filter((gram) => right.has(gram)).length;
  return common / (left.size + right.size - common);
}

describe("a sketch", () => {
  it("estimates the Jaccard similarity of 5-grams within four standard errors", () => {
    const term = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(fc.array(term, { minLength: 600, maxLength: 1200 }), fc.nat(), fc.nat(), (terms, from, length) => {
        const cut = from % terms.length;
        const other = [...terms.slice(0, cut), ...terms.slice(cut).map((one, at) => (at < length % 400 ? one ^ 1 : one))];
        const truth = jaccard(terms, other);
        const error = Math.sqrt((truth * (1 - truth)) / 128);
        expect(Math.abs(likenessOf(sketchOf(terms), sketchOf(other)) - truth)).toBeLessThanOrEqual(4 * error + 0.02);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it("is the same for the same terms, and has 128 numbers", () => {
    const terms = Array.from({ length: 80 }, (_, at) => at * 7919);
    expect(sketchOf(terms)).toEqual(sketchOf(terms));
    expect(sketchOf(terms)).toHaveLength(128);
  });

  it("is densified: short texts of one kind fill every place and share few", () => {
    const a = sketchOf(Array.from({ length: 60 }, (_, at) => at * 7919));
    const b = sketchOf(Array.from({ length: 60 }, (_, at) => at * 104_729 + 1));
    expect([...a].filter((value) => value === 0xffffffff)).toEqual([]);
    expect(likenessOf(a, b)).toBeLessThan(0.1);
  });

  it("ends on one word said again and again", () => {
    expect(sketchOf(new Array(100).fill(7))).toHaveLength(128);
  });

  it("is not made of fewer than 50 words, nor of a file without text", () => {
    const word = (count: number) => measureSignals(documentOf(Array.from({ length: count }, (_, at) => `w${at}`).join(" "))).sketch;
    expect(word(20)).toBeNull();
    expect(word(60)).toHaveLength(128);
  });
});
