/** Pieces of a source seen as one text, so that inline markup which runs over lines, cells or escapes is read once and keeps exact places. */
import type { Place } from "../../types.ts";
import type { LineMap } from "../../util/line-map.ts";
import type { Span } from "./blocks.ts";
import { HARD_BREAK, SOFT_BREAK } from "./inline-content.ts";

/** A piece of a source, verbatim, at its offset: a line without its line end, or what is left of one. */
export interface SourceLine {
  readonly text: string;
  readonly offset: number;
}

export interface SourceText {
  readonly text: string;
  readonly lines: LineMap;
}

/** A piece of a passage: part of a line, or what stands for a reference in it. */
export interface Piece extends SourceLine {
  /** Where the reference stands that this piece was put in for (an attribute's name in braces); links and images have their places there. */
  readonly written?: { readonly from: number; readonly to: number };
  /** The text stands nowhere in the source: its spans have their place at the reference too. */
  readonly isForeign?: boolean;
}

/** The lines of a text without line ends; a BOM belongs to none. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let offset = text.startsWith("\uFEFF") ? 1 : 0;
  while (offset <= text.length) {
    const newline = text.indexOf("\n", offset);
    const end = newline < 0 ? text.length : newline;
    lines.push({ text: text.slice(offset, text[end - 1] === "\r" && end > offset ? end - 1 : end), offset });
    offset = end + 1;
  }
  return lines;
}

/** A part of a line; offsets as in `slice`. */
export function sliceLine(line: SourceLine, from: number, to?: number): SourceLine {
  return { text: line.text.slice(from, to), offset: line.offset + Math.min(from, line.text.length) };
}

/** A line without blanks at its ends. */
export function trimLine(line: SourceLine): SourceLine {
  const start = line.text.length - line.text.trimStart().length;
  return sliceLine(line, start, Math.max(start, line.text.trimEnd().length));
}

/** What a text or code span is besides its text. */
export type SpanStyle = Pick<Span, "isStruck" | "isStrong">;

/** One text made of pieces; indexes count in that text. */
export class Passage {
  readonly text: string;
  readonly #source: SourceText;
  readonly #starts: number[] = [];
  readonly #pieces: readonly Piece[];

  /** Pieces follow one another as they are; a piece that ends in `\n` ends a line. */
  constructor(pieces: readonly Piece[], source: SourceText) {
    this.#source = source;
    this.#pieces = pieces;
    let length = 0;
    for (const piece of pieces) {
      this.#starts.push(length);
      length += piece.text.length;
    }
    this.text = pieces.map((piece) => piece.text).join("");
  }

  /** Lines, one under the other. */
  static ofLines(lines: readonly SourceLine[], source: SourceText): Passage {
    return new Passage(piecesOfLines(lines), source);
  }

  /** Offset in the source of a character; at the end, behind the last one. */
  offset(at: number): number {
    const index = this.#pieceAt(at);
    return (this.#pieces[index]?.offset ?? 0) + at - (this.#starts[index] ?? 0);
  }

  /** Where a range stands in the source, a reference put in as it is written; an empty one has no width. */
  place(from: number, to: number): Place {
    const start = this.#pieces[this.#pieceAt(from)]?.written?.from ?? this.offset(from);
    if (to <= from) return this.#source.lines.place(start, start);
    const end = this.#pieces[this.#pieceAt(to - 1)]?.written?.to ?? this.offset(to - 1) + 1;
    return this.#source.lines.place(start, Math.max(start, end));
  }

  /** The pieces of a range. */
  pieces(from: number, to: number): Piece[] {
    const pieces: Piece[] = [];
    for (let at = from; at < to; ) {
      const index = this.#pieceAt(at);
      const end = Math.min(to, this.#starts[index + 1] ?? to);
      pieces.push({ ...this.#pieces[index], text: this.text.slice(at, end), offset: this.offset(at) });
      at = end;
    }
    return pieces;
  }

  /** Spans of a range, cut at line ends and wherever the source goes on elsewhere, so that each is verbatim. */
  spans(from: number, to: number, style: SpanStyle & { readonly type?: "text" | "code"; readonly isHard?: boolean } = {}): Span[] {
    const { type = "text", isHard = false, ...rest } = style;
    const spans: Span[] = [];
    let newline = this.text.indexOf("\n", from);
    let at = from;
    while (at < to) {
      if (this.text[at] === "\n") {
        spans.push({ type: "break", text: isHard ? HARD_BREAK : SOFT_BREAK, place: this.#breakPlace(at) });
        at++;
        continue;
      }
      if (newline >= 0 && newline < at) newline = this.text.indexOf("\n", at);
      const end = Math.min(to, newline < 0 ? to : newline, this.#starts[this.#pieceAt(at) + 1] ?? to);
      spans.push({ type, text: this.text.slice(at, end), place: this.#spanPlace(at, end), ...rest });
      at = end;
    }
    return spans;
  }

  /** The place of a text that is not cut: where it is verbatim. */
  #spanPlace(from: number, to: number): Place {
    const start = this.offset(from);
    return this.#pieces[this.#pieceAt(from)]?.isForeign ? this.place(from, to) : this.#source.lines.place(start, start + to - from);
  }

  /** The place of a line end; without width where the source goes on in the same line (a cell's border). */
  #breakPlace(at: number): Place {
    const offset = this.offset(at);
    const start = this.#source.text.startsWith("\r\n", offset) ? offset + 1 : offset;
    return this.#source.lines.place(start, this.#source.text[start] === "\n" ? start + 1 : start);
  }

  #pieceAt(at: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Lines as pieces, each but the last with its line end. */
export function piecesOfLines(lines: readonly SourceLine[]): Piece[] {
  return lines.map((line, index) => (index === lines.length - 1 ? line : { text: `${line.text}\n`, offset: line.offset }));
}
