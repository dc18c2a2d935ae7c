/** The text of a document as somebody sees it who opened the page: what error pages are judged by. */
import type { Document } from "../types.ts";
import { isHtmlPage, visibleTextOf } from "../util/visible-text.ts";
import { visitPageLines } from "./residue-lines.ts";

export interface ShownLine {
  /** Line of the document, counted from 1. */
  readonly line: number;
  readonly text: string;
}

export interface ShownText {
  readonly lines: readonly ShownLine[];
  /** UTF-16 code units on all lines with text, those of code and tables included. */
  readonly characters: number;
}

/** An error page with the site's menus around it shows at most some 5,000 characters. */
const LONGEST_TEXT = 8000;
/** Markup of a page whose text is that short: challenge pages carry their scripts along. */
const LONGEST_PAGE = 1_000_000;
/** Text of a body that needs scripts to show anything: then what is shown without them is the page. */
const BARE_BODY = 400;

/** What a document shows; null where it shows too much for an error page. */
export function shownText(document: Document): ShownText | null {
  const text = document.text ?? "";
  if (isHtmlPage(document.type, text)) return text.length > LONGEST_PAGE ? null : shownPage(text);
  if (text.length > LONGEST_TEXT) return null;
  const lines: ShownLine[] = [];
  const { characters } = visitPageLines(document, (line) => lines.push(line));
  return { lines, characters };
}

function shownPage(html: string): ShownText | null {
  const page = visibleTextOf(html, LONGEST_TEXT);
  if (page.isCut) return null;
  const body = page.lines.filter(({ isCode }) => !isCode);
  const shown = charactersOf(page.lines);
  const lines = [...(page.title ? [page.title] : []), ...body, ...(shown < BARE_BODY ? page.noscript : [])];
  return { lines, characters: charactersOf(lines) + shown - charactersOf(body) };
}

function charactersOf(lines: readonly ShownLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
