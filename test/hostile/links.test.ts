/** Links within the root: followed, never in a circle, and no document is counted twice for them. */
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openedDuring, outsideOf, SENTINEL, temporarySet, told } from "./temporary-set.ts";

describe("links within the root", () => {
  it("lead to documents, and a document that stands behind a listed link is not unlisted", async () => {
    const set = temporarySet({
      "INDEX.md": "- [Current](latest/spec.md)\n- [Notes](notes.md)\n",
      "v2/spec.md": "# Current\n",
      "texts/notes-2.md": "# Notes\n",
    });
    set.link("latest", "v2");
    set.link("notes.md", "texts/notes-2.md");
    const { report } = await set.check();
    expect(told(report)).toEqual([]);
    expect(report.documents.map(({ path, listed }) => [path, listed])).toEqual([
      ["latest/spec.md", true],
      ["notes.md", true],
    ]);
  });

  it("give no second, unlisted copy of a listed document", async () => {
    const set = temporarySet({
      "INDEX.md": "- [Current](v2/spec.md)\n",
      "v2/spec.md": "# Current\n\nThe words of the current specification.\n",
    });
    set.link("latest", "v2");
    set.link("spec.md", "v2/spec.md");
    const { report } = await set.check();
    expect(told(report)).toEqual([]);
    expect(report.documents.map(({ path }) => path)).toEqual(["v2/spec.md"]);
  });

  it("in a circle end: to the own folder, to one above, to one another", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a/a.md)\n- [B](b/to-a/a.md)\n", "a/a.md": "# A\n", "b/b.md": "# B\n" });
    set.link("a/here", ".");
    set.link("a/up", "..");
    set.link("a/to-b", "../b");
    set.link("b/to-a", "../a");
    const { set: checked, report } = await set.check();
    expect(report.entries.map(({ path }) => path)).toEqual(["a/a.md", "b/to-a/a.md"]);
    expect(checked.listing.paths).toEqual([
      "INDEX.md",
      "a",
      "a/a.md",
      "a/here",
      "a/to-b",
      "a/to-b/b.md",
      "a/to-b/to-a",
      "a/up",
      "b",
      "b/b.md",
      "b/to-a",
      "b/to-a/a.md",
      "b/to-a/here",
      "b/to-a/to-b",
      "b/to-a/up",
    ]);
  });

  it("from every folder to every other do not run away", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](0/a.md)\n", "0/a.md": "# A\n" });
    const folders = Array.from({ length: 12 }, (_, at) => String(at));
    for (const folder of folders) mkdirSync(set.path(folder), { recursive: true });
    for (const from of folders) for (const to of folders) if (from !== to) set.link(`${from}/${to}`, `../${to}`);
    const { report, set: checked } = await set.check();
    expect(checked.listing.paths.length).toBeLessThan(101_000);
    expect(report.skips.some(({ rule, reason }) => rule === "walk" && reason.includes("links lead to more than 100,000 paths"))).toBe(true);
    expect(report.entries.map(({ path }) => path)).toEqual(["0/a.md"]);
  });
});

describe("links out of the root", () => {
  it("are listed by name, not opened, and are no document", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a.md)\n", "a.md": "# A\n" });
    set.link("stranger.md", `${set.outside}/secret.md`);
    set.link("folder", set.outside);
    set.link("README.md", `${set.outside}/secret.md`);
    set.link(".gitignore", `${set.outside}/secret.md`);
    const opened = await openedDuring(async () => {
      const { report } = await set.check();
      expect(told(report)).toEqual([]);
      expect(report.documents.map(({ path }) => path)).toEqual(["a.md"]);
      expect(JSON.stringify(report)).not.toContain(SENTINEL);
    });
    expect(outsideOf(set.root, opened)).toEqual([]);
  });

  it("are not read as the README that stands in for an index", async () => {
    const set = temporarySet({ "a.md": "# A\n" });
    set.link("README.md", `${set.outside}/secret.md`);
    const opened = await openedDuring(async () => {
      expect((await set.check()).report.findings.map(({ rule }) => rule)).toContain("missing-index");
    });
    expect(outsideOf(set.root, opened)).toEqual([]);
  });

  it("are followed in a root that is a link itself, because the caller named it", async () => {
    const set = temporarySet({ "real/INDEX.md": "- [A](a.md)\n", "real/a.md": "# A\n", "real/sub/up.md": "# Up\n" });
    set.link("named", "real");
    const { report } = await set.check({ path: "named" });
    expect(report.index).toBe("INDEX.md");
    expect(report.documents.map(({ path }) => path)).toEqual(["a.md", "sub/up.md"]);
  });
});
