import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/indexes/shared/blocks.ts";
import { inlineOf } from "../../../src/indexes/shared/markdown-inline.ts";
import type { Range } from "../../../src/indexes/shared/markdown-links.ts";
import { LineMap } from "../../../src/util/line-map.ts";
import { sourceAt } from "../place-faults.ts";

/** Spans of a passage; definitions are given as `label: target` and stand behind it. */
function spansOf(text: string, definitions: Readonly<Record<string, string>> = {}): readonly Span[] {
  let file = `${text}\n\n`;
  const ranges = new Map<string, Range>();
  for (const [label, target] of Object.entries(definitions)) {
    const from = file.length + label.length + 4;
    file += `[${label}]: ${target}\n`;
    ranges.set(label.toUpperCase(), { from, to: from + target.length });
  }
  return inlineOf({ text, from: 0 }, { text: file, lines: new LineMap(file), definitions: ranges }).spans;
}

const linksOf = (text: string, definitions?: Readonly<Record<string, string>>) =>
  spansOf(text, definitions).flatMap(({ type, text: label, target }) => (type === "link" ? [[label, target]] : []));
const imagesOf = (text: string) => spansOf(text).flatMap(({ type, text: label, target }) => (type === "image" ? [[label, target]] : []));
const codesOf = (text: string) => spansOf(text).flatMap((span) => (span.type === "code" ? [span.text] : []));
const plainOf = (text: string) =>
  spansOf(text)
    .map((span) => span.text)
    .join("");

describe("inline links", () => {
  it("reads targets with titles, angle brackets, blanks and balanced parentheses", () => {
    expect(linksOf("[a](b.md)")).toEqual([["a", "b.md"]]);
    expect(linksOf("[a]( b.md \"t\" ) [c](d.md 't') [e](f.md (t))")).toEqual([
      ["a", "b.md"],
      ["c", "d.md"],
      ["e", "f.md"],
    ]);
    expect(linksOf("[a](<my file.md>) [b](x(1)(2).md) [c](\nd.md\n)")).toEqual([
      ["a", "my file.md"],
      ["b", "x(1)(2).md"],
      ["c", "d.md"],
    ]);
  });

  it("undoes escapes and character references in targets and labels, and keeps percent signs", () => {
    expect(linksOf("[Web \\(semantic\\) &amp; more](a%26b\\(1\\)&amp;c.md)")).toEqual([["Web (semantic) & more", "a%26b(1)&c.md"]]);
  });

  it("reads labels that hold brackets, code, images and emphasis", () => {
    expect(linksOf("[a [b] c](d.md)")).toEqual([["a [b] c", "d.md"]]);
    expect(linksOf("[#[attribute]](e.md) [x[]](f.md)")).toEqual([
      ["#[attribute]", "e.md"],
      ["x[]", "f.md"],
    ]);
    expect(linksOf("[`a]b` **c** _d_](e.md)")).toEqual([["a]b c d", "e.md"]]);
    expect(linksOf("[a \\] b](c.md)")).toEqual([["a ] b", "c.md"]]);
    expect(linksOf("[![icon](i.svg) Title](t.md)")).toEqual([["Title", "t.md"]]);
  });

  it("takes an image's alternative text as the label of a link without words, and gives the image too", () => {
    expect(linksOf("[![Build](b.svg)](ci.md)")).toEqual([["Build", "ci.md"]]);
    expect(imagesOf("[![Build](b.svg)](ci.md)")).toEqual([["Build", "b.svg"]]);
  });

  it("lets the inner of two nested links win, as a link holds no link", () => {
    expect(linksOf("[a [b](c.md) d](e.md)")).toEqual([["b", "c.md"]]);
    expect(linksOf("![a [b](c.md) d](e.png) [f](g.md)")).toEqual([["f", "g.md"]]);
    expect(imagesOf("![a [b](c.md) d](e.png)")).toEqual([["a b d", "e.png"]]);
  });

  it("is not misled by a URL or an address in its label", () => {
    expect(linksOf("[a@b.org](mailto:c@d.org) [https://x.org](local.md) [www.x.org](y.md)")).toEqual([
      ["a@b.org", "mailto:c@d.org"],
      ["https://x.org", "local.md"],
      ["www.x.org", "y.md"],
    ]);
  });

  it("gives exact places of the link and of its target", () => {
    const text = 'See [the *first*](<a b.md> "t") now';
    const link = spansOf(text).find(({ type }) => type === "link");
    expect(link && sourceAt(text, link.place)).toBe('[the *first*](<a b.md> "t")');
    expect(link?.targetPlace && sourceAt(text, link.targetPlace)).toBe("a b.md");
  });

  it("keeps brackets that make no link as text", () => {
    for (const text of [
      "[a] (b.md)",
      "[a](b c.md)",
      "[a](b.md",
      "[a](<b\nc.md>)",
      "\\[a](b.md)",
      '[a](b.md "t)',
      "[]",
      "a]b[c",
      "[a](((",
      "`[a](b.md)`",
    ]) {
      expect(linksOf(text), text).toEqual([]);
    }
    expect(plainOf("[ ] x [y](z [w]")).toBe("[ ] x [y](z [w]");
  });

  it("keeps an empty target at a place without width", () => {
    const [link] = spansOf("[Draft]()");
    expect(link).toMatchObject({ type: "link", text: "Draft", target: "" });
    expect(link?.targetPlace).toEqual({ line: 1, column: 9, end: { line: 1, column: 9 } });
  });
});

describe("reference links", () => {
  it("reads full, collapsed and shortcut references, labels compared without case and blanks", () => {
    const definitions = { one: "1.md", "two words": "2.md" };
    expect(linksOf("[a][one] [One][] [TWO\n  words] [b][two  words]", definitions)).toEqual([
      ["a", "1.md"],
      ["One", "1.md"],
      ["TWO words", "2.md"],
      ["b", "2.md"],
    ]);
  });

  it("has its target's place in the definition", () => {
    const text = "[a][one]";
    const [link] = spansOf(text, { one: "1.md" });
    expect(link?.targetPlace).toEqual({ line: 3, column: 8, end: { line: 3, column: 12 } });
  });

  it("leaves undefined labels and footnotes alone", () => {
    expect(linksOf("[a][none] [none] [none][] [^1] [x]", { "^1": "note.md", one: "1.md" })).toEqual([]);
    expect(plainOf("[a][none]")).toBe("[a][none]");
  });

  it("reads an image by reference", () => {
    expect(spansOf("![logo][one] ![One]", { one: "1.png" }).flatMap((span) => (span.type === "image" ? [span.target] : []))).toEqual([
      "1.png",
      "1.png",
    ]);
  });
});

describe("wiki links", () => {
  it("reads a target with or without words, in table cells too, and an embedded one as an image", () => {
    const spans = spansOf("[[Page Name]] [[a.md|the words]] [[b\\|in a cell]] ![[fig.png]]");
    expect(spans.flatMap(({ type, text, target, isWiki }) => (isWiki ? [[type, text, target]] : []))).toEqual([
      ["link", "Page Name", "Page Name"],
      ["link", "the words", "a.md"],
      ["link", "in a cell", "b"],
      ["image", "fig.png", "fig.png"],
    ]);
  });

  it("prefers what CommonMark sees in doubled brackets", () => {
    expect(spansOf("[[a]](b.md)").map(({ type, isWiki }) => [type, isWiki ?? false])).toEqual([["link", false]]);
    expect(linksOf("[[one]]", { one: "1.md" })).toEqual([["one", "1.md"]]);
    expect(linksOf("[[^1]] [[]]")).toEqual([]);
  });

  it("gives the place of the target alone", () => {
    const text = "x [[ Page |words]]";
    const link = spansOf(text).find(({ type }) => type === "link");
    expect(link?.targetPlace && sourceAt(text, link.targetPlace)).toBe("Page");
    expect(link && sourceAt(text, link.place)).toBe("[[ Page |words]]");
  });
});

describe("URLs", () => {
  it("reads URLs and addresses in angle brackets and bare, without the sentence's punctuation", () => {
    expect(linksOf("<https://a.org/x> https://b.org/y_(z). (http://c.org/d) www.e.org, f@g.org <h@i.org> https://j.org/k&amp;")).toEqual([
      ["https://a.org/x", "https://a.org/x"],
      ["https://b.org/y_(z)", "https://b.org/y_(z)"],
      ["http://c.org/d", "http://c.org/d"],
      ["www.e.org", "http://www.e.org"],
      ["f@g.org", "mailto:f@g.org"],
      ["h@i.org", "mailto:h@i.org"],
      ["https://j.org/k", "https://j.org/k"],
    ]);
  });

  it("takes no scheme without a host, and nothing in the middle of a word", () => {
    expect(linksOf("https:// xhttp://a.org awww.b.org <not a tag c@ @d")).toEqual([]);
  });

  it("keeps emphasis marks of a URL in the URL", () => {
    expect(linksOf("*x* https://a.org/_b_*c*d **https://e.org**")).toEqual([
      ["https://a.org/_b_*c*d", "https://a.org/_b_*c*d"],
      ["https://e.org", "https://e.org"],
    ]);
  });
});

describe("code spans", () => {
  it("reads runs of any length, cuts blanks at the ends, and keeps what is in them verbatim", () => {
    expect(codesOf("`a.md` `` b`c `` ` d ` `\\[e](f.md)`")).toEqual(["a.md", "b`c", "d", "\\[e](f.md)"]);
  });

  it("leaves a run without an end as text", () => {
    expect(codesOf("`a ``b` c")).toEqual(["a ``b"]);
    expect(codesOf("``a`")).toEqual([]);
    expect(codesOf("\\`a.md` b`")).toEqual(["b"]);
  });

  it("gives one span a line, each at its place", () => {
    const text = "x `a.md\n  b.md` y";
    const spans = spansOf(text).filter(({ type }) => type === "code");
    expect(spans.map((span) => sourceAt(text, span.place))).toEqual(["a.md", "b.md"]);
  });
});

describe("emphasis", () => {
  const styled = (text: string) => spansOf(text).map((span) => `${span.text}${span.isStrong ? "!" : ""}${span.isStruck ? "-" : ""}`);

  it("marks strong and struck text and drops the marks", () => {
    expect(styled("**a** __b__ *c* _d_ ~~e~~ ~f~ ***g***")).toEqual(["a!", " ", "b!", " ", "c", " ", "d", " ", "e-", " ", "f-", " ", "g!"]);
  });

  it("keeps marks that style nothing", () => {
    expect(plainOf("2 * 3 * 4, snake_case_name, **open, a ~~~b~~~")).toBe("2 * 3 * 4, snake_case_name, **open, a ~~~b~~~");
  });

  it("marks links within and around, and links whose whole label is styled", () => {
    const links = spansOf("~~[a](a.md)~~ [~~b~~](b.md) **[c](c.md)** [**d**](d.md) [~~e~~ f](e.md)").filter(({ type }) => type === "link");
    expect(links.map(({ target, isStruck, isStrong }) => [target, isStruck ?? false, isStrong ?? false])).toEqual([
      ["a.md", true, false],
      ["b.md", true, false],
      ["c.md", false, true],
      ["d.md", false, true],
      ["e.md", false, false],
    ]);
  });

  it("does not let marks inside a link pair with marks outside", () => {
    expect(plainOf("*[a*](b.md)")).toBe("*a*");
  });
});

describe("inline HTML", () => {
  it("reads links and images, with quotes or without, and escapes in them", () => {
    expect(linksOf('<a href="a&amp;b.md">A <b>b</b></a> <A HREF=c.md>C</A>')).toEqual([
      ["A b", "a&b.md"],
      ["C", "c.md"],
    ]);
    expect(imagesOf("<img alt='The  logo' src='x.png'/>")).toEqual([["The logo", "x.png"]]);
  });

  it("reads struck, strong and code elements and line breaks", () => {
    const spans = spansOf("<del>a</del><b>b</b><code>c.md</code><br>d");
    expect(spans.map(({ type, text, isStruck, isStrong }) => [type, text, isStruck ?? false, isStrong ?? false])).toEqual([
      ["text", "a", true, false],
      ["text", "b", false, true],
      ["code", "c.md", false, false],
      ["break", "\n", false, false],
      ["text", "d", false, false],
    ]);
  });

  it("leaves out comments and the like, and keeps a bracket that starts no tag", () => {
    expect(linksOf("a <!-- [x](y.md) --> <?[x](y.md)?> <![CDATA[[x](y.md)]]> <!A [x](y.md)> b")).toEqual([]);
    expect(plainOf("a < b <- c <!-- d")).toBe("a < b <- c <!-- d");
  });

  it("survives tags that cross links or never close", () => {
    expect(linksOf('[a <a href="b.md">b](c.md) d</a>')).toEqual([
      ["a b", "c.md"],
      ["", "b.md"],
    ]);
    expect(linksOf('<a href="a.md">A')).toEqual([["", "a.md"]]);
    expect(plainOf("</a></del>x")).toBe("x");
  });
});

describe("text", () => {
  it("starts a new span behind an escape and decodes character references, each at its place", () => {
    const text = "a\\_b &lt;c&#x3e; &nosuch;";
    expect(spansOf(text).map((span) => [span.text, sourceAt(text, span.place)])).toEqual([
      ["a", "a"],
      ["_b ", "_b "],
      ["<", "&lt;"],
      ["c", "c"],
      [">", "&#x3e;"],
      [" ", " "],
      ["&nosuch;", "&nosuch;"],
    ]);
  });

  it("tells line ends that are shown from those that are not", () => {
    const breaks = (text: string) => spansOf(text).flatMap((span) => (span.type === "break" ? [span.text] : []));
    expect(breaks("a\nb")).toEqual([" "]);
    expect(breaks("a  \nb\\\nc<br>d")).toEqual(["\n", "\n", "\n"]);
  });

  it("leaves the blanks that open a line outside the spans", () => {
    expect(spansOf("a\n    b").map((span) => [span.text, span.place.column])).toEqual([
      ["a", 1],
      [" ", 2],
      ["b", 5],
    ]);
  });
});
