import { describe, expect, it } from "vitest";
import { damagedFile } from "../../src/rules/damaged-file.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

const problems = [{ kind: "damaged", message: "3 of 9 pages cannot be read" }] as const;

describe("damaged-file", () => {
  it("reports a listed document with what its reader found, and the index's words", () => {
    const set = checkedSet({ entries: [{ target: "a.pdf", title: "Lamps" }], documents: [{ path: "a.pdf", problems }] });
    expect(faultsOf(damagedFile, set)).toEqual([
      {
        type: "fault",
        path: "a.pdf",
        entry: set.entries[0],
        confidence: 0.95,
        message: 'a.pdf is damaged: 3 of 9 pages cannot be read. The index lists it as "Lamps".',
        why: damagedFile.why,
        help: damagedFile.help,
        evidence: [{ path: "INDEX.md", line: 3, quote: "- [Lamps](a.pdf)", note: "what the index says stands there" }],
        identity: "damaged-file:a.pdf",
      },
    ]);
  });

  it("reports a file whose content is all zeros, as a crash leaves it", () => {
    const set = checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md", bytes: new Uint8Array(2048) }] });
    expect(faultsOf(damagedFile, set).map(({ message }) => message)).toEqual([
      'a.md is damaged: 2,048 bytes, all of them zero: the content was lost. The index lists it as "a.md".',
    ]);
  });

  it("only warns of an unlisted document, and leaves an unlisted companion alone", () => {
    const set = checkedSet({
      documents: [
        { path: "a.pdf", problems },
        { path: "CHANGELOG.pdf", problems },
      ],
    });
    expect(faultsOf(damagedFile, set).map(({ path, severity, entry }) => [path, severity, entry])).toEqual([
      ["a.pdf", "warning", undefined],
    ]);
  });

  it("is silent about whole documents and other problems", () => {
    const other = [{ kind: "no-text", message: "a scan" }] as const;
    const set = checkedSet({
      entries: [{ target: "a.md" }, { target: "b.pdf" }],
      documents: [{ path: "a.md" }, { path: "b.pdf", problems: other }],
    });
    expect(faultsOf(damagedFile, set)).toEqual([]);
  });
});
