import type { Document, PlaceholderSignal, Quote } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { isHtmlPage, visibleTextOf } from "../util/visible-text.ts";
import { FenceTracker } from "./fence-tracker.ts";
import { FILLER, isMark, type PlaceholderLine, placeholderLine } from "./placeholder-phrases.ts";

/** Longest text, in UTF-16 code units, that can be a placeholder: the longest proposal templates have some 9,000. */
const LONGEST_TEXT = 12_000;
/** Characters of text of the author's own with which a document is one, whatever else it says. */
const MOST_CONTENT = 1200;
/** Most such characters beside what each sort is told by. The stubs of 50 real sets have at most 128; short documents have 150 and more. */
const LIMITS = { stub: 150, headings: 150, template: 150, "app-shell": 200 } as const;
/** Share of a template's own questions and fields that the author's text may have beside them. */
const TEMPLATE_RATIO = 0.35;
const FEWEST = { headings: 3, fields: 2, templateLines: 3 } as const;
const FILLER_RATIO = 0.5;
const MOST_QUOTES = 5;

const DATA_TYPE = /json|yaml|toml|csv|tab-separated|[/+]xml$|bibtex|turtle|mbox|x-tex/;
/** What stands for text that is elsewhere, or is no text: includes, generated parts, pictures, components. */
const ELSEWHERE =
  /^(?:-{1,8}8<-{1,8}|@[\w./-]+$|\.\. (?:include|toctree|auto\w+|image|figure|literalinclude|contents)::|include::|import .{1,200} from |:::|\{%|\{\{[#<%]|\{\{ ?[\w-]+ ?\}\}$|<[A-Z]\w*|\[\[_?toc|\[toc\])|!\[|<img|<iframe|<video|<object|<embed/i;

type Sign = PlaceholderSignal["evidence"][number];

interface Reading {
  /** Characters of the author's own text. */
  content: number;
  filler: number;
  headings: number;
  /** Characters of fields and instructions. */
  asked: number;
  readonly signs: Record<PlaceholderLine, Sign[]>;
  readonly fillers: Sign[];
  readonly titles: Quote[];
  readonly comments: Sign[];
}

/**
 * A document that was never written; null where it was. Method: each line is a heading, a mark such as `TODO`, a field or question of a template, or
 * the author's own text; a placeholder has hardly any of the last.
 */
export function measurePlaceholder(document: Document): PlaceholderSignal | null {
  const { text, type } = document;
  if (text === null || DATA_TYPE.test(type) || text.trim() === "") return null;
  if (isHtmlPage(type, text)) return appShell(document);
  if (text.length > LONGEST_TEXT) return null;
  const said = /enable javascript to run this app|doesn't work properly without javascript/i.exec(text);
  if (said !== null && text.length <= 400) return shellSignal(document, lineOf(text, said.index));
  const reading = readLines(document);
  return reading === null ? null : judge(reading);
}

function judge(reading: Reading): PlaceholderSignal | null {
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
  if (headings >= FEWEST.headings && content <= LIMITS.headings && asks.length === 0) {
    const titles = reading.titles.map((title) => ({ ...title, note: "a heading with nothing below it" }));
    return signal("headings", [...reading.comments, ...titles], content <= LIMITS.headings / 2 ? 0.9 : 0.75);
  }
  return null;
}

function signal(sort: PlaceholderSignal["sort"], evidence: readonly Sign[], confidence: number): PlaceholderSignal {
  return { sort, evidence: evidence.slice(0, MOST_QUOTES), confidence };
}

const NOTES = {
  mark: "says that the text is still to be written",
  field: "a field of a template that nobody filled in",
  instruction: "a template's instruction, with nothing written below it",
} satisfies Readonly<Record<PlaceholderLine, string>>;

/** Sorts every line; null once there is enough text of the author's own, or something that stands for text elsewhere. */
function readLines({ lines, type }: Document): Reading | null {
  const reading: Reading = {
    content: 0,
    filler: 0,
    headings: 0,
    asked: 0,
    signs: { mark: [], field: [], instruction: [] },
    fillers: [],
    titles: [],
    comments: [],
  };
  const fences = new FenceTracker();
  const start = frontMatterEnd(lines);
  let isComment = false;
  for (let at = start; at < lines.length; at++) {
    const line = (lines[at] ?? "").trim();
    if (line === "" || reading.content > MOST_CONTENT) continue;
    if (isComment || line.startsWith("<!--")) {
      addComment(reading, line, at);
      isComment = !line.includes("-->");
      continue;
    }
    if (fences.isCode(line)) {
      reading.content += line.length;
      continue;
    }
    if (ELSEWHERE.test(line)) return null;
    addLine(reading, { line, at, next: lines[at + 1] ?? "", isMarkdown: type !== "text/x-rst" && type !== "text/asciidoc" });
  }
  return reading.content > MOST_CONTENT ? null : reading;
}

/** Line after the front matter; 0 where there is none. */
function frontMatterEnd(lines: readonly string[]): number {
  if ((lines[0] ?? "").trim() !== "---") return 0;
  const end = lines.indexOf("---", 1);
  return end < 0 ? 0 : end + 1;
}

function addComment(reading: Reading, line: string, at: number): void {
  const bare = line.replace(/^<!-{2,3}\s*|\s*-->$/g, "");
  if (isMark(bare) || /^(?:wip|skeleton|stub|placeholder)\b/i.test(bare))
    reading.comments.push({ ...quoteOf(at + 1, line), note: NOTES.mark });
  else if (placeholderLine(bare) === "instruction") reading.comments.push({ ...quoteOf(at + 1, line), note: NOTES.instruction });
}

interface LineToAdd {
  readonly line: string;
  readonly at: number;
  readonly next: string;
  readonly isMarkdown: boolean;
}

function addLine(reading: Reading, { line, at, next, isMarkdown }: LineToAdd): void {
  if (/^[-=_*~+|:^"' ]{3,}$/.test(line) || /^(?:n\/a|none|-|\.\.\.)\.?$/i.test(line) || /^r\[[\w.-]{1,100}\]$/.test(line)) return;
  const heading = headingOf(line, next, isMarkdown);
  const bare =
    heading ??
    line
      .replace(/^(?:[-*+>•]|\d{1,3}[.)]|!!!|\||\[ \])[\s]{1,4}/, "")
      .replace(/^(?:warning|note|info|tip|todo) "(.{1,200})"$/, "$1")
      .replace(/[*_`]{1,3}/g, "");
  const sort = placeholderLine(bare);
  if (heading !== null) {
    reading.headings++;
    reading.titles.push(quoteOf(at + 1, line));
    if (sort === "field") addSign(reading, sort, { line, at });
    return;
  }
  if (FILLER.test(line)) {
    reading.filler += line.length;
    reading.fillers.push({ ...quoteOf(at + 1, line), note: "filler text" });
  } else if (sort !== null) addSign(reading, sort, { line, at });
  else if (!isMetadata(line, at)) reading.content += line.length;
}

function addSign(reading: Reading, sort: PlaceholderLine, { line, at }: { readonly line: string; readonly at: number }): void {
  reading.signs[sort].push({ ...quoteOf(at + 1, line), note: NOTES[sort] });
  if (sort !== "mark") reading.asked += line.length;
}

/** The words of a heading: marked in front, or underlined by the next line. */
function headingOf(line: string, next: string, isMarkdown: boolean): string | null {
  const marked = /^(?:#{1,6}|={1,6})\s+(.{1,300})$/.exec(line)?.[1];
  if (marked !== undefined) return marked.replace(/\s+#+$/, "");
  const isUnderlined = (isMarkdown ? /^(?:={3,}|-{3,})\s*$/ : /^([-=~^"'*+#.:_`])\1{2,}\s*$/).test(next) && !line.startsWith("|");
  return isUnderlined ? line : null;
}

/** `Status: Draft` and the like at the head. */
function isMetadata(line: string, at: number): boolean {
  return at < 20 && line.length <= 80 && /^[*_|]{0,4}\s?[A-Z][\w -]{1,24}[*_]{0,2}(?::|\s\|)/.test(line);
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
