import { describe, expect, it } from "vitest";
import { terminalOf } from "../../src/cli/terminal.ts";

const TTY = { isTTY: true, columns: 132 };

describe("what a stream can show", () => {
  it("is colour, drawing and its own width in a terminal", () => {
    expect(terminalOf(TTY, { TERM: "xterm-256color" })).toEqual({ width: 132, isColour: true, isPlain: false });
  });

  it("is plain text of 80 columns, or of COLUMNS, elsewhere", () => {
    expect(terminalOf({}, {})).toEqual({ width: 80, isColour: false, isPlain: true });
    expect(terminalOf({}, { COLUMNS: "100" }).width).toBe(100);
    expect(terminalOf({}, { COLUMNS: "wide" }).width).toBe(80);
  });

  it("is plain in a dumb terminal, and without drawing on the kernel's console", () => {
    expect(terminalOf(TTY, { TERM: "dumb" })).toEqual({ width: 132, isColour: false, isPlain: true });
    expect(terminalOf(TTY, { TERM: "linux" })).toEqual({ width: 132, isColour: true, isPlain: true });
  });

  it.each([
    [{ NO_COLOR: "1" }, false],
    [{ NO_COLOR: "" }, true],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    [{ FORCE_COLOR: "0" }, false],
    [{ FORCE_COLOR: "false" }, false],
    [{ FORCE_COLOR: "1", TERM: "dumb" }, true],
  ])("obeys %j in a terminal", (env, isColour) => {
    expect(terminalOf(TTY, env).isColour).toBe(isColour);
  });

  it("is coloured elsewhere only where it is forced", () => {
    expect([
      terminalOf({}, { FORCE_COLOR: "1" }).isColour,
      terminalOf({}, { FORCE_COLOR: "" }).isColour,
      terminalOf({}, {}).isColour,
    ]).toEqual([true, true, false]);
  });
});
