/** What a document seems to be, by its signals: for the rules that ask whether a set holds what it should, and for their messages. */
import type { CheckedDocument, ErrorPageSignal, PassageSignal, ResidueSignal } from "../types.ts";

export interface DocumentLook {
  /** What it seems to be, with its article: `a news article scraped from a web page`. Null where nothing shows. */
  readonly name: string | null;
  /** It is no document that anyone wrote to be built on. */
  readonly isWaste: boolean;
  readonly isSpecification: boolean;
  /** 0 to 1: how sure that is. */
  readonly confidence: number;
}

/** What each sort of error page is called. */
export const ERROR_PAGE_NAMES = {
  "not-found": 'a "page not found" message',
  "server-error": "a server's error message",
  "bot-challenge": "a bot challenge",
  "login-wall": "a log-in page",
  "consent-wall": "a request for consent",
  paywall: "a paywall",
  forbidden: 'an "access denied" message',
  "rate-limit": 'a "too many requests" message',
} satisfies Readonly<Record<ErrorPageSignal["sort"], string>>;

/**
 * Points of residue and the confidence that a document with so many is a page scraped whole: the share of true ones where one document in
 * twenty is such a page, by Bayes' rule from the counts of `bench/page-signals.mjs` (2026-11: 21, 36, 41, 88, 220 and 826 of 1,345 scraped pages
 * and 4, 3, 1, 1, 0 and 0 of 7,571 other texts lie between these points, half a text added to each).
 */
const CONFIDENCE_BY_POINTS = [
  [14, 0.99],
  [10, 0.98],
  [8, 0.94],
  [7, 0.88],
  [6, 0.75],
  [5, 0.58],
] as const;

/**
 * Strength of a passage and the confidence that it comes from a web page, where one document in twenty holds such a passage: by Bayes' rule from 1,177
 * planted passages and 6,889 untouched texts (`models/passages.md`): 4, 26 and 1,110 of the first and none of the second lie between these strengths,
 * half a text added to each. Rounded down, since the limits were set on these texts.
 */
const CONFIDENCE_BY_STRENGTH = [
  [1.7, 0.98],
  [1.3, 0.9],
  [1, 0.7],
] as const;

/** Section numbers and headings that specifications have; so many make one. */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[A-Z]\.\d{1,2}\.?|§ ?\d{1,3}\.?) +\p{L}/u;
const SPECIFICATION_HEADING =
  /^(?:[\d.]{0,8} *)?(?:terminology|conformance|conformance requirements|normative references|informative references|security considerations|iana considerations|notational conventions|requirements|scope|definitions|message format|wire format|backwards? compatibility|normative language|specification|test vectors|rationale|abstract|status of this memo)$/iu;
const SPECIFICATION_TITLE = /\b(?:specification|spec|standard|rfc ?\d+|protocol|norm)\b|спецификаци|规范|規範|仕様/iu;
const FEWEST_NUMBERED = 5;
const FEWEST_NAMED = 3;

/** Looks of documents, made once a document; freed with it. */
const looks = new WeakMap<CheckedDocument, DocumentLook>();

/** What a document seems to be. */
export function lookOf(document: CheckedDocument): DocumentLook {
  const look = looks.get(document) ?? lookAt(document);
  looks.set(document, look);
  return look;
}

function lookAt(document: CheckedDocument): DocumentLook {
  const { errorPage, residue, pointer } = document.signals;
  const isSpecification = looksLikeSpecification(document);
  if (errorPage !== null)
    return { name: ERROR_PAGE_NAMES[errorPage.sort], isWaste: true, isSpecification: false, confidence: errorPage.confidence };
  if (pointer !== null) return { name: "a pointer to a file that is not here", isWaste: true, isSpecification: false, confidence: 0.95 };
  if (document.problems.some(({ kind }) => kind === "empty"))
    return { name: "an empty file", isWaste: true, isSpecification: false, confidence: 1 };
  if (residue !== null && residue.lines.length > 0) {
    const name = isSpecification ? "a specification with a web page around it" : scrapedName(residue);
    return { name, isWaste: !isSpecification, isSpecification, confidence: scrapedConfidence(residue) };
  }
  return { name: isSpecification ? "a specification" : null, isWaste: false, isSpecification, confidence: isSpecification ? 0.7 : 0 };
}

/** 0 to 1: how sure it is that a document with this residue is a page scraped from the web. */
export function scrapedConfidence({ points }: ResidueSignal): number {
  return CONFIDENCE_BY_POINTS.find(([least]) => points >= least)?.[1] ?? 0;
}

/** 0 to 1: how sure it is that a passage was taken from a web page. */
export function passageConfidence({ strength }: PassageSignal): number {
  return CONFIDENCE_BY_STRENGTH.find(([least]) => strength >= least)?.[1] ?? 0;
}

/** What sort of page it was, as far as what stands around it tells: agencies' credits and rows of headlines are news, comment forms blogs. */
export function scrapedName({ lines }: ResidueSignal): string {
  const has = (sort: string) => lines.some((line) => line.sort === sort);
  if (has("credit") || lines.some(({ note }) => note.startsWith("headlines"))) return "a news article scraped from a web page";
  if (has("byline") && has("comments")) return "a blog post scraped from a web page";
  return has("byline") ? "an article scraped from a web page" : "a page scraped from the web";
}

function looksLikeSpecification({ signals: { outline } }: CheckedDocument): boolean {
  const headings = outline?.headings ?? [];
  const named = new Set(headings.filter(({ text }) => SPECIFICATION_HEADING.test(text.trim())).map(({ text }) => text.toLowerCase()));
  const numbered = headings.filter(({ text, quote }) => NUMBERED.test(text) || NUMBERED.test(quote)).length;
  if (named.size >= FEWEST_NAMED || numbered >= FEWEST_NUMBERED) return true;
  const title = outline?.titles.find(({ source }) => source !== "first-line");
  return title !== undefined && SPECIFICATION_TITLE.test(title.text) && headings.length >= FEWEST_NAMED;
}
