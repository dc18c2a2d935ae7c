/**
 * Inline Markdown cut into tokens, from left to right (method: CommonMark 0.31, appendix "A parsing strategy", with GitHub's strikethrough and
 * literal URLs and wiki links). Every step looks at a character a bounded number of times, so that no text costs more than its length.
 * Over 150 lines because all constructs share one state: brackets, runs and tags that are still open.
 */
import { Backticks } from "./markdown-backticks.ts";
import { pairRuns, type RunToken, readRun } from "./markdown-emphasis.ts";
import { normaliseLabel, type Range, readLabel, readLinkTail } from "./markdown-links.ts";
import { literalUrlEnd, literalUrlStarts } from "./markdown-urls.ts";

/** The opening bracket of a link or image; `link` once its end is found. */
export interface OpenToken extends Range {
  readonly type: "open";
  readonly isImage: boolean;
  link: LinkFound | null;
}

export interface LinkFound {
  /** The destination as written: a range of the passage, or of the whole file where a definition holds it. */
  readonly target: Range;
  readonly isDefined: boolean;
}

/** An HTML tag; `partner` is the index of the tag that closes or opens it, or -1. */
export interface TagToken extends Range {
  readonly type: "tag";
  readonly name: string;
  readonly isClosing: boolean;
  partner: number;
}

/** A piece of inline text. Offsets count in the passage. */
export type InlineToken =
  | (Range & { readonly type: "text" | "entity" })
  | (Range & { readonly type: "break"; readonly isHard: boolean })
  | (Range & { readonly type: "code"; readonly content: Range })
  /** A URL or mail address; `isLiteral` where no angle brackets mark it. */
  | (Range & { readonly type: "url"; readonly target: Range; readonly isLiteral: boolean })
  | (Range & { readonly type: "wiki"; readonly isImage: boolean; readonly target: Range; readonly label: Range })
  /** The closing bracket of a link: everything up to the link's end. */
  | (Range & { readonly type: "close" })
  | OpenToken
  | TagToken
  | RunToken;

/** Where the destinations of link reference definitions stand in the file, by normalised label. */
export type Definitions = ReadonlyMap<string, Range>;

/** Tokens of a passage of inline text, in order, without gaps except for marks that mean nothing. */
export function inlineTokens(text: string, definitions: Definitions): InlineToken[] {
  return new InlineScanner(text, definitions).scan();
}

interface Opener {
  readonly token: OpenToken;
  readonly index: number;
  /** Number of runs before it: those behind are paired within the link. */
  readonly runCount: number;
}

const PLAIN = /[^\\`*_~[\]!<&\n]+/y;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const REFERENCE = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/iy;
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/iy;
const MAIL = /<([\w.!#$%&'*+/=?^`{|}~-]{1,255}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,20})>/iy;
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*)\s*\/?>/iy;
/** `[[target]]`, `[[target|words]]`; in a table the bar is escaped. */
const WIKI = /\[\[([^[\]|\n\\]{1,300})(?:\\?\|([^[\]\n]{0,300}))?\]\](?!\(|\[(?!\[))/y;
/** What starts a comment, a processing instruction, CDATA, a declaration, and what ends it. */
const MARKUP: readonly (readonly [start: string, end: string])[] = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
];

class InlineScanner {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #tokens: InlineToken[] = [];
  readonly #openers: Opener[] = [];
  /** Openers below this index make no links, because a link stands in them. */
  #inactive = 0;
  readonly #runs: RunToken[] = [];
  readonly #openTags = new Map<string, number[]>();
  /** Indexes of closing tags of links whose opening tags precede them, in order. */
  readonly #closedAnchors: number[] = [];
  readonly #backticks: Backticks;
  /** Ends of comments and the like that are known not to come. */
  readonly #endless = new Set<string>();
  readonly #urlStarts: readonly number[];
  #nextUrl = 0;
  /** Offset of the next character that is not plain text, once known. */
  #special = 0;
  #at = 0;

  constructor(text: string, definitions: Definitions) {
    this.#text = text;
    this.#definitions = definitions;
    this.#backticks = new Backticks(text);
    this.#urlStarts = literalUrlStarts(text);
  }

  scan(): InlineToken[] {
    while (this.#at < this.#text.length) this.#step();
    pairRuns(this.#runs, 0);
    return this.#tokens;
  }

  #step(): void {
    if (this.#isLiteralUrl()) return;
    const character = this.#text[this.#at] ?? "";
    if (character === "\n") this.#lineEnd(this.#at, this.#text.endsWith("  ", this.#text[this.#at - 1] === "\t" ? this.#at - 1 : this.#at));
    else if (character === "\\") this.#escape();
    else if (character === "`") this.#code();
    else if (character === "*" || character === "_" || character === "~") this.#run();
    else if (character === "[") this.#open(false);
    else if (character === "!" && this.#text[this.#at + 1] === "[") this.#open(true);
    else if (character === "]") this.#close();
    else if (character === "<") this.#angle();
    else if (character === "&") this.#reference();
    else this.#plain(this.#plainEnd());
  }

  /** Where the plain text that starts here ends: at the next character that may mean something, or at a URL. */
  #plainEnd(): number {
    if (this.#special <= this.#at) this.#special = matchEnd(PLAIN, this.#text, this.#at) ?? this.#at + 1;
    return Math.min(this.#special, this.#urlStarts[this.#nextUrl] ?? this.#special);
  }

  #plain(end: number): void {
    const last = this.#tokens.at(-1);
    if (last?.type === "text" && last.to === this.#at) this.#tokens[this.#tokens.length - 1] = { type: "text", from: last.from, to: end };
    else this.#tokens.push({ type: "text", from: this.#at, to: end });
    this.#at = end;
  }

  #push(token: InlineToken): void {
    this.#tokens.push(token);
    this.#at = token.to;
  }

  #isLiteralUrl(): boolean {
    while ((this.#urlStarts[this.#nextUrl] ?? Number.POSITIVE_INFINITY) < this.#at) this.#nextUrl++;
    if (this.#urlStarts[this.#nextUrl] !== this.#at) return false;
    this.#nextUrl++;
    const end = literalUrlEnd(this.#text, this.#at);
    if (end === null) return false;
    const range = { from: this.#at, to: end };
    this.#push({ type: "url", ...range, target: range, isLiteral: true });
    return true;
  }

  /** A line end, and the blanks around it. */
  #lineEnd(newline: number, isHard: boolean): void {
    const last = this.#tokens.at(-1);
    const kept = last?.type === "text" ? this.#text.slice(last.from, last.to).trimEnd() : "";
    if (last?.type === "text") this.#tokens[this.#tokens.length - 1] = { type: "text", from: last.from, to: last.from + kept.length };
    this.#tokens.push({ type: "break", from: newline, to: newline + 1, isHard });
    this.#at = newline + 1;
    while (this.#text[this.#at] === " " || this.#text[this.#at] === "\t") this.#at++;
  }

  /** An escaped character, or a line end behind a backslash (and behind the tab that stands for a carriage return). */
  #escape(): void {
    const next = this.#text[this.#at + 1] ?? "";
    const newline = next === "\t" ? this.#at + 2 : this.#at + 1;
    if (this.#text[newline] === "\n") this.#lineEnd(newline, true);
    else if (ESCAPABLE.test(next)) this.#push({ type: "text", from: this.#at + 1, to: this.#at + 2 });
    else this.#plain(this.#at + 1);
  }

  #code(): void {
    const from = this.#at;
    let to = from + 1;
    while (this.#text[to] === "`") to++;
    const close = this.#backticks.next(to - from, to);
    if (close === null) this.#plain(to);
    else this.#push({ type: "code", from, to: close + to - from, content: { from: to, to: close } });
  }

  #run(): void {
    const run = readRun(this.#text, this.#at);
    this.#push(run);
    this.#runs.push(run);
  }

  #open(isImage: boolean): void {
    if (this.#isWiki(isImage)) return;
    const token: OpenToken = { type: "open", from: this.#at, to: this.#at + (isImage ? 2 : 1), isImage, link: null };
    this.#openers.push({ token, index: this.#tokens.length, runCount: this.#runs.length });
    this.#push(token);
  }

  #isWiki(isImage: boolean): boolean {
    const from = this.#at + (isImage ? 1 : 0);
    if (this.#text[from + 1] !== "[") return false;
    WIKI.lastIndex = from;
    const match = WIKI.exec(this.#text);
    const name = match?.[1] ?? "";
    if (!match || name.trim() === "" || name.startsWith("^") || this.#definitions.has(normaliseLabel(name))) return false;
    const target = { from: from + 2, to: from + 2 + name.length };
    const end = WIKI.lastIndex;
    const label = match[2] === undefined ? target : { from: end - 2 - match[2].length, to: end - 2 };
    this.#push({ type: "wiki", from: this.#at, to: end, isImage, target, label });
    return true;
  }

  #close(): void {
    const opener = this.#openers.pop();
    const isUsable = opener && (opener.token.isImage || this.#openers.length >= this.#inactive);
    this.#inactive = Math.min(this.#inactive, this.#openers.length);
    const link = isUsable ? this.#linkAfter(opener.token) : null;
    if (!opener || !link) {
      this.#plain(this.#at + 1);
      return;
    }
    opener.token.link = { target: link.target, isDefined: link.isDefined };
    pairRuns(this.#runs, opener.runCount);
    this.#runs.length = opener.runCount;
    this.#partAnchors(opener.index);
    if (!opener.token.isImage) this.#inactive = this.#openers.length;
    this.#push({ type: "close", from: this.#at, to: link.end });
  }

  /** What the brackets that end here lead to: an inline destination, else a definition. A footnote's mark leads nowhere. */
  #linkAfter(opener: OpenToken): (LinkFound & { readonly end: number }) | null {
    const after = this.#at + 1;
    const tail = this.#text[after] === "(" ? readLinkTail(this.#text, after) : null;
    if (tail) return { target: tail.target, isDefined: false, end: tail.end };
    const full = this.#text[after] === "[" ? readLabel(this.#text, after) : null;
    const own = full ? null : readLabel(this.#text, opener.to - 1);
    const label = full?.label ?? (own?.end === after ? own.label : null);
    const target = label === null || label.startsWith("^") ? undefined : this.#definitions.get(normaliseLabel(label));
    if (!target) return null;
    return { target, isDefined: true, end: full?.end ?? (this.#text.startsWith("[]", after) ? after + 2 : after) };
  }

  /** Parts pairs of link tags that a link of brackets would cross. */
  #partAnchors(openIndex: number): void {
    const anchors = this.#openTags.get("a");
    while (anchors && (anchors.at(-1) ?? -1) > openIndex) anchors.pop();
    while ((this.#closedAnchors.at(-1) ?? -1) > openIndex) {
      const closing = this.#tokens[this.#closedAnchors.pop() ?? -1];
      if (closing?.type !== "tag" || closing.partner > openIndex) continue;
      const opening = this.#tokens[closing.partner];
      if (opening?.type === "tag") opening.partner = -1;
      closing.partner = -1;
    }
  }

  #angle(): void {
    const end = matchEnd(AUTOLINK, this.#text, this.#at) ?? matchEnd(MAIL, this.#text, this.#at);
    if (end !== null) {
      this.#push({ type: "url", from: this.#at, to: end, target: { from: this.#at + 1, to: end - 1 }, isLiteral: false });
      return;
    }
    TAG.lastIndex = this.#at;
    const tag = TAG.exec(this.#text);
    if (tag) this.#tag((tag[2] ?? "").toLowerCase(), tag[1] === "/", TAG.lastIndex);
    else this.#markup();
  }

  #tag(name: string, isClosing: boolean, to: number): void {
    const token: TagToken = { type: "tag", from: this.#at, to, name, isClosing, partner: -1 };
    const index = this.#tokens.length;
    const open = this.#openTags.get(name) ?? [];
    if (!isClosing) open.push(index);
    else {
      token.partner = open.pop() ?? -1;
      const opening = this.#tokens[token.partner];
      if (opening?.type === "tag") opening.partner = index;
      if (opening && name === "a") this.#closedAnchors.push(index);
    }
    this.#openTags.set(name, open);
    this.#push(token);
  }

  /** Passes over a comment and the like; a `<` that starts none is text. */
  #markup(): void {
    const known = MARKUP.find(([start]) => this.#text.startsWith(start, this.#at));
    const end = known?.[1] ?? (/[a-z]/i.test(this.#text[this.#at + 2] ?? "") && this.#text[this.#at + 1] === "!" ? ">" : null);
    const close = end === null || this.#endless.has(end) ? -1 : this.#text.indexOf(end, this.#at + 2);
    if (end !== null && close < 0) this.#endless.add(end);
    if (end === null || close < 0) this.#plain(this.#at + 1);
    else this.#at = close + end.length;
  }

  #reference(): void {
    const end = matchEnd(REFERENCE, this.#text, this.#at);
    if (end !== null) this.#push({ type: "entity", from: this.#at, to: end });
    else this.#plain(this.#at + 1);
  }
}

/** Offset behind the match of a sticky expression at an offset. */
function matchEnd(expression: RegExp, text: string, at: number): number | null {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : null;
}
