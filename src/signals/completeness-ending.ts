/** How a text ends: as texts do, or in the midst of something. */
import type { Document, Quote } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { codeRangesOf, isInRanges } from "./code-ranges.ts";
import { hasOpenMarkup, SENTENCE_END } from "./completeness-markup.ts";
import { isDanglingWord, isUnknownWord, wordSeen } from "./completeness-words.ts";
import { FenceTracker } from "./fence-tracker.ts";

/** What a text ends in, from the most telling to nothing; `open` is what was begun and not ended. */
export type EndingSort =
  | "open-front-matter"
  | "open-comment"
  | "open-fence"
  | "cut-row"
  | "open-markup"
  | "cut-word"
  | "likely-word"
  | "dangling-word"
  | "open-sentence"
  | "bare-heading"
  | "odd-word"
  | "open-label"
  | "open-item"
  | "complete";

export interface Ending {
  readonly sort: EndingSort;
  /** Where it was begun, for what may be far above, and the last line with text. */
  readonly evidence: readonly Quote[];
}

/** Lines of the last paragraph that are looked at. */
const LONGEST_PARAGRAPH = 60;
/** UTF-16 code units at the end of a paragraph that are looked at for what was left open. */
const LONGEST_TAIL = 2000;
/** A line with so many words, or characters in scripts without blanks, is a sentence rather than a label. */
const SENTENCE_WORDS = 6;
const SENTENCE_IDEOGRAPHS = 12;

const HEADING = /^(?:#{1,6}|={1,6})[ \t]|^(?:#{1,6}|={1,6})$/;
const ITEM = /^\s*(?:[-*+•·]|\d{1,3}[.)]|[a-z][.)]|\|)\s/;

/** How a text with lines ends. */
export function endingOf(document: Document): Ending {
  const { lines } = document;
  const last = lastTextLine(lines);
  const closing = quoteOf(last + 1, (lines[last] ?? "").trim());
  const opening = openBlock(document);
  if (opening !== null) {
    const isSame = opening.quote.line === closing.line;
    return { sort: opening.sort, evidence: isSame ? [closing] : [opening.quote, closing] };
  }
  return { sort: sortOfLastLine(document, last), evidence: [closing] };
}

/** Index of the last line with text; 0 where there is none. */
function lastTextLine(lines: readonly string[]): number {
  let at = lines.length - 1;
  while (at > 0 && (lines[at] ?? "").trim() === "") at--;
  return Math.max(0, at);
}

function openBlock(document: Document): { readonly sort: EndingSort; readonly quote: Quote } | null {
  const { lines, text } = document;
  if (/^---[ \t]*$/.test(lines[0] ?? "") && isOpenFrontMatter(lines))
    return { sort: "open-front-matter", quote: quoteOf(1, lines[0] ?? "") };
  const fence = (document.markup ?? document.type) !== "text/markdown" ? null : openFence(text ?? "", lines);
  if (fence !== null) return { sort: "open-fence", quote: fence };
  const comment = openComment(document);
  return comment === null ? null : { sort: "open-comment", quote: comment };
}

/** Front matter whose closing line is missing: every line is a key, a value below one, or blank. */
function isOpenFrontMatter(lines: readonly string[]): boolean {
  if (lines.length < 3) return false;
  return lines.slice(1).every((line) => /^(?:[\w.-]{1,40}:(?:\s|$)|\s|#|- |$)/.test(line));
}

/** The line of the code fence that is open at the end. A bare mark below which the text ends as prose does is a closing one too many. */
function openFence(text: string, lines: readonly string[]): Quote | null {
  if (!text.includes("```") && !text.includes("~~~")) return null;
  const fences = new FenceTracker();
  let opened = -1;
  for (const [at, line] of lines.entries()) {
    const wasOpen = fences.isOpen;
    if (!wasOpen && !line.includes("```") && !line.includes("~~~")) continue;
    fences.isCode(line);
    if (!wasOpen) opened = at;
  }
  const mark = (lines[opened] ?? "").trim();
  const isStray = /^(?:`+|~+)$/.test(mark) && isClosed((lines[lastTextLine(lines)] ?? "").trim().slice(-LONGEST_TAIL));
  return fences.isOpen && !isStray ? quoteOf(opened + 1, mark) : null;
}

function openComment(document: Document): Quote | null {
  const text = document.text ?? "";
  const open = text.lastIndexOf("<!--");
  if (open < 0 || text.indexOf("-->", open) >= 0 || isInRanges(codeRangesOf(document), open)) return null;
  const line = lineAt(text, open);
  return quoteOf(line, (document.lines[line - 1] ?? "").trim());
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function sortOfLastLine(document: Document, last: number): EndingSort {
  const { lines, text } = document;
  const line = lines[last] ?? "";
  const bare = line.trim().slice(-LONGEST_TAIL);
  if (isBareBullet(lines, last)) return "dangling-word";
  if (isWholeByItself(bare)) return "complete";
  const paragraph = lastParagraph(lines, last);
  if (bare.startsWith("|")) return isCutRow(paragraph) ? "cut-row" : "complete";
  const isCode = /^(?:\s{4}|\t)/.test(line) && !isContinued(lines, last);
  if (!isCode && hasOpenMarkup(paragraph.join("\n").slice(-LONGEST_TAIL))) return "open-markup";
  if (HEADING.test(bare) && /[^#=\s]/.test(bare)) return "bare-heading";
  if (isClosed(bare) && !/^\d{1,3}[.)]$/.test(bare)) return "complete";
  const word = LAST_WORD.exec(bare.slice(-LONGEST_WORD))?.[0] ?? "";
  if (
    (isDanglingWord(word) && /(?:^|[\s("“'*_])$/.test(bare.slice(0, -word.length))) ||
    (/^\p{Lu}\p{Ll}*$/u.test(bare) && isDanglingWord(bare.toLowerCase())) ||
    (word === "" && DANGLING_MARK.test(bare))
  )
    return "dangling-word";
  const seen = word === "" || /\s$/.test(line) ? "whole" : wordSeen(text ?? "", word, lines.length - 1 - last);
  const isSentence = !isCode && (ITEM.test(line) ? isSecondSentence(bare) || itemsAreSentences(lines, last) : isSentenceLong(bare));
  if (seen === "start") return isSentence || isUnknownWord(word) ? "cut-word" : "likely-word";
  if (isCode) return "open-item";
  if (isSentence && !/[)\]`"”»*_]$/.test(bare)) return "open-sentence";
  if (seen === "unseen" && isUnknownWord(word)) return "odd-word";
  return ITEM.test(line) ? "open-item" : "open-label";
}

/** Longest word that is looked at, in UTF-16 code units. */
const LONGEST_WORD = 100;
const LAST_WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’_-]*$/u;
/** What a line goes on after; a bare number or heading mark that has no words yet. */
const DANGLING_MARK = /(?:[,(<[{=+&\\@$#–—，、：；]|(?<![-/])[-/])$|^(?:\d{1,3}[.)]|#{2,6})$/u;

const SIGNATURE = /\b(?:team|authors|editors|group|committee|foundation)$/i;

/** A line of so many words, or one that opens as sentences and no labels do (`The`, `If`, `When`); not a signature. */
function isSentenceLong(bare: string): boolean {
  const words = bare.split(/\s+/);
  const ideographs = bare.match(/[\u3040-\u30ff\u4e00-\u9fff]/g)?.length ?? 0;
  if (SIGNATURE.test(bare)) return false;
  return (
    words.length >= SENTENCE_WORDS ||
    ideographs >= SENTENCE_IDEOGRAPHS ||
    (words.length > 1 && isDanglingWord((words[0] ?? "").toLowerCase()))
  );
}

/** A sentence that follows another on the line, as in an item whose first one has ended. */
function isSecondSentence(bare: string): boolean {
  return /\p{Ll}{3}[)\]"”*_`]{0,3}[.?!] +["“*_`(]{0,3}\p{Lu}|\p{Script=Han}。/u.test(bare.slice(-LONGEST_TAIL));
}

/** Whether the list's other items end as sentences do. */
function itemsAreSentences(lines: readonly string[], last: number): boolean {
  let items = 0;
  let sentences = 0;
  for (let at = last - 1; at >= 0 && items < MOST_ITEMS; at--) {
    const line = lines[at] ?? "";
    if (!ITEM.test(line) || (lines[at + 1] ?? "").startsWith("  ")) continue;
    items++;
    if (SENTENCE_END.test(line.trim().slice(-LONGEST_WORD))) sentences++;
  }
  return items >= FEWEST_ITEMS && sentences >= LEAST_SENTENCE_RATIO * items;
}

/** Items that are looked at for how they end, and the share of sentences among them. */
const MOST_ITEMS = 30;
const FEWEST_ITEMS = 3;
const LEAST_SENTENCE_RATIO = 0.8;

/** Whole lines: rules, closing fences and tags, comments, link definitions, templates' calls. */
function isWholeByItself(bare: string): boolean {
  return /^(?:[-_=~+`*:/]{3,}|[-*+]|<\/?[a-z][^<>]*>|<https?:[^<>]*>|\[(?!\^)[^\]]{1,200}\]:\s.*|\\end\{.*\}|\{[%{].*[%}]\}|:::.*|.*-->)$/i.test(
    bare,
  );
}

/** Ends of lines that are ends: of a sentence, of a line in emphasis, of an address. */
function isClosed(bare: string): boolean {
  return SENTENCE_END.test(bare) || /^[*_].*[*_]$/.test(bare) || /(?:https?:\/\/|www\.)\S{3,}[\p{L}\p{N}/)>]$/u.test(bare);
}

/** The lines of the last paragraph, at most 60. */
function lastParagraph(lines: readonly string[], last: number): readonly string[] {
  let first = last;
  while (first > 0 && last - first < LONGEST_PARAGRAPH && !isParagraphEdge(lines[first - 1] ?? "")) first--;
  return lines.slice(first, last + 1);
}

function isParagraphEdge(line: string): boolean {
  return line.trim() === "" || HEADING.test(line) || /^\s*(?:`{3}|~{3})/.test(line);
}

/** Whether an indented line belongs to a list item above it. */
function isContinued(lines: readonly string[], last: number): boolean {
  for (let at = last - 1; at >= 0 && last - at < LONGEST_PARAGRAPH; at--) {
    const line = lines[at] ?? "";
    if (ITEM.test(line)) return true;
    if (/^\S/.test(line)) return false;
  }
  return false;
}

/** A bullet without words below an item that has some. */
function isBareBullet(lines: readonly string[], last: number): boolean {
  return /^\s*[-*+]\s*$/.test(lines[last] ?? "") && /^\s*[-*+]\s+\S/.test(lines[last - 1] ?? "");
}

/** A table that ends below its head, or a row without the cells, or the closing bar, that the rows above it have. */
function isCutRow(paragraph: readonly string[]): boolean {
  const rows = paragraph.map((line) => line.trim()).filter((line) => line.startsWith("|"));
  const [head] = rows;
  const row = rows.at(-1) ?? "";
  if (rows.length > 1 && /^[|\s:-]+$/.test(row) && row.includes("-")) return true;
  if (head === undefined || rows.length < 2) return !row.endsWith("|");
  if (head.endsWith("|") && !row.endsWith("|")) return true;
  return row.endsWith("|") && barsIn(row) < barsIn(head) && rows.slice(0, -1).every((other) => barsIn(other) >= barsIn(head));
}

function barsIn(row: string): number {
  return row.replace(/\\\||`[^`]*`/g, "").split("|").length;
}
