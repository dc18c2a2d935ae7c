import { isUtf8 } from "node:buffer";
import type { DocumentProblem } from "../types.ts";
import { decodeWindows1252, isUndefinedInWindows1252 } from "./windows-1252.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be" | "windows-1252";

/** A decoded text without its byte order mark, the encoding's WHATWG label (UTF-32: its IANA name), and what could not be decoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly problems: readonly DocumentProblem[];
}

/** Byte order marks; UTF-32LE stands before UTF-16LE, with which it opens. */
const BYTE_ORDER_MARKS: readonly (readonly [encoding: TextEncoding, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Bytes that are looked at to see the zero bytes of UTF-16. */
const SAMPLE_BYTES = 4096;
/** UTF-16 of Western text has a zero in nearly every second byte; 0.4 leaves room for other scripts' letters between. */
const ZERO_SHARE = 0.4;
/** In texts that windows-1252 is for (Western European), under one non-blank byte in seven is an accented letter; in Cyrillic, Greek, Chinese code pages most are in their place. */
const HIGH_BYTE_SHARE = 0.3;

/**
 * Decodes a text: by its byte order mark, as UTF-16 where every second byte is zero, as UTF-8 where it is valid or mostly so, else as
 * windows-1252. A text that fits none of them still comes back, with what is wrong in `problems` (`undecodable`). Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decodeAs(marked[0], bytes.subarray(marked[1].length));
  const wide = unmarkedUtf16(bytes);
  if (wide) return decodeAs(wide, bytes);
  return isUtf8(bytes) || isMostlyUtf8(bytes) ? decodeAs("utf-8", bytes) : decodeAs("windows-1252", bytes);
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): DecodedText {
  switch (encoding) {
    case "utf-8": {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
      return { text, encoding, problems: isUtf8(bytes) ? [] : [replaced(text, "UTF-8")] };
    }
    case "utf-16le":
    case "utf-16be": {
      const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
      return { text, encoding, problems: isValidUtf16(encoding, bytes) ? [] : [replaced(text, "UTF-16")] };
    }
    case "utf-32le":
    case "utf-32be": {
      const { text, isValid } = decodeUtf32(bytes, encoding === "utf-32le");
      return { text, encoding, problems: isValid ? [] : [replaced(text, "UTF-32")] };
    }
    case "windows-1252":
      return { text: decodeWindows1252(bytes), encoding, problems: doubtsOfWindows1252(bytes) };
    default:
      return encoding satisfies never;
  }
}

/** UTF-16 without a mark: zeros in every second byte of the first 4,096, and next to none in the bytes between. Null where it is not. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4 || bytes.subarray(0, length).indexOf(0) < 0) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const enough = (length / 2) * ZERO_SHARE;
  if (odd >= enough && even * 20 <= odd) return "utf-16le";
  return even >= enough && odd * 20 <= even ? "utf-16be" : null;
}

/** Whether more characters beyond ASCII are valid UTF-8 than not: a damaged or cut text, where another encoding hits a valid sequence by chance only. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  let balance = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) balance--;
    else if (unit > 0x7f && (unit < 0xdc00 || unit > 0xdfff)) balance++;
  }
  return balance > 0;
}

function isValidUtf16(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): { text: string; isValid: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  let isValid = bytes.length % 4 === 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (!isCharacter) isValid = false;
    characters.push(isCharacter ? String.fromCodePoint(code) : "\ufffd");
  }
  return { text: characters.join(""), isValid };
}

function doubtsOfWindows1252(bytes: Uint8Array): DocumentProblem[] {
  let high = 0;
  let open = 0;
  let printed = 0;
  for (const byte of bytes) {
    if (byte > 0x20) printed++;
    if (byte >= 0xc0) high++;
    if (byte > 0x7f && isUndefinedInWindows1252(byte)) open++;
  }
  if (open === 0 && high < printed * HIGH_BYTE_SHARE) return [];
  const share = Math.round((100 * high) / Math.max(1, printed));
  return [
    {
      kind: "undecodable",
      message: `not valid UTF-8, and ${share} % of its bytes are accented letters in windows-1252, and ${open} have no meaning there: its encoding is unknown`,
    },
  ];
}

function replaced(text: string, name: string): DocumentProblem {
  const count = text.split("\ufffd").length - 1;
  return { kind: "undecodable", message: `${count} ${count === 1 ? "place is" : "places are"} not valid ${name}` };
}
