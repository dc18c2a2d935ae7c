/** A text of inline AsciiDoc as its marks are sought in it: what may start where, and where it ends. Source: Asciidoctor 2.0.18, rx.rb. */

/** Where markup may start. Global and ignoring case: copy it before use with `exec`. */
export const CANDIDATE =
  /\\|(?<![a-z0-9])(?:link|xref|image|mailto|pass|stem|latexmath|asciimath|footnote|anchor|kbd|btn):|(?<![a-z0-9])(?:https?|ftp|irc|file):\/\/|<<|\[\[|`|\*|_|#|\+|&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]\w{1,31});| \+(?=\n)/gi;
/** Macros that may stand in a label, up to their bracket. */
const INNER_IMAGE = /image:[^\s[\]]+$/;
/** The same where any macro may stand. */
export const INNER_MACRO = /(?:(?:image|link|xref|mailto):|:\/\/)[^\s[\]]+$/;
const MAX_INNER_TARGET = 300;
/** Target of the macro `link`, up to its bracket: between plus signs, passed through, or plain. */
export const LINK_TARGET = /(?:\+\+([^\n[\]]{1,1000}?)\+\+|pass:\[([^\n[\]]{1,1000})\]|([^:\s[][^\s[]{0,1000})|)\[/dy;
/** `[[id]]`, `[[id,text]]`, and `[[[id]]]` of a bibliography. */
export const ANCHOR =
  /\[\[(?:([\p{L}_:][\p{L}\p{N}_\-:.]{0,200})(?:,[^\]\n]{0,500})?|\[([\p{L}\p{N}_:][\p{L}\p{N}_\-:.]{0,200})(?:,[^\]\n]{0,500})?\])\]\]/uy;
/** A role in brackets before formatted text. */
export const ROLE = /\[[^[\]\n]{1,100}\](?=[*_`#])/y;
/** Target of the macros `xref` and `image`, blanks in it, up to its bracket. */
export const LINE_TARGET = /:?([^:\s[\]][^\n[\]]{0,1000})\[/dy;

/** Finds ends of marks in one text; each range without one is searched once. */
export class AsciidocScanner {
  readonly #text: string;
  /** By mark: a range in which no end of it was found. */
  readonly #exhausted = new Map<string, { readonly from: number; readonly to: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** A sticky pattern at an offset. */
  match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#text);
  }

  /** First occurrence of a mark in a range; remembers ranges without one, so that each is searched once. */
  find(mark: string, from: number, to: number): number | null {
    const known = this.#exhausted.get(mark);
    if (known && from >= known.from && to <= known.to) return null;
    const at = this.#text.indexOf(mark, from);
    if (at >= 0 && at + mark.length <= to) return at;
    this.#exhausted.set(mark, { from, to: at < 0 ? this.#text.length : at });
    return null;
  }

  /** Offset of the bracket that ends a macro's label which starts at an offset; macros in the label have brackets of their own. */
  labelEnd(from: number, to: number, inner = INNER_IMAGE): number | null {
    for (let start = from; ; ) {
      const end = this.find("]", start, to);
      if (end === null) return null;
      const open = this.#text.lastIndexOf("[", end);
      const isInner = open >= start && inner.test(this.#text.slice(Math.max(start, open - MAX_INNER_TARGET), open));
      if (!isInner && this.#text[end - 1] !== "\\") return end;
      start = end + 1;
    }
  }

  /** Where constrained formatting ends: a mark behind a character that is no blank and before one that is no letter. */
  constrainedEnd(mark: string, inner: number, to: number): number | null {
    const key = `${mark} `;
    const known = this.#exhausted.get(key);
    if (known && inner >= known.from && to <= known.to) return null;
    const isMono = mark === "`";
    for (let at = this.#text.indexOf(mark, inner); at >= 0 && at < to; at = this.#text.indexOf(mark, at + 1)) {
      const next = at + 1 < to ? (this.#text[at + 1] ?? "") : "";
      const isFollowed = isMono ? /[\p{L}\p{N}_"'`]/u.test(next) : /[\p{L}\p{N}_]/u.test(next);
      if (at > inner && !/\s/.test(this.#text[at - 1] ?? "") && !isFollowed) return at;
    }
    this.#exhausted.set(key, { from: inner, to });
    return null;
  }

  /** Whether formatted text may start at `from`, its content at `inner`: no letter before it, no blank in it. */
  isOpening(mark: string, from: number, inner: number): boolean {
    const before = from > 0 ? (this.#text[from - 1] ?? "") : "";
    const isBarred = mark === "`" ? /[\p{L}\p{N}_&;:"'`}]/u.test(before) : /[\p{L}\p{N}_&;:}]/u.test(before);
    return !isBarred && !/\s/.test(this.#text[inner] ?? " ");
  }

  /** Length of the mark that a backslash keeps from being one; 0 where none follows. */
  escapedLength(at: number): number {
    const candidate = new RegExp(CANDIDATE.source, "iy");
    candidate.lastIndex = at;
    const length = this.#text[at] === "\\" ? 0 : (candidate.exec(this.#text)?.[0].length ?? 0);
    return length === 1 && this.#text[at + 1] === this.#text[at] ? 2 : length;
  }
}

/** The words in a macro's brackets: the first of its attributes where it has named ones, without quotes and the `^` that opens a window. */
export function labelRange(written: string): { readonly from: number; readonly to: number } {
  let from = written.length - written.trimStart().length;
  let to = written.length;
  if (written[from] === '"') {
    const end = written.indexOf('"', from + 1);
    if (end > 0) return { from: from + 1, to: end };
  }
  if (written.includes("=")) {
    const comma = written.indexOf(",");
    to = comma < 0 ? to : comma;
    if (written.slice(from, to).includes("=")) to = from;
  }
  to = Math.max(from, written.slice(0, to).trimEnd().length);
  if (to > from && written[to - 1] === "^") to--;
  from = Math.min(from, to);
  return { from, to };
}
