import { describe, expect, it } from "vitest";
import { wrongCase } from "../../src/rules/wrong-case.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

describe("wrong-case", () => {
  it("says how the file is named, and offers a safe fix", () => {
    const set = checkedSet({
      entries: [{ target: "Tides.MD#high", title: "Tides", resolution: { state: "wrong-case", path: "tides.md", anchor: "high" } }],
      documents: [{ path: "tides.md" }],
    });
    const place = { line: 3, column: 11, end: { line: 3, column: 24 } };
    expect(faultsOf(wrongCase, set)).toEqual([
      {
        type: "fault",
        path: "INDEX.md",
        place,
        entry: set.entries[0],
        confidence: 0.98,
        message: 'The target "Tides.MD#high" is there only in another case: tides.md.',
        why: wrongCase.why,
        help: "Write it as the file is named: tides.md.",
        evidence: [{ path: "INDEX.md", line: 3, quote: "- [Tides](Tides.MD#high)", note: "the entry" }],
        related: [{ path: "tides.md", message: "the file" }],
        fix: {
          safe: true,
          summary: 'Point "Tides.MD#high" to tides.md',
          edits: [{ path: "INDEX.md", place, replacement: "tides.md#high" }],
        },
        identity: `wrong-case:${set.entries[0]?.id}`,
      },
    ]);
  });

  it("is silent where the case is right, or nothing is there", () => {
    const set = checkedSet({ entries: [{ target: "tides.md" }, { target: "gone.md" }], documents: [{ path: "tides.md" }] });
    expect(faultsOf(wrongCase, set)).toEqual([]);
  });
});
