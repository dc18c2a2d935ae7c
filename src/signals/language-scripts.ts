/** Writing systems and the languages that they tell by themselves. Ranges of UTF-16 code units from the Unicode Character Database 16.0, blocks. */

/** Script of each range by ISO 15924's long names, sorted; `perWord`: letters that say about as much as a word of an alphabet, where words are not parted by blanks. */
const RANGES: readonly (readonly [from: number, to: number, script: string])[] = [
  [0x41, 0x5a, "Latin"],
  [0x61, 0x7a, "Latin"],
  [0xc0, 0x24f, "Latin"],
  [0x370, 0x3ff, "Greek"],
  [0x400, 0x52f, "Cyrillic"],
  [0x531, 0x58f, "Armenian"],
  [0x590, 0x5ff, "Hebrew"],
  [0x600, 0x6ff, "Arabic"],
  [0x750, 0x77f, "Arabic"],
  [0x900, 0x97f, "Devanagari"],
  [0x980, 0x9ff, "Bengali"],
  [0xa00, 0xa7f, "Gurmukhi"],
  [0xa80, 0xaff, "Gujarati"],
  [0xb80, 0xbff, "Tamil"],
  [0xc00, 0xc7f, "Telugu"],
  [0xc80, 0xcff, "Kannada"],
  [0xd00, 0xd7f, "Malayalam"],
  [0xd80, 0xdff, "Sinhala"],
  [0xe00, 0xe7f, "Thai"],
  [0xe80, 0xeff, "Lao"],
  [0x1000, 0x109f, "Myanmar"],
  [0x10a0, 0x10ff, "Georgian"],
  [0x1100, 0x11ff, "Hangul"],
  [0x1200, 0x137f, "Ethiopic"],
  [0x1780, 0x17ff, "Khmer"],
  [0x1e00, 0x1eff, "Latin"],
  [0x1f00, 0x1fff, "Greek"],
  [0x3041, 0x30ff, "Kana"],
  [0x3400, 0x9fff, "Han"],
  [0xac00, 0xd7af, "Hangul"],
  [0xf900, 0xfaff, "Han"],
  [0xfb50, 0xfdff, "Arabic"],
  [0xfe70, 0xfeff, "Arabic"],
];

/** Languages (BCP 47) of the scripts that hardly another language of today is written in. */
export const LANGUAGE_OF_SCRIPT: Readonly<Record<string, string>> = {
  Greek: "el",
  Armenian: "hy",
  Hebrew: "he",
  Bengali: "bn",
  Gurmukhi: "pa",
  Gujarati: "gu",
  Tamil: "ta",
  Telugu: "te",
  Kannada: "kn",
  Malayalam: "ml",
  Sinhala: "si",
  Thai: "th",
  Lao: "lo",
  Myanmar: "my",
  Georgian: "ka",
  Hangul: "ko",
  Ethiopic: "am",
  Khmer: "km",
};

/** Letters a word, where blanks do not part words: from the mean lengths of the words that such texts are segmented into (Unicode's ICU dictionaries). */
export const LETTERS_PER_WORD: Readonly<Record<string, number>> = { Han: 1.7, Kana: 3, Thai: 5, Lao: 5, Khmer: 5, Myanmar: 5 };

/** The script that a letter belongs to; null for marks, digits and scripts that are not known here. */
export function scriptOfUnit(unit: number): string | null {
  if (unit < 0x80) return (unit > 0x40 && unit < 0x5b) || (unit > 0x60 && unit < 0x7b) ? "Latin" : null;
  let low = 0;
  let high = RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to, script] = RANGES[middle] ?? [0, 0, ""];
    if (unit < from) high = middle - 1;
    else if (unit > to) low = middle + 1;
    else return script;
  }
  return null;
}
