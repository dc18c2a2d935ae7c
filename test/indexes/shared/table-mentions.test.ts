import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../../src/indexes/markdown.ts";
import type { Mention } from "../../../src/types.ts";
import { sourceAt } from "../place-faults.ts";

const mentionsIn = async (text: string): Promise<readonly Mention[]> => (await parseMarkdown(text)).mentions;
const rolesIn = async (text: string) => (await mentionsIn(text)).map(({ target, role }) => `${target} ${role}`);
const claimsIn = async (text: string) => (await mentionsIn(text)).map(({ claims }) => claims);

describe("which cells list", () => {
  it("lists links, code spans and bare names in a column headed as files", async () => {
    const text = "| File | Purpose |\n|---|---|\n| [a](a.md) | x |\n| `b.md` | y |\n| c.md | z |\n";
    expect(await rolesIn(text)).toEqual(["a.md listing", "b.md listing", "c.md listing"]);
  });

  it("lists paths in a column that mostly holds paths, whatever its heading", async () => {
    expect(await rolesIn("| What | Where it is |\n|---|---|\n| x | `a.md` |\n| y | – |\n| z | b.md |\n")).toEqual([
      "a.md listing",
      "b.md listing",
    ]);
  });

  it("takes paths in other columns as passing, and links that open a cell as listed", async () => {
    const text =
      "| File | Purpose |\n|---|---|\n| `a.md` | replaces `b.md` |\n| `c.md` | [d](d.md) of old |\n| `e.md` | as in [f](f.md) |\n";
    expect(await rolesIn(text)).toEqual([
      ...["a.md listing", "b.md passing", "c.md listing", "d.md listing", "e.md listing", "f.md passing"],
    ]);
  });

  it("lists several targets in a cell, by commas, slashes and line breaks", async () => {
    const text = "| File |\n|---|\n| `a.md`, `b.md` |\n| [c](c.md) / [d](d.md) |\n| [e](e.md)<br>[f](f.md) |\n";
    expect(await rolesIn(text)).toEqual(["a", "b", "c", "d", "e", "f"].map((name) => `${name}.md listing`));
  });

  it("passes over images, and keeps empty cells in their columns", async () => {
    const mentions = await mentionsIn("| Icon | File | Title |\n|---|---|---|\n| ![i](i.svg) | [a](a.md) | A |\n| | [b](b.md) | B |\n");
    expect(mentions.map(({ target, role, isEmbedded, claims }) => [target, role, isEmbedded ?? false, claims.description])).toEqual([
      ["i.svg", "passing", true, undefined],
      ["a.md", "listing", false, undefined],
      ["b.md", "listing", false, undefined],
    ]);
  });

  it("reads a first row that is an entry although it stands where the heading is", async () => {
    const text = "| [00][00] | Cryptography |\n|---|---|\n| [01][01] | Keys |\n\n[00]: 00.md\n[01]: 01.md\n";
    const mentions = await mentionsIn(text);
    expect(mentions.map(({ target, role }) => [target, role])).toEqual([
      ["00.md", "listing"],
      ["01.md", "listing"],
    ]);
    expect(mentions.map(({ place }) => sourceAt(text, place))).toEqual(["00.md", "01.md"]);
    expect(mentions.map(({ row }) => row.line)).toEqual([1, 3]);
  });

  it("makes each column a listing of its own", async () => {
    const mentions = await mentionsIn("| Old file | New file |\n|---|---|\n| `a.md` | `b.md` |\n");
    expect(mentions.map(({ target, listing }) => [target, listing])).toEqual([
      ["a.md", "table-1-0"],
      ["b.md", "table-1-1"],
    ]);
  });

  it("marks a row's struck link", async () => {
    const mentions = await mentionsIn("| File |\n|---|\n| ~~[a](a.md)~~ |\n| [b](b.md) |\n");
    expect(mentions.map(({ isStruck }) => isStruck ?? false)).toEqual([true, false]);
  });
});

describe("claims of a row", () => {
  it("reads them from the columns by their headings", async () => {
    const hash = "ab12".repeat(16);
    const text = `| File | Name | Owner | Date | Version | Size | SHA256 |\n|---|---|---|---|---|---|---|\n| \`a.pdf\` | A | Ann | 2025-09-07 | 1.2 | 12 KB | ${hash} |\n`;
    expect(await claimsIn(text)).toEqual([
      {
        ...{ title: "A", owner: "Ann", date: "2025-09-07", version: "1.2", size: { value: 12, unit: "KB" } },
        checksum: { algorithm: "sha256", value: hash },
      },
    ]);
  });

  it("takes the number from the link and the title from its own column", async () => {
    const text = "| Nr | Title | Owner |\n|---|---|---|\n| [1](bip-0001.md) | Purpose | A |\n| [#27](x/0027-b.md) | Other | B |\n";
    expect(await claimsIn(text)).toEqual([
      { number: "1", title: "Purpose", owner: "A" },
      { number: "27", title: "Other", owner: "B" },
    ]);
  });

  it("gives every target of a cell the row's claims", async () => {
    expect(await claimsIn("| # | Title | File | Status |\n|---|---|---|---|\n| 3 | Third | c.md, `d.md` | Final |\n")).toEqual([
      { number: "3", title: "Third", status: "Final" },
      { number: "3", title: "Third", status: "Final" },
    ]);
  });

  it("gives the whole row as text and place", async () => {
    const text = "| File | What |\n|---|---|\n| `a.md` | *planned* for 2027 |\n";
    const [mention] = await mentionsIn(text);
    expect(mention?.rowText).toBe("a.md | planned for 2027");
    expect(mention && sourceAt(text, mention.row)).toBe("| `a.md` | *planned* for 2027 |");
  });
});

describe("rows without a path", () => {
  it("are mentions by title where the table has a title, number or identifier column", async () => {
    const text = "| ID | Name |\n|---|---|\n| 007 | Contact frontend |\n| 008 | Contact backend |\n";
    const mentions = await mentionsIn(text);
    expect(mentions.map(({ target, notation, role, claims }) => [target, notation, role, claims])).toEqual([
      ["Contact frontend", "title", "listing", { identifier: "007", title: "Contact frontend" }],
      ["Contact backend", "title", "listing", { identifier: "008", title: "Contact backend" }],
    ]);
    expect(mentions.map(({ place }) => sourceAt(text, place))).toEqual(["Contact frontend", "Contact backend"]);
  });

  it("are none in a table of other things", async () => {
    expect(await mentionsIn("| Key | Meaning of it |\n|---|---|\n| x | y |\n".replace("Key", "Colour"))).toEqual([]);
  });

  it("are none where the title leads to another site", async () => {
    expect((await rolesIn("| Name |\n|---|\n| [x](https://x.org) |\n")).filter((role) => role.startsWith("x "))).toEqual([]);
  });
});

describe("base folders", () => {
  it("takes the folder in a column's heading first, for that column", async () => {
    const mentions = await mentionsIn("## Moves (`site/`)\n\n| Current (`docs/`) | New |\n|---|---|\n| `a.md` | `b.md` |\n");
    expect(mentions.map(({ target, bases }) => [target, ...bases])).toEqual([
      ["a.md", "docs/", "site/"],
      ["b.md", "site/"],
    ]);
  });
});

describe("tables in other blocks", () => {
  it("are read in list items, quotes and HTML", async () => {
    const text =
      '- item\n\n  | File |\n  |---|\n  | `a.md` |\n\n> | File |\n> |---|\n> | `b.md` |\n\n<table><tr><th>File</th></tr><tr><td><a href="c.md">C</a></td></tr></table>\n';
    expect(await rolesIn(text)).toEqual(["a.md listing", "b.md listing", "c.md listing"]);
  });

  it("are read with carriage returns and with blanks behind the delimiter row", async () => {
    expect(await rolesIn("| File | What |\r\n|---|---|\r\n| `a.md` | see `b.md` |\r\n")).toEqual(["a.md listing", "b.md passing"]);
    expect(await rolesIn("| File | What |\n|---|---|  \n| `a.md` | see `b.md` |\n")).toEqual(["a.md listing", "b.md passing"]);
  });
});
