/** URLs and mail addresses that stand in text without brackets (GFM 0.29 section 6.9, extended autolinks). */

const STARTS = /https?:\/\/(?=[\p{L}\p{N}_])|www\.(?=[\p{L}\p{N}_])|(?<![\w.+-])[a-z0-9][\w.+-]*@[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)+/giu;
const MAIL = /[a-z0-9][\w.+-]*@[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)+/iuy;
const URL_CHARACTERS = /[^\s<`]+/y;
/** Punctuation that ends a sentence and not a URL. */
const TRAILING = /[?!.,:*_~'"]/;

/** Offsets at which a literal URL or address may start, in order. Linear in the text. */
export function literalUrlStarts(text: string): number[] {
  if (!text.includes("@") && !text.includes("://") && !/www\./i.test(text)) return [];
  return [...text.matchAll(STARTS)].map((match) => match.index);
}

/** Offset behind the literal URL or address that starts at an offset of `literalUrlStarts`; null where what stands before it forbids one. */
export function literalUrlEnd(text: string, from: number): number | null {
  const before = text[from - 1] ?? " ";
  if (/^(?:https?:|www\.)/i.test(text.slice(from, from + 6))) {
    const isAllowed = /^w/i.test(text[from] ?? "") ? !/[\p{L}\p{N}./@]/u.test(before) : !/[a-z]/i.test(before);
    return isAllowed ? urlEnd(text, from) : null;
  }
  MAIL.lastIndex = from;
  if (before === "/" || !MAIL.test(text)) return null;
  const end = MAIL.lastIndex;
  return /[-_]/.test(text[end - 1] ?? "") ? null : end;
}

/** A URL ends at a blank, at a bracket that closes one around it, and before the punctuation of the sentence. */
function urlEnd(text: string, from: number): number | null {
  URL_CHARACTERS.lastIndex = from;
  if (!URL_CHARACTERS.test(text)) return null;
  let end = unbalancedBracket(text, from, URL_CHARACTERS.lastIndex);
  let surplus = countOf(text, ")", from, end) - countOf(text, "(", from, end);
  for (;;) {
    const last = text[end - 1] ?? "";
    const reference = last === ";" ? /&[a-z0-9]{1,32};$/i.exec(text.slice(Math.max(from, end - 34), end)) : null;
    if (reference) end -= reference[0].length;
    else if (last === ")" && surplus > 0) {
      surplus--;
      end--;
    } else if (TRAILING.test(last)) end--;
    else return end > from + 4 ? end : null;
  }
}

function unbalancedBracket(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === "[") depth++;
    if (text[at] === "]" && --depth < 0) return at;
  }
  return to;
}

function countOf(text: string, character: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text[at] === character) count++;
  return count;
}
