import { describe, expect, it } from "vitest";
import { explainPaths } from "../../src/paths/explain.ts";

describe("explainPaths", () => {
  it("says the four points of the path rule, in lines that a terminal holds", () => {
    const text = explainPaths();
    for (const words of ["from the set's root", "--root", "--allow-outside", "/blob/", "Unicode normalisation"])
      expect(text).toContain(words);
    expect([...text.matchAll(/^\d\./gm)].map(([number]) => number)).toEqual(["1.", "2.", "3.", "4."]);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(text.endsWith("\n")).toBe(true);
  });
});
