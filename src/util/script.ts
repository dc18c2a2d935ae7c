/** Writing systems, told by counting letters: enough to know that two texts cannot share words. */

const SCRIPTS = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["East Asian", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
] as const;

/** An ideograph says about as much as two letters of an alphabet (Unicode's CLDR sample texts in Chinese have 0.4 of the English length). */
const EAST_ASIAN_WEIGHT = 2;

/** The script that most of a text's letters belong to (ISO 15924 long names; Han and kana as "East Asian"); null where it has no letters. */
export function scriptOf(text: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [name, pattern] of SCRIPTS) {
    const count = (text.match(pattern)?.length ?? 0) * (name === "East Asian" ? EAST_ASIAN_WEIGHT : 1);
    if (count > most) {
      best = name;
      most = count;
    }
  }
  return best;
}
