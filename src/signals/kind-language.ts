/** Whether a reading is in the language that the kind model learned. */
import { HashIndex, hashOf } from "./kind-hash.ts";
import type { KindReading } from "./kind-reading.ts";

/**
 * The most frequent short words of other languages in Latin letters that are no English words: German, French, Spanish, Portuguese, Italian,
 * Dutch, Swedish, Danish, Norwegian, Polish, Czech, Catalan, Finnish, Hungarian, Turkish, Romanian. Written down in 2026-11.
 */
const FOREIGN =
  "der und das den dem mit ist nicht ein eine auf für von zu sich auch wir sie ich le la les des et une est dans pour que qui sur pas au avec par ce plus vous nous el los las del por con para una más como se su y não em os da dos com uma mais na ao il di che per non sono della gli het een van dat niet zijn voor met och att det som är på inte av för till jag og ikke er til på af med jeg w nie się na jest z do je že ale els amb i és ja ei että oli ovat hän myös mutta sekä tai joka kuin sen olla ole vain niin mukaan kun az egy hogy nem bir ve bu için și nu este cu".split(
    " ",
  );
const ENGLISH = "the of and to in is that for it as with be by on are from this which have an at or was you your we can will not".split(
  " ",
);

const FOREIGN_WORDS = new HashIndex(FOREIGN.filter((word) => !["i", "do", "on", "me"].includes(word)).map(hashOf));
const ENGLISH_WORDS = new HashIndex(ENGLISH.map(hashOf));

/** A text is another language's where its small words outnumber the English ones; a few of them stand in code and names. */
const FEWEST_FOREIGN = 6;
/** Words in letters beyond Latin over all words, from which on a text is taken for another language. */
const MOST_OTHER_LETTERS = 0.2;

export function isEnglish({ tokens, wordCount, otherLetterWords }: KindReading): boolean {
  if (otherLetterWords > wordCount * MOST_OTHER_LETTERS) return false;
  let foreign = 0;
  let english = 0;
  for (const token of tokens) {
    if (ENGLISH_WORDS.find(token) >= 0) english++;
    else if (FOREIGN_WORDS.find(token) >= 0) foreign++;
  }
  return foreign < FEWEST_FOREIGN || foreign <= english;
}
