import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRstBlocks, rst } from "../../src/indexes/rst.ts";
import type { Block } from "../../src/indexes/shared/blocks.ts";
import { decodeEntities } from "../../src/indexes/shared/html-entities.ts";
import { uriOf } from "../../src/indexes/shared/rst-names.ts";
import { imagesOf, placeFaults, sourceAt, spansOf, targetsOf, type wordsOf } from "./place-faults.ts";

const FIXTURES = new URL("./fixtures/rst/", import.meta.url);
/** A target that runs over lines of a grid table's cell has the cell's borders in its place. */
const isSplitTarget = (source: string, target: string) => {
  const [first = "", ...rest] = source.split("\n");
  return (
    rest.length > 0 && target.startsWith(first.split("|")[0]?.trim() ?? "") && target.endsWith(rest.at(-1)?.split("|").at(-1)?.trim() ?? "")
  );
};
const isTarget = (source: string, target: string) =>
  source === target || uriOf(source) === target || decodeEntities(source) === target || isSplitTarget(source, target);
const blocksOf = (source: string): readonly Block[] => parseRstBlocks(source).blocks;
const lines = (...all: string[]): string => all.join("\n");

/** Blocks as short strings; links as `words<target>`. */
function outline(source: string): string[] {
  return blocksOf(source).map((block) => {
    const shown = (inline: Parameters<typeof wordsOf>[0]): string =>
      (inline?.spans ?? [])
        .map((span) =>
          span.type === "break" ? " / " : span.target === undefined ? span.text.replace(/\n/g, " ") : `${span.text}<${span.target}>`,
        )
        .join("");
    if (block.type === "heading") return `h${block.level}: ${shown(block.content)}`;
    if (block.type === "item") return `item ${block.depth}${block.ordinal ? ` ${block.ordinal}` : ""}: ${shown(block.content)}`;
    if (block.type === "paragraph") return `p: ${shown(block.content)}`;
    if (block.type === "fence") return `fence ${block.language}: ${block.lines.map((line) => line.text).join("/")}`;
    const rows = block.rows.map((row) => row.cells.map(shown).join("|"));
    return `table [${block.header.map(shown).join("|")}] ${rows.join(" // ")}`;
  });
}

describe("parseRstBlocks: structure", () => {
  it("ranks titles by the order in which their adornments appear", () => {
    const source = lines("====", "Set", "====", "", "One", "===", "", "Sub", "---", "", "Two", "===", "", "text");
    expect(outline(source)).toEqual(["h1: Set", "h2: One", "h3: Sub", "h2: Two", "p: text"]);
  });

  it("takes a short underline of four marks for a title, and a rule between blank lines for none", () => {
    expect(outline(lines("A longer title", "----", "", "text", "", "----", "", "more"))).toEqual([
      "h1: A longer title",
      "p: text",
      "p: more",
    ]);
  });

  it("nests bullet and enumerated lists and keeps one list's name for all of them", () => {
    const source = lines("- a", "  wrapped", "", "  1. b", "  2. c", "", "     - d", "", "- e", "", "text", "", "#. f");
    expect(outline(source)).toEqual([
      "item 0: a / wrapped",
      "item 1 1: b",
      "item 1 2: c",
      "item 2: d",
      "item 0: e",
      "p: text",
      "item 0: f",
    ]);
    const ids = blocksOf(source).flatMap((block) => (block.type === "item" ? [block.list] : []));
    expect(new Set(ids.slice(0, 5)).size).toBe(1);
    expect(ids[5]).not.toBe(ids[0]);
  });

  it("takes an enumerator whose next line is plain text for a sentence", () => {
    expect(outline(lines("1985. It was a", "good year."))).toEqual(["p: 1985. It was a good year."]);
  });

  it("gives an item the place from its mark to the end of its own text", () => {
    const source = lines("- one", "  two", "", "  more");
    const [item] = blocksOf(source);
    expect(item && sourceAt(source, item.place)).toBe("- one\n  two");
  });

  it("reads fields as name, colon and value", () => {
    const source = lines(":File: files/one.txt", ":Long name: over", "   lines", ":List:", "   - x", "   - y");
    expect(outline(source)).toEqual([
      "item 0: File: files/one.txt",
      "item 0: Long name: over / lines",
      "item 0: List:",
      "item 1: x",
      "item 1: y",
    ]);
  });

  it("joins a term with the first paragraph of its definition", () => {
    expect(outline(lines("`Term <a.html>`__", "   What it is.", "", "   More.", "Other", "   Else."))).toEqual([
      "item 0: Term<a.html> / What it is.",
      "p: More.",
      "item 0: Other / Else.",
    ]);
  });

  it("reads line blocks as lines and block quotes as what stands in them", () => {
    expect(outline(lines("| one", "| two", "  goes on", "", "   quoted", "", "   - item"))).toEqual([
      "p: one / two / goes on",
      "p: quoted",
      "item 0: item",
    ]);
  });

  it("reads literal blocks, doctests and code as fences with the columns of their lines", () => {
    const source = lines(
      "Tree::",
      "",
      "   docs/",
      "   └── a.md",
      "",
      "::",
      "",
      "  alone",
      "",
      ">>> 1",
      "1",
      "",
      ".. code-block:: text",
      "",
      "   x",
    );
    expect(outline(source)).toEqual(["p: Tree:", "fence : docs//└── a.md", "fence : alone", "fence pycon: >>> 1/1", "fence text: x"]);
    const fence = blocksOf(source)[1];
    expect(fence?.type === "fence" && fence.lines).toEqual([
      { text: "docs/", line: 3, column: 4 },
      { text: "└── a.md", line: 4, column: 4 },
    ]);
  });

  it("leaves comments out, and what an empty comment parts it keeps", () => {
    expect(outline(lines(".. a comment", "   `x <no.html>`__", "", "..", "", "   kept", "", "..", "   also a comment"))).toEqual([
      "p: kept",
    ]);
  });

  it("takes a wrapped paragraph for one line of text", () => {
    const [block] = blocksOf(lines("See the", "`guide <guide.html>`__", "for more."));
    expect(block?.type === "paragraph" && block.content.spans.some((span) => span.type === "break")).toBe(false);
  });
});

describe("parseRstBlocks: links", () => {
  it("reads links with embedded targets, over lines and without words", () => {
    const source = lines("`One <a.html>`_, `two", "words <b/", "c.html>`__, `<d.html>`_ and `e f <g\\ h.html>`__.");
    expect(outline(source)).toEqual(["p: One<a.html>, two words<b/c.html>, d.html<d.html> and e f<g h.html>."]);
    const [first] = spansOf(blocksOf(source)).filter((span) => span.type === "link");
    expect(first?.targetPlace).toEqual({ line: 1, column: 7, end: { line: 1, column: 13 } });
  });

  it("resolves names, quoted names, aliases, shared and anonymous targets, with the place of the definition", () => {
    const source = lines(
      "a_ `B c`_ `d: e`_ f_ g_ x__ `y z`__ `words <a_>`__",
      "",
      ".. _a: a.html",
      ".. _b  C: b/",
      "   c.html",
      ".. _`d: e`: d.html",
      ".. _f: a_",
      ".. _g:",
      ".. _h: h.html",
      ".. __: x.html",
      "__ y.html",
    );
    expect(targetsOf(blocksOf(source))).toEqual(["a.html", "b/c.html", "d.html", "a.html", "h.html", "x.html", "y.html", "a.html"]);
    const [first] = spansOf(blocksOf(source));
    expect(first?.targetPlace && sourceAt(source, first.targetPlace)).toBe("a.html");
    expect(first?.targetPlace?.line).toBe(3);
  });

  it("lets an embedded target be referred to by its words", () => {
    expect(targetsOf(blocksOf("Overview_ is `Overview <o.html>`_"))).toEqual(["o.html", "o.html"]);
  });

  it("leaves references without target as their words and says which phrases lead nowhere", () => {
    const { blocks, problems } = parseRstBlocks(lines("some_name_ `Lost`_ `Here`_", "", "Here", "===="));
    expect(targetsOf(blocks)).toEqual([]);
    expect(problems).toEqual([
      { message: "The reference `Lost`_ has no target in this file", place: { line: 1, column: 12, end: { line: 1, column: 19 } } },
    ]);
  });

  it("does not call a reference lost where an included file may define it", () => {
    expect(parseRstBlocks(lines("`Lost`_", "", ".. include:: links.inc")).problems).toEqual([]);
  });

  it("reads the roles that name files, and others as their words", () => {
    const source =
      ":doc:`intro` :doc:`The masts <masts/index>` :download:`sheet <a.xlsx>` :file:`b.csv` :ref:`label <top>` `c.rst` `title`:emphasis:";
    expect(outline(source)).toEqual(["p: intro<intro> The masts<masts/index> sheet<a.xlsx> b.csv label c.rst title"]);
    expect(spansOf(blocksOf(source)).flatMap((span) => (span.type === "code" ? [span.text] : []))).toEqual(["b.csv", "c.rst"]);
  });

  it("reads raw HTML roles as links", () => {
    const source = lines(
      ".. role:: html(raw)",
      "   :format: html",
      "",
      ':html:`<A HREF="spec.html">The Spec</A>` and :raw-html:`<b>x</b>`',
    );
    expect(outline(source)).toEqual(["p: The Spec<spec.html> and x"]);
  });

  it("follows substitutions to text, links and images", () => {
    const source = lines(".. |g| replace:: the `guide <g.html>`__", ".. |i| image:: i.png", "   :alt: mast", "", "See |g|, |i|, |none|.");
    expect(outline(source)).toEqual(["p: See the guide<g.html>, mast<i.png>, |none|."]);
  });

  it("does not loop over substitutions that hold themselves, nor multiply them", () => {
    const loop = lines(".. |a| replace:: |b| |b|", ".. |b| replace:: |a| |a|", "", "|a|");
    expect(spansOf(blocksOf(loop)).length).toBeLessThan(100);
    const bomb = lines(
      `.. |a| replace:: ${"|b| ".repeat(1_000)}`,
      `.. |b| replace:: ${"|c| ".repeat(1_000)}`,
      ".. |c| replace:: x",
      "",
      "|a| ".repeat(1_000),
    );
    expect(spansOf(blocksOf(bomb)).length).toBeLessThan(400_000);
  });

  it("recognises inline markup only where docutils does", () => {
    const source =
      "2 * 3 * 4 snake_case_ \\`no <x.html>`_ (*) a`b <c.html>`__d ``lit \\ eral`` http://example.org/a_b. <https://example.org/x(1)>";
    expect(targetsOf(blocksOf(source))).toEqual(["http://example.org/a_b", "https://example.org/x(1)"]);
    expect(spansOf(blocksOf(source)).flatMap((span) => (span.type === "code" ? [span.text] : []))).toEqual(["lit \\ eral"]);
  });

  it("marks strong text", () => {
    const spans = spansOf(blocksOf("**a b** c"));
    expect(spans.map((span) => [span.text, span.isStrong ?? false])).toEqual([
      ["a b", true],
      [" c", false],
    ]);
  });
});

describe("parseRstBlocks: directives", () => {
  it("reads a toctree's entries as items that are nothing but paths, under its caption", () => {
    const source = lines(
      ".. toctree::",
      "   :maxdepth: 2",
      "   :caption: Chapters",
      "",
      "   intro",
      "   The masts <masts/index>",
      "   /appendix",
      "   gauges/*",
      "   self",
      "   https://example.org/x",
    );
    expect(outline(source)).toEqual([
      "h1: Chapters",
      "item 0: intro<intro>",
      "item 0: The masts<masts/index>",
      "item 0: /appendix</appendix>",
      "item 0: gauges/*<gauges/*>",
      "item 0: https://example.org/x<https://example.org/x>",
    ]);
    const items = blocksOf(source).flatMap((block) => (block.type === "item" ? [block] : []));
    expect(items.every((item) => item.isPathOnly)).toBe(true);
    expect(items[1]?.content.spans[0]?.targetPlace).toEqual({ line: 6, column: 15, end: { line: 6, column: 26 } });
  });

  it("reads a toctree without blank line, without options, in tabs and inside another directive", () => {
    expect(targetsOf(blocksOf(lines(".. toctree::", "   a", "   b")))).toEqual(["a", "b"]);
    expect(targetsOf(blocksOf(lines(".. only:: html", "", "\t.. toctree::", "\t\t:hidden:", "", "\t\tc")))).toEqual(["c"]);
  });

  it("reads images, figures with captions and links, and includes as what they show", () => {
    const source = lines(
      ".. figure:: rain.png",
      "   :target: rain.html",
      "   :alt: Rain",
      "",
      "   The `caption <cap.html>`__",
      "",
      ".. include:: parts/a.inc",
      ".. include:: <isonum.txt>",
      ".. literalinclude:: b.py",
    );
    expect(targetsOf(blocksOf(source))).toEqual(["rain.html", "cap.html"]);
    expect(imagesOf(blocksOf(source))).toEqual(["rain.png", "parts/a.inc", "b.py"]);
  });

  it("reads raw HTML", () => {
    const source = lines(
      ".. raw:: html",
      "",
      '   <ul><li><a href="a.html">A</a></li></ul>',
      "",
      ".. raw:: latex",
      "",
      '   <a href="no">x</a>',
    );
    expect(outline(source)).toEqual(["item 0: A<a.html>"]);
  });

  it("reads the text of notes and unknown directives, wherever it starts", () => {
    const source = lines(
      ".. note:: first `a <a.html>`__",
      "   line",
      "",
      ".. thing:: argument",
      "   :option: x",
      "",
      "   `b <b.html>`__",
      "",
      ".. header::",
      "   `c <c.html>`__",
    );
    expect(targetsOf(blocksOf(source))).toEqual(["a.html", "b.html", "c.html"]);
  });

  it("reads the link of a card and of a button", () => {
    const source = lines(
      ".. grid-item-card:: Guide",
      "   :link: guide/index",
      "   :link-type: doc",
      "",
      "   Words.",
      "",
      ".. button-link:: https://example.org",
      "",
      "   Site",
      "",
      ".. card:: Label",
      "   :link: a-label",
      "   :link-type: ref",
    );
    expect(outline(source)).toEqual([
      "item 0: Guide<guide/index>",
      "p: Guide",
      "p: Words.",
      "item 0: Site<https://example.org>",
      "p: Site",
      "p: Label",
    ]);
  });

  it("collects labels and the ids of headings", () => {
    expect(parseRstBlocks(lines(".. _Top Label:", "", "A Title: Two", "============", "", "_`Inline`")).anchors).toEqual([
      "top label",
      "a-title-two",
    ]);
  });
});

describe("parseRstBlocks: tables", () => {
  it("reads a grid table with header, spans of rows and columns and cells over lines", () => {
    const source = lines(
      "+-----+----------------+-----+",
      "| No  | Title          | Who |",
      "+=====+================+=====+",
      "| 1   | `T1 <t1>`__    | A   |",
      "|     | more           |     |",
      "+-----+----------------+-----+",
      "| 2   | two            | B   |",
      "+     +----------------+-----+",
      "|     | `T2            | C   |",
      "|     | <t2>`__        |     |",
      "+-----+----------------+-----+",
      "| wide `T3 <t3>`__     | D   |",
      "+-----+----------------+-----+",
    );
    expect(outline(source)).toEqual(["table [No|Title|Who] 1|T1<t1> / more|A // 2|two|B // |T2<t2>|C // wide T3<t3>||D"]);
    const [table] = blocksOf(source);
    const rows = table?.type === "table" ? table.rows.map((row) => [row.place.line, row.place.end.line]) : [];
    expect(rows).toEqual([
      [4, 5],
      [7, 7],
      [9, 10],
      [12, 12],
    ]);
  });

  it("counts wide characters as two columns", () => {
    const source = lines("+------+------+", "| 漢字 | b    |", "+------+------+");
    expect(outline(source)).toEqual(["table [] 漢字|b"]);
  });

  it("reads a simple table with header, lines that go on, joined columns and explicit markup in cells", () => {
    const source = lines(
      "=====  ================  ======",
      "No     Title             Status",
      "=====  ================  ======",
      "1      `S <s1>`__        Final",
      "2      two               Draft",
      "       more",
      "joined over              Old",
      "-----------------------  ------",
      "3      .. image:: i.png",
      "=====  ================  ======",
    );
    expect(outline(source)).toEqual(["table [No|Title|Status] 1|S<s1>|Final // 2|two / more|Draft // joined over||Old // 3|<i.png> / |"]);
  });

  it("reads simple tables without header, and a lone rule as text", () => {
    expect(outline(lines("===  ===", "a    b", "===  ===", "", "after"))).toEqual(["table [] a|b", "p: after"]);
    expect(outline(lines("===  ===", "a    b", "", "after"))[0]).toMatch(/^p: ===/);
  });

  it("reads a table of raw HTML roles", () => {
    const source = lines(
      "===  ==========================================",
      "No   Title",
      "===  ==========================================",
      '3    :raw-html:`<A HREF="spec_3.html">Spec</A>`',
      "===  ==========================================",
    );
    expect(outline(source)).toEqual(["table [No|Title] 3|Spec<spec_3.html>"]);
  });

  it("reads list tables", () => {
    const source = lines(
      ".. list-table:: Sheets",
      "   :header-rows: 1",
      "",
      "   * - Name",
      "     - File",
      "   * - Log",
      "     - `L <l.html>`__",
      "       more",
      "   * -",
      "     - :doc:`x`",
    );
    expect(outline(source)).toEqual(["p: Sheets", "table [Name|File] Log|L<l.html> / more // |x<x>"]);
    const table = blocksOf(source)[1];
    expect(table?.type === "table" && table.rows.map((row) => sourceAt(source, row.place))).toEqual([
      "* - Log\n     - `L <l.html>`__\n       more",
      "* -\n     - :doc:`x`",
    ]);
  });

  it("reads CSV tables with quotes, doubled quotes, line ends in cells and a delimiter of their own", () => {
    const source = lines(
      ".. csv-table::",
      '   :header: "No", "File"',
      "",
      '   1, "`C <c.html>`__, x"',
      '   2, "say ""hi"" `D <d.html>`__"',
      '   3, "two',
      '   lines"',
      "",
      ".. csv-table::",
      "   :delim: ;",
      "   :file: data.csv",
      "",
      "   a;b",
    );
    expect(outline(source)).toEqual([
      'table [No|File] 1|C<c.html>, x // 2|say "hi" D<d.html> // 3|two / lines',
      "p: <data.csv>",
      "table [] a|b",
    ]);
    expect(placeFaults(source, blocksOf(source), isTarget)).toEqual([]);
  });
});

describe("parseRstBlocks: any text", () => {
  it("agrees with the links that Sphinx found in the fixtures", () => {
    const names = readdirSync(FIXTURES).filter((name) => name.endsWith(".rst"));
    expect(names.length).toBeGreaterThanOrEqual(4);
    for (const name of names) {
      const blocks = blocksOf(readFileSync(new URL(name, FIXTURES), "utf8"));
      const entries = targetsOf(blocks.filter((block) => block.type === "item" && block.isPathOnly));
      const links = targetsOf(blocks.filter((block) => !(block.type === "item" && block.isPathOnly)));
      const expected = JSON.parse(readFileSync(new URL(name.replace(/\.rst$/, ".links.json"), FIXTURES), "utf8"));
      expect({ name, links: links.sort(), toctree: entries }).toEqual({ name, links: expected.links.sort(), toctree: expected.toctree });
    }
  });

  it("gives exact places in every fixture, with any line ends", () => {
    for (const name of readdirSync(FIXTURES).filter((file) => file.endsWith(".rst"))) {
      const text = readFileSync(new URL(name, FIXTURES), "utf8");
      for (const source of [text, text.replace(/\n/g, "\r\n"), `\uFEFF${text}`]) {
        expect(placeFaults(source, blocksOf(source), isTarget)).toEqual([]);
      }
    }
  });

  it("reads the same links with carriage returns", () => {
    for (const name of readdirSync(FIXTURES).filter((file) => file.endsWith(".rst"))) {
      const text = readFileSync(new URL(name, FIXTURES), "utf8");
      expect(targetsOf(blocksOf(text.replace(/\n/g, "\r\n")))).toEqual(targetsOf(blocksOf(text)));
    }
  });

  it("reads anything without a fault of its places", () => {
    const piece = fc.constantFrom(
      "\n",
      "\n",
      "\n\n",
      "\r\n",
      "   ",
      "  ",
      "\t",
      "- ",
      "1. ",
      "* ",
      ".. ",
      "__ ",
      ":f: ",
      "| ",
      "=====\n",
      "---- ----\n",
      "===  ===\n",
      "+---+---+\n",
      "| a | b |\n",
      "::\n",
      "`a <b.html>`__",
      "`a b`_",
      "name_",
      "x__",
      "|s|",
      "``c``",
      "**b**",
      "*",
      "`",
      "\\",
      ".. _name: t.html\n",
      ".. |s| replace:: y `z <z>`_\n",
      ".. toctree::\n\n   ",
      ".. image:: i.png\n",
      ".. list-table::\n\n   * - ",
      '.. csv-table::\n\n   a,"b ""c""\n',
      ".. raw:: html\n\n   <a href=x>",
      ":raw-html:`<a href=y>z</a>`",
      ":doc:`d`",
      "https://example.org/a",
      "word ",
      "漢",
      "<&amp;>",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), { maxLength: 50 }),
        (pieces) => {
          const source = pieces.join("");
          expect(placeFaults(source, blocksOf(source), isTarget)).toEqual([]);
        },
      ),
      { seed: 3, numRuns: 4_000 },
    );
  });

  it.each([
    ["links on one line", "`a <b>`__ "],
    ["lines of links", "`a <b>`__\n"],
    ["open back quotes", "`a "],
    ["open stars", "*a "],
    ["open bars", "|a "],
    ["bullets on one line", "- "],
    ["quotes", "> `a <b>`_\n"],
    ["backslashes", "\\"],
    ["underscores", "a_"],
    ["simple references", "a_ "],
    ["table borders", "+--"],
    ["grid rows", "| a "],
    ["fields", ":a: b\n"],
    ["comments", ".. a\n"],
    ["empty tables", "== ==\n"],
    ["blanks", " \n"],
    ["URIs", "http://!"],
    ["angles", "`a>` "],
    ["definitions", "a\n b\n"],
    ["targets", ".. _a: b\n"],
  ])("reads 100,000 %s in linear time", (_, piece) => {
    const start = performance.now();
    parseRstBlocks(piece.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it("reads a staircase of 2,000 indentations", () => {
    const source = Array.from({ length: 2_000 }, (_, depth) => `${" ".repeat(depth * 2)}- item`).join("\n\n");
    const start = performance.now();
    expect(blocksOf(source).length).toBeGreaterThan(30);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("rst", () => {
  it("knows its files by their names, and text files by a toctree", () => {
    expect(["index.rst", "a.REST"].map((path) => rst.isForm(path, ""))).toEqual([true, true]);
    expect(rst.isForm("index.txt", "Title\n=====\n\n.. toctree::\n   a")).toBe(true);
    expect(rst.isForm("index.txt", "plain")).toBe(false);
    expect(rst.isForm("rst.md", "")).toBe(false);
  });

  it("lets targets leave out the index's own extension", async () => {
    expect((await rst.parse("x", "index.rst")).defaultExtension).toBe(".rst");
    expect((await rst.parse("x", "docs/index.txt")).defaultExtension).toBe(".txt");
  });

  it("gives mentions of toctree entries", async () => {
    const { mentions } = await rst.parse(lines("Set", "===", "", ".. toctree::", "", "   a", "   B <b/c>"), "index.rst");
    expect(mentions.map(({ target, role, notation, label }) => [target, role, notation, label])).toEqual([
      ["a", "listing", "link", "a"],
      ["b/c", "listing", "link", "B"],
    ]);
  });
});
