import { describe, expect, it } from "vitest";
import { judgeSet, referenceTo } from "../../src/engine/judge.ts";
import { RULES } from "../../src/rules/all.ts";
import { checkedSet } from "../support/checked-set.ts";

const EMPTY = { path: "empty.md", text: "" };

describe("judgeSet", () => {
  it("gives findings worst first, then by path and place", () => {
    const set = checkedSet({
      entries: [{ target: "z-gone.md" }, { target: "empty.md" }, { target: "a-gone.md" }],
      documents: [EMPTY, { path: "unlisted.md", text: "" }],
    });
    const places = judgeSet(set).findings.map(({ severity, path, line }) => [severity, path, line] as const);
    const ranks = places.map(([severity]) => ["error", "warning", "info"].indexOf(severity));
    expect(ranks).toEqual([...ranks].sort());
    const errors = places.filter(([severity]) => severity === "error");
    expect(errors).toEqual([
      ["error", "INDEX.md", 3],
      ["error", "INDEX.md", 5],
      ["error", "empty.md", 1],
    ]);
  });

  it("gives the same findings, skips and fingerprints twice, whatever the order of the documents", () => {
    const documents = [EMPTY, { path: "a.md" }, { path: "b.md", problems: [{ kind: "vanished", message: "it vanished" }] }] as const;
    const entries = [{ target: "empty.md" }, { target: "gone.md" }, { target: "b.md" }];
    const first = checkedSet({ entries, documents });
    expect(judgeSet(checkedSet({ entries, documents: [...documents].reverse() }))).toEqual(judgeSet(first));
    expect(judgeSet(first)).toEqual(judgeSet(first));
  });

  it("gives no two findings one fingerprint, also where they are equal but for their place", () => {
    const passing = [3, 4, 5].map((line) => ({ target: "gone.md#part", line }));
    const { findings } = judgeSet(checkedSet({ index: "# I\n\ngone.md#part\ngone.md#part\ngone.md#part\n", passing }));
    expect(findings.filter(({ rule }) => rule === "missing-passing-target")).toHaveLength(3);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
    for (const { fingerprint } of findings) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it("keeps a missing target's fingerprint when lines are put above it", () => {
    const fingerprint = (above: string) => {
      const set = checkedSet({ index: `${above}- [Gone](gone.md)\n`, entries: [{ target: "gone.md", title: "Gone" }] });
      return judgeSet(set).findings.find(({ rule }) => rule === "missing-target")?.fingerprint;
    };
    expect(fingerprint("")).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint("# Index\n\nSome words.\n\n")).toBe(fingerprint(""));
  });

  it("keeps findings of one rule within its severity, errors of preview rules as warnings", () => {
    const set = checkedSet({ entries: [{ target: "gone.md" }], documents: [EMPTY] });
    for (const finding of judgeSet(set).findings) {
      const rule = RULES.find(({ id }) => id === finding.rule);
      if (rule?.isPreview) expect(finding.severity).not.toBe("error");
      expect(finding.confidence).toBeGreaterThanOrEqual(0);
      expect(finding.confidence).toBeLessThanOrEqual(1);
      expect(finding.waived).toBe(false);
    }
  });

  it("makes a document that could not be read a skip for each of its entries, and asks no document rule about it", () => {
    const set = checkedSet({
      entries: [{ target: "a.md" }, { target: "./a.md" }],
      documents: [{ path: "a.md", text: "", problems: [{ kind: "unreadable", message: "it could not be read (EIO)" }] }],
    });
    const { findings, skips } = judgeSet(set);
    expect(findings.filter(({ path }) => path === "a.md")).toEqual([]);
    expect(skips.filter(({ rule }) => rule === "read")).toEqual(
      set.entries.map((entry) => ({
        rule: "read",
        path: "a.md",
        entry: referenceTo(entry),
        reason: "its content was not checked: it could not be read (EIO)",
      })),
    );
  });
});

describe("referenceTo", () => {
  it("names an entry by its place and target", () => {
    const [entry] = checkedSet({ entries: [{ target: "a.md", title: "A" }], documents: [{ path: "a.md" }] }).entries;
    expect(entry && referenceTo(entry)).toEqual({ path: "INDEX.md", line: 3, column: 7, target: "a.md" });
  });
});
