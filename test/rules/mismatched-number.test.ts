import { describe, expect, it } from "vitest";
import { mismatchedNumber } from "../../src/rules/mismatched-number.ts";
import type { Claims } from "../../src/types.ts";
import { checkedSet, type EntrySketch, faultsOf } from "../support/checked-set.ts";

/** A listing of numbered documents; the row of number 3 leads where told. */
function faults(third: string, over: { readonly files?: readonly string[]; readonly claims?: Claims; readonly title?: string } = {}) {
  const { files = ["0001-a.md", "0002-b.md", "0003-c.md", "0004-d.md"], claims = { number: "3" } } = over;
  const entries: EntrySketch[] = [1, 2, 4].map((number) => ({
    target: `000${number}-${"abcd"[number - 1]}.md`,
    claims: { number: String(number) },
  }));
  const row: EntrySketch = { target: third, claims, ...(over.title === undefined ? {} : { title: over.title }) };
  return faultsOf(mismatchedNumber, checkedSet({ entries: [...entries, row], documents: files.map((path) => ({ path })) }));
}

describe("mismatched-number", () => {
  it("says both numbers, and offers the document that carries the entry's", () => {
    expect(faults("0002-b.md")).toMatchObject([
      {
        path: "INDEX.md",
        severity: "error",
        message: 'The entry says 3, its target "0002-b.md" is number 2. 0003-c.md is there.',
        help: "Point the entry to 0003-c.md, or correct its number.",
        related: [{ path: "0003-c.md", message: "carries the number 3" }],
        fix: { safe: false, edits: [{ replacement: "0003-c.md" }] },
        identity: expect.stringMatching(/^mismatched-number:INDEX\.md.*0002-b\.md:3$/),
      },
    ]);
  });

  it("is a warning where the neighbours agree with their numbers and no document carries this one", () => {
    expect(faults("0004-d.md", { files: ["0001-a.md", "0002-b.md", "0004-d.md"] })).toMatchObject([
      { severity: "warning", confidence: 0.6 },
    ]);
  });

  it("reads the number from an identifier and from the label", () => {
    expect(faults("0002-b.md", { claims: { identifier: "CIP-3" } })).toHaveLength(1);
    expect(faults("0002-b.md", { claims: {}, title: "3" })).toHaveLength(1);
  });

  it("is silent where the numbers agree in any spelling", () => {
    expect(faults("0003-c.md")).toEqual([]);
    expect(faults("0003-c.md", { claims: { number: "0003" } })).toEqual([]);
    expect(faults("0003-c.md", { claims: { identifier: "CIP #3" } })).toEqual([]);
  });

  it("is silent where the row or the file carries no number, or another series", () => {
    expect(faults("0002-b.md", { claims: {}, title: "The second" })).toEqual([]);
    expect(faults("c.md", { files: ["0001-a.md", "0002-b.md", "0004-d.md", "c.md"] })).toEqual([]);
    expect(
      faults("bip-0002.md", { files: ["0001-a.md", "0002-b.md", "0004-d.md", "bip-0002.md"], claims: { identifier: "CIP-3" } }),
    ).toEqual([]);
  });

  it("is silent in a listing whose numbers mean something else", () => {
    const rows = [5, 6, 7, 8].map((number, at) => ({ target: `000${at + 1}-x.md`, claims: { number: String(number) } }));
    const documents = [1, 2, 3, 4, 5].map((number) => ({ path: `000${number}-x.md` }));
    expect(faultsOf(mismatchedNumber, checkedSet({ entries: rows, documents }))).toEqual([]);
  });
});
