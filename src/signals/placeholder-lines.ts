/** Sorts the lines of a text: headings, marks such as `TODO`, fields and questions of templates, filler text, and the author's own text. */
import type { Document, PlaceholderSignal, Quote } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { FenceTracker } from "./fence-tracker.ts";
import { FILLER, isMark, type PlaceholderLine, placeholderLine } from "./placeholder-phrases.ts";

/** Characters of text of the author's own with which a document is one, whatever else it says. */
const MOST_CONTENT = 1200;
/** What stands for text that is elsewhere, or is no text: includes, generated parts, pictures, components. */
const ELSEWHERE =
  /^(?:-{1,8}8<-{1,8}|@[\w./-]+$|\.\. (?:include|toctree|auto\w+|image|figure|literalinclude|contents)::|include::|import .{1,200} from |:::|\{%|\{\{[#<%]|<[A-Z]\w*|\[\[_?toc|\[toc\])|!\[|<img|<iframe|<video|<object|<embed/i;

/** A line that shows it, with what it shows. */
export type Sign = PlaceholderSignal["evidence"][number];

/** What the lines of a text are: counts in lines, sums in UTF-16 code units. */
export interface Reading {
  /** Characters of the author's own text. */
  content: number;
  /** Of these, those below the second heading and those after it. */
  below: number;
  filler: number;
  headings: number;
  /** Characters of fields and instructions. */
  asked: number;
  readonly signs: Record<PlaceholderLine, Sign[]>;
  readonly fillers: Sign[];
  readonly titles: Quote[];
  readonly comments: Sign[];
}

/** What each sort of line shows, for the evidence. */
export const NOTES = {
  mark: "says that the text is still to be written",
  field: "a field of a template that nobody filled in",
  instruction: "a template's instruction, with nothing written below it",
} satisfies Readonly<Record<PlaceholderLine, string>>;

/** Sorts every line; null once there is enough text of the author's own, or something that stands for text elsewhere. */
export function readLines({ lines, markup, type }: Document): Reading | null {
  const reading: Reading = {
    content: 0,
    below: 0,
    filler: 0,
    headings: 0,
    asked: 0,
    signs: { mark: [], field: [], instruction: [] },
    fillers: [],
    titles: [],
    comments: [],
  };
  const fences = new FenceTracker();
  const isMarkdown = (markup ?? type) === "text/markdown";
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
    if (isMarkdown && fences.isCode(line)) {
      addContent(reading, line);
      continue;
    }
    if (ELSEWHERE.test(line)) return null;
    addLine(reading, { line, at, next: lines[at + 1] ?? "", isMarkdown });
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
  else if (!isMetadata(line, at)) addContent(reading, line);
}

function addContent(reading: Reading, line: string): void {
  reading.content += line.length;
  if (reading.headings > 1) reading.below += line.length;
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
