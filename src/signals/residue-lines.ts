/** The lines of a document that can be a page's furniture: code, tables, directives and markup left out, the markup of the rest removed. */
import type { Document } from "../types.ts";
import { isHtmlPage, visibleTextOf } from "../util/visible-text.ts";
import { FenceTracker } from "./fence-tracker.ts";

/** How a line is written: a heading or a list item of a markup language is less likely furniture than a bare line or a link to elsewhere. */
export type Dress = "bare" | "heading" | "item" | "link" | "local-link";

export interface PageLine {
  /** Line of the document, counted from 1. */
  readonly line: number;
  /** Counts lines that hold text, from 0. */
  readonly ordinal: number;
  readonly text: string;
  readonly dress: Dress;
}

/** Types whose lines are records, not text. */
const DATA_TYPES =
  /^(?:application\/(?:json|jsonl|yaml|toml|xml|mbox|.*\+(?:json|xml))|text\/(?:csv|tab-separated-values|x-bibtex|turtle|vtt|x-tex))$/;

/** Openings of lines that hold no running text: tables, HTML, directives, comments, TeX commands, braces, prompts. */
const MARKUP_OPENING = /^(?:[|<{}%\\$]|\.\. |\/\/|\/\*|::|;;|--- |\+\+|@@|\[\[|\{\{)/;

/** Whether a document of this type can be a scraped page. */
export function canBePage(type: string): boolean {
  return type === "application/xhtml+xml" || !DATA_TYPES.test(type);
}

/** How much text a document holds. */
export interface TextTotal {
  /** UTF-16 code units on lines with text. */
  readonly characters: number;
  /** Lines with text. */
  readonly lines: number;
}

/** Calls `visit` with every line that can be furniture, in order; gives the total of all lines with text. */
export function visitPageLines(document: Document, visit: (line: PageLine) => void): TextTotal {
  if (isHtmlPage(document.type, document.text ?? "")) return visitHtml(document.text ?? "", visit);
  const fences = hasFences(document.type) ? new FenceTracker() : null;
  let ordinal = -1;
  let characters = 0;
  for (const [index, line] of document.lines.entries()) {
    const start = textStart(line);
    if (start < 0) continue;
    ordinal++;
    characters += line.length;
    const first = line.charCodeAt(start);
    if (fences !== null && (fences.isOpen || first === BACKTICK || first === TILDE)) {
      if (fences.isCode(line)) continue;
    }
    if (start >= CODE_INDENT || line.charCodeAt(0) === TAB) continue;
    const dressed = undress(start === 0 ? line : line.slice(start));
    if (dressed !== null) visit({ line: index + 1, ordinal, ...dressed });
  }
  return { characters, lines: ordinal + 1 };
}

/** Markups whose underlines and marks may look like fences have none: a title in RST or AsciiDoc is underlined with tildes. */
function hasFences(type: string): boolean {
  return !/x-rst|asciidoc|x-wiki|x-tex|x-org/.test(type);
}

const BACKTICK = 0x60;
const TILDE = 0x7e;
const TAB = 0x09;
/** CommonMark 0.31, section 4.4: four blanks make code. */
const CODE_INDENT = 4;

function visitHtml(html: string, visit: (line: PageLine) => void): TextTotal {
  const page = visibleTextOf(html);
  let characters = 0;
  for (const [ordinal, { line, text, isCode }] of page.lines.entries()) {
    characters += text.length;
    if (!isCode) visit({ line, ordinal, text, dress: "bare" });
  }
  return { characters, lines: page.lines.length };
}

/** Offset of the first character that is no blank; -1 for a blank line. */
function textStart(line: string): number {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code !== 0x20 && code !== TAB && code !== 0xa0 && code !== 0x200b) return at;
  }
  return -1;
}

/** A line without the markup at its start and that of links; null where it holds no running text. The line opens with no blank. */
export function undress(line: string): { text: string; dress: Dress } | null {
  if (isLetter(line.charCodeAt(0)) && !line.includes("](")) return { text: line, dress: "bare" };
  if (MARKUP_OPENING.test(line)) return null;
  const heading = /^#{1,6} +/.exec(line);
  if (heading) return { text: withoutLinks(line.slice(heading[0].length)), dress: "heading" };
  const item = /^(?:[-*+•]|\d{1,3}[.)]) +(?:\[[ x]\] )?/.exec(line);
  const body = item ? line.slice(item[0].length) : line;
  if (body.includes("](")) return { text: withoutLinks(body), dress: /\]\((?:https?:|\/[^/)])/.test(body) ? "link" : "local-link" };
  return { text: body, dress: item ? "item" : "bare" };
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 0xc0;
}

/** Markdown links as their labels, images as nothing. */
function withoutLinks(text: string): string {
  if (text.length > 2000) return text;
  return text
    .replace(/!\[[^[\]]{0,300}\]\([^()]{0,500}\)/g, "")
    .replace(/\[([^[\]]{0,300})\]\([^()]{0,500}\)/g, "$1")
    .replace(/[*_`]/g, "")
    .trim();
}
