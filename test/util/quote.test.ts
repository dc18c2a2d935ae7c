import { describe, expect, it } from "vitest";
import { cutForMessage, cutToQuote, quoteOf } from "../../src/util/quote.ts";

describe("quoteOf", () => {
  it("keeps a short line as it is, blanks and controls included", () => {
    expect(quoteOf(3, "  a\u001b[1m b ")).toEqual({ line: 3, quote: "  a\u001b[1m b " });
  });

  it("cuts at 200 code points", () => {
    expect(quoteOf(1, "x".repeat(500)).quote).toBe("x".repeat(200));
    expect(cutToQuote("x".repeat(200))).toBe("x".repeat(200));
  });

  it("never cuts a surrogate pair in two", () => {
    const cut = cutToQuote(`a${"🚀".repeat(300)}`);
    expect([...cut]).toHaveLength(200);
    expect(cut.endsWith("🚀")).toBe(true);
    expect(cut.length).toBe(399);
  });

  it("counts a lone surrogate as one and does not loop", () => {
    expect(cutToQuote("\ud83d".repeat(300))).toHaveLength(200);
  });
});

describe("cutForMessage", () => {
  it("keeps up to 200 code points, and says with an ellipsis that there is more", () => {
    expect(cutForMessage("Tide tables")).toBe("Tide tables");
    expect(cutForMessage("x".repeat(200))).toBe("x".repeat(200));
    expect(cutForMessage("x".repeat(201))).toBe(`${"x".repeat(200)}…`);
    expect(cutForMessage("🌊".repeat(300))).toBe(`${"🌊".repeat(200)}…`);
    expect(cutForMessage(`${"x".repeat(199)} ${"y".repeat(9)}`)).toBe(`${"x".repeat(199)}…`);
  });
});
