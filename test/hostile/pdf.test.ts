/** PDFs that are made to hang, crash or fool their reader: each gives a document, in little time, and leaves the next one readable. */
import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pdfReader } from "../../src/readers/pdf.ts";
import { READ_LIMITS } from "../../src/readers/read-any-document.ts";
import type { RichText } from "../../src/readers/rich-reader.ts";
import { makePdf, paragraph, pdfOfObjects, stream } from "../readers/make-pdf.ts";

const WORDS = ["The keeper of the lamp writes down the hour."];
const HEALTHY = makePdf({ pages: [{ lines: paragraph(WORDS) }] });
const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const TREE = "<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] >>";

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../readers/fixtures/pdf/${name}.pdf`, import.meta.url));
}

/** Reads, and holds what every outcome must hold. */
async function read(bytes: Uint8Array): Promise<RichText> {
  const outcome = await pdfReader.read(bytes, READ_LIMITS);
  expect(outcome.text === null || outcome.text !== "").toBe(true);
  const lines = outcome.text?.split("\n").length ?? 0;
  expect(outcome.marks.every((mark, at) => mark.line >= 1 && mark.line < lines && mark.line > (outcome.marks[at - 1]?.line ?? 0))).toBe(
    true,
  );
  return outcome;
}

async function kindsOf(bytes: Uint8Array): Promise<string[]> {
  return (await read(bytes)).problems.map(({ kind }) => kind);
}

async function expectHealthy(): Promise<void> {
  expect(await read(HEALTHY)).toMatchObject({ text: `${WORDS.join("\n")}\n`, problems: [] });
}

/** A page with this content, and objects from number 6 on. */
function onePage(content: string, resources = "/Font << /F 5 0 R >>", ...others: readonly string[]): Buffer {
  return pdfOfObjects([
    CATALOG,
    TREE,
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << ${resources} >> >>`,
    content,
    FONT,
    ...others,
  ]);
}

describe("a PDF's page tree", () => {
  it("may lead back to itself", async () => {
    const loop = pdfOfObjects([
      CATALOG,
      "<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R 2 0 R] >>",
      "<< /Type /Pages /Count 1 /Kids [2 0 R] >>",
    ]);
    expect(await kindsOf(loop)).toEqual(["damaged"]);
    await expectHealthy();
  });

  it("may say that it has two thousand million pages, or fewer than none", async () => {
    for (const statedCount of [2_000_000_000, 99_999_999_999, -5]) {
      const { text } = await read(makePdf({ pages: [{ lines: paragraph(WORDS) }], statedCount }));
      expect(text).toBe(`${WORDS[0]}\n`);
    }
    await expectHealthy();
  });

  it("may be nested five thousand deep", async () => {
    const nodes = Array.from({ length: 5000 }, (_, at) => `<< /Type /Pages /Count 1 /Kids [${at + 3} 0 R] >>`);
    expect(await kindsOf(pdfOfObjects([CATALOG, ...nodes, "<< /Type /Page >>"]))).toEqual(["damaged"]);
    await expectHealthy();
  });
});

describe("a PDF's objects", () => {
  it("may have huge numbers", async () => {
    const text = HEALTHY.toString("latin1");
    for (const number of ["4294967295", "99999999999999999999", "2147483647"]) {
      await read(Buffer.from(text.replaceAll("2 0 R", `${number} 0 R`), "latin1"));
      await read(Buffer.from(text.replace("0 8\n", `0 ${number}\n`).replace("/Size 8", `/Size ${number}`), "latin1"));
    }
    await expectHealthy();
  });

  it("may be named by a table that is its own predecessor", async () => {
    const text = HEALTHY.toString("latin1");
    const start = text.lastIndexOf("xref\n0");
    expect(await read(Buffer.from(text.replace("trailer\n<<", `trailer\n<< /Prev ${start}`), "latin1"))).toMatchObject({
      text: `${WORDS[0]}\n`,
    });
  });

  it("may be arrays nested a hundred thousand deep, or names and strings without an end", async () => {
    for (const body of [
      "[".repeat(100_000),
      "<<".repeat(100_000),
      `/${"a".repeat(100_000)}`,
      `(${"(".repeat(100_000)}`,
      `<${"4".repeat(100_000)}`,
    ])
      await read(pdfOfObjects([CATALOG, TREE, body]));
    await expectHealthy();
  });

  it("may be streams without an end, with a length that lies", async () => {
    const text = HEALTHY.toString("latin1");
    for (const changed of [
      text.replace(/endstream[\s\S]*/, ""),
      text.replace(/\/Length \d+/g, "/Length 2147483647"),
      text.replace(/\/Length \d+/g, "/Length -1"),
    ])
      await read(Buffer.from(changed, "latin1"));
    await expectHealthy();
  });
});

describe("a PDF's content", () => {
  it("may expand to two hundred megabytes", async () => {
    const packed = deflateSync(deflateSync(Buffer.alloc(200_000_000, " "))).toString("latin1");
    const outcome = await read(onePage(stream(packed, "/Filter [/FlateDecode /FlateDecode]")));
    expect(outcome.text).toBeNull();
    await expectHealthy();
  });

  it("may draw itself within itself", async () => {
    const form = stream(
      "/X Do BT /F 10 Tf 72 700 Td (Lamp) Tj ET",
      "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> /Font << /F 5 0 R >> >>",
    );
    await read(onePage(stream("/X Do"), "/XObject << /X 6 0 R >> /Font << /F 5 0 R >>", form));
    await expectHealthy();
  });

  it("may be a hundred thousand nested states, or as many letters at one place", async () => {
    await read(onePage(stream("q ".repeat(100_000))));
    const { text } = await read(onePage(stream(`BT /F 10 Tf 72 700 Td (${"a".repeat(100_000)}) Tj ET`)));
    expect(text?.startsWith("aaaa")).toBe(true);
    await expectHealthy();
  });

  it("may have places and sizes that no page has", async () => {
    for (const size of ["1e38", "-1e38", "0", "99999999999999999999", "nan"]) {
      const { text } = await read(onePage(stream(`BT /F ${size} Tf ${size} ${size} Td (Lamp) Tj ET`)));
      expect(text === null || text.includes("Lamp")).toBe(true);
    }
    await expectHealthy();
  });
});

describe("a PDF of noise", () => {
  it("after its header is damaged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3000 }), async (noise) => {
        expect(await kindsOf(Buffer.concat([Buffer.from("%PDF-1.7\n"), noise]))).toEqual(["damaged"]);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("cut anywhere gives a document", async () => {
    for (const name of ["libreoffice-tide", "groff-plan", "qpdf-owner-password"]) {
      const whole = fixture(name);
      for (let share = 1; share < 20; share++) expect(await kindsOf(whole.subarray(0, (whole.length * share) / 20))).toEqual(["damaged"]);
    }
    await expectHealthy();
  });

  it("in two thousand places gives a document each time", async () => {
    const wholes = [HEALTHY, fixture("groff-plan"), fixture("libreoffice-tide"), fixture("qpdf-owner-password")];
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), byte: fc.nat(255), length: fc.nat(12) });
    const slowest = { ms: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wholes), fc.array(change, { minLength: 1, maxLength: 8 }), async (whole, changes) => {
        const bytes = Buffer.from(whole);
        for (const { at, byte, length } of changes)
          bytes.fill(byte, Math.floor(at * bytes.length), Math.min(bytes.length, Math.floor(at * bytes.length) + length));
        const start = performance.now();
        await read(bytes);
        slowest.ms = Math.max(slowest.ms, performance.now() - start);
      }),
      { seed: 7, numRuns: 2000 },
    );
    expect(slowest.ms).toBeLessThan(10_000);
    await expectHealthy();
  });
});
