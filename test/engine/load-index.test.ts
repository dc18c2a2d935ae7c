import { truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isIndexProblem, isNestedIndex, loadIndex, MAX_INDEX_BYTES } from "../../src/engine/load-index.ts";
import { temporarySet } from "../hostile/temporary-set.ts";
import { indexOf } from "../paths/path-context.ts";

describe("loadIndex", () => {
  it("gives an index with its text, form and mentions", async () => {
    const set = temporarySet({ "docs/INDEX.md": "\ufeff# Index\r\n\r\n- [A](a.md)\r\n" });
    const index = await loadIndex(set.root, "docs/INDEX.md");
    expect(isIndexProblem(index)).toBe(false);
    expect(index).toMatchObject({ path: "docs/INDEX.md", form: "markdown", text: "# Index\r\n\r\n- [A](a.md)\r\n", problems: [] });
  });

  it("reads a file of exactly the limit, and none above it", async () => {
    const set = temporarySet({ "INDEX.md": " " });
    truncateSync(set.path("INDEX.md"), MAX_INDEX_BYTES + 1);
    expect(await loadIndex(set.root, "INDEX.md")).toEqual({
      path: "INDEX.md",
      message: "it has 16,777,217 bytes, and the limit is 16,777,216",
      hint: "Split it into several indexes, and list those in a short one.",
    });
    truncateSync(set.path("INDEX.md"), MAX_INDEX_BYTES);
    expect(await loadIndex(set.root, "INDEX.md")).toMatchObject({ message: "it is application/octet-stream, not text" });
  });

  it("follows a link within the root, and one out of it where that is allowed", async () => {
    const set = temporarySet({ "docs/INDEX.md": "- [A](a.md)\n" });
    set.link("INDEX.md", "docs/INDEX.md");
    set.link("out.md", `${set.outside}/secret.md`);
    expect(await loadIndex(set.root, "INDEX.md")).toMatchObject({ path: "INDEX.md", form: "markdown" });
    expect(isIndexProblem(await loadIndex(set.root, "out.md"))).toBe(true);
    expect(isIndexProblem(await loadIndex(set.root, "out.md", { allowOutside: true }))).toBe(false);
  });

  it("says that it vanished", async () => {
    expect(await loadIndex(temporarySet().root, "gone.md")).toMatchObject({ path: "gone.md", hint: "Put the index itself in its place." });
  });
});

describe("isNestedIndex", () => {
  it("knows a folder's INDEX.md, and not the index itself", () => {
    const from = indexOf({ path: "INDEX.md" });
    expect(["a/INDEX.md", "INDEX.md", "a/index.md", "a/README.md", "a/MYINDEX.md"].map((path) => isNestedIndex(path, from))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("knows a nested table of contents of the form that has them", () => {
    expect(isNestedIndex("a/toc.yml", indexOf({ path: "toc.yml", form: "docfx-toc" }))).toBe(true);
    expect(isNestedIndex("a/toc.yml", indexOf())).toBe(false);
  });
});
