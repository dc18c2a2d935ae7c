/** Characters that show nothing, or that change the order in which others are shown: where they say or hide something. */

export interface HiddenRun {
  readonly sort: "tags" | "variation-selectors" | "zero-width" | "bidi";
  /** Offset of the first character, and UTF-16 code units. */
  readonly at: number;
  readonly length: number;
  /** What it says, where it says something. */
  readonly says: string | null;
  readonly confidence: number;
}

/** Every character that this file looks at: most texts have none of them. Tags and the further variation selectors are in plane 14. */
const SUSPICIOUS =
  /[\ufe00-\ufe0f]|[\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0]|\udb40[\udc00-\uddef]/;

const TAGS = /[\u{e0000}-\u{e007f}]+/gu;
/** A flag of a part of a country (UTS #51, ED-14a): a black flag, two to six tag letters or digits, a cancel tag. */
const FLAG_TAGS = /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}$/u;
const BLACK_FLAG = "\u{1f3f4}";

/** One selector follows a character; a run of them encodes bytes (P. Butler, "Smuggling arbitrary data through an emoji", 2025). */
const SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{4,}/gu;

/**
 * Between two letters of alphabets that have no use for it. A zero-width non-joiner or joiner shapes letters in Arabic and Indic scripts, a
 * zero-width space parts words in Thai, Khmer and the like and in Japanese: these are no alphabets of the list.
 */
const WITHIN_WORD =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0]+(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])/gu;
/** A run that no typesetting needs: bits of a hidden text. */
const LONG_RUN = /[\u200b-\u200f\u2060-\u2064\ufeff]{6,}/g;

const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Every hidden run of a text, in order of sort and place. Linear. */
export function hiddenRuns(text: string): readonly HiddenRun[] {
  if (!SUSPICIOUS.test(text)) return [];
  return [...tagRuns(text), ...selectorRuns(text), ...zeroWidthRuns(text), ...bidiRuns(text)];
}

function tagRuns(text: string): HiddenRun[] {
  if (!text.includes("\udb40")) return [];
  return [...text.matchAll(TAGS)]
    .filter(({ 0: run, index }) => !(FLAG_TAGS.test(run) && text.startsWith(BLACK_FLAG, index - 2)))
    .map(({ 0: run, index }) => {
      const says = [...run].map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000)).join("");
      return { sort: "tags", at: index, length: run.length, says: printable(says), confidence: 0.98 } as const;
    });
}

function selectorRuns(text: string): HiddenRun[] {
  return [...text.matchAll(SELECTORS)].map(({ 0: run, index }) => {
    const bytes = [...run].map((selector) => {
      const code = selector.codePointAt(0) ?? 0;
      return code < 0xfe10 ? code - 0xfe00 : code - 0xe0100 + 16;
    });
    return {
      sort: "variation-selectors",
      at: index,
      length: run.length,
      says: printable(Buffer.from(bytes).toString("utf8")),
      confidence: 0.95,
    };
  });
}

/** What a hidden text says, where it is text. */
function printable(text: string): string | null {
  const shown = text.replace(/[^\p{L}\p{N}\p{P}\p{S}\p{Zs}]/gu, "");
  return shown.length > 0 && shown.length >= text.length * 0.8 ? shown : null;
}

function zeroWidthRuns(text: string): HiddenRun[] {
  const within = [...text.matchAll(WITHIN_WORD)].map(({ 0: run, index }) => ({
    at: index,
    length: run.length,
    confidence: run.length >= 6 ? 0.95 : 0.7,
  }));
  const starts = new Set(within.map(({ at }) => at));
  const long = [...text.matchAll(LONG_RUN)]
    .filter(({ index }) => !starts.has(index))
    .map(({ 0: run, index }) => ({ at: index, length: run.length, confidence: 0.9 }));
  return [...within, ...long].sort((a, b) => a.at - b.at).map((run) => ({ sort: "zero-width", says: null, ...run }));
}

/**
 * Overrides, and embeddings or isolates that their line does not close: they reorder what follows (Boucher and Anderson, "Trojan Source", 2021,
 * CVE-2021-42574). So do right-to-left embeddings and isolates in a line that has no right-to-left letter.
 */
function bidiRuns(text: string): HiddenRun[] {
  const found: HiddenRun[] = [];
  let lineEnd = -1;
  let isOpen = false;
  let isStrange = false;
  for (const { 0: control, index } of text.matchAll(BIDI)) {
    if (index > lineEnd) {
      const start = text.lastIndexOf("\n", index) + 1;
      const end = text.indexOf("\n", index);
      lineEnd = end < 0 ? text.length : end;
      const line = text.slice(start, lineEnd);
      isOpen = isUnbalanced(line);
      isStrange = !RIGHT_TO_LEFT.test(line);
    }
    const isOverride = control === "\u202d" || control === "\u202e";
    const isTurn = isStrange && (control === "\u202b" || control === "\u2067");
    if (!isOverride && !isOpen && !isTurn) continue;
    found.push({ sort: "bidi", at: index, length: 1, says: null, confidence: isOverride || isOpen ? 0.9 : 0.7 });
  }
  return found;
}

/** Whether a line leaves an embedding or isolate open (UAX #9, X1 to X8: a paragraph's end closes what is open). */
function isUnbalanced(line: string): boolean {
  let embeddings = 0;
  let isolates = 0;
  for (const { 0: control } of line.matchAll(BIDI)) {
    if (control === "\u202c") embeddings--;
    else if (control === "\u2069") isolates--;
    else if (control >= "\u2066") isolates++;
    else embeddings++;
  }
  return embeddings !== 0 || isolates !== 0;
}
