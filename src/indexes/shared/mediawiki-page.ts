/**
 * A MediaWiki page with what is no markup masked: comments, templates, `<nowiki>`, `<pre>` and the like. Source: MediaWiki's preprocessor
 * (www.mediawiki.org, "Preprocessor ABNF"), reduced to what an index needs; templates are not expanded but left out. Over 150
 * lines because the ranges are found, masked and read back here.
 */
import type { Place } from "../../types.ts";
import { LineMap } from "../../util/line-map.ts";
import type { Span } from "./blocks.ts";
import { HARD_BREAK } from "./inline-content.ts";
import type { SpanStyle } from "./passage.ts";

/** A line of a masked page; comments at its start and its line end are left out. */
export interface MediawikiLine {
  readonly from: number;
  readonly to: number;
}

export type OpaqueKind = "comment" | "template" | "nowiki" | "fence" | "gallery" | "other";

/** A range whose content is no markup; offsets in the text. */
export interface Opaque {
  readonly kind: OpaqueKind;
  readonly from: number;
  readonly to: number;
  /** The content, without the tags around it. */
  readonly innerFrom: number;
  readonly innerTo: number;
  /** The attributes of the tag, as written. */
  readonly attributes: string;
}

const KINDS: Readonly<Record<string, OpaqueKind>> = {
  nowiki: "nowiki",
  pre: "fence",
  syntaxhighlight: "fence",
  source: "fence",
  gallery: "gallery",
};
const OPENING =
  /<!--|<(nowiki|pre|syntaxhighlight|source|gallery|math|chem|score|timeline|graph|templatedata|imagemap|hiero|indicator)(?=[\s/>])([^<>]{0,1000})>|\{{2,}|\}{2,}/gi;
const BLANK = /^[\s\u0001]*$/;
/** What stands for a masked character: of a comment, which is as if it were not there, and of anything else. */
const COMMENT_MASK = "\u0001";
const MASK = "\u0000";

export class MediawikiPage {
  readonly text: string;
  /** The text with every opaque range filled, line ends too; offsets are those of the text. */
  readonly masked: string;
  readonly lines: LineMap;
  readonly anchors = new Set<string>();
  readonly #opaques: readonly Opaque[];

  constructor(text: string) {
    this.text = text;
    this.lines = new LineMap(text);
    this.#opaques = findOpaques(text);
    const parts: string[] = [];
    let at = 0;
    for (const { kind, from, to } of this.#opaques) {
      parts.push(text.slice(at, from), (kind === "comment" ? COMMENT_MASK : MASK).repeat(to - from));
      at = to;
      if (kind === "template") this.#noteAnchors(from, to);
    }
    this.masked = parts.join("") + text.slice(at);
  }

  place(from: number, to: number): Place {
    return this.lines.place(from, Math.max(from, to));
  }

  /** Lines of the masked page; a line that holds nothing but comments is none. */
  maskedLines(): MediawikiLine[] {
    const { masked, text } = this;
    const lines: MediawikiLine[] = [];
    for (let at = text.startsWith("\uFEFF") ? 1 : 0; at <= masked.length; ) {
      const newline = masked.indexOf("\n", at);
      const end = newline < 0 ? masked.length : newline;
      const to = end > at && masked[end - 1] === "\r" ? end - 1 : end;
      let from = at;
      while (from < to && masked[from] === "\u0001") from++;
      const isComment = masked.slice(at, to).includes("\u0001") && BLANK.test(masked.slice(at, to));
      if (!isComment) lines.push({ from, to });
      at = end + 1;
    }
    return lines;
  }

  /** Lines of a range of the source, not of the masked page; an empty one at either end is left out. */
  sourceLines(from: number, to: number): MediawikiLine[] {
    const { text } = this;
    const lines: MediawikiLine[] = [];
    for (let at = from; at <= to; ) {
      const newline = text.indexOf("\n", at);
      const end = newline < 0 || newline > to ? to : newline;
      lines.push({ from: at, to: end > at && text[end - 1] === "\r" ? end - 1 : end });
      at = end + 1;
    }
    const isEmpty = (line: MediawikiLine | undefined) => line !== undefined && line.from === line.to;
    if (isEmpty(lines[0])) lines.shift();
    if (isEmpty(lines.at(-1))) lines.pop();
    return lines;
  }

  /** The opaque range that starts at an offset. */
  opaqueAt(from: number): Opaque | null {
    const opaque = this.#opaques[this.#indexFrom(from)];
    return opaque?.from === from ? opaque : null;
  }

  /** Spans of a range that holds no markup but opaque ranges: what `<nowiki>` keeps is text, the others are left out. */
  spans(from: number, to: number, style: SpanStyle & { readonly type: "text" | "code" }): Span[] {
    const spans: Span[] = [];
    let at = from;
    for (let index = this.#indexFrom(from); at < to; index++) {
      const opaque = this.#opaques[index];
      const end = opaque && opaque.from < to ? opaque.from : to;
      this.#addLines(spans, { from: at, to: end, style });
      if (!opaque || opaque.from >= to) break;
      if (opaque.kind === "nowiki") this.#addLines(spans, { from: opaque.innerFrom, to: opaque.innerTo, style });
      at = opaque.to;
    }
    return spans;
  }

  /** Verbatim spans, cut at line ends. */
  #addLines(
    spans: Span[],
    { from, to, style }: { readonly from: number; readonly to: number; readonly style: SpanStyle & { readonly type: "text" | "code" } },
  ): void {
    for (let at = from; at < to; ) {
      const newline = this.text.indexOf("\n", at);
      const end = newline < 0 || newline >= to ? to : newline;
      const last = end > at && this.text[end - 1] === "\r" ? end - 1 : end;
      if (last > at) spans.push({ ...style, text: this.text.slice(at, last), place: this.place(at, last) });
      if (end < to) spans.push({ type: "break", text: HARD_BREAK, place: this.place(end, end + 1) });
      at = end + 1;
    }
  }

  /** Index of the first opaque range that starts at an offset or behind it. */
  #indexFrom(offset: number): number {
    let low = 0;
    let high = this.#opaques.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#opaques[middle]?.from ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #noteAnchors(from: number, to: number): void {
    const names = /^\{\{\s*(?:visible )?anchor\s*\|([^{}]{1,1000})\}\}$/i.exec(this.text.slice(from, Math.min(to, from + 1_100)))?.[1];
    for (const name of names?.split("|") ?? []) if (!name.includes("=")) this.anchors.add(name.trim().replace(/\s+/g, "_"));
  }
}

/** Opaque ranges in their order, none in another. An unfinished comment takes the rest, an unfinished tag or template is text. Linear in the text. */
function findOpaques(text: string): Opaque[] {
  const found: Opaque[] = [];
  const braces: { from: number; count: number }[] = [];
  const unclosed = new Set<string>();
  const opening = new RegExp(OPENING);
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const mark = match[0];
    const from = match.index;
    if (mark.startsWith("{")) braces.push({ from, count: mark.length });
    else if (mark.startsWith("}")) closeTemplates(found, braces, { from, count: mark.length });
    else {
      const opaque = mark === "<!--" ? commentAt(text, from) : tagAt(text, match, unclosed);
      if (!opaque) continue;
      found.push(opaque);
      opening.lastIndex = opaque.to;
    }
  }
  return found;
}

function commentAt(text: string, from: number): Opaque {
  const end = text.indexOf("-->", from + 4);
  const to = end < 0 ? text.length : end + 3;
  return { kind: "comment", from, to, innerFrom: to, innerTo: to, attributes: "" };
}

function tagAt(text: string, match: RegExpExecArray, unclosed: Set<string>): Opaque | null {
  const name = (match[1] ?? "").toLowerCase();
  const attributes = match[2] ?? "";
  const from = match.index;
  const innerFrom = from + match[0].length;
  const kind = KINDS[name] ?? "other";
  if (attributes.endsWith("/")) return { kind: "other", from, to: innerFrom, innerFrom, innerTo: innerFrom, attributes };
  if (unclosed.has(name)) return null;
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = innerFrom;
  const end = closing.exec(text);
  if (end) return { kind, from, to: end.index + end[0].length, innerFrom, innerTo: end.index, attributes };
  unclosed.add(name);
  return null;
}

/** Ends the templates and parameters that a run of closing braces ends, innermost first; what is opaque in them goes with them. */
function closeTemplates(
  found: Opaque[],
  braces: { from: number; count: number }[],
  run: { readonly from: number; readonly count: number },
): void {
  let left = run.count;
  let to = run.from;
  for (let open = braces.pop(); open && left >= 2; open = left >= 2 ? braces.pop() : undefined) {
    const used = Math.min(open.count, left, 3);
    left -= used;
    to += used;
    const from = open.from + open.count - used;
    while ((found.at(-1)?.from ?? -1) >= from) found.pop();
    found.push({ kind: "template", from, to, innerFrom: to, innerTo: to, attributes: "" });
    if (open.count - used >= 2) braces.push({ from: open.from, count: open.count - used });
  }
}
