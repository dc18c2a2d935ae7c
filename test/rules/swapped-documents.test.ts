import { describe, expect, it } from "vitest";
import { swappedDocuments } from "../../src/rules/swapped-documents.ts";
import type { Permutation } from "../../src/types.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

const NAMES = ["a", "b", "c", "d", "e", "f"] as const;

function setOf(count: number, permutation: Partial<Permutation> = {}) {
  const paths = NAMES.slice(0, count).map((name) => `${name}.md`);
  const members = paths.map((path, at) => ({ path, contentAt: paths[(at + 1) % count] ?? path, gain: 2 }));
  return checkedSet({
    entries: paths.map((target) => ({ target, title: `Title ${target}` })),
    documents: paths.map((path) => ({ path, text: `# Heading of ${path}\n\nText.\n` })),
    overrides: { identity: { matches: new Map(), permutations: [{ members, gain: 2 * count, isNamedAsItStands: false, ...permutation }] } },
  });
}

describe("swapped-documents", () => {
  it("says of two documents that they stand in each other's place, and quotes both sides of both", () => {
    const [fault, ...others] = faultsOf(swappedDocuments, setOf(2));
    expect(others).toEqual([]);
    expect(fault?.message).toBe(
      'Two documents stand in each other\'s place: b.md holds "Title a.md", which the index lists at a.md; a.md holds "Title b.md", which the index lists at b.md.',
    );
    expect(fault?.evidence.map(({ path, line }) => `${path}:${line}`)).toEqual(["INDEX.md:3", "a.md:1", "INDEX.md:4", "b.md:1"]);
    expect(fault?.related?.map(({ path }) => path)).toEqual(["b.md"]);
  });

  it("is fixed by moving the files, all at once", () => {
    expect(faultsOf(swappedDocuments, setOf(3))[0]?.fix?.moves).toEqual([
      { from: "b.md", to: "a.md" },
      { from: "c.md", to: "b.md" },
      { from: "a.md", to: "c.md" },
    ]);
  });

  it("is fixed by exchanging the targets where the files are named after what they hold", () => {
    const fix = faultsOf(swappedDocuments, setOf(2, { isNamedAsItStands: true }))[0]?.fix;
    expect(fix?.edits.map(({ place, replacement }) => `${place.line}: ${replacement}`)).toEqual(["3: b.md", "4: a.md"]);
    expect(fix?.moves).toBeUndefined();
  });

  it("tells a long run by its first members", () => {
    const [fault] = faultsOf(swappedDocuments, setOf(6));
    expect(fault?.message).toMatch(/^6 documents stand in one another's place: .*; and so on\.$/);
    expect(fault?.related).toHaveLength(5);
  });

  it("is the surer the more is gained", () => {
    const confidences = [4, 2.2, 1.6].map((gain) => faultsOf(swappedDocuments, setOf(2, { gain }))[0]?.confidence);
    expect(confidences).toEqual([0.97, 0.9, 0.8]);
  });
});
