/**
 * What every markup form (Markdown, RST, AsciiDoc, MediaWiki, HTML) is first turned into, so that what a row, an item, a heading or a
 * drawing means is decided in one place (`mentions.ts`) and not once a form. A form's parser knows syntax; this is where it ends.
 */
import type { Place } from "../../types.ts";

/**
 * A piece of inline text. The `text` of a `text` or `code` span is verbatim source of one line (start a new span after a line end or an
 * escape), so that the place of any part of it is the span's column plus an offset.
 */
export interface Span {
  readonly type: "text" | "code" | "link" | "image" | "break";
  /** Plain words: markup removed. A link's label, an image's alternative text. */
  readonly text: string;
  readonly place: Place;
  /** Of links and images: the target, the form's escapes undone, and where it stands (for a reference link: in its definition's line, where the form has one). */
  readonly target?: string;
  readonly targetPlace?: Place;
  /** A wiki link (`[[name]]`): the target may be a bare name that stands in any folder. */
  readonly isWiki?: boolean;
  readonly isStruck?: boolean;
  readonly isStrong?: boolean;
}

/** A run of inline text: a cell, an item's own text, a heading, a paragraph. */
export interface Inline {
  readonly spans: readonly Span[];
  readonly place: Place;
}

export type Block =
  | { readonly type: "heading"; readonly level: number; readonly content: Inline; readonly place: Place }
  | {
      /** A list item's own text, without its sub-items. */
      readonly type: "item";
      readonly content: Inline;
      /** 0 for the outermost list. */
      readonly depth: number;
      /** Unique id of the outermost list that it stands in (`list-12`). */
      readonly list: string;
      /** Number of an ordered item as written, where it has one. */
      readonly ordinal?: string;
      readonly place: Place;
      /** Set where the form itself says that each item is a path and nothing else (an RST toctree, a MkDocs nav). */
      readonly isPathOnly?: boolean;
    }
  | {
      readonly type: "table";
      /** Unique id (`table-12`). */
      readonly id: string;
      readonly header: readonly Inline[];
      readonly rows: readonly { readonly cells: readonly Inline[]; readonly place: Place }[];
      readonly place: Place;
    }
  | { readonly type: "paragraph"; readonly content: Inline; readonly place: Place }
  | {
      /** A literal block or code fence; `mentions.ts` decides whether it draws a tree. */
      readonly type: "fence";
      readonly language: string;
      /** Offset-free: the fence's inner lines, verbatim, with the line number and column at which each starts. */
      readonly lines: readonly { readonly text: string; readonly line: number; readonly column: number }[];
      readonly place: Place;
    };
