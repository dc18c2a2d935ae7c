/** The code pages of RTF: of `\ansicpg` and of fonts' `\fcharset` (RTF 1.9.1, "Character Set" and "Font Table"). */
import { decodeWindows1252 } from "../windows-1252.ts";

const DEFAULT = 1252;

/** Code page by `\fcharset`. 0 (ANSI), 1 (default) and 2 (symbols) stand for the document's own. */
const OF_CHARSET: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/** Labels of the WHATWG Encoding Standard. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [866, "ibm866"],
  [874, "windows-874"],
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [1250, "windows-1250"],
  [1251, "windows-1251"],
  [1253, "windows-1253"],
  [1254, "windows-1254"],
  [1255, "windows-1255"],
  [1256, "windows-1256"],
  [1257, "windows-1257"],
  [1258, "windows-1258"],
  [10000, "macintosh"],
  [65001, "utf-8"],
]);

const TWO_BYTES: ReadonlySet<number> = new Set([932, 936, 949, 950]);
const decoders = new Map<number, InstanceType<typeof TextDecoder>>();

/** The code page of a font's character set; null where it is the document's own. */
export function codePageOfCharset(charset: number): number | null {
  return OF_CHARSET.get(charset) ?? null;
}

/** Whether a run of bytes ends within a character, so that an ASCII letter behind it belongs to it. */
export function endsInCharacter(bytes: readonly number[], codePage: number): boolean {
  if (!TWO_BYTES.has(codePage)) return false;
  let at = 0;
  while (at < bytes.length) at += isLead(bytes[at] ?? 0, codePage) ? 2 : 1;
  return at > bytes.length;
}

/** The characters of a run of bytes; unknown code pages are read as windows-1252. */
export function decodeBytes(bytes: readonly number[], codePage: number | null): string {
  const page = codePage ?? DEFAULT;
  const label = LABELS.get(page);
  if (label === undefined) return decodeWindows1252(Uint8Array.from(bytes));
  const decoder = decoders.get(page) ?? new TextDecoder(label);
  decoders.set(page, decoder);
  return decoder.decode(Uint8Array.from(bytes));
}

/** Half-width katakana of Shift JIS are characters of one byte. */
function isLead(byte: number, codePage: number): boolean {
  return byte > 0x80 && byte < 0xff && !(codePage === 932 && byte >= 0xa0 && byte <= 0xdf);
}
