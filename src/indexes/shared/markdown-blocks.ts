/**
 * Markdown to blocks. @lezer/markdown finds the blocks, with exact offsets; definitions and inline text are read here and in
 * `markdown-tokens.ts`, because lezer knows no definitions (`[a [b] c](d.md)` is a link unless `b` is defined) and takes quadratic time
 * for hostile inline text.
 */
import type { SyntaxNode, Tree } from "@lezer/common";
import type { BlockParser } from "@lezer/markdown";
import { LineMap } from "../../util/line-map.ts";
import { slugsOf } from "../../util/slug.ts";
import type { Block, Inline } from "./blocks.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { withoutWrapping } from "./inline-content.ts";
import { type InlineContext, inlineOf } from "./markdown-inline.ts";
import { type Range, readDefinitions } from "./markdown-links.ts";
import { blankedMarkdown, withBareDelimiterRows, withoutQuoteMarks } from "./markdown-text.ts";
import { wordsOfInline } from "./references.ts";

export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  /** Heading slugs as code hosts make them, and explicit ids. */
  readonly anchors: readonly string[];
}

interface Walk {
  readonly context: InlineContext;
  readonly blocks: Block[];
  /** Words of all headings, for their anchors. */
  readonly headings: string[];
  /** Number of characters of definitions that a paragraph or heading starts with, by its offset. */
  readonly definedLengths: ReadonlyMap<number, number>;
}

/** How deep in lists and quotes together, and in quotes alone. */
interface Level {
  readonly depth: number;
  readonly quotes: number;
}

interface List {
  readonly depth: number;
  readonly id: string;
}

/** Parsers of lezer that are not used: all inline ones, and definitions. */
const REMOVED = [
  ...["Escape", "Entity", "InlineCode", "HTMLTag", "Emphasis", "HardBreak", "Link", "Image", "LinkEnd"],
  ...["Strikethrough", "Autolink", "LinkReference"],
];
/** Lists and quotes deeper than this are passed over: nobody writes them, and recursion stays shallow. */
const MAX_DEPTH = 60;

/** Reads Markdown into blocks in the order of the text. Never throws; linear in the text. */
export async function parseMarkdownBlocks(source: string): Promise<MarkdownBlocks> {
  const { parser, GFM } = await import("@lezer/markdown");
  const text = blankedMarkdown(source);
  const blockParser = parser.configure(GFM).configure({ remove: REMOVED, parseBlock: [numberBehindItem(text)] });
  const tree = blockParser.parse(withBareDelimiterRows(text));
  const { definitions, definedLengths } = text.includes("]:") ? readAllDefinitions(tree, text) : NO_DEFINITIONS;
  const walk: Walk = { context: { text, lines: new LineMap(source), definitions }, blocks: [], headings: [], definedLengths };
  walkSiblings(tree.topNode.firstChild, walk, { depth: 0, quotes: 0 });
  return { blocks: walk.blocks, anchors: anchorsOf(walk.headings, text) };
}

/**
 * A numbered item that stands less deep than the bullet before it starts a list, whatever its number (CommonMark section 5.3: only a paragraph
 * of the same container is not interrupted); lezer 1.8 takes it for a wrapped line of the bullet: `1. a`, `  - b`, `2. c`.
 */
function numberBehindItem(text: string): BlockParser {
  return {
    name: "NumberBehindItem",
    endLeaf: (context, line, leaf) =>
      context.parentType().name === "ListItem" &&
      /^\d{1,9}[.)](?:\s|$)/.test(line.text.slice(line.pos, line.pos + 12)) &&
      line.indent < leaf.start - text.lastIndexOf("\n", leaf.start - 1) - 1,
  };
}

interface AllDefinitions {
  readonly definitions: ReadonlyMap<string, Range>;
  readonly definedLengths: ReadonlyMap<number, number>;
}

const NO_DEFINITIONS: AllDefinitions = { definitions: new Map(), definedLengths: new Map() };

/** Definitions count wherever they stand; of two with one label the first counts (CommonMark section 4.7). */
function readAllDefinitions(tree: Tree, text: string): AllDefinitions {
  const definitions = new Map<string, Range>();
  const definedLengths = new Map<number, number>();
  let quotes = 0;
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name === "Blockquote") quotes++;
      if ((name !== "Paragraph" && !name.startsWith("Setext")) || text[from] !== "[") return;
      const found = readDefinitions(withoutQuoteMarks(text.slice(from, to), quotes));
      for (const { key, target } of found) {
        if (!definitions.has(key)) definitions.set(key, { from: from + target.from, to: from + target.to });
      }
      definedLengths.set(from, found.at(-1)?.end ?? 0);
    },
    leave: ({ name }) => {
      if (name === "Blockquote") quotes--;
    },
  });
  return { definitions, definedLengths };
}

function anchorsOf(headings: readonly string[], text: string): string[] {
  const explicit = [...text.matchAll(/\b(?:id|name)\s*=\s*["']([^"'\s]{1,200})["']|\{#([\w:.-]{1,200})\}/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  return [...slugsOf(headings), ...explicit];
}

function walkSiblings(first: SyntaxNode | null, walk: Walk, level: Level): void {
  if (level.depth > MAX_DEPTH) return;
  let node = first;
  while (node) {
    const last = node.name === "HTMLBlock" ? lastOfHtml(node) : node;
    if (node.name === "HTMLBlock") pushHtml({ from: node.from, to: last.to }, walk, level);
    else walkBlock(node, walk, level);
    node = last.nextSibling;
  }
}

function walkBlock(node: SyntaxNode, walk: Walk, level: Level): void {
  const { context, blocks } = walk;
  const place = context.lines.place(node.from, node.to);
  switch (node.name) {
    case "BulletList":
    case "OrderedList":
      walkList(node, walk, { list: { depth: 0, id: `list-${place.line}` }, level });
      return;
    case "Blockquote":
      walkSiblings(node.firstChild, walk, { depth: level.depth + 1, quotes: level.quotes + 1 });
      return;
    case "Table":
      blocks.push(tableBlock(node, context));
      return;
    case "FencedCode":
    case "CodeBlock":
      blocks.push(fenceBlock(node, context));
      return;
    case "Paragraph": {
      const content = contentOf(node, walk, level);
      if (content) blocks.push({ type: "paragraph", content: withoutWrapping(content), place });
      return;
    }
  }
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
  const content = heading ? contentOf(node, walk, level) : null;
  if (heading && content) blocks.push({ type: "heading", level: Number(heading[1]), content, place });
}

/** The inline text of a paragraph, task or heading; null where definitions are all of it. A heading's words are noted for the anchors. */
function contentOf(node: SyntaxNode, walk: Walk, level: Level): Inline | null {
  const isHeading = /Heading\d$/.test(node.name);
  const marks = isHeading ? node.getChildren("HeaderMark") : node.getChildren("TaskMarker");
  const isAtx = node.name.startsWith("ATX");
  const start = isHeading && !isAtx ? node.from : (marks[0]?.to ?? node.from);
  const end = isHeading && (!isAtx || marks.length > 1) ? (marks.at(-1)?.from ?? node.to) : node.to;
  const defined = walk.definedLengths.get(node.from) ?? 0;
  const from = start + defined;
  const text = withoutQuoteMarks(walk.context.text.slice(start, Math.max(start, end)), level.quotes).slice(defined);
  if (defined > 0 && text.trim() === "") return null;
  const content = inlineOf({ text, from }, walk.context);
  if (isHeading) walk.headings.push(wordsOfInline(content));
  return content;
}

function walkList(node: SyntaxNode, walk: Walk, { list, level }: { readonly list: List; readonly level: Level }): void {
  if (level.depth > MAX_DEPTH) return;
  for (let item = node.firstChild; item; item = item.nextSibling) {
    if (item.name === "ListItem") walkItem(item, walk, { list, level: { ...level, depth: level.depth + 1 } });
  }
}

function walkItem(item: SyntaxNode, walk: Walk, { list, level }: { readonly list: List; readonly level: Level }): void {
  const mark = item.getChild("ListMark");
  let child = mark?.nextSibling ?? null;
  if (child && /^(?:Paragraph|Task|(?:ATX|Setext)Heading\d)$/.test(child.name)) {
    const content = contentOf(child, walk, level);
    const ordinal = mark ? /^\d+/.exec(walk.context.text.slice(mark.from, mark.to))?.[0] : undefined;
    const place = walk.context.lines.place(item.from, child.to);
    const block = { type: "item", depth: list.depth, list: list.id, place, ...(ordinal === undefined ? {} : { ordinal }) } as const;
    if (content) walk.blocks.push({ ...block, content });
    child = child.nextSibling;
  }
  for (; child; child = child.nextSibling) {
    const isList = child.name === "BulletList" || child.name === "OrderedList";
    if (isList) walkList(child, walk, { list: { depth: list.depth + 1, id: list.id }, level });
    else if (child.name === "HTMLBlock") pushHtml(child, walk, level);
    else walkBlock(child, walk, level);
  }
}

function tableBlock(node: SyntaxNode, context: InlineContext): Block {
  const header = node.getChild("TableHeader");
  const place = context.lines.place(node.from, node.to);
  return {
    type: "table",
    id: `table-${place.line}`,
    header: header ? rowCells(header, context) : [],
    rows: node.getChildren("TableRow").map((row) => ({ cells: rowCells(row, context), place: context.lines.place(row.from, row.to) })),
    place,
  };
}

/** Cells are cut at the delimiters, because lezer gives no node for an empty cell. */
function rowCells(row: SyntaxNode, context: InlineContext): Inline[] {
  const cells: Inline[] = [];
  let from = row.from;
  let cell: Range | null = null;
  const close = (to: number) => {
    const range = cell ?? { from, to };
    cells.push(inlineOf({ text: context.text.slice(range.from, range.to), from: range.from }, context));
    cell = null;
  };
  for (let child = row.firstChild; child; child = child.nextSibling) {
    if (child.name === "TableCell") cell = { from: child.from, to: child.to };
    if (child.name !== "TableDelimiter") continue;
    if (child.from > row.from) close(child.from);
    from = child.to;
  }
  if (cell || context.text.slice(from, row.to).trim() !== "") close(row.to);
  return cells;
}

/** The lines of a code block, from where its text starts in them: behind the marks of a quote and the indentation of a list. */
function fenceBlock(node: SyntaxNode, { text, lines }: InlineContext): Block {
  const info = node.getChild("CodeInfo");
  /** Where the code of each line starts; null for a line that ends before its code does. */
  const starts = new Map<number, number | null>();
  for (const { from, to } of node.getChildren("CodeText")) {
    const first = lines.position(from).line;
    const last = lines.position(to).line;
    if (text[from] !== "\n" || !starts.has(first)) starts.set(first, from);
    for (let line = first + 1; line <= last; line++) starts.set(line, lines.lineStart(line) < to ? lines.lineStart(line) : null);
  }
  const content = [...starts].map(([line, from]) => {
    const column = from === null ? 1 : lines.position(from).column;
    return {
      text:
        from === null
          ? ""
          : lines
              .line(line)
              .slice(column - 1)
              .trimEnd(),
      line,
      column,
    };
  });
  if (content.at(-1)?.text === "") content.pop();
  const language = info ? text.slice(info.from, info.to).trim().toLowerCase() : "";
  return { type: "fence", language, lines: content, place: lines.place(node.from, node.to) };
}

/** HTML that blank lines or comments part is one piece for the reader: a table goes on behind them. */
function lastOfHtml(node: SyntaxNode): SyntaxNode {
  let last = node;
  for (let next = node.nextSibling; next?.name === "HTMLBlock" || next?.name === "CommentBlock"; next = next.nextSibling) last = next;
  return last;
}

function pushHtml({ from, to }: Range, walk: Walk, level: Level): void {
  const source = withoutQuoteMarks(walk.context.text.slice(from, to), level.quotes);
  for (const block of htmlBlocks(source, from, walk.context.lines).blocks) {
    const isFilled = block.type === "table" || block.type === "fence" || block.content.spans.length > 0;
    if (isFilled) walk.blocks.push(block);
  }
}
