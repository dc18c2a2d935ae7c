import type { DocumentProblem, PlaceMark } from "../types.ts";

/** What a reader makes of a format that is no text itself: PDF, office files, books, mail. */
export interface RichText {
  /** The text in reading order; null where the file holds none that can be read. */
  readonly text: string | null;
  /** How the text is marked up: headings as `#` and tables as pipes in `text/markdown`. */
  readonly markup: "text/markdown" | "text/plain";
  /** The title that the file's metadata states. */
  readonly title: string | null;
  /** Pages, slides, sheets or messages, each from its first line on; sorted by line. */
  readonly marks: readonly PlaceMark[];
  /** What is wrong with the file: `damaged`, `encrypted`, `no-text`. */
  readonly problems: readonly DocumentProblem[];
}

/** Bounds of one file's reading; what overruns them is cut or refused, and said in `problems`. */
export interface ReadLimits {
  /** Bytes that compressed parts may come to, all together. */
  readonly expandedBytes: number;
  /** Parts of an archive, pages, sheets. */
  readonly parts: number;
  /** Depth of nested elements. */
  readonly depth: number;
  /** Characters (UTF-16 code units) of text; the rest is left out. */
  readonly textLength: number;
}

/** A format whose reader is heavy: it is loaded when the first such file is met. One file each in `readers/`, listed in `readers/all.ts`. */
export interface RichReader {
  /** The file's own name. */
  readonly id: string;
  /** One line for people: what it reads. */
  readonly summary: string;
  /** Whether it reads a MIME type. */
  matches(type: string): boolean;
  /** Reads a file. Never rejects for any bytes. */
  read(bytes: Uint8Array, limits: ReadLimits): Promise<RichText>;
}
