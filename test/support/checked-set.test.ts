import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkedSet, documentOf, listingOf } from "./checked-set.ts";

describe("checkedSet", () => {
  it("writes an index of the entries, and places each where its target stands", () => {
    const set = checkedSet({
      entries: [
        { target: "a.md", title: "Alpha" },
        { target: "b.md#part", claims: { description: "the second" } },
      ],
      documents: [{ path: "b.md" }, { path: "a.md" }],
    });
    expect(set.indexes[0]?.text).toBe("# Index\n\n- [Alpha](a.md)\n- [b.md#part](b.md#part): the second\n");
    expect(set.entries.map(({ first, path, title }) => [first.mention.place.line, first.mention.place.column, path, title])).toEqual([
      [3, 11, "a.md", "Alpha"],
      [4, 15, "b.md", "b.md#part"],
    ]);
    expect(set.entries[1]?.first.resolution).toEqual({
      state: "found",
      path: "b.md",
      step: "as-written",
      isDirectory: false,
      anchor: "part",
    });
    expect(set.documents.map(({ path, isListed }) => [path, isListed])).toEqual([
      ["a.md", true],
      ["b.md", true],
    ]);
  });

  it("reads and measures documents as the program does", () => {
    const [document] = checkedSet({ documents: [{ path: "a.md", text: "# Tide tables\n\nTwo words.\n", algorithms: ["md5"] }] }).documents;
    expect(document?.signals.outline?.titles[0]?.text).toBe("Tide tables");
    expect(document?.signals.wordCount).toBe(4);
    expect(document?.digests).toEqual({ md5: createHash("md5").update("# Tide tables\n\nTwo words.\n").digest("hex") });
    expect(document?.isListed).toBe(false);
  });

  it("lets a test replace any measured value", () => {
    const [document] = checkedSet({
      documents: [{ path: "a.md", isListed: true, problems: [], text: "", signals: { language: "de" } }],
    }).documents;
    expect([document?.isListed, document?.problems, document?.signals.language]).toEqual([true, [], "de"]);
  });

  it("resolves targets from the index's folder, and to folders", () => {
    const set = checkedSet({
      indexPath: "docs/INDEX.md",
      entries: [{ target: "../specs/" }, { target: "a.md" }, { target: "gone.md" }],
      documents: [{ path: "docs/a.md" }, { path: "specs/b.md" }],
    });
    expect(set.entries.map(({ path }) => path)).toEqual(["specs", "docs/a.md", null]);
  });

  it("has no index where told so", () => {
    const set = checkedSet({ index: null, documents: [{ path: "a.md" }] });
    expect([set.indexes, set.indexPath, set.lookedFor]).toEqual([[], null, ["INDEX.md"]]);
  });
});

describe("listingOf", () => {
  it("knows every folder above a file", () => {
    const listing = listingOf(["a/b/c.md", "a/d.md"]);
    expect(listing.paths).toEqual(["a", "a/b", "a/b/c.md", "a/d.md"]);
    expect(listing.isDirectory("a/b")).toBe(true);
  });
});

describe("documentOf", () => {
  it("is a document of the given text", () => {
    expect(documentOf("# A\n").lines).toEqual(["# A"]);
    expect(documentOf("<p>", "a.html").type).toBe("text/html");
  });
});
