import type { ReadLimits, RichText } from "../rich-reader.ts";
import { MarkdownWriter } from "../shared/markdown-writer.ts";
import { damaged, richTextOf } from "../shared/rich-text.ts";
import { RtfText } from "./rtf-text.ts";

const PLAIN = /[^\\{}\r\n\x80-\xff]+/y;
const WORD = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const HEX = /\\'([0-9a-fA-F]{2})/y;

/** Reads an RTF file in one pass over its bytes. Never rejects. */
export async function readRtf(bytes: Uint8Array, limits: ReadLimits): Promise<RichText> {
  const writer = new MarkdownWriter(limits.textLength);
  const text = new RtfText(writer);
  const fault = walkRtf(bytes, text, { depth: limits.depth, isDone: () => writer.isFull });
  text.finish();
  return richTextOf(writer, { title: text.title, problems: fault === null ? [] : [damaged(fault)], limits });
}

interface WalkOptions {
  readonly depth: number;
  readonly isDone: () => boolean;
}

/** Gives what is wrong with the file as a whole, or null. */
function walkRtf(bytes: Uint8Array, text: RtfText, { depth, isDone }: WalkOptions): string | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let at = 0;
  while (at < source.length && !isDone()) {
    const character = source[at];
    if (character === "{") {
      if (text.depth >= depth) return `its groups are nested deeper than ${depth}`;
      text.openGroup();
      at++;
    } else if (character === "}") {
      text.closeGroup();
      at++;
      if (text.depth === 0) return null;
    } else at = character === "\\" ? readControl(source, at, text) : readCharacters(source, at, text);
  }
  return isDone() ? null : "it ends within a group, as a file that was cut off";
}

/** Reads what a backslash begins; gives the offset after it. */
function readControl(source: string, at: number, text: RtfText): number {
  const hex = matchAt(HEX, source, at);
  if (hex) {
    text.byte(Number.parseInt(hex[1] ?? "", 16));
    return at + 4;
  }
  const word = matchAt(WORD, source, at);
  if (!word) return readSymbol(source, at, text);
  const number = word[2] === undefined ? null : Number(word[2]);
  const end = at + word[0].length;
  if (word[1] === "bin") return end + Math.max(0, number ?? 0);
  text.word(word[1] ?? "", number);
  return end;
}

/** `\{`, `\~`, `\*` and the like; a backslash before a line end is `\par`. */
function readSymbol(source: string, at: number, text: RtfText): number {
  const symbol = source[at + 1] ?? "";
  if (symbol === "\n" || symbol === "\r") text.word("par", null);
  else if (/[\\{}]/.test(symbol)) text.characters(symbol);
  else text.word(symbol, null);
  return at + 2;
}

function readCharacters(source: string, at: number, text: RtfText): number {
  const plain = matchAt(PLAIN, source, at);
  if (plain) {
    text.characters(plain[0]);
    return at + plain[0].length;
  }
  const code = source.charCodeAt(at);
  // Line ends mean nothing in RTF.
  if (code >= 0x80) text.byte(code);
  return at + 1;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
