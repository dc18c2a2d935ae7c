/**
 * Markdown to blocks, by @lezer/markdown, whose tree holds exact offsets. What lezer leaves open is settled here: reference links are
 * resolved against their definitions, carriage returns and front matter are blanked so that offsets stay.
 */
import type { SyntaxNode } from "@lezer/common";
import { LineMap } from "../../util/line-map.ts";
import { slugsOf } from "../../util/slug.ts";
import type { Block, Inline, Span } from "./blocks.ts";
import { htmlReferences } from "./html-links.ts";
import { type InlineContext, inlineOf, normaliseLabel } from "./markdown-inline.ts";
import { wordsOfInline } from "./references.ts";

export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  /** Heading slugs as code hosts make them, and explicit ids. */
  readonly anchors: readonly string[];
}

interface Walk {
  readonly context: InlineContext;
  readonly blocks: Block[];
}

/** Reads Markdown into blocks in the order of the text. Never throws; linear in the text. */
export async function parseMarkdownBlocks(source: string): Promise<MarkdownBlocks> {
  const { parser, GFM } = await import("@lezer/markdown");
  const text = blankFrontMatter(source.replace(/\r/g, " ").replace(/^\uFEFF/, " "));
  const tree = parser.configure(GFM).parse(text);
  const context: InlineContext = { text, lines: new LineMap(text), definitions: new Map() };
  const walk: Walk = { context, blocks: [] };
  const headings: string[] = [];
  tree.iterate({
    enter: (node) => {
      if (node.name === "LinkReference") collectDefinition(node.node, context);
      if (/Heading\d$/.test(node.name)) headings.push(wordsOfInline(inlineOf(node.node, context)));
    },
  });
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) walkBlock(node, walk);
  return { blocks: walk.blocks, anchors: anchorsOf(headings, text) };
}

function blankFrontMatter(text: string): string {
  const match = /^ ?(---|\+\+\+)[ \t]*\n[\s\S]{0,65536}?\n\1[ \t]*(?:\n|$)/.exec(text);
  return match ? match[0].replace(/[^\n]/g, " ") + text.slice(match[0].length) : text;
}

function collectDefinition(node: SyntaxNode, context: InlineContext): void {
  const label = node.getChild("LinkLabel");
  const url = node.getChild("URL");
  if (!label || !url) return;
  const key = normaliseLabel(context.text.slice(label.from + 1, label.to - 1));
  if (!context.definitions.has(key)) context.definitions.set(key, { from: url.from, to: url.to });
}

function anchorsOf(headings: readonly string[], text: string): string[] {
  const explicit = [...text.matchAll(/\b(?:id|name)\s*=\s*["']([^"'\s]{1,200})["']|\{#([\w:.-]{1,200})\}/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  return [...slugsOf(headings), ...explicit];
}

/** Lists deeper than this are passed over: nobody writes them, and recursion stays shallow. */
const MAX_DEPTH = 60;

function walkBlock(node: SyntaxNode, walk: Walk): void {
  const { context, blocks } = walk;
  const place = () => context.lines.place(node.from, node.to);
  switch (node.name) {
    case "BulletList":
    case "OrderedList":
      walkList(node, walk, { depth: 0, id: `list-${context.lines.position(node.from).line}` });
      return;
    case "Blockquote":
      if (depthOf(node) < MAX_DEPTH) for (let child = node.firstChild; child; child = child.nextSibling) walkBlock(child, walk);
      return;
    case "Table":
      blocks.push(tableBlock(node, context));
      return;
    case "FencedCode":
    case "CodeBlock":
      blocks.push(fenceBlock(node, context));
      return;
    case "HTMLBlock":
      walkHtml(node, walk);
      return;
    case "Paragraph":
      blocks.push({ type: "paragraph", content: inlineOf(node, context), place: place() });
      return;
  }
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
  if (heading) blocks.push({ type: "heading", level: Number(heading[1]), content: inlineOf(node, context), place: place() });
}

function depthOf(node: SyntaxNode): number {
  let depth = 0;
  for (let at = node.parent; at && depth <= MAX_DEPTH; at = at.parent) depth++;
  return depth;
}

function walkList(node: SyntaxNode, walk: Walk, list: { readonly depth: number; readonly id: string }): void {
  if (depthOf(node) > MAX_DEPTH) return;
  for (let item = node.firstChild; item; item = item.nextSibling) {
    if (item.name === "ListItem") walkItem(item, walk, list);
  }
}

function walkItem(item: SyntaxNode, walk: Walk, list: { readonly depth: number; readonly id: string }): void {
  const { context, blocks } = walk;
  let hasOwnText = false;
  for (let child = item.firstChild; child; child = child.nextSibling) {
    if (child.name === "ListMark") continue;
    if (child.name === "BulletList" || child.name === "OrderedList") walkList(child, walk, { depth: list.depth + 1, id: list.id });
    else if (!hasOwnText && (child.name === "Paragraph" || child.name === "Task" || /Heading\d$/.test(child.name))) {
      hasOwnText = true;
      const mark = item.getChild("ListMark");
      const ordinal = mark ? /^\d+/.exec(context.text.slice(mark.from, mark.to))?.[0] : undefined;
      blocks.push({
        type: "item",
        content: inlineOf(child, context),
        depth: list.depth,
        list: list.id,
        ...(ordinal === undefined ? {} : { ordinal }),
        place: context.lines.place(item.from, child.to),
      });
    } else walkBlock(child, walk);
  }
}

/** Cells are cut at the delimiters, because lezer gives no node for an empty cell. */
function rowCells(row: SyntaxNode, context: InlineContext): Inline[] {
  const cells: Inline[] = [];
  let from = row.from;
  let cell: SyntaxNode | null = null;
  const close = (to: number) => {
    cells.push(cell ? inlineOf(cell, context) : { spans: [], place: context.lines.place(from, to) });
    cell = null;
  };
  for (let child = row.firstChild; child; child = child.nextSibling) {
    if (child.name === "TableCell") cell = child;
    if (child.name !== "TableDelimiter") continue;
    if (child.from > row.from) close(child.from);
    from = child.to;
  }
  if (cell || context.text.slice(from, row.to).trim() !== "") close(row.to);
  return cells;
}

function tableBlock(node: SyntaxNode, context: InlineContext): Block {
  const header = node.getChild("TableHeader");
  return {
    type: "table",
    id: `table-${context.lines.position(node.from).line}`,
    header: header ? rowCells(header, context) : [],
    rows: node.getChildren("TableRow").map((row) => ({ cells: rowCells(row, context), place: context.lines.place(row.from, row.to) })),
    place: context.lines.place(node.from, node.to),
  };
}

function fenceBlock(node: SyntaxNode, context: InlineContext): Block {
  const info = node.getChild("CodeInfo");
  const texts = node.getChildren("CodeText");
  const first = texts[0];
  const last = texts.at(-1);
  const lines: { text: string; line: number; column: number }[] = [];
  if (first && last) {
    const end = context.lines.position(last.to).line;
    for (let line = context.lines.position(first.from).line; line <= end; line++) {
      lines.push({ text: context.lines.line(line).trimEnd(), line, column: 1 });
    }
  }
  const language = info ? context.text.slice(info.from, info.to).trim().toLowerCase() : "";
  return { type: "fence", language, lines, place: context.lines.place(node.from, node.to) };
}

/** HTML inside Markdown: each link of a list, a table cell or a heading is an item of its own, others are running text. */
function walkHtml(node: SyntaxNode, walk: Walk): void {
  const { context, blocks } = walk;
  const source = context.text.slice(node.from, node.to);
  const spans: readonly Span[] = htmlReferences(source, node.from, context.lines);
  if (spans.length === 0) return;
  const place = context.lines.place(node.from, node.to);
  const isListing = /<(?:li|td|th|h[1-6]|dt)\b/i.test(source);
  const list = `html-${place.line}`;
  if (!isListing) blocks.push({ type: "paragraph", content: { spans, place }, place });
  else
    for (const span of spans)
      blocks.push({ type: "item", content: { spans: [span], place: span.place }, depth: 0, list, place: span.place });
}
