import type { DocumentProblem } from "../types.ts";
import { type Pdfium, withPdfium } from "./pdf-engine.ts";
import { FEWEST_LETTERS, type PdfPage, readPage } from "./pdf-pages.ts";
import { textOfPages } from "./pdf-text.ts";
import { metadataTitle } from "./pdf-title.ts";
import type { ReadLimits, RichReader, RichText } from "./rich-reader.ts";

/** Milliseconds after which no further page is begun (DESIGN.md section 10): 2,000 pages' worth at the speed measured in `bench/pdf.mjs`. */
const MOST_MS = 10_000;
/** Share of characters without a meaning from which a text is none: symbols and logos are a few in a hundred. */
const UNMAPPED_SHARE = 0.5;
/** Share of vowels among the letters A to Z: 0.41 in an English text of the fixtures; 0.10 with its letters shifted by 29, as subset fonts leave them, 0.27 at most by another shift that was tried (2026-11). */
const VOWEL_SHARE = 0.25;
/** Characters in which vowels are counted. */
const VOWEL_SAMPLE = 20_000;
/** Bytes at the end in which `%%EOF` stands (PDF Reference 1.7, implementation note 18). */
const END_WITHIN = 1024;
/** Bytes of a title that are read, in UTF-16. */
const LONGEST_TITLE = 2048;

const NOTHING: RichText = { text: null, markup: "text/markdown", title: null, marks: [], problems: [] };

/** PDF by PDFium: text by page, headings by font size, what cannot be read said in `problems`. */
export const pdfReader: RichReader = {
  id: "pdf",
  summary: "PDF: text by page, headings by font size; says what is encrypted, damaged or scanned.",
  matches: (type) => type === "application/pdf",
  async read(bytes, limits) {
    try {
      return await withPdfium((pdfium) => readDocument(pdfium, bytes, limits));
    } catch (error) {
      return {
        ...NOTHING,
        problems: [
          problem("damaged", `PDFium gave up on it (${error instanceof Error ? error.message.slice(0, 100) : "no reason given"})`),
        ],
      };
    }
  },
};

function readDocument(pdfium: Pdfium, bytes: Uint8Array, limits: ReadLimits): RichText {
  const { call } = pdfium;
  const data = call.malloc(bytes.length);
  const scratch = call.malloc(LONGEST_TITLE);
  if (data === 0 || scratch === 0) throw new Error("not enough memory");
  pdfium.memory().set(bytes, data);
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0);
  const read = document === 0 ? refused(call.FPDF_GetLastError(), bytes) : readOpen(pdfium, document, { bytes, limits, scratch });
  if (document !== 0) call.FPDF_CloseDocument(document);
  call.free(scratch);
  call.free(data);
  return read;
}

/** What the error of an attempt to open means (`FPDF_ERR_PASSWORD` 4, `FPDF_ERR_SECURITY` 5; fpdfview.h). */
function refused(error: number, bytes: Uint8Array): RichText {
  if (error === 4) return { ...NOTHING, problems: [problem("encrypted", "it opens with a password only")] };
  if (error === 5)
    return { ...NOTHING, problems: [problem("encrypted", "it is protected in a way that needs a certificate or a rights server")] };
  const message = isCut(bytes)
    ? "it is cut off: its end, and the table of its parts there, are missing"
    : "its parts cannot be found: neither its table of them nor a search gives a page";
  return { ...NOTHING, problems: [problem("damaged", message)] };
}

interface Reading {
  readonly bytes: Uint8Array;
  readonly limits: ReadLimits;
  readonly scratch: number;
}

function readOpen(pdfium: Pdfium, document: number, { bytes, limits, scratch }: Reading): RichText {
  const title = metadataTitle(metaText(pdfium, document, { tag: "Title", scratch }));
  const count = pdfium.call.FPDF_GetPageCount(document);
  const pages: PdfPage[] = [];
  const start = performance.now();
  let length = 0;
  let tried = 0;
  for (; tried < Math.min(count, limits.parts) && length <= limits.textLength && performance.now() - start < MOST_MS; tried++) {
    const page = readPage(pdfium, document, { index: tried, scratch });
    if (page === null) continue;
    pages.push(page);
    for (const line of page.lines) length += line.text.length + 1;
  }
  const isRebuilt = pdfium.call.FPDF_DocumentHasValidCrossReferenceTable(document) === 0;
  const { text, marks } = textOfPages(pages, limits.textLength);
  const isReadable = text !== "" && !isGibberish(pages);
  return {
    text: isReadable ? text : null,
    markup: "text/markdown",
    title,
    marks: isReadable ? marks : [],
    problems: [
      ...damage({ count, tried, read: pages.length, isCut: isRebuilt && isCut(bytes) }),
      ...(tried < count ? [problem("unreadable", unfinished(tried, count, limits))] : []),
      ...(pages.length === 0 ? [] : lackOfText(pages)),
    ],
  };
}

function problem(kind: DocumentProblem["kind"], message: string): DocumentProblem {
  return { kind, message };
}

/** A field of the document's information, empty where there is none. */
function metaText(
  { call, memory }: Pdfium,
  document: number,
  { tag, scratch }: { readonly tag: string; readonly scratch: number },
): string {
  const name = Buffer.from(`${tag}\0`, "latin1");
  const address = call.malloc(name.length);
  memory().set(name, address);
  const sizeBytes = Math.min(call.FPDF_GetMetaText(document, address, scratch, LONGEST_TITLE), LONGEST_TITLE);
  call.free(address);
  return Buffer.from(memory().slice(scratch, scratch + Math.max(0, sizeBytes - 2))).toString("utf16le");
}

/** Whether the mark that ends every PDF is missing: the file stops before its end. */
function isCut(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-END_WITHIN).toString("latin1");
  return !tail.replace(/[\s\0]+$/, "").includes("%%EOF");
}

interface Damage {
  readonly count: number;
  readonly tried: number;
  readonly read: number;
  readonly isCut: boolean;
}

function damage({ count, tried, read, isCut }: Damage): DocumentProblem[] {
  const lost = tried - read;
  const cut = isCut ? "it is cut off: its end is missing" : "";
  if (count === 0) return [problem("damaged", isCut ? `${cut}, and no page is left` : "it has no page")];
  if (lost === 0) return isCut ? [problem("damaged", `${cut}; ${pagesInWords(read)} could be read`)] : [];
  const said = `${lost.toLocaleString("en")} of ${pagesInWords(tried)} cannot be read`;
  return [problem("damaged", isCut ? `${cut}, and ${said}` : said)];
}

function pagesInWords(count: number): string {
  return count === 1 ? "1 page" : `${count.toLocaleString("en")} pages`;
}

function unfinished(tried: number, count: number, limits: ReadLimits): string {
  const limit =
    tried >= limits.parts
      ? `${limits.parts.toLocaleString("en")} pages`
      : `${MOST_MS / 1000} seconds or ${limits.textLength.toLocaleString("en")} characters`;
  return `it has ${pagesInWords(count)}, of which the first ${tried.toLocaleString("en")} were read; the limit is ${limit}`;
}

/** Characters without a meaning, or with a guessed one that does not read as words: letters that are shifted have few vowels. */
function isGibberish(pages: readonly PdfPage[]): boolean {
  const sum = (key: "sampled" | "unmapped" | "guessed") => pages.reduce((total, page) => total + page[key], 0);
  const enough = sum("sampled") * UNMAPPED_SHARE;
  if (sum("unmapped") > enough) return true;
  if (sum("unmapped") + sum("guessed") <= enough) return false;
  const text = pages
    .flatMap(({ lines }) => lines.map((line) => line.text))
    .join(" ")
    .slice(0, VOWEL_SAMPLE);
  const [letters, vowels] = [/[a-z]/gi, /[aeiou]/gi].map((pattern) => text.match(pattern)?.length ?? 0);
  return letters === undefined || vowels === undefined || vowels < letters * VOWEL_SHARE;
}

function lackOfText(pages: readonly PdfPage[]): DocumentProblem[] {
  if (isGibberish(pages))
    return [
      problem("no-text", "its fonts do not say which characters their glyphs stand for, so that its text cannot be read or searched"),
    ];
  const letters = pages.reduce((sum, page) => sum + page.letters, 0);
  const bare = pages.filter((page) => page.letters < FEWEST_LETTERS);
  const pictures = bare.filter((page) => page.images > 0).length;
  const isScan = letters < FEWEST_LETTERS * pages.length && pictures * 2 > pages.length;
  if (letters > 0 && !isScan) return [];
  const found = letters === 0 ? "no text" : `hardly any text (${letters.toLocaleString("en")} letters)`;
  const shown =
    pictures === 0
      ? "and no pictures: it is blank, or its words are drawn as shapes"
      : `and a picture on ${pictures.toLocaleString("en")} of them: a scan`;
  return [problem("no-text", `${pagesInWords(pages.length)} with ${found} ${shown}`)];
}
