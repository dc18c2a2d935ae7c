import { describe, expect, it } from "vitest";
import { wrongDocument } from "../../src/rules/wrong-document.ts";
import type { IdentityMatch } from "../../src/types.ts";
import { checkedSet, type EntrySketch, faultsOf, omissionsOf } from "../support/checked-set.ts";

const TEXT = `# Rhubarb crumble\n\n${"Preheat the oven, chop the rhubarb and toss it with sugar. ".repeat(6)}\n`;
const STRANGE: IdentityMatch = { path: "a.md", logOdds: -5, belonging: -6, says: 12, isOtherScript: false, better: null };

function setOf(
  match: Partial<IdentityMatch>,
  { text = TEXT, target = "a.md", entry = {} }: { text?: string; target?: string; entry?: Partial<EntrySketch> } = {},
) {
  const path = target;
  return checkedSet({
    entries: [{ target, title: "Frame format", ...entry }],
    documents: [{ path, text }],
    overrides: { identity: { matches: new Map([[path, { ...STRANGE, path, ...match }]]), permutations: [] } },
  });
}

describe("wrong-document", () => {
  it("is an error where the document shares nothing with its entry and the set, and shows both sides", () => {
    const [fault] = faultsOf(wrongDocument, setOf({}));
    expect(fault?.severity).toBeUndefined();
    expect(fault?.confidence).toBe(0.93);
    expect(fault?.message).toContain('a.md does not look like "Frame format"');
    expect(fault?.evidence.map(({ path, quote }) => `${path}: ${quote}`)).toEqual([
      "INDEX.md: - [Frame format](a.md)",
      "a.md: # Rhubarb crumble",
    ]);
  });

  it("names the document that fits better, as a warning", () => {
    const [fault] = faultsOf(wrongDocument, setOf({ belonging: 1, better: { path: "b.md", logOdds: 2 } }));
    expect(fault?.severity).toBe("warning");
    expect(fault?.related?.map(({ path }) => path)).toEqual(["b.md"]);
    expect(fault?.help).toContain("Point the entry to b.md");
  });

  it("says nothing where they agree", () => {
    expect(faultsOf(wrongDocument, setOf({ logOdds: 1 }))).toEqual([]);
    expect(omissionsOf(wrongDocument, setOf({ logOdds: 1 }))).toEqual([]);
  });

  it("is a warning at most where only the set's vocabulary speaks", () => {
    const [fault] = faultsOf(wrongDocument, setOf({ says: 0, belonging: -8 }));
    expect([fault?.severity, fault?.confidence]).toEqual(["warning", 0.75]);
  });

  it.each([
    ["an entry that says too little", { says: 0 }, {}, "says too little"],
    ["an index in another script", { isOtherScript: true }, {}, "another script"],
    ["a document of a few words", {}, { text: "# Type system\n" }, "too short"],
    ["data", {}, { target: "a.json", text: `{"a": "${"word ".repeat(50)}"}` }, "is data"],
    ["too few words in common, in a set that it suits", { belonging: 0 }, {}, "too few words"],
  ])("is skipped, with its reason, for %s", (_, match, sketch, reason) => {
    const set = setOf(match, sketch);
    expect(faultsOf(wrongDocument, set)).toEqual([]);
    expect(omissionsOf(wrongDocument, set).map((omission) => omission.reason)).toEqual([expect.stringContaining(reason)]);
  });

  it("leaves members of a permutation to swapped-documents", () => {
    const set = setOf({});
    const permutations = [{ members: [{ path: "a.md", contentAt: "b.md", gain: 3 }], gain: 3, isNamedAsItStands: false }];
    expect(faultsOf(wrongDocument, { ...set, identity: { ...set.identity, permutations } })).toEqual([]);
  });
});
