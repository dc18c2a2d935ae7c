import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth, escapeForTerminal } from "../../src/util/terminal-text.ts";
import { wrapText } from "../../src/util/wrap-text.ts";

describe("wrapText", () => {
  it("breaks at blanks and joins runs of them", () => {
    expect(wrapText("one two  three four", 9)).toEqual(["one two", "three", "four"]);
  });

  it("gives one empty line for an empty text", () => {
    expect(wrapText("", 10)).toEqual([""]);
  });

  it("breaks a path that is longer than the line after a slash", () => {
    expect(wrapText("see docs/design/storage/layout.md", 16)).toEqual(["see docs/design/", "storage/", "layout.md"]);
  });

  it("breaks a word that is longer than the line anywhere", () => {
    expect(wrapText("abcdefghijkl", 5)).toEqual(["abcde", "fghij", "kl"]);
  });

  it("breaks between wide characters and begins no line with a closing sign", () => {
    expect(wrapText("データ構造、設計。", 10)).toEqual(["データ構", "造、設計。"]);
  });

  it("keeps a Latin word among wide characters whole", () => {
    expect(wrapText("設計storage設計", 9)).toEqual(["設計", "storage設", "計"]);
  });

  it("never exceeds the width, and loses nothing but blanks", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 30 })), fc.integer({ min: 4, max: 60 }), (words, columns) => {
        const text = escapeForTerminal(words.join(" "));
        const lines = wrapText(text, columns);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        const closing = /[、。，．：；！？」』】〉》〕）］｝ー々\p{M}]/u;
        for (const line of lines) if (!closing.test(line)) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      }),
      { seed: 20261101, numRuns: 500 },
    );
  });
});
