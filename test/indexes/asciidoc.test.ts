import { readFileSync } from "node:fs";
import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciidoc, parseAsciidocBlocks } from "../../src/indexes/asciidoc.ts";
import type { Block, Inline } from "../../src/indexes/shared/blocks.ts";
import { decodeEntities } from "../../src/indexes/shared/html-entities.ts";
import { imagesOf, placeFaults, sourceAt, spansOf, targetsOf } from "./place-faults.ts";

const FIXTURES = new URL("./fixtures/asciidoc/", import.meta.url);
const blocksOf = (source: string, path?: string): readonly Block[] => parseAsciidocBlocks(source, path).blocks;
const lines = (...all: string[]): string => all.join("\n");
const linksOf = (...all: string[]): string[] => targetsOf(blocksOf(lines(...all)));

/** A target may hold attribute references, lack its `#` or the folder of images, or run over lines. */
function isTarget(source: string, target: string): boolean {
  const written = source.replace(/\s+/g, " ");
  return (
    written === target ||
    target.endsWith(`/${written}`) ||
    `#${written}` === target ||
    written.includes("{") ||
    decodeEntities(written) === target
  );
}

/** Faults of places; a text may stand for an attribute reference. */
function faultsOf(source: string): string[] {
  return placeFaults(source, blocksOf(source), isTarget).filter((fault) => !/stands for "\{[\w-]+\}"$/.test(fault));
}

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
  return blocksOf(lines(...all)).map((block) => {
    if (block.type === "heading") return `h${block.level}: ${shown(block.content)}`;
    if (block.type === "item") return `item ${block.depth}${block.ordinal ? ` ${block.ordinal}` : ""}: ${shown(block.content)}`;
    if (block.type === "paragraph") return `p: ${shown(block.content)}`;
    if (block.type === "fence") return `fence ${block.language}: ${block.lines.map((line) => line.text).join("/")}`;
    return `table [${block.header.map(shown).join("|")}] ${block.rows.map((row) => row.cells.map(shown).join("|")).join(" // ")}`;
  });
}

describe("parseAsciidocBlocks: structure", () => {
  it("reads a header's title, leaves out its author and revision, and ranks headings by their marks", () => {
    expect(
      outline("= Set", "Ada Keeper <ada@x.org>", "v1.0, 2024-01-01", ":a: b", "", "Intro.", "", "== One", "=== Two ===", "## Three"),
    ).toEqual(["h1: Set", "p: Intro.", "h2: One", "h3: Two", "h2: Three"]);
  });

  it("reads underlined titles", () => {
    expect(outline("Set", "===", "", "One", "---", "", "Two", "~~~", "", "text")).toEqual(["h1: Set", "h2: One", "h3: Two", "p: text"]);
  });

  it("nests lists by their marks and keeps one list's name for all of them", () => {
    const source = lines("* a", "wrapped", "** b", ". c", "1. d", "- [x] e", "", "* f", "", "text", "", "* g");
    expect(outline(source)).toEqual([
      "item 0: a / wrapped",
      "item 1: b",
      "item 2: c",
      "item 3 1: d",
      "item 4: e",
      "item 0: f",
      "p: text",
      "item 0: g",
    ]);
    const ids = blocksOf(source).flatMap((block) => (block.type === "item" ? [block.list] : []));
    expect(new Set(ids.slice(0, 6)).size).toBe(1);
    expect(ids[6]).not.toBe(ids[0]);
  });

  it("gives an item the place from its mark to the end of its own text", () => {
    const source = lines("* one", "  two", "", "** inner");
    expect(blocksOf(source).map((block) => sourceAt(source, block.place))).toEqual(["* one\n  two", "** inner"]);
  });

  it("attaches blocks to items by a plus sign and ends the list at a block without one", () => {
    expect(outline("* a", "+", "more", "+", "----", "code", "----", "* b", "----", "x", "----", "* c")).toEqual([
      "item 0: a",
      "p: more",
      "fence : code",
      "item 0: b",
      "fence : x",
      "item 0: c",
    ]);
  });

  it("ends a list that stands in an attached block at the blank line behind it", () => {
    expect(outline("* a", "+", "x:: y", "+", "more", "", "TITLE", "-----", "", "text")).toEqual([
      "item 0: a",
      "item 1: x: / y",
      "p: more",
      "h2: TITLE",
      "p: text",
    ]);
  });

  it("reads a term and its description as one item, with one colon of the mark between them", () => {
    expect(outline("Term:: what it is", "Other::", "  on the next line", "Late::", "", "behind a blank line", "Half;; semicolons")).toEqual(
      [
        "item 0: Term: / what it is",
        "item 0: Other: / on the next line",
        "item 0: Late: / behind a blank line",
        "item 1: Half / semicolons",
      ],
    );
  });

  it("takes lists that start within a paragraph for text", () => {
    expect(outline("text", "* no item")).toEqual(["p: text * no item"]);
  });

  it("leaves out comments, comment blocks, formulas, rules and the table of contents", () => {
    const source = [
      "// no",
      "////",
      "link:no.adoc[]",
      "////",
      "toc::[]",
      "a",
      "// no",
      "b",
      "",
      "[stem]",
      "++++",
      "x",
      "++++",
      "'''",
      "[comment]",
      "no",
    ];
    expect(outline(...source)).toEqual(["p: a b"]);
  });

  it("reads listings as fences with their language", () => {
    const source = [
      "[source,Ruby]",
      "----",
      "a",
      "----",
      "```js",
      "b",
      "```",
      "[plantuml]",
      "....",
      "c",
      "....",
      "[listing]",
      "d",
      "",
      "  e",
      "   f",
    ];
    expect(outline(...source)).toEqual(["fence ruby: a", "fence js: b", "fence plantuml: c", "fence : d", "fence : e/ f"]);
  });

  it("reads what stands in examples, sidebars, quotes and open blocks, headings excepted", () => {
    expect(outline("====", "* a", "****", "== no heading", "****", "====", "[discrete]", "== heading")).toEqual([
      "item 0: a",
      "p: == no heading",
      "h2: heading",
    ]);
  });

  it("keeps the lines of verses and of paragraphs with hard breaks", () => {
    const breaks = (...all: string[]) => spansOf(blocksOf(lines(...all))).filter((span) => span.type === "break").length;
    expect(breaks("[verse]", "____", "a", "b", "____")).toBe(1);
    expect(breaks("[%hardbreaks]", "a", "b")).toBe(1);
    expect(breaks("a +", "b")).toBe(1);
    expect(breaks("a", "b")).toBe(0);
  });

  it("reads HTML that is passed through", () => {
    expect(
      linksOf("++++", '<ul><li><a href="a.html">A</a></ul>', "++++", "pass:[<a href=b.html>b</a>] +++<a href='c.html'>c</a>+++"),
    ).toEqual(["a.html", "b.html", "c.html"]);
  });

  it("shows a block's title as a paragraph before it", () => {
    expect(outline(".xref:a.adoc[Start]", "* item")).toEqual(["p: Start<a.adoc>", "item 0: item"]);
  });

  it("reads blocks within 30 blocks as text", () => {
    const stairs = Array.from({ length: 1_000 }, (_, depth) => "=".repeat(depth + 4)).join("\n");
    expect(blocksOf(stairs).length).toBe(970);
  });

  it("reads lists attached to items of attached lists without end", () => {
    expect(blocksOf(`* a\n${"+\n.t\n* x\n".repeat(20_000)}`).length).toBeGreaterThan(20_000);
  });
});

describe("parseAsciidocBlocks: inline text", () => {
  it("gives target, label and exact places of a link", () => {
    const source = "See link:docs/a.adoc[The *first* document,window=_blank].";
    const [, link] = spansOf(blocksOf(source));
    expect(link).toMatchObject({ type: "link", text: "The first document", target: "docs/a.adoc" });
    expect(link?.targetPlace).toEqual({ line: 1, column: 10, end: { line: 1, column: 21 } });
    expect(link && sourceAt(source, link.place)).toBe("link:docs/a.adoc[The *first* document,window=_blank]");
  });

  it("reads targets with blanks between plus signs, quoted labels and labels with images", () => {
    expect(outline('link:++a b.adoc++["A, b"] link:c.adoc[image:d.png[D]] link:e.adoc[] link:f.adoc[F^]')).toEqual([
      "p: A, b<a b.adoc> D<c.adoc>!D<d.png> e.adoc<e.adoc> F<f.adoc>",
    ]);
  });

  it("tells references to files from those within the file", () => {
    expect(outline("<<a.adoc#b,A>> <<c#d>> <<e>> <<#f,F>> xref:g.adoc[G] xref:h[H] xref:i.pdf[I] xref:j#[J]")).toEqual([
      "p: A<a.adoc#b> c#d<c#d> #e<#e> F<#f> G<g.adoc> H<#h> I<i.pdf> J<j#>",
    ]);
  });

  it("leaves references within the file alone where their anchor may stand in an included file", () => {
    expect(linksOf("<<a>> <<b.adoc#c>>", "", "include::d.adoc[]")).toEqual(["b.adoc#c"]);
  });

  it("replaces attribute references and puts the place of a target where it is written", () => {
    const source = lines(":dir: docs/set", ":file: {dir}/a.adoc", "", "link:{file}[A] and {undefined}/b.adoc and \\{dir}");
    const [link] = spansOf(blocksOf(source)).filter((span) => span.type === "link");
    expect(link?.target).toBe("docs/set/a.adoc");
    expect(link?.targetPlace && sourceAt(source, link.targetPlace)).toBe("{file}");
    expect(outline(source)).toEqual(["p: A<docs/set/a.adoc> and {undefined}/b.adoc and {dir}"]);
  });

  it("joins an attribute's value that goes on in the next line, and forgets one that is unset", () => {
    expect(outline(":a: one \\", "  two", "", "{a}", "", ":a!:", "", "{a}")).toEqual(["p: one two", "p: {a}"]);
  });

  it("puts the folder of images before their targets, and reads the link of an image", () => {
    const source = [":imagesdir: pictures/", "", "image::a.png[A,link=b.adoc] image:https://x.org/c.png[] image:/d.png[]"];
    expect(imagesOf(blocksOf(lines(...source)))).toEqual(["pictures/a.png", "https://x.org/c.png", "/d.png"]);
    expect(linksOf(...source)).toEqual(["b.adoc"]);
  });

  it("reads sound and film as embedded files, but no film of a service", () => {
    expect(imagesOf(blocksOf(lines("video::a.mp4[]", "", "audio::b.ogg[]", "", "video::abc[youtube]")))).toEqual(["a.mp4", "b.ogg"]);
  });

  it("marks code, strong and struck text", () => {
    const spans = spansOf(blocksOf("`a.adoc` *b* [line-through]#c# [.line-through]*link:d.adoc[d]*"));
    const styled = spans.filter((span) => span.text.trim() !== "");
    expect(styled.map(({ type, text, isStrong, isStruck }) => [type, text, isStrong ?? false, isStruck ?? false])).toEqual([
      ["code", "a.adoc", false, false],
      ["text", "b", true, false],
      ["text", "c", false, true],
      ["link", "d", true, true],
    ]);
  });

  it("leaves escaped and literal macros alone", () => {
    expect(linksOf("\\link:a.adoc[a] +link:b.adoc[b]+ `+link:c.adoc[c]+` \\https://x.org \\<<d>>")).toEqual([]);
  });

  it("reads links in formatted text, in monospaced text and in footnotes", () => {
    expect(linksOf("_xref:a.adoc[a]_ `https://x.org/b` x.footnote:[See link:c.adoc[c], link:d.adoc[d].] **link:e.adoc[e]**")).toEqual([
      "a.adoc",
      "https://x.org/b",
      "c.adoc",
      "d.adoc",
      "e.adoc",
    ]);
  });

  it("reads through a BOM, carriage returns and front matter", () => {
    const source = "\uFEFF= Set\r\n\r\n* link:a.adoc[A]\r\n** `b.adoc`\r\n";
    expect(outline(source)).toEqual(["h1: Set", "item 0: A<a.adoc>", "item 1: `b.adoc`"]);
    expect(faultsOf(source)).toEqual([]);
    expect(outline("---", "title: x", "---", "= Set")).toEqual(["h1: Set"]);
  });
});

describe("parseAsciidocBlocks: preprocessor", () => {
  it("keeps lines by the attributes that are set", () => {
    const source = [":a:", "", "ifdef::a[]", "one", "ifndef::b[]", "two", "endif::[]", "ifdef::b[]", "no", "endif::b[]", "endif::a[]"];
    expect(
      outline(...source, "ifdef::b,a[three]", "ifdef::b+a[no]", "ifndef::a[no]", "ifdef::backend-html5[four]", "ifdef::env-github[no]"),
    ).toEqual(["p: one two three / four"]);
  });

  it("compares values", () => {
    const source = [
      ":v: 2",
      ":n: docs",
      "",
      'ifeval::["{n}" == "docs"]',
      "a",
      "endif::[]",
      "ifeval::[{v} >= 3]",
      "no",
      "endif::[]",
      "ifeval::[{v} < 10]",
      "b",
      "endif::[]",
    ];
    expect(outline(...source)).toEqual(["p: a b"]);
  });

  it("sets attributes in the lines that stay only", () => {
    expect(
      linksOf("ifdef::env-github[]", ":d: github", "endif::[]", "ifndef::env-github[]", ":d: here", "endif::[]", "link:{d}/a.adoc[]"),
    ).toEqual(["here/a.adoc"]);
  });

  it("gives includes as embedded files between the blocks, in listings and tables too", () => {
    const source = lines(
      ":p: parts",
      "a",
      "",
      "include::{p}/b.adoc[tag=x]",
      "",
      "----",
      "include::c.rb[]",
      "----",
      "",
      "|===",
      "include::d.csv[]",
      "|===",
      "\\include::no.adoc[]",
    );
    expect(outline(source)).toEqual(
      ["p: a", "p: !<parts/b.adoc>", "p: !<c.rb>", "fence : ", "p: !<d.csv>", "p: include::no.adoc[]"].filter(
        (line) => line !== "fence : ",
      ),
    );
  });

  it("leaves includes in comment blocks out", () => {
    expect(imagesOf(blocksOf(lines("////", "include::no.adoc[]", "////", "include::yes.adoc[]")))).toEqual(["yes.adoc"]);
  });
});

describe("parseAsciidocBlocks: tables", () => {
  const table = (attributes: string, ...rows: string[]) => outline(attributes, "|===", ...rows, "|===")[0];

  it("takes a first line with a blank one below as header, unless told otherwise", () => {
    expect(table("[]", "|a |b", "", "|1 |2")).toBe("table [a|b] 1|2");
    expect(table("[%noheader]", "|a |b", "", "|1 |2")).toBe("table [] a|b // 1|2");
    expect(table("[]", "", "|a |b", "", "|1 |2")).toBe("table [] a|b // 1|2");
    expect(table('[options="header"]', "|a |b", "|1 |2")).toBe("table [a|b] 1|2");
  });

  it("counts columns by the attribute, else by the first line", () => {
    expect(table("[cols=2*]", "|a", "|b", "|c", "|d")).toBe("table [] a|b // c|d");
    expect(table("[cols=3]", "|a", "|b", "|c")).toBe("table [] a|b|c");
    expect(table('[cols="1;2a;x"]', "|a |b |c")).toBe("table [] a|b|c");
    expect(table("[]", "|a |b", "|c", "|d")).toBe("table [] a|b // c|d");
  });

  it("reads spans, repetitions and styles", () => {
    expect(table("[cols=3*]", "2+|a |b", ".2+|c |d |e", "2.1+|f", "3*|g")).toBe("table [] a||b // c|d|e // |f| // g|g|g");
    expect(table("[cols=2*]", "m|x.adoc", "l|link:a[b]")).toBe("table [] `x.adoc`|link:a[b]");
  });

  it("goes on with a cell in the lines below and keeps an escaped separator", () => {
    expect(table("[cols=2*]", "|a", "b", "|c \\| d")).toBe("table [] a / b|c | d");
  });

  it("reads cells of blocks as the text of the blocks", () => {
    expect(table('[cols="1,1a"]', "|a", "|* link:b.adoc[B]", "* c", "", "----", "code", "----")).toBe("table [] a|B<b.adoc> / c");
    expect(table("[cols=1a]", "|", "!===", "!link:a.adoc[A] !b", "!===")).toBe("table [] A<a.adoc> / b");
  });

  it("reads comma, colon and tab separated tables", () => {
    expect(outline(",===", 'a,"b, ""c"""', "d,e", ",===")).toEqual(['table [] a|b, "c" // d|e']);
    expect(outline(":===", "a:b\\:c", ":===")).toEqual(["table [] a|b:c"]);
    expect(table("[format=tsv]", "a\tb")).toBe("table [] a|b");
    expect(table("[format=csv,separator=;]", "a;b")).toBe("table [] a|b");
    expect(table("[separator=¦]", "¦a ¦b|c")).toBe("table [] a|b|c");
  });

  it("gives rows the place from their first cell to their last", () => {
    const source = lines("|===", "2+|a", "|b", "", "|c", "d", "|===");
    const [block] = blocksOf(source);
    expect(block?.type === "table" && block.rows.map((row) => sourceAt(source, row.place))).toEqual(["2+|a", "|b\n\n|c\nd"]);
  });
});

describe("parseAsciidocBlocks: anchors", () => {
  const anchorsOf = (...all: string[]) => parseAsciidocBlocks(lines(...all)).anchors;

  it("makes ids of sections as Asciidoctor does", () => {
    expect(anchorsOf("== Über die Form.", "", "== A -- b & c's", "", "== A -- b & c's", "", "== Options for --all")).toEqual([
      "_über_die_form",
      "_ab_cs",
      "_ab_cs_2",
      "_options_for_all",
    ]);
    expect(
      anchorsOf(":idprefix:", ":idseparator: -", "", "== One two", "", ":idseparator:", "", "== One two", "", ":sectids!:", "", "== No"),
    ).toEqual(["one-two", "onetwo"]);
  });

  it("takes explicit ids", () => {
    expect(
      anchorsOf("[[a]]", "== A", "", "[#b.role]", "text [[c]]here [#d]#marked# anchor:e[]", "", "* [[[f]]] A book", "", "== B [[g]]"),
    ).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
  });
});

interface Oracle {
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly ids: readonly string[];
}

describe("parseAsciidocBlocks against Asciidoctor", () => {
  const read = (name: string) => readFileSync(new URL(name, FIXTURES), "utf8");
  const oracleOf = (name: string) => JSON.parse(read(`${name}.links.json`)) as Oracle;

  /** What Asciidoctor makes of a target: the extension is put in, a section is named by its id, an empty anchor falls away. */
  function asBuilt(target: string): string {
    if (target === "#Reading the rain gauge") return "#reading-the-rain-gauge";
    return target.replace(/^station#/, "station.adoc#").replace(/#$/, "");
  }

  it.each(["anchors", "station", "tables"])("finds the links of %s", (name) => {
    const source = read(`${name}.adoc`);
    const hasIncludes = /^include::/m.test(source);
    const expected = oracleOf(name).links.filter((link) => !(hasIncludes && link.startsWith("#")));
    const found = targetsOf(blocksOf(source)).filter((target) => !target.startsWith("mailto:"));
    expect(expected.length).toBeGreaterThan(10);
    expect(found.map(asBuilt).sort()).toEqual([...expected].sort());
  });

  it.each(["anchors", "station", "tables"])("finds the ids of %s", (name) => {
    expect([...parseAsciidocBlocks(read(`${name}.adoc`)).anchors].sort()).toEqual([...oracleOf(name).ids].sort());
  });

  it("finds the images of the station, and the includes that Asciidoctor could not read", () => {
    const found = imagesOf(blocksOf(read("station.adoc")));
    expect(found.sort()).toEqual([...oracleOf("station").images, "chapters/missing.adoc", "missing-example.rb"].sort());
  });

  it.each(["anchors", "station", "tables"])("has no fault of its places in %s", (name) => {
    expect(faultsOf(read(`${name}.adoc`))).toEqual([]);
  });

  /** The URL that Antora gives a file of the component `station`. */
  const urlOf = (path: string) =>
    `/station/${path
      .replace(/^modules\//, "")
      .replace(/^ROOT\//, "")
      .replace(/(^|\/)pages\//, "$1")
      .replace(/(^|\/)attachments\//, "$1_attachments/")
      .replace(/\.adoc(?=#|$)/, ".html")}`;

  it.each(["nav.adoc", "pages/instruments/detail.adoc"])("resolves the references of Antora's %s as Antora does", async (name) => {
    const path = `modules/ROOT/${name}`;
    const source = read(path);
    const { mentions, baseFolder = "." } = await asciidoc.parse(source, path);
    const folder = posix.join(posix.dirname(path), baseFolder);
    const found = mentions
      .filter((mention) => !mention.isEmbedded && mention.notation === "link")
      .map(({ target }) => (target.includes("://") ? target : urlOf(posix.join(folder, target))));
    const page = urlOf(path);
    const expected = (JSON.parse(read("modules/ROOT/antora.links.json")) as Record<string, string[]>)[name] ?? [];
    expect(expected.length).toBeGreaterThan(4);
    expect(found).toEqual(expected.map((url) => (/^(?:\/|https:)/.test(url) ? url : posix.join(posix.dirname(page), url))));
  });
});

describe("parseAsciidocBlocks on any text", () => {
  const PIECES = [
    ..."* |** |. |1. |- [x] |<1> |a:: |b;; |`c`|*|_|#|`|+|++|+++|[.r]|[#i]|[[j]]|[[[k]]]|<<h>>|<<f.adoc#,g>>|&amp;|&lt;|<|]|]]|[|\\|word |漢|\uFEFF".split(
      "|",
    ),
    ..."+\n|\n|\n\n|\r\n|== T\n|= D\n|S\n--\n|----\n|....\n|====\n|--\n|____\n|////\n|[%header]\n|[source,ruby]\n|[verse]\n|[stem]\n|[[id]]\n|// c\n|.Title\n|> q\n|```js\n| literal\n|---\n|toc::[]\n|endif::[]\n".split(
      "|",
    ),
    "link:a.adoc[b]",
    "link:++a b++[]",
    "xref:c.adoc#d[e]",
    "xref:d[",
    "image:i.png[j,link=k]",
    "image::l.png[]\n",
    "video::v.mp4[]\n",
    "include::m.adoc[]\n",
    "https://e.org/x[y]",
    "https://e.org/z ",
    "++++\n<a href=x>y</a>\n",
    "|===\n",
    "!===\n",
    "|a ",
    "2+|b ",
    ".2+a|c ",
    "\\|",
    ",===\n",
    '"q, ""r""",',
    ":===\n",
    '[cols="1a,2m"]\n',
    ":a: link:v.adoc[w]\n",
    ":b: {a} \\\nmore\n",
    ":!a:\n",
    "{a}",
    "{b}",
    "{plus}",
    "\\{a}",
    "ifdef::a[]\n",
    "ifndef::a[one {a}]\n",
    "ifeval::[1 < 2]\n",
    "footnote:[x link:y[z].]",
    "pass:[<b>]",
  ];

  it("reads anything without a fault of its places", () => {
    const piece = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(faultsOf(pieces.join(""))).toEqual([]);
      }),
      { seed: 4, numRuns: 3_000 },
    );
  }, 60_000);

  it.each([
    ["links on one line", "link:a.adoc[b] "],
    ["open macros", "link:a["],
    ["images in labels", "link:a[image:b["],
    ["open angles", "<<a "],
    ["open back quotes", "`a "],
    ["roles", "[a]#b "],
    ["open anchors", "[[a"],
    ["open passthroughs", "+++a "],
    ["backslashes", "\\"],
    ["URLs in one", "http://a"],
    ["open footnotes", "footnote:[a"],
    ["items", "* a\n"],
    ["attached lists", "+\n.t\n* x\n"],
    ["terms", "a::\n"],
    ["colons", "::"],
    ["open blocks", "====\na\n\n--\n"],
    ["tables", "|===\n|a|b\n"],
    ["attributes", ":a: {a}{a}\n"],
    ["sections of one name", "=== a b\n\n"],
    ["titles", "ab\n--\n\n"],
    ["block attributes", '[a,"b'],
    ["includes", "include::a[]\n"],
    ["conditionals", "ifdef::a[]\n"],
    ["blanks", " \n"],
    ["passed HTML", "++++\n<p>\n"],
  ])(
    "reads 100,000 %s in linear time",
    (_, piece) => {
      const start = performance.now();
      parseAsciidocBlocks(piece.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );

  it.each([
    ["cells on one line", "|a "],
    ["cells that span rows", ".900+|a\n"],
    ["escaped separators", "\\|"],
    ["cells of blocks", "a|* b\n"],
  ])(
    "reads 50,000 %s in linear time",
    (_, piece) => {
      const start = performance.now();
      parseAsciidocBlocks(`|===\n${piece.repeat(50_000)}`);
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );
});

describe("asciidoc", () => {
  it("knows its files by their names", () => {
    expect(["index.adoc", "a/b.ASCIIDOC", "c.asc"].map((path) => asciidoc.isForm(path, ""))).toEqual([true, true, true]);
    expect(["adoc.md", "index.adoc.txt"].map((path) => asciidoc.isForm(path, ""))).toEqual([false, false]);
    expect(asciidoc.isForm("SHA256SUMS.asc", "-----BEGIN PGP SIGNED MESSAGE-----\n")).toBe(false);
  });

  it("gives mentions of items, terms, tables and includes, and lets targets leave out the extension", async () => {
    const source = lines(
      "= Set",
      "",
      "* xref:a.adoc[A]: about A",
      "",
      "Setup:: link:b.adoc[]",
      "",
      "|===",
      "|File |Title",
      "",
      "|c.adoc |C",
      "|===",
      "",
      "include::d.adoc[]",
    );
    const { mentions, defaultExtension } = await asciidoc.parse(source, "index.adoc");
    expect(defaultExtension).toBe(".adoc");
    expect(
      mentions.map(({ target, role, notation, claims, isEmbedded }) => [target, role, notation, claims.title, isEmbedded ?? false]),
    ).toEqual([
      ["a.adoc", "listing", "link", "A", false],
      ["b.adoc", "listing", "link", "Setup", false],
      ["c.adoc", "listing", "path", "C", false],
      ["d.adoc", "passing", "link", undefined, true],
    ]);
    expect(mentions[0]).toMatchObject({ sections: ["Set"], claims: { description: "about A" } });
  });

  it("reads a tree drawing in a literal block", async () => {
    const { mentions } = await asciidoc.parse(lines("....", "docs/", "├── a.adoc", "└── b.adoc", "...."), "index.adoc");
    expect(mentions.map(({ target, bases }) => [target, bases])).toEqual([
      ["a.adoc", ["docs"]],
      ["b.adoc", ["docs"]],
    ]);
  });

  it("starts a navigation file's targets from the folder of pages, and what it includes from its own", async () => {
    const source = lines("* xref:a.adoc[A]", "image:b.png[]", "", "include::c.adoc[]", "include::partial$d.adoc[]");
    const { mentions, baseFolder } = await asciidoc.parse(source, "docs/modules/ROOT/nav.adoc");
    expect(baseFolder).toBe("pages");
    expect(mentions.map(({ target }) => target)).toEqual(["a.adoc", "../images/b.png", "../c.adoc", "../partials/d.adoc"]);
  });
});
