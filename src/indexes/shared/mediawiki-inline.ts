/**
 * Inline wikitext to spans. Source: www.mediawiki.org, "Help:Links", "Help:Images", "Help:Formatting". Over 150 lines because links, files, tags and
 * marks of formatting share one scanner.
 */
import { hasKnownExtension } from "../../util/path-shape.ts";
import type { Span } from "./blocks.ts";
import { decodeEntities, decodeEntity } from "./html-entities.ts";
import { htmlSpans } from "./html-links.ts";
import { HARD_BREAK } from "./inline-content.ts";
import { type BracketPair, pairsOf } from "./mediawiki-brackets.ts";
import { colonLength, FILE_OPTION, LINK_OPTION, namespaceOf } from "./mediawiki-namespaces.ts";
import type { MediawikiPage } from "./mediawiki-page.ts";
import { BREAKING_TAG, CODE_TAG, KNOWN_TAG, STRONG_TAG, STRUCK_TAG } from "./mediawiki-tags.ts";

const CANDIDATE =
  /\[\[|\[(?=(?:https?:|ftp:|mailto:|\/\/))|'{2,}|<\/?[a-z][a-z0-9]*(?=[\s/>])|&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});|(?<![a-z0-9])(?:(?:https?|ftp):\/\/|mailto:)|__[A-Z]{3,20}__/gi;
/** Whether a text can hold any of these at all. */
const MARKED = /[[<'&_:]/;
const LINK = /\[\[([^[\]|{}<>\n]{1,1000})(\||\]\])/y;
const EXTERNAL = /\[([^\s[\]<>"\u0000\u0001]{1,4000})[ \t]*/y;
const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/iy;
const URL = /[^\s[\]<>"'|\u0000\u0001]{1,4000}/y;
/** Letters behind a link that belong to its label. */
const TRAIL = /[a-z]{0,60}/y;
/** Longest label of an external link that is looked for, in characters. */
const MAX_LABEL = 2_000;
/** Labels in captions in captions are followed this deep. */
const MAX_DEPTH = 4;

interface Markup {
  readonly to: number;
  readonly spans: readonly Span[];
}

type Style = Pick<Span, "isStruck" | "isStrong"> & { readonly type: "text" | "code" };

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Spans of a range of a page. Formatting ends with the range. Never throws; linear in the range. */
export function mediawikiSpans(page: MediawikiPage, range: Range, depth = 0): Span[] {
  return new MediawikiInline(page, range, depth).read();
}

class MediawikiInline {
  readonly #page: MediawikiPage;
  /** The range of the masked page; offsets below count from its start. */
  readonly #masked: string;
  readonly #base: number;
  readonly #depth: number;
  readonly #styles = { code: 0, struck: 0, strong: 0 };
  /** Where bold text was opened; it ends with its line. */
  #boldFrom: number | null = null;
  /** Double brackets by where they open, once they are asked for. */
  #pairs: ReadonlyMap<number, BracketPair> | null = null;
  /** Marks that were sought and not found up to the end. */
  readonly #exhausted = new Set<string>();

  constructor(page: MediawikiPage, range: Range, depth: number) {
    this.#page = page;
    this.#masked = page.masked.slice(range.from, range.to);
    this.#base = range.from;
    this.#depth = depth;
  }

  read(): Span[] {
    const spans: Span[] = [];
    const add = (more: readonly Span[]) => {
      for (const span of more) spans.push(span);
    };
    const candidate = new RegExp(CANDIDATE);
    let done = 0;
    for (let match = candidate.exec(this.#masked); match; match = candidate.exec(this.#masked)) {
      const style = this.#style();
      const markup = this.#markupAt(match[0], match.index);
      if (!markup) continue;
      add(this.#spans(done, match.index, style));
      add(markup.spans);
      done = markup.to;
      candidate.lastIndex = markup.to;
    }
    add(this.#spans(done, this.#masked.length, this.#style()));
    return spans;
  }

  #spans(from: number, to: number, style: Style): Span[] {
    return this.#page.spans(this.#base + from, this.#base + to, style);
  }

  #place(from: number, to: number): Span["place"] {
    return this.#page.place(this.#base + from, this.#base + to);
  }

  #style(): Style {
    const { code, struck, strong } = this.#styles;
    return {
      type: code > 0 ? "code" : "text",
      ...(struck > 0 ? { isStruck: true } : {}),
      ...(strong > 0 || this.#boldFrom !== null ? { isStrong: true } : {}),
    };
  }

  #markupAt(mark: string, at: number): Markup | null {
    const end = at + mark.length;
    if (mark.startsWith("'")) return this.#quotesAt(mark, at);
    if (mark.startsWith("<")) return this.#tagAt(at);
    if (mark.startsWith("&")) return this.#entityAt(mark, at);
    if (mark.startsWith("_")) return { to: end, spans: [] };
    if (mark === "[[") return this.#linkAt(at);
    return mark === "[" ? this.#externalAt(at) : this.#urlAt(at);
  }

  #quotesAt(mark: string, at: number): Markup {
    if (this.#boldFrom !== null && !this.#isOneLine(this.#boldFrom, at)) this.#boldFrom = null;
    if (mark.length > 2) this.#boldFrom = this.#boldFrom === null ? at : null;
    return { to: at + mark.length, spans: [] };
  }

  #isOneLine(from: number, to: number): boolean {
    const place = this.#place(from, to);
    return place.line === place.end.line;
  }

  #entityAt(reference: string, from: number): Markup | null {
    const text = decodeEntity(reference);
    const to = from + reference.length;
    return text === reference ? null : { to, spans: [{ ...this.#style(), type: "text", text, place: this.#place(from, to) }] };
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#masked);
  }

  /** First occurrence of a mark in the rest of the range. */
  #find(mark: string, from: number): number | null {
    if (this.#exhausted.has(mark)) return null;
    const at = this.#masked.indexOf(mark, from);
    if (at >= 0) return at;
    this.#exhausted.add(mark);
    return null;
  }

  #tagAt(from: number): Markup | null {
    const match = this.#match(TAG, from);
    const name = (match?.[2] ?? "").toLowerCase();
    if (!match || !KNOWN_TAG.test(name)) return null;
    const to = from + match[0].length;
    const isEnd = match[1] === "/";
    this.#noteAnchor(name, match[3] ?? "");
    if (name === "br" || BREAKING_TAG.test(name)) return { to, spans: [{ type: "break", text: HARD_BREAK, place: this.#place(from, to) }] };
    if (name === "img") return { to, spans: this.#html(from, to) };
    const close = name === "a" && !isEnd ? this.#find("</a>", to) : null;
    if (close !== null) return { to: close + 4, spans: this.#html(from, close + 4) };
    const style = CODE_TAG.test(name) ? "code" : STRUCK_TAG.test(name) ? "struck" : STRONG_TAG.test(name) ? "strong" : null;
    if (style && !match[0].endsWith("/>")) this.#styles[style] = Math.max(0, this.#styles[style] + (isEnd ? -1 : 1));
    return { to, spans: [] };
  }

  #noteAnchor(name: string, attributes: string): void {
    const id = (name === "a" ? /\b(?:id|name)\s*=\s*["']?([^"'\s>]{1,200})/i : /\bid\s*=\s*["']?([^"'\s>]{1,200})/i).exec(attributes)?.[1];
    if (id !== undefined) this.#page.anchors.add(id);
  }

  #html(from: number, to: number): Span[] {
    const source = this.#page.text.slice(this.#base + from, this.#base + to);
    return htmlSpans(source, (start, end) => this.#place(from + start, from + end));
  }

  /** `[url words]`. */
  #externalAt(from: number): Markup | null {
    const match = this.#match(EXTERNAL, from);
    const target = match?.[1];
    if (!match || target === undefined || /^\w*:?\/{0,2}$/.test(target)) return null;
    const labelFrom = from + match[0].length;
    const length = this.#masked.slice(labelFrom, labelFrom + MAX_LABEL).indexOf("]");
    const end = labelFrom + length;
    if (length < 0 || !this.#isOneLine(from, end)) return null;
    const words = this.#words({ from: labelFrom, to: end });
    const link = { target: decodeEntities(target), targetPlace: this.#place(from + 1, from + 1 + target.length) };
    const text = words === "" ? target : words;
    return { to: end + 1, spans: [{ ...this.#style(), type: "link", text, place: this.#place(from, end + 1), ...link }] };
  }

  #urlAt(from: number): Markup | null {
    const written = this.#match(URL, from)?.[0] ?? "";
    const open = written.includes("(") ? "" : ")";
    let length = written.length;
    while (length > 0 && (/[,;.:!?]/.test(written[length - 1] ?? "") || written[length - 1] === open)) length--;
    const target = written.slice(0, length);
    if (!/:(?:\/\/)?[^/]/.test(target)) return null;
    const place = this.#place(from, from + length);
    return {
      to: from + length,
      spans: [{ ...this.#style(), type: "link", text: target, place, target: decodeEntities(target), targetPlace: place }],
    };
  }

  /** The words of a range, markup removed. */
  #words(range: Range): string {
    return wordsOf(this.#inner(range));
  }

  #inner(range: Range): Span[] {
    if (this.#depth >= MAX_DEPTH || !MARKED.test(this.#masked.slice(range.from, range.to)))
      return this.#spans(range.from, range.to, { type: "text" });
    return mediawikiSpans(this.#page, { from: this.#base + range.from, to: this.#base + range.to }, this.#depth + 1);
  }

  #linkAt(from: number): Markup | null {
    const match = this.#match(LINK, from);
    const written = match?.[1];
    if (!match || written === undefined || /^\s*(?:https?|ftp):\/\//i.test(written)) return null;
    const labelFrom = from + match[0].length;
    const pair = match[2] === "|" ? this.#pairAt(from) : { end: labelFrom - 2, hasInner: false };
    if (!pair) return null;
    const namespace = namespaceOf(written);
    const range = { from, to: pair.end + 2 };
    const label = { from: Math.min(labelFrom, pair.end), to: pair.end };
    if (namespace?.name === "category") return { to: range.to, spans: [] };
    if (namespace?.name === "file")
      return {
        to: range.to,
        spans: this.#file({ range, label, target: { from: from + 2 + namespace.length, to: from + 2 + written.length } }),
      };
    if (pair.hasInner) return null;
    const start = from + 2 + (namespace?.length ?? colonLength(written));
    const trail = this.#match(TRAIL, range.to)?.[0] ?? "";
    const to = range.to + trail.length;
    const target = this.#target({ from: start, to: from + 2 + written.length });
    if (target.target === "") return null;
    const words = this.#words(label);
    const isName = !hasKnownExtension(target.target.replace(/#.*$/, "")) && !target.target.startsWith("#");
    const span: Span = {
      ...this.#style(),
      type: "link",
      text: (words === "" ? target.target : words) + trail,
      place: this.#place(from, to),
      ...target,
      ...(isName ? { isWiki: true } : {}),
    };
    return { to, spans: [span] };
  }

  #target(range: Range): { readonly target: string; readonly targetPlace: Span["place"] } {
    const written = this.#page.text.slice(this.#base + range.from, this.#base + range.to);
    const from = range.from + (written.length - written.trimStart().length);
    const to = Math.max(from, range.from + written.trimEnd().length);
    const masked = this.#masked.slice(from, to);
    const kept = masked.includes("\u0001")
      ? written
          .trim()
          .split("")
          .filter((_, at) => masked[at] !== "\u0001")
          .join("")
      : written.trim();
    return { target: decodeEntities(kept), targetPlace: this.#place(from, to) };
  }

  /** A shown file: an image, the link that its option makes of it, and the links of its caption. */
  #file(at: { readonly range: Range; readonly label: Range; readonly target: Range }): Span[] {
    const place = this.#place(at.range.from, at.range.to);
    let caption: Range | null = null;
    const links: Span[] = [];
    for (const part of this.#parts(at.label)) {
      const text = this.#masked.slice(part.from, part.to);
      const option = LINK_OPTION.exec(text)?.[0].length;
      if (option !== undefined) links.push({ type: "link", text: "", place, ...this.#target({ from: part.from + option, to: part.to }) });
      else if (text.length > 200 || !FILE_OPTION.test(text)) caption = part;
    }
    const inner = caption ? this.#inner(caption) : [];
    const text = wordsOf(inner);
    const image: Span = { type: "image", text, place, ...this.#target(at.target) };
    return [...links.map((link) => ({ ...link, text: text === "" ? (link.target ?? "") : text })), image, ...inner.filter(isReference)];
  }

  /** The parts between the bars of a range that stand in no brackets. */
  #parts(range: Range): Range[] {
    const parts: Range[] = [];
    let from = range.from;
    for (let at = range.from; at < range.to; at++) {
      if (this.#masked.startsWith("[[", at)) at = this.#pairAt(at)?.end ?? at;
      else if (this.#masked[at] === "|") {
        parts.push({ from, to: at });
        from = at + 1;
      }
    }
    return [...parts, { from, to: range.to }];
  }

  #pairAt(from: number): BracketPair | null {
    this.#pairs ??= pairsOf(this.#masked);
    return this.#pairs.get(from) ?? null;
  }
}

function isReference(span: Span): boolean {
  return span.type === "link" || span.type === "image";
}

function wordsOf(spans: readonly Span[]): string {
  return spans
    .map((span) => (span.type === "break" ? " " : span.type === "image" ? "" : span.text))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
