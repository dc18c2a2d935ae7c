/** What the parts of the RST parser write to: blocks, and inline text that is read when all names are known. */
import type { Place } from "../../types.ts";
import { LineMap } from "../../util/line-map.ts";
import type { Block, Inline, Span } from "./blocks.ts";
import { HARD_BREAK, inlineFrom, withoutWrapping } from "./inline-content.ts";
import { Passage, type SourceLine, type SourceText } from "./passage.ts";
import { type RstBudget, rstPieces } from "./rst-inline.ts";
import { type PendingReference, type RstNames, type RstPiece, type RstTarget, resolveName } from "./rst-names.ts";

interface InlineJob {
  readonly passage: Passage;
  /** The run that the job fills. */
  readonly inline: { spans: readonly Span[]; place: Place };
  readonly isParagraph: boolean;
  readonly isHard: boolean;
  pieces: readonly RstPiece[];
}

/** Collects an RST text's blocks and names. `finish` reads the inline text and gives the blocks. */
export class RstReader {
  readonly source: SourceText;
  readonly blocks: Block[] = [];
  readonly anchors: string[] = [];
  readonly names: RstNames;
  /** Level of the section that is open; 0 above the first. */
  level = 0;
  /** An include, whose text may hold the targets that are missed here. */
  hasInclude = false;
  /** Labels that stand directly above a target and so share it: what each does with it. */
  readonly waiting: ((target: RstTarget | string) => void)[] = [];
  readonly #jobs: InlineJob[] = [];
  /** Cells made of blocks, whose text is that of the blocks. */
  readonly #composites: { spans: readonly Span[]; readonly place: Place; readonly parts: readonly Block[] }[] = [];
  /** Adornments of titles in the order in which they appeared: `=`, or `==` with an overline. */
  readonly #adornments: string[] = [];

  constructor(text: string) {
    this.source = { text, lines: new LineMap(text) };
    this.names = {
      source: this.source,
      targets: new Map(),
      anonymous: [],
      internal: new Set(),
      substitutions: new Map(),
      rawRoles: new Set(["raw-html", "raw_html", "rawhtml"]),
    };
  }

  /** Inline text of lines, read in `finish`. */
  inline(lines: readonly SourceLine[], options: { readonly isParagraph?: boolean; readonly isHard?: boolean } = {}): Inline {
    return this.inlineOf(Passage.ofLines(lines, this.source), options);
  }

  inlineOf(passage: Passage, options: { readonly isParagraph?: boolean; readonly isHard?: boolean } = {}): Inline {
    const inline = { spans: [], place: passage.place(0, passage.text.length) };
    this.#jobs.push({ passage, inline, isParagraph: options.isParagraph ?? false, isHard: options.isHard ?? false, pieces: [] });
    return inline;
  }

  /** A table cell's text; an empty cell stands at its row's start. `readBody` reads a cell that holds explicit markup. */
  cell(lines: readonly SourceLine[], row: SourceLine, readBody: (lines: readonly SourceLine[]) => void): Inline {
    const kept = lines.filter((line) => line.text.trim() !== "");
    if (!kept.some((line) => /^(?:\.\.|__)(?:\s|$)/.test(line.text))) {
      return this.inline(kept.length > 0 ? kept : [{ text: "", offset: row.offset }]);
    }
    const start = this.blocks.length;
    readBody(lines);
    const [first] = kept;
    const cell = { spans: [], place: this.place(first ?? row, kept.at(-1) ?? row), parts: this.blocks.splice(start) };
    this.#composites.push(cell);
    return cell;
  }

  /** The place from the start of one line to the end of another. */
  place(from: SourceLine, to: SourceLine): Place {
    return this.source.lines.place(from.offset, to.offset + to.text.trimEnd().length);
  }

  pushParagraph(lines: readonly SourceLine[]): void {
    const [from] = lines;
    const to = lines.at(-1);
    if (from && to)
      this.blocks.push({ type: "paragraph", content: this.inline(lines, { isParagraph: true }), place: this.place(from, to) });
  }

  /** A paragraph of spans that a directive names, such as an image. */
  pushSpans(spans: readonly Span[], place: Place): void {
    if (spans.length > 0) this.blocks.push({ type: "paragraph", content: { spans, place }, place });
  }

  pushFence(lines: readonly SourceLine[], language: string): void {
    const [from] = lines;
    const to = lines.at(-1);
    if (!from || !to) return;
    const inner = lines.map((line) => ({ text: line.text.trimEnd(), ...this.source.lines.position(line.offset) }));
    this.blocks.push({ type: "fence", language, lines: inner, place: this.place(from, to) });
  }

  /** A link or image whose target is a line's text. */
  targetSpan(type: "link" | "image", target: SourceLine, text: string): Span {
    const place = this.source.lines.place(target.offset, target.offset + target.text.length);
    return { type, text, place, target: target.text, targetPlace: place };
  }

  pushTitle(title: SourceLine, adornment: string, place: Place): void {
    const known = this.#adornments.indexOf(adornment);
    const level = known >= 0 ? known : this.#adornments.push(adornment) - 1;
    this.level = level + 1;
    this.blocks.push({ type: "heading", level: this.level, content: this.inline([title]), place });
  }

  /** Reads all inline text. Gives the phrase references for which there is no target. */
  finish(): PendingReference[] {
    const budget: RstBudget = { substituted: 0 };
    for (const job of this.#jobs) job.pieces = rstPieces(job.passage, this.names, budget);
    const missing: PendingReference[] = [];
    let anonymous = 0;
    for (const job of this.#jobs) {
      const spans: Span[] = [];
      for (const piece of job.pieces) {
        if (piece.type !== "pending") spans.push(job.isHard && piece.type === "break" ? { ...piece, text: HARD_BREAK } : piece);
        else {
          const target = piece.name === null ? this.names.anonymous[anonymous++] : piece.name;
          const found = typeof target === "string" ? resolveName(target, this.names) : target;
          if (found) spans.push({ type: "link", text: piece.label, place: piece.place, ...found });
          else for (const span of piece.plain) spans.push(span);
          if (!found && piece.isPhrase && piece.name !== null) missing.push(piece);
        }
      }
      const inline = inlineFrom(spans, job.inline.place);
      job.inline.spans = (job.isParagraph ? withoutWrapping(inline) : inline).spans;
    }
    for (const cell of this.#composites) cell.spans = cell.parts.flatMap(partSpans);
    return missing;
  }
}

/** A block's text within a cell, a line end behind it. */
function partSpans(block: Block): Span[] {
  if (block.type === "fence") return [];
  const inlines = block.type === "table" ? [...block.header, ...block.rows.flatMap((row) => row.cells)] : [block.content];
  const { end } = block.place;
  return inlines.flatMap((inline): Span[] => [...inline.spans, { type: "break", text: HARD_BREAK, place: { ...end, end } }]);
}
