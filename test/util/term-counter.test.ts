import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TermCounter } from "../../src/util/term-counter.ts";

describe("TermCounter", () => {
  it("counts as a plain map does, and keeps the order of first places", () => {
    const terms = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 0xffffffff })), { maxLength: 3_000 });
    fc.assert(
      fc.property(terms, (list) => {
        const counter = new TermCounter();
        const map = new Map<number, number>();
        for (const term of list) {
          counter.add(term);
          map.set(term, (map.get(term) ?? 0) + 1);
        }
        expect([...counter.terms]).toEqual([...map.keys()]);
        expect([...counter.counts]).toEqual([...map.values()]);
        expect(counter.size).toBe(map.size);
        for (const [term, count] of map) expect(counter.countOf(term)).toBe(count);
        expect(counter.countOf(0x12345678)).toBe(map.get(0x12345678) ?? 0);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("grows past its first size, terms that fall on one slot included", () => {
    const counter = new TermCounter();
    for (let index = 0; index < 20_000; index++) counter.add((index * 4_096) >>> 0);
    expect(counter.size).toBe(20_000);
    expect(counter.countOf(4_096)).toBe(1);
  });
});
