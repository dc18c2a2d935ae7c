import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/readers/read-document.ts";
import { measureOutline } from "../../src/signals/outline.ts";
import type { Outline } from "../../src/types.ts";
import { isGenericTitle } from "../../src/util/generic-titles.ts";

function outlineOf(text: string, path = "a.md"): Outline {
  const outline = measureOutline(readDocument(path, Buffer.from(text)));
  if (!outline) throw new Error("the document has no text");
  return outline;
}

const titlesOf = (text: string, path?: string) => outlineOf(text, path).titles.map(({ source, text: title }) => [source, title]);
const headingsOf = (text: string, path?: string) =>
  outlineOf(text, path).headings.map(({ line, level, text: heading }) => [line, level, heading]);
const anchorsOf = (text: string, path?: string) => outlineOf(text, path).anchors;

describe("measureOutline", () => {
  it("is null for a document without text", () => {
    expect(measureOutline(readDocument("a.pdf", Buffer.from("%PDF-1.7")))).toBeNull();
  });

  it("quotes the lines that titles and headings were taken from", () => {
    expect(outlineOf("\n#   *Frame* format #\n\nWords.\n")).toEqual({
      titles: [{ line: 2, quote: "#   *Frame* format #", text: "Frame format", source: "heading", isGeneric: false }],
      headings: [{ line: 2, quote: "#   *Frame* format #", text: "Frame format", level: 1 }],
      anchors: ["frame-format"],
    });
  });

  it("puts front matter before headings, and generic titles last", () => {
    expect(outlineOf('---\ntitle: "Wire: format"\n---\n\n# Abstract\n').titles.map(({ text, isGeneric }) => [text, isGeneric])).toEqual([
      ["Wire: format", false],
      ["Abstract", true],
    ]);
  });

  it("falls back to the next heading and the first line where the title is generic", () => {
    expect(titlesOf("# Summary\n\nHow nodes find one another.\n\n## Node discovery\n")).toEqual([
      ["heading", "Node discovery"],
      ["first-line", "How nodes find one another."],
      ["heading", "Summary"],
    ]);
  });

  it("takes the first line of words where there is no heading", () => {
    expect(titlesOf("\n[![badge](b.svg)](x)\n<div>\n**Moved** to [the guide](guide.md).\n")).toEqual([
      ["first-line", "Moved to the guide."],
    ]);
    expect(titlesOf("Deals Phones Laptops Best VPN\nA court ruled on Thursday.\n", "000_0123456789abcdef.txt")).toEqual([
      ["first-line", "Deals Phones Laptops Best VPN"],
    ]);
  });

  it("names a title once, and puts the highest heading before the first", () => {
    expect(titlesOf("---\ntitle: Guide\n---\n## Guide\n# Guide\n")).toEqual([["front-matter", "Guide"]]);
    expect(titlesOf("### Series 7\n\n# Name of it\n")).toEqual([
      ["heading", "Name of it"],
      ["heading", "Series 7"],
    ]);
  });
});

describe("Markdown", () => {
  it("reads ATX headings by CommonMark, and nothing that only looks like one", () => {
    const text = "# One #\n   ## Two\n    # code\n#hashtag\n####### seven\n#\n\\# escaped\n\n###\tThree ##\n";
    expect(headingsOf(text)).toEqual([
      [1, 1, "One"],
      [2, 2, "Two"],
      [9, 3, "Three"],
    ]);
  });

  it("reads setext headings, over several lines too", () => {
    expect(headingsOf("One\n===\n\nTwo\nlines\n-----\n\nwords\n\n---\n\n- item\n---\n| a |\n---\n")).toEqual([
      [1, 1, "One"],
      [4, 2, "Two lines"],
    ]);
  });

  it("takes no comment in a fence for a heading, closed or not, indented or not", () => {
    const text =
      "# A\n\n```sh\n# install\n~~~\n# more\n```\n\n- item\n\n  ~~~~yaml\n  # yes\n  ~~~\n# still code\n  ~~~~\n\n## B\n\n```\n# never closed\n";
    expect(headingsOf(text)).toEqual([
      [1, 1, "A"],
      [17, 2, "B"],
    ]);
  });

  it("takes an inline code line of three backticks for no fence", () => {
    expect(headingsOf("```a``` is code\n\n# A\n")).toEqual([[3, 1, "A"]]);
  });

  it("takes nothing in comments and literal HTML for a heading", () => {
    expect(headingsOf("<!--\n# hidden\n-->\n<!-- # one line -->\n<pre>\n# literal\n</pre>\n<script>\n# s\n</script>\n# A\n")).toEqual([
      [11, 1, "A"],
    ]);
  });

  it("reads HTML headings, also over several lines", () => {
    expect(headingsOf('<h1 align="center">\n  <img src="logo.svg" alt="logo">\n  Name of it\n</h1>\n<h2 id="use">Use</h2>\n')).toEqual([
      [1, 1, "Name of it"],
      [5, 2, "Use"],
    ]);
  });

  it("gives plain words of a heading's inline marks", () => {
    const words = (heading: string) => headingsOf(`# ${heading}\n`)[0]?.[2];
    expect(words("The `<Frame>` *type* and __its__ ~~old~~ `fields_of`")).toBe("The <Frame> type and its old fields_of");
    expect(words("[`Node`](node.md#a) and [links][1] ![logo](l.png)")).toBe("Node and links");
    expect(words("snake_case \\*stars\\* &amp; caf&#233;")).toBe("snake_case *stars* & café");
    expect(words("With id {#own-id}")).toBe("With id");
    expect(words("With class {: .big #own }")).toBe("With class");
    expect(words("Note[^1] <br/>x")).toBe("Note x");
  });

  it("reads the title of front matter in YAML and TOML, quoted, folded, or under a generator's comment", () => {
    expect(titlesOf("---\nid: 7\ntitle: 'It''s here' # note\n---\n")).toEqual([["front-matter", "It's here"]]);
    expect(titlesOf('+++\ntitle = "A \\"b\\""\n+++\n')).toEqual([["front-matter", 'A "b"']]);
    expect(titlesOf("---\ntitle: >-\n  Two lines\n  of it\nid: 1\n---\n")).toEqual([["front-matter", "Two lines of it"]]);
    expect(titlesOf("<!-- Generated -->\n---\ntitle: X1\n---\n# Y1\n")).toEqual([
      ["front-matter", "X1"],
      ["heading", "Y1"],
    ]);
    expect(titlesOf("---\ntitle:\n---\n# Y1\n")).toEqual([["heading", "Y1"]]);
  });

  it("ranks names for menus and machines after headings", () => {
    expect(titlesOf("---\nname: api-tool\nnav:\n  title: Tool\n---\n# The API tool\n")).toEqual([
      ["heading", "The API tool"],
      ["front-matter", "api-tool"],
      ["front-matter", "Tool"],
    ]);
  });

  it("takes a rule at the start, and an unclosed or empty block, for no front matter", () => {
    expect(headingsOf("---\n\n# A\n\nwords\n\n---\n")).toEqual([[3, 1, "A"]]);
    expect(headingsOf("---\ntitle: x\n\n# A\n")).toEqual([[4, 1, "A"]]);
  });

  it("reads the title of a proposal's preamble, in a fence, a table, a list or a pre block", () => {
    const rest = "\n## Abstract\n\nWords.\n";
    for (const preamble of [
      "```\nNUM: 12\nTitle: Wire format\nStatus: Draft\n```\n",
      "<pre>\n  NUM: 12\n  Title: Wire format\n  Status: Draft\n</pre>\n",
      "| num | 12 |\n| - | - |\n| title          | Wire format       |\n| status | Draft |\n",
      "- **NUM:** 12\n- **Title:** Wire format\n- **Status:** Draft\n",
      "Num: 12\nTitle: Wire\n        format\nStatus: Draft\n",
      "## Preamble\n\n    Num: 12\n    Title: Wire format\n    Status: Draft\n",
    ]) {
      expect(titlesOf(preamble + rest)[0], preamble).toEqual(["metadata", "Wire format"]);
    }
  });

  it("takes no title out of a fence of code", () => {
    expect(titlesOf("# Overview\n\n```ts\ninterface A {\n  title: string;\n  name: string;\n}\n```\n\n## Searching\n")[0]).toEqual([
      "heading",
      "Searching",
    ]);
  });

  it("takes no title out of an example below the document's own heading, nor a field that stands alone", () => {
    expect(titlesOf("# Searching\n\n```\nTitle: Your title\nName: You\n```\n")).toEqual([["heading", "Searching"]]);
    expect(titlesOf("Title: a word on it\n\nand words\n")).toEqual([["first-line", "Title: a word on it"]]);
  });
});

describe("anchors", () => {
  it("are GitHub's: lower case, punctuation dropped, blanks to hyphens, repeats numbered", () => {
    const anchors = anchorsOf("# Hello, World!\n## A & B\n## snake_case `code`\n## Setup\n## Setup\n## Setup\n## Größe 文書\n");
    for (const anchor of ["hello-world", "a--b", "snake_case-code", "setup", "setup-1", "setup-2", "größe-文書"])
      expect(anchors).toContain(anchor);
    expect(anchors).not.toContain("setup-3");
  });

  it("are those of other renderers too", () => {
    const anchors = anchorsOf("## 3.1 Größe & Länge (m/s)\n## Setup\n## Setup\n");
    for (const anchor of ["31-größe--länge-ms", "31-größe-länge-ms", "31-groe-lange-ms", "gro-e-la-nge-m-s", "größe-länge-ms", "setup_1"]) {
      expect(anchors.some((one) => one === anchor) || anchor.startsWith("gro-e"), anchor).toBe(true);
    }
  });

  it("keep the anchor of a heading that opens with an emoji, with and without its variation selector", () => {
    expect(anchorsOf("## ⚙️ Options\n")).toEqual(expect.arrayContaining(["-options", "\ufe0f-options", "options"]));
  });

  it("include what the author set: tags, attributes, labels, block ids", () => {
    const text = `<a name="Old"></a>\n<a id='b'></a> <div id=c>\n## T {#own}\n## U { #spaced .x }\n## V {/* #mdx */}\n(label)=\nwords ^block-1\n<a\n  id="late">\n`;
    expect(anchorsOf(text)).toEqual(
      expect.arrayContaining(["Old", "b", "c", "own", "spaced", "mdx", "label", "^block-1", "late", "t", "u"]),
    );
  });

  it("include headings in quotes and list items, which are no headings of the document's own", () => {
    const outline = outlineOf("> ## Quoted part\n\n- ### In a list\n\n      # not at all code\n");
    expect(outline.headings).toEqual([]);
    expect(outline.anchors).toEqual(expect.arrayContaining(["quoted-part", "in-a-list"]));
  });

  it("leave out what stands in a fence", () => {
    expect(anchorsOf('```html\n<a name="x"></a>\n# y\n```\n')).toEqual([]);
  });
});

describe("reStructuredText", () => {
  it("reads underlined and overlined titles, levels by first use", () => {
    const text = "=====\n Top\n=====\n\nPart\n====\n\nSub `code`\n----------\n\nPart 2\n======\n";
    expect(headingsOf(text, "a.rst")).toEqual([
      [2, 1, "Top"],
      [5, 2, "Part"],
      [8, 3, "Sub code"],
      [11, 2, "Part 2"],
    ]);
  });

  it("takes transitions, tables, literal blocks and short dashes for no titles", () => {
    const text =
      "words\n\n----------\n\nmore::\n\n   Title\n   =====\n\n=====  =====\n  A      B\n=====  =====\n  1      2\n=====  =====\n\nlong line of words\n--\n";
    expect(headingsOf(text, "a.rst")).toEqual([]);
  });

  it("reads labels, name options and inline targets as anchors, and the heading's own", () => {
    const anchors = anchorsOf(
      ".. _My Label:\n\nA Title: x\n==========\n\n.. figure:: a.png\n   :name: fig-a\n\n.. _`odd: one`:\n\nsee _`here it is`\n",
      "a.rst",
    );
    expect(anchors).toEqual(expect.arrayContaining(["My Label", "my-label", "fig-a", "odd-one", "here-it-is", "a-title-x"]));
  });

  it("reads the title of a PEP's header and of docinfo fields", () => {
    expect(titlesOf("PEP: 1\nTitle: Seeds\nStatus: Active\n\nAbstract\n========\n", "a.rst")[0]).toEqual(["metadata", "Seeds"]);
    expect(titlesOf(":NUM: 1\n:Title: Seeds\n\nAbstract\n========\n", "a.rst")[0]).toEqual(["metadata", "Seeds"]);
  });
});

describe("AsciiDoc, MediaWiki, LaTeX, Org", () => {
  it("reads AsciiDoc's headings in both forms, and none in blocks", () => {
    const text =
      "= Doc title\n:toc:\n\n[[own]]\n== Part one\n\n----\n== code\n----\n\nOld style\n~~~~~~~~~\n\n[#other]\n=== Sub *part* ===\n\n////\n= c\n////\n";
    expect(headingsOf(text, "a.adoc")).toEqual([
      [1, 1, "Doc title"],
      [5, 2, "Part one"],
      [11, 3, "Old style"],
      [15, 3, "Sub part"],
    ]);
    expect(anchorsOf(text, "a.adoc")).toEqual(expect.arrayContaining(["own", "other", "_part_one", "part-one"]));
  });

  it("reads MediaWiki's headings and preamble, and takes no number sign for a heading", () => {
    const text =
      "<pre>\n  NUM: 7\n  Title: Seeds\n  Status: Draft\n</pre>\n\n==Abstract==\n\n# one\n# two\n\n=== '''Sub''' part ===\n<pre>\n==no==\n</pre>\n{{anchor|Spot one}}\n";
    expect(titlesOf(text, "a.mediawiki")[0]).toEqual(["metadata", "Seeds"]);
    expect(headingsOf(text, "a.mediawiki")).toEqual([
      [7, 2, "Abstract"],
      [12, 3, "Sub part"],
    ]);
    expect(anchorsOf(text, "a.mediawiki")).toEqual(expect.arrayContaining(["abstract", "Sub_part", "Spot_one"]));
  });

  it("reads LaTeX's title and sections with braces, short titles and comments", () => {
    const text =
      "% \\title{Old}\n\\title{On {\\em Seeds}\\\\ and \\LaTeX{} \\& more\\thanks{Grant}}\n\\section[S]{First~part}\\label{sec:a}\n\\begin{verbatim}\n\\section{no}\n\\end{verbatim}\n\\subsection*{Sub 50\\%}\n";
    expect(titlesOf(text, "a.tex")[0]).toEqual(["metadata", "On Seeds and & more"]);
    expect(headingsOf(text, "a.tex")).toEqual([
      [3, 2, "First part"],
      [7, 3, "Sub 50%"],
    ]);
    expect(anchorsOf(text, "a.tex")).toContain("sec:a");
  });

  it("drops the marks that close a heading, and keeps those that do not", () => {
    expect(headingsOf("# One ##  \n# C#\n# Two # three\n# #\n# Four\t#\n").map(([, , text]) => text)).toEqual([
      "One",
      "C#",
      "Two # three",
      "Four",
    ]);
    expect(headingsOf("== Five  ==  \n=== Six == seven\n", "a.adoc").map(([, , text]) => text)).toEqual(["Five", "Six == seven"]);
    expect(headingsOf("* Eight  :tag:  \n* Nine :no tag\n", "a.org").map(([, , text]) => text)).toEqual(["Eight", "Nine :no tag"]);
  });

  it("takes a LaTeX title over lines, and no more than a title's length of one that is not closed", () => {
    expect(titlesOf("\\title{The\n  tides % x\n  of May}\n", "a.tex")[0]).toEqual(["metadata", "The tides of May"]);
    expect(headingsOf(`\\section{${"word ".repeat(3000)}`, "a.tex")).toEqual([]);
  });

  it("reads Org's title and headlines without keywords and tags", () => {
    const text =
      "#+TITLE: The plan\n* TODO [#A] First part :tag:x:\n:PROPERTIES:\n:CUSTOM_ID: own\n:END:\n#+begin_src\n* no\n#+end_src\n** Sub\n";
    expect(titlesOf(text, "a.org")[0]).toEqual(["metadata", "The plan"]);
    expect(headingsOf(text, "a.org")).toEqual([
      [2, 1, "First part"],
      [9, 2, "Sub"],
    ]);
    expect(anchorsOf(text, "a.org")).toContain("own");
  });
});

describe("HTML", () => {
  const page =
    '<!doctype html>\n<html><head><title>Seeds &amp; sets | Site</title>\n<meta property="og:title" content="Seeds and sets">\n<script>"<h1>no</h1>"</script></head>\n<body id=top><svg><title>icon</title></svg>\n<h1>Seeds <em>and</em>\n sets<a href="#x">¶</a></h1>\n<a name="old"></a><h2 id="part">Part</h2></body></html>';

  it("reads title, metadata, headings and ids with their lines", () => {
    const outline = outlineOf(page, "a.html");
    expect(outline.titles.map(({ source, text, line }) => [source, text, line])).toEqual([
      ["metadata", "Seeds and sets", 3],
      ["html-title", "Seeds & sets | Site", 2],
    ]);
    expect(outline.headings.map(({ text, level, line }) => [text, level, line])).toEqual([
      ["Seeds and sets", 1, 6],
      ["Part", 2, 8],
    ]);
    expect(outline.anchors).toEqual(["top", "old", "part", "seeds-and-sets"]);
  });

  it("takes the <title> where nothing else names the page", () => {
    expect(titlesOf("<html><title>Only this</title><p>words</p>", "a.html")).toEqual([["html-title", "Only this"]]);
  });

  it("takes what is nested in more than two thousand open elements for empty, and still has the headings above", () => {
    const outline = outlineOf(`<html><h1>Tides</h1>${"<div>".repeat(100_000)}<h2>Deep</h2>`, "a.html");
    expect(outline.headings.map(({ text }) => text)).toEqual(["Tides"]);
    const unclosed = outlineOf(`<html>${'<a name="x">'.repeat(900)}<h2>Part</h2>`, "a.html");
    expect(unclosed.headings.map(({ text }) => text)).toEqual(["Part"]);
  });

  it("gives no first line for HTML, whose first line is mark-up", () => {
    expect(titlesOf("<p>words</p>", "a.html")).toEqual([]);
  });
});

describe("data, messages, notebooks, plain text", () => {
  it("reads the title that JSON and YAML say of themselves, and none of their items", () => {
    expect(titlesOf('{\n  "openapi": "3.1.0",\n  "info": {"title": "Seeds API"},\n  "x": {"title": "no"}\n}', "a.json")).toEqual([
      ["metadata", "Seeds API"],
    ]);
    expect(titlesOf('{"items": [{"title": "no"}]}', "a.json")).toEqual([]);
    expect(titlesOf("openapi: 3.1.0\ninfo:\n  title: Seeds API\npaths:\n  title: no\n", "a.yaml")).toEqual([["metadata", "Seeds API"]]);
    expect(titlesOf("theme:\n  name: material\n", "a.yaml")).toEqual([]);
    expect(titlesOf("{broken", "a.json")).toEqual([]);
  });

  it("reads the first title of XML, and its ids", () => {
    const outline = outlineOf(
      '<?xml version="1.0"?>\n<rfc><front><title abbrev="S">Seeds &amp; sets</title></front><section anchor="intro"/></rfc>',
      "a.xml",
    );
    expect(outline.titles.map(({ text }) => text)).toEqual(["Seeds & sets"]);
    expect(outline.anchors).toEqual(["intro"]);
  });

  it("reads a message's subject, folded, and none from its body", () => {
    expect(titlesOf("From: a@example.org\nSubject: Seeds,\n and sets\n\nSubject: no\n", "a.eml")).toEqual([
      ["metadata", "Seeds, and sets"],
    ]);
  });

  it("reads headings of a notebook's Markdown cells, and no comments of its code", () => {
    const text =
      '{\n "cells": [\n  {\n   "cell_type": "markdown",\n   "source": [\n    "# Seeds \\"and\\" sets\\n",\n    "words"\n   ]\n  },\n  {\n   "cell_type": "code",\n   "source": [\n    "# comment\\n"\n   ]\n  }\n ]\n}\n';
    expect(headingsOf(text, "a.ipynb")).toEqual([[6, 1, 'Seeds "and" sets']]);
  });

  it("reads an RFC's centred title, its numbered sections, and not its table of contents", () => {
    const text = [
      "Network Working Group                                          A. Author",
      "Request for Comments: 9999                                  Example Inc.",
      "Category: Informational                                     January 2026",
      "",
      "",
      "                     A Format for Sets of Seeds",
      "                         and Their Indexes",
      "",
      "Status of This Memo",
      "",
      "   This memo is an example.",
      "",
      "Table of Contents",
      "",
      "   1. Introduction ....................................................2",
      "",
      "1.  Introduction",
      "",
      "   Words.",
      "",
      "2.3.  Frames of a set",
      "",
      "Appendix A.  Examples",
      "",
    ].join("\n");
    expect(titlesOf(text, "rfc9999.txt")[0]).toEqual(["heading", "A Format for Sets of Seeds and Their Indexes"]);
    expect(headingsOf(text, "rfc9999.txt")).toEqual([
      [6, 1, "A Format for Sets of Seeds and Their Indexes"],
      [17, 2, "1.  Introduction"],
      [21, 3, "2.3.  Frames of a set"],
      [23, 2, "Appendix A.  Examples"],
    ]);
    expect(anchorsOf(text, "rfc9999.txt")).toEqual(expect.arrayContaining(["section-1", "section-2.3", "introduction"]));
  });

  it("reads underlined and Markdown headings of plain text that stand alone", () => {
    expect(
      headingsOf("Seeds\n=====\n\nwords\n# no heading: words above\n\n# Part\n\nList\n---------------------------------\n", "a.txt"),
    ).toEqual([
      [1, 1, "Seeds"],
      [7, 1, "Part"],
    ]);
  });

  it("gives no titles for tables", () => {
    expect(titlesOf("id,name\n1,a\n", "a.csv")).toEqual([]);
  });
});

describe("isGenericTitle", () => {
  it("knows words that head many documents, numbered, in any case and in other languages", () => {
    for (const title of [
      "Summary",
      "ABSTRACT",
      "Table of Contents",
      "1. Introduction",
      "Chapter 1",
      "README",
      "2.3 Overview",
      "IV. Background",
      "**Contents**",
      "目录",
      "Einleitung",
      "Status of This Memo",
      "概要",
      "???",
    ]) {
      expect(isGenericTitle(title), title).toBe(true);
    }
  });

  it("leaves titles alone that say more", () => {
    for (const title of [
      "Summary of the wire format",
      "Introduction to seeds",
      "Chapter 1: Seeds",
      "I am",
      "A note on nomenclature",
      "RFC 1",
      "Getting started",
    ]) {
      expect(isGenericTitle(title), title).toBe(false);
    }
  });
});

describe("hostile texts", () => {
  it.each([
    ["blanks in a Markdown heading", "a.md", `# x${" ".repeat(100_000)}y\n`],
    ["blanks in an AsciiDoc heading", "a.adoc", `= x${" ".repeat(100_000)}y\n`],
    ["open ids of AsciiDoc", "a.adoc", "[[a,".repeat(50_000)],
    ["blanks in an Org headline", "a.org", `* x${" ".repeat(100_000)}y\n`],
    ["sections of LaTeX that are not closed", "a.tex", "\\section{".repeat(20_000)],
    ["long lines below many sections", "a.tex", `${"\\section{a ".repeat(2000)}\n${"%x".repeat(200_000)}\n`],
    ["nested elements", "a.html", `<html>${"<div>".repeat(100_000)}`],
    ["nested headings", "a.html", `<html>${"<h1>".repeat(100_000)}`],
    ["closing tags of nothing in nested elements", "a.html", `<html>${"<div>".repeat(1990)}${"</span>".repeat(100_000)}`],
    ["a title as long as the file", "a.json", JSON.stringify({ title: "t".repeat(300_000), a: Array(50_000).fill(1) }, null, 1)],
  ])("cost no more than their length: %s", (_, path, text) => {
    const started = performance.now();
    outlineOf(text, path);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  const paths = [
    "a.md",
    "a.rst",
    "a.adoc",
    "a.mediawiki",
    "a.tex",
    "a.html",
    "a.org",
    "a.txt",
    "a.json",
    "a.yaml",
    "a.xml",
    "a.ipynb",
    "a.eml",
  ];

  it("never make it throw, in any markup", () => {
    const pieces = fc.constantFrom(
      "# ",
      "\n",
      "```",
      "---",
      "===",
      "title: x",
      "<h1>",
      "</h1>",
      "<!--",
      "-->",
      "\\title{",
      "}",
      "[",
      "](",
      "`",
      "*",
      "_",
      "{#",
      "{{",
      "==",
      ".. _a:",
      "|",
      "\t",
      "é",
      "🚀",
      '"',
      "\\",
      "&#99999999;",
      "1. A",
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(pieces, { maxLength: 60 }), (path, parts) => {
        const text = parts.join("");
        const lines = text.split("\n").length;
        for (const heading of outlineOf(text, path).headings) expect(heading.line).toBeLessThanOrEqual(lines);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it("cost time in proportion to their length", () => {
    const units = [
      "[",
      "![",
      "](",
      "`",
      "<a ",
      "<!--",
      "*_",
      "&#",
      "{#",
      "# [a](",
      "\\",
      "\\title{",
      "= ",
      "==a",
      "id=",
      '"',
      "- - ",
      "> > ",
      ".. _",
      "{{anchor|",
      "(((",
      "title ",
      "title: |",
      "[[",
      "a_ ",
    ];
    const started = performance.now();
    for (const unit of units) {
      const line = unit.repeat(Math.ceil(60_000 / unit.length));
      for (const path of paths) {
        outlineOf(`# ${line}\n${line}\n===\n`, path);
        outlineOf(`${unit}\n`.repeat(5000), path);
      }
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
