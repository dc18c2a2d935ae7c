/**
 * Inline RST to spans. Method: docutils' reStructuredText Markup Specification, "Inline Markup" (recognition rules 1 to 7). Over 150 lines
 * because the dozen constructs share one scanner.
 */
import type { Span } from "./blocks.ts";
import { htmlSpans } from "./html-links.ts";
import { Passage, type SpanStyle } from "./passage.ts";
import { normaliseName, type RstNames, type RstPiece, unescapeRst, uriOf } from "./rst-names.ts";

/** Roles of docutils and Sphinx whose text names a file of the project. */
const DOCUMENT_ROLES: ReadonlySet<string> = new Set(["doc", "std:doc", "download"]);
const CODE_ROLES: ReadonlySet<string> = new Set(["file", "code", "literal", "code-block"]);
const CANDIDATE = /[\\*`|_]|\b(?:https?|ftp|file):\/\//g;
const URI = /(?:https?|ftp|file):\/\/[-\p{L}\p{N}_.!~*'()[\];/:@&=+$,%#?]+/uy;
const BEFORE_MARKUP = /[\s'"([{<\-/:]|(?![!-~])[\p{Ps}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u;
const AFTER_MARKUP = /[\s\\'")\]}>\-/:.,;!?]|(?![!-~])[\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u;
const CLOSING_QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', "(": ")", "[": "]", "{": "}", "<": ">" };
/** Longest role or simple reference name that is looked for, in characters. */
const MAX_NAME = 200;
/** Substitutions within substitutions are followed this deep, and this many spans are made by them in a text. */
const MAX_SUBSTITUTION_DEPTH = 4;
const MAX_SUBSTITUTED_SPANS = 50_000;

export interface RstBudget {
  substituted: number;
}

/** The spans of a passage; references that are resolved later stand as pending. Never throws; linear in the passage. */
export function rstPieces(passage: Passage, names: RstNames, budget: RstBudget, depth = 0): RstPiece[] {
  return new RstInline(passage, names, { budget, depth }).read();
}

interface Markup {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly RstPiece[];
}

class RstInline {
  readonly #passage: Passage;
  readonly #text: string;
  readonly #names: RstNames;
  readonly #limits: { readonly budget: RstBudget; readonly depth: number };
  readonly #pieces: RstPiece[] = [];
  /** Delimiters that were sought and not found up to the end: none can follow. */
  readonly #exhausted = new Set<string>();

  constructor(passage: Passage, names: RstNames, limits: { readonly budget: RstBudget; readonly depth: number }) {
    this.#passage = passage;
    this.#text = passage.text;
    this.#names = names;
    this.#limits = limits;
  }

  read(): RstPiece[] {
    const candidate = new RegExp(CANDIDATE);
    let done = 0;
    for (let match = candidate.exec(this.#text); match; match = candidate.exec(this.#text)) {
      const at = match.index;
      const markup = this.#markupAt(at, done, match[0]);
      if (markup) {
        this.#add(this.#textSpans(done, markup.from));
        this.#add(markup.pieces);
        done = markup.to;
        candidate.lastIndex = markup.to;
      } else if (match[0] === "\\") candidate.lastIndex = at + 2;
      else if (this.#text.startsWith(match[0], at + 1)) candidate.lastIndex = at + 2;
    }
    this.#add(this.#textSpans(done, this.#text.length));
    return this.#pieces;
  }

  #add(pieces: readonly RstPiece[]): void {
    for (const piece of pieces) this.#pieces.push(piece);
  }

  #markupAt(at: number, done: number, candidate: string): Markup | null {
    switch (candidate) {
      case "\\":
        return null;
      case "*":
        return this.#emphasisAt(at);
      case "`":
        return this.#text[at + 1] === "`" ? this.#literalAt(at) : this.#phraseAt(at, done);
      case "|":
        return this.#substitutionAt(at);
      case "_":
        return this.#text[at + 1] === "`" ? this.#inlineTargetAt(at) : this.#simpleReferenceAt(at, done);
      default:
        return this.#uriAt(at);
    }
  }

  /** Text of a range, its escapes undone. */
  #textSpans(from: number, to: number, style: SpanStyle = {}): Span[] {
    const written = this.#text.slice(from, to);
    const spans: Span[] = [];
    let start = 0;
    for (let slash = written.indexOf("\\"); slash >= 0; slash = written.indexOf("\\", slash + 2)) {
      for (const span of this.#passage.spans(from + start, from + slash, style)) spans.push(span);
      start = /\s/.test(written[slash + 1] ?? "") ? slash + 2 : slash + 1;
    }
    for (const span of this.#passage.spans(Math.min(from + start, to), to, style)) spans.push(span);
    return spans;
  }

  /** Rules 1, 2 and 5: what may stand before a start string, and behind it. */
  #isStart(from: number, inner: number): boolean {
    const before = this.#text[from - 1];
    const next = this.#text[inner];
    if (next === undefined || /\s/.test(next)) return false;
    if (before === undefined) return true;
    return BEFORE_MARKUP.test(before) && CLOSING_QUOTES[before] !== next;
  }

  /** Rule 4: what may follow an end string. */
  #isEnd(at: number): boolean {
    const next = this.#text[at];
    return next === undefined || AFTER_MARKUP.test(next);
  }

  #isEscaped(at: number): boolean {
    let slashes = 0;
    while (this.#text[at - slashes - 1] === "\\") slashes++;
    return slashes % 2 === 1;
  }

  /** Where the markup that starts before `from` ends: the end string's start, and the offset behind it with its suffix; null where it does not. */
  #findEnd(delimiter: string, from: number, suffix?: RegExp): { readonly at: number; readonly to: number; readonly suffix: string } | null {
    if (this.#exhausted.has(delimiter)) return null;
    for (let at = this.#text.indexOf(delimiter, from); at >= 0; at = this.#text.indexOf(delimiter, at + 1)) {
      if (at === from || /\s/.test(this.#text[at - 1] ?? "") || (delimiter !== "``" && this.#isEscaped(at))) continue;
      const end = at + delimiter.length;
      for (const length of suffixLengths(this.#text, end, suffix)) {
        if (this.#isEnd(end + length)) return { at, to: end + length, suffix: this.#text.slice(end, end + length) };
      }
    }
    this.#exhausted.add(delimiter);
    return null;
  }

  #emphasisAt(from: number): Markup | null {
    const delimiter = this.#text.startsWith("**", from) ? "**" : "*";
    const inner = from + delimiter.length;
    const end = this.#isStart(from, inner) ? this.#findEnd(delimiter, inner) : null;
    if (!end) return null;
    return { from, to: end.to, pieces: this.#textSpans(inner, end.at, delimiter === "**" ? { isStrong: true } : {}) };
  }

  #literalAt(from: number): Markup | null {
    const end = this.#isStart(from, from + 2) ? this.#findEnd("``", from + 2) : null;
    return end && { from, to: end.to, pieces: this.#passage.spans(from + 2, end.at, { type: "code" }) };
  }

  #inlineTargetAt(from: number): Markup | null {
    const end = this.#isStart(from, from + 2) ? this.#findEnd("`", from + 2) : null;
    if (!end) return null;
    this.#names.internal.add(normaliseName(this.#text.slice(from + 2, end.at)));
    return { from, to: end.to, pieces: this.#textSpans(from + 2, end.at) };
  }

  /** Back quotes: a phrase reference, or interpreted text with a role before or behind it. */
  #phraseAt(tick: number, done: number): Markup | null {
    const prefix = /:([\p{L}\p{N}][\p{L}\p{N}\-._+:]*):$/u.exec(this.#text.slice(Math.max(done, tick - 60), tick));
    const from = prefix ? tick - prefix[0].length : tick;
    const end = this.#isStart(from, tick + 1) ? this.#findEnd("`", tick + 1, /:[\p{L}\p{N}][\p{L}\p{N}\-._+:]{0,60}:|__?/uy) : null;
    if (!end) return null;
    const range = { from, to: end.to, inner: tick + 1, innerTo: end.at };
    if (end.suffix.startsWith("_") && !prefix) return this.#reference(range, end.suffix === "__");
    const role = prefix?.[1] ?? end.suffix.replace(/^:|:$/g, "");
    return { from, to: end.to, pieces: this.#interpreted(role.toLowerCase(), range.inner, range.innerTo) };
  }

  /** `words <target>` at the end of a range: where words and target stand. */
  #embeddedTarget(inner: number, to: number): { readonly labelTo: number; readonly from: number; readonly to: number } | null {
    if (this.#text[to - 1] !== ">" || this.#isEscaped(to - 1)) return null;
    const open = inner + this.#text.slice(inner, to).lastIndexOf("<");
    if (open < inner || this.#isEscaped(open) || open + 1 >= to - 1) return null;
    return { labelTo: open, from: open + 1, to: to - 1 };
  }

  #reference(
    range: { readonly from: number; readonly to: number; readonly inner: number; readonly innerTo: number },
    isAnonymous: boolean,
  ): Markup {
    const { from, to, inner, innerTo } = range;
    const place = this.#passage.place(from, to);
    const embedded = this.#embeddedTarget(inner, innerTo);
    const isEmbedded = embedded && (embedded.labelTo === inner || /\s/.test(this.#text[embedded.labelTo - 1] ?? ""));
    if (!isEmbedded) {
      const label = this.#words(inner, innerTo);
      const name = isAnonymous ? null : normaliseName(label);
      return { from, to, pieces: [{ type: "pending", name, label, place, plain: this.#textSpans(inner, innerTo), isPhrase: true }] };
    }
    const written = this.#text.slice(embedded.from, embedded.to).trim();
    const label = this.#words(inner, embedded.labelTo);
    const plain = this.#textSpans(inner, embedded.labelTo);
    if (/[^\\]_$/.test(written)) {
      const name = normaliseName(unescapeRst(written.slice(0, -1).replace(/^`(.*)`$/, "$1")));
      if (label !== "") this.#define(normaliseName(label), name);
      return { from, to, pieces: [{ type: "pending", name, label: label === "" ? name : label, place, plain, isPhrase: true }] };
    }
    const target = this.#targetIn(embedded.from, embedded.to);
    if (!isAnonymous) this.#define(normaliseName(label === "" ? target.target : label), target);
    return { from, to, pieces: [{ type: "link", text: label === "" ? target.target : label, place, ...target }] };
  }

  #define(name: string, target: { readonly target: string; readonly targetPlace: Span["place"] } | string): void {
    if (!this.#names.targets.has(name) && name !== target) this.#names.targets.set(name, target);
  }

  #targetIn(from: number, to: number): { readonly target: string; readonly targetPlace: Span["place"] } {
    const written = this.#text.slice(from, to);
    const start = from + (written.length - written.trimStart().length);
    const end = Math.max(start, from + written.trimEnd().length);
    return { target: uriOf(this.#text.slice(start, end)), targetPlace: this.#passage.place(start, end) };
  }

  #words(from: number, to: number): string {
    return unescapeRst(this.#text.slice(from, to)).replace(/\s+/g, " ").trim();
  }

  #interpreted(role: string, from: number, to: number): Span[] {
    if (this.#names.rawRoles.has(role)) {
      return htmlSpans(this.#text.slice(from, to), (start, end) => this.#passage.place(from + start, from + end));
    }
    if (CODE_ROLES.has(role)) return this.#passage.spans(from, to, { type: "code" });
    const embedded = role === "" ? null : this.#embeddedTarget(from, to);
    if (DOCUMENT_ROLES.has(role)) {
      const target = embedded ? this.#targetIn(embedded.from, embedded.to) : this.#targetIn(from, to);
      const text = embedded ? this.#words(from, embedded.labelTo) : target.target;
      return [{ type: "link", text, place: this.#passage.place(from, to), ...target }];
    }
    const isName = role === "" && !/[\s\\]/.test(this.#text.slice(from, to));
    if (isName) return this.#passage.spans(from, to, { type: "code" });
    return this.#textSpans(from, embedded ? from + this.#text.slice(from, embedded.labelTo).trimEnd().length : to);
  }

  #substitutionAt(from: number): Markup | null {
    const end = this.#isStart(from, from + 1) ? this.#findEnd("|", from + 1, /__?/y) : null;
    if (!end) return null;
    const name = normaliseName(this.#text.slice(from + 1, end.at));
    const value = this.#names.substitutions.get(name);
    const pieces = value ? this.#substituted(value) : null;
    if (end.suffix === "") return pieces && { from, to: end.to, pieces };
    const plain = (pieces ?? this.#textSpans(from, end.to)).flatMap((piece) => (piece.type === "pending" ? piece.plain : [piece]));
    const label = plain
      .map((span) => span.text)
      .join("")
      .trim();
    const place = this.#passage.place(from, end.to);
    const pending = { type: "pending", name: end.suffix === "__" ? null : name, label, place, plain, isPhrase: false } as const;
    return { from, to: end.to, pieces: [pending] };
  }

  #substituted(value: Passage | Span): readonly RstPiece[] | null {
    const { budget, depth } = this.#limits;
    if (depth >= MAX_SUBSTITUTION_DEPTH || budget.substituted >= MAX_SUBSTITUTED_SPANS) return null;
    const pieces = value instanceof Passage ? rstPieces(value, this.#names, budget, depth + 1) : [value];
    budget.substituted += pieces.length;
    return pieces;
  }

  /** `name_` and `name__`. */
  #simpleReferenceAt(at: number, done: number): Markup | null {
    const suffix = this.#text[at + 1] === "_" ? 2 : 1;
    if (!this.#isEnd(at + suffix)) return null;
    let from = at;
    while (from > done && at - from < MAX_NAME && isNameCharacter(this.#text, from - 1)) from--;
    while (from < at && !/[\p{L}\p{N}]/u.test(this.#text[from] ?? "")) from++;
    if (from === at || !/[\p{L}\p{N}]/u.test(this.#text[at - 1] ?? "") || !this.#isStart(from, from)) return null;
    const label = this.#text.slice(from, at);
    const plain = this.#passage.spans(from, at + suffix);
    const place = this.#passage.place(from, at + suffix);
    const name = suffix === 2 ? null : normaliseName(label);
    return { from, to: at + suffix, pieces: [{ type: "pending", name, label, place, plain, isPhrase: false }] };
  }

  #uriAt(from: number): Markup | null {
    if (!this.#isStart(from, from)) return null;
    const uri = new RegExp(URI);
    uri.lastIndex = from;
    let to = uri.test(this.#text) ? uri.lastIndex : from;
    while (to > from && this.#text[to] !== ">" && !/[\p{L}\p{N}_~*/=+]/u.test(this.#text[to - 1] ?? "")) to--;
    const target = this.#text.slice(from, to);
    if (!/:\/\/./.test(target)) return null;
    const place = this.#passage.place(from, from + target.length);
    return { from, to: from + target.length, pieces: [{ type: "link", text: target, place, target, targetPlace: place }] };
  }
}

/** Lengths of the suffixes that may follow an end string, longest first; 0 is none. */
function suffixLengths(text: string, at: number, suffix: RegExp | undefined): readonly number[] {
  if (!suffix) return [0];
  suffix.lastIndex = at;
  const length = suffix.exec(text)?.[0].length ?? 0;
  return length === 2 && text[at] === "_" ? [2, 1, 0] : length > 0 ? [length, 0] : [0];
}

/** A letter or digit, or a single one of `-._+:` between them. */
function isNameCharacter(text: string, at: number): boolean {
  const character = text[at] ?? "";
  if (/[\p{L}\p{N}]/u.test(character)) return true;
  return /[-._+:]/.test(character) && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "") && /[\p{L}\p{N}]/u.test(text[at + 1] ?? "");
}
