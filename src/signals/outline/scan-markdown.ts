import { FenceTracker } from "../fence-tracker.ts";
import { collectIds } from "./explicit-ids.ts";
import { readFrontMatter } from "./front-matter.ts";
import { plainMarkdown } from "./plain-inline.ts";
import { readPreamble } from "./preamble.ts";
import { addHeading, newScan, type OutlineScan } from "./scan.ts";

/** CommonMark 0.31, section 4.2: up to three blanks, one to six number signs, a blank or the line's end. */
const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
/** A heading within a quote, a list item or an indented container: it has an anchor and is no section of the document's own. */
const INNER_ATX = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){0,4}(#{1,6})[ \t]+(.*)$/;
const SETEXT = /^ {0,3}(=+|-{2,})[ \t]*$/;
/** Lines that open no paragraph: blank, list items, quotes, tables, HTML, link definitions, rules. */
const NO_PARAGRAPH = /^\s*(?:$|>|\||[-*+][ \t]|<|\[[^\]]{1,200}\]:|(?:[-*_][ \t]*){3,}$)/;
const HTML_HEADING = /<h([1-6])(?=[\s>])[^<>]*>/i;
/** HTML blocks whose content is literal up to their closing tag (CommonMark 0.31, section 4.6, start condition 1). */
const LITERAL_BLOCK = /^ {0,3}<(pre|script|style|textarea)(?=[\s>]|$)/i;
/** Longest row of number signs that closes a heading, in characters: a row is as long as a line. */
const LONGEST_CLOSING = 200;
/** Most lines that an HTML heading or a setext heading's paragraph runs over. */
const MOST_HEADING_LINES = 10;

interface State {
  readonly lines: readonly string[];
  readonly scan: OutlineScan;
  /** Lines of the paragraph that a setext underline would turn into a heading. */
  paragraph: number;
}

/** Headings, titles and anchors of a Markdown text. Code fences, literal HTML blocks and comments hold none. */
export function scanMarkdown(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  const start = readFrontMatter(lines, scan);
  readPreamble(lines, start, scan);
  const state: State = { lines, scan, paragraph: 0 };
  const fences = new FenceTracker();
  let until = "";
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (until !== "") {
      collectIds(line, scan.ids);
      if (line.toLowerCase().includes(until)) until = "";
    } else if (fences.isCode(line)) {
      state.paragraph = 0;
    } else {
      until = literalEnd(line);
      collectIds(line, scan.ids);
      if (until === "") scanLine(state, at);
    }
  }
  return scan;
}

/** What ends the literal block or comment that a line opens and does not close; empty where it opens none. */
function literalEnd(line: string): string {
  const trimmed = line.trimStart();
  if (!trimmed.startsWith("<")) return "";
  if (trimmed.startsWith("<!--")) return trimmed.includes("-->") ? "" : "-->";
  const tag = LITERAL_BLOCK.exec(line)?.[1]?.toLowerCase();
  return tag === undefined || trimmed.toLowerCase().includes(`</${tag}`) ? "" : `</${tag}`;
}

function scanLine(state: State, at: number): void {
  const line = state.lines[at] ?? "";
  const paragraph = state.paragraph;
  state.paragraph = 0;
  if (line.includes("#") && scanAtx(state, at)) return;
  const underline = paragraph > 0 ? SETEXT.exec(line)?.[1] : undefined;
  if (underline !== undefined) {
    addSetext(state, { from: at - paragraph, to: at, level: underline.startsWith("=") ? 1 : 2 });
    return;
  }
  if (line.includes("<h") || line.includes("<H")) scanHtmlHeading(state, at);
  if (paragraph > 0 ? /\S/.test(line) && !NO_PARAGRAPH.test(line) : !NO_PARAGRAPH.test(line) && !/^(?: {4}|\t)/.test(line))
    state.paragraph = paragraph + 1;
}

function scanAtx({ lines, scan }: State, at: number): boolean {
  const line = lines[at] ?? "";
  const own = ATX.exec(line);
  const match = own ?? INNER_ATX.exec(line);
  if (!match) return false;
  const text = plainMarkdown(withoutClosing(match[2] ?? ""));
  if (own) addHeading(scan, { line: at + 1, quote: line, text, level: match[1]?.length ?? 1 });
  else if (text !== "") scan.slugged.push(text);
  return true;
}

/** A heading's text without its closing number signs, which stand behind a blank. */
function withoutClosing(text: string): string {
  const end = text.trimEnd();
  const closing = /#+$/.exec(end.slice(-LONGEST_CLOSING))?.[0] ?? "";
  const before = end.slice(0, end.length - closing.length);
  return before === "" || /[ \t]$/.test(before) ? before.trimEnd() : end;
}

function addSetext({ lines, scan }: State, heading: { from: number; to: number; level: number }): void {
  const from = Math.max(heading.from, heading.to - MOST_HEADING_LINES);
  const words = lines.slice(from, heading.to).map((line) => line.trim());
  addHeading(scan, { line: from + 1, quote: lines[from] ?? "", text: plainMarkdown(words.join(" ")), level: heading.level });
}

/** `<h1 align="center">...</h1>` in one line or several. */
function scanHtmlHeading({ lines, scan }: State, at: number): void {
  const level = HTML_HEADING.exec(lines[at] ?? "")?.[1];
  if (level === undefined) return;
  const source = lines.slice(at, at + MOST_HEADING_LINES).join(" ");
  const opening = HTML_HEADING.exec(source);
  const start = (opening?.index ?? 0) + (opening?.[0].length ?? 0);
  const end = source.toLowerCase().indexOf(`</h${level}`, start);
  if (end < 0) return;
  const text = plainMarkdown(source.slice(start, end)).replace(/\s+/g, " ");
  addHeading(scan, { line: at + 1, quote: lines[at] ?? "", text, level: Number(level) });
}
