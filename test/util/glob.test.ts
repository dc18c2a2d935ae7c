import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { globMatcher, literalStart, pathsFrom } from "../../src/util/glob.ts";

const isMatch = (pattern: string, path: string) => globMatcher(pattern)(path);

describe("globMatcher", () => {
  it("keeps ? and * within a segment, and lets ** cross", () => {
    expect([isMatch("a/*.md", "a/b.md"), isMatch("a/*.md", "a/b/c.md"), isMatch("a?.md", "ab.md"), isMatch("a?.md", "a/.md")]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([isMatch("a/**/*.md", "a/b/c.md"), isMatch("a/**/*.md", "a/c.md"), isMatch("**", "a/b"), isMatch("**/x", "y")]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("knows choices, also within one another", () => {
    expect(["a.md", "b.md", "c.md"].map(globMatcher("{a,b}.md"))).toEqual([true, true, false]);
    expect(["xa1", "xb", "xa2", "x"].map(globMatcher("x{a{1,2},b,}"))).toEqual([true, true, true, true]);
    expect(isMatch("{a.md", "{a.md")).toBe(true);
  });

  it("takes every other character for itself", () => {
    expect([isMatch("a+(b)[c]^$|.md", "a+(b)[c]^$|.md"), isMatch("a.md", "axmd"), isMatch("a\\*", "a\\b")]).toEqual([true, false, true]);
    expect(isMatch("?.md", "🌊.md")).toBe(true);
  });

  it("gives the answers of a slow, obvious matcher", () => {
    const pattern = fc.array(fc.constantFrom("a", "b", "/", "*", "?", "**/", "."), { maxLength: 7 }).map((parts) => parts.join(""));
    const path = fc.array(fc.constantFrom("a", "b", "/", "."), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(pattern, path, (glob, text) => {
        expect(isMatch(glob, text)).toBe(slowMatch(glob, text));
      }),
      { seed: 9, numRuns: 2000 },
    );
  });

  it("is not stalled by patterns made to stall", () => {
    const started = performance.now();
    for (const pattern of [`${"a*".repeat(300)}b`, "**/a/".repeat(100), "{a,b}".repeat(100), `${"?*".repeat(300)}b`])
      for (const path of ["a".repeat(250), "a/".repeat(100), "ab".repeat(120)]) expect(isMatch(pattern, `${path}c`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("rules most paths out by the characters that stand for themselves", () => {
    const paths = Array.from({ length: 3000 }, (_, at) => `docs/s${at}/${"tide-harbour-".repeat(4)}${at}.md`);
    const started = performance.now();
    for (let at = 0; at < 500; at++) expect(paths.some(globMatcher(`**/*q*${at}*zz*`))).toBe(false);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("matches nothing where the pattern is absurdly long", () => {
    expect(isMatch("a".repeat(1001), "a".repeat(1001))).toBe(false);
  });
});

describe("literalStart", () => {
  it("is what stands before the first mark", () => {
    expect(["docs/*.md", "a?.md", "x{a,b}", "*", "docs/a.md"].map(literalStart)).toEqual(["docs/", "a", "x", "", "docs/a.md"]);
  });
});

describe("pathsFrom", () => {
  it("gives the paths that start with a text, in their order", () => {
    const paths = ["a.md", "docs", "docs-old/a.md", "docs/a.md", "docs/b.md", "e.md"];
    expect(pathsFrom("docs/", paths)).toEqual(["docs/a.md", "docs/b.md"]);
    expect(pathsFrom("docs", paths)).toEqual(["docs", "docs-old/a.md", "docs/a.md", "docs/b.md"]);
    expect(pathsFrom("", paths)).toEqual(paths);
    expect(pathsFrom("f", paths)).toEqual([]);
  });
});

/** By the definition, one character at a time, with every way tried. */
function slowMatch(pattern: string, path: string): boolean {
  if (pattern === "") return path === "";
  const globstar = /^\*\*+\/?/.exec(pattern)?.[0];
  if (globstar !== undefined) return [...path, ""].some((_, at) => slowMatch(pattern.slice(globstar.length), path.slice(at)));
  const [first, rest] = [pattern[0], pattern.slice(1)];
  if (first === "*") {
    for (let at = 0; at <= path.length; at++) {
      if (slowMatch(rest, path.slice(at))) return true;
      if (path[at] === "/") return false;
    }
    return false;
  }
  if (path === "") return false;
  return (first === "?" ? path[0] !== "/" : path[0] === first) && slowMatch(rest, path.slice(1));
}
