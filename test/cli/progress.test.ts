import { describe, expect, it } from "vitest";
import { createProgress } from "../../src/cli/progress.ts";

const STEP = { phase: "reading documents", done: 64, total: 640 };
const TTY = { isTTY: true, columns: 80 };

/** What is written when a step is shown at each of these times, in milliseconds from the start. */
function writtenAt(
  times: readonly number[],
  { stream = TTY as { isTTY?: boolean; columns?: number }, env = {}, isCleared = false } = {},
): string[] {
  const written: string[] = [];
  let time = 0;
  const progress = createProgress({ ...stream, write: (text) => written.push(text) }, { env, now: () => time });
  for (const at of times) {
    time = at;
    progress.show(STEP);
  }
  if (isCleared) progress.clear();
  return written;
}

describe("progress", () => {
  it("says nothing in the first second", () => {
    expect(writtenAt([0, 500, 999], { isCleared: true })).toEqual([]);
  });

  it("is one line that is drawn again", () => {
    expect(writtenAt([1000])).toEqual(["\r\x1b[Kreading documents: 64 of 640"]);
  });

  it("is drawn at most every tenth of a second", () => {
    expect(writtenAt([1000, 1050, 1099, 1100, 1150, 1200])).toHaveLength(3);
  });

  it("is taken away at the end", () => {
    expect(writtenAt([1000], { isCleared: true }).at(-1)).toBe("\r\x1b[K");
  });

  it("fits into a narrow terminal", () => {
    expect(writtenAt([1000], { stream: { isTTY: true, columns: 12 } })).toEqual(["\r\x1b[Kreading doc"]);
  });

  it("says nothing where stderr is no terminal or cannot redraw a line", () => {
    expect(writtenAt([1000, 5000], { stream: {}, isCleared: true })).toEqual([]);
    expect(writtenAt([1000, 5000], { env: { TERM: "dumb" }, isCleared: true })).toEqual([]);
  });
});
