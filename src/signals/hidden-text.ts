import type { Document, HiddenTextSignal, Quote } from "../types.ts";
import { LineMap } from "../util/line-map.ts";
import { quoteOf } from "../util/quote.ts";
import { escapeForTerminal } from "../util/terminal-text.ts";
import { codeRangesOf, isInRanges } from "./code-ranges.ts";
import { type HiddenRun, hiddenRuns } from "./hidden-text-characters.ts";
import { type HiddenPassage, hiddenPassages } from "./hidden-text-markup.ts";
import { ABOUT_ATTACKS, addressesModel } from "./hidden-text-phrases.ts";

type Sort = HiddenTextSignal["sort"];

interface Find {
  readonly sort: Sort;
  readonly at: number;
  readonly length: number;
  readonly says: string | null;
  readonly confidence: number;
}

const MOST_QUOTES = 5;
/** Characters of context before and after what is hidden, in a quote. */
const CONTEXT = 40;
/** Longest run of invisible characters that is quoted character by character. */
const LONGEST_RUN = 4;
const LONGEST_SAID = 160;

/**
 * What a person does not see in a text and a language model does: characters that show nothing or reorder others, and passages out of sight that
 * speak to a model. One signal a sort, each with what it says; empty where there is nothing. Ordinary comments, emoji, joiners of scripts that need
 * them and isolates around right-to-left words are no signal.
 */
export function measureHiddenText(document: Document): HiddenTextSignal[] {
  const { text } = document;
  if (text === null) return [];
  const runs = hiddenRuns(text);
  const passages = isMarkup(document.markup ?? document.type) ? passagesToModels(text) : [];
  if (runs.length === 0 && passages.length === 0) return [];
  const finds = findsOutsideCode(document, runs, passages);
  return [...new Set(finds.map(({ find }) => find.sort))].map((sort) =>
    signalOf(
      document,
      sort,
      finds.filter(({ find }) => find.sort === sort),
    ),
  );
}

function isMarkup(type: string): boolean {
  return /markdown|html|xml|plain|rst|asciidoc|wiki|textile|org/.test(type);
}

function passagesToModels(text: string): readonly Find[] {
  return hiddenPassages(text).flatMap((passage) => {
    const address = addressesModel(passage.text.replace(/\s+/g, " "));
    return address === null ? [] : [{ ...placeOf(passage), says: null, confidence: address.confidence }];
  });
}

function placeOf({ sort, at, text }: HiddenPassage): Pick<Find, "sort" | "at" | "length"> {
  return { sort, at, length: text.length };
}

interface Placed {
  readonly find: Find;
  readonly isExample: boolean;
}

/** Markup in code is shown as it is written, so that nothing is hidden. Characters in code are hidden all the same, unless the text is about them. */
function findsOutsideCode(document: Document, runs: readonly HiddenRun[], passages: readonly Find[]): readonly Placed[] {
  const code = codeRangesOf(document);
  const isCode = ({ at }: Find) => isInRanges(code, at);
  const isAbout = ABOUT_ATTACKS.test(document.text ?? "");
  return [
    ...runs.map((find) => ({ find, isExample: isAbout && isCode(find) })),
    ...passages.filter((find) => !isCode(find)).map((find) => ({ find, isExample: false })),
  ];
}

function signalOf({ text }: Document, sort: Sort, placed: readonly Placed[]): HiddenTextSignal {
  const finds = placed.map(({ find }) => find);
  const map = new LineMap(text ?? "");
  const says = finds
    .flatMap((find) => find.says ?? [])
    .join(" ")
    .slice(0, LONGEST_SAID);
  return {
    sort,
    note: says === "" ? NAMES[sort] : `${NAMES[sort]}; they say: "${says}"`,
    evidence: finds.slice(0, MOST_QUOTES).map((find) => quoteFind(text ?? "", find, map)),
    count: finds.length,
    isExample: placed.every(({ isExample }) => isExample),
    confidence: confidenceOf(sort, finds),
  };
}

const NAMES = {
  tags: "tag characters, which show nothing",
  "variation-selectors": "a run of variation selectors, which show nothing",
  "zero-width": "zero-width characters within words",
  bidi: "characters that change the order in which the line is shown",
  "hidden-element": "an element that is not shown and speaks to a language model",
  comment: "a comment that speaks to a language model",
  attribute: "an alternative text or title that speaks to a language model",
} satisfies Readonly<Record<Sort, string>>;

/** One stray zero-width character or two may have come with a copied word or formula: under 0.5, so that it is an info. */
function confidenceOf(sort: Sort, finds: readonly Find[]): number {
  const best = finds.reduce((most, { confidence }) => Math.max(most, confidence), 0);
  return sort === "zero-width" && best < 0.9 ? (finds.length > 2 ? 0.85 : 0.45) : best;
}

function quoteFind(text: string, find: Find, map: LineMap): Quote {
  const { line } = map.position(find.at);
  const start = Math.max(text.lastIndexOf("\n", find.at) + 1, find.at - CONTEXT);
  const end = lineEnd(text, find.at);
  const isMarkup = find.sort === "comment" || find.sort === "attribute" || find.sort === "hidden-element";
  const hidden = isMarkup
    ? text
        .slice(find.at, find.at + Math.min(find.length, LONGEST_SAID))
        .trim()
        .split(/\s*\n\s*/)
        .join(" ")
    : escapedRun(text.slice(find.at, find.at + find.length));
  const after = isMarkup ? "" : text.slice(find.at + find.length, Math.min(end, find.at + find.length + CONTEXT));
  return quoteOf(
    line,
    escapeForTerminal(`${text.slice(start, find.at).trimStart()}`) + escapeForTerminal(hidden) + escapeForTerminal(after),
  );
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** `<U+E0049><U+E0067> and 40 more`. */
function escapedRun(run: string): string {
  const characters = [...run];
  const shown = characters
    .slice(0, LONGEST_RUN)
    .map((character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`);
  return characters.length > LONGEST_RUN ? `${shown.join("")}<and ${characters.length - LONGEST_RUN} more>` : shown.join("");
}
