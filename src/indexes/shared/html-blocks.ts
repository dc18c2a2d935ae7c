/**
 * HTML to blocks: headings, nested lists, tables, preformatted text, paragraphs. Over 150 lines because the end tags that authors leave out
 * make every element's start the end of others, which is one state machine.
 */
import type { Place } from "../../types.ts";
import type { LineMap } from "../../util/line-map.ts";
import type { Block, Inline, Span } from "./blocks.ts";
import { attributeOf, HtmlSpans, type OpenTag } from "./html-inline.ts";
import { type HtmlToken, scanHtml } from "./html-scan.ts";
import { HARD_BREAK, inlineFrom, withoutWrapping } from "./inline-content.ts";
import { TableRows } from "./table-rows.ts";

export interface HtmlBlocks {
  readonly blocks: Block[];
  /** Values of `id`, and of `name` of anchors. */
  readonly anchors: string[];
  /** `<base href>` as written, where there is one. */
  readonly base: string | null;
}

type Tag = Exclude<HtmlToken, { type: "text" }>;

interface List {
  readonly id: string;
  readonly depth: number;
}

/** What the text that is being read belongs to. */
interface Run {
  readonly kind: "paragraph" | "heading" | "item" | "term";
  readonly from: number;
  readonly level: number;
}

interface Cell {
  readonly from: number;
  readonly tag: OpenTag;
  readonly spans: Span[];
}

interface Table {
  readonly from: number;
  readonly rows: TableRows;
  /** Number of blocks before the table: those behind are its content as a flow, dropped unless it is a table for layout only. */
  readonly start: number;
  readonly lists: List[];
  cell: Cell | null;
  /** Where the open row starts; null between rows. */
  rowFrom: number | null;
  isLayout: boolean;
}

/** Tables nested deeper are read as a flow of text. */
const MAX_TABLES = 20;
const BOUNDARY =
  /^(?:p|div|section|article|aside|main|nav|header|footer|address|blockquote|figure|figcaption|details|summary|form|fieldset|legend|center|hr|body|html|head|noscript|option|select|button|caption|dialog|hgroup|search|title|main|menu|dir|ul|ol|dl|li|dt|dd|table|thead|tbody|tfoot|tr|td|th|pre|h[1-6])$/;
/** Elements that part the text of a list item without ending it. */
const PART_OF_ITEM = /^(?:div|section|article|header|footer|figure|figcaption|address|center|hgroup)$/;

/** Blocks of a piece of HTML that stands at an offset of the text that `lines` maps, in their order. Never throws; linear in the source. */
export function htmlBlocks(source: string, offset: number, lines: LineMap): HtmlBlocks {
  const writer = new HtmlBlockWriter(source, offset, lines);
  for (const token of scanHtml(source)) writer.read(token);
  return writer.finish();
}

class HtmlBlockWriter {
  readonly #source: string;
  readonly #offset: number;
  readonly #lines: LineMap;
  readonly #spans: HtmlSpans;
  readonly #blocks: Block[] = [];
  readonly #anchors: string[] = [];
  readonly #tables: Table[] = [];
  #base: string | null = null;
  #lists: List[] = [];
  #run: Run = { kind: "paragraph", from: 0, level: 0 };
  #pre: OpenTag | null = null;
  /** Set between a `<dd>` and its first text: the definition goes on with the term's item. */
  #isDefinitionOpen = false;

  constructor(source: string, offset: number, lines: LineMap) {
    this.#source = source;
    this.#offset = offset;
    this.#lines = lines;
    this.#spans = new HtmlSpans(source, (from, to) => lines.place(offset + from, offset + to));
  }

  read(token: HtmlToken): void {
    if (token.type === "open") this.#noteAttributes(token);
    if (token.type === "text" && this.#source.slice(token.from, token.to).trim() !== "") this.#isDefinitionOpen = false;
    const isBoundary = token.type !== "text" && BOUNDARY.test(token.name);
    const wasInLink = this.#spans.isInLink;
    if (!isBoundary || wasInLink || token.name === "pre") this.#spans.add(token);
    if (isBoundary && !(wasInLink && this.#spans.isInLink)) this.#boundary(token);
  }

  finish(): HtmlBlocks {
    while (this.#tables.length > 0) this.#endTable(this.#source.length);
    this.#flush(this.#source.length);
    return { blocks: this.#blocks, anchors: this.#anchors, base: this.#base };
  }

  #noteAttributes(tag: OpenTag): void {
    for (const attribute of tag.attributes) {
      const isAnchor = attribute.name === "id" || (attribute.name === "name" && tag.name === "a");
      if (isAnchor && attribute.to > attribute.from) this.#anchors.push(this.#source.slice(attribute.from, attribute.to));
    }
    const href = tag.name === "base" ? attributeOf(tag, "href") : undefined;
    if (href && this.#base === null) this.#base = this.#source.slice(href.from, href.to).trim();
  }

  #boundary(token: Tag): void {
    const { name } = token;
    if (name === "table") this.#table(token);
    else if (/^(?:tr|thead|tbody|tfoot)$/.test(name)) this.#row(token);
    else if (name === "td" || name === "th") this.#cell(token);
    else if (/^(?:ul|ol|menu|dir|dl)$/.test(name)) this.#list(token);
    else if (/^h[1-6]$/.test(name)) this.#heading(token);
    else if (/^(?:li|dt|dd)$/.test(name)) this.#item(token);
    else if (name === "pre") this.#preformatted(token);
    else if (PART_OF_ITEM.test(name) && (this.#run.kind === "item" || this.#run.kind === "term")) this.#part(token);
    else if (!this.#isDefinitionOpen) this.#flush(token.from, token.type === "close" ? token.to : token.from);
  }

  #part(token: HtmlToken): void {
    this.#spans.add({ type: "open", name: "br", from: token.from, to: token.to, attributes: [] });
  }

  #heading(token: Tag): void {
    this.#flush(token.from, token.type === "close" ? token.to : token.from);
    const table = this.#tables.at(-1);
    if (table?.cell?.tag.name === "td") table.isLayout = true;
    if (token.type === "open") this.#run = { kind: "heading", from: token.from, level: Number(token.name.slice(1)) };
  }

  #list(token: Tag): void {
    this.#flush(token.from);
    if (token.type === "close") this.#lists.pop();
    else this.#openList(token.from);
  }

  #openList(from: number): void {
    const { line, column } = this.#lines.position(this.#offset + from);
    const outer = this.#lists[0];
    this.#lists.push({ id: outer?.id ?? `list-${line}-${column}`, depth: this.#lists.length });
  }

  #item(token: Tag): void {
    const { name, from } = token;
    if (name === "dd" && token.type === "open" && this.#run.kind === "term" && !this.#isDefinitionOpen) {
      this.#part(token);
      this.#isDefinitionOpen = true;
      return;
    }
    if (name === "dt" && token.type === "close") return;
    this.#flush(from, token.type === "close" ? token.to : from);
    if (token.type === "close") return;
    if (this.#lists.length === 0) this.#openList(from);
    this.#run = { kind: name === "dt" ? "term" : "item", from, level: 0 };
  }

  #preformatted(token: Tag): void {
    if (token.type === "open") {
      this.#flush(token.from);
      this.#pre = token;
    } else if (this.#pre) {
      this.#endPre(this.#pre, token.from);
      this.#pre = null;
    }
  }

  /** Preformatted text with links in it (a server's listing of a folder) is lines of text; without, it is a fence. */
  #endPre(tag: OpenTag, to: number): void {
    const { spans } = this.#spans.take();
    const place = this.#place(tag.from, to);
    const cell = this.#tables.at(-1)?.cell;
    if (cell) this.#addToCell(cell, spans, to);
    if (spans.some((span) => span.type === "link")) this.#blocks.push({ type: "paragraph", content: inlineFrom(spans, place), place });
    else this.#blocks.push(fenceOf(this.#source.slice(tag.to, to), { offset: this.#offset + tag.to, lines: this.#lines, place }));
  }

  #table(token: Tag): void {
    this.#flush(token.from);
    if (token.type === "close") {
      this.#endTable(token.from, token.to);
      return;
    }
    for (const outer of this.#tables) outer.isLayout = true;
    if (this.#tables.length >= MAX_TABLES) return;
    const { from } = token;
    const start = this.#blocks.length;
    this.#tables.push({ from, rows: new TableRows(), start, lists: this.#lists, cell: null, rowFrom: null, isLayout: false });
    this.#lists = [];
  }

  #endTable(from: number, to = from): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#endRow(from);
    this.#tables.pop();
    this.#lists = table.lists;
    const block = table.rows.table(this.#place(table.from, to), false);
    if (table.isLayout || !block) return;
    this.#blocks.length = table.start;
    this.#blocks.push(block);
  }

  #row(token: Tag): void {
    const isRowEnd = token.type === "close" && token.name === "tr";
    this.#endRow(isRowEnd ? token.to : token.from, token.from);
    const table = this.#tables.at(-1);
    if (table && token.type === "open" && token.name === "tr") table.rowFrom = token.from;
  }

  #endRow(to: number, cellTo = to): void {
    this.#endCell(cellTo);
    const table = this.#tables.at(-1);
    if (!table) return;
    table.rows.endRow(this.#place(table.rowFrom ?? table.from, to));
    table.rowFrom = null;
  }

  #cell(token: Tag): void {
    this.#endCell(token.from);
    const table = this.#tables.at(-1);
    if (!table || token.type === "close") return;
    table.rowFrom ??= token.from;
    table.cell = { from: token.to, tag: token, spans: [] };
    this.#lists = [];
  }

  #endCell(at: number): void {
    this.#flush(at);
    const table = this.#tables.at(-1);
    const cell = table?.cell;
    if (!table || !cell) return;
    table.cell = null;
    const span = (name: string): number => {
      const attribute = attributeOf(cell.tag, name);
      return attribute ? Number.parseInt(this.#source.slice(attribute.from, attribute.to), 10) : 1;
    };
    table.rows.addCell(inlineFrom(cell.spans, this.#place(cell.from, Math.max(cell.from, at))), {
      isHeader: cell.tag.name === "th",
      columnSpan: span("colspan"),
      rowSpan: span("rowspan"),
    });
  }

  /** Ends the run of text that is open and makes it a block; `from` of the next run is behind the tag that ended it. */
  #flush(to: number, next = to): void {
    const { spans, from } = this.#spans.take();
    const run = this.#run;
    this.#isDefinitionOpen = false;
    const isEmpty = spans.every((span) => span.type === "break" || (span.type === "text" && span.text.trim() === ""));
    if (!isEmpty) {
      const start = run.kind === "paragraph" ? from : run.from;
      this.#push(run, inlineFrom(spans, this.#place(from, to)), this.#place(start, to));
      const cell = this.#tables.at(-1)?.cell;
      if (cell) this.#addToCell(cell, spans, to);
    }
    if (!isEmpty || run.kind === "heading") this.#run = { kind: "paragraph", from: next, level: 0 };
  }

  #addToCell(cell: Cell, spans: readonly Span[], to: number): void {
    if (cell.spans.length > 0) cell.spans.push({ type: "break", text: HARD_BREAK, place: this.#place(to, to) });
    for (const span of spans) cell.spans.push(span);
  }

  #push(run: Run, content: Inline, place: Place): void {
    const list = this.#lists.at(-1);
    if (run.kind === "heading") this.#blocks.push({ type: "heading", level: run.level, content, place });
    else if (run.kind !== "paragraph" && list) this.#blocks.push({ type: "item", content, depth: list.depth, list: list.id, place });
    else this.#blocks.push({ type: "paragraph", content: withoutWrapping(content), place });
  }

  /** The range without the blanks at its end. */
  #place(from: number, to: number): Place {
    let end = to;
    while (end > from && /\s/.test(this.#source[end - 1] ?? "")) end--;
    return this.#lines.place(this.#offset + from, this.#offset + end);
  }
}

/** The lines between `<pre>` and `</pre>`, without the tags that open and close them (`<code class="language-x">`). */
function fenceOf(source: string, at: { readonly offset: number; readonly lines: LineMap; readonly place: Place }): Block {
  const opening = /^(?:<[^<>]*>)*/.exec(source)?.[0] ?? "";
  const language = /\blanguage-([\w+#-]+)/i.exec(opening)?.[1] ?? "";
  const lines: { text: string; line: number; column: number }[] = [];
  let from = opening.length;
  for (const text of source.slice(from).split("\n")) {
    const { line, column } = at.lines.position(at.offset + from);
    lines.push({ text: withoutClosingTags(text), line, column });
    from += text.length + 1;
  }
  if (lines[0]?.text.trim() === "") lines.shift();
  if (lines.at(-1)?.text.trim() === "") lines.pop();
  return { type: "fence", language: language.toLowerCase(), lines, place: at.place };
}

function withoutClosingTags(line: string): string {
  let text = line.trimEnd();
  for (let open = text.lastIndexOf("</"); open >= 0 && /^<\/\w+>$/.test(text.slice(open)); open = text.lastIndexOf("</")) {
    text = text.slice(0, open).trimEnd();
  }
  return text;
}
