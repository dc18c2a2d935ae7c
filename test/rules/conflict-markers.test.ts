import { describe, expect, it } from "vitest";
import { conflictMarkers } from "../../src/rules/conflict-markers.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

const CONFLICT = "<<<<<<< HEAD\nThe limit is 10.\n=======\nThe limit is 20.\n>>>>>>> feature/limits\n";

function setWith(text: string, path = "limits.md") {
  return checkedSet({ entries: [{ target: path, title: "Limits" }], documents: [{ path, text }] });
}

describe("conflict-markers", () => {
  it("reports a conflict, with its marker lines as evidence", () => {
    const set = setWith(`# Limits\n\n${CONFLICT}`);
    expect(faultsOf(conflictMarkers, set)).toEqual([
      {
        type: "fault",
        path: "limits.md",
        place: { line: 3, column: 1, end: { line: 3, column: 13 } },
        entry: set.entries[0],
        confidence: 0.97,
        message: "limits.md holds a merge conflict that nobody resolved, from line 3 on.",
        why: conflictMarkers.why,
        help: conflictMarkers.help,
        evidence: [
          { path: "limits.md", line: 3, quote: "<<<<<<< HEAD", note: "one side begins" },
          { path: "limits.md", line: 5, quote: "=======", note: "the other side begins" },
          { path: "limits.md", line: 7, quote: ">>>>>>> feature/limits", note: "the other side ends" },
        ],
        identity: "conflict:limits.md",
      },
    ]);
  });

  it("counts conflicts, and quotes the first few", () => {
    const [fault] = faultsOf(conflictMarkers, setWith(CONFLICT.repeat(5)));
    expect(fault?.message).toBe("limits.md holds 5 merge conflicts that nobody resolved, from line 1 on.");
    expect(fault?.evidence).toHaveLength(8);
  });

  it("names the ancestor's part of a three-way conflict", () => {
    const [fault] = faultsOf(conflictMarkers, setWith("<<<<<<< a\n1\n||||||| b\n2\n=======\n3\n>>>>>>> c\n"));
    expect(fault?.evidence.map(({ note }) => note)).toEqual([
      "one side begins",
      "the common ancestor begins",
      "the other side begins",
      "the other side ends",
    ]);
  });

  it("reports an unlisted document too, without an entry", () => {
    const [fault] = faultsOf(conflictMarkers, checkedSet({ documents: [{ path: "a.md", text: CONFLICT }] }));
    expect(fault).not.toHaveProperty("entry");
  });

  it("is in doubt about a text on merging", () => {
    expect(
      faultsOf(conflictMarkers, setWith(`# How to resolve a merge conflict\n\n${CONFLICT}`)).map(({ confidence }) => confidence),
    ).toEqual([0.4]);
  });

  it("is silent about an example in a fence, and about headings underlined by seven equals signs", () => {
    expect(faultsOf(conflictMarkers, setWith(`# Git\n\n\`\`\`\n${CONFLICT}\`\`\`\n`))).toEqual([]);
    expect(faultsOf(conflictMarkers, setWith("Preface\n=======\n\nSummary\n=======\n"))).toEqual([]);
  });
});
