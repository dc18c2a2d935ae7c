import { visibleTextOf } from "../../util/visible-text.ts";
import type { ReadLimits } from "../rich-reader.ts";
import { decodeCharset, decodeTransfer, joinFlowed } from "./mime-content.ts";
import { decodeWords, type MimeHeader, parseStructuredField, readMimeHeader, type StructuredField } from "./mime-header.ts";

/** What a message says. */
export interface Message {
  readonly subject: string;
  /** Head lines, then the words, then the names of the attachments. */
  readonly text: string;
  readonly isEncrypted: boolean;
  /** Parts were left out: there are too many, or they are nested too deep. */
  readonly isCut: boolean;
}

/** Deepest nesting of parts: each level costs a look through the whole message. A forwarded message in a forwarded message has 6. */
const DEEPEST = 32;

interface Reading {
  readonly limits: ReadLimits;
  readonly attachments: string[];
  parts: number;
  isEncrypted: boolean;
  isCut: boolean;
}

/** Reads a message: of alternatives the plain one, a page by what it shows, attachments by name. Never throws. */
export function readMessage(bytes: Uint8Array, limits: ReadLimits): Message {
  const reading: Reading = { limits, attachments: [], parts: 0, isEncrypted: false, isCut: false };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { subject, text } = messageText(buffer, reading, 0);
  const all = [text, reading.attachments.join("\n")].filter((part) => part !== "").join("\n\n");
  return { subject, text: all, isEncrypted: reading.isEncrypted, isCut: reading.isCut };
}

function messageText(buffer: Buffer, reading: Reading, depth: number): { readonly subject: string; readonly text: string } {
  const header = readMimeHeader(buffer);
  const field = (name: string) => decodeWords(header.fields.get(name) ?? "");
  const lines = ["Subject", "From", "Date"].flatMap((name) =>
    field(name.toLowerCase()) === "" ? [] : [`${name}: ${field(name.toLowerCase())}`],
  );
  const words = partText(buffer, header, { reading, depth });
  return { subject: field("subject"), text: [lines.join("\n"), words].filter((part) => part.trim() !== "").join("\n\n") };
}

interface Place {
  readonly reading: Reading;
  readonly depth: number;
}

function partText(buffer: Buffer, header: MimeHeader, { reading, depth }: Place): string {
  reading.parts++;
  if (depth > Math.min(DEEPEST, reading.limits.depth) || reading.parts > reading.limits.parts) {
    reading.isCut = true;
    return "";
  }
  const body = buffer.subarray(header.bodyAt);
  const type = parseStructuredField(header.fields.get("content-type") ?? "text/plain");
  const disposition = parseStructuredField(header.fields.get("content-disposition") ?? "");
  const place = { reading, depth: depth + 1 };
  if (type.value === "multipart/encrypted" || isEnveloped(type)) {
    reading.isEncrypted = true;
    return "";
  }
  if (type.value.startsWith("multipart/")) return multipartText(body, type, place);
  if (disposition.value !== "attachment") {
    if (type.value === "message/rfc822") return messageText(decodeTransfer(body, encodingOf(header)), reading, depth + 1).text;
    if (type.value === "text/plain" || type.value === "text/html" || !type.value.includes("/"))
      return ownText(body, header, { type, reading });
  }
  const name = disposition.parameters.get("filename") ?? type.parameters.get("name") ?? "without a name";
  reading.attachments.push(`Attachment: ${decodeWords(name)} (${type.value})`);
  return "";
}

/** S/MIME has one type for encrypted messages and for signed ones (RFC 8551, section 3.2.2). */
function isEnveloped({ value, parameters }: StructuredField): boolean {
  return /^application\/(?:x-)?pkcs7-mime$/.test(value) && !/^(?:signed-data|certs-only)$/.test(parameters.get("smime-type") ?? "");
}

function encodingOf({ fields }: MimeHeader): string {
  return fields.get("content-transfer-encoding") ?? "";
}

function ownText(
  body: Buffer,
  header: MimeHeader,
  { type, reading }: { readonly type: StructuredField; readonly reading: Reading },
): string {
  const text = decodeCharset(decodeTransfer(body, encodingOf(header)), type.parameters.get("charset") ?? "");
  if (type.value === "text/html") {
    return visibleTextOf(text, reading.limits.textLength)
      .lines.map((line) => line.text)
      .join("\n");
  }
  const isFlowed = type.parameters.get("format")?.toLowerCase() === "flowed";
  return isFlowed ? joinFlowed(text, type.parameters.get("delsp")?.toLowerCase() === "yes") : text;
}

function multipartText(body: Buffer, type: StructuredField, place: Place): string {
  const texts: string[] = [];
  for (const part of splitParts(body, type.parameters.get("boundary") ?? "")) {
    if (place.reading.isCut) break;
    const header = readMimeHeader(part);
    const text = partText(part, header, place);
    if (text.trim() === "") continue;
    if (type.value === "multipart/alternative" && !/^text\/html/i.test(header.fields.get("content-type") ?? "")) return text;
    texts.push(text.trim());
  }
  return type.value === "multipart/alternative" ? (texts.at(-1) ?? "") : texts.join("\n\n");
}

/** The parts between lines that begin with two hyphens and the boundary (RFC 2046, section 5.1.1); a last one that is not ended counts. */
function* splitParts(body: Buffer, boundary: string): Iterable<Buffer> {
  if (boundary === "") return;
  const line = Buffer.from(`--${boundary}`);
  let start = -1;
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    const after = at + line.length;
    if ((at > 0 && body[at - 1] !== 0x0a) || !endsBoundary(body, after)) continue;
    if (start >= 0) yield body.subarray(start, at);
    if (body[after] === 0x2d && body[after + 1] === 0x2d) return;
    const end = body.indexOf(0x0a, after);
    if (end < 0) return;
    start = end + 1;
  }
  if (start >= 0) yield body.subarray(start);
}

/** Whether a boundary ends here, so that `--b1` is not taken for the start of `--b10`. */
function endsBoundary(body: Buffer, after: number): boolean {
  const next = body[after];
  if (next === 0x2d) return body[after + 1] === 0x2d;
  return next === undefined || next === 0x0a || next === 0x0d || next === 0x20 || next === 0x09;
}
