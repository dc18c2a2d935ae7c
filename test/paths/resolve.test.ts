import { describe, expect, it } from "vitest";
import { LINK_OUT_OF_ROOT } from "../../src/paths/listing.ts";
import { resolveMention } from "../../src/paths/resolve.ts";
import type { Mention, Resolution } from "../../src/types.ts";
import { type ContextSketch, contextOf, mentionOf } from "./path-context.ts";

const resolve = (target: string, context: ContextSketch, mention: Partial<Mention> = {}): Resolution =>
  resolveMention(mentionOf(target, mention), contextOf(context));

const found = (path: string, step: string, over: object = {}) => ({ state: "found", path, step, isDirectory: false, ...over });

describe("a link's target", () => {
  it("is taken from the folder of the index", () => {
    const context = { files: ["docs/a.md", "a.md"], index: { path: "docs/INDEX.md" } };
    expect(resolve("a.md", context)).toEqual(found("docs/a.md", "as-written"));
    expect(resolve("./a.md", context)).toEqual(found("docs/a.md", "as-written"));
    expect(resolve("../a.md", context)).toEqual(found("a.md", "as-written"));
  });

  it("is taken from the root where it starts with a slash", () => {
    const context = { files: ["docs/a.md", "a.md"], index: { path: "docs/INDEX.md" } };
    expect(resolve("/a.md", context)).toEqual(found("a.md", "as-written"));
    expect(resolve("/docs/a.md", context)).toEqual(found("docs/a.md", "as-written"));
  });

  it("is looked for from the root where it is not in the index's folder", () => {
    expect(resolve("specs/a.md", { files: ["specs/a.md"], index: { path: "docs/INDEX.md" } })).toEqual(found("specs/a.md", "from-root"));
  });

  it("is looked for in the form's base folder, and in folders that the index names", () => {
    expect(resolve("a.md", { files: ["docs/a.md"], index: { path: "mkdocs.yml", baseFolder: "docs" } })).toEqual(
      found("docs/a.md", "as-written"),
    );
    expect(resolve("a.md", { files: ["wire/a.md"] }, { bases: ["wire/"] })).toEqual(found("wire/a.md", "from-base-folder"));
  });

  it("is found with the index's default extension, or as the source of a built page", () => {
    expect(resolve("guide/intro", { files: ["guide/intro.rst"], index: { path: "index.rst", defaultExtension: ".rst" } })).toEqual(
      found("guide/intro.rst", "default-extension"),
    );
    expect(resolve("intro.html", { files: ["intro.md"] })).toEqual(found("intro.md", "default-extension"));
    expect(resolve("intro.md", { files: ["intro.md.md"] })).toMatchObject({ state: "missing" });
  });

  it("of a folder is its index or README, else the folder", () => {
    expect(resolve("specs/", { files: ["specs/README.md", "specs/a.md"] })).toEqual(found("specs/README.md", "directory-document"));
    expect(resolve("specs", { files: ["specs/a.md"] })).toEqual(found("specs", "directory", { isDirectory: true }));
  });

  it("keeps its anchor, and is an anchor alone within the index", () => {
    expect(resolve("a.md#part", { files: ["a.md"] })).toEqual(found("a.md", "as-written", { anchor: "part" }));
    expect(resolve("#part", { files: [] })).toEqual({ state: "anchor", anchor: "part" });
  });

  it("is told to be there in another case only", () => {
    expect(resolve("Specs/A.md#x", { files: ["specs/a.md"] })).toEqual({ state: "wrong-case", path: "specs/a.md", anchor: "x" });
    expect(resolve("A.md", { files: ["a.md", "A.md"] })).toEqual(found("A.md", "as-written"));
  });

  it("is missing with every place at which it was looked for", () => {
    expect(resolve("x/gone.md", { files: ["a.md"], index: { path: "docs/INDEX.md" } }, { bases: ["wire"] })).toMatchObject({
      state: "missing",
      tried: ["docs/x/gone.md", "docs/wire/x/gone.md", "wire/x/gone.md", "x/gone.md"],
    });
    expect(resolve("gone/", { files: [] })).toMatchObject({ state: "missing", tried: ["gone/"] });
  });

  it("that is empty is planned", () => {
    expect(resolve("", { files: [] })).toMatchObject({ state: "absent", reason: "planned" });
  });
});

describe("a target out of the root", () => {
  it("is told, however it is written", () => {
    for (const target of [
      "../a.md",
      "x/../../a.md",
      "%2e%2e/a.md",
      "..\\a.md",
      "C:\\a.md",
      "C:/a.md",
      "\\\\server\\share\\a.md",
      "~/a.md",
      "file:///etc/hosts",
    ])
      expect(resolve(target, { files: ["tides.md"] })).toEqual({ state: "outside-root", target });
  });

  it("is told for a link out of the root, and for what lies behind one", () => {
    const odd = [{ path: "out", isDirectory: false, oddity: LINK_OUT_OF_ROOT }];
    expect(resolve("out", { files: [], odd })).toEqual({ state: "outside-root", target: "out" });
    expect(resolve("out/a.md", { files: [], odd })).toEqual({ state: "outside-root", target: "out/a.md" });
  });

  it("is missing instead where a file of the set is plainly meant", () => {
    const resolution = resolve("../CIP-0012/README.md", { files: ["CIP-0012/README.md", "CIP-0013/README.md"] });
    expect(resolution).toMatchObject({ state: "missing" });
    expect(resolution.state === "missing" && resolution.candidates[0]?.path).toBe("CIP-0012/README.md");
  });

  it("is no path at all where it is no link", () => {
    expect(resolve("C:\\a.md", { files: [] }, { notation: "path" })).toEqual({ state: "not-a-path" });
    expect(resolve("../../a.md", { files: [] }, { notation: "path" })).toEqual({ state: "not-a-path" });
  });

  it("is a page of the code host where it is named like one", () => {
    expect(resolve("../../issues/12", { files: [] })).toEqual({ state: "url", url: "../../issues/12" });
  });
});

describe("a file's name with a colon", () => {
  it("is a path, and not a URL that is left alone", () => {
    expect(resolve("a.md::$DATA", { files: ["a.md"] })).toMatchObject({ state: "missing", tried: ["a.md::$DATA"] });
    expect(resolve("mailto:a@b.org", { files: [] })).toMatchObject({ state: "url" });
  });
});

describe("a target that is no ordinary file", () => {
  it("is unreadable, with what it is", () => {
    const odd = [{ path: "pipe.md", isDirectory: false, oddity: "a FIFO, not a file" }];
    expect(resolve("pipe.md", { files: [], odd })).toEqual({ state: "unreadable", path: "pipe.md", reason: "a FIFO, not a file" });
  });
});

describe("a path in a code span", () => {
  it("starts at the folders that the index names, before the index's own", () => {
    const context = { files: ["docs/a.md", "docs/wire/a.md"], index: { path: "docs/INDEX.md" } };
    expect(resolve("a.md", context, { notation: "path", bases: ["wire"] })).toEqual(found("docs/wire/a.md", "from-base-folder"));
    expect(resolve("a.md", context, { notation: "link", bases: ["wire"] })).toEqual(found("docs/a.md", "as-written"));
  });

  it("may be a bare name that stands in one other folder", () => {
    expect(resolve("tides.md", { files: ["specs/sea/tides.md"] }, { notation: "path" })).toEqual(found("specs/sea/tides.md", "by-name"));
  });

  it("may start with the repository's own name", () => {
    expect(resolve("harbour/specs/a.md", { files: ["specs/a.md"] }, { notation: "path" })).toEqual(
      found("specs/a.md", "without-root-prefix"),
    );
  });

  it("is ambiguous where several files have the name and nothing tells them apart", () => {
    expect(resolve("a.md", { files: ["x/a.md", "y/a.md"], index: { path: "docs/INDEX.md" } }, { notation: "path" })).toEqual({
      state: "ambiguous",
      paths: ["x/a.md", "y/a.md"],
    });
  });
});

describe("a pattern", () => {
  it("is found where a file matches it, and stands for several", () => {
    expect(resolve("specs/*.md", { files: ["specs/a.md"] })).toEqual(found("specs/*.md", "glob", { isDirectory: true }));
    expect(resolve("specs/*.pdf", { files: ["specs/a.md"] })).toMatchObject({ state: "absent", reason: "placeholder" });
  });

  it("is a shell's pattern: a star stays within its folder, two do not", () => {
    const state = (pattern: string, path: string) => resolve(pattern, { files: [path] }).state;
    expect([state("a/*.md", "a/b/c.md"), state("a/**/*.md", "a/b/c.md"), state("{a,b}?.md", "b1.md")]).toEqual([
      "absent",
      "found",
      "found",
    ]);
  });

  it("is looked for in each folder that the path rule starts from", () => {
    const context = { files: ["specs/a.md", "docs/b.txt"], index: { path: "docs/INDEX.md" } };
    expect(resolve("specs/*.md", context)).toEqual(found("specs/*.md", "glob", { isDirectory: true }));
    expect(resolve("*.txt", context)).toEqual(found("docs/*.txt", "glob", { isDirectory: true }));
    expect(resolve("../docs/*.txt", context)).toEqual(found("docs/*.txt", "glob", { isDirectory: true }));
  });

  it("does not stall the check, however many stars it has", () => {
    const files = Array.from({ length: 20 }, (_, at) => `${"a".repeat(58)}${at}.txt`);
    const started = performance.now();
    expect(resolve(`${"*a".repeat(12)}*b.md`, { files })).toMatchObject({ state: "absent", reason: "placeholder" });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("is quoted up to a length", () => {
    const resolution = resolve(`${"x".repeat(5000)}*.md`, { files: [] });
    expect(resolution.state === "absent" && resolution.evidence).toBe(`"${"x".repeat(200)}…" is a pattern that matches no file`);
  });
});
