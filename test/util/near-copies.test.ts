import { describe, expect, it } from "vitest";
import { likenessOf, nearPairs } from "../../src/util/near-copies.ts";
import { checkedSet } from "../support/checked-set.ts";
import { prose, revised } from "../support/prose.ts";

function setOf(texts: readonly (readonly string[])[]) {
  return checkedSet({ documents: texts.map((text, at) => ({ path: `d${String(at).padStart(3, "0")}.md`, text: text.join("\n") })) });
}

describe("near pairs", () => {
  it("are those that all pairs give, as far as they are alike at a half or more", () => {
    const texts = Array.from({ length: 60 }, (_, at) => revised(prose(`topic${at % 20}`, 60), 4 + at));
    const set = setOf(texts);
    const slow: string[] = [];
    for (const [at, a] of set.documents.entries()) {
      for (const b of set.documents.slice(at + 1)) {
        const likeness = likenessOf(a.signals.sketch ?? new Uint32Array(), b.signals.sketch ?? new Uint32Array());
        if (likeness >= 0.5) slow.push(`${a.path} ${b.path} ${likeness}`);
      }
    }
    expect(slow.length).toBeGreaterThan(20);
    const fast = nearPairs(set).filter(({ likeness }) => likeness >= 0.5);
    expect(fast.map(({ a, b, likeness }) => `${a.path} ${b.path} ${likeness}`).sort()).toEqual(slow.sort());
  });

  it("come most alike first", () => {
    const text = prose("tide", 60);
    const pairs = nearPairs(setOf([text, revised(text, 5), revised(text, 30)]));
    expect(pairs.map(({ likeness }) => likeness)).toEqual(pairs.map(({ likeness }) => likeness).sort((a, b) => b - a));
    expect(pairs[0]).toMatchObject({ a: { path: "d000.md" }, b: { path: "d002.md" } });
  });

  it("of four hundred pages of one template are found without comparing them all", () => {
    const text = prose("page", 30);
    const set = setOf(Array.from({ length: 400 }, (_, at) => text.with(at % 30, `Page ${at} has a sentence of its own.`)));
    const started = performance.now();
    const pairs = nearPairs(set);
    expect(performance.now() - started).toBeLessThan(1500);
    expect(new Set(pairs.flatMap(({ a, b }) => [a.path, b.path])).size).toBe(400);
  });
});
