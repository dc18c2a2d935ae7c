import { describe, expect, it } from "vitest";
import { wrongKind } from "../../src/rules/wrong-kind.ts";
import type { KindSignal } from "../../src/types.ts";
import { checkedSet, type EntrySketch, faultsOf } from "../support/checked-set.ts";

const NEWS: KindSignal = {
  name: "news",
  confidence: 0.9,
  evidence: [{ line: 3, quote: "The minister said on Tuesday that prices had fallen." }],
  runnerUp: { name: "blog", confidence: 0.05 },
  group: { name: "press", confidence: 0.95 },
  specificationLogOdds: -4,
  scrapedLogOdds: 0,
};

function setOf(entry: Partial<EntrySketch>, kind: Partial<KindSignal> | null = {}) {
  return checkedSet({
    entries: [{ target: "a.md", title: "Frame specification", ...entry }],
    documents: [{ path: "a.md", signals: { kind: kind === null ? null : { ...NEWS, ...kind } } }],
  });
}

describe("wrong-kind", () => {
  it("warns of news where a specification is listed, and quotes what speaks for it", () => {
    const [fault] = faultsOf(wrongKind, setOf({}));
    expect(fault?.message).toBe(
      'a.md reads like a news article or blog post (news, 95 %), where the index lists "Frame specification" as a document to build on.',
    );
    expect(fault?.evidence.map(({ path }) => path)).toEqual(["INDEX.md", "a.md"]);
    expect(fault?.severity).toBeUndefined();
    expect(wrongKind.severity).toBe("warning");
  });

  it.each([
    ["the index calls it an article", { title: "News article about frames" }, {}],
    ["the entry claims nothing to build on", { title: "Frames" }, {}],
    ["the kind is not sure", {}, { group: { name: "press", confidence: 0.6 } }],
    ["it is not unlike a specification", {}, { specificationLogOdds: 0 }],
    ["it is a specification", {}, { group: { name: "specification", confidence: 0.99 } }],
    ["its kind cannot be told", {}, null],
  ])("says nothing where %s", (_, entry, kind) => {
    expect(faultsOf(wrongKind, setOf(entry, kind))).toEqual([]);
  });
});
