import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delimited } from "../../src/indexes/delimited.ts";
import { readDelimited, sniffDelimiter } from "../../src/indexes/shared/delimited-text.ts";
import { indexFaults, listedTargets, mutate, targetSource } from "./index-faults.ts";

const parse = (text: string, path = "INDEX.csv") => delimited.parse(text, path);
const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const SHA256 = "6d7ebc44c5bc26207e62f4f628f912e1a0f41ed11764891aa7dd99eab83228e7";

describe("delimited", () => {
  it("reads paths and claims by the header", async () => {
    const text = lines(
      "Doc ID,Title,File,Status,Last Updated,Pages,SHA-256,Owner,URL,Layer",
      `REQ-7,"Tides, in general",spec/tides.md,Draft,2026-03-01,12,${SHA256},"Ada, Bo",https://x.example/t,2`,
    );
    const { mentions, problems } = await parse(text);
    expect(problems).toEqual([]);
    expect(mentions).toEqual([
      {
        target: "spec/tides.md",
        place: { line: 2, column: 27, end: { line: 2, column: 40 } },
        row: { line: 2, column: 1, end: { line: 2, column: (text.split("\n")[1]?.length ?? 0) + 1 } },
        notation: "link",
        role: "listing",
        listing: "column-3",
        label: "Tides, in general",
        claims: {
          identifier: "REQ-7",
          title: "Tides, in general",
          status: "Draft",
          date: "2026-03-01",
          size: { value: 12, unit: "page" },
          checksum: { algorithm: "sha256", value: SHA256 },
          owner: "Ada, Bo",
          sourceUrl: "https://x.example/t",
        },
        rowText: `REQ-7 | Tides, in general | spec/tides.md | Draft | 2026-03-01 | 12 | ${SHA256} | Ada, Bo | https://x.example/t | 2`,
        sections: [],
        bases: [],
      },
    ]);
  });

  it.each([
    [",", "a.csv"],
    [";", "a.csv"],
    ["|", "a.csv"],
    ["\t", "a.csv"],
    ["\t", "a.tsv"],
  ])("finds the delimiter %j of %s", async (delimiter, path) => {
    const rows = [
      ["Path", "Title"],
      ["a.md", "One, two"],
      ["b.md", "x; y"],
      ["c.md", "z"],
    ];
    const text = rows.map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join("\r\n");
    expect(sniffDelimiter(text, path)).toEqual({ delimiter, from: 0 });
    const parsed = await parse(text, path);
    expect(parsed.mentions.map(({ target, claims }) => [target, claims.title])).toEqual([
      ["a.md", "One, two"],
      ["b.md", "x; y"],
      ["c.md", "z"],
    ]);
    expect(indexFaults(text, parsed)).toEqual([]);
  });

  it("obeys the line by which Excel names the delimiter, and counts a BOM", async () => {
    const text = "\uFEFFsep=;\r\nfile;title\r\na.md;x, y\r\n";
    const { mentions } = await parse(text);
    expect(mentions.map((mention) => targetSource(text, mention))).toEqual(["a.md"]);
    expect(mentions[0]?.place).toEqual({ line: 3, column: 1, end: { line: 3, column: 5 } });
  });

  it("takes the column that is mostly paths where no heading says which", async () => {
    const { mentions } = await parse(lines("what,where it is,remark", "One,docs/a.md,see b.md and more", "Two,docs/b.md,", "Three,-,"));
    expect(mentions.map(({ target, notation, listing }) => [target, notation, listing])).toEqual([
      ["docs/a.md", "path", "column-2"],
      ["docs/b.md", "path", "column-2"],
    ]);
  });

  it("reads a file without header", async () => {
    const { mentions } = await parse(lines("spec/a.md,First", "spec/b.md,Second"));
    expect(mentions.map(({ target, claims, label, rowText }) => [target, claims, label, rowText])).toEqual([
      ["spec/a.md", {}, "spec/a.md", "spec/a.md | First"],
      ["spec/b.md", {}, "spec/b.md", "spec/b.md | Second"],
    ]);
  });

  it("reads a bare list of paths", async () => {
    expect(listedTargets(await parse("a.md\nb/c.pdf\n"))).toEqual(["a.md", "b/c.pdf"]);
    expect(listedTargets(await parse("path\ndocs/intro\nb/c.pdf\n"))).toEqual(["docs/intro", "b/c.pdf"]);
  });

  it("reads several targets of a cell, each at its place", async () => {
    const text = lines("title,files", 'One,"a.md; b.md"', 'Two,"c.md\nd.md"', "Three,e.md");
    const { mentions } = await parse(text);
    expect(mentions.map((mention) => [mention.target, mention.claims.title, targetSource(text, mention)])).toEqual([
      ["a.md", "One", "a.md"],
      ["b.md", "One", "b.md"],
      ["c.md", "Two", "c.md"],
      ["d.md", "Two", "d.md"],
      ["e.md", "Three", "e.md"],
    ]);
    expect(mentions[3]?.place).toEqual({ line: 4, column: 1, end: { line: 4, column: 5 } });
    expect(mentions[3]?.row).toEqual({ line: 3, column: 1, end: { line: 4, column: 6 } });
  });

  it("joins a folder's column as the base of the names", async () => {
    const { mentions } = await parse(lines("folder,filename", "specs,a.md"));
    expect(mentions[0]).toMatchObject({ target: "a.md", bases: ["specs"], notation: "path" });
  });

  it("lists once what a path and a file name column both name, and both of two different files", async () => {
    expect(listedTargets(await parse(lines("path,filename", "docs/a.md,a.md")))).toEqual(["docs/a.md"]);
    expect(listedTargets(await parse(lines("path,pdf", "docs/a.md,print/a.pdf")))).toEqual(["docs/a.md", "print/a.pdf"]);
  });

  it("names rows by title, identifier or number where no column holds a path", async () => {
    const { mentions } = await parse(lines("ID,Title,Status", "RFC-1,Tides,Final", "RFC-2,,Draft"));
    expect(mentions.map(({ target, notation, listing, claims }) => [target, notation, listing, claims])).toEqual([
      ["Tides", "title", "titles", { identifier: "RFC-1", title: "Tides", status: "Final" }],
      ["RFC-2", "title", "titles", { identifier: "RFC-2", status: "Draft" }],
    ]);
  });

  it("takes the URLs for what is listed where no other column lists", async () => {
    const { mentions } = await parse(lines("title,url", "Tides,https://code.example/o/r/blob/main/tides.md"));
    expect(mentions[0]).toMatchObject({ target: "https://code.example/o/r/blob/main/tides.md", label: "Tides", notation: "link" });
  });

  it("passes over a title line above the header and blank lines", async () => {
    const { mentions } = await parse(lines("All documents of the station,,", "", "File,Title,Status", "a.md,One,Draft"));
    expect(mentions.map(({ target, claims }) => [target, claims])).toEqual([["a.md", { title: "One", status: "Draft" }]]);
  });

  it("tells of a quote that is never closed, and reads the lines after it", async () => {
    const { mentions, problems } = await parse(lines("path,title", 'a.md,"One', "b.md,Two"));
    expect(mentions.map(({ target }) => target)).toEqual(["a.md", "b.md"]);
    expect(problems).toEqual([
      { message: "a quote is opened and never closed", place: { line: 2, column: 6, end: { line: 2, column: 7 } } },
    ]);
  });

  it("cuts well-formed text as csv-parse does, and gives each cell the source that it stands for", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "é", "🙂", " ", ",", '"', "\n", ";", "0"), maxLength: 6 })
      .map((text) => text.trim());
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const isFilled = (row: readonly string[]) => row.some((text) => text !== "");
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
        const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const source = rows.map((row) => row.map(quote).join(",") + end).join("");
        const read = readDelimited(source, { delimiter: ",", from: 0 });
        const expected: string[][] = parseCsv(source, { relax_column_count: true, record_delimiter: end });
        expect(read.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(expected.filter(isFilled));
        for (const { text, from, to } of read.rows.flatMap(({ cells }) => cells))
          expect(source.slice(from, to).replaceAll('""', '"')).toBe(text);
        expect(read.problems).toEqual([]);
      }),
      { seed: 17, numRuns: 250 },
    );
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const text = lines("ID;Title;File", 'A;"x ""y""";a.md', 'B;"z\nw";"b.md|c.md"', ";;");
    const change = fc.record({
      at: fc.nat(100),
      length: fc.nat(10),
      insert: fc.constantFrom("", "\n", "\r", '"', ";", ",", "\t", "sep=,\n", "\uFEFF"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          change.map((slip) => mutate(text, slip)),
          fc.string({ unit: "binary", maxLength: 200 }),
        ),
        async (source) => {
          expect(indexFaults(source, await parse(source))).toEqual([]);
        },
      ),
      { seed: 19, numRuns: 200 },
    );
  });
});
