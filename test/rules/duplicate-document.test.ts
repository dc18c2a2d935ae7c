import { describe, expect, it } from "vitest";
import { duplicateDocument } from "../../src/rules/duplicate-document.ts";
import { checkedSet, type DocumentSketch, type EntrySketch, faultsOf } from "../support/checked-set.ts";

const TEXT = "# Wire format\n\nA frame has a header of four bytes and a body.\n";

function faults(entries: readonly EntrySketch[], paths: readonly (string | DocumentSketch)[]) {
  return faultsOf(
    duplicateDocument,
    checkedSet({ entries, documents: paths.map((path) => (typeof path === "string" ? { path, text: TEXT } : path)) }),
  );
}

describe("duplicate-document", () => {
  it("reports two entries with different titles whose files are equal, and suspects the one that the text does not name", () => {
    const [fault, ...others] = faults(
      [
        { target: "wire.md", title: "Wire format" },
        { target: "keys.md", title: "Key derivation" },
      ],
      ["wire.md", "keys.md"],
    );
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      path: "keys.md",
      confidence: 0.9,
      message:
        'keys.md and wire.md hold the same 62 bytes. The index lists keys.md as "Key derivation" (INDEX.md:4) and wire.md as "Wire format" (INDEX.md:3).',
      evidence: [
        { path: "keys.md", line: 1, quote: "# Wire format", note: "what all of them are titled" },
        { path: "INDEX.md", line: 4, quote: "- [Key derivation](keys.md)", note: "the entry of keys.md" },
        { path: "INDEX.md", line: 3, quote: "- [Wire format](wire.md)", note: "the entry of wire.md" },
      ],
      related: [{ path: "wire.md", message: "the same bytes" }],
      identity: "same-bytes:keys.md|wire.md",
    });
    expect(fault?.entry?.target).toBe("keys.md");
  });

  it("is less sure where both entries promise the same", () => {
    const entries = [
      { target: "a/wire.md", title: "Wire format" },
      { target: "b/wire.md", title: "Wire Format" },
    ];
    expect(faults(entries, ["a/wire.md", "b/wire.md"]).map(({ confidence }) => confidence)).toEqual([0.7]);
  });

  it("is sure where titles are equal and versions differ", () => {
    const entries = [
      { target: "wire-1.md", claims: { title: "Wire format", version: "1.0" } },
      { target: "wire-2.md", claims: { title: "Wire format", version: "2.0" } },
    ];
    expect(faults(entries, ["wire-1.md", "wire-2.md"]).map(({ confidence }) => confidence)).toEqual([0.9]);
  });

  it("reports one fault for a group of three, and names every path", () => {
    const found = faults([{ target: "a.md" }, { target: "b.md" }, { target: "c.md" }], ["a.md", "b.md", "c.md"]);
    expect(found.map(({ message }) => message.split(".md hold")[0])).toEqual(["a.md, b.md and c"]);
    expect(found[0]?.related).toHaveLength(2);
  });

  it("reports an unlisted copy of a listed document as the one too many, surer in the same folder", () => {
    const near = faults([{ target: "wire.md", title: "Wire format" }], ["wire.md", "wire (1).md"]);
    expect(near).toMatchObject([{ path: "wire (1).md", confidence: 0.7 }]);
    expect(near[0]?.message).toBe(
      'wire (1).md and wire.md hold the same 62 bytes. The index lists wire.md as "Wire format" (INDEX.md:3). No entry lists wire (1).md.',
    );
    expect(faults([{ target: "wire.md" }], ["wire.md", "site/wire.md"]).map(({ confidence }) => confidence)).toEqual([0.5]);
  });

  it("hardly doubts the same page in two versions or languages", () => {
    for (const [a, b] of [
      ["v1.0/wire.md", "v1.1/wire.md"],
      ["docs/en/wire.md", "docs/pt-BR/wire.md"],
      ["latest/wire.md", "version-2.x/wire.md"],
    ] as const) {
      expect(
        faults([{ target: a }, { target: b }], [a, b]).map(({ confidence }) => confidence),
        a,
      ).toEqual([0.3]);
    }
  });

  it("takes differing file names for no editions", () => {
    expect(faults([{ target: "v1/a.md" }, { target: "v1/b.md" }], ["v1/a.md", "v1/b.md"]).map(({ confidence }) => confidence)).toEqual([
      0.9,
    ]);
    expect(faults([{ target: "v1/a.md" }, { target: "v2/b.md" }], ["v1/a.md", "v2/b.md"]).map(({ confidence }) => confidence)).toEqual([
      0.9,
    ]);
  });

  it("is silent about unlisted copies, companions, empty and tiny files, and pointers", () => {
    expect(faults([], ["a.md", "b.md"])).toEqual([]);
    expect(faults([{ target: "LICENSE.md" }, { target: "LICENSE-MIT.md" }], ["LICENSE.md", "LICENSE-MIT.md"])).toEqual([]);
    const both = [{ target: "a.md" }, { target: "b.md" }];
    for (const text of [
      "",
      "# Types\n",
      "\n".repeat(100),
      `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 9\n`,
    ]) {
      expect(
        faults(both, [
          { path: "a.md", text },
          { path: "b.md", text },
        ]),
        JSON.stringify(text.slice(0, 20)),
      ).toEqual([]);
    }
  });

  it("is silent where the texts differ by one byte, and where files could not be read", () => {
    expect(faults([{ target: "a.md" }, { target: "b.md" }], ["a.md", { path: "b.md", text: `${TEXT}\n` }])).toEqual([]);
    const unread = (path: string) => ({ path, sha256: "", problems: [{ kind: "unreadable" as const, message: "EACCES" }] });
    expect(faults([{ target: "a.md" }, { target: "b.md" }], [unread("a.md"), unread("b.md")])).toEqual([]);
  });

  it("says nothing of one document that two entries list", () => {
    expect(faults([{ target: "a.md" }, { target: "./a.md" }], ["a.md"])).toEqual([]);
  });
});
