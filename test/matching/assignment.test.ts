import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestAssignment, cyclesOf } from "../../src/matching/assignment.ts";

function totalOf(values: readonly (readonly number[])[], columns: readonly number[]): number {
  return columns.reduce((sum, column, row) => sum + (values[row]?.[column] ?? Number.NaN), 0);
}

/** The greatest total by trying every permutation. */
function bruteForce(values: readonly (readonly number[])[], row = 0, free = new Set(values.keys())): number {
  if (row === values.length) return 0;
  let best = Number.NEGATIVE_INFINITY;
  for (const column of [...free]) {
    free.delete(column);
    best = Math.max(best, (values[row]?.[column] ?? 0) + bruteForce(values, row + 1, free));
    free.add(column);
  }
  return best;
}

describe("bestAssignment", () => {
  it("finds nothing in nothing, and the swap that pays", () => {
    expect(bestAssignment([])).toEqual([]);
    expect(
      bestAssignment([
        [0, 5],
        [5, 0],
      ]),
    ).toEqual([1, 0]);
  });

  it("is a permutation with the greatest total, as trying all of them finds", () => {
    const matrix = fc.integer({ min: 1, max: 6 }).chain((size) =>
      fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(matrix, (values) => {
        const columns = bestAssignment(values);
        expect([...columns].sort((a, b) => a - b)).toEqual([...values.keys()]);
        expect(totalOf(values, columns)).toBeCloseTo(bruteForce(values), 6);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("assigns 200 rows in a moment", () => {
    const values = Array.from({ length: 200 }, (_, row) => Array.from({ length: 200 }, (_, column) => Math.sin(row * 7 + column * 13)));
    const started = performance.now();
    expect(new Set(bestAssignment(values)).size).toBe(200);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("cyclesOf", () => {
  it("gives each cycle once, from its smallest place on, and leaves fixed places out", () => {
    expect(cyclesOf([0, 2, 1, 3, 5, 6, 4])).toEqual([
      [1, 2],
      [4, 5, 6],
    ]);
    expect(cyclesOf([])).toEqual([]);
  });
});
