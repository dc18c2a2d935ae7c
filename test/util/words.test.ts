import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, overlapRatio, wordsOf, wordsOfPath } from "../../src/util/words.ts";

describe("wordsOf", () => {
  it("gives small letters and digits, without punctuation", () => {
    expect(wordsOf("RFC 9110: HTTP-Semantics (2nd)")).toEqual(["rfc", "9110", "http", "semantics", "2nd"]);
  });

  it("reads full-width and composed letters as their plain forms", () => {
    expect(wordsOf("ＲＦＣ ﬁle e\u0301")).toEqual(["rfc", "file", "é"]);
  });

  it("keeps words of every script, and none of an empty text", () => {
    expect(wordsOf("Спецификация 概要")).toEqual(["спецификация", "概要"]);
    expect(wordsOf(" — ")).toEqual([]);
  });
});

describe("wordsOfPath", () => {
  it("leaves out the folder and the extension", () => {
    expect(wordsOfPath("docs/v2/0012-node_discovery.md")).toEqual(["0012", "node", "discovery"]);
  });

  it("splits camel case", () => {
    expect(wordsOfPath("OptimismPortal.md")).toEqual(["optimism", "portal"]);
  });
});

describe("overlapRatio", () => {
  it("counts each word once, over the smaller list", () => {
    expect(overlapRatio(["a", "b", "b"], ["b", "c", "d"])).toBe(0.5);
    expect(overlapRatio(["a"], ["a", "b", "c"])).toBe(1);
  });

  it("is none where a list is empty", () => {
    expect(overlapRatio([], ["a"])).toBe(0);
    expect(overlapRatio([], [])).toBe(0);
  });
});

/** Optimal string alignment by its definition, without a limit. */
function slowDistance(a: string, b: string): number {
  const distance = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const cost = a[i - 1] === b[j - 1] ? 0 : 1;
    const best = Math.min(distance(i - 1, j) + 1, distance(i, j - 1) + 1, distance(i - 1, j - 1) + cost);
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return isSwap ? Math.min(best, distance(i - 2, j - 2) + 1) : best;
  };
  return distance(a.length, b.length);
}

describe("editDistance", () => {
  it("counts an insertion, a deletion, a substitution and a transposition as one", () => {
    expect(editDistance("index", "indexx", 3)).toBe(1);
    expect(editDistance("index", "indx", 3)).toBe(1);
    expect(editDistance("index", "inbex", 3)).toBe(1);
    expect(editDistance("index", "idnex", 3)).toBe(1);
  });

  it("stops one above the limit", () => {
    expect(editDistance("abcdef", "uvwxyz", 2)).toBe(3);
    expect(editDistance("a", "abcdefgh", 2)).toBe(3);
  });

  it("agrees with the definition", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
