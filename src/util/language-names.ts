/** What languages are called: codes and names, in paths, titles, headings and claims. */

/**
 * Codes (BCP 47, as `signals/language.ts` gives them) with the names that people write: English and own names, from the Unicode CLDR 46 display
 * names. Standards that are not told apart are one: `hr` stands for Bosnian, Croatian and Serbian in Latin letters, `id` for Malay too.
 */
const NAMES = {
  en: "english|anglais|englisch|inglés|inglês|английский|英文|英语|英語",
  zh: "chinese|中文|简体中文|繁體中文|汉语|simplified chinese|traditional chinese|chinesisch|chinois",
  ja: "japanese|日本語|日文|日语",
  ko: "korean|한국어|조선말",
  de: "german|deutsch|allemand|alemán|德语|ドイツ語",
  fr: "french|français|francais|französisch|francés|法语|フランス語",
  es: "spanish|español|espanol|castellano|spanisch|espagnol|西班牙语|スペイン語",
  pt: "portuguese|português|portugues|brazilian portuguese|português do brasil|portugiesisch",
  it: "italian|italiano|italienisch|italien",
  nl: "dutch|nederlands|niederländisch",
  ru: "russian|русский|russisch|russe|俄语",
  uk: "ukrainian|українська",
  be: "belarusian|беларуская",
  bg: "bulgarian|български",
  sr: "српски",
  mk: "macedonian|македонски",
  pl: "polish|polski|polnisch",
  cs: "czech|čeština|česky|tschechisch",
  sk: "slovak|slovenčina|slovensky",
  sl: "slovenian|slovene|slovenščina",
  hr: "croatian|hrvatski|bosnian|bosanski|srpski|serbian",
  hu: "hungarian|magyar|ungarisch",
  ro: "romanian|română|romana",
  sv: "swedish|svenska|schwedisch",
  da: "danish|dansk|dänisch",
  no: "norwegian|norsk|bokmål|nynorsk|norwegisch",
  fi: "finnish|suomi|finnisch",
  et: "estonian|eesti",
  lv: "latvian|latviešu",
  lt: "lithuanian|lietuvių",
  is: "icelandic|íslenska",
  tr: "turkish|türkçe|türkisch",
  el: "greek|ελληνικά|griechisch",
  he: "hebrew|עברית",
  ar: "arabic|العربية|عربي|arabisch",
  fa: "persian|farsi|فارسی",
  ur: "urdu|اردو",
  hi: "hindi|हिन्दी|हिंदी",
  mr: "marathi|मराठी",
  ne: "nepali|नेपाली",
  bn: "bengali|bangla|বাংলা",
  ta: "tamil|தமிழ்",
  te: "telugu|తెలుగు",
  th: "thai|ไทย|ภาษาไทย",
  vi: "vietnamese|tiếng việt",
  id: "indonesian|bahasa indonesia|malay|bahasa melayu",
  ca: "catalan|català",
  gl: "galician|galego",
  eu: "basque|euskara",
  sq: "albanian|shqip",
  af: "afrikaans",
  sw: "swahili|kiswahili",
  tl: "tagalog|filipino",
  kk: "kazakh|қазақша",
} as const satisfies Readonly<Record<string, string>>;

const CODE_OF_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split("|").map((name) => [name, code] as const)),
);
/** Codes of ISO 639 that stand for one of those above. */
const ALIASES: Readonly<Record<string, string>> = {
  nb: "no",
  nn: "no",
  nob: "no",
  ms: "id",
  bs: "hr",
  fil: "tl",
  iw: "he",
  in: "id",
  eng: "en",
  deu: "de",
  ger: "de",
  fra: "fr",
  fre: "fr",
  spa: "es",
  por: "pt",
  ita: "it",
  rus: "ru",
  zho: "zh",
  chi: "zh",
  jpn: "ja",
  kor: "ko",
  cn: "zh",
  jp: "ja",
  kr: "ko",
  cz: "cs",
  ua: "uk",
};
/** Codes that names of files and folders use for other things too: C#, Perl, identity, information technology, words and endings. */
const WEAK = new Set("cs pl id it is no in he hr sl sr te ta tl ca et al ms my am as so to be da af sq mk mr ne sw ur eu cn ua".split(" "));

/** A language that is named somewhere. */
export interface NamedLanguage {
  readonly code: string;
  /** As written. */
  readonly text: string;
  /** What is written may mean something else. */
  readonly isWeak: boolean;
}

/** Reads a code (`de`, `pt-BR`, `zh_Hans`) or a name ("German"); null where it is none that is known. */
export function languageNamed(text: string): NamedLanguage | null {
  const bare = text.trim().toLowerCase();
  const named = CODE_OF_NAME.get(bare);
  if (named !== undefined) return { code: named, text: text.trim(), isWeak: false };
  const match = /^([a-z]{2,3})(?:[-_](hans|hant|latn|cyrl|[a-z]{2}|419))?$/.exec(bare);
  const base = match?.[1] ?? "";
  const code = bare === "sr-latn" ? "hr" : (ALIASES[base] ?? (Object.hasOwn(NAMES, base) ? base : undefined));
  return code === undefined ? null : { code, text: text.trim(), isWeak: match?.[2] === undefined && WEAK.has(base) };
}

/** The language that a path names: `x.de.md`, `README_zh-CN.md`, or a folder `/zh/`, the innermost first. */
export function languageOfPath(path: string): NamedLanguage | null {
  const segments = path.split("/");
  const file = segments.pop() ?? "";
  const ending = /(?:\.([a-z]{2}(?:[-_][A-Za-z]{2,4})?)|[-_]([a-z]{2}[-_][A-Z][A-Za-z]{1,3}))\.[A-Za-z]{1,10}$/.exec(file);
  const suffix = ending && languageNamed(ending[1] ?? ending[2] ?? "");
  if (suffix) return suffix;
  for (const segment of segments.reverse()) {
    const named = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(segment) ? languageNamed(segment) : null;
    if (named) return named;
  }
  return null;
}

/** Names that are words of another sense in English titles. */
const OTHER_SENSE = /^polish$/i;

/** The language that closes a title in brackets or after a dash: `Tides (German)`, `Tides — Deutsch`, `Tides [zh-CN]`. */
export function languageOfTitle(title: string): NamedLanguage | null {
  const match = /[([（【]\s*([^()[\]（）【】]{2,24})\s*[)\]）】]\s*$|\s[-–—|]\s+(\p{L}{4,20})\s*$/u.exec(title);
  const text = (match?.[1] ?? match?.[2] ?? "").replace(/\s+(?:version|translation|edition)$|(?<=文)版$/i, "");
  const named = languageNamed(text);
  return named !== null &&
    !OTHER_SENSE.test(text) &&
    (named.text.length > 3 || /[-_]/.test(named.text) || CODE_OF_NAME.has(named.text.toLowerCase()))
    ? named
    : null;
}

/** The English name of a language; the code itself where it is not known. */
export function nameOfLanguage(code: string): string {
  const name = (NAMES as Readonly<Record<string, string>>)[code]?.split("|")[0];
  return name === undefined ? code : `${name[0]?.toUpperCase()}${name.slice(1)}`;
}

/** Languages so close, or so differently coded, that one is no evidence against the other. */
const CLOSE: readonly (readonly string[])[] = [
  ["da", "no"],
  ["hr", "sl", "sr"],
  ["pt", "gl", "es"],
  ["cs", "sk"],
  ["bg", "mk"],
  ["ru", "uk", "be"],
  ["nl", "af"],
];

/** Whether a text in one of two languages may have been taken for the other. */
export function areClose(a: string, b: string): boolean {
  return a === b || CLOSE.some((group) => group.includes(a) && group.includes(b));
}
