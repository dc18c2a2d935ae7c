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
  for (const span of inline.spans) pushSpan(span, tokens);
  return tokens;
}

/** All words of the text, links by their labels, line ends as blanks. */
export function wordsOfInline(inline: Inline): string {
  return inline.spans
    .map((span) => (span.type === "break" ? " " : span.type === "image" ? "" : span.text))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether the text refers to anything that could be a file of the set. */
export function hasReference(inline: Inline): boolean {
  return tokensOf(inline).some((token) => token.type === "reference" && token.syntax !== "image");
}

function pushSpan(span: Span, tokens: Token[]): void {
  switch (span.type) {
    case "break":
      tokens.push({ type: "break" });
      return;
    case "link":
    case "image":
      tokens.push(linkReference(span));
      return;
    case "code":
      pushCode(span, tokens);
      return;
    case "text":
      pushPaths(span, tokens, "bare");
      return;
  }
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

function pushCode(span: Span, tokens: Token[]): void {
  const text = span.text.trim();
  const isPath = isFilePath(text) || isFolderPath(text) || (isGlob(text) && /^[\w./*?{},[\]-]+$/.test(text) && hasKnownExtension(text));
  if (isPath) {
    tokens.push({ type: "reference", notation: "path", target: text, place: span.place, label: text, syntax: "code", ...styleOf(span) });
  } else if (/\s/.test(text)) {
    pushPaths(span, tokens, "code-part");
  } else if (/^[\p{L}\p{N}_@.-]+(?:\/[\p{L}\p{N}_@.-]+)+$/u.test(text) || /^[\p{L}\p{N}_.-]*[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text)) {
    tokens.push({ type: "reference", notation: "name", target: text, place: span.place, label: text, syntax: "code", ...styleOf(span) });
  } else {
    tokens.push({ type: "words", text: span.text });
  }
}

function pushPaths(span: Span, tokens: Token[], syntax: "bare" | "code-part"): void {
  let at = 0;
  for (const { from, to } of findPaths(span.text)) {
    if (from > at) tokens.push({ type: "words", text: span.text.slice(at, from) });
    const target = span.text.slice(from, to);
    const column = span.place.column + from;
    const place = { line: span.place.line, column, end: { line: span.place.line, column: column + target.length } };
    tokens.push({ type: "reference", notation: "path", target, place, label: target, syntax, ...styleOf(span) });
    at = to;
  }
  if (at < span.text.length) tokens.push({ type: "words", text: span.text.slice(at) });
}
