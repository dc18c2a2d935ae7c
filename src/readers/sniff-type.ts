import { isUtf8 } from "node:buffer";
import { typeOfOle, typeOfZip } from "./container-types.ts";
import { decodeText } from "./decode-text.ts";
import { isWrittenInCharacters } from "./text-types.ts";
import { typeByName } from "./type-by-name.ts";
import { TYPE_SIGNATURES } from "./type-signatures.ts";

/** Type of bytes that are no text and of no known format (RFC 2046, 4.5.1). */
export const UNKNOWN_BINARY_TYPE = "application/octet-stream";

/** Bytes that are looked at to tell text from binary, and characters to tell one text format from another. */
const HEAD_LENGTH = 8192;
/** Largest share of control characters in a text: in random bytes one in ten is one. Texts in windows-1252 are held to a tenth of it, without zeros. */
const CONTROL_SHARE = 0.05;
/** Zeros among valid UTF-8 are holes that a crash or a crawler left, up to this share; binary formats have other controls beside them. */
const ZERO_SHARE = 0.4;
/** A whole text is parsed as JSON only up to this size. */
const LONGEST_JSON = 1_000_000;
/** PDF readers find the header anywhere in the first 1,024 bytes (PDF Reference 1.7, implementation note 13). */
const PDF_HEADER_WITHIN = 1024;

/**
 * The MIME type of a file: by its bytes where they tell, else by its name where the bytes do not contradict, else `text/plain` or
 * `application/octet-stream`. Where the content is of a family (`application/json`) and the name a member of it (`.ipynb`), the member.
 */
export function sniffType(path: string, bytes: Uint8Array): string {
  const byName = typeByName(path);
  if (bytes.length === 0) return byName ?? "text/plain";
  const signed = signedType(bytes);
  if (signed) return signed;
  if (!isText(bytes)) return byName !== null && !isWrittenInCharacters(byName) && !hasSignature(byName) ? byName : UNKNOWN_BINARY_TYPE;
  const byContent = typeOfText(bytes, byName);
  if (byContent) return byName !== null && isMemberOf(byName, byContent) ? byName : byContent;
  return byName !== null && (isWrittenInCharacters(byName) || isBlank(bytes)) ? byName : "text/plain";
}

function signedType(bytes: Uint8Array): string | null {
  const head = latin1(bytes, HEAD_LENGTH);
  const found = TYPE_SIGNATURES.find(({ bytes: signature, at }) => head.startsWith(signature, at ?? 0))?.type;
  if (found === "application/zip") return typeOfZip(bytes);
  if (found === "application/x-ole-storage") return typeOfOle(bytes);
  if (found) return found;
  const late = head.slice(0, PDF_HEADER_WITHIN).indexOf("%PDF-");
  return late >= 0 && (!isText(bytes) || /^\s*$/.test(head.slice(0, late).replace("\xef\xbb\xbf", ""))) ? "application/pdf" : null;
}

function hasSignature(type: string): boolean {
  return (
    TYPE_SIGNATURES.some((signature) => signature.type === type) || /openxml|opendocument|epub|msword|ms-|apple|java-archive/.test(type)
  );
}

/** Whether the first bytes read as text: few control characters, and no zeros outside UTF-16 and UTF-32. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD_LENGTH);
  const { text, encoding } = decodeText(head);
  const zeros = text.split("\0").length - 1;
  const controls = controlCount(text) / Math.max(1, text.length);
  if (encoding === "utf-8" && isUtf8(bytes)) return zeros <= text.length * ZERO_SHARE && controls <= CONTROL_SHARE;
  return zeros === 0 && controls <= (encoding.startsWith("utf-") ? CONTROL_SHARE : CONTROL_SHARE / 10);
}

/** Number of characters that texts do not hold: controls other than zero, tab, line ends, form feed, backspace and escape. */
function controlCount(text: string): number {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit > 0 && unit < 8) || unit === 0x0b || (unit > 0x0d && unit < 0x20 && unit !== 0x1b) || unit === 0x7f) controls++;
  }
  return controls;
}

/** Formats of text that show in their first characters. Null where they do not. */
function typeOfText(bytes: Uint8Array, byName: string | null): string | null {
  const head = skipPreliminaries(decodeText(bytes.subarray(0, HEAD_LENGTH)).text);
  if (/^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head)) return "text/html";
  if (head.startsWith("<?xml")) return typeOfXml(head);
  if (/^<svg[\s>]/.test(head)) return "image/svg+xml";
  if (/^[[{]/.test(head) && !isJsonName(byName) && isJson(bytes)) return "application/json";
  return null;
}

/** Without leading blanks and comments; a text that is one unclosed comment gives nothing. */
function skipPreliminaries(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->", 4);
    rest = end < 0 ? "" : rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** XML by its root element, or by the document type's name. */
function typeOfXml(head: string): string {
  const body = head.slice(5);
  if (/<!doctype\s+html/i.test(body)) return "application/xhtml+xml";
  const root = /<([A-Za-z_][\w.-]*)/.exec(body)?.[1]?.toLowerCase();
  if (root === "html") return "application/xhtml+xml";
  if (root === "svg") return "image/svg+xml";
  return "application/xml";
}

function isJsonName(type: string | null): boolean {
  return type !== null && isMemberOf(type, "application/json");
}

function isJson(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST_JSON) return false;
  try {
    JSON.parse(decodeText(bytes).text);
    return true;
  } catch {
    return false;
  }
}

/** Whether files of one type are also of the other, more general one. */
function isMemberOf(type: string, family: string): boolean {
  switch (family) {
    case "application/json":
      return /json/.test(type) || type === "application/yaml" || type.startsWith("text/javascript");
    case "application/xml":
      return /[+-]xml$/.test(type) || type === "application/x-webloc";
    case "application/xhtml+xml":
      return type === "text/html";
    case "text/html":
      return type === "application/xhtml+xml" || type === "multipart/related";
    default:
      return false;
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length <= HEAD_LENGTH && decodeText(bytes).text.trim() === "";
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString("latin1");
}
