/** The header of a message or of a part of one (RFC 5322 section 2.2, RFC 2045 section 5, RFC 2047, RFC 2231). Every step is linear. */
import { decodeText } from "../decode-text.ts";
import { decodeCharset } from "./mime-content.ts";

export interface MimeHeader {
  /** The first field of each name, in lower case; unfolded, words decoded only by `decodeWords`. */
  readonly fields: ReadonlyMap<string, string>;
  /** Offset at which the body begins. */
  readonly bodyAt: number;
}

/** A field such as `text/plain; charset=utf-8`; value and names in lower case. */
export interface StructuredField {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Bytes of a header that are read, and UTF-16 code units of a field: relays add some 20 KB, lists of thousands of recipients are no text. */
const LONGEST_HEADER = 262_144;
const LONGEST_FIELD = 4000;

/** Reads the header at the start of a message or part. */
export function readMimeHeader(buffer: Buffer): MimeHeader {
  const { end, bodyAt } = headerEnd(buffer);
  const { text } = decodeText(buffer.subarray(0, Math.min(end, LONGEST_HEADER)));
  const fields = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "" && !fields.has(name)) fields.set(name, line.slice(colon + 1, colon + 1 + LONGEST_FIELD).trim());
  }
  return { fields, bodyAt };
}

/** The header ends at the first blank line. */
function headerEnd(buffer: Buffer): { readonly end: number; readonly bodyAt: number } {
  if (buffer[0] === 0x0a) return { end: 0, bodyAt: 1 };
  if (buffer[0] === 0x0d && buffer[1] === 0x0a) return { end: 0, bodyAt: 2 };
  for (let at = buffer.indexOf(0x0a); at >= 0; at = buffer.indexOf(0x0a, at + 1)) {
    if (buffer[at + 1] === 0x0a) return { end: at, bodyAt: at + 2 };
    if (buffer[at + 1] === 0x0d && buffer[at + 2] === 0x0a) return { end: at, bodyAt: at + 3 };
  }
  return { end: buffer.length, bodyAt: buffer.length };
}

/** Reads a field with parameters; `filename*0*=utf-8''a%20` and its continuations come as `filename`. */
export function parseStructuredField(field: string): StructuredField {
  const parameters = new Map<string, string>();
  const charsets = new Map<string, string>();
  for (const [, name = "", raw = ""] of field.matchAll(/;\s*([^\s=;]{1,60})\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g)) {
    const value = raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, "$1") : raw.trim();
    const [, base = "", isPercent] = /^([^*]*)(?:\*\d{1,3})?(\*)?$/.exec(name.toLowerCase()) ?? [];
    if (base === "") continue;
    const charset = charsets.get(base) ?? (isPercent ? (/^([^']*)'[^']*'/.exec(value)?.[1] ?? "") : "");
    const words = isPercent ? decodePercents(charsets.has(base) ? value : value.replace(/^[^']*'[^']*'/, ""), charset) : value;
    if (isPercent) charsets.set(base, charset);
    parameters.set(base, (parameters.get(base) ?? "") + words);
  }
  return { value: (field.split(";")[0] ?? "").trim().toLowerCase(), parameters };
}

function decodePercents(text: string, charset: string): string {
  const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decodeCharset(Buffer.from(bytes, "latin1"), charset);
}

/** Decodes the encoded words of a field, `=?utf-8?Q?J=C3=BCrgen?=`. Neighbours of one character set are decoded together: a character may be divided between them. */
export function decodeWords(field: string): string {
  const runs: { text: string; charset: string | null; bytes: Buffer[] }[] = [];
  let last = 0;
  for (const match of field.matchAll(/=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([QqBb])\?([^?]*)\?=/g)) {
    const [whole, charset = "", encoding = "", data = ""] = match;
    const between = field.slice(last, match.index);
    const before = runs.at(-1);
    const bytes = /b/i.test(encoding) ? Buffer.from(data, "base64") : decodeQ(data);
    last = match.index + whole.length;
    const isNeighbour = before?.charset !== undefined && before.charset !== null && between.trim() === "";
    if (!isNeighbour) runs.push({ text: between, charset: null, bytes: [] });
    if (isNeighbour && before.charset === charset.toLowerCase()) before.bytes.push(bytes);
    else runs.push({ text: "", charset: charset.toLowerCase(), bytes: [bytes] });
  }
  const words = runs.map(({ text, charset, bytes }) => (charset === null ? text : decodeCharset(Buffer.concat(bytes), charset)));
  return (words.join("") + field.slice(last)).replace(/\s+/g, " ").trim();
}

function decodeQ(data: string): Buffer {
  const text = data.replaceAll("_", " ").replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, "latin1");
}
