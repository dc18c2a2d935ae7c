import { describe, expect, it } from "vitest";
import { entriesLeadingTo } from "../../src/util/entries-leading-to.ts";
import { checkedSet } from "../support/checked-set.ts";

describe("entriesLeadingTo", () => {
  const set = checkedSet({
    entries: [{ target: "a.md" }, { target: "b.md" }, { target: "./a.md" }, { target: "gone.md" }],
    documents: [{ path: "a.md" }, { path: "b.md" }, { path: "c.md" }],
  });

  it("gives every entry of a document, in the order of the index", () => {
    expect(entriesLeadingTo("a.md", set).map(({ target }) => target)).toEqual(["a.md", "./a.md"]);
    expect(entriesLeadingTo("b.md", set).map(({ target }) => target)).toEqual(["b.md"]);
  });

  it("gives none for an unlisted document, nor for what is missing", () => {
    expect(entriesLeadingTo("c.md", set)).toEqual([]);
    expect(entriesLeadingTo("gone.md", set)).toEqual([]);
  });

  it("does not mix up sets", () => {
    expect(entriesLeadingTo("a.md", checkedSet({ documents: [{ path: "a.md" }] }))).toEqual([]);
  });
});
