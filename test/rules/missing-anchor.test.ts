import { describe, expect, it } from "vitest";
import { missingAnchor } from "../../src/rules/missing-anchor.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

const TEXT = '# Tide tables\n\n## High water\n\n<a id="low-mark"></a>\n\nWords.\n\n## 3.1 Spring & neap\n\n## Überlauf\n';

function faults(...targets: readonly string[]) {
  return faultsOf(
    missingAnchor,
    checkedSet({
      entries: targets.map((target) => ({ target })),
      documents: [
        { path: "tides.md", text: TEXT },
        { path: "a.pdf", text: "%PDF-1.7" },
      ],
    }),
  );
}

describe("missing-anchor", () => {
  it("names the document and the anchor that it does not have", () => {
    expect(faults("tides.md#low-water")).toMatchObject([
      {
        path: "INDEX.md",
        place: { line: 3, column: 24 },
        message: '"tides.md#low-water": tides.md has no heading or id "low-water".',
        evidence: [{ path: "INDEX.md", line: 3, note: "the link" }],
        identity: "anchor:INDEX.md:tides.md#low-water",
      },
    ]);
    expect(missingAnchor.severity).toBe("warning");
  });

  it("knows headings as code hosts write them, and explicit ids", () => {
    expect(faults("tides.md#high-water", "tides.md#low-mark", "tides.md#31-spring--neap", "tides.md#überlauf")).toEqual([]);
  });

  it("does not quarrel over case and punctuation, in which builders differ", () => {
    expect(faults("tides.md#High_Water", "tides.md#3-1-spring-neap")).toEqual([]);
  });

  it("leaves anchors alone that every page has or that an application reads", () => {
    expect(faults("tides.md#", "tides.md#top", "tides.md#L10-L20", "tides.md#:~:text=words", "tides.md#a=b", "tides.md#/route")).toEqual(
      [],
    );
  });

  it("is silent where the document's headings are not known, or it is not there", () => {
    expect(faults("a.pdf#page-3", "gone.md#part")).toEqual([]);
  });

  it("looks at passing mentions too", () => {
    const set = checkedSet({
      index: "see tides.md#gone",
      passing: [{ target: "tides.md#gone" }],
      documents: [{ path: "tides.md", text: TEXT }],
    });
    expect(faultsOf(missingAnchor, set)).toHaveLength(1);
  });
});
