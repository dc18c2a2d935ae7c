/** The body of a part: its transfer encoding undone, its characters decoded (RFC 2045 section 6, RFC 2046 section 4.1, RFC 3676). Every step is linear. */
import { decodeText } from "../decode-text.ts";
import { decodeWindows1252 } from "../windows-1252.ts";

/** Undoes `base64` and `quoted-printable`; all else stands as it is. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  if (/^base64\b/i.test(encoding)) return Buffer.from(body.toString("latin1"), "base64");
  if (!/^quoted-printable\b/i.test(encoding)) return body;
  const text = body
    .toString("latin1")
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, "latin1");
}

/** The text of bytes in a character set; one that is unknown, missing or only claims to be ASCII is told from the bytes. */
export function decodeCharset(bytes: Buffer, charset: string): string {
  if (/^(?:|us-ascii|ascii|unknown-8bit|utf-?8)$/i.test(charset)) return decodeText(bytes).text;
  try {
    const decoder = new TextDecoder(charset);
    return decoder.encoding === "windows-1252" ? decodeWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return decodeText(bytes).text;
  }
}

/** Joins the lines that `format=flowed` divides: those that end in a blank (RFC 3676 section 4); `-- ` above a signature stands by itself. */
export function joinFlowed(text: string, isBlankPart: boolean): string {
  const lines: string[] = [];
  let parts: string[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.startsWith(" ") ? raw.slice(1) : raw;
    const isFlowed = line.endsWith(" ") && line !== "-- ";
    parts.push(isFlowed && isBlankPart ? line.slice(0, -1) : line);
    if (isFlowed) continue;
    lines.push(parts.join(""));
    parts = [];
  }
  if (parts.length > 0) lines.push(parts.join(""));
  return lines.join("\n");
}
