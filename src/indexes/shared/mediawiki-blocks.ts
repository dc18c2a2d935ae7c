/**
 * Wikitext to blocks, line by line. Source: www.mediawiki.org, "Help:Formatting", "Help:Lists", "Help:Tables"; MediaWiki 1.39.17's BlockLevelPass for
 * what ends what. Over 150 lines because headings, lists, tables, preformatted text and HTML are told from one another here.
 */
import type { Place } from "../../types.ts";
import type { Block, Inline, Span } from "./blocks.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { decodeEntities } from "./html-entities.ts";
import { HARD_BREAK, inlineFrom, SOFT_BREAK, withoutWrapping } from "./inline-content.ts";
import { mediawikiSpans } from "./mediawiki-inline.ts";
import { namespaceOf } from "./mediawiki-namespaces.ts";
import { type MediawikiLine, MediawikiPage, type Opaque } from "./mediawiki-page.ts";
import { type MediawikiCell, type MediawikiTable, readMediawikiTable } from "./mediawiki-tables.ts";
import { wordsOfInline } from "./references.ts";
import { TableRows } from "./table-rows.ts";

/** Tables nested deeper are read as text. */
const MAX_NESTING = 20;
/** Cells that spanning cells may add below themselves in a table; more are cut. */
const MAX_SPANNED_ROWS = 10_000;
const TABLE = /^[\s:]*\{\|/;
const HEADING = /^(={1,6})(?=[^=])(.*?[^=])\1[\s\u0001]*$/;
const BLANK = /^[\s\u0001]*$/;
/** HTML that stands for a block of its own. */
const HTML_BLOCK = /^\s*<(table|ul|ol|dl)(?=[\s>])/i;

/** Blocks of a MediaWiki page in their order, and its anchors. Never throws; linear in the text. */
export function mediawikiBlocks(text: string): { readonly blocks: Block[]; readonly anchors: string[] } {
  const page = new MediawikiPage(text);
  const reader = new MediawikiReader(page);
  reader.read(page.maskedLines(), 0);
  return { blocks: reader.blocks, anchors: [...page.anchors] };
}

interface OpenItem {
  readonly from: number;
  readonly prefix: string;
  readonly list: string;
  readonly spans: Span[];
  to: number;
}

class MediawikiReader {
  readonly blocks: Block[] = [];
  readonly #page: MediawikiPage;
  /** Lines of the paragraph that is open. */
  #paragraph: MediawikiLine[] = [];
  #item: OpenItem | null = null;
  /** Name of the list that the next item belongs to; blank lines do not end it. */
  #list: string | null = null;
  /** HTML up to here has wikitext in it and is read as such. */
  #wikiHtmlTo = 0;

  constructor(page: MediawikiPage) {
    this.#page = page;
  }

  read(lines: readonly MediawikiLine[], nesting: number): void {
    const left = [...lines];
    for (let at = 0; at < left.length; ) at = this.#readAt(left, at, nesting);
    this.#flush();
  }

  /** Reads what starts at a line; gives the index behind it, or the same one where the line is cut short. */
  #readAt(lines: MediawikiLine[], at: number, nesting: number): number {
    const line = lines[at];
    if (!line) return at + 1;
    const text = this.#page.masked.slice(line.from, line.to);
    const isTable = nesting < MAX_NESTING && TABLE.test(text);
    const prefix = isTable ? undefined : /^[*#:;]+/.exec(text)?.[0];
    if (BLANK.test(text)) this.#endParagraph();
    else if (prefix !== undefined) this.#readItem(line, prefix);
    else return this.#readOther(lines, at, { text, isTable, nesting });
    return at + 1;
  }

  #readOther(
    lines: MediawikiLine[],
    at: number,
    { text, isTable, nesting }: { readonly text: string; readonly isTable: boolean; readonly nesting: number },
  ): number {
    const line = lines[at] ?? { from: 0, to: 0 };
    const opaque = this.#page.opaqueAt(line.from + (text.length - text.trimStart().length));
    const isShown = opaque?.kind === "fence" || opaque?.kind === "gallery";
    const heading = HEADING.exec(text)?.[1]?.length;
    const htmlTo = HTML_BLOCK.test(text) ? this.#endOfHtml(line, text) : null;
    if (isTable || isShown || heading !== undefined || htmlTo !== null || this.#list !== null) this.#flush();
    if (isTable) return this.#readTable(lines, at, nesting);
    if (opaque && isShown) {
      this.#pushOpaque(opaque);
      lines[at] = { from: opaque.to, to: Math.max(opaque.to, line.to) };
      return at;
    }
    if (heading !== undefined) this.#pushHeading(line, text, heading);
    else if (htmlTo !== null) return this.#readHtml(lines, at, htmlTo);
    else if (/^ /.test(text) && this.#paragraph.length === 0) return this.#readPreformatted(lines, at);
    else if (/^-{4,}/.test(text)) this.#flush();
    else this.#paragraph.push(line);
    return at + 1;
  }

  #endParagraph(): void {
    const list = this.#list;
    this.#flush();
    this.#list = list;
  }

  #flush(): void {
    this.#closeItem();
    this.#list = null;
    const lines = this.#paragraph;
    this.#paragraph = [];
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return;
    const place = this.#page.place(first.from, last.to);
    this.#pushParagraph(mediawikiSpans(this.#page, { from: first.from, to: last.to }).map(asSoft), place);
  }

  #pushParagraph(spans: readonly Span[], place: Place): void {
    const content = withoutWrapping(inlineFrom(spans, place));
    if (content.spans.length > 0) this.blocks.push({ type: "paragraph", content, place });
  }

  #pushHeading(line: MediawikiLine, text: string, level: number): void {
    const end = line.from + text.replace(/[\s\u0001]+$/, "").length;
    const place = this.#page.place(line.from, end);
    const content = inlineFrom(mediawikiSpans(this.#page, { from: line.from + level, to: end - level }), place);
    this.#page.anchors.add(wordsOfInline(content).replaceAll(" ", "_"));
    this.blocks.push({ type: "heading", level, content, place });
  }

  /** An item; a definition (`: words`) below its term goes on with the term's item, its colon the mark between them. */
  #readItem(line: MediawikiLine, prefix: string): void {
    const open = this.#item;
    const from = line.from + prefix.length;
    if (open?.prefix.endsWith(";") && prefix.endsWith(":") && prefix.length === open.prefix.length) {
      open.spans.push({ type: "break", text: HARD_BREAK, place: this.#page.place(open.to, open.to) });
      for (const span of mediawikiSpans(this.#page, { from: from - 1, to: line.to })) open.spans.push(span);
      open.to = line.to;
      this.#closeItem();
      return;
    }
    if (this.#paragraph.length > 0) this.#flush();
    this.#closeItem();
    const { line: number, column } = this.#page.lines.position(line.from);
    this.#list ??= `list-${number}-${column}`;
    const spans = mediawikiSpans(this.#page, { from, to: line.to });
    this.#item = { from: line.from, prefix, list: this.#list, spans, to: line.to };
  }

  #closeItem(): void {
    const item = this.#item;
    this.#item = null;
    if (!item) return;
    const place = this.#page.place(item.from, item.to);
    const content = inlineFrom(item.spans, place);
    if (content.spans.length > 0) this.blocks.push({ type: "item", content, depth: item.prefix.length - 1, list: item.list, place });
  }

  #pushOpaque(opaque: Opaque): void {
    const lines = this.#page.sourceLines(opaque.innerFrom, opaque.innerTo);
    const place = this.#page.place(opaque.from, opaque.to);
    if (opaque.kind === "gallery")
      this.#pushParagraph(
        lines.flatMap((line) => this.#galleryImage(line)),
        place,
      );
    else {
      const language = /\blang\s*=\s*["']?([\w+#-]+)/i.exec(opaque.attributes)?.[1] ?? "";
      this.#pushFence(lines, language.toLowerCase(), place);
    }
  }

  /** A line of a gallery: a file's name, with or without its prefix, and a caption. */
  #galleryImage(line: MediawikiLine): Span[] {
    const written = this.#page.text.slice(line.from, line.to).split("|")[0] ?? "";
    const prefix = namespaceOf(written)?.length ?? written.length - written.trimStart().length;
    const target = written.slice(prefix).trimEnd();
    if (target === "") return [];
    const from = line.from + prefix;
    const targetPlace = this.#page.place(from, from + target.length);
    return [{ type: "image", text: "", place: this.#page.place(line.from, line.to), target: decodeEntities(target), targetPlace }];
  }

  #pushFence(lines: readonly MediawikiLine[], language: string, place: Place): void {
    const { text } = this.#page;
    const inner = lines.map((line) => ({ text: text.slice(line.from, line.to).trimEnd(), ...this.#page.lines.position(line.from) }));
    this.blocks.push({ type: "fence", language, lines: inner, place });
  }

  /** Lines that start with a blank are shown as they are, markup in them read: a fence, or lines of text where links stand in them. */
  #readPreformatted(lines: readonly MediawikiLine[], start: number): number {
    let end = start;
    while (end < lines.length && /^ [\s\u0001]*[^\s\u0001]/.test(this.#page.masked.slice(lines[end]?.from, lines[end]?.to))) end++;
    const first = lines[start];
    const last = lines[end - 1];
    if (!first || !last) return start + 1;
    const place = this.#page.place(first.from, last.to);
    const spans = mediawikiSpans(this.#page, { from: first.from, to: last.to });
    if (spans.some((span) => span.type === "link" || span.type === "image")) this.#pushParagraph(spans, place);
    else {
      const shown = this.#page.sourceLines(first.from, last.to).map(({ from, to }) => ({ from: Math.min(from + 1, to), to }));
      this.#pushFence(shown, "", place);
    }
    return end;
  }

  #readTable(lines: readonly MediawikiLine[], at: number, nesting: number): number {
    const start = lines[at] ?? { from: 0, to: 0 };
    const table = readMediawikiTable(this.#page, lines, at);
    const last = lines[table.end - 1] ?? start;
    if (table.caption)
      this.#pushParagraph(mediawikiSpans(this.#page, table.caption), this.#page.place(table.caption.from, table.caption.to));
    if (table.hasInner) for (const row of table.rows) for (const cell of row.cells) this.read(cell.lines, nesting + 1);
    else this.#pushTable(table, this.#page.place(start.from, last.to));
    return table.end;
  }

  #pushTable(table: MediawikiTable, place: Place): void {
    const rows = new TableRows();
    let spanned = 0;
    for (const row of table.rows) {
      for (const cell of row.cells) {
        spanned += cell.rowSpan - 1;
        rows.addCell(this.#cellContent(cell), { ...cell, rowSpan: spanned <= MAX_SPANNED_ROWS ? cell.rowSpan : 1 });
      }
      rows.endRow(this.#page.place(row.from, row.to));
    }
    const block = rows.table(place, false);
    if (block) this.blocks.push(block);
  }

  /** A cell's lines, marks of lists left out. */
  #cellContent({ lines }: MediawikiCell): Inline {
    const spans: Span[] = [];
    for (const line of lines) {
      if (BLANK.test(this.#page.masked.slice(line.from, line.to))) continue;
      const prefix = /^[*#:;]+\s+/.exec(this.#page.masked.slice(line.from, line.to))?.[0].length ?? 0;
      if (spans.length > 0) spans.push({ type: "break", text: HARD_BREAK, place: this.#page.place(line.from, line.from) });
      for (const span of mediawikiSpans(this.#page, { from: line.from + prefix, to: line.to })) spans.push(span);
    }
    return inlineFrom(spans, this.#page.place(lines[0]?.from ?? 0, lines.at(-1)?.to ?? 0));
  }

  /** Where an HTML table or list that starts in a line ends; null where wikitext stands in it, which HTML's rules would miss. */
  #endOfHtml(line: MediawikiLine, text: string): number | null {
    if (line.from < this.#wikiHtmlTo) return null;
    const { masked } = this.#page;
    const tag = new RegExp(`<(/?)(?:${HTML_BLOCK.exec(text)?.[1] ?? "table"})(?=[\\s>])`, "gi");
    tag.lastIndex = line.from;
    let depth = 0;
    let to = masked.length;
    for (let match = tag.exec(masked); match; match = tag.exec(masked)) {
      depth += match[1] === "/" ? -1 : 1;
      if (depth > 0) continue;
      to = masked.indexOf(">", match.index) + 1 || masked.length;
      break;
    }
    if (!/\[\[|\[https?:|''/.test(masked.slice(line.from, to))) return to;
    this.#wikiHtmlTo = to;
    return null;
  }

  #readHtml(lines: MediawikiLine[], at: number, to: number): number {
    const from = lines[at]?.from ?? 0;
    const html = htmlBlocks(this.#page.text.slice(from, to), from, this.#page.lines);
    for (const block of html.blocks) this.blocks.push(block);
    for (const anchor of html.anchors) this.#page.anchors.add(anchor);
    let end = at;
    while (end < lines.length && (lines[end]?.to ?? 0) <= to) end++;
    const rest = lines[end];
    if (rest && rest.from < to) lines[end] = { from: to, to: rest.to };
    return end;
  }
}

/** A line end of a paragraph is mere wrapping. */
function asSoft(span: Span): Span {
  return span.type === "break" && span.place.line < span.place.end.line ? { ...span, text: SOFT_BREAK } : span;
}
