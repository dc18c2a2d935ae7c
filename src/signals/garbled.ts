import type { Document, GarbledSignal } from "../types.ts";
import { cutToQuote } from "../util/quote.ts";
import { codeRangesOf, isInRanges } from "./code-ranges.ts";
import { findMojibake, undoMojibake } from "./garbled-mojibake.ts";
import { type GarbledSign, garbledSigns } from "./garbled-signs.ts";

/** Words by which a text is about encodings: what it shows in code blocks and code spans is then an example. */
const ABOUT =
  /mojibake|double[- ]encod|charset|character (?:set|encoding)|utf-?8|latin-?1|iso-8859|windows-125\d|cp125\d|code ?page|unicode|ocr\b|replacement character|pdf/i;
/** Sound characters beyond ASCII, for each garbled one, with which a text about encodings shows examples outside of code. */
const MOST_SOUND_RATIO = 0.25;
const FEWEST_OUTSIDE_CODE = 2;
const MOST_QUOTES = 5;

/**
 * Text whose characters are not those that were written; null where all are. Method: sequences of characters that are UTF-8 when taken back to
 * bytes by a code page and that no sound text has; what else reading with a wrong encoding, and text extraction, leave (`garbled-signs.ts`).
 */
export function measureGarbled(document: Document): GarbledSignal | null {
  const { text } = document;
  if (text === null) return null;
  const hasMore = /[^\x00-\x7f]/.test(text);
  const sign = [...(hasMore ? mojibakeSigns(text) : []), ...garbledSigns(text, hasMore)][0];
  if (sign === undefined) return null;
  const places = ABOUT.test(text) ? placesOutsideExamples(document, sign) : sign.places;
  if (places.length === 0) return null;
  return {
    sort: sign.sort,
    count: places.length,
    cause: sign.cause,
    evidence: evidenceOf(document, places, sign),
    confidence: confidenceOf(sign, places.length),
  };
}

function mojibakeSigns(text: string): readonly GarbledSign[] {
  const found = findMojibake(text);
  if (found === null) return [];
  return [
    {
      sort: "mojibake",
      cause: `UTF-8 read as ${found.codePage}`,
      places: found.hits.map(({ at }) => at),
      undo: (line) => undoMojibake(line, found.codePage),
    },
  ];
}

/** Places outside code, where there are enough, and where the text has hardly a sound character beside them as those that explain garbled ones do. */
function placesOutsideExamples(document: Document, { sort, places }: GarbledSign): readonly number[] {
  const text = document.text ?? "";
  if (sort === "mojibake" && hasControl(text)) return places;
  const code = codeRangesOf(document);
  const outside = places.filter((place) => !isInRanges(code, place));
  if (outside.length < FEWEST_OUTSIDE_CODE) return [];
  if (sort !== "mojibake") return outside;
  const undone = outside.length * 2;
  const sound = (text.match(/[^\x00-\x7f]/g)?.length ?? 0) - places.length * 2.5;
  return sound <= MOST_SOUND_RATIO * undone || outside.length >= 20 ? outside : [];
}

/** C1 controls among the characters: nobody types these as an example, and no editor shows them. */
function hasControl(text: string): boolean {
  return /[\x80-\x84\x86-\x9f]/.test(text);
}

function evidenceOf({ text, lines }: Document, places: readonly number[], { undo }: GarbledSign): GarbledSignal["evidence"] {
  const evidence: { readonly line: number; readonly quote: string; readonly reading: string | null }[] = [];
  let offset = 0;
  let next = 0;
  for (const [at, line] of lines.entries()) {
    const end = offset + line.length;
    const place = places[next] ?? Number.POSITIVE_INFINITY;
    if (place < end) {
      const quote = cutToQuote(excerpt(line, place - offset));
      evidence.push({ line: at + 1, quote, reading: undo === null ? null : cutToQuote(undo(quote)) });
      if (evidence.length === MOST_QUOTES) break;
      while ((places[next] ?? Number.POSITIVE_INFINITY) < end) next++;
    }
    offset = end + (text?.startsWith("\r\n", end) ? 2 : 1);
  }
  return evidence;
}

/** The line's part around an offset: a quote has at most 200 characters. Only ASCII blanks are cut off its ends: others may be half of a character. */
function excerpt(line: string, at: number): string {
  const from = line.length <= 200 ? 0 : Math.max(0, at - 60);
  return line.slice(from, from + 200).replace(/^[ \t]{1,200}|[ \t]{1,200}$/g, "");
}

function confidenceOf({ sort }: GarbledSign, count: number): number {
  if (sort === "shredded") return count >= 10 ? 0.8 : 0.6;
  return count >= 5 ? 0.97 : 0.8;
}
