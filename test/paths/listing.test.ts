import { describe, expect, it } from "vitest";
import { LINK_OUT_OF_ROOT, PathListing, UNLISTABLE_FOLDER } from "../../src/paths/listing.ts";
import { listing } from "./path-context.ts";

describe("PathListing", () => {
  it("sorts paths by code unit", () => {
    expect(listing(["b.md", "a/z.md", "B.md", "a.md"]).paths).toEqual(["B.md", "a", "a.md", "a/z.md", "b.md"]);
  });

  it("tells files, folders and nothing apart; the root is a folder", () => {
    const names = listing(["a/b.md"]);
    expect([names.isFile("a/b.md"), names.isFile("a"), names.isFile("c"), names.isFile("")]).toEqual([true, false, false, false]);
    expect([names.isDirectory("a"), names.isDirectory("a/b.md"), names.isDirectory("")]).toEqual([true, false, true]);
    expect([names.find("a"), names.find("c"), names.find("")]).toEqual(["a", null, ""]);
  });

  it("never ignores case, but finds all paths that are equal but for it", () => {
    const names = listing(["Docs/Spec.md", "docs/spec.md", "docs/SPEC.MD"]);
    expect(names.isFile("DOCS/spec.md")).toBe(false);
    expect(names.findAnyCase("DOCS/spec.md")).toEqual(["Docs/Spec.md", "docs/SPEC.MD", "docs/spec.md"]);
    expect(names.findAnyCase("other")).toEqual([]);
  });

  it("compares after Unicode normalisation, and gives the path as it is spelled", () => {
    const decomposed = "re\u0301sume\u0301s/e\u0301.md";
    const names = listing([decomposed]);
    expect(names.find("r\u00e9sum\u00e9s/\u00e9.md")).toBe(decomposed);
    expect(names.children("r\u00e9sum\u00e9s")).toEqual([decomposed]);
    expect(names.byName("\u00c9.MD")).toEqual([decomposed]);
    expect(names.findAnyCase("R\u00c9SUM\u00c9S/\u00e9.md")).toEqual([decomposed]);
  });

  it("prefers the exact spelling where both forms are there", () => {
    const names = listing(["\u00e9.md", "e\u0301.md"]);
    expect([names.find("\u00e9.md"), names.find("e\u0301.md")]).toEqual(["\u00e9.md", "e\u0301.md"]);
  });

  it("finds files by their last segment, and folders not", () => {
    expect(listing(["a/x.md", "b/X.md", "x.md/y.md"]).byName("x.md")).toEqual(["a/x.md", "b/X.md"]);
  });

  it("gives what is directly in a folder", () => {
    const names = listing(["a/b/c.md", "a/d.md", "e.md"]);
    expect(names.children("")).toEqual(["a", "e.md"]);
    expect(names.children("a")).toEqual(["a/b", "a/d.md"]);
    expect(names.children("none")).toEqual([]);
  });

  it("keeps what is odd, also for everything behind a link out of the root", () => {
    const names = listing(
      ["a.md"],
      [
        { path: "fifo", isDirectory: false, oddity: "a FIFO, not a file" },
        { path: "x/out", isDirectory: false, oddity: LINK_OUT_OF_ROOT },
      ],
    );
    expect([names.oddity("a.md"), names.oddity("gone"), names.oddity("fifo"), names.oddity("fifo/x")]).toEqual([
      null,
      null,
      "a FIFO, not a file",
      null,
    ]);
    expect([names.oddity("x/out"), names.oddity("x/out/deep/er.md"), names.oddity("x/outer"), names.oddity("out/a")]).toEqual([
      LINK_OUT_OF_ROOT,
      LINK_OUT_OF_ROOT,
      null,
      null,
    ]);
  });

  it("says of a path in a folder that cannot be listed that nothing is known of it", () => {
    const names = listing(["a.md"], [{ path: "shut", isDirectory: true, oddity: UNLISTABLE_FOLDER }]);
    expect([names.oddity("shut"), names.oddity("shut/x/b.md"), names.oddity("shutter")]).toEqual([
      "a folder that cannot be listed",
      "in a folder that cannot be listed",
      null,
    ]);
  });

  it("says where a link leads", () => {
    const names = listing(["v2/a.md"], [{ path: "latest/a.md", isDirectory: false, leadsTo: "v2/a.md" }]);
    expect([names.leadsTo("latest/a.md"), names.leadsTo("v2/a.md"), names.leadsTo("gone")]).toEqual(["v2/a.md", null, null]);
  });

  it("holds names that are properties of objects", () => {
    const names = listing(["__proto__", "constructor/toString"]);
    expect([names.isFile("__proto__"), names.isDirectory("constructor"), names.isFile("hasOwnProperty")]).toEqual([true, true, false]);
  });

  it("is made of 100,000 paths in under two seconds, and asked a million times in under two", () => {
    const paths = Array.from({ length: 100_000 }, (_, at) => ({ path: `folder-${at % 300}/document-${at}.md`, isDirectory: false }));
    const started = performance.now();
    const names = new PathListing(paths);
    const made = performance.now();
    let found = 0;
    for (let at = 0; at < 1_000_000; at++) if (names.isFile(paths[at % 100_000]?.path ?? "")) found++;
    expect(found).toBe(1_000_000);
    expect(made - started).toBeLessThan(2000);
    expect(performance.now() - made).toBeLessThan(2000);
  });
});
