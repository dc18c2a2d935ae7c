import { describe, expect, it } from "vitest";
import { missingTarget, reasonOf, repoint } from "../../src/rules/missing-target.ts";
import type { Candidate, Resolution } from "../../src/types.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

const missing = (candidates: readonly Candidate[] = [], tried: readonly string[] = ["gone.md"]): Resolution => ({
  state: "missing",
  tried,
  candidates,
});
const candidate = (path: string, likeness: number): Candidate => ({ path, because: "one-edit-away", likeness });

/** The fault on one entry with this resolution. */
function faultOf(resolution: Resolution, over: { target?: string; certainty?: number; indexPath?: string } = {}) {
  const { target = "gone.md", ...rest } = over;
  const set = checkedSet({
    ...(over.indexPath === undefined ? {} : { indexPath: over.indexPath }),
    entries: [{ target, title: "Tide tables", resolution, ...rest }],
  });
  return faultsOf(missingTarget, set)[0];
}

describe("missing-target", () => {
  it("says what is missing, where it was looked for, and quotes the entry", () => {
    const set = checkedSet({ entries: [{ target: "gone.md", title: "Tide tables", resolution: missing() }] });
    expect(faultsOf(missingTarget, set)).toEqual([
      {
        type: "fault",
        path: "INDEX.md",
        place: { line: 3, column: 17, end: { line: 3, column: 24 } },
        entry: set.entries[0],
        severity: "error",
        confidence: 1,
        message: 'The target "gone.md" of "Tide tables" is not there. Looked for "gone.md".',
        why: missingTarget.why,
        help: missingTarget.help,
        evidence: [{ path: "INDEX.md", line: 3, quote: "- [Tide tables](gone.md)", note: "the entry" }],
        related: [],
        identity: `missing:${set.entries[0]?.id}`,
      },
    ]);
  });

  it("is the same fault after the title, the place and the folders looked in have changed", () => {
    const identity = (index: string, title: string, tried: readonly string[]) =>
      faultsOf(missingTarget, checkedSet({ index, entries: [{ target: "gone.md", title, resolution: missing([], tried) }] }))[0]?.identity;
    expect(identity("# New\n\n- [Tides](gone.md)\n", "Tides", ["a/gone.md", "gone.md"])).toBe(
      identity("- [Sea](gone.md)\n", "Sea", ["gone.md"]),
    );
  });

  it("quotes titles, targets and places up to a length", () => {
    const long = "x".repeat(100_000);
    const set = checkedSet({ entries: [{ target: `${long}.md`, title: long, resolution: missing([], [`${long}.md`]) }] });
    const cut = "x".repeat(200);
    expect(faultsOf(missingTarget, set)[0]?.message).toBe(`The target "${cut}…" of "${cut}…" is not there. Looked for "${cut}…".`);
  });

  it("is silent where the target is there", () => {
    expect(faultsOf(missingTarget, checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md" }] }))).toEqual([]);
  });

  it("shows three of the places at which it was looked for", () => {
    expect(faultOf(missing([], ["a", "b", "c", "d", "e"]))?.message).toContain('Looked for "a", "b", "c" and 2 more.');
  });

  it("offers the likeliest file as a fix that is not safe, and less likely ones as related only", () => {
    const fault = faultOf(missing([candidate("tides.md", 0.9), candidate("tidal.md", 0.5)]));
    expect(fault?.help).toBe("Point the entry to tides.md (nearly the same name), or add the file.");
    expect(fault?.fix).toEqual({
      safe: false,
      summary: 'Point "gone.md" to tides.md',
      edits: [{ path: "INDEX.md", place: { line: 3, column: 17, end: { line: 3, column: 24 } }, replacement: "tides.md" }],
    });
    expect(fault?.related?.map(({ path }) => path)).toEqual(["tides.md", "tidal.md"]);
    expect(faultOf(missing([candidate("tides.md", 0.5)]))?.fix).toBeUndefined();
  });

  it("is a warning or an info the less sure it is that a file of the set is meant", () => {
    const severity = (certainty: number) => faultOf(missing(), { certainty })?.severity;
    expect([severity(0.9), severity(0.5), severity(0.45), severity(0.3), severity(0.2)]).toEqual([
      "error",
      "error",
      "warning",
      "warning",
      "info",
    ]);
  });

  it("is at most a warning for a code host's URL", () => {
    expect(faultOf(missing(), { target: "https://code.example/o/r/blob/main/gone.md" })?.severity).toBe("warning");
  });

  it("is an info where the target is absent on purpose, with the reason", () => {
    const fault = faultOf({ state: "absent", reason: "planned", evidence: 'the index says "TBD"', tried: ["gone.md"] });
    expect(fault).toMatchObject({
      severity: "info",
      message: 'The target "gone.md" of "Tide tables" is not there, and that seems meant: the index says "TBD".',
    });
  });

  it("says what stands in the place of a document that is no file", () => {
    const fault = faultOf({ state: "unreadable", path: "gone.md", reason: "a FIFO, not a file" });
    expect(fault?.message).toBe('The target "gone.md" cannot be read as a document: gone.md is a FIFO, not a file.');
    expect(fault?.severity).toBeUndefined();
  });
});

describe("repoint", () => {
  const replacement = (target: string, path: string, indexPath = "docs/INDEX.md") => {
    const [entry] = checkedSet({ indexPath, entries: [{ target, resolution: missing() }] }).entries;
    return entry && repoint(entry.first, path).edits[0]?.replacement;
  };

  it("writes the path from the index's folder, in the target's own style", () => {
    expect(replacement("gone.md", "docs/a.md")).toBe("a.md");
    expect(replacement("gone.md", "specs/a.md")).toBe("../specs/a.md");
    expect(replacement("./gone.md", "docs/a.md")).toBe("./a.md");
    expect(replacement("/docs/gone.md", "docs/a.md")).toBe("/docs/a.md");
    expect(replacement("gone%20x.md", "docs/a b.md")).toBe("a%20b.md");
    expect(replacement("gone/", "docs/a")).toBe("a/");
    expect(replacement("../gone/", "docs/a")).toBe("./a/");
    expect(replacement("../gone.md", "a.md")).toBe("../a.md");
    expect(replacement("gone.md#part", "docs/a.md")).toBe("a.md#part");
    expect(replacement("https://code.example/o/r/blob/main/x.md", "docs/a b.md")).toBe("https://code.example/o/r/blob/main/docs/a%20b.md");
  });
});

describe("reasonOf", () => {
  it("has words for every reason", () => {
    const reasons = ["same-name-elsewhere", "one-edit-away", "same-identifier", "other-extension", "same-title", "similar-name"] as const;
    const words = reasons.map((because) => reasonOf({ path: "a.md", because, likeness: 1 }));
    expect(new Set(words).size).toBe(reasons.length);
  });
});
