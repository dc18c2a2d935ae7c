import type { Document, PlaceholderSignal } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { isHtmlPage, visibleTextOf } from "../util/visible-text.ts";
import { NOTES, type Reading, readLines, type Sign } from "./placeholder-lines.ts";

/** Longest text, in UTF-16 code units, that can be a placeholder: the longest proposal templates have some 9,000. */
const LONGEST_TEXT = 12_000;
/** Most such characters beside what each sort is told by. The stubs of 50 real sets have at most 128; short documents have 150 and more. */
const LIMITS = { stub: 150, headings: 150, template: 150, "app-shell": 200 } as const;
/** Share of a template's own questions and fields that the author's text may have beside them. */
const TEMPLATE_RATIO = 0.35;
const FEWEST = { headings: 3, fields: 2, templateLines: 3 } as const;
const FILLER_RATIO = 0.5;
const MOST_QUOTES = 5;

const DATA_TYPE = /json|yaml|toml|csv|tab-separated|[/+]xml$|bibtex|turtle|mbox|x-tex/;
/**
 * A document that was never written; null where it was. Method: each line is a heading, a mark such as `TODO`, a field or question of a template, or
 * the author's own text; a placeholder has hardly any of the last.
 */
export function measurePlaceholder(document: Document): PlaceholderSignal | null {
  const { text } = document;
  const type = document.markup ?? document.type;
  if (text === null || DATA_TYPE.test(type) || text.trim() === "") return null;
  if (isHtmlPage(type, text)) return appShell(document);
  if (text.length > LONGEST_TEXT) return null;
  const said = /enable javascript to run this app|doesn't work properly without javascript/i.exec(text);
  if (said !== null && text.length <= 400) return shellSignal(document, lineOf(text, said.index));
  const reading = readLines(document);
  return reading === null ? null : judge(reading, document.markup !== undefined);
}

/** `isMade`: the text is what a reader made of slides, pages or sheets, whose pictures and drawings it lacks, so that headings alone say nothing. */
function judge(reading: Reading, isMade: boolean): PlaceholderSignal | null {
  const { content, filler, headings, asked, signs } = reading;
  if (filler > 0 && filler >= FILLER_RATIO * (content + filler)) return signal("filler", reading.fillers, 0.95);
  const marks = [...signs.mark, ...reading.comments.filter(({ note }) => note === NOTES.mark)];
  if (content <= LIMITS.stub && marks.length > 0 && signs.field.length < FEWEST.fields && signs.instruction.length < FEWEST.templateLines)
    return signal("stub", marks, content <= LIMITS.stub / 2 ? 0.9 : 0.75);
  const asks = [...signs.field, ...signs.mark, ...signs.instruction].sort((a, b) => a.line - b.line);
  const isTemplate =
    signs.field.length + reading.comments.length >= FEWEST.fields && asks.length + reading.comments.length >= FEWEST.templateLines;
  if (isTemplate && content <= Math.max(LIMITS.template, TEMPLATE_RATIO * asked))
    return signal("template", [...asks, ...reading.comments], content <= LIMITS.template / 2 ? 0.92 : 0.75);
  if (!isMade && headings >= FEWEST.headings && reading.below === 0 && content <= LIMITS.headings && asks.length === 0) {
    const titles = reading.titles.map((title) => ({ ...title, note: "a heading with nothing below it" }));
    return signal("headings", [...reading.comments, ...titles], content <= LIMITS.headings / 2 ? 0.9 : 0.75);
  }
  return null;
}

function signal(sort: PlaceholderSignal["sort"], evidence: readonly Sign[], confidence: number): PlaceholderSignal {
  return { sort, evidence: evidence.slice(0, MOST_QUOTES), confidence };
}

/** A page that shows nothing without its scripts. */
function appShell(document: Document): PlaceholderSignal | null {
  const html = document.text ?? "";
  const page = visibleTextOf(html, LIMITS["app-shell"]);
  if (page.isCut || page.scriptCount === 0 || page.lines.reduce((sum, { text }) => sum + text.length, 0) > LIMITS["app-shell"]) return null;
  const said = [...page.noscript, ...page.lines].find(
    ({ text }) => /javascript/i.test(text) && /enable|without|requires?|need|turn on|disabled/i.test(text),
  );
  if (said !== undefined) return shellSignal(document, said.line);
  const root = /<div id=["']?(?:root|app|__next|__nuxt|svelte|main)["']?[^<>]{0,100}>\s{0,50}<\/div>/i.exec(html);
  return root !== null && page.lines.length === 0 ? shellSignal(document, lineOf(html, root.index)) : null;
}

function shellSignal({ lines }: Document, line: number): PlaceholderSignal {
  return {
    sort: "app-shell",
    evidence: [{ ...quoteOf(line, (lines[line - 1] ?? "").trim()), note: "shows nothing until its scripts run" }],
    confidence: 0.95,
  };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
