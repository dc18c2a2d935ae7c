/** Document attributes of AsciiDoc (`:name: value`) and references to them (`{name}`). Source: docs.asciidoctor.org, "Document Attributes". */
import { type Piece, piecesOfLines, type SourceLine, sliceLine } from "./passage.ts";

/** Attributes that need no definition: characters, and what is known of an index of a set. Source: docs.asciidoctor.org, "Character Replacement Attributes". */
const BUILT_IN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    empty: "",
    blank: "",
    sp: " ",
    nbsp: "\u00a0",
    zwsp: "\u200b",
    apos: "'",
    quot: '"',
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    plus: "+",
    vbar: "|",
    amp: "&",
    lt: "<",
    gt: ">",
    startsb: "[",
    endsb: "]",
    caret: "^",
    asterisk: "*",
    tilde: "~",
    backslash: "\\",
    backtick: "`",
    "two-colons": "::",
    "two-semicolons": ";;",
    cpp: "C++",
    docdir: ".",
    outfilesuffix: ".html",
    relfilesuffix: ".html",
    relfileprefix: "",
  }),
);

/** A value longer than this is not put in, and all values together not more often than this many characters: nobody writes such. */
const MAX_VALUE = 10_000;
const MAX_TOTAL = 500_000;

export class AsciidocAttributes {
  readonly #values = new Map<string, readonly Piece[]>();
  readonly #unset = new Set<string>();
  #total = 0;

  /** The value as text; null where it is not set. */
  get(name: string): string | null {
    const value = this.#values.get(name);
    return value ? value.map((piece) => piece.text).join("") : null;
  }

  /** Whether an entry took it away (`:name!:`) and none set it since. */
  isUnset(name: string): boolean {
    return this.#unset.has(name);
  }

  /**
   * Reads an attribute entry that starts at an index (`:name: value`, `:!name:`), with its lines that go on; gives the index behind it, or
   * null where there is none.
   */
  read(lines: readonly SourceLine[], at: number): number | null {
    const line = lines[at];
    const match = /^:(!?)([\p{L}\p{N}_][\p{L}\p{N}_-]*)(!?):(?:[ \t]+|$)/u.exec(line?.text ?? "");
    if (!line || !match) return null;
    const name = (match[2] ?? "").toLowerCase();
    if (match[1] || match[3]) {
      this.#values.delete(name);
      this.#unset.add(name);
      return at + 1;
    }
    const value: Piece[] = [];
    let end = at;
    let part: SourceLine = sliceLine(line, match[0].length);
    for (;;) {
      const text = part.text.trimEnd();
      const goesOn = /(?:^|[ \t])[\\+]$/.test(text);
      const kept = goesOn ? text.slice(0, -1).trimEnd() : text;
      if (kept !== "" && value.length > 0) value.push({ text: " ", offset: part.offset, isForeign: true });
      if (kept !== "") value.push(...this.expand([sliceLine(part, 0, kept.length)]));
      end++;
      const next = lines[end];
      if (!goesOn || !next || value.length > 100) break;
      part = sliceLine(next, next.text.length - next.text.trimStart().length);
    }
    this.#values.set(name, value);
    this.#unset.delete(name);
    return end;
  }

  /** Lines as pieces of one text, every reference to a set attribute replaced by its value, a backslash before a reference left out. */
  expand(lines: readonly SourceLine[]): readonly Piece[] {
    return this.expandPieces(piecesOfLines(lines));
  }

  /** The same of pieces of one text. */
  expandPieces(pieces: readonly Piece[]): readonly Piece[] {
    if (!pieces.some((piece) => piece.text.includes("{"))) return pieces;
    return pieces.flatMap((piece) => this.#expandPiece(piece));
  }

  #expandPiece(piece: Piece): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    for (const match of piece.text.matchAll(/(\\?)\{([\p{L}\p{N}_][\p{L}\p{N}_-]*)\}/gu)) {
      const from = match.index;
      const value = this.#valueOf((match[2] ?? "").toLowerCase());
      if (match[1]) {
        pieces.push(sliceLine(piece, at, from));
        at = from + 1;
      } else if (value) {
        pieces.push(sliceLine(piece, at, from));
        at = from + match[0].length;
        const written = { from: piece.offset + from, to: piece.offset + at };
        for (const part of value) pieces.push({ ...part, written, ...(part.isForeign ? { offset: written.from } : {}) });
      }
    }
    pieces.push(sliceLine(piece, at));
    return pieces.filter((part) => part.text !== "");
  }

  #valueOf(name: string): readonly Piece[] | null {
    const value = this.#values.get(name);
    if (!value) {
      const text = BUILT_IN.get(name);
      return text === undefined ? null : [{ text, offset: 0, isForeign: true }];
    }
    const length = value.reduce((sum, piece) => sum + piece.text.length, 0);
    if (length > MAX_VALUE || value.length > 100 || this.#total + length > MAX_TOTAL) return null;
    this.#total += length + 1;
    return value;
  }
}
