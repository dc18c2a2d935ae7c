import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { sniffType } from "../../src/readers/sniff-type.ts";
import { typeByName } from "../../src/readers/type-by-name.ts";
import { TYPE_SIGNATURES } from "../../src/readers/type-signatures.ts";

interface Part {
  readonly name: string;
  readonly content: string;
  readonly isStored?: boolean;
}

/** A ZIP archive of these parts; without its directory where asked, as a cut download has it. */
function zip(parts: readonly Part[], hasDirectory = true): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isStored } of parts) {
    const data = isStored ? Buffer.from(content) : deflateRawSync(content);
    const header = Buffer.alloc(30);
    header.write("PK\x03\x04", "latin1");
    header.writeUInt16LE(isStored ? 0 : 8, 8);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02", "latin1");
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(header, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(offset, 16);
  return hasDirectory ? Buffer.concat([...locals, ...directory, end]) : Buffer.concat(locals);
}

/** An OLE2 file with one directory entry of this name. */
function ole(stream: string): Buffer {
  const file = Buffer.alloc(2048);
  file.write("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1");
  Buffer.from(stream, "utf16le").copy(file, 1024 + 128);
  return file;
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

describe("sniffType of binary formats", () => {
  it("knows every signature of its table, whatever the name", () => {
    for (const { type, bytes, at = 0 } of TYPE_SIGNATURES) {
      const file = Buffer.alloc(600);
      file.write(bytes, at, "latin1");
      const found = sniffType("notes.md", file);
      expect(found, JSON.stringify(bytes)).toBe(type);
    }
  });

  it("tells office files apart by the names in their ZIP directory", () => {
    const types = [
      ["word/document.xml", DOCX],
      ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
      ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
      ["META-INF/MANIFEST.MF", "application/java-archive"],
      ["readme.txt", "application/zip"],
    ] as const;
    for (const [name, type] of types) {
      expect(
        sniffType(
          "x.bin",
          zip([
            { name: "[Content_Types].xml", content: "<Types/>" },
            { name, content: "x" },
          ]),
        ),
      ).toBe(type);
    }
  });

  it("reads the type that EPUB and OpenDocument declare in their first part", () => {
    const declared = (content: string) =>
      zip([
        { name: "mimetype", content, isStored: true },
        { name: "content.xml", content: "<x/>" },
      ]);
    expect(sniffType("a", declared("application/epub+zip"))).toBe("application/epub+zip");
    expect(sniffType("a", declared("application/vnd.oasis.opendocument.text"))).toBe("application/vnd.oasis.opendocument.text");
    expect(sniffType("a", declared("application/vnd.oasis.opendocument.text-template"))).toBe("application/vnd.oasis.opendocument.text");
    expect(sniffType("a", declared("application/x-unheard-of"))).toBe("application/zip");
  });

  it("tells Apple's packages apart", () => {
    const types = [
      ["Index/Slide-1.iwa", "application/vnd.apple.keynote"],
      ["Index/CalculationEngine.iwa", "application/vnd.apple.numbers"],
      ["Index/Metadata.iwa", "application/vnd.apple.pages"],
    ] as const;
    for (const [name, type] of types)
      expect(
        sniffType(
          "a",
          zip([
            { name: "Index/Document.iwa", content: "" },
            { name, content: "" },
          ]),
        ),
      ).toBe(type);
  });

  it("still knows an office file whose directory is cut off, by its local headers", () => {
    expect(
      sniffType(
        "a.docx",
        zip(
          [
            { name: "_rels/.rels", content: "x" },
            { name: "word/document.xml", content: "<x/>" },
          ],
          false,
        ),
      ),
    ).toBe(DOCX);
  });

  it("survives a ZIP directory that points beyond the file", () => {
    const file = zip([{ name: "word/document.xml", content: "x" }]);
    file.writeUInt32LE(0x7fffffff, file.length - 6);
    expect(sniffType("a.docx", file)).toBe(DOCX);
    expect(sniffType("a.docx", Buffer.from("PK\x03\x04", "latin1"))).toBe("application/zip");
  });

  it("tells OLE2 files apart by their streams, at a directory entry's place only", () => {
    expect(sniffType("a.doc", ole("WordDocument"))).toBe("application/msword");
    expect(sniffType("a.xls", ole("Workbook"))).toBe("application/vnd.ms-excel");
    expect(sniffType("a.ppt", ole("PowerPoint Document"))).toBe("application/vnd.ms-powerpoint");
    expect(sniffType("a.docx", ole("EncryptedPackage"))).toBe("application/x-encrypted-office");
    expect(sniffType("a.doc", ole("Cookbook"))).toBe("application/x-ole-storage");
    const misplaced = ole("Other");
    Buffer.from("WordDocument\0", "utf16le").copy(misplaced, 1500);
    expect(sniffType("a.doc", misplaced)).toBe("application/x-ole-storage");
  });

  it("finds a PDF behind blanks or binary junk, and not inside a text about PDF", () => {
    expect(sniffType("a.pdf", Buffer.from("\r\n%PDF-1.7\n"))).toBe("application/pdf");
    expect(sniffType("a.pdf", Buffer.from("\x00\x01\x02\x03\xff%PDF-1.4\n", "latin1"))).toBe("application/pdf");
    expect(sniffType("a.md", Buffer.from("A file starts with %PDF-1.7 and a line end.\n"))).toBe("text/markdown");
  });

  it("calls unknown bytes by their name only where that format has no signature to miss", () => {
    const junk = Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 37) % 256));
    expect(sniffType("a.pdf", junk)).toBe("application/octet-stream");
    expect(sniffType("a.docx", junk)).toBe("application/octet-stream");
    expect(sniffType("a.md", junk)).toBe("application/octet-stream");
    expect(sniffType("a.bmp", junk)).toBe("image/bmp");
    expect(sniffType("a", junk)).toBe("application/octet-stream");
  });
});

describe("sniffType of texts", () => {
  const typeOf = (path: string, text: string) => sniffType(path, Buffer.from(text));

  it("goes by the name where the content is a text and says no more", () => {
    expect(typeOf("a/b.md", "# Title\n")).toBe("text/markdown");
    expect(typeOf("a.RST", "Title\n=====\n")).toBe("text/x-rst");
    expect(typeOf("a.yaml", "title: x\n")).toBe("application/yaml");
    expect(typeOf("LICENSE", "Permission is granted\n")).toBe("text/plain");
    expect(typeOf("a.unheard", "words\n")).toBe("text/plain");
  });

  it("calls a text with a binary format's name what it is", () => {
    expect(typeOf("spec.pdf", "The file was not found on this server.\n")).toBe("text/plain");
    expect(typeOf("spec.docx", "version 1\n")).toBe("text/plain");
  });

  it("knows a whole HTML page under any name, and leaves Markdown with HTML in it alone", () => {
    expect(typeOf("spec.md", "<!DOCTYPE html>\n<html><body>x</body></html>")).toBe("text/html");
    expect(typeOf("spec.pdf", "\n <!-- saved -->\n<HTML lang=en>")).toBe("text/html");
    expect(typeOf("readme.md", '<h1 align="center">Name</h1>\n')).toBe("text/markdown");
    expect(typeOf("readme.md", "<header>no page</header>\n")).toBe("text/markdown");
    expect(typeOf("page.html", "<p>a fragment</p>\n")).toBe("text/html");
  });

  it("knows XML, XHTML and SVG by their root, and a member of the family by its name", () => {
    expect(typeOf("a.txt", '<?xml version="1.0"?>\n<article/>')).toBe("application/xml");
    expect(typeOf("a.txt", '<?xml version="1.0"?>\n<!-- c --><svg xmlns="x"/>')).toBe("image/svg+xml");
    expect(typeOf("a.txt", '<?xml version="1.0"?><html xmlns="x"/>')).toBe("application/xhtml+xml");
    expect(typeOf("a.html", '<?xml version="1.0"?><html xmlns="x"/>')).toBe("text/html");
    expect(typeOf("a.rdf", '<?xml version="1.0"?><rdf:RDF/>')).toBe("application/rdf+xml");
  });

  it("knows a text that is JSON as a whole, and no Markdown that opens with a bracket", () => {
    expect(typeOf("spec.md", '{"message": "Not Found", "status": 404}\n')).toBe("application/json");
    expect(typeOf("spec.md", "[Home](index.md) | [Next](b.md)\n")).toBe("text/markdown");
    expect(typeOf("a.ipynb", '{"cells": []}')).toBe("application/x-ipynb+json");
    expect(typeOf("a.yaml", '{"a": 1}')).toBe("application/yaml");
    expect(typeOf("a.json", "{broken")).toBe("application/json");
  });

  it("sniffs UTF-16 as it sniffs UTF-8", () => {
    expect(sniffType("a.txt", Buffer.from("\ufeff<!doctype html><p>x", "utf16le"))).toBe("text/html");
    expect(sniffType("a.md", Buffer.from("# A heading without a mark\n", "utf16le"))).toBe("text/markdown");
  });

  it("still reads a text with holes of zeros, and no file that is all zeros", () => {
    expect(sniffType("a.md", Buffer.from(`# Title\n${"\0".repeat(30)}\nand a line of words after the hole, longer than it\n`))).toBe(
      "text/markdown",
    );
    expect(sniffType("a.md", Buffer.alloc(500))).toBe("application/octet-stream");
  });

  it("goes by the name for empty and blank files", () => {
    expect(sniffType("a.pdf", new Uint8Array())).toBe("application/pdf");
    expect(sniffType("a.pdf", Buffer.from(" \n\n"))).toBe("application/pdf");
    expect(sniffType("a", new Uint8Array())).toBe("text/plain");
  });

  it("takes a text in windows-1252 for a text", () => {
    expect(sniffType("a.md", Buffer.from("R\xe9sum\xe9 of the \x93draft\x94\n", "latin1"))).toBe("text/markdown");
  });
});

describe("typeByName", () => {
  it("looks at the extension alone, in any case", () => {
    expect(typeByName("a/b.PDF")).toBe("application/pdf");
    expect(typeByName("a.tar.gz")).toBe("application/gzip");
    expect(typeByName("README")).toBeNull();
    expect(typeByName("md")).toBeNull();
    expect(typeByName(".md")).toBeNull();
  });
});
