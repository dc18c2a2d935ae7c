import type { DocumentPlace, PlaceMark } from "../../types.ts";

/** `continuation`: a further paragraph of a list item. `code` keeps its lines; all others are read as running text. */
export type BlockKind = "paragraph" | "heading" | "item" | "continuation" | "code";

interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** Of a heading: 1 to 6. Of list items: their depth from 0. */
  readonly level: number;
}

/** Deepest indent of list items. */
const DEEPEST_ITEM = 8;
/** What would start a heading, a fence or front matter, or make a heading of the line above (CommonMark 0.31, sections 4.2-4.5). */
const OPENS_BLOCK = /^(?:#{1,6}(?=\s|$)|`{3}|~{3}|(?:=+|-{2,}|\+{3})\s*$)/;

/** A line that is drawn with characters, as pandoc does in RTF. */
const RULE = /^[-_=*─—–]{3,}$/;

/** Puts the blocks of a document together as Markdown, and keeps where its pages, slides, sheets and messages begin. State: the text so far. */
export class MarkdownWriter {
  readonly #limit: number;
  readonly #lines: string[] = [];
  readonly #marks: PlaceMark[] = [];
  /** Blocks of the cells and notes that are open, the innermost last. */
  readonly #captures: Block[][] = [];
  #length = 0;
  #last: BlockKind | "row" | null = null;
  #place: DocumentPlace | null = null;
  #row: string[] | null = null;
  #rowBlocks: Block[] = [];
  #tableDepth = 0;

  /** `limit`: UTF-16 code units of text; what comes after is left out. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The limit is reached: nothing more will be written. */
  get isFull(): boolean {
    return this.#length > this.#limit;
  }

  /** The next line that is written stands at a place. */
  mark(place: DocumentPlace): void {
    this.#place = place;
  }

  /** Adds a block; blank ones and drawn lines are left out. */
  add(kind: BlockKind, raw: string, level = 0): void {
    const text = kind === "code" ? withoutBlankEnds(raw) : raw.replace(/[^\S\n]+/g, " ").trim();
    if (text.trim() === "" || (kind === "paragraph" && RULE.test(text)) || this.isFull) return;
    const kept = text.slice(0, Math.max(0, this.#limit - this.#length));
    this.#length += text.length + 2;
    const block = { kind, text: kept, level };
    const capture = this.#captures.at(-1);
    if (capture) capture.push(block);
    else this.#write(block);
  }

  /** Adds text that is Markdown already. */
  addMarkdown(text: string): void {
    if (text.trim() === "" || this.isFull) return;
    const kept = withoutBlankEnds(text.slice(0, Math.max(0, this.#limit - this.#length)));
    this.#length += text.length + 2;
    this.#separate("paragraph");
    this.#push(kept.split(/\r\n|\n|\r/));
  }

  /** Holds back the blocks that follow, until `endCapture`. */
  beginCapture(): void {
    this.#captures.push([]);
  }

  /** The words of the blocks held back, on one line. */
  endCapture(): string {
    return inlineOf(this.#captures.pop() ?? []);
  }

  /** A table begins. One in a cell of another becomes words of that cell. */
  openTable(): void {
    this.#tableDepth++;
    if (this.#isOuter()) this.endRun();
  }

  openRow(): void {
    if (this.#isOuter()) this.#row = [];
    this.#rowBlocks = this.#isOuter() ? [] : this.#rowBlocks;
  }

  openCell(): void {
    if (this.#isOuter() && this.#row !== null) this.beginCapture();
  }

  closeCell(): void {
    if (this.#tableDepth !== 1 || this.#row === null || this.#captures.length === 0) return;
    this.#rowBlocks = this.#captures.pop() ?? [];
    this.#row.push(inlineOf(this.#rowBlocks));
    this.#length += 3;
  }

  /** A row of one cell is no table's: its blocks stand by themselves (boxes and layouts are made so). */
  closeRow(): void {
    if (!this.#isOuter() || this.#row === null) return;
    const row = this.#row;
    this.#row = null;
    if (row.length > 1) this.#writeRow(row);
    else for (const block of this.#rowBlocks) this.#write(block);
    this.#rowBlocks = [];
  }

  closeTable(): void {
    if (this.#isOuter()) this.endRun();
    this.#tableDepth = Math.max(0, this.#tableDepth - 1);
  }

  /** Adds a row of a table; the first one since another block, or since `endRun`, is its head. */
  row(cells: readonly string[]): void {
    if (this.isFull) return;
    for (const cell of cells) this.#length += cell.length + 3;
    this.#writeRow(cells);
  }

  /** The next row is the head of another table, the next code another block. */
  endRun(): void {
    if (this.#last === "code") this.#lines.push("```");
    if (this.#last !== null) this.#last = "paragraph";
  }

  /** All that was added, and the places. What is still held back is added too. */
  finish(): { readonly text: string; readonly marks: readonly PlaceMark[] } {
    for (const blocks of this.#captures.splice(0)) for (const block of blocks) this.#write(block);
    if (this.#last === "code") this.#push(["```"]);
    this.#last = null;
    const text = this.#lines.length === 0 ? "" : `${this.#lines.join("\n")}\n`;
    if (text.length <= this.#limit) return { text, marks: this.#marks };
    const kept = text.slice(0, this.#limit);
    const lineCount = kept.split("\n").length;
    return { text: kept, marks: this.#marks.filter(({ line }) => line <= lineCount) };
  }

  #isOuter(): boolean {
    return this.#tableDepth === 1 && this.#captures.length === 0;
  }

  #write(block: Block): void {
    this.#separate(block.kind);
    this.#push(linesOf(block));
  }

  #writeRow(cells: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === "")) return;
    const isFirst = this.#last !== "row";
    this.#separate("row");
    this.#push([rowOf(cells.map(cellText))]);
    if (isFirst) this.#push([rowOf(cells.map(() => "---"))]);
  }

  /** Ends what came before: a fence is closed, a blank line parts blocks, but not the items of a list, the lines of code or the rows of a table. */
  #separate(kind: BlockKind | "row"): void {
    const last = this.#last;
    this.#last = kind;
    if (last === kind && (kind === "item" || kind === "code" || kind === "row")) return;
    if (last === "code") this.#lines.push("```");
    if (last !== null) this.#lines.push("");
    if (kind === "code") this.#push(["```"]);
  }

  #push(lines: readonly string[]): void {
    if (this.#place !== null) this.#marks.push({ line: this.#lines.length + 1, ...this.#place });
    this.#place = null;
    for (const line of lines) this.#lines.push(line.trimEnd());
  }
}

/** A text of a document that Markdown would take for a comment, so that it would count as hidden. */
export function escapeMarkdown(text: string): string {
  return text.includes("<!--") ? text.replaceAll("<!--", "&lt;!--") : text;
}

function linesOf({ kind, text, level }: Block): readonly string[] {
  const indent = "  ".repeat(Math.min(level, DEEPEST_ITEM));
  switch (kind) {
    case "paragraph":
      return text.split("\n").map(escapedStart);
    case "heading":
      return [`${"#".repeat(Math.min(6, Math.max(1, level)))} ${oneLine(text)}`];
    case "item":
      return [`${indent}- ${oneLine(text)}`];
    case "continuation":
      return text.split("\n").map((line) => `${indent}  ${escapedStart(line)}`);
    case "code":
      return text.split("\n").map((line) => (line.startsWith("```") ? ` ${line}` : line));
    default:
      return kind satisfies never;
  }
}

function inlineOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => oneLine(text)).join(" ");
}

function oneLine(text: string): string {
  return text.includes("\n")
    ? text
        .split("\n")
        .map((line) => line.trim())
        .join(" ")
    : text;
}

function escapedStart(line: string): string {
  const text = line.trim();
  return OPENS_BLOCK.test(text) ? `\\${text}` : text;
}

function cellText(cell: string): string {
  return oneLine(cell).trim().replaceAll("|", "\\|");
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function withoutBlankEnds(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, "").trimEnd();
}
