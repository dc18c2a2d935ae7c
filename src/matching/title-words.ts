/** Ways of comparing titles that look past how they are written. */

/** A title without case, marks and blanks between words: two that are equal name the same thing. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The same without the number that it opens with: `NUT-03: Swap tokens`, `2.1 Swap tokens`, `Swap tokens`. */
export function titleKeyWithoutNumber(title: string): string {
  return titleKey(title.replace(/^\s*[A-Za-z]{2,10}[-\s#]*\d{1,6}\s*[:.–—-]\s*/, "").replace(/^\s*\d{1,4}(?:\.\d{1,4}){0,4}[.):]?\s+/, ""));
}

/** Shortest word that has a stem, and the stem's length: cutting words to five letters joins "serialize" and "serialization" in any alphabet. */
const SHORTEST = 4;
const STEM_LENGTH = 5;

/** The first five letters of each word of four or more, lower-case, camelCase split, each once. */
export function wordStems(text: string): string[] {
  const words =
    text
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= SHORTEST).map((word) => word.slice(0, STEM_LENGTH)))];
}
