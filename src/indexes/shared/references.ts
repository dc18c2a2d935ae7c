/** References in inline text: links, code spans and bare words that are shaped like paths, with the words between them. */
import type { Notation, Place } from "../../types.ts";
import { findPaths, hasKnownExtension, isFilePath, isFolderPath, isGlob } from "../../util/path-shape.ts";
import type { Inline, Span } from "./blocks.ts";

export interface Reference {
  readonly type: "reference";
  readonly notation: Notation;
  readonly target: string;
  readonly place: Place;
  readonly label: string;
  /** `code` and `bare` for paths; `link`, `wiki`, `image` by syntax; `code-part` for a path inside a longer code span (a command). */
  readonly syntax: "link" | "wiki" | "image" | "code" | "code-part" | "bare";
  readonly isStruck: boolean;
  readonly isStrong: boolean;
}

export type Token = Reference | { readonly type: "words"; readonly text: string } | { readonly type: "break" };

/** The text cut into words, references and line ends, in order. */
export function tokensOf(inline: Inline): Token[] {
  const tokens: Token[] = [];
  let run: Span[] = [];
  for (const span of inline.spans) {
    if (run.length > 0 && !isContinued(run.at(-1), span)) {
      pushPaths(run, tokens, "bare");
      run = [];
    }
    if (span.type === "text") run.push(span);
    else pushSpan(span, tokens);
  }
  pushPaths(run, tokens, "bare");
  return tokens;
}

/** Whether a text goes on in the next span, which starts behind an escape's backslash or a character reference: `my\_file.md`. */
function isContinued(last: Span | undefined, next: Span): boolean {
  if (!last || next.type !== "text" || last.isStrong !== next.isStrong || last.isStruck !== next.isStruck) return false;
  const gap = next.place.column - last.place.end.column;
  return next.place.line === last.place.end.line && (gap === 0 || gap === 1);
}

/** Words by run: each mention of a long paragraph asks for the words of all of it. */
const WORDS = new WeakMap<Inline, string>();

/** All words of the text, links by their labels, images left out, line ends as blanks. */
export function wordsOfInline(inline: Inline): string {
  const known = WORDS.get(inline);
  if (known !== undefined) return known;
  const words = inline.spans.map((span) => (span.type === "break" ? " " : span.type === "image" ? "" : span.text));
  const text = words.join("").replace(/\s+/g, " ").trim();
  WORDS.set(inline, text);
  return text;
}

/** Whether the text refers to anything that could be a file of the set. */
export function hasReference(inline: Inline): boolean {
  return tokensOf(inline).some((token) => token.type === "reference" && token.syntax !== "image");
}

function pushSpan(span: Span, tokens: Token[]): void {
  if (span.type === "break") tokens.push({ type: "break" });
  else if (span.type === "code") pushCode(span, tokens);
  else tokens.push(linkReference(span));
}

function styleOf(span: Span): { isStruck: boolean; isStrong: boolean } {
  return { isStruck: span.isStruck ?? false, isStrong: span.isStrong ?? false };
}

function linkReference(span: Span): Reference {
  const syntax = span.type === "image" ? "image" : span.isWiki ? "wiki" : "link";
  const target = span.target ?? "";
  const notation = syntax === "wiki" && !hasKnownExtension(target) ? "name" : "link";
  return { type: "reference", notation, target, place: span.targetPlace ?? span.place, label: span.text, syntax, ...styleOf(span) };
}

/** Longest name or path in a code span, in characters, as for other paths in text (`util/path-shape.ts`). */
const LONGEST_NAME = 300;

function pushCode(span: Span, tokens: Token[]): void {
  const text = span.text.trim();
  const isPath = isFilePath(text) || isFolderPath(text) || (isGlob(text) && /^[\w./*?{},[\]-]+$/.test(text) && hasKnownExtension(text));
  if (isPath) {
    tokens.push({ type: "reference", notation: "path", target: text, place: span.place, label: text, syntax: "code", ...styleOf(span) });
  } else if (/\s/.test(text)) {
    pushPaths([span], tokens, "code-part");
  } else if (text.length > LONGEST_NAME) {
    tokens.push({ type: "words", text: span.text });
  } else if (/^[\p{L}\p{N}_@.-]+(?:\/[\p{L}\p{N}_@.-]+)+$/u.test(text) || /^[\p{L}\p{N}_.-]*[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text)) {
    tokens.push({ type: "reference", notation: "name", target: text, place: span.place, label: text, syntax: "code", ...styleOf(span) });
  } else {
    tokens.push({ type: "words", text: span.text });
  }
}

/** The paths and the words of spans that are one text on one line. */
function pushPaths(run: readonly Span[], tokens: Token[], syntax: "bare" | "code-part"): void {
  const first = run[0];
  if (!first) return;
  const text = run.map((span) => span.text).join("");
  let at = 0;
  for (const { from, to } of findPaths(text)) {
    if (from > at) tokens.push({ type: "words", text: text.slice(at, from) });
    const target = text.slice(from, to);
    tokens.push({ type: "reference", notation: "path", target, place: placeIn(run, from, to), label: target, syntax, ...styleOf(first) });
    at = to;
  }
  if (at < text.length) tokens.push({ type: "words", text: text.slice(at) });
}

/** Where a part of the joined text of spans stands. */
function placeIn(run: readonly Span[], from: number, to: number): Place {
  let start = 0;
  let place: Place | null = null;
  for (const span of run) {
    const { line, column } = span.place;
    const end = start + span.text.length;
    const stop = to === end ? span.place.end : { line, column: column + to - start };
    if (place === null && from < end) place = { line, column: column + from - start, end: stop };
    if (place !== null && to <= end) return { ...place, end: stop };
    start = end;
  }
  return place ?? { line: 1, column: 1, end: { line: 1, column: 1 } };
}
