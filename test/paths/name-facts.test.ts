import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestEdits, nameFactsOf } from "../../src/paths/name-facts.ts";
import { editDistance } from "../../src/util/words.ts";

describe("nameFactsOf", () => {
  it("takes a path apart", () => {
    const { letters, ...facts } = nameFactsOf("docs/rfcs/0012-Node-es6.v2.MD", true);
    expect(facts).toEqual({
      path: "docs/rfcs/0012-Node-es6.v2.MD",
      isFile: true,
      folders: ["docs", "rfcs"],
      name: "0012-node-es6.v2.md",
      stem: "0012-node-es6.v2",
      number: { series: "", number: 12, text: "0012" },
      words: ["0012", "node", "es6", "v2"],
      contentWords: ["node", "es6", "v2"],
      compact: "0012nodees6v2",
      digits: "12,6,2",
      stemDigits: "12,6,2",
    });
    expect(letters.reduce((sum, count) => sum + count, 0)).toBe(facts.compact.length);
  });

  it("takes a folder by its own name, with or without a slash behind it", () => {
    expect(nameFactsOf("specs/wire/", false)).toEqual(nameFactsOf("specs/wire", false));
    expect(nameFactsOf("specs/wire/", false)).toMatchObject({ name: "wire", folders: ["specs"] });
  });
});

describe("fewestEdits", () => {
  it("is never more than the edits that lie between two names", () => {
    const name = fc.array(fc.constantFrom("a", "b", "c", "k", "1"), { minLength: 1, maxLength: 8 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(fewestEdits(nameFactsOf(a, true), nameFactsOf(b, true))).toBeLessThanOrEqual(editDistance(a, b, 20));
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it("counts the letters that one name has and the other has not", () => {
    expect(fewestEdits(nameFactsOf("tides", true), nameFactsOf("tide", true))).toBe(1);
    expect(fewestEdits(nameFactsOf("tide", true), nameFactsOf("edit", true))).toBe(0);
  });
});
