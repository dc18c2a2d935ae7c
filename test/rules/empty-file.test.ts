import { describe, expect, it } from "vitest";
import { emptyFile } from "../../src/rules/empty-file.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

describe("empty-file", () => {
  it("reports a listed document of no bytes, with the index's words as evidence", () => {
    const set = checkedSet({
      entries: [{ target: "wire.md", title: "Wire format" }],
      documents: [{ path: "wire.md", text: "" }],
    });
    expect(faultsOf(emptyFile, set)).toEqual([
      {
        type: "fault",
        path: "wire.md",
        entry: set.entries[0],
        confidence: 0.99,
        message: 'wire.md is empty: 0 bytes. The index lists it as "Wire format".',
        why: emptyFile.why,
        help: emptyFile.help,
        evidence: [{ path: "INDEX.md", line: 3, quote: "- [Wire format](wire.md)", note: "what the index says stands there" }],
        identity: "empty:wire.md",
      },
    ]);
  });

  it("reports blanks and invisible characters as empty, and says how many bytes there are", () => {
    for (const text of ["\n\n", " \t\r\n", "\ufeff", "\u200b\u00a0"]) {
      const set = checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md", text }] });
      expect(faultsOf(emptyFile, set).map(({ message }) => message)).toEqual([
        `a.md is empty: ${Buffer.from(text).length} bytes, all of them blanks. The index lists it as "a.md".`,
      ]);
    }
  });

  it("reports an empty PDF", () => {
    const set = checkedSet({ entries: [{ target: "a.pdf" }], documents: [{ path: "a.pdf", text: "" }] });
    expect(faultsOf(emptyFile, set)).toHaveLength(1);
  });

  it("warns of an unlisted empty document, and leaves an unlisted companion alone", () => {
    const set = checkedSet({
      documents: [
        { path: "draft.md", text: "" },
        { path: "CHANGELOG.md", text: "" },
      ],
    });
    expect(faultsOf(emptyFile, set).map(({ path, severity, entry }) => [path, severity, entry])).toEqual([
      ["draft.md", "warning", undefined],
    ]);
  });

  it("reports a companion that the index lists", () => {
    const set = checkedSet({ entries: [{ target: "CHANGELOG.md" }], documents: [{ path: "CHANGELOG.md", text: "" }] });
    expect(faultsOf(emptyFile, set).map(({ severity }) => severity)).toEqual([undefined]);
  });

  it("reports a document once that two entries list", () => {
    const set = checkedSet({ entries: [{ target: "a.md" }, { target: "./a.md" }], documents: [{ path: "a.md", text: "" }] });
    expect(faultsOf(emptyFile, set)).toHaveLength(1);
  });

  it("is silent for a document of one character, or one that holds a heading only", () => {
    const set = checkedSet({
      entries: [{ target: "a.md" }, { target: "b.md" }],
      documents: [
        { path: "a.md", text: "." },
        { path: "b.md", text: "# Type system\n" },
      ],
    });
    expect(faultsOf(emptyFile, set)).toEqual([]);
  });
});
