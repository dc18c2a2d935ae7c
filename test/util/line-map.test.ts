import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineMap } from "../../src/util/line-map.ts";

describe("LineMap", () => {
  it("counts lines and columns from 1", () => {
    const lines = new LineMap("ab\ncd");
    expect(lines.position(0)).toEqual({ line: 1, column: 1 });
    expect(lines.position(2)).toEqual({ line: 1, column: 3 });
    expect(lines.position(3)).toEqual({ line: 2, column: 1 });
    expect(lines.position(5)).toEqual({ line: 2, column: 3 });
  });

  it("takes an offset outside the text as its nearest end", () => {
    const lines = new LineMap("ab\n");
    expect(lines.position(-4)).toEqual({ line: 1, column: 1 });
    expect(lines.position(99)).toEqual({ line: 2, column: 1 });
  });

  it("counts the columns of characters outside the basic plane as two, as editors' protocols do", () => {
    expect(new LineMap("😀a").position(2)).toEqual({ line: 1, column: 3 });
  });

  it("leaves the carriage return in its line and out of the line's text", () => {
    const lines = new LineMap("a\r\nb\r\n");
    expect(lines.lineCount).toBe(3);
    expect([lines.line(1), lines.line(2), lines.line(3)]).toEqual(["a", "b", ""]);
    expect(lines.position(1)).toEqual({ line: 1, column: 2 });
    expect(lines.position(3)).toEqual({ line: 2, column: 1 });
  });

  it("gives the place of a line without the blanks around it", () => {
    const lines = new LineMap("x\n  a b \t\r\n   ");
    expect(lines.linePlace(2)).toEqual({ line: 2, column: 3, end: { line: 2, column: 6 } });
    expect(lines.linePlace(3)).toEqual({ line: 3, column: 4, end: { line: 3, column: 4 } });
  });

  it("knows an empty text as one empty line, and no text beyond the last line", () => {
    const lines = new LineMap("");
    expect([lines.lineCount, lines.line(1), lines.lineStart(1), lines.lineStart(9)]).toEqual([1, "", 0, 0]);
  });

  it("agrees with counting line ends one by one", () => {
    const text = fc.array(fc.constantFrom("a", "\n", "\r\n", "é", "😀", " "), { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(60), (source, offset) => {
        const before = source.slice(0, Math.min(offset, source.length)).split("\n");
        expect(new LineMap(source).position(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? "").length + 1 });
      }),
      { seed: 1 },
    );
  });

  it("finds the start of the line that a position names", () => {
    const text = fc.array(fc.constantFrom("ab", "\n", "\r\n"), { maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(50), (source, at) => {
        const lines = new LineMap(source);
        const offset = Math.min(at, source.length);
        const { line, column } = lines.position(offset);
        expect(lines.lineStart(line) + column - 1).toBe(offset);
      }),
      { seed: 2 },
    );
  });
});
