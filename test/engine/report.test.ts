import { describe, expect, it } from "vitest";
import { judgeSet } from "../../src/engine/judge.ts";
import { buildReport } from "../../src/engine/report.ts";
import type { CheckedSet, Finding } from "../../src/types.ts";
import { checkedSet } from "../support/checked-set.ts";

function reportOf(set: CheckedSet, findings: readonly Finding[] = judgeSet(set).findings) {
  return buildReport({ set, findings, skips: judgeSet(set).skips, root: ".", elapsedMs: 41 });
}

const SET = checkedSet({
  entries: [
    { target: "a.md", title: "A", claims: { title: "A", description: "the first" }, sections: ["Specs"] },
    { target: "gone.md", title: "Gone" },
    { target: "empty.md", title: "Empty" },
  ],
  documents: [{ path: "a.md", text: "# A title\n\nWords.\n" }, { path: "empty.md", text: "" }, { path: "other.md" }],
});

describe("buildReport", () => {
  it("has the contract's facts of tool, root and index", () => {
    const report = reportOf(SET);
    expect(report).toMatchObject({ schemaVersion: 1, tool: { name: "seedcheck" }, root: ".", index: "INDEX.md", verdict: "not-ready" });
    expect(report.tool.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(report.indexes).toEqual([{ path: "INDEX.md", form: "markdown", entries: 3, externalUrls: 0 }]);
  });

  it("has entries in the index's order with their places and verdicts", () => {
    const { entries } = reportOf(SET);
    expect(entries.map(({ target, path, line, column, title }) => [target, path, line, column, title])).toEqual([
      ["a.md", "a.md", 3, 7, "A"],
      ["gone.md", null, 4, 10, "Gone"],
      ["empty.md", "empty.md", 5, 11, "Empty"],
    ]);
    expect(entries[1]?.verdict).toBe("missing");
    expect(entries[2]?.verdict).toBe("wrong");
    expect(entries[0]?.end).toEqual({ line: 3, column: 11 });
    expect(entries[0]?.sections).toEqual(["Specs"]);
  });

  it("has documents with what was measured", () => {
    const { documents } = reportOf(SET);
    expect(documents.map(({ path, listed }) => [path, listed])).toEqual([
      ["a.md", true],
      ["empty.md", true],
      ["other.md", false],
    ]);
    expect(documents[0]).toMatchObject({ bytes: 18, type: "text/markdown", title: "A title" });
  });

  it("counts what it holds", () => {
    const report = reportOf(SET);
    const count = (severity: string) => report.findings.filter((finding) => finding.severity === severity).length;
    expect(report.summary).toEqual({
      entries: 3,
      documents: 3,
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      skips: report.skips.length,
      elapsedMs: 41,
    });
  });

  it("is ready where every error is waived, and waived ones speak against no entry", () => {
    const waived = judgeSet(SET).findings.map((finding) => ({ ...finding, waived: true }));
    const report = reportOf(SET, waived);
    expect(report.verdict).toBe("ready");
    expect(report.summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 });
    expect(report.entries[2]?.verdict).not.toBe("wrong");
  });

  it("is not ready without an index, and says null for it", () => {
    const report = reportOf(checkedSet({ index: null, documents: [{ path: "a.md" }] }));
    expect([report.index, report.indexes, report.verdict]).toEqual([null, [], "not-ready"]);
  });

  it("survives JSON", () => {
    const report = reportOf(SET);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
