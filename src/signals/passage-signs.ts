/** What else than its shape shows that a run of lines comes from a web page: its words, its language, its vocabulary. */
import { TermCounter } from "../util/term-counter.ts";
import { backgroundWeight } from "../util/term-weights.ts";
import { visitTerms } from "../util/terms.ts";
import { languageOf } from "./language.ts";
import { type Candidate, pointsOf } from "./residue-clusters.ts";
import { undress } from "./residue-lines.ts";
import { matchLine } from "./residue-matcher.ts";

/** The lines that hold text, of a passage (with their numbers, from 1) and of the text around it. */
export interface Parts {
  readonly passage: readonly { readonly line: number; readonly text: string }[];
  readonly rest: readonly string[];
}

export interface PassageSigns {
  /** Lines that say what pages say. */
  readonly said: readonly Candidate[];
  /** Their points together, as in `PhraseRow`. */
  readonly points: number;
  /** The two languages where they differ. */
  readonly languages: { readonly passage: string; readonly rest: string } | null;
  /** Different telling terms of the passage, and how many of them the rest says too. */
  readonly terms: { readonly telling: number; readonly shared: number };
}

/** Characters (UTF-16 code units) of either part whose language is asked. */
const LANGUAGE_LENGTH = 3000;
/** General weight of a term that tells a subject: the terms of one text in 55 and rarer. */
const TELLING = 4;

/** Looks for all signs. Linear in both parts. */
export function signsOf({ passage, rest }: Parts): PassageSigns {
  const said = passage.flatMap(({ line, text }, ordinal): Candidate[] => {
    const bare = undress(text);
    const match = bare === null ? null : matchLine(bare.text);
    return bare === null || match === null ? [] : [{ line, ordinal, ...bare, ...match }];
  });
  const texts = passage.map(({ text }) => text);
  return { said, points: pointsOf(said), languages: differingLanguages(texts, rest), terms: sharedTerms(texts, rest) };
}

function differingLanguages(passage: readonly string[], rest: readonly string[]): PassageSigns["languages"] {
  const [own, other] = [languageOf(sampleOf(passage)), languageOf(sampleOf(rest))];
  return own === null || other === null || own === other ? null : { passage: own, rest: other };
}

/** Lines from the whole of a part, evenly taken. */
function sampleOf(lines: readonly string[]): string {
  const length = lines.reduce((sum, text) => sum + text.length + 1, 0);
  const step = Math.max(1, Math.ceil(length / LANGUAGE_LENGTH));
  return lines
    .filter((_, at) => at % step === 0)
    .join("\n")
    .slice(0, LANGUAGE_LENGTH);
}

function sharedTerms(passage: readonly string[], rest: readonly string[]): PassageSigns["terms"] {
  const others = new TermCounter();
  for (const text of rest) visitTerms(text, (term) => others.add(term));
  const own = new TermCounter();
  for (const text of passage) visitTerms(text, (term) => own.add(term));
  const telling = own.terms.filter((term) => backgroundWeight(term) >= TELLING);
  return { telling: telling.length, shared: telling.filter((term) => others.countOf(term) > 0).length };
}
