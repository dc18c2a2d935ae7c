import { describe, expect, it } from "vitest";
import { treeDrawingOf } from "../../../src/indexes/shared/tree-drawing.ts";

/** Reads lines as the inside of a fence that starts in line 1. */
function drawingOf(lines: readonly string[], language = "") {
  const place = { line: 1, column: 1, end: { line: lines.length + 2, column: 4 } };
  const fence = { type: "fence", language, lines: lines.map((text, index) => ({ text, line: index + 2, column: 1 })), place } as const;
  return treeDrawingOf(fence);
}

const pathsOf = (lines: readonly string[], language?: string) => drawingOf(lines, language)?.lines.map(({ path }) => path) ?? null;

describe("treeDrawingOf", () => {
  it("joins names to paths by their depth, folders ending in a slash", () => {
    const drawing = drawingOf(["docs/", "├── a.md", "├── sub", "│   ├── b.md", "│   └── deep/", "│       └── c.md", "└── d.md"]);
    expect(drawing?.root).toBe("docs/");
    expect(drawing?.lines.map(({ path }) => path)).toEqual(["a.md", "sub/", "sub/b.md", "sub/deep/", "sub/deep/c.md", "d.md"]);
  });

  it("gives the exact place of a name and of its line", () => {
    const line = drawingOf(["x/", "├── sub/", "│   └── b.md  # second"])?.lines[1];
    expect(line?.place).toEqual({ line: 4, column: 9, end: { line: 4, column: 13 } });
    expect(line?.row).toEqual({ line: 4, column: 1, end: { line: 4, column: 23 } });
  });

  it("reads comments behind arrows, hashes, dashes and blanks", () => {
    const drawing = drawingOf(["├── a.md          ← core (FINAL v1.1)", "├── b.md # second", "├── c.md — third", "└── d.md  fourth one"]);
    expect(drawing?.root).toBeNull();
    expect(drawing?.lines.map(({ path, comment }) => [path, comment])).toEqual([
      ["a.md", "core (FINAL v1.1)"],
      ["b.md", "second"],
      ["c.md", "third"],
      ["d.md", "fourth one"],
    ]);
  });

  it("reads drawings in ASCII, with hard blanks, and with other box characters", () => {
    expect(pathsOf(["docs", "|-- sub", "|   `-- b.md", "`-- c.md"])).toEqual(["sub/", "sub/b.md", "c.md"]);
    expect(pathsOf([".", "+-- sub/", "|   \\-- b.md", "\\-- c.md"])).toEqual(["sub/", "sub/b.md", "c.md"]);
    expect(pathsOf(["├──\u00a0sub/", "│\u00a0\u00a0 └──\u00a0b.md"])).toEqual(["sub/", "sub/b.md"]);
    expect(pathsOf(["┣━━ sub/", "┃   ┗━━ b.md", "┗━━ c.md"])).toEqual(["sub/", "sub/b.md", "c.md"]);
  });

  it("keeps an absolute root and a current folder as they are written", () => {
    expect(drawingOf(["/opt/set/sources/", "├── a.md", "└── b.md"])?.root).toBe("/opt/set/sources/");
    expect(drawingOf([".", "├── a.md", "└── b.md"])?.root).toBe(".");
  });

  it("reads names with blanks, globs, hidden files and files without extension", () => {
    expect(pathsOf(["├── My Notes.md", "├── *.pdf", "├── .gitignore", "├── LICENSE", "└── 设计.md"])).toEqual([
      ...["My Notes.md", "*.pdf", ".gitignore", "LICENSE", "设计.md"],
    ]);
  });

  it("passes over icons, lines that only go on, and ellipses", () => {
    expect(pathsOf(["📁 docs/", "├── 📄 a.md", "│", "├── ...", "└── 📁 sub/", "    └── 📄 b.md"])).toEqual(["a.md", "sub/", "sub/b.md"]);
  });

  it("reads indentation alone where a folder comes first and every line is a file or folder", () => {
    expect(pathsOf(["docs/", "  a.md", "  sub/", "    b.md"], "text")).toEqual(["a.md", "sub/", "sub/b.md"]);
    expect(pathsOf(["docs/", "  a.md", "  and more"], "text")).toBeNull();
    expect(pathsOf(["docs/", "  a.md"], "python")).toBeNull();
  });

  it("takes no flow chart, call graph, type hierarchy or table border for a drawing of files", () => {
    expect(pathsOf(["Start", "├── Check the input", "│   └── Fail", "└── Done"])).toBeNull();
    expect(pathsOf(["BaseError", "├── ParseError", "│   └── TokenError", "└── ReadError  # disk"])).toBeNull();
    expect(pathsOf(["+--------+    +--------+", "| client |--->| server |", "+--------+    +--------+"])).toBeNull();
    expect(pathsOf(["if x:", "  y()"])).toBeNull();
  });

  it("passes over a phrase among files, and makes no folder of a file that one stands under", () => {
    expect(pathsOf(["├── a.md", "│   └── sections in order of weight", "├── b.md", "└── c.md"])).toEqual(["a.md", "b.md", "c.md"]);
  });

  it("takes one marked line for none", () => {
    expect(pathsOf(["docs/", "└── a.md"])).toBeNull();
    expect(pathsOf(["└── a.md"])).toBeNull();
  });
});
