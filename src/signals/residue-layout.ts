/** Page furniture that shows by its shape and not by its words. */

/** A row of headlines stands above the text: among the first lines that hold text. */
const HEADLINE_ROW_LINES = 3;
const SHORTEST_HEADLINE_ROW = 110;
const LONGEST_HEADLINE_ROW = 2000;
const FEWEST_HEADLINE_WORDS = 18;
/** Share of words with a capital or digit: headlines in title case have few others; prose has about one in eight. */
const LEAST_CAPITAL_RATIO = 0.8;

/** Whether a line is headlines of other articles run together: long, at the top, in title case, without a sentence's end or a list's commas. */
export function isHeadlineRow(text: string, ordinal: number): boolean {
  if (ordinal >= HEADLINE_ROW_LINES || text.length < SHORTEST_HEADLINE_ROW || text.length > LONGEST_HEADLINE_ROW) return false;
  if (/[.;:=,)]$/.test(text) || /[{}=<>|\\]|https?:|\t| {3}/.test(text)) return false;
  const words = text.split(" ").filter((word) => /[\p{L}\d]/u.test(word));
  if (words.length < FEWEST_HEADLINE_WORDS) return false;
  if ((text.match(/,/g)?.length ?? 0) > words.length / 8) return false;
  const capitals = words.filter((word) => /^[^\p{L}\d]*[\p{Lu}\d]/u.test(word)).length;
  return capitals / words.length >= LEAST_CAPITAL_RATIO && !isAllCapitals(text);
}

function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase();
}
