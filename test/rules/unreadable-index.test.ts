import { describe, expect, it } from "vitest";
import { unreadableIndex } from "../../src/rules/unreadable-index.ts";
import type { SeedIndex } from "../../src/types.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

describe("unreadable-index", () => {
  it("says why the index cannot be read, and what to do", () => {
    const indexProblem = { path: "seeds/INDEX.md", message: "it is a folder", hint: "Give the index file in it." };
    expect(faultsOf(unreadableIndex, checkedSet({ index: null, overrides: { indexProblem } }))).toEqual([
      {
        type: "fault",
        path: "seeds/INDEX.md",
        confidence: 1,
        message: "The index seeds/INDEX.md cannot be read: it is a folder.",
        why: unreadableIndex.why,
        help: "Give the index file in it.",
        evidence: [],
        identity: "unreadable-index",
      },
    ]);
    expect(unreadableIndex.severity).toBe("error");
  });

  it("warns of each fault in the index's own text, at its place", () => {
    const place = { line: 2, column: 3, end: { line: 2, column: 4 } };
    const index = { ...checkedSet({ index: "a\nb\0" }).indexes[0], problems: [{ message: "1 zero byte in its text", place }] } as SeedIndex;
    expect(faultsOf(unreadableIndex, checkedSet({ index: "a\nb\0", overrides: { indexes: [index] } }))).toMatchObject([
      { path: "INDEX.md", place, severity: "warning", message: "Part of the index cannot be read: 1 zero byte in its text." },
    ]);
  });

  it("is the same fault when what stands above it grows", () => {
    const identity = (message: string) => {
      const place = { line: 2, column: 3, end: { line: 2, column: 4 } };
      const index = { ...checkedSet({ index: "a" }).indexes[0], problems: [{ message, place }] } as SeedIndex;
      return faultsOf(unreadableIndex, checkedSet({ index: "a", overrides: { indexes: [index] } }))[0]?.identity;
    };
    expect(identity("bad indentation at line 7, column 3")).toBe(identity("bad indentation at line 12, column 3"));
    expect(identity("bad indentation at line 7")).not.toBe(identity("unclosed quote at line 7"));
  });

  it("is silent for an index that was read", () => {
    expect(faultsOf(unreadableIndex, checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md" }] }))).toEqual([]);
  });
});
