import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexFormOf } from "../../src/indexes/all.ts";
import { parseMarkdown } from "../../src/indexes/markdown.ts";
import { decodeEntities } from "../../src/indexes/shared/html-entities.ts";
import type { Mention } from "../../src/types.ts";
import { listedTargets, targetSource } from "./index-faults.ts";
import { sourceAt } from "./place-faults.ts";

const mentionsIn = async (text: string): Promise<readonly Mention[]> => (await parseMarkdown(text)).mentions;
const listedIn = async (text: string) => listedTargets(await parseMarkdown(text));

/** What a target's source says once Markdown's escapes and HTML's references are undone. */
function unescaped(source: string): string {
  return decodeEntities(source.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
}

describe("markdown", () => {
  it("is the form of Markdown files, and of what no other form takes", () => {
    for (const path of ["INDEX.md", "docs/a.markdown", "a.mdx", "b.MKD", "LISTING"])
      expect(indexFormOf(path, "").form, path).toBe("markdown");
  });

  it("says that targets may leave out .md, and gives the anchors of its headings", async () => {
    const parsed = await parseMarkdown("# The Index\n\n## The Index\n");
    expect(parsed.defaultExtension).toBe(".md");
    expect(parsed.anchors).toEqual(["the-index", "the-index-1"]);
    expect(parsed.problems).toEqual([]);
  });

  it("finds nothing in an empty text", async () => {
    for (const text of ["", "\n\n", "\uFEFF", "---\ntitle: x\n---\n"]) expect(await mentionsIn(text), JSON.stringify(text)).toEqual([]);
  });

  it("gives every construct's target and its exact place, with line ends of either kind and a BOM", async () => {
    const text = `# [head](h.md)

- [inline](<a b.md>) and more
- [Web \\(semantic\\)](x%26y\\(1\\).md)
- [ref][r] ~~[gone](gone.md)~~
- [ ] \`code/path.md\`
- bare_name.md
- my\\_escaped.md: words
- [[wiki.md]]
- <a href="h&amp;t.md">HTML</a>

| File | What |
|------|------|
| \`t.md\` | x |
| u.md | y |

> - [quoted](q.md)

\`\`\`
set/
├── d.md
└── e.md
\`\`\`

[r]: r.md "title"
`;
    const targets = [
      ...["h.md", "a b.md", "x%26y(1).md", "r.md", "gone.md", "code/path.md", "bare_name.md", "my_escaped.md", "wiki.md", "h&t.md"],
      ...["t.md", "u.md", "q.md", "d.md", "e.md"],
    ];
    for (const variant of [text, text.replace(/\n/g, "\r\n"), `\uFEFF${text}`]) {
      const mentions = await mentionsIn(variant);
      expect(mentions.map(({ target }) => target)).toEqual(targets);
      expect(mentions.map((mention) => unescaped(targetSource(variant, mention) ?? ""))).toEqual(targets);
    }
  });

  it("lists nothing of front matter, comments, code spans with links, fences and escaped brackets", async () => {
    const text =
      "---\nsource: [a](front.md)\n---\n\n<!-- - [b](comment.md) -->\n\n- `[c](code.md)`\n- \\[d\\](escaped.xyz)\n\n```\n[e](fence.md)\n```\n\n    [f](indented.md)\n";
    expect((await mentionsIn(text)).filter(({ notation }) => notation === "link")).toEqual([]);
  });

  it("counts what leads to no file and leaves it out", async () => {
    const parsed = await parseMarkdown("- [mail](mailto:a@b.org)\n- <c@d.org>\n- [call](tel:+1)\n- [a](a.md)\n");
    expect(parsed.mentions.map(({ target }) => target)).toEqual(["a.md"]);
    expect(parsed.externalUrlCount).toBe(3);
  });

  it("keeps URLs of code hosts and of the published site as mentions", async () => {
    const text =
      "- [a](https://github.com/o/r/blob/main/a.md)\n- <https://raw.githubusercontent.com/o/r/main/b.md>\n- https://o.example/c\n";
    expect(await listedIn(text)).toEqual([
      ...["https://github.com/o/r/blob/main/a.md", "https://raw.githubusercontent.com/o/r/main/b.md", "https://o.example/c"],
    ]);
  });

  it("marks images as shown, not listed, also within links", async () => {
    const mentions = await mentionsIn("- ![fig](fig.png)\n- [![Build](badge.svg) Status](status.md)\n");
    expect(mentions.map(({ target, role, isEmbedded }) => [target, role, isEmbedded ?? false])).toEqual([
      ["fig.png", "passing", true],
      ["status.md", "listing", false],
      ["badge.svg", "passing", true],
    ]);
  });

  it("lists links whose labels hold brackets, code or images", async () => {
    expect(await listedIn("* [#[attribute]](a.md)\n* [`b[]`](b.md)\n* [c [d] e](c.md)\n* [![x](y.png)](d.md)\n")).toEqual([
      ...["a.md", "b.md", "c.md", "d.md"],
    ]);
  });

  it("does not take a link that a wrapped line happens to start and end with for a listing", async () => {
    const roles = async (text: string) => (await mentionsIn(text)).map(({ role }) => role);
    expect(await roles("All of it stands in\n[the overview](a.md)\nand nowhere else.\n")).toEqual(["passing"]);
    expect(await roles("[Foreword](a.md)\n[Preface](b.md)\n")).toEqual(["listing", "listing"]);
  });
});

// ------------------------------------------------------------------ any text

const word = fc.constantFrom("spec", "a b", "naïve", "规范", "😀", "x_y", "\\_", "&amp;", "RFC 9110", "12", "");
const path = fc.constantFrom(
  "a.md",
  "./b.md",
  "../c/d.pdf",
  "docs/",
  "e f.md",
  "g(1).md",
  "%20h.md",
  "i\\_j.md",
  "#top",
  "k.md#l",
  "",
  "*.md",
  "http://m.org/n.md",
);
const inline: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(word, path).map(([label, target]) => `[${label}](${target})`),
  fc.tuple(word, path).map(([label, target]) => `[${label}](<${target}> "t")`),
  fc.tuple(word, path).map(([label, target]) => `![${label}](${target})`),
  fc.tuple(word, path).map(([label, target]) => `[![${label}](${target})](${target})`),
  fc.tuple(word, word).map(([label, key]) => `[${label}][${key}]`),
  fc.tuple(path, word).map(([target, label]) => `[[${target}|${label}]]`),
  fc.tuple(path, word).map(([target, label]) => `<a href="${target}">${label}</a>`),
  path.map((target) => `\`${target}\``),
  path.map((target) => `<https://x.org/${target}>`),
  path.map((target) => `~~${target}~~`),
  fc.constantFrom(
    "**",
    "_",
    "~~",
    "`",
    "[",
    "]",
    "(",
    ")",
    "![",
    "|",
    "\\|",
    "<!-- c -->",
    "<br>",
    "  \n",
    "\n",
    "\r\n",
    "\\",
    " ",
    "[^1]",
  ),
  word,
  path,
);
const line = fc.tuple(
  fc.constantFrom(
    "",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "> > - ",
    "# ",
    "### ",
    "\t",
    "    ",
    "- [ ] ",
    "| ",
    "File: ",
    "[a]: ",
    "[^1]: ",
    "├── ",
    "│   └── ",
    "!!! note ",
  ),
  fc.array(inline, { maxLength: 6 }).map((parts) => parts.join("")),
  fc.constantFrom(
    "\n",
    "\n",
    "\r\n",
    "\n\n",
    " |\n",
    "\n===\n",
    "\n---\n",
    "\n|---|---|\n",
    "\n|---| \n",
    "\n```\n",
    "\n<table><tr><td>\n",
    "\n</td></tr></table>\n",
  ),
);
const nasty = fc
  .tuple(
    fc.constantFrom("", "\uFEFF", "---\nt: x\n---\n", "\uFEFF---\r\nt: x\r\n---\r\n"),
    fc.array(
      fc.oneof(
        { weight: 9, arbitrary: line.map((parts) => parts.join("")) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
      ),
      { maxLength: 14 },
    ),
  )
  .map(([head, lines]) => head + lines.join(""));

/** What is wrong with the mentions of a text: a place outside it, a link whose target is not what its source says. */
function faultsOf(text: string, mentions: readonly Mention[]): string[] {
  return mentions.flatMap((mention) => {
    const { target, notation, place, row } = mention;
    const source = sourceAt(text, place);
    if (source === null || sourceAt(text, row) === null) return [`${target} stands outside the text`];
    if (notation === "title") return [];
    const said = unescaped(source);
    const isPath = source !== "" && [source, said].some((text) => `${target}/`.includes(text));
    const isLink = [source, said, decodeEntities(source), `http://${said}`].includes(target);
    const isSame = notation === "link" ? isLink : isPath;
    return isSame ? [] : [`${target} stands for ${source}`];
  });
}

describe("any text", () => {
  it("is read without an error, every place inside the file and every target at its place", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        expect(faultsOf(text, await mentionsIn(text))).toEqual([]);
      }),
      { seed: 20_261_125, numRuns: 1_000 },
    );
  });

  it("is read the same where every line ends in a carriage return too", async () => {
    const plain = nasty.map((text) => text.replace(/\r/g, ""));
    const short = (mentions: readonly Mention[]) => mentions.map(({ target, role, place }) => [target, role, place.line, place.column]);
    await fc.assert(
      fc.asyncProperty(plain, async (text) => {
        fc.pre(!/^[ \t>]*(?:[-*+]|\d+[.)])[ \t]*$/m.test(text));
        expect(short(await mentionsIn(text.replace(/\n/g, "\r\n")))).toEqual(short(await mentionsIn(text)));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

// --------------------------------------------------------------------- speed

/** Processor time in milliseconds that reading a text takes: the least of up to three tries, because other work may share the machine. */
async function timeOf(text: string, enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > enough; attempt++) {
    const start = process.cpuUsage().user;
    await parseMarkdown(text);
    least = Math.min(least, (process.cpuUsage().user - start) / 1_000);
  }
  return least;
}

const LINES = 50_000;
const lines = (write: (index: number) => string) => Array.from({ length: LINES }, (_, index) => write(index)).join("\n");

describe("speed", () => {
  const LARGE = {
    links: lines((index) => `- [Document ${index}](docs/part-${index % 50}/doc-${index}.md) - what it says of ${index % 97}`),
    table: `| No | Title | File |\n|---|---|---|\n${lines((index) => `| ${index} | Document ${index} | \`doc-${index}.md\` |`)}`,
    "code spans": lines((index) => `- \`docs/doc-${index}.md\` - what it says`),
  };
  for (const [name, text] of Object.entries(LARGE)) {
    it(`reads an index of 50,000 lines (${name}) in under three seconds`, async () => {
      expect(await timeOf(text, 3_000)).toBeLessThan(3_000);
    });
  }
});

// ------------------------------------------------------------------- hostile

describe("hostile text", () => {
  const TIMES = 20_000;
  const pieces = [
    ...[
      "[",
      "![",
      "]",
      "`",
      "` `` ",
      "*",
      "*a ",
      "a* ",
      "a**b*c ",
      "_a_ ",
      "~~a ",
      "a~~ ",
      ">",
      "> ",
      ">\n",
      "- ",
      "1. ",
      "|",
      "|a",
      "<",
      "<a ",
      "<a:",
    ],
    ...[
      "a <!-- ",
      "a <? ",
      "a <!A ",
      "a <![CDATA[ ",
      "```\n",
      "~~~ ",
      "a",
      " ",
      "\\",
      "&",
      "&a;",
      "[a](",
      "[a](<",
      "[a](((((",
      '[a](b "',
      "[a](b (",
    ],
    ...[
      "[[a",
      "[[a]] ",
      "[a][",
      "[a]",
      "[a]: b\n",
      "[a]: (",
      '[a]: b "x\n',
      "[a]:\n",
      "http://a.b ",
      "www.",
      "a@",
      "`a`]",
      '<a href="x">',
      "<del>",
      "<li>",
    ],
    ...[
      "# ",
      "# a\n",
      "a\n=\n",
      "a\n",
      "- \n",
      "---\n",
      "a.md ",
      "a/",
      "(",
      "id=",
      "{#",
      "\t",
      "\r",
      "\r\n",
      "\0",
      "\ud800",
      "- [ ] a\n",
      "> - a\n",
      "|---|   \n",
    ],
  ];

  it("takes time in proportion to its length, whatever piece is repeated", { timeout: 300_000 }, async () => {
    for (const piece of pieces) expect(await timeOf(piece.repeat(TIMES), 4_000), JSON.stringify(piece)).toBeLessThan(4_000);
  });

  it("takes no longer where the pieces nest", async () => {
    const nested = [
      "[".repeat(TIMES) + "]".repeat(TIMES),
      `${"[".repeat(1_000)}${"`a`".repeat(TIMES)}${"]".repeat(1_000)}`,
      "<b>".repeat(TIMES) + "</b>".repeat(TIMES),
      Array.from({ length: 500 }, (_, depth) => `${"  ".repeat(depth)}- a\n`).join(""),
      Array.from({ length: 500 }, (_, depth) => `${">".repeat(depth)} a\n`).join(""),
      `| a |\n|---|\n| ${"[a](a.md) ".repeat(5_000)}|\n`,
      `# ${"[a](a.md) ".repeat(5_000)}`,
      `- ${"`a.md` ".repeat(5_000)}`,
      "[a](a.md) ".repeat(5_000),
      "a.md ".repeat(TIMES),
    ];
    for (const text of nested) expect(await timeOf(text, 4_000), text.slice(0, 20)).toBeLessThan(4_000);
  });
});
