/** MediaWiki's tables cut into rows and cells. Source: www.mediawiki.org, "Help:Tables"; MediaWiki 1.39.17, Parser.php (`handleTables`). */
import type { MediawikiLine, MediawikiPage } from "./mediawiki-page.ts";

export interface MediawikiCell {
  readonly isHeader: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** The cell's part of its first line, and the lines below that go on with it. */
  readonly lines: MediawikiLine[];
}

export interface MediawikiTable {
  readonly rows: readonly { readonly cells: readonly MediawikiCell[]; readonly from: number; readonly to: number }[];
  readonly caption: MediawikiLine | null;
  /** Another table stands in a cell. */
  readonly hasInner: boolean;
  /** Index of the first line behind the table. */
  readonly end: number;
}

interface OpenRow {
  readonly cells: MediawikiCell[];
  from: number;
  to: number;
}

/** The table whose `{|` stands in a line; without an end it takes the rest. Linear in its lines. */
export function readMediawikiTable(page: MediawikiPage, lines: readonly MediawikiLine[], start: number): MediawikiTable {
  const reader = new TableReader(page);
  let end = start + 1;
  while (end < lines.length && reader.read(lines[end] ?? { from: 0, to: 0 })) end++;
  return { ...reader.finish(), end: Math.min(end + 1, lines.length) };
}

class TableReader {
  readonly #page: MediawikiPage;
  readonly #rows: OpenRow[] = [];
  #caption: MediawikiLine | null = null;
  #hasInner = false;
  /** Tables within a cell that are open. */
  #inner = 0;
  #row: OpenRow | null = null;

  constructor(page: MediawikiPage) {
    this.#page = page;
  }

  /** Reads a line; false where it ends the table. */
  read(line: MediawikiLine): boolean {
    const text = this.#page.masked.slice(line.from, line.to);
    const indent = /^[\s\u0001]*/.exec(text)?.[0].length ?? 0;
    const mark = text.slice(indent, indent + 2);
    if (this.#inner > 0 || /^[\s:]*\{\|/.test(text)) {
      if (/^[\s:]*\{\|/.test(text)) this.#inner++;
      else if (mark === "|}") this.#inner--;
      this.#hasInner = true;
      this.#goOn(line);
    } else if (mark === "|}") return false;
    else if (mark === "|-") this.#startRow(line);
    else if (mark === "|+") this.#caption = { from: line.from + indent + 2, to: line.to };
    else if (mark.startsWith("|") || mark.startsWith("!")) this.#addCells({ from: line.from + indent, to: line.to });
    else this.#goOn(line);
    return true;
  }

  finish(): Omit<MediawikiTable, "end"> {
    return { rows: this.#rows.filter((row) => row.cells.length > 0), caption: this.#caption, hasInner: this.#hasInner };
  }

  #startRow(line: MediawikiLine): void {
    this.#row = { cells: [], from: line.from, to: line.to };
    this.#rows.push(this.#row);
    this.#noteAnchor(this.#page.masked.slice(line.from, line.to));
  }

  /** A line that starts no cell belongs to the one that is open. */
  #goOn(line: MediawikiLine): void {
    const cell = this.#row?.cells.at(-1);
    if (!cell || !this.#row) return;
    cell.lines.push(line);
    this.#row.to = line.to;
  }

  #addCells(line: MediawikiLine): void {
    if (!this.#row) this.#startRow({ from: line.from, to: line.from });
    const row = this.#row;
    if (!row) return;
    const text = this.#page.masked.slice(line.from, line.to);
    const isHeader = text.startsWith("!");
    let at = 1;
    for (const separator of text.matchAll(isHeader ? /!!|\|\|/g : /\|\|/g)) {
      if (separator.index < at) continue;
      row.cells.push(this.#cell({ from: line.from + at, to: line.from + separator.index }, isHeader));
      at = separator.index + 2;
    }
    row.cells.push(this.#cell({ from: line.from + at, to: line.to }, isHeader));
    row.to = line.to;
  }

  /** A cell's attributes stand before a bar that no link comes before. */
  #cell(part: MediawikiLine, isHeader: boolean): MediawikiCell {
    const text = this.#page.masked.slice(part.from, part.to);
    const bar = text.indexOf("|");
    const link = text.indexOf("[[");
    const hasAttributes = bar >= 0 && (link < 0 || link > bar);
    const attributes = hasAttributes ? text.slice(0, bar) : "";
    this.#noteAnchor(attributes);
    return {
      isHeader,
      columnSpan: spanOf(attributes, "colspan"),
      rowSpan: spanOf(attributes, "rowspan"),
      lines: [withoutBlanks(this.#page.masked, { from: hasAttributes ? part.from + bar + 1 : part.from, to: part.to })],
    };
  }

  #noteAnchor(attributes: string): void {
    const id = /(?:^|\s)id\s*=\s*["']?([^"'\s|]{1,200})/i.exec(attributes)?.[1];
    if (id !== undefined) this.#page.anchors.add(id);
  }
}

function withoutBlanks(masked: string, { from, to }: MediawikiLine): MediawikiLine {
  let start = from;
  while (start < to && /\s/.test(masked[start] ?? "")) start++;
  return { from: start, to };
}

function spanOf(attributes: string, name: "colspan" | "rowspan"): number {
  const match = (name === "colspan" ? /colspan\s*=\s*["']?\s*(\d{1,4})/i : /rowspan\s*=\s*["']?\s*(\d{1,4})/i).exec(attributes);
  return match ? Number(match[1]) : 1;
}
