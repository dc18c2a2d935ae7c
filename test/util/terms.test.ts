import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backgroundWeight, isKnownTerm } from "../../src/util/term-weights.ts";
import { termsOf, visitTerms } from "../../src/util/terms.ts";

function all(text: string): number[] {
  const terms: number[] = [];
  visitTerms(text, (term) => terms.push(term));
  return terms;
}

describe("terms", () => {
  it.each([
    ["Queries", "query"],
    ["classes", "classe"],
    ["RFC 0012", "rfc12"],
    ["OptimismPortal", "optimism portal optimismportal"],
    ["HTTPServer", "http server httpserver"],
    ["sha-256_sums", "SHA 256 sum"],
    ["Äpfel", "ÄPFEL"],
    ["Модели", "МОДЕЛИ"],
  ])("are the same for %j and %j", (a, b) => {
    expect(all(a)).toEqual(all(b));
  });

  it.each([
    ["boss", "bos"],
    ["status", "statu"],
    ["analysis", "analysi"],
    ["0", "10"],
    ["安全策略", "安全特性"],
  ])("differ for %j and %j", (a, b) => {
    expect(all(a)).not.toEqual(all(b));
  });

  it("are pairs of neighbouring ideographs, and the character where it stands alone", () => {
    expect(all("安全策略")).toHaveLength(3);
    expect(all("安")).toHaveLength(1);
    expect(all("安全").at(0)).toBe(all("a安全b").at(1));
  });

  it("stop at the offsets given", () => {
    expect(termsOf("one two three")).toHaveLength(3);
    const inner: number[] = [];
    visitTerms("one two three", (term) => inner.push(term), 4, 7);
    expect(inner).toEqual(all("two"));
  });

  it("are 32-bit numbers for any text, and a text is the sum of its lines", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 6 }), (lines) => {
        const whole = all(lines.join("\n"));
        expect(whole).toEqual(lines.flatMap(all));
        for (const term of whole) expect(term >>> 0).toBe(term);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("are read in linear time from long words", () => {
    const started = performance.now();
    expect(all("aB".repeat(500_000))).toHaveLength(500_002);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("background weights", () => {
  const [the, specification, unheard] = ["the", "specification", "xqzzyvarnish"].map((word) => all(word)[0] ?? 0) as [
    number,
    number,
    number,
  ];

  it("are near 0 for words of every text, and largest for words that nobody uses", () => {
    expect(backgroundWeight(the)).toBeLessThan(0.5);
    expect(backgroundWeight(specification)).toBeGreaterThan(1);
    expect(backgroundWeight(unheard)).toBeGreaterThan(backgroundWeight(specification));
  });

  it("tell known terms from unknown ones", () => {
    expect(isKnownTerm(specification)).toBe(true);
    expect(isKnownTerm(unheard)).toBe(false);
  });
});
