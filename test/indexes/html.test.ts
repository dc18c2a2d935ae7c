import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { html, parseHtmlBlocks } from "../../src/indexes/html.ts";
import type { Block } from "../../src/indexes/shared/blocks.ts";
import { decodeEntities } from "../../src/indexes/shared/html-entities.ts";
import { htmlReferences } from "../../src/indexes/shared/html-links.ts";
import { LineMap } from "../../src/util/line-map.ts";
import { imagesOf, placeFaults, sourceAt, targetsOf, wordsOf } from "./place-faults.ts";

const isTarget = (source: string, target: string) => decodeEntities(source) === target;
const references = (source: string) => htmlReferences(source, 0, new LineMap(source));
const blocksOf = (source: string): readonly Block[] => parseHtmlBlocks(source).blocks;

/** Blocks as short strings: `item 1: words`. */
function outline(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    if (block.type === "heading") return `h${block.level}: ${wordsOf(block.content)}`;
    if (block.type === "item") return `item ${block.depth}: ${wordsOf(block.content)}`;
    if (block.type === "paragraph") return `p: ${wordsOf(block.content)}`;
    if (block.type === "fence") return `fence ${block.language}: ${block.lines.map((line) => line.text).join("/")}`;
    const rows = block.rows.map((row) => row.cells.map(wordsOf).join("|"));
    return `table [${block.header.map(wordsOf).join("|")}] ${rows.join(" // ")}`;
  });
}

describe("htmlReferences", () => {
  it("gives target, label and exact places of a link", () => {
    const source = 'See <a class="x" href="docs/a.md">The <b>first</b>\n document</a>.';
    const [link] = references(source);
    expect(link).toMatchObject({ type: "link", text: "The first document", target: "docs/a.md" });
    expect(link?.targetPlace).toEqual({ line: 1, column: 24, end: { line: 1, column: 33 } });
    expect(link && sourceAt(source, link.place)).toBe('<a class="x" href="docs/a.md">The <b>first</b>\n document</a>');
  });

  it("counts its offset from the start of the file", () => {
    const file = 'line one\n\n  <a href="b.md">B</a>\n';
    const piece = '<a href="b.md">B</a>';
    const [link] = htmlReferences(piece, file.indexOf("<a"), new LineMap(file));
    expect(link?.targetPlace).toEqual({ line: 3, column: 12, end: { line: 3, column: 16 } });
  });

  it("reads single quotes, no quotes, blanks around the equals sign and upper case", () => {
    const source = "<A HREF='a.md'>a</A><a href=b.md>b</a><a href = \"c.md\" >c</a><a\n  href\n=\nd.md>d</a>";
    expect(references(source).map((span) => span.target)).toEqual(["a.md", "b.md", "c.md", "d.md"]);
  });

  it("decodes character references in targets and labels and trims blanks around a target", () => {
    const [link] = references('<a href=" a&amp;b.md ">R&amp;D &#8212; &eacute;t&eacute;</a>');
    expect(link).toMatchObject({ target: "a&b.md", text: "R&D — été" });
    expect(link?.targetPlace).toEqual({ line: 1, column: 11, end: { line: 1, column: 21 } });
  });

  it("leaves out comments, CDATA, scripts, styles and templates", () => {
    const source =
      '<!-- <a href="no1">x</a> --><![CDATA[<a href="no2">x</a>]]><script>"<a href=no3>"</script><style><a href="no4"></style>' +
      '<template><a href="no5"></a></template><a href="yes">y</a>';
    expect(references(source).map((span) => span.target)).toEqual(["yes"]);
  });

  it("takes an image's alternative text as the label of a link without words, and gives the image too", () => {
    const spans = references('<a href="a.md"><img alt="Chapter 1" src="one.png"></a>');
    expect(spans.map(({ type, text, target }) => [type, text, target])).toEqual([
      ["link", "Chapter 1", "a.md"],
      ["image", "Chapter 1", "one.png"],
    ]);
  });

  it("marks struck and strong links", () => {
    const spans = references('<del><a href="a">a</a></del><a href="b"><s>b</s></a><b><a href="c">c</a></b><a href="d">d</a>');
    expect(spans.map((span) => [span.target, span.isStruck ?? false, span.isStrong ?? false])).toEqual([
      ["a", true, false],
      ["b", true, false],
      ["c", false, true],
      ["d", false, false],
    ]);
  });

  it("ends a link that was left open at the next link or at the end of its container", () => {
    const source = '<ul><li><a href="a">A</li><li><a href="b">B<a href="c">C</ul>rest';
    expect(references(source).map((span) => [span.target, span.text])).toEqual([
      ["a", "A"],
      ["b", "B"],
      ["c", "C"],
    ]);
  });

  it("labels a card with its heading", () => {
    const [link] = references('<a href="x.html"><div><h3>Title</h3><p>What it is.</p></div></a>');
    expect(link?.text).toBe("Title");
  });

  it("skips anchors without href and reads areas, frames and objects", () => {
    const spans = references(
      '<a name="top">x</a><area href="a.html" alt="A"><frame src="toc.html"><object data="b.pdf"></object><img alt="none">',
    );
    expect(spans.map(({ type, target }) => [type, target])).toEqual([
      ["link", "a.html"],
      ["image", "toc.html"],
      ["image", "b.pdf"],
    ]);
  });

  it("finds the links that htmlparser2 finds", () => {
    const piece = fc.constantFrom(
      '<a href="a.md">',
      "<a href='b c'>",
      "<a href=d.md>",
      "<a\nhref = e >",
      "</a>",
      "<b>",
      "</b>",
      "<!-- ",
      " -->",
      "text ",
      "a < b",
      "&amp;",
      "<br/>",
      "<img src=i.png>",
      '<p class="x">',
      "</p >",
      "<script>",
      "</script>",
      "<",
      ">",
      "</",
      "<!",
      "<?x ",
      "=",
      "/",
      " href=f",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join("");
        const expected: string[] = [];
        const parser = new Parser({
          onopentag: (name, attributes) => {
            const value = name === "a" ? attributes.href : name === "img" ? attributes.src : undefined;
            if (value !== undefined) expected.push(value.trim());
          },
        });
        parser.end(source);
        expect(
          references(source)
            .map((span) => span.target ?? "")
            .sort(),
        ).toEqual(expected.sort());
      }),
      { seed: 1, numRuns: 3_000 },
    );
  });
});

describe("parseHtmlBlocks", () => {
  it("reads headings, paragraphs and nested lists in their order", () => {
    const source = `<html><head><title>No</title></head><body>
<h1>Set <small>one</small></h1>
<p>Intro with <a href="i.html">link</a>.</p>
<ul>
  <li><a href="a.html">A</a> - first
    <ol><li><a href="b.html">B</a></li><li>C</ol>
  <li>D
</ul>
<p>End`;
    expect(outline(blocksOf(source))).toEqual([
      "h1: Set one",
      "p: Intro with link.",
      "item 0: A - first",
      "item 1: B",
      "item 1: C",
      "item 0: D",
      "p: End",
    ]);
    const lists = blocksOf(source).flatMap((block) => (block.type === "item" ? [block.list] : []));
    expect(new Set(lists).size).toBe(1);
  });

  it("gives an item its own lines as its place", () => {
    const source = "<ul>\n<li><a href=a>A</a>\n text\n<ul><li>x</ul>\n</ul>";
    const [item] = blocksOf(source);
    expect(item && sourceAt(source, item.place)).toBe("<li><a href=a>A</a>\n text");
  });

  it("joins a term and its first definition, and keeps further definitions apart", () => {
    const source = "<dl><dt><a href=a>A</a><dd><p>about A</p><dd>more<dt>B</dt><dd>about B</dl>";
    expect(outline(blocksOf(source))).toEqual(["item 0: A about A", "item 0: more", "item 0: B about B"]);
  });

  it("reads a table with a header row, rows and cells without end tags", () => {
    const source = "<table><tr><th>No<th>Title\n<tr><td>1<td><a href=a>A</a>\n<tr><td>2<td>B<br>b</table>";
    expect(outline(blocksOf(source))).toEqual(["table [No|Title] 1|A // 2|B b"]);
    const [table] = blocksOf(source);
    const rows = table?.type === "table" ? table.rows.map((row) => sourceAt(source, row.place)) : [];
    expect(rows).toEqual(["<tr><td>1<td><a href=a>A</a>", "<tr><td>2<td>B<br>b"]);
  });

  it("keeps columns aligned under cells that span rows and columns", () => {
    const source =
      "<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead><tbody><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr>" +
      "<tr><td>4</td><td>5</td></tr><tr><td colspan=2>6</td><td>7</td></tr></tbody></table>";
    expect(outline(blocksOf(source))).toEqual(["table [a|b|c] 1|2|3 // |4|5 // 6||7"]);
  });

  it("reads a table that only lays out a page as what stands in it", () => {
    const source =
      "<table><tr><td><h2>Menu</h2><ul><li><a href=a>A</a></ul><td><table><tr><td>x<td><a href=b>B</a></table></table><p>after";
    expect(outline(blocksOf(source))).toEqual(["h2: Menu", "item 0: A", "table [] x|B", "p: after"]);
  });

  it("keeps a list in a cell within the cell", () => {
    expect(outline(blocksOf("<table><tr><td>x<td><ul><li><a href=a>A</a><li><a href=b>B</a></ul></table>"))).toEqual(["table [] x|A B"]);
  });

  it("reads preformatted text as a fence, and a server's listing of a folder as lines", () => {
    const tree = '<pre><code class="hljs language-text">docs/\n└── a.md\n</code></pre>';
    expect(outline(blocksOf(tree))).toEqual(["fence text: docs//└── a.md"]);
    const listing = '<pre><a href="../">../</a>\n<a href="a.pdf">a.pdf</a>  2024-01-01\n<a href="b.pdf">b.pdf</a>  2024-01-02\n</pre>';
    const [block] = blocksOf(listing);
    expect(block?.type).toBe("paragraph");
    expect(targetsOf([block as Block])).toEqual(["../", "a.pdf", "b.pdf"]);
    expect(block?.type === "paragraph" && block.content.spans.filter((span) => span.type === "break").length).toBe(2);
  });

  it("marks code, strong and struck text", () => {
    const [block] = blocksOf("<p><code>a.md</code> <b>x</b> <strike>y</strike></p>");
    const spans = block?.type === "paragraph" ? block.content.spans : [];
    expect(spans.map(({ type, text, isStrong, isStruck }) => [type, text, isStrong ?? false, isStruck ?? false])).toEqual([
      ["code", "a.md", false, false],
      ["text", " ", false, false],
      ["text", "x", true, false],
      ["text", " ", false, false],
      ["text", "y", false, true],
    ]);
  });

  it("takes wrapped lines for text and lines that each open with a link for lines", () => {
    const wrapped = blocksOf('<p>See the\n<a href="a">guide</a>\nfor more.</p>');
    expect(wrapped[0]?.type === "paragraph" && wrapped[0].content.spans.some((span) => span.type === "break")).toBe(false);
    const lines = blocksOf('<p><a href="a">A</a>\n<a href="b">B</a></p>');
    expect(lines[0]?.type === "paragraph" && lines[0].content.spans.filter((span) => span.type === "break").length).toBe(1);
    const hard = blocksOf('<p>One <a href="a">A</a><br>two</p>');
    expect(hard[0]?.type === "paragraph" && hard[0].content.spans.filter((span) => span.type === "break").length).toBe(1);
  });

  it("ends an item at its parts only with a line end", () => {
    expect(outline(blocksOf("<ul><li><div><a href=a>A</a></div><div>what A is</div></ul>"))).toEqual(["item 0: A what A is"]);
  });

  it("reads a card as a link with its heading and the words after it", () => {
    const source = '<div><a href="x.html"><h3>Title</h3><p>What it is.</p></a></div><div><a href="y.html"><h3>Other</h3></a></div>';
    expect(outline(blocksOf(source))).toEqual(["p: Title What it is.", "p: Other"]);
    expect(targetsOf(blocksOf(source))).toEqual(["x.html", "y.html"]);
  });

  it("collects ids and named anchors", () => {
    expect(parseHtmlBlocks('<h1 id="top">x</h1><a name="old"></a><input name="no">').anchors).toEqual(["top", "old"]);
  });

  it("reads through a BOM and carriage returns", () => {
    const source = "\uFEFF<p>one\r\ntwo <code>a.md</code>\r\n</p>\r\n";
    expect(outline(blocksOf(source))).toEqual(["p: one two a.md"]);
    expect(placeFaults(source, blocksOf(source), isTarget)).toEqual([]);
  });

  it("reads anything without a fault of its places", () => {
    const piece = fc.constantFrom(
      ..."<ul> <ol> <li> </li> </ul> <dl> <dt> <dd> <table> <tr> <td> <th> </td> </tr> </table> <p> </p> <h2> </h2> <pre> </pre> <code> </code> <b> <s> </s> <div> </div> <br> </a> <!-- -->".split(
        " ",
      ),
      '<a href="x&amp;y.md">',
      "<a href=b>",
      '<img src="i.png" alt="i">',
      "<td rowspan=3 colspan=2>",
      "text",
      " ",
      "\n",
      "\r\n",
      "&eacute;",
      "&nope;",
      "<",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), { maxLength: 60 }),
        (pieces) => {
          const source = pieces.join("");
          expect(placeFaults(source, blocksOf(source), isTarget)).toEqual([]);
        },
      ),
      { seed: 2, numRuns: 3_000 },
    );
  });

  it.each([
    ["open lists", "<ul><li>"],
    ["open tables", "<table><tr><td>"],
    ["open links", '<a href="x">'],
    ["open tags", "<a "],
    ["open comments", "<!-- "],
    ["open scripts", "<script>"],
    ["references", "&amp"],
    ["blanks", " \n"],
    ["preformatted", "<pre>   "],
    ["headings", "<h1>x"],
    ["divisions in a link", '<a href="x"><div>'],
  ])("reads 100,000 %s in linear time", (_, piece) => {
    const start = performance.now();
    parseHtmlBlocks(piece.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("html", () => {
  it("knows its files by their names", () => {
    expect(["index.html", "a/b.HTM", "c.xhtml"].map((path) => html.isForm(path, ""))).toEqual([true, true, true]);
    expect(["html.md", "index.html.txt"].map((path) => html.isForm(path, ""))).toEqual([false, false]);
  });

  it("gives the folder of a relative base element", async () => {
    expect((await html.parse('<base href="docs/index.html"><a href="a.md">', "index.html")).baseFolder).toBe("docs");
    expect((await html.parse('<base href="https://example.org/x/"><a href="a.md">', "index.html")).baseFolder).toBeUndefined();
  });

  it("gives mentions of list items", async () => {
    const { mentions } = await html.parse('<h1>Set</h1><ul><li><a href="a.pdf">A paper</a>: about A</li></ul>', "index.html");
    expect(mentions).toMatchObject([{ target: "a.pdf", role: "listing", label: "A paper", sections: ["Set"] }]);
  });

  it("counts images apart from links", () => {
    expect(imagesOf(blocksOf('<p><img src="a.png"><a href="b">b</a>'))).toEqual(["a.png"]);
  });
});
