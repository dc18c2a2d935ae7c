import { describe, expect, it } from "vitest";
import { wrongFileType } from "../../src/rules/wrong-file-type.ts";
import { checkedSet, type DocumentSketch, faultsOf } from "../support/checked-set.ts";

const PAGE = "<!DOCTYPE html>\n<html><head><title>Lamps of the coast</title></head><body><p>The lamps burn at night.</p></body></html>\n";
const PDF = Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "latin1");
const PNG = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
const GZIP = Buffer.from("\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b\x4c", "latin1");
const RTF = "{\\rtf1\\ansi Lamps}";

/** An archive of which only the first part's local header is there. */
function zipOf(name: string): Buffer {
  const header = Buffer.alloc(30);
  header.write("PK\x03\x04", "latin1");
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), Buffer.from("content")]);
}
const DOCX = zipOf("word/document.xml");

function faults(path: string, content: string | Buffer, more: Partial<DocumentSketch> = {}) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return faultsOf(wrongFileType, checkedSet({ entries: [{ target: path, title: "Lamps" }], documents: [{ path, bytes, ...more }] }));
}

/** Severity (the rule's own is `error`) and message, without what the index says. */
function told(path: string, content: string | Buffer): string[] {
  return faults(path, content).map(
    ({ severity = "error", message }) => `${severity}: ${message.replace(' The index lists it as "Lamps".', "")}`,
  );
}

describe("wrong-file-type", () => {
  it("reports a page that was saved as a PDF, with its words and the index's", () => {
    expect(faults("lamps.pdf", PAGE)).toEqual([
      {
        type: "fault",
        path: "lamps.pdf",
        entry: expect.objectContaining({ target: "lamps.pdf" }),
        confidence: 0.97,
        message: 'lamps.pdf is not a PDF: it is an HTML page. The index lists it as "Lamps".',
        why: wrongFileType.why,
        help: wrongFileType.help,
        evidence: [
          { path: "lamps.pdf", line: 2, quote: expect.stringContaining("Lamps of the coast"), note: "what stands in it" },
          { path: "INDEX.md", line: 3, quote: "- [Lamps](lamps.pdf)", note: "what the index says stands there" },
        ],
        identity: "wrong-file-type:lamps.pdf",
      },
    ]);
  });

  it("reports what else downloads and exports leave in the place of a PDF", () => {
    expect(told("a.pdf", "The lamps burn at night.\n")).toEqual(["error: a.pdf is not a PDF: it is plain text."]);
    expect(told("a.pdf", '{"message": "Not Found", "status": 404}')).toEqual(["error: a.pdf is not a PDF: it is JSON."]);
    expect(told("a.pdf", zipOf("lamps/a.txt"))).toEqual(["error: a.pdf is not a PDF: it is a ZIP archive."]);
    expect(told("a.pdf", GZIP)).toEqual(["error: a.pdf is not a PDF: it is gzip-compressed."]);
    expect(told("a.pdf", PNG)).toEqual(["error: a.pdf is not a PDF: it is a PNG image."]);
    expect(told("a.pdf", DOCX)).toEqual(["error: a.pdf is not a PDF: it is a Word document."]);
    const junk = Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 37) % 256));
    expect(told("a.pdf", junk)).toEqual(["error: a.pdf is not a PDF: its bytes are no text and of no known format."]);
  });

  it("shows how a binary file begins, in characters where they can be read", () => {
    expect(faults("a.md", PDF)[0]?.evidence[0]).toEqual({ path: "a.md", quote: "%PDF-", note: "how the file begins, as a PDF does" });
    expect(faults("a.pdf", PNG)[0]?.evidence[0]).toEqual({
      path: "a.pdf",
      quote: "89 50 4E 47 0D 0A 1A 0A",
      note: "how the file begins, as a PNG image does",
    });
  });

  it("reports binary files and data that are named as texts", () => {
    expect(told("a.txt", DOCX)).toEqual(["error: a.txt is not plain text: it is a Word document."]);
    expect(told("a.md", PDF)).toEqual(["error: a.md is not the text that .md says: it is a PDF."]);
    expect(told("a.md", '{"message": "Not Found"}')).toEqual(["error: a.md is not the text that .md says: it is JSON."]);
    expect(told("a.rst", '<?xml version="1.0"?>\n<article/>')).toEqual(["error: a.rst is not the text that .rst says: it is XML."]);
    expect(told("a.html", PDF)).toEqual(["error: a.html is not an HTML page: it is a PDF."]);
  });

  it("reports pages and binary files that are named as data", () => {
    for (const path of ["a.json", "a.yaml", "a.csv"])
      expect(told(path, PAGE).map((line) => line.replace(/ is not.*:/, ":"))).toEqual([`error: ${path}: it is an HTML page.`]);
    expect(told("a.csv", '{"rows": []}')).toEqual(["error: a.csv is not a table in CSV: it is JSON."]);
    expect(told("a.json", GZIP)).toEqual(["error: a.json is not JSON: it is gzip-compressed."]);
  });

  it("tells office files apart", () => {
    expect(told("a.xlsx", DOCX)).toEqual(["error: a.xlsx is not an Excel workbook: it is a Word document."]);
    expect(told("a.docx", "version 2\n")).toEqual(["error: a.docx is not a Word document: it is plain text."]);
    expect(told("a.docx", zipOf("readme.txt"))).toEqual(["error: a.docx is not a Word document: it is a ZIP archive."]);
  });

  it("only warns where programs get along with it, and where the content is a guess", () => {
    expect(told("a.md", PAGE)).toEqual(["warning: a.md is not the text that .md says: it is an HTML page."]);
    expect(told("a.doc", RTF)).toEqual(["warning: a.doc is not an old Word document: it is RTF."]);
    expect(told("a.doc", DOCX)).toEqual(["warning: a.doc is not an old Word document: it is a Word document."]);
    expect(told("a.xls", PAGE)).toEqual(["warning: a.xls is not an old Excel workbook: it is an HTML page."]);
    expect(told("a.jpg", PNG)).toEqual(["warning: a.jpg is not a JPEG image: it is a PNG image."]);
    const noise = Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 37) % 256));
    expect(told("a.txt", noise)).toEqual(["warning: a.txt is not plain text: its bytes are no text and of no known format."]);
  });

  it("only tells of unlisted documents, and leaves unlisted companions alone", () => {
    const set = checkedSet({
      documents: [
        { path: "a.pdf", text: PAGE },
        { path: "README.pdf", text: PAGE },
      ],
    });
    expect(faultsOf(wrongFileType, set).map(({ path, severity, message }) => [path, severity, message])).toEqual([
      ["a.pdf", "info", "a.pdf is not a PDF: it is an HTML page."],
    ]);
  });

  it("is silent about texts among themselves, families and fragments", () => {
    const rst = "Lamps\n=====\n\n.. note:: The lamps burn at night.\n";
    for (const path of ["a.md", "a.txt", "a.rst", "a.adoc", "a.org", "a.wiki", "a.tex"]) expect(told(path, rst)).toEqual([]);
    expect(told("a.md", '<h1 align="center">Lamps</h1>\n<p>They burn.</p>\n')).toEqual([]);
    expect(told("a.txt", '{"a": 1}')).toEqual([]);
    expect(told("a.txt", '<?xml version="1.0"?><a/>')).toEqual([]);
    expect(told("a.rdf", '<?xml version="1.0"?><rdf:RDF/>')).toEqual([]);
    expect(told("a.xml", PAGE)).toEqual([]);
    expect(told("a.xhtml", '<?xml version="1.0"?><html xmlns="x"/>')).toEqual([]);
    expect(told("a.yaml", '{"a": 1}')).toEqual([]);
    expect(told("a.ipynb", '{"cells": []}')).toEqual([]);
    expect(told("a.html", "<p>a fragment</p>")).toEqual([]);
    expect(told("a.zip", DOCX)).toEqual([]);
    expect(told("a.pdf", PDF)).toEqual([]);
    expect(told("a.unheard", PDF)).toEqual([]);
    expect(told("LICENSE", PAGE)).toEqual([]);
  });

  it("leaves empty, zeroed, unfetched and encrypted files to their own rules", () => {
    expect(told("a.pdf", "")).toEqual([]);
    expect(told("a.pdf", Buffer.alloc(2048))).toEqual([]);
    expect(told("a.pdf", `version https://git-lfs.github.com/spec/v1\noid sha256:${"0123456789abcdef".repeat(4)}\nsize 1234567\n`)).toEqual(
      [],
    );
    expect(faults("a.docx", "x", { type: "application/x-encrypted-office" })).toEqual([]);
  });
});
