/** Finds UTF-8 that was read by another code page and saved again, and undoes it. */
import { CODE_PAGES } from "./garbled-code-pages.ts";

/** One sequence: where it stands in the text, and the character that it was. */
export interface MojibakeHit {
  readonly at: number;
  readonly length: number;
  readonly character: string;
  /** Telling by itself: no text has these characters side by side. */
  readonly isStrong: boolean;
}

export interface Mojibake {
  /** Name of the code page. */
  readonly codePage: string;
  /** In order of the text. */
  readonly hits: readonly MojibakeHit[];
}

/** Bytes of each page's characters. */
const BYTES = CODE_PAGES.map(({ characters }, page) => {
  const bytes = new Map<number, number>();
  if (page === 0) for (let byte = 0x80; byte < 0xa0; byte++) bytes.set(byte, byte);
  for (let at = 0; at < 128; at++) bytes.set(characters.charCodeAt(at), 0x80 + at);
  return bytes;
});

/** By UTF-16 code unit, two bits a page: it can open a sequence of UTF-8 (bytes C2 to F4), it can go on with one (80 to BF). */
const OPENS = new Uint8Array(0x10000);
const CONTINUES = new Uint8Array(0x10000);
for (const [page, bytes] of BYTES.entries()) {
  for (const [code, byte] of bytes) {
    if (byte >= 0xc2 && byte <= 0xf4) OPENS[code] = (OPENS[code] ?? 0) | (1 << page);
    if (byte >= 0x80 && byte <= 0xbf) CONTINUES[code] = (CONTINUES[code] ?? 0) | (1 << page);
  }
}

/** Sequences that follow one another so often are telling, whatever they are. */
const TELLING_CHAIN = 3;
/** Fewest telling sequences. Two: one may be an example, or chance. */
const FEWEST_STRONG = 2;

/** The code page by which the most sequences can be undone; null where fewer are telling than asked for, by default two. Linear. */
export function findMojibake(text: string, fewestStrong = FEWEST_STRONG): Mojibake | null {
  const found: MojibakeHit[][] = CODE_PAGES.map(() => []);
  const chains = CODE_PAGES.map(() => 0);
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      before = 0;
      continue;
    }
    const pages = before & (CONTINUES[code] ?? 0);
    before = OPENS[code] ?? 0;
    if (pages !== 0) tryPages(text, at - 1, { pages, found, chains });
  }
  let best: Mojibake | null = null;
  let most = fewestStrong - 1;
  for (const [page, hits] of found.entries()) {
    const strong = hits.filter(({ isStrong }) => isStrong).length;
    if (strong > most) {
      most = strong;
      best = { codePage: CODE_PAGES[page]?.name ?? "", hits };
    }
  }
  return best;
}

interface Search {
  readonly pages: number;
  readonly found: readonly MojibakeHit[][];
  /** Sequences that followed one another up to the last one of each page. */
  readonly chains: number[];
}

function tryPages(text: string, at: number, { pages, found, chains }: Search): void {
  for (let page = 0; page < CODE_PAGES.length; page++) {
    if ((pages & (1 << page)) === 0) continue;
    const hits = found[page];
    const last = hits?.at(-1);
    if (hits === undefined || (last !== undefined && at < last.at + last.length)) continue;
    const hit = sequenceAt(text, at, page);
    if (hit === null) continue;
    const chain = last !== undefined && last.at + last.length === at && isSameScript(last, hit) ? (chains[page] ?? 0) + 1 : 1;
    chains[page] = chain;
    if (chain === TELLING_CHAIN) for (let back = 1; back < TELLING_CHAIN; back++) strengthen(hits, hits.length - back);
    hits.push(chain >= TELLING_CHAIN ? { ...hit, isStrong: true } : hit);
  }
}

/** Roughly: the same block of the alphabets, or both beyond them. Chance mixes them, as in an upper-case Ukrainian word. */
function isSameScript(one: MojibakeHit, other: MojibakeHit): boolean {
  const [a = 0, b = 0] = [one.character.codePointAt(0), other.character.codePointAt(0)];
  return a >> 8 === b >> 8 || (a >= 0x3000 && b >= 0x3000);
}

function strengthen(hits: MojibakeHit[], at: number): void {
  const hit = hits[at];
  if (hit !== undefined) hits[at] = { ...hit, isStrong: true };
}

/** The character that a sequence of UTF-8 (RFC 3629, section 3) at `at` was; null where its bytes are none. */
function sequenceAt(text: string, at: number, page: number): MojibakeHit | null {
  const bytes = BYTES[page];
  const lead = bytes?.get(text.charCodeAt(at)) ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  let code = lead & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) {
    const byte = bytes?.get(text.charCodeAt(at + next)) ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80;
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
  const character = String.fromCodePoint(code);
  return { at, length, character, isStrong: isTelling(text, { at, length, page, lead, code }) };
}

interface Sequence {
  readonly at: number;
  readonly length: number;
  readonly page: number;
  readonly lead: number;
  readonly code: number;
}

/** Marks that stand after a capital `Ã` or `Â` at a word's end. */
const CLOSING_MARK = /[“”‘’…–—»«¡¿\u00a0]/;
const ASCII_LETTER = /[A-Za-z]/;

/** Whether a sequence alone is telling. Others need neighbours: `Ü”`, `é…»`, `√π`, `├┤` and `Сё` stand in sound texts. */
function isTelling(text: string, { at, length, page, lead, code }: Sequence): boolean {
  const isLatin = code >= 0xa0 && code < 0x180;
  const isSign = (code >= 0x2010 && code < 0x2c00) || code === 0xfeff || code === 0xfffd || code >= 0x1f000;
  const isBesideLetter = ASCII_LETTER.test(text[at - 1] ?? "") || ASCII_LETTER.test(text[at + length] ?? "");
  if (page === 0) {
    const hasControl = /[\x80-\x9f]/.test(text.slice(at, at + length));
    if (hasControl || (length > 2 && isSign)) return true;
    if (lead !== 0xc2 && lead !== 0xc3) return false;
    const mark = text[at + 1] ?? "";
    return !CLOSING_MARK.test(mark) || ASCII_LETTER.test(text[at + 2] ?? "") || (mark === "\u00a0" && !/\p{L}/u.test(text[at - 1] ?? ""));
  }
  if (length > 2) return isSign;
  return isLatin && lead === 0xc3 && (page === 1 || page === 4 ? isBesideLetter : ASCII_LETTER.test(text[at - 1] ?? ""));
}

/** Most times that a text was read wrongly one after the other, of those that are undone. */
const MOST_ROUNDS = 3;

/** A line as it should read: every sequence of the code page undone, again where the result is plainly garbled too. */
export function undoMojibake(line: string, codePage: string): string {
  const page = CODE_PAGES.findIndex(({ name }) => name === codePage);
  let reading = undoOnce(line, page);
  for (let round = 1; round < MOST_ROUNDS && findMojibake(reading, 1)?.codePage === codePage; round++) reading = undoOnce(reading, page);
  return reading;
}

function undoOnce(line: string, page: number): string {
  let out = "";
  for (let at = 0; at < line.length; ) {
    const hit = ((OPENS[line.charCodeAt(at)] ?? 0) & (1 << page)) !== 0 ? sequenceAt(line, at, page) : null;
    out += hit?.character ?? line[at] ?? "";
    at += hit?.length ?? 1;
  }
  return out;
}
