import type { CompletenessSignal, Document, Outline } from "../types.ts";
import { isStructured, type OpenStructure, openStructure } from "./completeness-data.ts";
import { type Ending, type EndingSort, endingOf } from "./completeness-ending.ts";
import { ENDING_LOG_ODDS, OPEN_STRUCTURE_LOG_ODDS, PROMISE_LOG_ODDS } from "./completeness-model.ts";
import { type BrokenPromise, brokenPromises } from "./completeness-promises.ts";

type Sign = CompletenessSignal["signs"][number];

/**
 * Whether a text ends where its document does: what it leaves open, what it promises and does not keep, and whether its last line ends. Null where
 * there is no text to judge. Method: naive Bayes over these signs (`completeness-model.ts`), so that documents that end in a list, a heading or a
 * signature are weighed against how often whole documents do. Of formats that are no text themselves the reader ends the last line, and a cut file
 * is a damaged one.
 */
export function measureCompleteness(document: Document, outline: Outline | null): CompletenessSignal | null {
  const { text } = document;
  if (text === null || text.trim() === "") return null;
  const isMade = document.markup !== undefined;
  const endsLine = isMade || /[\n\r]$/.test(text);
  const structure = isMade ? null : openStructure(document);
  if (structure !== null) return { ending: "open-structure", endsLine, logOdds: OPEN_STRUCTURE_LOG_ODDS, signs: structureSigns(structure) };
  if (!isMade && isStructured(document.type)) return { ending: "complete", endsLine, logOdds: ENDING_LOG_ODDS.complete.cut, signs: [] };
  const ending = endingOf(document);
  const promises = brokenPromises(document, outline);
  return {
    ending: ending.sort,
    endsLine,
    logOdds: promises.reduce((sum, promise) => sum + promiseLogOdds(promise), ENDING_LOG_ODDS[ending.sort][endsLine ? "line" : "cut"]),
    signs: [...endingSigns(ending), ...promises.flatMap(promiseSigns)],
  };
}

/** What each ending shows, said of its last line. */
const ENDING_NOTES = {
  "open-front-matter": "the file ends in its front matter",
  "open-comment": "the file ends in a comment",
  "open-fence": "the file ends in a code block",
  "cut-row": "the last line of the file: a table row without its last cells",
  "open-markup": "the last line of the file: a bracket, link or code span is left open",
  "cut-word": "the last line of the file: its last word is the start of a longer one",
  "likely-word": "the last line of the file: its last word stands nowhere else, and longer ones begin with it",
  "dangling-word": "the last line of the file: a sentence that goes on",
  "open-sentence": "the last line of the file: a sentence without its end",
  "odd-word": "the last line of the file: its last word stands nowhere else",
  "bare-heading": "the last line of the file: a heading with nothing below it",
  "open-label": "the last line of the file",
  "open-item": "the last line of the file",
  complete: "the last line of the file",
} satisfies Readonly<Record<EndingSort, string>>;

/** What was begun, said of the line above on which it was. */
const OPENING_NOTES: Partial<Readonly<Record<EndingSort, string>>> = {
  "open-front-matter": "front matter that is not closed",
  "open-comment": "a comment that is not closed",
  "open-fence": "a code block that is not closed",
};

function endingSigns({ sort, evidence }: Ending): readonly Sign[] {
  return evidence.map((quote, at) => ({
    ...quote,
    note: at < evidence.length - 1 ? (OPENING_NOTES[sort] ?? ENDING_NOTES[sort]) : ENDING_NOTES[sort],
  }));
}

function structureSigns({ what, evidence }: OpenStructure): readonly Sign[] {
  return evidence.map((quote, at) => ({ ...quote, note: at === 0 ? `${what} that is not closed` : "the last line of the file" }));
}

function promiseLogOdds({ sort, missing }: BrokenPromise): number {
  switch (sort) {
    case "missing-sections":
      return missing > 1 ? PROMISE_LOG_ODDS["more-sections"] : PROMISE_LOG_ODDS["one-section"];
    case "missing-references":
      return PROMISE_LOG_ODDS.references;
    case "missing-pages":
      return PROMISE_LOG_ODDS.pages;
    default:
      return sort satisfies never;
  }
}

function promiseSigns({ sort, evidence, missing, promised }: BrokenPromise): readonly Sign[] {
  const notes = {
    "missing-sections": `the last ${missing} of the ${promised} sections in the table of contents ${missing === 1 ? "is" : "are"} not there`,
    "missing-references": `${missing} of ${promised} links and notes by label have no target in the file`,
    "missing-pages": `the last page in the file, of ${promised}`,
  };
  return evidence.map((quote) => ({ ...quote, note: notes[sort] }));
}
