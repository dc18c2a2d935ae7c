import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { READERS } from "../../src/readers/all.ts";
import { readDocument } from "../../src/readers/read-document.ts";
import { splitLines } from "../../src/readers/split-lines.ts";

const read = (path: string, text: string) => readDocument(path, Buffer.from(text));

describe("readDocument", () => {
  it("gives text, lines, type and encoding of a text", () => {
    expect(read("specs/a.md", "# Title\r\n\r\nWords\r\n")).toEqual({
      path: "specs/a.md",
      sizeBytes: 18,
      type: "text/markdown",
      text: "# Title\r\n\r\nWords\r\n",
      lines: ["# Title", "", "Words"],
      encoding: "utf-8",
      problems: [],
    });
  });

  it("gives no text where no reader knows the type", () => {
    expect(read("a.pdf", "%PDF-1.7\n%binary")).toEqual({
      path: "a.pdf",
      sizeBytes: 16,
      type: "application/pdf",
      text: null,
      lines: [],
      encoding: null,
      problems: [],
    });
    expect(read("a.svg", "<svg></svg>").text).toBeNull();
  });

  it("reads the source of HTML, JSON, YAML, CSV and TeX as text", () => {
    for (const name of ["a.html", "a.json", "a.yaml", "a.csv", "a.tex", "a.ipynb", "a.xml", "a.eml"])
      expect(read(name, "x y\n").lines).toEqual(["x y"]);
  });

  it("says empty of no bytes, of blanks, and of a mark or invisible characters alone", () => {
    expect(read("a.md", "").problems).toEqual([{ kind: "empty", message: "0 bytes" }]);
    expect(read("a.pdf", "").problems).toEqual([{ kind: "empty", message: "0 bytes" }]);
    expect(read("a.md", " ").problems).toEqual([{ kind: "empty", message: "1 byte, all of them blanks" }]);
    expect(read("a.pdf", "\r\n\t ").problems).toEqual([{ kind: "empty", message: "4 bytes, all of them blanks" }]);
    expect(read("a.md", "\ufeff\n").problems).toEqual([{ kind: "empty", message: "4 bytes, all of them blanks" }]);
    expect(read("a.md", "\u200b\u00a0\n").problems[0]?.kind).toBe("empty");
    expect(read("a.md", ".").problems).toEqual([]);
  });

  it("says damaged of a file that is all zeros, and of a text with zeros in it", () => {
    expect(readDocument("a.md", Buffer.alloc(2048)).problems).toEqual([
      { kind: "damaged", message: "2,048 bytes, all of them zero: the content was lost" },
    ]);
    expect(read("a.md", "one\0two words and more").problems).toEqual([{ kind: "damaged", message: "1 zero byte in its text" }]);
  });

  it("hands on what could not be decoded", () => {
    expect(readDocument("a.md", Buffer.from([0x61, 0x81, 0x62])).problems.map(({ kind }) => kind)).toEqual(["undecodable"]);
  });

  it("never throws, on any bytes under any name", () => {
    const paths = fc.constantFrom("a.md", "a.pdf", "a.docx", "a.json", "a.html", "a.doc", "a");
    const heads = fc.constantFrom(
      "",
      "PK\x03\x04",
      "PK\x05\x06",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      "<?xml",
      "<!--",
      "{",
      "\xff\xfe",
      "\0\0\xfe\xff",
    );
    fc.assert(
      fc.property(paths, heads, fc.uint8Array({ maxLength: 300 }), (path, head, tail) => {
        const bytes = Buffer.concat([Buffer.from(head, "latin1"), tail]);
        const document = readDocument(path, bytes);
        expect(document.sizeBytes).toBe(bytes.length);
        expect(document.text === null ? [] : splitLines(document.text)).toEqual(document.lines);
      }),
      { seed: 3, numRuns: 800 },
    );
  });
});

describe("splitLines", () => {
  it("ends lines at all three line ends, mixed", () => {
    expect(splitLines("a\nb\r\nc\rd")).toEqual(["a", "b", "c", "d"]);
  });

  it("counts no line after the last line end, and keeps blank lines", () => {
    expect(splitLines("a\n")).toEqual(["a"]);
    expect(splitLines("a\n\n")).toEqual(["a", ""]);
    expect(splitLines("\r\n")).toEqual([""]);
    expect(splitLines("")).toEqual([]);
  });
});

describe("READERS", () => {
  it("are sorted by id, each once", () => {
    const ids = READERS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
