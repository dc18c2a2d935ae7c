import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mediawiki, parseMediawikiBlocks } from "../../src/indexes/mediawiki.ts";
import type { Block, Inline } from "../../src/indexes/shared/blocks.ts";
import { decodeEntities } from "../../src/indexes/shared/html-entities.ts";
import { imagesOf, placeFaults, sourceAt, spansOf, targetsOf } from "./place-faults.ts";

const FIXTURES = new URL("./fixtures/mediawiki/", import.meta.url);
const lines = (...all: string[]): string => all.join("\n");
const blocksOf = (...all: string[]): readonly Block[] => parseMediawikiBlocks(lines(...all)).blocks;
const linksOf = (...all: string[]): string[] => targetsOf(blocksOf(...all));
/** A target may have references decoded and comments left out. */
const isTarget = (source: string, target: string) => source === target || decodeEntities(source.replace(/<!--.*?-->/gs, "")) === target;
const faultsOf = (source: string) => placeFaults(source, blocksOf(source), isTarget);

function shown(inline: Inline): string {
  return inline.spans
    .map((span) => {
      if (span.type === "break") return " / ";
      if (span.type === "code") return `\`${span.text}\``;
      return span.target === undefined ? span.text.replace(/\n/g, " ") : `${span.type === "image" ? "!" : ""}${span.text}<${span.target}>`;
    })
    .join("");
}

/** Blocks as short strings; links as `words<target>`. */
function outline(...all: string[]): string[] {
  return blocksOf(...all).map((block) => {
    if (block.type === "heading") return `h${block.level}: ${shown(block.content)}`;
    if (block.type === "item") return `item ${block.depth}: ${shown(block.content)}`;
    if (block.type === "paragraph") return `p: ${shown(block.content)}`;
    if (block.type === "fence") return `fence ${block.language}: ${block.lines.map((line) => line.text).join("/")}`;
    return `table [${block.header.map(shown).join("|")}] ${block.rows.map((row) => row.cells.map(shown).join("|")).join(" // ")}`;
  });
}

describe("parseMediawikiBlocks: structure", () => {
  it("reads headings, paragraphs and rules in their order", () => {
    expect(outline("Intro", "wrapped", "", "= One =", "== Two == <!-- x -->", "text", "----", "== no heading", "more")).toEqual([
      "p: Intro wrapped",
      "h1: One",
      "h2: Two",
      "p: text",
      "p: == no heading more",
    ]);
  });

  it("nests lists by their marks, keeps one list's name over blank lines and ends it at text", () => {
    const source = ["* a", "** b", "*# c", "", "# d", ": e", "text", "* f"];
    expect(outline(...source)).toEqual(["item 0: a", "item 1: b", "item 1: c", "item 0: d", "item 0: e", "p: text", "item 0: f"]);
    const ids = blocksOf(...source).flatMap((block) => (block.type === "item" ? [block.list] : []));
    expect(new Set(ids.slice(0, 5)).size).toBe(1);
    expect(ids[5]).not.toBe(ids[0]);
  });

  it("joins a term with its first definition, whose colon stands between them", () => {
    expect(outline("; [[a.md|A]]", ": about A", ": more", "; B : about B")).toEqual([
      "item 0: A<a.md> / : about A",
      "item 0: more",
      "item 0: B : about B",
    ]);
  });

  it("gives items and headings their own lines as places", () => {
    const source = lines("== One ==  ", "* [[a]]", "; t", ": d");
    expect(blocksOf(source).map((block) => sourceAt(source, block.place))).toEqual(["== One ==", "* [[a]]", "; t\n: d"]);
  });

  it("reads preformatted text as fences, and as lines of text where links stand in it", () => {
    const source = [
      "<pre>",
      "docs/",
      "└── [[a.md]]",
      "</pre>",
      " x",
      "  y",
      "",
      '<syntaxhighlight lang="Python">',
      "z",
      "</syntaxhighlight>",
    ];
    expect(outline(...source)).toEqual(["fence : docs//└── [[a.md]]", "fence : x/ y", "fence python: z"]);
    expect(outline(" [[a.md]] one", " [[b.md]] two")).toEqual(["p: a.md<a.md> one /  b.md<b.md> two"]);
  });

  it("leaves out comments, templates, formulas and switches", () => {
    const source = [
      "<!-- [[no]] -->",
      "* a<!-- [[no]]",
      "-->",
      "* {{t|[[no]]|{{u}}",
      "}}b <math>[[no]]</math>__NOTOC__",
      "{{no",
      "|[[no]]",
      "}}",
    ];
    expect(outline(...source)).toEqual(["item 0: a", "item 0: b "].map((line) => line.trimEnd()));
  });

  it("reads what stands behind a brace that is never closed", () => {
    expect(linksOf("{{open [[a]] {{closed [[no]]}} [[b]]", "<nowiki> [[c]]")).toEqual(["a", "b", "c"]);
  });

  it("keeps a list's marks at the start of a line behind a comment", () => {
    expect(outline("<!-- x -->* a", "<!-- y -->", "* b")).toEqual(["item 0: a", "item 0: b"]);
  });

  it("reads HTML lists and tables, and the links of wikitext in them", () => {
    expect(outline("<ul><li><a href='a.md'>A</a></li>", "<li>B</ul>rest")).toEqual(["item 0: A<a.md>", "item 0: B", "p: rest"]);
    expect(linksOf("<table>", "<tr><td>[[a.md]]</td>", "<td>[[b.md]]</td></tr>", "</table>", "[[c.md]]")).toEqual(["a.md", "b.md", "c.md"]);
  });
});

describe("parseMediawikiBlocks: inline text", () => {
  it("gives target, label and exact places of a link", () => {
    const source = "See [[ docs/a.md | The '''first''' document]]s.";
    const [, link] = spansOf(blocksOf(source));
    expect(link).toMatchObject({ type: "link", text: "The first documents", target: "docs/a.md" });
    expect(link?.targetPlace).toEqual({ line: 1, column: 8, end: { line: 1, column: 17 } });
    expect(link && sourceAt(source, link.place)).toBe("[[ docs/a.md | The '''first''' document]]s");
  });

  it("takes a target without extension for a name, and one with for a path", () => {
    const names = spansOf(blocksOf("[[Glossary]] [[a.mediawiki#x]] [[b.pdf]] [[Set/Rules#y]] [[#z]]")).filter((span) => span.isWiki);
    expect(names.map((span) => span.target)).toEqual(["Glossary", "Set/Rules#y"]);
  });

  it("tells files, categories and media from documents", () => {
    const source =
      "[[File:a.png|thumb|200px|A, see [[b.md]]]] [[Bild:c.png|alt=C|link=d.md]] [[Category:X]] [[:Category:Y]] [[:File:e.png]] [[Media:f.pdf|F]]";
    expect(imagesOf(blocksOf(source))).toEqual(["a.png", "c.png"]);
    expect(linksOf(source)).toEqual(["b.md", "d.md", "Category:Y", "e.png", "f.pdf"]);
  });

  it("reads a gallery's files", () => {
    expect(imagesOf(blocksOf("<gallery>", "File:a.jpg|A", "b.jpg", "</gallery>"))).toEqual(["a.jpg", "b.jpg"]);
  });

  it("reads external links and bare URLs without the marks behind them", () => {
    expect(outline("[https://x.org/a The A] [https://x.org/b] https://x.org/c. (https://x.org/d) [//x.org/e E] [f.md no]")).toEqual([
      "p: The A<https://x.org/a> https://x.org/b<https://x.org/b> https://x.org/c<https://x.org/c>. (https://x.org/d<https://x.org/d>) E<//x.org/e> [f.md no]",
    ]);
  });

  it("marks code, strong and struck text", () => {
    const spans = spansOf(blocksOf("<code>a.md</code> '''b''' ''c'' <s>[[d]]</s> <del>e</del>", "'''open", "shut")).filter(
      (span) => span.text.trim() !== "",
    );
    expect(spans.map(({ type, text, isStrong, isStruck }) => [type, text, isStrong ?? false, isStruck ?? false])).toEqual([
      ["code", "a.md", false, false],
      ["text", "b", true, false],
      ["text", "c", false, false],
      ["link", "d", false, true],
      ["text", "e", false, true],
      ["text", "open", true, false],
      ["text", "shut", true, false],
    ]);
  });

  it("keeps what nowiki holds as text, and tags that are none", () => {
    expect(outline("<nowiki>[[a]] '''</nowiki> &lt;b&gt; &#91;x bip-<number>.md")).toEqual(["p: [[a]] ''' <b> [x bip-<number>.md"]);
  });

  it("leaves unfinished and nested brackets alone", () => {
    expect(linksOf("[[a", "b]] [[c|d] [[e|f [[g]] h]] [[]] [[|x]]")).toEqual(["g"]);
  });

  it("reads a label that runs over lines, and a line end that is asked for", () => {
    expect(outline("See [[a.md|the", "A]].<br>More")).toEqual(["p: See the A<a.md>. / More"]);
  });

  it("takes a URL in double brackets for a bare one, and one without host for text", () => {
    expect(linksOf("[[https://x.org/a words]] [https://] [https:// b]")).toEqual(["https://x.org/a"]);
  });

  it("leaves a comment in a target out", () => {
    expect(linksOf("[[a<!-- x -->.md]]")).toEqual(["a.md"]);
  });

  it("collects headings, ids and anchor templates", () => {
    const source = lines(
      "== One  ''two'' ==",
      '<span id="three"></span> {{Anchor|four|five six}}',
      "{|",
      '|- id="seven"',
      '| id="eight" | x',
      "|}",
    );
    expect(parseMediawikiBlocks(source).anchors.sort()).toEqual(["One_two", "eight", "five_six", "four", "seven", "three"]);
  });

  it("reads through a BOM and carriage returns", () => {
    const source = "\uFEFF== One ==\r\n* [[a.md|A]]\r\n* <code>b.md</code>\r\n\r\none\r\ntwo\r\n";
    expect(outline(source)).toEqual(["h2: One", "item 0: A<a.md>", "item 0: `b.md`", "p: one two"]);
    expect(faultsOf(source)).toEqual([]);
  });
});

describe("parseMediawikiBlocks: tables", () => {
  it("reads a row over eight lines as one", () => {
    const source = lines(
      "{| class=wikitable",
      "! No",
      "! Title",
      "! Status",
      "|- style=x",
      "| [[p-1.mediawiki|1]]",
      "| The <code>x</code>",
      "| Active",
      "|- ",
      "| [[p-2.mediawiki|2]]",
      "|",
      "| Draft",
      "|}",
    );
    expect(outline(source)).toEqual(["table [No|Title|Status] 1<p-1.mediawiki>|The `x`|Active // 2<p-2.mediawiki>||Draft"]);
    const [table] = blocksOf(source);
    expect(table?.type === "table" && table.rows.map(({ place }) => [place.line, place.end.line])).toEqual([
      [5, 8],
      [9, 12],
    ]);
  });

  it("reads cells on one line, header cells, attributes and captions", () => {
    expect(outline("{|", "|+ Set [[c.md]]", "! a !! b || c", "|-", '| x=1 | d || [[e|f]] || style="y" | g', "|}")).toEqual([
      "p: Set c.md<c.md>",
      "table [a|b|c] d|f<e>|g",
    ]);
  });

  it("keeps columns aligned under cells that span rows and columns", () => {
    expect(
      outline("{|", "! a !! b !! c", "|-", "| rowspan=2 | 1 || 2 || 3", "|-", "| 4 || 5", "|-", '| colspan="2" | 6 || 7', "|}"),
    ).toEqual(["table [a|b|c] 1|2|3 // |4|5 // 6||7"]);
  });

  it("goes on with a cell in the lines below, lists in it included", () => {
    expect(outline("{|", "| a || b", "* [[c]]", "* d", "|", "e", "|}")).toEqual(["table [] a|b / c<c> / d|e"]);
  });

  it("reads a table that holds tables as what stands in it", () => {
    expect(outline("{|", "| [[a]]", "{|", "| b || [[c]]", "|}", "| text", "* [[d]]", "|}", "after")).toEqual([
      "p: a<a>",
      "table [] b|c<c>",
      "p: text",
      "item 0: d<d>",
      "p: after",
    ]);
  });

  it("leaves out rows in comments and takes a table without end to the end", () => {
    expect(outline("{|", "| a", "<!-- |-", "| no -->", "|-", "| b", "", "text")).toEqual(["table [] a // b / text"]);
  });
});

interface Oracle {
  readonly pandoc: { readonly links: readonly string[]; readonly images: readonly string[] };
  readonly mwparserfromhell: { readonly wikilinks: readonly string[]; readonly externalLinks: readonly string[] };
}

describe("parseMediawikiBlocks against other parsers", () => {
  const read = (name: string) => readFileSync(new URL(name, FIXTURES), "utf8");
  const oracleOf = (name: string) => JSON.parse(read(`${name}.links.json`)) as Oracle;
  const isFile = (target: string) => /^(?:File|Image):/.test(target);
  /** Links to files and media lose their prefix, a category's link its colon; filing under a category is no link. */
  const asTarget = (target: string) => target.replace(/^:?(?:File|Media):|^:/, "");

  it.each(["proposals", "handbook"])("finds the links that mwparserfromhell finds in %s", (name) => {
    const { wikilinks, externalLinks } = oracleOf(name).mwparserfromhell;
    const expected = wikilinks.filter((target) => !isFile(target) && !/^Category:/.test(target)).map(asTarget);
    const source = read(`${name}.mediawiki`);
    const found = linksOf(source).filter((target) => target !== "start.mediawiki");
    expect(expected.length).toBeGreaterThan(8);
    expect(found.sort()).toEqual([...expected, ...externalLinks].sort());
    expect(imagesOf(blocksOf(source)).filter((target) => !/^(?:one|two)\.jpg$/.test(target))).toEqual(
      wikilinks.filter(isFile).map((target) => target.replace(/^\w+:/, "")),
    );
  });

  it("finds the link of an image and the files of a gallery, which mwparserfromhell leaves in their text", () => {
    const blocks = blocksOf(read("handbook.mediawiki"));
    expect(targetsOf(blocks)).toContain("start.mediawiki");
    expect(imagesOf(blocks).slice(-2)).toEqual(["one.jpg", "two.jpg"]);
  });

  it.each(["proposals", "handbook"])("finds the links that pandoc makes of %s, its slips aside", (name) => {
    const found = linksOf(read(`${name}.mediawiki`)).map((target) => target.replaceAll(" ", "_"));
    const slips = ["broken", "File:one.jpg%7CFirst", "Category:Proposals"];
    const missed = oracleOf(name).pandoc.links.filter((target) => !slips.includes(target) && !found.includes(asTarget(target)));
    expect(missed).toEqual([]);
  });

  it.each(["proposals", "handbook"])("has no fault of its places in %s", (name) => {
    expect(faultsOf(read(`${name}.mediawiki`))).toEqual([]);
  });
});

describe("parseMediawikiBlocks on any text", () => {
  const PIECES = [
    ..."* ~# ~: ~; a : ~*#~[[a|b]]~[[c.md#d|~[[File:e.png|thumb|x ~[[Category:f]]~[[:File:g]]~[[Media:h.pdf]]~]]~[[~[https://e.org/x y]~[https://~https://e.org/z ~mailto:a@b.c~'''~''~{|\n~|-\n~| ~|| ~! ~!! ~|}\n~|+ c\n~rowspan=2 | ~== h ==\n~=== i ===".split(
      "~",
    ),
    ..."<code>~</code>~<s>~</s>~<br>~<nowiki>~</nowiki>~<pre>~</pre>\n~<pre>\nx\n</pre>~<gallery>\nFile:a.jpg|b\n~</gallery>~<!-- ~ -->~{{~}}~{{a|b}}~{{anchor|c}}~{{{1|~}}}~<table><tr><td>~</table>~<ul><li>~</ul>~</a>~<img src=m.png>~</div>~<ref>~&amp;~&lt;~----\n~ pre\n~__TOC__~word ~漢~\uFEFF~\u0000~\u0001~<~>~|~\n~\n\n~\r\n".split(
      "~",
    ),
    '<a href="l.md">',
    '<div id="n">',
    '<syntaxhighlight lang="js">',
    "</syntaxhighlight>",
  ];

  it("reads anything without a fault of its places", () => {
    const piece = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(faultsOf(pieces.join(""))).toEqual([]);
      }),
      { seed: 5, numRuns: 4_000 },
    );
  }, 60_000);

  it.each([
    ["links", "[[a|b]] "],
    ["open links", "[[a|"],
    ["open files", "[[File:a|"],
    ["files in files", "[[File:a|[[b]]"],
    ["closing brackets", "]]"],
    ["open external links", "[http://a b "],
    ["URLs in one", "http://"],
    ["open templates", "{{"],
    ["parameters", "{{{a|"],
    ["templates", "{{a}}"],
    ["open comments", "<!--"],
    ["open nowiki", "<nowiki>"],
    ["open tags", "<b "],
    ["anchors", "<a href=x>"],
    ["tables", "{|\n"],
    ["tables with cells", "{|\n|\n"],
    ["headings", "== a ==\n"],
    ["equals signs", "="],
    ["bold", "'''a "],
    ["list marks", "*"],
    ["definitions", "; a\n: b\n"],
    ["preformatted lines", " a\n"],
    ["HTML tables", "<table>\n"],
    ["HTML tables with wikitext", "<table>[[a]]\n"],
    ["galleries", "<gallery>\na|b\n</gallery>\n"],
    ["lines of text", "word\n"],
  ])(
    "reads 100,000 %s in linear time",
    (_, piece) => {
      const start = performance.now();
      parseMediawikiBlocks(piece.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );

  it.each([
    ["rows", "|-\n| a\n"],
    ["cells on one line", "|| a "],
    ["spanning cells", "|-\n| rowspan=999 | a\n"],
  ])(
    "reads a table of 100,000 %s in linear time",
    (_, piece) => {
      const start = performance.now();
      parseMediawikiBlocks(`{|\n${piece.repeat(100_000)}`);
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );
});

describe("mediawiki", () => {
  it("knows its files by their names", () => {
    expect(["README.mediawiki", "a/b.WIKI"].map((path) => mediawiki.isForm(path, ""))).toEqual([true, true]);
    expect(["wiki.md", "wiki/index.html"].map((path) => mediawiki.isForm(path, ""))).toEqual([false, false]);
  });

  it("lets targets leave out the index's own extension", async () => {
    expect((await mediawiki.parse("x", "README.mediawiki")).defaultExtension).toBe(".mediawiki");
    expect((await mediawiki.parse("x", "docs/index.wiki")).defaultExtension).toBe(".wiki");
  });

  it("gives mentions of a table's rows with what the columns claim", async () => {
    const { mentions } = await mediawiki.parse(readFileSync(new URL("proposals.mediawiki", FIXTURES), "utf8"), "README.mediawiki");
    const listed = mentions.filter((mention) => mention.role === "listing");
    expect(listed.map(({ target, claims }) => [target, claims.number, claims.title, claims.status])).toEqual([
      ["prop-0001.mediawiki", "1", "Proposal Purpose and Guidelines", "Active"],
      ["prop-0009.mediawiki", "9", "Version bits with timeout and delay", "Final"],
      ["prop-0011.mediawiki", "11", "M-of-N signatures", "Deferred"],
      ["prop-0012.md", "12", "OP_EVAL", "Withdrawn"],
    ]);
  });

  it("gives mentions of items and terms under their headings", async () => {
    const source = lines("== Set ==", "* [[a.md|A]] - about A", "; Rules", ": [[b.md]]", "* see also [[c.md|C]] for more.");
    const { mentions } = await mediawiki.parse(source, "index.wiki");
    expect(mentions.map(({ target, role, claims, sections }) => [target, role, claims.title, claims.description, sections])).toEqual([
      ["a.md", "listing", "A", "about A", ["Set"]],
      ["b.md", "listing", "Rules", undefined, ["Set"]],
      ["c.md", "passing", undefined, undefined, ["Set"]],
    ]);
  });
});
