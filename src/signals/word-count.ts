/**
 * Number of words in a text, counted in one pass without a dictionary: runs of letters and digits of scripts that part words, and each
 * Chinese character and Japanese syllable by itself. Marks and punctuation are none; an apostrophe or hyphen parts a word.
 */
export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isIdeograph = unit >= 0x3041 && isUnpartedScript(unit);
    const isLetter = !isIdeograph && (unit < 0x80 ? isAsciiLetter(unit) : isLetterBeyondAscii(unit));
    if (isIdeograph || (isLetter && !isInWord)) count++;
    isInWord = isLetter;
  }
  return count;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

/** All but Latin-1's marks, general punctuation and symbols (U+2000 to U+2BFF), CJK and full-width punctuation. Exact enough to count by. */
function isLetterBeyondAscii(unit: number): boolean {
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  return unit < 0x2000 || (unit > 0x2bff && unit < 0x2e00) || (unit > 0x3040 && unit < 0xd800) || (unit > 0xdfff && unit < 0xfe00);
}

/** Kana, Han and their extensions; Hangul parts words by blanks. */
function isUnpartedScript(unit: number): boolean {
  return unit <= 0x30ff || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);
}
