import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pdfReader } from "../../src/readers/pdf.ts";
import { READ_LIMITS, readAnyDocument } from "../../src/readers/read-any-document.ts";
import { measureSignals } from "../../src/signals/measure.ts";
import { makePdf, type PageSketch, paragraph } from "./make-pdf.ts";

function fixture(name: string): Buffer {
  return readFileSync(new URL(`fixtures/pdf/${name}.pdf`, import.meta.url));
}

function read(bytes: Uint8Array, limits: Partial<typeof READ_LIMITS> = {}) {
  return pdfReader.read(bytes, { ...READ_LIMITS, ...limits });
}

async function textOf(pages: readonly PageSketch[]): Promise<string | null> {
  return (await read(makePdf({ pages }))).text;
}

async function problemsOf(bytes: Uint8Array, limits?: Partial<typeof READ_LIMITS>): Promise<string[]> {
  return (await read(bytes, limits)).problems.map(({ kind, message }) => `${kind}: ${message}`);
}

const PROSE = [
  "The keeper of the lamp writes down the hour.",
  "He does so every evening of the year,",
  "and nobody has to remind him of it.",
];

describe("pdfReader on the output of real programs", () => {
  it("reads LibreOffice's text with its headings, paragraphs and lines", async () => {
    const { text, title, markup, marks, problems } = await read(fixture("libreoffice-tide"));
    expect([title, markup, marks, problems]).toEqual(["Tide Gauge Exchange Protocol", "text/markdown", [{ line: 1, page: 1 }], []]);
    expect(text?.split("\n").slice(0, 9)).toEqual([
      "# Tide Gauge Exchange Protocol",
      "",
      "## Scope",
      "",
      "This specification says how a tide gauge hands its readings to a harbour",
      "office. It names the messages, their order and the time within which each",
      "must be answered. It does not say how a gauge is built, nor how the office",
      "stores what it receives.",
      "",
    ]);
    expect(text).toContain("\n• The height is given in millimetres above the local datum.\n• The clock is Coordinated Universal Time.\n");
  });

  it("reads LaTeX's pages without running header and page numbers, and joins words that a line's end divides", async () => {
    const { text, marks, problems } = await read(fixture("latex-register"));
    expect(problems).toEqual([]);
    expect(marks.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(text?.split("\n").slice(0, 5)).toEqual(["# Register of Gauges", "", "Office of Harbours", "", "March 2026"]);
    expect(text).not.toContain("Harbour Office Register");
    expect(text).not.toMatch(/^\d+$/m);
    expect(text).toContain("\nMaintenance is announced a day before. During maintenance\na gauge may send nothing,");
    expect(text?.match(/^## \d Register, part \d$/gm)).toHaveLength(7);
  });

  it("marks each page at its own first line", async () => {
    const { text, marks } = await read(fixture("latex-register"));
    const lines = text?.split("\n") ?? [];
    for (const mark of marks) expect(lines[mark.line - 1]).toMatch(/\S/);
    expect(new Set(marks.map(({ line }) => line)).size).toBe(marks.length);
  });

  it("reads Type 3 fonts of LaTeX, whose character numbers are the characters", async () => {
    expect(await read(fixture("latex-bitmap-font"))).toMatchObject({
      text: "A lighthouse keeper writes the hour at which the lamp was lit, and the hour\nat which it was put out.\n",
      problems: [],
    });
  });

  it("reads groff's and Chromium's text, and escapes lines that Markdown would take for markup", async () => {
    expect((await read(fixture("groff-plan"))).text).toMatch(
      /^# Plan of the Lighthouse Network\n\nOffice of Harbours\n\n1\. Purpose\n\nEach lighthouse/,
    );
    const { text, title } = await read(fixture("chromium-lamps"));
    expect(title).toBe("Rules for Buoy Lamps");
    expect(text).toContain("## Batteries\n\nA battery lasts one winter.");
    expect(text).toContain("\\# not a heading\n\\---\n\\<lamp>\n");
  });

  it("says encrypted of a PDF that needs a password to open, and reads one that needs it to be changed", async () => {
    expect(await read(fixture("qpdf-user-password"))).toEqual({
      text: null,
      markup: "text/markdown",
      title: null,
      marks: [],
      problems: [{ kind: "encrypted", message: "it opens with a password only" }],
    });
    const open = await read(fixture("qpdf-owner-password"));
    expect([open.text, open.problems]).toEqual([(await read(fixture("groff-plan"))).text, []]);
  });

  it("gives a document the title that the signals then find", async () => {
    const document = await readAnyDocument("tide.pdf", fixture("libreoffice-tide"));
    expect(document).toMatchObject({
      type: "application/pdf",
      title: "Tide Gauge Exchange Protocol",
      markup: "text/markdown",
      encoding: null,
    });
    const outline = measureSignals({ ...document, type: "text/markdown" }).outline;
    expect(outline?.titles[0]?.text).toBe("Tide Gauge Exchange Protocol");
    expect(outline?.headings.map(({ text, level }) => [level, text])).toEqual([
      [1, "Tide Gauge Exchange Protocol"],
      [2, "Scope"],
      [2, "Messages"],
      [2, "Errors"],
    ]);
  });
});

describe("pdfReader on layout", () => {
  it("parts paragraphs where the gap is wider than between lines", async () => {
    const lines = [...paragraph(PROSE), ...paragraph(["Another one begins here, and it is short."], 640)];
    expect(await textOf([{ lines }])).toBe(`${PROSE.join("\n")}\n\nAnother one begins here, and it is short.\n`);
  });

  it("joins the lines of a title, and takes no running text for one", async () => {
    const title = ["A Long Title That Needs", "Two Lines of a Page"].map((text, at) => ({ text, y: 780 - at * 24, size: 20 }));
    expect(await textOf([{ lines: [...title, ...paragraph(PROSE)] }])).toBe(
      `# A Long Title That Needs Two Lines of a Page\n\n${PROSE.join("\n")}\n`,
    );
    expect(await textOf([{ lines: paragraph(PROSE) }])).toBe(`${PROSE.join("\n")}\n`);
  });

  it("takes larger lines for headings by size, the first page's largest alone for the title", async () => {
    const first = [{ text: "Lamps", y: 780, size: 20 }, { text: "Oil", y: 740, size: 14 }, ...paragraph(PROSE)];
    const second = [{ text: "Appendix", y: 780, size: 24 }, ...paragraph(PROSE)];
    expect((await textOf([{ lines: first }, { lines: second }]))?.match(/^#.*/gm)).toEqual(["# Lamps", "### Oil", "## Appendix"]);
  });

  it("leaves repeated headers, footers and page numbers out, and no line that repeats in the text", async () => {
    const pages = [1, 2, 3, 4].map((number) => ({
      lines: [
        { text: `Lamp Office Manual, page ${number}`, y: 800, size: 9 },
        ...paragraph([`Words of page ${"one two three four".split(" ")[number - 1]} alone.`, ...PROSE, ...PROSE]),
        { text: `- ${number} -`, y: 30, size: 9 },
      ],
    }));
    const text = await textOf(pages);
    expect(text).not.toMatch(/Manual|^- \d/m);
    expect(text?.match(/Words of page \w+ alone/g)).toHaveLength(4);
    expect(text?.match(/every evening/g)).toHaveLength(8);
  });

  it("keeps what stands at the head of two pages only", async () => {
    const pages = [1, 2].map(() => ({ lines: [{ text: "Lamp Office", y: 800 }, ...paragraph(PROSE)] }));
    expect((await textOf(pages))?.match(/Lamp Office/g)).toHaveLength(2);
  });
});

describe("pdfReader on titles in metadata", () => {
  it("takes what names a document, and nothing that a program or a path wrote", async () => {
    const titleOf = async (title: string) => (await read(makePdf({ pages: [{ lines: paragraph(PROSE) }], title }))).title;
    expect(await titleOf("Lamps of the  Coast ")).toBe("Lamps of the Coast");
    const junk = [
      "",
      "untitled",
      "Untitled-1",
      "Microsoft Word - lamps.doc",
      "lamps.indd",
      "C:/My Documents/lamps",
      "/home/jo/lamps",
      "file:///lamps",
      "Document1",
      "42",
    ];
    for (const title of [...junk, "PowerPoint Presentation", "4f6c1e0aa83944bfa35b3e0c6a6c53fd"])
      expect(await titleOf(title), title).toBeNull();
  });
});

describe("pdfReader on files without text", () => {
  it("says no-text of a scan, with the number of pages and of pictures", async () => {
    expect(await problemsOf(makePdf({ pages: [{ isScan: true }, { isScan: true }, { isScan: true }] }))).toEqual([
      "no-text: 3 pages with no text and a picture on 3 of them: a scan",
    ]);
  });

  it("says no-text of a scan behind a cover, and of one with page numbers only", async () => {
    const scans = Array.from({ length: 20 }, () => ({ isScan: true }));
    expect(await problemsOf(makePdf({ pages: [{ lines: paragraph(PROSE) }, ...scans] }))).toEqual([
      "no-text: 21 pages with hardly any text (91 letters) and a picture on 20 of them: a scan",
    ]);
    const numbered = [1, 2, 3].map((number) => ({ isScan: true, lines: [{ text: `${number}`, y: 30 }] }));
    expect(await problemsOf(makePdf({ pages: numbered }))).toEqual([
      "no-text: 3 pages with hardly any text (3 letters) and a picture on 3 of them: a scan",
    ]);
  });

  it("says no-text of blank pages and of words drawn as shapes", async () => {
    expect(await problemsOf(makePdf({ pages: [{ content: "100 100 m 200 200 l S" }] }))).toEqual([
      "no-text: 1 page with no text and no pictures: it is blank, or its words are drawn as shapes",
    ]);
  });

  it("says nothing of a short text without pictures, nor of a picture beside text", async () => {
    expect(await problemsOf(makePdf({ pages: [{ lines: [{ text: "Lamp", y: 700 }] }] }))).toEqual([]);
    expect(await problemsOf(makePdf({ pages: [{ isScan: true, lines: paragraph(PROSE) }] }))).toEqual([]);
  });

  it("says no-text where the font's characters are private ones", async () => {
    const names = Array.from({ length: 26 }, (_, at) => `/uniE${(0x100 + at).toString(16).toUpperCase()}`).join(" ");
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [97 ${names}] >> >>`;
    const { text, marks, problems } = await read(makePdf({ pages: [{ lines: paragraph(PROSE) }], font }));
    expect([text, marks, problems.map(({ kind, message }) => `${kind}: ${message}`)]).toEqual([
      null,
      [],
      ["no-text: its fonts do not say which characters their glyphs stand for, so that its text cannot be read or searched"],
    ]);
  });
});

describe("pdfReader on damaged files and limits", () => {
  it("says damaged of a file that is cut off, of one without pages, and of one that is only a header", async () => {
    const cut = "damaged: it is cut off: its end, and the table of its parts there, are missing";
    expect(await problemsOf(fixture("libreoffice-tide").subarray(0, 20_000))).toEqual([cut]);
    expect(await problemsOf(Buffer.from("%PDF-1.7\n"))).toEqual([cut]);
    expect(await problemsOf(makePdf({ pages: [] }))).toEqual(["damaged: it has no page"]);
  });

  it("keeps the pages that are left, and counts those that are not", async () => {
    const bytes = makePdf({ pages: [{ lines: paragraph(PROSE) }], statedCount: 4 });
    expect(await read(bytes)).toMatchObject({
      text: `${PROSE.join("\n")}\n`,
      problems: [{ kind: "damaged", message: "3 of 4 pages cannot be read" }],
    });
  });

  it("keeps the text of a file that lost only its end", async () => {
    const bytes = makePdf({ pages: [{ lines: paragraph(PROSE) }] });
    const cut = bytes.subarray(0, bytes.lastIndexOf("startxref"));
    expect(await read(cut)).toMatchObject({
      text: `${PROSE.join("\n")}\n`,
      problems: [{ kind: "damaged", message: "it is cut off: its end is missing; 1 page could be read" }],
    });
  });

  it("says nothing of a file whose table is wrong and whose end is there: every program repairs that", async () => {
    const shifted = Buffer.concat([Buffer.from("junk before it\n"), makePdf({ pages: [{ lines: paragraph(PROSE) }] })]);
    expect(await read(shifted)).toMatchObject({ text: `${PROSE.join("\n")}\n`, problems: [] });
  });

  it("stops at the limits of pages and of text, and says so", async () => {
    const bytes = makePdf({ pages: [1, 2, 3, 4].map(() => ({ lines: paragraph(PROSE) })) });
    expect(await problemsOf(bytes, { parts: 2 })).toEqual([
      "unreadable: it has 4 pages, of which the first 2 were read; the limit is 2 pages",
    ]);
    const short = await read(bytes, { textLength: 150 });
    expect(short.text?.length).toBeLessThanOrEqual(150);
    expect(short.problems.map(({ message }) => message)).toEqual([
      "it has 4 pages, of which the first 2 were read; the limit is 10 seconds or 150 characters",
    ]);
  });

  it("reads several files at once, each as it does alone", async () => {
    const names = ["libreoffice-tide", "groff-plan", "qpdf-user-password", "chromium-lamps"];
    const together = await Promise.all(names.map((name) => read(fixture(name))));
    for (const [at, name] of names.entries()) expect(together[at]).toEqual(await read(fixture(name)));
  });
});
