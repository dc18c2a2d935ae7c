import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  characterWidth,
  cutToWidth,
  displayWidth,
  escapeForTerminal,
  escapeJsonText,
  padToWidth,
  takeColumns,
} from "../../src/util/terminal-text.ts";

/** What no terminal may get from a document: controls, format characters, separators, surrogates, invisible characters. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe("escapeForTerminal", () => {
  it.each([
    ["plain ASCII stays", "plain ASCII stays"],
    ["\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"],
    ["\x1b]8;;https://example.org\x07link", "\\x1b]8;;https://example.org\\x07link"],
    ["a\x9b31mb", "a\\x9b31mb"],
    ["bell\x07 del\x7f nul\0", "bell\\x07 del\\x7f nul\\x00"],
    ["over\rwritten\nline", "over\\rwritten\\nline"],
    ["a\tb", "a    b"],
    ["evil\u202egpj.exe", "evil<U+202E>gpj.exe"],
    ["\u2066isolate\u2069", "<U+2066>isolate<U+2069>"],
    ["zero\u200bwidth\u200d\ufeff", "zero<U+200B>width<U+200D><U+FEFF>"],
    ["soft\u00adhyphen", "soft<U+00AD>hyphen"],
    ["tag\u{e0041}\u{e007f}", "tag<U+E0041><U+E007F>"],
    ["selector a\ufe0f\u{e0100}", "selector a<U+FE0F><U+E0100>"],
    ["filler\u3164", "filler<U+3164>"],
    ["lone\ud800", "lone<U+D800>"],
    ["line\u2028separator", "line<U+2028>separator"],
  ])("shows %j as %j", (text, shown) => {
    expect(escapeForTerminal(text)).toBe(shown);
  });

  it("keeps what people write in other scripts", () => {
    const text = "データ構造 Größe नमस्ते مرحبا 한국어 e\u0301";
    expect(escapeForTerminal(text)).toBe(text);
  });

  it("shows emoji without the marks that only ask for their colour or for joining them", () => {
    expect(escapeForTerminal("⚠\ufe0f 👩\u200d💻 1\ufe0f\u20e3")).toBe("⚠ 👩💻 1\u20e3");
  });

  it("shows marks piled on a letter after the fourth as escapes", () => {
    expect(escapeForTerminal(`e${"\u0301".repeat(6)}`)).toBe(`e${"\u0301".repeat(4)}<U+0301><U+0301>`);
  });

  it("never lets a harmful character through, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeForTerminal(text)).not.toMatch(HARMFUL);
      }),
      { seed: 20261101, numRuns: 2000 },
    );
  });
});

describe("escapeJsonText", () => {
  it("writes harmful characters as JSON escapes that mean the same", () => {
    const json = JSON.stringify({ quote: "a\u202eb\x9b\x7f\u{e0041}\u200b" }, null, 2);
    const escaped = escapeJsonText(json);
    expect(escaped).toBe('{\n  "quote": "a\\u202eb\\u009b\\u007f\\udb40\\udc41\\u200b"\n}');
  });

  it("changes no value, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeJsonText(JSON.stringify([text], null, 2));
        expect(JSON.parse(escaped)).toEqual([text]);
        expect(escaped.replaceAll("\n", "")).not.toMatch(HARMFUL);
      }),
      { seed: 20261101, numRuns: 2000 },
    );
  });
});

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["ascii", 5],
    ["Größe", 5],
    ["データ", 6],
    ["한국어", 6],
    ["ｆｕｌｌ", 8],
    ["e\u0301e\u0301", 2],
    ["नमस्ते", 4],
    ["👩💻", 4],
    ["🇩🇪", 2],
    ["│╭─╰", 4],
    ["𠀀", 2],
  ])("counts the columns of %j as %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("counts what is combining as nothing", () => {
    expect([characterWidth("\u0301"), characterWidth("a"), characterWidth("漢")]).toEqual([0, 1, 2]);
  });
});

describe("cutting and filling", () => {
  it("cuts before a wide character that would only half fit", () => {
    expect([takeColumns("データ", 3), cutToWidth("データ構造", 6, "…"), cutToWidth("データ", 6, "…")]).toEqual(["デ", "デー…", "データ"]);
  });

  it("keeps a mark with its letter", () => {
    expect(takeColumns("e\u0301x", 1)).toBe("e\u0301");
  });

  it("fills up by columns, not by characters", () => {
    expect([padToWidth("デ", 4), padToWidth("long", 2)]).toEqual(["デ  ", "long"]);
  });

  it("gives never more columns than asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 3, max: 40 }), (raw, columns) => {
        const text = escapeForTerminal(raw);
        expect(displayWidth(cutToWidth(text, columns, "..."))).toBeLessThanOrEqual(columns);
      }),
      { seed: 20261101 },
    );
  });
});
