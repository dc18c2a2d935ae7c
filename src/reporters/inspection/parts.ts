/** The lines of a file that show what is said of it. */
import type { Quote } from "../../types.ts";
import { escapeForTerminal } from "../../util/terminal-text.ts";
import type { FrameLine, FramePart } from "../terminal/frame.ts";
import { grouped } from "../terminal/words.ts";
import { sourceInWords } from "./document-rows.ts";
import { viewSignals } from "./further-signals.ts";
import type { Inspection } from "./inspection.ts";

/** Lines that each part shows. */
const MOST_LINES = 8;

type NotedQuote = Quote & { readonly note: string };

/** One part for each signal that quotes lines. */
export function partsOf(inspection: Inspection): FramePart[] {
  const { titles, kind, residue, errorPage, pointer, conflictMarkers, signals } = inspection;
  const parts: readonly (readonly [name: string, lines: readonly NotedQuote[]])[] = [
    ["titles", titles.map((title) => ({ ...title, note: sourceInWords(title) }))],
    [`kind: ${kind?.name}`, (kind?.evidence ?? []).map(withoutNote).toSorted(byLine)],
    ["residue", firstOfEachSort(residue?.lines ?? [])],
    ["error page", (errorPage?.evidence ?? []).map(withoutNote)],
    ["pointer", (pointer?.evidence ?? []).map(withoutNote)],
    ["conflict markers", conflictMarkers.map(withoutNote)],
    ...viewSignals(signals).map(({ name, lines }) => [name, lines] as const),
  ];
  return parts.flatMap(([name, lines]) => (lines.length === 0 ? [] : [partOf(name, lines)]));
}

function withoutNote(quote: Quote): NotedQuote {
  return { ...quote, note: "" };
}

function byLine(a: Quote, b: Quote): number {
  return a.line - b.line;
}

/** The first line of each sort before the second ones, as many as are shown, in the order of the text. */
function firstOfEachSort<Line extends NotedQuote & { readonly sort: string }>(lines: readonly Line[]): Line[] {
  const seen = new Map<string, number>();
  const ranked = lines.map((line) => {
    const rank = seen.get(line.sort) ?? 0;
    seen.set(line.sort, rank + 1);
    return { line, rank };
  });
  const first = ranked.toSorted((a, b) => a.rank - b.rank).map(({ line }) => line);
  return [...first.slice(0, MOST_LINES).toSorted(byLine), ...first.slice(MOST_LINES)];
}

function partOf(name: string, lines: readonly NotedQuote[]): FramePart {
  const more = lines.length - MOST_LINES;
  const shown = lines.slice(0, MOST_LINES).map(frameLine);
  return { location: escapeForTerminal(more > 0 ? `${name}, and ${grouped(more)} more` : name), lines: shown };
}

function frameLine({ line, quote, note }: NotedQuote): FrameLine {
  return { label: String(line), text: escapeForTerminal(quote.trim()), note: escapeForTerminal(note) };
}
