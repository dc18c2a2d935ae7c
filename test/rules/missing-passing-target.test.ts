import { describe, expect, it } from "vitest";
import { missingPassingTarget } from "../../src/rules/missing-passing-target.ts";
import type { Resolution } from "../../src/types.ts";
import { checkedSet, faultsOf, type MentionSketch } from "../support/checked-set.ts";

function faults(mention: MentionSketch) {
  return faultsOf(missingPassingTarget, checkedSet({ index: "# Index\n\nSee [the notes](notes.md).\n", passing: [mention] }));
}
const missing = (candidates: Extract<Resolution, { state: "missing" }>["candidates"] = []): Resolution => ({
  state: "missing",
  tried: ["notes.md"],
  candidates,
});

describe("missing-passing-target", () => {
  it("warns of a link in running text, at its place, as sure as the mention is", () => {
    expect(faults({ target: "notes.md", resolution: missing(), certainty: 0.8 })).toMatchObject([
      {
        path: "INDEX.md",
        place: { line: 3, column: 17 },
        severity: "warning",
        confidence: 0.8,
        message: '"notes.md" is not there.',
        evidence: [{ line: 3, quote: "See [the notes](notes.md).", note: "the text" }],
      },
    ]);
  });

  it("tells a path in a code span, and a companion, as an info only", () => {
    expect(faults({ target: "notes.md", notation: "path", resolution: missing() })[0]?.severity).toBe("info");
    expect(faults({ target: "CHANGELOG.md", resolution: missing() })[0]?.severity).toBe("info");
  });

  it("is the same fault wherever the text stands, and another one when the file is there in another case", () => {
    const identity = (resolution: Resolution) => faults({ target: "notes.md", resolution })[0]?.identity;
    expect(identity(missing())).toBe("passing:missing:INDEX.md:notes.md");
    expect(identity({ state: "wrong-case", path: "NOTES.md" })).toBe("passing:wrong-case:INDEX.md:notes.md");
  });

  it("offers a file that is very like, and no other", () => {
    const like = (likeness: number) => missing([{ path: "note.md", because: "one-edit-away", likeness }]);
    expect(faults({ target: "notes.md", resolution: like(0.9) })[0]?.fix?.edits[0]?.replacement).toBe("note.md");
    expect(faults({ target: "notes.md", resolution: like(0.6) })[0]?.fix).toBeUndefined();
  });

  it("says when only the case is wrong, and when it leads out of the set", () => {
    expect(faults({ target: "notes.md", resolution: { state: "wrong-case", path: "Notes.md" } })).toMatchObject([
      { message: '"notes.md" is there only in another case: Notes.md.', fix: { edits: [{ replacement: "Notes.md" }] } },
    ]);
    expect(faults({ target: "notes.md", resolution: { state: "outside-root", target: "notes.md" } })).toMatchObject([
      { severity: "info", message: '"notes.md" leads out of the set, so it is not looked at.' },
    ]);
  });

  it("is silent for what is there, and for what is absent on purpose", () => {
    expect(faults({ target: "notes.md", resolution: { state: "absent", reason: "planned", evidence: "x", tried: [] } })).toEqual([]);
    expect(
      faultsOf(missingPassingTarget, checkedSet({ index: "a.md", passing: [{ target: "a.md" }], documents: [{ path: "a.md" }] })),
    ).toEqual([]);
  });
});
