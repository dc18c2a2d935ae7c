import { describe, expect, it } from "vitest";
import { absenceOf } from "../../src/paths/absence.ts";
import type { Mention, PathFacts } from "../../src/types.ts";
import { mentionOf, NO_FACTS } from "./path-context.ts";

function reasonOf(over: Partial<Mention>, tried: readonly string[] = ["tides.md"], facts: Partial<PathFacts> = {}): string | null {
  return absenceOf(mentionOf("tides.md", over), tried, { ...NO_FACTS, ...facts })?.reason ?? null;
}

describe("absenceOf", () => {
  it("is null where nothing says that the target is absent on purpose", () => {
    expect(reasonOf({})).toBeNull();
    expect(reasonOf({ claims: { description: "how keys are planned and removed from a store of private things" } })).toBeNull();
    expect(reasonOf({ label: "Private keys", rowText: "Private keys" })).toBeNull();
  });

  it("knows what git ignores and what is a submodule, with the evidence", () => {
    expect(absenceOf(mentionOf("x.md"), ["private/x.md"], { ...NO_FACTS, isIgnored: (path) => path.startsWith("private/") })).toEqual({
      reason: "ignored-by-git",
      evidence: "git ignores private/x.md",
    });
    expect(absenceOf(mentionOf("x.md"), ["lib/x.md"], { ...NO_FACTS, submodules: ["lib"] })).toEqual({
      reason: "submodule",
      evidence: "lib is a submodule",
    });
    expect(reasonOf({}, ["library/x.md"], { submodules: ["lib"] })).toBeNull();
  });

  it.each([
    ["Planned", "planned"],
    ["TBD", "planned"],
    ["not yet written", "planned"],
    ["計画中", "planned"],
    ["geplant", "planned"],
    ["confidential", "private"],
    ["Retired", "removed"],
    ["auto-generated", "generated"],
  ])("reads the status %s", (status, reason) => {
    expect(reasonOf({ claims: { status } })).toBe(reason);
  });

  it("reads brackets, short remarks and the nearest headings", () => {
    expect(reasonOf({ rowText: "Tides (TBD)" })).toBe("planned");
    expect(reasonOf({ claims: { description: "coming soon" } })).toBe("planned");
    expect(reasonOf({ sections: ["Specifications", "Planned documents"] })).toBe("planned");
  });

  it("knows what is struck through, a stand-in for a name, and a folder that programs write", () => {
    expect(reasonOf({ isStruck: true })).toBe("removed");
    expect(reasonOf({ target: "SPEC-NNN.md" })).toBe("placeholder");
    expect(reasonOf({}, ["docs/_build/tides.md"])).toBe("generated");
  });
});
