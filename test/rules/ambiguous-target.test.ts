import { describe, expect, it } from "vitest";
import { ambiguousTarget } from "../../src/rules/ambiguous-target.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

function messageFor(paths: readonly string[]): string | undefined {
  const set = checkedSet({ entries: [{ target: "a.md", resolution: { state: "ambiguous", paths } }] });
  return faultsOf(ambiguousTarget, set)[0]?.message;
}

describe("ambiguous-target", () => {
  it("names the files that the target fits", () => {
    const set = checkedSet({ entries: [{ target: "a.md", resolution: { state: "ambiguous", paths: ["x/a.md", "y/a.md"] } }] });
    expect(faultsOf(ambiguousTarget, set)).toMatchObject([
      {
        path: "INDEX.md",
        place: { line: 3, column: 10 },
        message: 'The target "a.md" fits 2 files: x/a.md, y/a.md.',
        related: [
          { path: "x/a.md", message: "has this name" },
          { path: "y/a.md", message: "has this name" },
        ],
      },
    ]);
    expect(ambiguousTarget.severity).toBe("warning");
  });

  it("names five at most, and says that there are more", () => {
    expect(messageFor(["1", "2", "3", "4", "5"])).toBe('The target "a.md" fits 5 files: 1, 2, 3, 4, 5.');
    expect(messageFor(["1", "2", "3", "4", "5", "6"])).toBe('The target "a.md" fits 6 files: 1, 2, 3, 4, 5 and 1 more.');
  });

  it("is the same fault when another file of the name comes", () => {
    const identity = (paths: readonly string[]) =>
      faultsOf(ambiguousTarget, checkedSet({ entries: [{ target: "a.md", resolution: { state: "ambiguous", paths } }] }))[0]?.identity;
    expect(identity(["1", "2"])).toMatch(/^ambiguous:/);
    expect(identity(["1", "2", "3"])).toBe(identity(["1", "2"]));
  });

  it("is silent for a target that fits one file", () => {
    expect(faultsOf(ambiguousTarget, checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md" }] }))).toEqual([]);
  });
});
