import type { Document, DocumentProblem } from "../types.ts";
import { READERS } from "./all.ts";
import { sniffType } from "./sniff-type.ts";
import { splitLines } from "./split-lines.ts";

/** Characters that show nothing: Unicode's white space, byte order marks, zero-width characters and soft hyphens. */
const BLANK_TEXT = /^[\s\u00ad\u200b-\u200d\u2060\ufeff]*$/;

/**
 * Makes a document of one file's bytes: its type by content and name, its text and lines where a reader knows the type.
 * Problems it finds by itself: `empty` (no bytes, or nothing but blanks), `damaged` (zero bytes: all of them, or among the text). Never throws.
 */
export function readDocument(path: string, bytes: Uint8Array, type = sniffType(path, bytes)): Document {
  const reader = READERS.find((candidate) => candidate.matches(type));
  const read = reader?.read(bytes) ?? { text: null, encoding: null, problems: [] };
  return {
    path,
    sizeBytes: bytes.length,
    type,
    text: read.text,
    lines: read.text === null ? [] : splitLines(read.text),
    encoding: read.encoding,
    problems: [...read.problems, ...problemsOf(bytes, read.text)],
  };
}

function problemsOf(bytes: Uint8Array, text: string | null): DocumentProblem[] {
  if (bytes.length === 0) return [{ kind: "empty", message: "0 bytes" }];
  const isBlank = text === null ? bytes.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13)) : BLANK_TEXT.test(text);
  if (isBlank) return [{ kind: "empty", message: `${countOfBytes(bytes.length)}, all of them blanks` }];
  if (bytes[0] === 0 && bytes.every((byte) => byte === 0)) {
    return [{ kind: "damaged", message: `${countOfBytes(bytes.length)}, all of them zero: the content was lost` }];
  }
  const zeros = text?.includes("\0") ? text.split("\0").length - 1 : 0;
  return zeros === 0
    ? []
    : [{ kind: "damaged", message: `${zeros.toLocaleString("en")} zero ${zeros === 1 ? "byte" : "bytes"} in its text` }];
}

function countOfBytes(count: number): string {
  return count === 1 ? "1 byte" : `${count.toLocaleString("en")} bytes`;
}
