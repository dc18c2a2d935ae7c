import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBound } from "../../src/util/lower-bound.ts";

describe("lowerBound", () => {
  it("is the first that is not before what is looked for, as a walk finds it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: -1, max: 10 }), (numbers, wanted) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const walked = sorted.findIndex((number) => number >= wanted);
        expect(lowerBound(sorted.length, (at) => (sorted[at] ?? 0) < wanted)).toBe(walked < 0 ? sorted.length : walked);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it("is the length where all are before, and 0 where there is none", () => {
    expect(lowerBound(3, () => true)).toBe(3);
    expect(lowerBound(0, () => true)).toBe(0);
  });
});
