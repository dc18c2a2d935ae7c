import type { Place, Position } from "../types.ts";

/**
 * Turns offsets of a text into lines and columns, both from 1; columns count UTF-16 code units.
 * A line ends at `\n`; the `\r` of `\r\n` belongs to its line.
 */
export class LineMap {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#starts = starts;
    this.#text = text;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Position of an offset; offsets beyond the text give its end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** The range from one offset up to, not including, another. */
  place(from: number, to: number): Place {
    return { ...this.position(from), end: this.position(to) };
  }

  /** Offset at which a line (from 1) starts; beyond the last line, the text's length. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** A line's text (from 1), without its line end. */
  line(line: number): string {
    const end = this.#starts[line];
    const text = this.#text.slice(this.lineStart(line), end === undefined ? undefined : end - 1);
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  }

  /** The place of a whole line, without its line end and surrounding blanks. */
  linePlace(line: number): Place {
    const text = this.line(line);
    const start = this.lineStart(line) + (text.length - text.trimStart().length);
    return this.place(start, Math.max(start, this.lineStart(line) + text.trimEnd().length));
  }
}
