import type { Document, PassageSignal } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { isHtmlPage } from "../util/visible-text.ts";
import { visitLineShapes } from "./passage-lines.ts";
import { weighLine } from "./passage-model.ts";
import { type Parts, type PassageSigns, signsOf } from "./passage-signs.ts";

/** Log-odds of a run's lines together from which it is looked at: of 1,956 documents of real sets, 11 had such a run (2026-11). */
const LEAST_SHAPE = 12;
/** Log-odds of all other lines together up to which they are a document that the run stands out from: some ten lines of Markdown. */
const MOST_AROUND = -30;

/**
 * What the signs add up to, and how much of it a passage needs. Set on planted pages and untouched texts of the tuning half (`models/passages.md`): 1.5
 * points of words do, or another language; fewer words do where the vocabulary is foreign too. A foreign vocabulary alone is a list of names.
 */
const NEEDED = 1;
const SAYS = { mostPoints: 4, perPoint: 1 / 1.5 } as const;
const OTHER_LANGUAGE = 1;
const LONG = { shape: 20, adds: 0.3 } as const;
/** Share of the telling terms that the rest says too, up to which it adds so much; and how many there must be. */
const VOCABULARY = [
  [0.05, 0.7],
  [0.12, 0.4],
  [0.4, 0],
  [1, -0.5],
] as const;
const FEWEST_TELLING = 5;
const MOST_OPENING = 4;

/**
 * The run of lines in a document that was taken from a web page, or null where there is none. Two signs must say so: the shape of its lines, which
 * are like those of pages where the rest is like a document's (`passage-lines.ts`, a trained table), and what it says (`passage-signs.ts`). Code
 * fences are not trusted: a page in place of some lines takes away their ends. Only a run that is all that stands between two fences of text is left alone.
 * Null for HTML, for formats without lines of their own (neither was measured), and where the whole text is of one sort.
 */
export function measurePassage(document: Document): PassageSignal | null {
  if (document.text === null || document.marks !== undefined || isHtmlPage(document.type, document.text)) return null;
  const run = heaviestRun(document.lines);
  if (run === null || isExample(document.lines, run)) return null;
  const parts = partsOf(document.lines, run);
  const signs = signsOf(parts);
  const strength = strengthOf(signs, run.shape);
  if (strength < NEEDED) return null;
  const characters = parts.passage.reduce((sum, { text }) => sum + text.length, 0);
  return {
    place: { line: run.from + 1, column: 1, end: { line: run.to + 1, column: (document.lines[run.to]?.length ?? 0) + 1 } },
    ratio: characters / (characters + parts.rest.reduce((sum, text) => sum + text.length, 0)),
    opening: parts.passage.slice(0, MOST_OPENING).map(({ line, text }) => quoteOf(line, text)),
    said: signs.said.map(({ line, text, sort, note }) => ({ ...quoteOf(line, text), sort, note })),
    languages: signs.languages,
    terms: signs.terms,
    strength,
  };
}

/** Places in the document's lines, first and last, and their log-odds together. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly shape: number;
}

/** The run of lines with the largest sum of weights (Kadane's algorithm: Bentley 1984), where it stands out from the rest. */
function heaviestRun(lines: readonly string[]): Run | null {
  let best: Run = { from: 0, to: -1, shape: 0 };
  let from = 0;
  let sum = 0;
  let total = 0;
  visitLineShapes(lines, (place, features) => {
    const weight = weighLine(features);
    total += weight;
    if (sum <= 0) {
      sum = 0;
      from = place;
    }
    sum += weight;
    if (sum > best.shape) best = { from, to: place, shape: sum };
  });
  return best.shape >= LEAST_SHAPE && total - best.shape <= MOST_AROUND ? best : null;
}

/** A fence that may hold a text: one that names a programming language holds none, unless lines were put in its code's place. */
const OPENING_FENCE = /^\s*(?:`{3,}|~{3,})\s*(?:(?:text|txt|plain|plaintext|markdown|md|console|output|log|html|none)\b.*)?$/i;
const CLOSING_FENCE = /^\s*(?:`{3,}|~{3,})\s*$/;

/** Whether the run is all that stands between two fences of text. */
function isExample(lines: readonly string[], { from, to }: Run): boolean {
  return OPENING_FENCE.test(lines[from - 1] ?? "") && CLOSING_FENCE.test(lines[to + 1] ?? "");
}

function partsOf(lines: readonly string[], { from, to }: Run): Parts {
  const passage = lines.slice(from, to + 1).map((text, at) => ({ line: from + at + 1, text: text.trim() }));
  const rest = [...lines.slice(0, from), ...lines.slice(to + 1)].map((text) => text.trim());
  return { passage: passage.filter(({ text }) => text !== ""), rest: rest.filter((text) => text !== "") };
}

function strengthOf({ said, points, languages, terms }: PassageSigns, shape: number): number {
  if (points === 0 && languages === null) return 0;
  if (said.length === 1 && languages === null && vocabularyOf(terms) <= 0) return 0;
  const words = Math.min(points, SAYS.mostPoints) * SAYS.perPoint;
  const language = languages === null ? 0 : OTHER_LANGUAGE;
  return words + language + vocabularyOf(terms) + (shape >= LONG.shape ? LONG.adds : 0);
}

/** Too few words show no foreign vocabulary, but they may show the document's own. */
function vocabularyOf({ telling, shared }: PassageSigns["terms"]): number {
  const adds = VOCABULARY.find(([most]) => shared <= most * telling)?.[1] ?? 0;
  return telling < FEWEST_TELLING ? Math.min(0, adds) : adds;
}
