import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../../src/indexes/markdown.ts";
import type { Mention } from "../../../src/types.ts";
import { sourceAt } from "../place-faults.ts";

const mentionsIn = async (text: string): Promise<readonly Mention[]> => (await parseMarkdown(text)).mentions;
const rolesIn = async (text: string) => (await mentionsIn(text)).map(({ target, role }) => `${target} ${role}`);
const claimsIn = async (text: string) => (await mentionsIn(text)).filter(({ role }) => role === "listing").map(({ claims }) => claims);
const basesIn = async (text: string) => (await mentionsIn(text)).map(({ target, bases }) => [target, ...bases]);

describe("list items", () => {
  it("lists the link, code span or bare name that opens an item, behind bullets, numbers, boxes, emoji and emphasis", async () => {
    const text = "- [a](a.md)\n- `b.md` - b\n- c.md: c\n- [x] [d](d.md)\n- 📄 [e](e.md)\n- **f.md** (what it is)\n- (1) [g](g.md)\n";
    expect(await rolesIn(text)).toEqual(["a", "b", "c", "d", "e", "f", "g"].map((name) => `${name}.md listing`));
  });

  it("takes what a sentence mentions as passing", async () => {
    expect(await rolesIn("- See [a](a.md) for more.\n- Read `b.md` and `c.md` first.\n- The file d.md is gone\n")).toEqual([
      ...["a.md passing", "b.md passing", "c.md passing", "d.md passing"],
    ]);
  });

  it("lists what is chained to the first by commas, bars, plus signs, arrows and the word and", async () => {
    expect(
      await rolesIn("- `a.md`, `b.md` and `c.md`: three\n- [d](d.md) | [e](e.md)\n- [f](f.md) + [g](g.md)\n- `h.md` → `i.md`\n"),
    ).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((name) => `${name}.md listing`));
  });

  it("takes a second reference behind words as passing", async () => {
    expect(await rolesIn("- [a](a.md) - replaces [b](b.md), see `c.md`\n")).toEqual(["a.md listing", "b.md passing", "c.md passing"]);
  });

  it("lists what a short label with a colon, or a title with a generic link behind it, names", async () => {
    const text = "- PDF: `a.pdf`\n- **A long title** ([pdf](b.pdf))\n- Some Paper - [paper](c.pdf)\n";
    expect(await rolesIn(text)).toEqual(["a.pdf listing", "b.pdf listing", "c.pdf listing"]);
    expect((await claimsIn(text)).slice(1)).toEqual([{ title: "A long title" }, { title: "Some Paper" }]);
  });

  it("takes no argument of a command for a listing", async () => {
    expect(await rolesIn("- `npm run docs -- a.md`\n")).toEqual(["a.md passing"]);
  });

  it("takes a link without a target as listed", async () => {
    expect(await rolesIn("- [Later]()\n")).toEqual([" listing"]);
  });

  it("marks what is struck", async () => {
    const mentions = await mentionsIn("- ~~[a](a.md)~~\n- [~~b~~](b.md)\n- ~~`c.md`~~\n- [d](d.md)\n");
    expect(mentions.map(({ target, isStruck }) => [target, isStruck ?? false])).toEqual([
      ["a.md", true],
      ["b.md", true],
      ["c.md", true],
      ["d.md", false],
    ]);
  });

  it("gives entries of one list one listing, and of another list another", async () => {
    const mentions = await mentionsIn("- [a](a.md)\n  - [b](b.md)\n\ntext\n\n- [c](c.md)\n");
    expect(mentions.map(({ listing }) => listing)).toEqual(["list-1", "list-1", "list-6"]);
  });

  it("gives the whole item as the row, its words as the row's text", async () => {
    const text = "- [ ] [a](a.md) - **planned**, see\n  `b.md`\n";
    const [first] = await mentionsIn(text);
    expect(first && sourceAt(text, first.row)).toBe(text.trimEnd());
    expect(first?.rowText).toBe("a - planned, see b.md");
  });
});

describe("targets with a colon", () => {
  it("are mentions where a file's name stands before it, and counted as URLs where a scheme does", async () => {
    const text = "- [a](a.md::$DATA)\n- [b](b.md:12)\n- [c](mailto:c@d.org)\n- [e](https://e.org)\n";
    expect((await mentionsIn(text)).map(({ target }) => target)).toEqual(["a.md::$DATA", "b.md:12", "https://e.org"]);
    expect((await parseMarkdown(text)).externalUrlCount).toBe(1);
  });
});

describe("lines of hostile length", () => {
  it.each([
    ["code spans in one item", `- ${Array.from({ length: 5000 }, (_, at) => `\`n${at}.md\``).join(", ")}\n`, 5000],
    ["bare names in one item", `- x ${Array.from({ length: 20_000 }, (_, at) => `n${at}.md`).join(" and ")}\n`, 20_000],
    ["links in one heading", `# ${Array.from({ length: 5000 }, (_, at) => `[a](n${at}.md)`).join(", ")}\n`, 5000],
    ["names in one field", `Files: ${Array.from({ length: 5000 }, (_, at) => `n${at}.md`).join(" or what was once called ")}\n`, 5000],
    ["a colon a hundred thousand times", `- [a](a.md) x${":".repeat(100_000)}x\n`, 1],
    ["a name in a code span", `- \`${"a".repeat(100_000)}!\`\n`, 0],
    ["marks before a name", `- see ${"!".repeat(100_000)}a.md\n`, 0],
    ["escapes", `- [a](a.md) ${"\\_".repeat(50_000)}\n`, 1],
    ["braces in a target", `- [a](${"{,".repeat(5000)})\n`, 1],
  ])("cost no more than their length: %s", async (_, text, count) => {
    const started = performance.now();
    expect(await mentionsIn(text)).toHaveLength(count);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("claims of a line", () => {
  it("takes a link's words as title and what follows as description", async () => {
    expect(
      await claimsIn("- [The Models](a.md) - how they are made\n- [Views](b.md): what is seen\n- [Rest](c.md)\n- [D](d.md) (old)\n"),
    ).toEqual([
      { title: "The Models", description: "how they are made" },
      { title: "Views", description: "what is seen" },
      { title: "Rest" },
      { title: "D", description: "(old)" },
    ]);
  });

  it("claims no title where the label is the path, a file's name or a generic word", async () => {
    expect(await claimsIn("- [a.md](docs/a.md)\n- `b.md`\n- [link](c.md)\n- [here](d.md) is d\n")).toEqual([
      {},
      {},
      {},
      { description: "is d" },
    ]);
  });

  it("reads numbers and identifiers that open a label", async () => {
    expect(await claimsIn("- [12](12.md)\n- [#3](3.md)\n- [RFC 9110](9110.txt)\n- [BOLT #3: Transactions](03.md)\n")).toEqual([
      { number: "12" },
      { number: "3" },
      { title: "RFC 9110", identifier: "RFC 9110", number: "9110" },
      { title: "BOLT #3: Transactions", identifier: "BOLT #3", number: "3" },
    ]);
  });

  it("takes the item above as the title of a file in a metadata line", async () => {
    expect(await claimsIn("- **Setup**\n  - File: `setup.md`\n  - Status: Draft\n")).toEqual([{ title: "Setup", status: "Draft" }]);
  });
});

describe("headings", () => {
  it("lists a heading that is or opens with a path or link, or ends with one", async () => {
    const text = "## [a](a.md)\n\n## b.md\n\n## `c.md` - title\n\n## 3. [d](d.md)\n\n## Title - `e.md`\n\n## The `f.md` of old\n";
    expect(await rolesIn(text)).toEqual(["a.md listing", "b.md listing", "c.md listing", "d.md listing", "e.md listing", "f.md passing"]);
  });

  it("gives the metadata lines of its section to the document it names, until the next heading", async () => {
    const text = "## [a](a.md)\n\n- Status: Draft\n- Version: 1.2\n\nWords.\n\n## [b](b.md)\n\nAuthor: Ann\n";
    expect(await claimsIn(text)).toEqual([
      { title: "a", status: "Draft", version: "1.2" },
      { title: "b", owner: "Ann" },
    ]);
  });

  it("takes the heading as the title of the file in a metadata line", async () => {
    for (const line of ["File: `a.md`", "**File:** a.md", "**File**: [a](a.md)", "- Path: a.md"]) {
      const [mention] = await mentionsIn(`## Setup guide\n\n${line}\n`);
      expect([mention?.target, mention?.role, mention?.claims.title], line).toEqual(["a.md", "listing", "Setup guide"]);
    }
  });

  it("is the section of what stands below, outermost first, until one of its level or above", async () => {
    const text = "# One\n\n## Two *b*\n\n- [a](a.md)\n\n# Three\n\n- [b](b.md)\n\nFour\n----\n\n- [c](c.md)\n";
    expect((await mentionsIn(text)).map(({ sections }) => sections)).toEqual([["One", "Two b"], ["Three"], ["Three", "Four"]]);
  });
});

describe("base folders", () => {
  it("takes the folder that a heading names for what stands below, the inner heading's first", async () => {
    const text = "## Synthesis (`synthesis/`)\n\n- a.md\n\n### Old (`synthesis/old/`)\n\n- `b.md`\n\n## Rest\n\n- c.md\n";
    expect((await basesIn(text)).filter(([target]) => target?.endsWith(".md"))).toEqual([
      ["a.md", "synthesis/"],
      ["b.md", "synthesis/old/", "synthesis/"],
      ["c.md"],
    ]);
  });

  it("does not list a folder that a heading names beside its title", async () => {
    expect(await rolesIn("## Synthesis (`synthesis/`)\n")).toEqual([]);
  });

  it("takes the folder of the item above, and of the paragraph just before", async () => {
    const text = "Documents in `extra/`:\n\n- a.md\n\nOthers:\n\n- Group (`grp/`)\n  - b.md\n- c.md\n";
    expect((await basesIn(text)).filter(([target]) => target?.endsWith(".md"))).toEqual([["a.md", "extra/"], ["b.md", "grp/"], ["c.md"]]);
  });

  it("takes none where several folders are named", async () => {
    expect(await basesIn("## From `a/` to `b/`\n\n- [c](c.md)\n")).toContainEqual(["c.md"]);
  });

  it("takes the root of a drawing for its lines", async () => {
    expect(await basesIn("## Files (`set/`)\n\n```\nset/core/\n├── a.md\n└── b.md  # second\n```\n")).toEqual([
      ["a.md", "set/core", "set/"],
      ["b.md", "set/core", "set/"],
    ]);
  });
});

describe("tree drawings", () => {
  it("list each file with its comment as description, in a listing of their own", async () => {
    const mentions = await mentionsIn("```\n.\n├── a.md  ← first\n└── sub/\n    └── b.md\n```\n");
    expect(mentions.map(({ target, role, notation, listing, claims }) => [target, role, notation, listing, claims])).toEqual([
      ["a.md", "listing", "path", "drawing-1", { description: "first" }],
      ["sub/", "listing", "path", "drawing-1", {}],
      ["sub/b.md", "listing", "path", "drawing-1", {}],
    ]);
  });

  it("are not seen in flow charts and code", async () => {
    expect(await mentionsIn("```\nStart\n├── Check it\n└── Done\n```\n\n```python\nopen('a.md')\n```\n")).toEqual([]);
  });
});

describe("paragraphs", () => {
  it("list a link that stands alone in its line, or with a description", async () => {
    expect(await rolesIn("[a](a.md)\n[b](b.md)\n\n[c](c.md) - the third\n\n[d](d.md) is used by all.\n")).toEqual([
      ...["a.md listing", "b.md listing", "c.md listing", "d.md passing"],
    ]);
  });

  it("take paths and links in sentences as passing", async () => {
    expect(await rolesIn("As `a.md` says, [b](b.md) and docs/c.md hold.\n")).toEqual(["a.md passing", "b.md passing", "docs/c.md passing"]);
  });
});

describe("lines that say more than a path", () => {
  const mentionsOf = async (text: string) => (await parseMarkdown(text)).mentions;

  it("lists every wiki link of a chain", async () => {
    expect((await mentionsOf("- [[a]], [[b]]\n")).map(({ target, role }) => `${target} ${role}`)).toEqual(["a listing", "b listing"]);
  });

  it("takes the words before a link of one generic word for the title, full stops included", async () => {
    const [mention] = await mentionsOf("- **Second paper.** Author, 2020. [PDF](q.pdf)\n");
    expect([mention?.role, mention?.claims.title]).toEqual(["listing", "Second paper. Author, 2020."]);
  });

  it("claims no title from the name of a field", async () => {
    const [mention] = await mentionsOf("File: a.md\n");
    expect([mention?.target, mention?.claims.title]).toEqual(["a.md", undefined]);
  });

  it("keeps the title of the title column where the link stands in a column of paths", async () => {
    const [mention] = await mentionsOf("| # | Title | File |\n| --- | --- | --- |\n| 1 | First | [a](a.md) |\n");
    expect(mention?.claims.title).toBe("First");
  });

  it("claims no title from a cell that is a path", async () => {
    const [mention] = await mentionsOf("| Name |\n| --- |\n| `a.pdf` |\n");
    expect([mention?.target, mention?.claims.title]).toEqual(["a.pdf", undefined]);
  });
});
