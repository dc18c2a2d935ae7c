import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gitIgnoreTester, type IgnoreSource } from "../../src/engine/git-ignore.ts";
import { temporarySet } from "../hostile/temporary-set.ts";

const tester = (text: string, ...deeper: readonly IgnoreSource[]) => gitIgnoreTester([{ folder: "", text }, ...deeper]);

describe("gitIgnoreTester", () => {
  it("knows files, folders and patterns", () => {
    const isIgnored = tester("*.log\n/build/\nsecret.md\ndocs/*.tmp\n");
    expect(["a.log", "x/a.log", "build/", "build/x.md", "x/secret.md", "docs/a.tmp"].filter(isIgnored)).toHaveLength(6);
    expect(["a.md", "x/build/y.md", "build", "docs/x/a.tmp", ""].filter(isIgnored)).toEqual([]);
  });

  it("lets a later pattern bring back, but not out of an ignored folder", () => {
    const isIgnored = tester("*.md\n!keep.md\nprivate/\n!private/keep.md\n");
    expect(isIgnored("keep.md")).toBe(false);
    expect(isIgnored("private/keep.md")).toBe(true);
  });

  it("lets a deeper file outrank a higher one", () => {
    const isIgnored = tester("*.md\n", { folder: "docs", text: "!*.md\nsecret.md\n" });
    expect(["a.md", "docs/a.md", "docs/x/a.md", "docs/secret.md"].map(isIgnored)).toEqual([true, false, false, true]);
  });

  it("brings a folder back with what it holds", () => {
    const isIgnored = tester("docs/*\n", { folder: "docs", text: "!keep/\n" });
    expect(["docs/a.md", "docs/keep/", "docs/keep/a.md", "docs/keep/x/a.md"].map(isIgnored)).toEqual([true, false, false, false]);
  });

  it("lets the first of one folder's sources outrank the later ones", () => {
    const isIgnored = tester("!a.md\n", { folder: "", text: "*.md\n" });
    expect(["a.md", "b.md"].map(isIgnored)).toEqual([false, true]);
  });

  it("tells upper case from lower", () => {
    expect(tester("readme.md\n")("README.md")).toBe(false);
  });

  it("reads CRLF, comments and escapes", () => {
    const isIgnored = tester("# a comment\r\n\\#a.md\r\nb\\ c.md\r\n\r\n");
    expect(["#a.md", "b c.md", "# a comment", "d.md"].map(isIgnored)).toEqual([true, true, false, false]);
  });

  it("says nothing of paths deeper than any folder that is listed", () => {
    expect(tester("*.md\n")(`${"a/".repeat(200)}b.md`)).toBe(false);
  });

  it("survives any text as patterns and any path", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 40 }), (text, path) => {
        expect(typeof tester(text)(path)).toBe("boolean");
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it("is not stalled by patterns made to stall", () => {
    const started = performance.now();
    const patterns = ["**/a/".repeat(30), `${"*a".repeat(60)}b`, `${"?*a".repeat(60)}b`, "{a,b}*".repeat(20), "a".repeat(5000)];
    const isIgnored = tester(patterns.join("\n"));
    for (const path of [`${"a/".repeat(90)}c`, "a".repeat(250), `${"ab".repeat(120)}.md`]) expect(isIgnored(path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

const GIT = spawnSync("git", ["--version"]).status === 0;
const FOLDERS = ["a", "b", "keep", "build", "A"];
const FILES = ["x.md", "y.txt", "keep.md"];

describe.skipIf(!GIT)("gitIgnoreTester beside git itself", () => {
  it("gives git's answers for sets of patterns in several folders", () => {
    const name = fc.constantFrom(...FOLDERS, "x.md", "*.md", "b*", "[ab]", "*");
    const tail = fc.constantFrom("", "/", "/*", "/**", "/x.md", "/**/x.md", "/keep");
    const line = fc.tuple(fc.constantFrom("", "!"), fc.constantFrom("", "/", "**/"), name, tail).map((parts) => parts.join(""));
    const folder = fc.array(fc.constantFrom(...FOLDERS), { maxLength: 3 }).map((segments) => segments.join("/"));
    const files = fc.array(
      fc.tuple(folder, fc.constantFrom(...FILES)).map(([place, file]) => (place === "" ? file : `${place}/${file}`)),
      { minLength: 10, maxLength: 20 },
    );
    const patterns = fc.array(line, { minLength: 1, maxLength: 4 });
    const sources = fc.uniqueArray(fc.record({ folder, text: patterns.map((lines) => `${lines.join("\n")}\n`) }), {
      minLength: 1,
      maxLength: 3,
      selector: (source) => source.folder,
    });
    fc.assert(
      fc.property(files, sources, (paths, rules) => {
        expect(paths.filter(gitIgnoreTester(rules))).toEqual(ignoredByGit(paths, rules));
      }),
      { seed: 6, numRuns: 15 },
    );
  });
});

/** What git itself says, asked in a repository with these ignore files. */
function ignoredByGit(paths: readonly string[], sources: readonly IgnoreSource[]): string[] {
  const set = temporarySet(Object.fromEntries(paths.map((path) => [path, ""])));
  for (const { folder, text } of sources) set.write(folder === "" ? ".gitignore" : `${folder}/.gitignore`, text);
  execFileSync("git", ["init", "-q", set.root]);
  const args = ["-C", set.root, "-c", "core.excludesFile=/dev/null", "check-ignore", "--no-index", "--stdin"];
  const { stdout } = spawnSync("git", args, { input: `${paths.join("\n")}\n`, encoding: "utf8" });
  const ignored = new Set(stdout.split("\n"));
  return paths.filter((path) => ignored.has(path));
}
