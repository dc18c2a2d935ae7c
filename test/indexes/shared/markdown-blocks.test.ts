import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/indexes/shared/blocks.ts";
import { parseMarkdownBlocks } from "../../../src/indexes/shared/markdown-blocks.ts";
import { placeFaults, sourceAt, targetsOf, wordsOf } from "../place-faults.ts";

const blocksOf = async (text: string): Promise<readonly Block[]> => (await parseMarkdownBlocks(text)).blocks;
const targetsIn = async (text: string) => targetsOf(await blocksOf(text));
const isVerbatim = (source: string, target: string) => source === target;

/** Blocks as short strings: `item 1: words`. */
async function outline(text: string): Promise<string[]> {
  const blocks = await blocksOf(text);
  expect(placeFaults(text, blocks, isVerbatim)).toEqual([]);
  return blocks.map((block) => {
    if (block.type === "heading") return `h${block.level}: ${wordsOf(block.content)}`;
    if (block.type === "item") return `item ${block.depth}${block.ordinal ? ` #${block.ordinal}` : ""}: ${wordsOf(block.content)}`;
    if (block.type === "paragraph") return `p: ${wordsOf(block.content)}`;
    if (block.type === "fence") return `fence ${block.language}: ${block.lines.map((line) => line.text).join("/")}`;
    return `table [${block.header.map(wordsOf).join("|")}] ${block.rows.map((row) => row.cells.map(wordsOf).join("|")).join(" // ")}`;
  });
}

describe("headings", () => {
  it("reads both kinds, closing marks and underlines left out", async () => {
    expect(await outline("# One ##\n\n###### Six\n\nTwo\nlines\n===\n\nOther\n---\n")).toEqual([
      "h1: One",
      "h6: Six",
      "h1: Two lines",
      "h2: Other",
    ]);
  });

  it("gives the anchors of headings as code hosts make them, and explicit ids", async () => {
    const { anchors } = await parseMarkdownBlocks('# A [b](c.md)\n\n## A b\n\n<a name="x"></a>\n\n- ### In an item {#own}\n');
    expect(anchors).toEqual(["a-b", "a-b-1", "in-an-item-own", "x", "own"]);
  });
});

describe("lists", () => {
  it("reads nested items with their depth and ordinal, tasks without their box", async () => {
    expect(await outline("1. one\n   - two\n     * three\n2. four\n\n- [ ] five\n- [x] six\n")).toEqual([
      ...["item 0 #1: one", "item 1: two", "item 2: three", "item 0 #2: four", "item 0: five", "item 0: six"],
    ]);
  });

  it("starts a list at a number that stands less deep than the bullet before it", async () => {
    expect(await outline("1. a\n  - b\n2. c\n  - d\n  wrapped\n3. e\n")).toEqual([
      ...["item 0 #1: a", "item 0: b", "item 0 #2: c", "item 0: d wrapped", "item 0 #3: e"],
    ]);
    expect(await outline("- made in\n  2024. Good\n\ntext of\n2024. More\n")).toEqual([
      "item 0: made in 2024. Good",
      "p: text of 2024. More",
    ]);
  });

  it("gives items of one list the same id at every depth, and another list another", async () => {
    const blocks = await blocksOf("- a\n  - b\n- c\n\ntext\n\n- d\n");
    expect(blocks.flatMap((block) => (block.type === "item" ? [block.list] : []))).toEqual(["list-1", "list-1", "list-1", "list-7"]);
  });

  it("keeps what follows an item's own text as blocks of their own", async () => {
    expect(await outline("- a\n  wrapped\n\n  b\n\n  | c | d |\n  |---|---|\n  | e | f |\n\n  ```txt\n  g\n  ```\n")).toEqual([
      ...["item 0: a wrapped", "p: b", "table [c|d] e|f", "fence txt: g"],
    ]);
  });

  it("reads an item whose text is a heading, and one that starts with a list or a table", async () => {
    expect(await outline("- # a\n- - b\n- | c |\n  |---|\n  | d |\n")).toEqual(["item 0: a", "item 1: b", "table [c] d"]);
  });

  it("gives the place of an item's own text, from its bullet on", async () => {
    const text = "x\n\n- a\n  - b c\n";
    const [, , item] = await blocksOf(text);
    expect(item && sourceAt(text, item.place)).toBe("- b c");
  });
});

describe("quotes", () => {
  it("reads what stands in them without their marks", async () => {
    expect(await outline("> a\n> b\nlazy\n>\n> - c\n>   > d\n>   > e\n")).toEqual(["p: a b lazy", "item 0: c", "p: d e"]);
  });

  it("reads links and code that go on in the next quoted line", async () => {
    const text = "> > [a\n> > b](c.md) `d\n> > e`\n";
    expect(await targetsIn(text)).toEqual(["c.md"]);
    expect(placeFaults(text, await blocksOf(text), isVerbatim)).toEqual([]);
  });

  it("reads tables, fences and definitions in them", async () => {
    expect(await outline("> | a | b |\n> |---|---|\n> | c | [d] |\n>\n> ```\n> ├── e\n> └── f\n> ```\n>\n> [d]: d.md\n")).toEqual([
      ...["table [a|b] c|d", "fence : ├── e/└── f"],
    ]);
  });
});

describe("tables", () => {
  it("keeps empty cells, escaped bars and rows of other lengths, without outer bars too", async () => {
    expect(await outline("a | b | c\n---|:-:|--:\n | d\\|e | \nf\n| g | | h | i |\n")).toEqual(["table [a|b|c] d|e // f // g||h|i"]);
  });

  it("reads a table that follows a paragraph at once, and one with CRLF line ends", async () => {
    expect(await outline("Intro:\n| a |\n|---|\n| b |\n")).toEqual(["p: Intro:", "table [a] b"]);
    expect(await outline("| a | b |\r\n|---|---|\r\n| c | [d](e.md) |\r\n\r\ntext\r\n")).toEqual(["table [a|b] c|d", "p: text"]);
  });

  it("reads a table whose delimiter row ends in blanks", async () => {
    expect(await outline("| a | b |  \n|---|:--|\t \n| c | d |\n")).toEqual(["table [a|b] c|d"]);
    expect(await outline("> | a |\n> |---| \n> | b |\n")).toEqual(["table [a] b"]);
  });

  it("gives the place of each row", async () => {
    const text = "| a |\n|---|\n| b c |\n";
    const [table] = await blocksOf(text);
    expect(table?.type === "table" && table.rows.map((row) => sourceAt(text, row.place))).toEqual(["| b c |"]);
  });
});

describe("definitions", () => {
  it("finds them behind and before their use, the first of two counting", async () => {
    expect(await targetsIn("[a]: 1.md\n[A]: 2.md\n[b]:\n  <3 x.md>\n  'title'\n\n[a] [b] [c]\n\n- > [c]: 4.md\n")).toEqual([
      "1.md",
      "3 x.md",
      "4.md",
    ]);
  });

  it("takes what follows them in a paragraph as its text", async () => {
    expect(await outline("[a]: b.md\nand [a] text\n")).toEqual(["p: and a text"]);
    expect(await outline("[a]: b.md\n---\n")).toEqual([]);
    expect(await outline("[a]: b.md\nTitle\n=====\n")).toEqual(["h1: Title"]);
  });

  it("takes neither footnotes nor half a definition for one", async () => {
    expect(await targetsIn("[^1]: note.md\n\n[^1] and [^1][]\n")).toEqual([]);
    expect(await outline("[^1]: see [a](b.md)\n")).toEqual(["p: [^1]: see a"]);
    expect(await targetsIn("[a]: b.md and more\n\n[c]:\n\n[a] [c]\n")).toEqual([]);
  });
});

describe("code blocks", () => {
  it("reads fences of both kinds with their language, and indented code", async () => {
    expect(await outline("```Tree x\na\n\n  b\n```\n\n~~~\n```\n~~~\n\n    c\n    d\n")).toEqual([
      "fence tree x: a//  b",
      "fence : ```",
      "fence : c/d",
    ]);
  });

  it("starts a line where the code does, behind marks and indentation", async () => {
    const blocks = await blocksOf("- a\n\n  ```\n  b\n   c\n  ```\n");
    const fence = blocks.find((block) => block.type === "fence");
    expect(fence?.type === "fence" && fence.lines).toEqual([
      { text: "b", line: 4, column: 3 },
      { text: " c", line: 5, column: 3 },
    ]);
  });

  it("keeps blank lines of a quoted fence blank", async () => {
    expect(await outline("> ```\n> a\n>\n> b\n> ```\n")).toEqual(["fence : a//b"]);
  });

  it("reads a fence that never closes to the end", async () => {
    expect(await outline("```\n[a](b.md)\n")).toEqual(["fence : [a](b.md)"]);
    expect(await outline("```")).toEqual(["fence : "]);
  });
});

describe("what is no text", () => {
  it("leaves out front matter of both kinds and keeps the offsets behind it", async () => {
    for (const text of ["---\ntitle: [a](b.md)\n---\n\n[c](d.md)\n", "+++\na = 'b.md'\n+++\n[c](d.md)\n", "---\n---\n[c](d.md)\n"]) {
      expect(await targetsIn(text), text).toEqual(["d.md"]);
      expect(placeFaults(text, await blocksOf(text), isVerbatim)).toEqual([]);
    }
  });

  it("takes a rule at the start for no front matter where nothing closes it", async () => {
    expect(await targetsIn("---\n\n[a](b.md)\n")).toEqual(["b.md"]);
  });

  it("counts a BOM in the first line's columns", async () => {
    const text = "\uFEFF[a](b.md)\n";
    const [block] = await blocksOf(text);
    expect(block?.type === "paragraph" && block.content.spans[0]?.place.column).toBe(2);
    expect(placeFaults(text, await blocksOf(text), isVerbatim)).toEqual([]);
  });

  it("leaves out comments over several lines", async () => {
    expect(await outline("<!--\n- [a](b.md)\n\n[c](d.md)\n-->\n\ntext <!-- [e](f.md)\n[g](h.md) --> end\n")).toEqual(["p: text end"]);
  });
});

describe("HTML", () => {
  it("reads tables, lists, headings and paragraphs written in HTML, blank lines within them included", async () => {
    const text =
      '<h2>Files</h2>\n<table>\n<tr><th>File</th><th>What</th></tr>\n\n<tr><td><a href="a.md">A</a></td><td>first</td></tr>\n</table>\n\n<ul><li><a href="b.md">B</a></li></ul>\n<p align="center"><a href="c.md">C</a></p>\n';
    expect(await outline(text)).toEqual(["h2: Files", "table [File|What] A|first", "item 0: B", "p: C"]);
    expect(await targetsIn(text)).toEqual(["a.md", "b.md", "c.md"]);
  });

  it("reads the Markdown between tags that stand alone", async () => {
    expect(await targetsIn("<details>\n<summary>More</summary>\n\n- [a](a.md)\n\n</details>\n")).toEqual(["a.md"]);
  });
});

describe("admonitions and tabs", () => {
  it("reads their indented content as content, not as code", async () => {
    const text = '!!! note "Docs"\n    - [a](a.md)\n\n??? tip\n\n    [b](b.md)\n\n=== "Tab"\n\n    | c |\n    |---|\n    | [d](d.md) |\n';
    expect(await targetsIn(text)).toEqual(["a.md", "b.md", "d.md"]);
  });

  it("leaves underlines of headings alone", async () => {
    expect(await outline("Title\n===\n")).toEqual(["h1: Title"]);
  });
});

describe("wrapping", () => {
  const breaksOf = async (text: string) =>
    (await blocksOf(text)).flatMap((block) =>
      block.type === "paragraph" ? block.content.spans.filter(({ type }) => type === "break") : [],
    ).length;

  it("ends no line where a paragraph merely wraps, and keeps lines that were written as lines", async () => {
    expect(await breaksOf("See\n[a](a.md)\nfor more.\n")).toBe(0);
    expect(await breaksOf("[a](a.md)\n[b](b.md)\n`c.md`\n")).toBe(2);
    expect(await breaksOf("File: a.md\nStatus: Draft\n")).toBe(1);
  });
});
