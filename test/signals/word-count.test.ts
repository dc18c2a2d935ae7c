import { describe, expect, it } from "vitest";
import { countWords } from "../../src/signals/word-count.ts";

describe("countWords", () => {
  it("counts runs of letters and digits, in every script that parts words", () => {
    expect(countWords("A frame has 4 bytes.")).toBe(5);
    expect(countWords("Größe, Länge — высота 높이 ارتفاع")).toBe(5);
  });

  it("counts no mark-up, rules or punctuation", () => {
    expect(countWords("# --- | === | *** … “ ” → ✓ 。、！\n\n")).toBe(0);
    expect(countWords("")).toBe(0);
  });

  it("counts each character of Chinese and each syllable of Japanese", () => {
    expect(countWords("文書の検査 OK")).toBe(6);
  });

  it("parts words at apostrophes, hyphens and underscores", () => {
    expect(countWords("don't re-use snake_case")).toBe(6);
  });

  it("counts a million words in well under a second", () => {
    const text = "word ".repeat(1_000_000);
    const started = performance.now();
    expect(countWords(text)).toBe(1_000_000);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
