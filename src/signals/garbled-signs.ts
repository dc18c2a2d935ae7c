/** Signs of garbled text beside undone UTF-8: other encodings, lost characters, glyph numbers, shredded words. */

/** What a sign counts, and how it is undone on a line. */
export interface GarbledSign {
  readonly sort: "mojibake" | "replacement" | "glyphs" | "shredded";
  readonly cause: string;
  /** Offsets in the text, ascending. */
  readonly places: readonly number[];
  readonly undo: ((line: string) => string) | null;
}

/** UTF-8 read as an East Asian code page: what the first bytes of kana (E3 81 to E3 83), and of the Chinese comma and full stop, become. */
const EAST_ASIAN = [
  { cause: "UTF-8 read as Shift_JIS", pattern: /[縺繧繝]/g, fewest: 6, share: 0.1 },
  { cause: "UTF-8 read as GBK", pattern: /[锛銆鈥]|锟斤拷|鐨勮|涓€/g, fewest: 5, share: 0.02 },
  { cause: "Shift_JIS read as Windows-1252", pattern: /[‚ƒ][\x80-\x9f¢-ñ€„…†‡ˆ‰Š‹Œ‘’“”•˜™š›œžŸ]{1,2}(?=[‚ƒ])/g, fewest: 8, share: 0 },
] as const;

/** A word of nothing but accented letters: Cyrillic, Greek or Chinese in a code page of their own, read as Windows-1252. No language has such words. */
const ACCENTED_WORD = /(?<![A-Za-zÀ-ÿ])[À-ÿ]{4,}(?![A-Za-zÀ-ÿ])/g;
const FEWEST_ACCENTED = 5;
const LEAST_ACCENTED_RATIO = 0.6;
/** Share of these among the letters of any Russian text: about two thirds. */
const RUSSIAN_LETTERS = /[оеаинтсрвл]/gi;
const LEAST_RUSSIAN_RATIO = 0.5;

/** Glyph numbers that text extraction writes where a PDF does not say which characters its glyphs are (pdfminer.six). */
const GLYPH_NUMBER = /\(cid:\d{1,5}\)/g;
const FEWEST_GLYPHS = 3;
/** Private use letters are glyphs of one font; one that stands within words is a letter that was lost. Icons stand apart. */
const PRIVATE_LETTER = /(?<=\p{L})[\ue000-\uf8fe](?=\p{L})/gu;
const FEWEST_PRIVATE = 5;
const FEWEST_REPLACED = 5;

/** Six single letters, each alone. */
const LETTERS_APART = /(?<![\p{L}\p{N}|] ?)(?:\p{L} ){5,40}\p{L}(?![\p{L}\p{N}])/gu;
/** UTF-16 code units before a place that looks like it, and after. */
const APART_WINDOW = [12, 90] as const;
/** Small capitals of a PDF: a capital apart from the rest of its word (`D IFFU C ODER`). `A` and `I` are words. */
const CAPITAL_APART = /\b[B-HJ-Z] [A-Z]{2,15} [B-HJ-Z] [A-Z]{2,15}\b/g;
const FEWEST_SHREDS = 3;

/** Every sign of a text but undone UTF-8. `hasMore`: the text has characters beyond ASCII. Linear. */
export function garbledSigns(text: string, hasMore: boolean): readonly GarbledSign[] {
  const shreds = [...lettersApart(text), ...placesOf(text, CAPITAL_APART)].sort((a, b) => a - b);
  const glyphs = text.includes("(cid:") ? placesOf(text, GLYPH_NUMBER) : [];
  const signs: GarbledSign[] = [
    ...(shreds.length >= FEWEST_SHREDS
      ? [{ sort: "shredded" as const, cause: "text extraction took letters apart", places: shreds, undo: null }]
      : []),
    ...(glyphs.length >= FEWEST_GLYPHS
      ? [{ sort: "glyphs" as const, cause: "text extraction gave glyph numbers for letters", places: glyphs, undo: null }]
      : []),
  ];
  return hasMore ? [...signs, ...signsBeyondAscii(text)] : signs;
}

function signsBeyondAscii(text: string): readonly GarbledSign[] {
  const lost = text.includes("\ufffd") ? placesOf(text, /\ufffd/g) : [];
  const glyphs = /[\ue000-\uf8fe]/.test(text) ? placesOf(text, PRIVATE_LETTER) : [];
  return [
    ...eastAsian(text),
    ...accentedWords(text),
    ...(lost.length >= FEWEST_REPLACED
      ? [{ sort: "replacement" as const, cause: "bytes that the encoding does not have were replaced", places: lost, undo: null }]
      : []),
    ...(glyphs.length >= FEWEST_PRIVATE
      ? [{ sort: "glyphs" as const, cause: "letters of one font's private use", places: glyphs, undo: null }]
      : []),
  ];
}

function placesOf(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

/** Runs of single letters. Six take eleven characters, so that every fourth place is looked at; the expression alone would take ten times as long. */
function lettersApart(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 4) {
    if (!isAlternating(text, at) && !isAlternating(text, at + 1)) continue;
    const from = Math.max(0, at - APART_WINDOW[0]);
    const match = [...text.slice(from, at + APART_WINDOW[1]).matchAll(LETTERS_APART)].find(
      ({ 0: run, index }) => from + index + run.length > at,
    );
    if (match === undefined || !isNoAlphabet(match[0])) continue;
    places.push(from + match.index);
    at = from + match.index + match[0].length;
  }
  return places;
}

const BLANK = 0x20;

/** Whether three blanks stand here with one character between each two. */
function isAlternating(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === BLANK &&
    text.charCodeAt(at + 2) === BLANK &&
    text.charCodeAt(at + 4) === BLANK &&
    text.charCodeAt(at + 1) !== BLANK &&
    text.charCodeAt(at + 3) !== BLANK
  );
}

/** Neither an alphabet or list of names (`a b c d e f`) nor one letter again and again. */
function isNoAlphabet(run: string): boolean {
  const letters = run.toLowerCase().split(" ");
  if (new Set(letters).size < 4) return false;
  const steps = letters.slice(1).filter((letter, at) => (letter.codePointAt(0) ?? 0) > (letters[at]?.codePointAt(0) ?? 0)).length;
  return steps < 0.8 * (letters.length - 1);
}

function eastAsian(text: string): readonly GarbledSign[] {
  if (!/[縺繧繝锛銆鈥锟鐨涓‚ƒ]/.test(text)) return [];
  for (const { cause, pattern, fewest, share } of EAST_ASIAN) {
    const places = placesOf(text, pattern);
    if (places.length < fewest) continue;
    const ideographs = share === 0 ? 0 : (text.match(/[\u3400-\u9fff]/g)?.length ?? 0);
    if (places.length >= share * ideographs) return [{ sort: "mojibake", cause, places, undo: null }];
  }
  return [];
}

function accentedWords(text: string): readonly GarbledSign[] {
  const words = /[À-ÿ]{4}/.test(text) ? [...text.matchAll(ACCENTED_WORD)] : [];
  if (words.length < FEWEST_ACCENTED) return [];
  const all = text.match(/[À-ÿ]/g)?.length ?? 0;
  if (words.reduce((sum, [word]) => sum + word.length, 0) < LEAST_ACCENTED_RATIO * all) return [];
  const sample = readAsCyrillic(words.map(([word]) => word).join("")).slice(0, 2000);
  const isRussian = (sample.match(RUSSIAN_LETTERS)?.length ?? 0) >= LEAST_RUSSIAN_RATIO * sample.length;
  const cause = isRussian ? "Windows-1251 read as Windows-1252" : "another code page read as Windows-1252";
  return [{ sort: "mojibake", cause, places: words.map(({ index }) => index), undo: isRussian ? readAsCyrillic : null }];
}

/** Windows-1251 has its letters in order of the alphabet from C0 on (`А` is U+0410). */
function readAsCyrillic(text: string): string {
  return text.replace(/[À-ÿ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xc0 + 0x410));
}
