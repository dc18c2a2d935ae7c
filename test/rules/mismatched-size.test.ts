import { describe, expect, it } from "vitest";
import { mismatchedSize } from "../../src/rules/mismatched-size.ts";
import { checkedSet, faultsOf, omissionsOf } from "../support/checked-set.ts";

interface Row {
  readonly value: number;
  readonly unit: string;
  readonly said: string;
  readonly text: string;
}

/** A set of which each row is a size as written and a document. */
function setOf(rows: readonly Row[]) {
  const path = (at: number) => `t${at + 1}.md`;
  return checkedSet({
    index: `| File | Size |\n| - | - |\n${rows.map(({ said }, at) => `| [t](${path(at)}) | ${said} |\n`).join("")}`,
    entries: rows.map(({ value, unit, said }, at) => ({ target: path(at), claims: { size: { value, unit } }, rowText: `t | ${said}` })),
    documents: rows.map(({ text }, at) => ({ path: path(at), text })),
  });
}

const LINES = (count: number) => "one line of words\n".repeat(count);

function confidencesOf(value: number, unit: string, said: string, text: string) {
  return faultsOf(mismatchedSize, setOf([{ value, unit, said, text }])).map(({ confidence }) => confidence);
}

describe("mismatched-size", () => {
  it("gives both sizes and quotes the index", () => {
    expect(faultsOf(mismatchedSize, setOf([{ value: 1234, unit: "byte", said: "1,234", text: `# Tides\n\n${LINES(100)}` }]))).toMatchObject(
      [
        {
          path: "t1.md",
          confidence: 0.95,
          message: "t1.md has 1,809 bytes, and the index says 1,234 bytes.",
          evidence: [
            { path: "INDEX.md", line: 3, quote: "| [t](t1.md) | 1,234 |", note: "the size in the index" },
            { path: "t1.md", line: 1, quote: "# Tides" },
          ],
        },
      ],
    );
  });

  it.each([
    ["bytes to the last one", 1800, "byte", "1,800 (1800)", LINES(100)],
    ["bytes with the other line ends", 1901, "byte", "1901", `${LINES(100)}x`],
    ["lines", 100, "line", "100 lines", LINES(103)],
    ["about so many lines", 1340, "line", "~1340 lines", LINES(1500)],
    ["words", 400, "word", "400 words", LINES(100)],
    ["kilobytes of 1,000", 1.8, "KB", "1.8 KB", LINES(100)],
    ["kilobytes of 1,024", 18, "KB", "18 KB", LINES(1024)],
    ["kilobytes rounded up", 2, "KB", "2 KB", LINES(100)],
  ])("is silent about %s", (_, value, unit, said, text) => {
    expect(confidencesOf(value, unit, said, text)).toEqual([]);
  });

  it.each([
    ["one byte", 1799, "byte", "1799", LINES(100), 0.95],
    ["lines", 80, "line", "80 lines", LINES(100), 0.85],
    ["about so many lines", 1340, "line", "~1340 lines", LINES(2000), 0.85],
    ["kilobytes", 40, "KB", "40 KB", LINES(100), 0.85],
  ])("speaks of %s", (_, value, unit, said, text, confidence) => {
    expect(confidencesOf(value, unit, said, text)).toEqual([confidence]);
  });

  it.each(["max 500 lines", "up to 500 lines", "< 500 lines", "limit of 500 lines"])("takes %j for a limit", (said) => {
    expect(confidencesOf(500, "line", said, LINES(20))).toEqual([]);
  });

  it("does not judge pages, nor the size that an index gives of itself", () => {
    expect(confidencesOf(12, "page", "12 pages", LINES(20))).toEqual([]);
    const set = checkedSet({
      index: "| [self](INDEX.md) | 10 |\n",
      entries: [{ target: "INDEX.md", claims: { size: { value: 10, unit: "byte" } } }],
      documents: [{ path: "INDEX.md", text: LINES(20) }],
    });
    expect(faultsOf(mismatchedSize, set)).toEqual([]);
  });

  it("reports each stale size of a manifest, and skips an index whose sizes are of something else", () => {
    const row = (value: number) => ({ value, unit: "byte", said: String(value), text: LINES(100) });
    expect(faultsOf(mismatchedSize, setOf([row(1800), row(1800), row(1711), row(1601)])).map(({ path }) => path)).toEqual([
      "t3.md",
      "t4.md",
    ]);
    const other = setOf([row(1711), row(1611), row(1511), row(1411)]);
    expect(faultsOf(mismatchedSize, other)).toEqual([]);
    expect(omissionsOf(mismatchedSize, other)[0]?.reason).toBe(
      "the index's sizes seem to be of something else: 0 of 4 fit their documents",
    );
  });
});
