import { describe, expect, it } from "vitest";
import { mismatchedStatus } from "../../src/rules/mismatched-status.ts";
import { checkedSet, faultsOf, omissionsOf } from "../support/checked-set.ts";

/** A set of which each row is the index's status and the document's own. */
function setOf(rows: readonly (readonly [string, string])[]) {
  const path = (at: number) => `tides/${String(at + 1).padStart(4, "0")}.md`;
  const index = `| No | Status |\n| - | - |\n${rows.map(([status], at) => `| [${at + 1}](${path(at)}) | ${status} |\n`).join("")}`;
  return checkedSet({
    index,
    entries: rows.map(([status], at) => ({ target: path(at), claims: { status } })),
    documents: rows.map(([, own], at) => ({ path: path(at), text: `# Tide ${at + 1}\n\n- Status: ${own}\n\nText.\n` })),
  });
}

const AGREEING = [
  ["Final", "Final"],
  ["Draft", "draft"],
  ["✅ Final", "Final"],
  ["Withdrawn", "Withdrawn"],
] as const;

describe("mismatched-status", () => {
  it("quotes the status of the index and of the document", () => {
    expect(faultsOf(mismatchedStatus, setOf([...AGREEING, ["Final", "Withdrawn (2026)"]]))).toMatchObject([
      {
        path: "tides/0005.md",
        confidence: 0.95,
        message: 'tides/0005.md says that its status is "Withdrawn (2026)", and the index says "Final".',
        help: 'Find out which holds. If the document is right, write "Withdrawn (2026)" in the index (line 7).',
        evidence: [
          { path: "INDEX.md", line: 7, quote: "| [5](tides/0005.md) | Final |", note: "the status in the index" },
          { path: "tides/0005.md", line: 3, quote: "- Status: Withdrawn (2026)", note: "the status in the document" },
        ],
      },
    ]);
  });

  it("is less sure of two words that both hold, and silent where only one of them is used", () => {
    const rows = [...AGREEING, ["Accepted", "Accepted"]] as const;
    expect(faultsOf(mismatchedStatus, setOf([...rows, ["Accepted", "Final"]])).map(({ confidence }) => confidence)).toEqual([0.9]);
    expect(faultsOf(mismatchedStatus, setOf([...AGREEING, ["Implemented", "Final"]]))).toEqual([]);
  });

  it.each([
    [["Draft", "WIP"]],
    [["Approved", "Accepted"]],
    [["✅ Draft v0.1", "Draft v0.3"]],
    [["Final", "Canonical"]],
    [["N/A", "Draft"]],
  ] as const)("is silent about %j", (row) => {
    expect(faultsOf(mismatchedStatus, setOf([...AGREEING, row]))).toEqual([]);
  });

  it("compares a single row where the one holds and the other does not", () => {
    expect(faultsOf(mismatchedStatus, setOf([["Final", "Draft"]])).map(({ confidence }) => confidence)).toEqual([0.7]);
    expect(faultsOf(mismatchedStatus, setOf([["Final", "Accepted"]]))).toEqual([]);
  });

  it("skips an index that means something else by status", () => {
    const rows = [
      ["Implemented", "Draft"],
      ["Released", "Draft"],
      ["Planned", "Draft"],
      ["Implemented", "Draft"],
      ["Draft", "Draft"],
    ] as const;
    expect(faultsOf(mismatchedStatus, setOf(rows))).toEqual([]);
    expect(omissionsOf(mismatchedStatus, setOf(rows)).map(({ reason }) => reason)).toEqual(
      new Array(4).fill("the index and the documents do not mean the same by status: 1 of 5 rows agree"),
    );
  });

  it("is less sure where the same words were left behind in many documents", () => {
    const rows = [...AGREEING, ["Final", "Draft"], ["Withdrawn", "Draft"], ["Final", "Draft"]] as const;
    expect(faultsOf(mismatchedStatus, setOf(rows)).map(({ path, confidence }) => [path, confidence])).toEqual([
      ["tides/0005.md", 0.6],
      ["tides/0006.md", 0.6],
      ["tides/0007.md", 0.6],
    ]);
  });
});
