import { describe, expect, it } from "vitest";
import { outsideRoot } from "../../src/rules/outside-root.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

describe("outside-root", () => {
  it("quotes the entry and says how to look there", () => {
    const set = checkedSet({
      entries: [{ target: "../secret.md", title: "Secret", resolution: { state: "outside-root", target: "../secret.md" } }],
    });
    expect(faultsOf(outsideRoot, set)).toEqual([
      {
        type: "fault",
        path: "INDEX.md",
        place: { line: 3, column: 12, end: { line: 3, column: 24 } },
        entry: set.entries[0],
        confidence: 0.95,
        message: 'The target "../secret.md" leads out of the set\'s root.',
        why: outsideRoot.why,
        help: "Move the file into the set, give --root for a larger root, or --allow-outside.",
        evidence: [{ path: "INDEX.md", line: 3, quote: "- [Secret](../secret.md)", note: "the entry" }],
        identity: `outside-root:${set.entries[0]?.id}`,
      },
    ]);
    expect(outsideRoot.severity).toBe("error");
  });

  it("is silent for targets within the root", () => {
    const set = checkedSet({
      indexPath: "docs/INDEX.md",
      entries: [{ target: "../a.md" }, { target: "gone.md" }],
      documents: [{ path: "a.md" }],
    });
    expect(faultsOf(outsideRoot, set)).toEqual([]);
  });
});
