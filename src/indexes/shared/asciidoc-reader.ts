/** What the parts of the AsciiDoc parser write to: blocks, anchors, and the attributes that inline text is read with. */
import type { Place } from "../../types.ts";
import { LineMap } from "../../util/line-map.ts";
import { AsciidocAttributes } from "./asciidoc-attributes.ts";
import { addAttributes, type BlockAttributes } from "./asciidoc-block-attributes.ts";
import { SectionIds } from "./asciidoc-ids.ts";
import { type AsciidocInlineContext, asciidocSpans } from "./asciidoc-inline.ts";
import type { AsciidocTargets } from "./asciidoc-targets.ts";
import type { Block, Inline, Span } from "./blocks.ts";
import { HARD_BREAK, inlineFrom, withoutWrapping } from "./inline-content.ts";
import { Passage, type Piece, piecesOfLines, type SourceLine, type SourceText, sliceLine } from "./passage.ts";
import { wordsOfInline } from "./references.ts";

/** Where a run of blocks stands. */
export interface AsciidocScope {
  /** The list around it, whose items its lists are nested in. */
  readonly list: { readonly id: string; readonly depth: number } | null;
  /** Blocks around it. */
  readonly nesting: number;
  readonly allowsSections: boolean;
  /** Directly below a list's item: a marker ends its paragraphs. */
  readonly isItem: boolean;
}

/** Reads one block that starts at an index, with what stands above it; gives the index behind it. */
export type AsciidocBlockReader = (
  lines: readonly SourceLine[],
  at: number,
  around: { readonly scope: AsciidocScope; readonly reader: AsciidocReader },
) => number;

export class AsciidocReader {
  readonly source: SourceText;
  readonly attributes = new AsciidocAttributes();
  readonly anchors = new Set<string>();
  blocks: Block[] = [];
  readonly #inline: AsciidocInlineContext;
  readonly #sectionIds = new SectionIds(this.anchors);

  constructor(text: string, targets: AsciidocTargets) {
    this.source = { text, lines: new LineMap(text) };
    this.#inline = {
      imageTarget: (target) => targets.image(target, this.attributes.get("imagesdir") ?? ""),
      pageTarget: (target, isMacro) => targets.page(target, isMacro),
      addAnchor: (id) => this.anchors.add(id),
    };
  }

  inline(lines: readonly SourceLine[]): Inline {
    return this.inlineOf(piecesOfLines(lines));
  }

  /** Inline text of pieces; `style` says how a cell shows it. */
  inlineOf(pieces: readonly Piece[], style: "" | "code" | "verbatim" = ""): Inline {
    const [first] = pieces;
    const last = pieces.at(-1);
    const from = first?.offset ?? 0;
    const place = this.source.lines.place(from, last ? Math.max(from, last.offset + last.text.trimEnd().length) : from);
    if (style === "verbatim") return inlineFrom(new Passage(pieces, this.source).spans(0, length(pieces)), place);
    const spans = asciidocSpans(new Passage(this.attributes.expandPieces(pieces), this.source), this.#inline);
    return inlineFrom(style === "code" ? spans.map(asCode) : spans, place);
  }

  /** Reads a line of block attributes: `[[id]]`, `[#id.role%option]`, `[source,ruby]`. */
  readAttributes(line: SourceLine, attributes: BlockAttributes): void {
    const text = line.text.trimEnd();
    const anchor = /^\[\[([^,\]]+)/.exec(text)?.[1];
    if (anchor !== undefined) attributes.id = anchor;
    else if (!text.startsWith("[[")) addAttributes(this.expanded(sliceLine(line, 1, text.length - 1)), attributes);
    if (attributes.id !== null) this.anchors.add(attributes.id);
  }

  /** Attribute references in a text replaced. */
  expanded(line: SourceLine): string {
    return this.attributes
      .expand([line])
      .map((piece) => piece.text)
      .join("");
  }

  /** The place from the start of one line to the end of another. */
  place(from: SourceLine, to: SourceLine): Place {
    return this.source.lines.place(from.offset, Math.max(from.offset, to.offset + to.text.trimEnd().length));
  }

  /** A paragraph; `isHard` where each line end is shown as one. */
  pushParagraph(lines: readonly SourceLine[], isHard = false): void {
    const [from] = lines;
    const to = lines.at(-1);
    if (!from || !to) return;
    const content = this.inline(lines);
    const shown = isHard ? { ...content, spans: content.spans.map(asHard) } : withoutWrapping(content);
    this.blocks.push({ type: "paragraph", content: shown, place: this.place(from, to) });
  }

  /** A fence of lines, without the indentation that all of them share. */
  pushFence(lines: readonly SourceLine[], language: string): void {
    const [from] = lines;
    const to = lines.at(-1);
    if (!from || !to) return;
    const filled = lines.filter((line) => line.text.trim() !== "");
    const indent = filled.reduce((least, { text }) => Math.min(least, text.length - text.trimStart().length), Number.POSITIVE_INFINITY);
    const inner = lines.map((line) => {
      const cut = sliceLine(line, Number.isFinite(indent) ? indent : 0);
      return { text: cut.text.trimEnd(), ...this.source.lines.position(cut.offset) };
    });
    this.blocks.push({ type: "fence", language, lines: inner, place: this.place(from, to) });
  }

  /** A heading; an explicit id takes the place of the one that is made of its title. */
  pushHeading(
    title: SourceLine,
    heading: { readonly level: number; readonly place: Place; readonly id: string | null; readonly hasId: boolean },
  ): void {
    const isNamed = heading.id !== null || /[ \t]\[\[[^\]]+\]\]$/.test(title.text);
    const content = this.inline([title]);
    this.blocks.push({ type: "heading", level: heading.level, content, place: heading.place });
    if (heading.hasId && !isNamed) this.anchors.add(this.#idOf(wordsOfInline(content)));
  }

  #idOf(title: string): string {
    const separator = this.attributes.get("idseparator") ?? "_";
    const rule = { prefix: this.attributes.get("idprefix") ?? "_", separator: separator.slice(0, 1) };
    return this.#sectionIds.of(title, rule);
  }

  /** Reads lines to blocks of their own and gives these. */
  apart(read: () => void): readonly Block[] {
    const outer = this.blocks;
    this.blocks = [];
    read();
    const inner = this.blocks;
    this.blocks = outer;
    return inner;
  }
}

function length(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

function asCode(span: Span): Span {
  return span.type === "text" ? { ...span, type: "code" } : span;
}

function asHard(span: Span): Span {
  return span.type === "break" ? { ...span, text: HARD_BREAK } : span;
}
