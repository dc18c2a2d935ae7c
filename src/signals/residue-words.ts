/**
 * The first look at a line: which of its words begin or hold a phrase that is looked for. One pass over the characters, a hash a word, no
 * allocation while nothing is known, so that ordinary text costs about two nanoseconds a character.
 */

/** What a known word may be, as bits. */
export const STARTS_LINE = 1;
export const STARTS_MENU_ITEM = 2;
export const KEYS_PHRASE = 4;
export const KEYS_PATTERN = 8;

/** A word of a line that the table knows (or that shares its hash with one), with its offsets in UTF-16 code units. */
export interface KnownWord {
  readonly start: number;
  readonly end: number;
  readonly bits: number;
}

const TABLE_SIZE = 1 << 16;
/** `©`, which opens footers and is no letter. */
const COPYRIGHT = 0xa9;

/** A set of words with bits, asked by hash. It may take an unknown word for a known one, never the reverse. */
export class WordTable {
  readonly #bits = new Uint8Array(TABLE_SIZE);

  /** Adds a word in lower case, letters and digits only. */
  add(word: string, bits: number): void {
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + fold(word.charCodeAt(at))) | 0;
    const slot = slotOf(hash);
    this.#bits[slot] = (this.#bits[slot] ?? 0) | bits;
  }

  /** The line's known words in order; null where there are none. A menu item's word counts only where it opens with a capital or has no case. */
  find(line: string): KnownWord[] | null {
    const bitsOfSlot = this.#bits;
    let known: KnownWord[] | null = null;
    let isFirst = true;
    for (let at = 0; at < line.length; ) {
      const first = line.charCodeAt(at);
      if (first === COPYRIGHT) {
        known ??= [];
        known.push({ start: at, end: at + 1, bits: KEYS_PATTERN });
      }
      if (!isWordCode(first)) {
        at++;
        continue;
      }
      const start = at;
      let hash = 0;
      for (let code = first; isWordCode(code); code = line.charCodeAt(at)) {
        hash = (Math.imul(hash, 31) + fold(code)) | 0;
        if (++at >= line.length) break;
      }
      let bits = bitsOfSlot[slotOf(hash)] ?? 0;
      if (bits !== 0) {
        if (!isFirst) bits &= ~STARTS_LINE;
        if (isLowerCase(first)) bits &= ~STARTS_MENU_ITEM;
        if (bits !== 0) {
          known ??= [];
          known.push({ start, end: at, bits });
        }
      }
      isFirst = false;
    }
    return known;
  }
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (TABLE_SIZE - 1);
}

/** Letters and digits: of ASCII exactly, of the rest everything but the punctuation of Latin-1 and the general punctuation block. */
function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x3020) && code < 0xff00 && code !== 0xd7;
}

/** A code unit without its case, for the alphabets of the phrase tables: Latin, Latin Extended-A, Cyrillic. */
function fold(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code >= 0xc0 && code <= 0xde) return code + 32;
  if (code >= 0x139 && code <= 0x148) return (code + 1) | 1;
  if (code >= 0x100 && code <= 0x17f) return code | 1;
  if (code >= 0x410 && code <= 0x42f) return code + 32;
  return code >= 0x400 && code <= 0x40f ? code + 80 : code;
}

function isLowerCase(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff) || (code >= 0x430 && code <= 0x45f);
}
