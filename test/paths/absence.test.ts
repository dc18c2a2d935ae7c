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

  it.each([
    ["Planned", "planned"],
    ["Planned documents", "planned"],
    ["Documents to be written", "planned"],
    ["To be written", "planned"],
    ["TODO: wire format", "planned"],
    ["Planned for Q3", "planned"],
    ["Geplante Dokumente", "planned"],
    ["Documents à venir", "planned"],
    ["Запланированные документы", "planned"],
    ["计划中的文档", "planned"],
    ["Removed", "removed"],
    ["Removed or retired specifications", "removed"],
    ["Removed in 2.0", "removed"],
    ["Private", "private"],
    ["Private documents", "private"],
    ["External repositories", "external"],
  ])("reads the heading %s as a status", (heading, reason) => {
    expect(reasonOf({ sections: [heading] })).toBe(reason);
  });

  it.each([
    "Private keys",
    "Removed nodes handling",
    "Nodes (removed nodes)",
    "Private (permissioned) networks",
    "External references",
    "External specifications",
    "Generated at build time by plants",
    "Planned economies",
    "Keys that are private",
    "私有网络",
  ])("takes the heading %s for a subject", (heading) => {
    expect(reasonOf({ sections: [heading] })).toBeNull();
  });

  it.each([
    ["Tides (planned for May)", "planned"],
    ["Tides (removed, see Sea levels)", "removed"],
    ["Tides (not yet written)", "planned"],
    ["see the planned tides.md", "planned"],
    ["tides.md | Private | 2024", "private"],
    ["tides.md | internal only", "private"],
    ["tides.md | 2. planned", "planned"],
  ])("reads the status in the row %s", (rowText, reason) => {
    expect(reasonOf({ rowText })).toBe(reason);
  });

  it.each([
    "Tides (private keys)",
    "Tides (removed nodes)",
    "Keys are private: tides.md",
    "tides.md | Private keys | 2024",
    "tides.md | Removed nodes",
  ])("takes %s in the row for a subject", (rowText) => {
    expect(reasonOf({ rowText })).toBeNull();
  });

  it("takes what is called external by the name of its folder for external", () => {
    const sections = ["Reference material (upstream Jetty)"];
    expect(reasonOf({ target: "../jetty/guides/", sections })).toBe("external");
    expect(reasonOf({ target: "../other/guides/", sections })).toBeNull();
  });

  it("reads no status in a description of few words that is about something else", () => {
    expect(reasonOf({ claims: { description: "removed nodes" } })).toBeNull();
    expect(reasonOf({ claims: { description: "removed in 2.0" } })).toBe("removed");
  });

  it("looks at no row that is as long as a chapter, so that a thousand targets in it cost a thousand looks and no more", () => {
    const rowText = `${"(x) tides.md ".repeat(200)}(planned)`;
    expect(reasonOf({ rowText })).toBeNull();
    expect(reasonOf({ rowText: rowText.slice(-1900) })).toBe("planned");
  });

  it("knows what is struck through, a stand-in for a name, and a folder that programs write", () => {
    expect(reasonOf({ isStruck: true })).toBe("removed");
    expect(reasonOf({ target: "SPEC-NNN.md" })).toBe("placeholder");
    expect(reasonOf({}, ["docs/_build/tides.md"])).toBe("generated");
  });
});
