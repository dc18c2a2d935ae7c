import { describe, expect, it } from "vitest";
import { missingIndex } from "../../src/rules/missing-index.ts";
import { checkedSet, type DocumentSketch, faultsOf } from "../support/checked-set.ts";

const NOT_FOUND = "404 Not Found\n\nThe requested URL was not found on this server.\n";

function faultOf(documents: readonly DocumentSketch[], lookedFor = ["seeds/INDEX.md", "INDEX.md"]) {
  const faults = faultsOf(missingIndex, checkedSet({ index: null, documents, overrides: { lookedFor } }));
  expect(faults).toHaveLength(1);
  return faults[0];
}

describe("missing-index", () => {
  it("says where it looked, what the files seem to be, and how each begins", () => {
    const fault = faultOf([
      { path: "a.md", text: "# Tide gauge\n\nIt measures the level.\n" },
      { path: "b.md", text: NOT_FOUND },
    ]);
    expect(fault).toMatchObject({
      path: "seeds/INDEX.md",
      confidence: 1,
      message:
        'There is no index: looked for seeds/INDEX.md, INDEX.md. 2 documents are there: a.md ("Tide gauge"), b.md (seems to be a "page not found" message).',
      help: "Write seeds/INDEX.md: one line a document, with its path, its title and what it is.",
    });
    expect(fault?.evidence[0]).toEqual({ path: "a.md", line: 1, quote: "# Tide gauge", note: "how it begins" });
  });

  it("describes a specification, an empty file and a pointer", () => {
    const text = "# Radio specification\n\n## 1 Scope\n\n## 2 Terminology\n\n## 3 Conformance\n";
    const lfs = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12\n`;
    expect(
      faultOf([
        { path: "a.md", text },
        { path: "b.md", text: "" },
        { path: "c.pdf", text: lfs },
      ])?.message,
    ).toContain(
      "3 documents are there: a.md (seems to be a specification), b.md (seems to be an empty file), c.pdf (seems to be a pointer to a file that is not here).",
    );
  });

  it("describes three documents and counts the rest", () => {
    const documents = ["a", "b", "c", "d", "e"].map((name) => ({ path: `${name}.md`, text: `# Part ${name}\n` }));
    expect(faultOf(documents)?.message).toContain('5 documents are there: a.md ("Part a"), b.md ("Part b"), c.md ("Part c") and 2 more.');
    expect(faultOf(documents)?.evidence).toHaveLength(5);
  });

  it("cuts a long title between characters", () => {
    expect(faultOf([{ path: "a.md", text: `# Tide ${"🌊".repeat(80)}\n` }])?.message).toContain(`a.md ("Tide ${"🌊".repeat(55)}…")`);
  });

  it("says that a folder is empty", () => {
    expect(faultOf([])?.message).toBe("There is no index: looked for seeds/INDEX.md, INDEX.md. There are no documents either.");
  });

  it("is silent where an index is there, or could not be read", () => {
    expect(faultsOf(missingIndex, checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md" }] }))).toEqual([]);
    const problem = { path: "INDEX.md", message: "it is no text", hint: "write it as UTF-8" };
    expect(faultsOf(missingIndex, checkedSet({ index: null, overrides: { indexProblem: problem } }))).toEqual([]);
  });
});
