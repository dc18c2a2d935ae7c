import { describe, expect, it } from "vitest";
import { duplicateEntry } from "../../src/rules/duplicate-entry.ts";
import { checkedSet, faultsOf, type MentionSketch } from "../support/checked-set.ts";

const INDEX = "# Index\n\n- [Tides](tides.md)\n- [Tides again](tides.md)\n- [High tide](tides.md#high)\n";

function faults(mention: MentionSketch) {
  const set = checkedSet({
    index: INDEX,
    entries: [{ target: "tides.md", line: 3, title: "Tides", mentions: [mention] }],
    documents: [{ path: "tides.md" }],
  });
  return faultsOf(duplicateEntry, set);
}

describe("duplicate-entry", () => {
  it("says which lines of one list name the target, and quotes both", () => {
    expect(faults({ target: "tides.md", line: 4 })).toMatchObject([
      {
        path: "INDEX.md",
        place: { line: 4, column: 17 },
        message: '"tides.md" is listed twice: in lines 3 and 4.',
        evidence: [
          { line: 3, quote: "- [Tides](tides.md)", note: "the first" },
          { line: 4, quote: "- [Tides again](tides.md)", note: "the second" },
        ],
      },
    ]);
    expect(duplicateEntry.severity).toBe("info");
  });

  it("is the same fault wherever the lines stand", () => {
    const set = checkedSet({
      index: `\n\n${INDEX}`,
      entries: [{ target: "tides.md", line: 5, title: "Tides", mentions: [{ target: "tides.md", line: 6 }] }],
      documents: [{ path: "tides.md" }],
    });
    const [moved] = faultsOf(duplicateEntry, set);
    expect(moved?.message).toContain("in lines 5 and 6");
    expect(moved?.identity).toBe(`duplicate:${set.entries[0]?.id}`);
    expect(faults({ target: "tides.md", line: 4 })[0]?.identity).toBe(moved?.identity);
  });

  it("finds the pair in a listing of its own, between mentions of others", () => {
    const set = checkedSet({
      index: INDEX,
      entries: [
        {
          target: "tides.md",
          line: 3,
          mentions: [
            { target: "tides.md", line: 4, listing: "list-2" },
            { target: "tides.md", line: 5, listing: "list-3" },
            { target: "tides.md", line: 6, listing: "list-2" },
          ],
        },
      ],
      documents: [{ path: "tides.md" }],
    });
    expect(faultsOf(duplicateEntry, set)[0]?.message).toBe('"tides.md" is listed twice: in lines 4 and 6.');
  });

  it("is silent for another list, a passing mention, another part of the document, the same row", () => {
    expect(faults({ target: "tides.md", line: 4, listing: "list-2" })).toEqual([]);
    expect(faults({ target: "tides.md", line: 4, role: "passing" })).toEqual([]);
    expect(faults({ target: "tides.md#high", line: 5 })).toEqual([]);
    expect(faults({ target: "tides.md:12-20", line: 5 })).toEqual([]);
    expect(faults({ target: "tides.md", line: 3 })).toEqual([]);
  });
});
