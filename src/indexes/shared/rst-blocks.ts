/**
 * RST to blocks. Method: docutils' reStructuredText Markup Specification, "Body Elements", and the states of its parser. Over 150 lines because
 * every body element is told from the others here.
 */
import type { ParsedIndex } from "../../types.ts";
import type { Block } from "./blocks.ts";
import { type SourceLine, sliceLine, sourceLines } from "./passage.ts";
import { readExplicit } from "./rst-explicit.ts";
import { dedentLine, indentedBlock, isBlankLine, isIndented } from "./rst-lines.ts";
import { normaliseName } from "./rst-names.ts";
import { RstReader } from "./rst-reader.ts";
import { isGridTop, isSimpleTop, type RstRow, type RstTable, readGridTable, readSimpleTable } from "./rst-tables.ts";

export interface RstBlocks {
  readonly blocks: Block[];
  readonly problems: ParsedIndex["problems"];
  /** Labels as written, and ids of headings as docutils makes them. */
  readonly anchors: string[];
}

/** Where a run of body elements stands. */
export interface RstScope {
  /** The list around it, whose items its lists are nested in. */
  readonly list: { readonly id: string; readonly depth: number } | null;
  /** Elements around it. */
  readonly nesting: number;
  readonly allowsTitles: boolean;
}

/** A list item whose own text is still to come. */
interface OpenItem {
  /** What stands before its first paragraph: a term, a field's name. */
  readonly prefix: readonly SourceLine[];
  readonly from: SourceLine;
  readonly list: { readonly id: string; readonly depth: number };
  readonly ordinal: string | undefined;
}

/** Elements nested deeper are read as plain paragraphs. */
const MAX_NESTING = 40;
const ADORNMENT = /^([!-/:-@[-`{-~])\1*\s*$/;
const BULLET = /^[-+*•‣⁃](?:\s+|$)/;
const ENUMERATOR = /^(?:\((?:\d{1,9}|#|[a-z]|[ivxlcdm]{1,9})\)|(?:\d{1,9}|#|[a-z]|[ivxlcdm]{1,9})[.)])(?:\s+|$)/i;
const OPTION =
  /^(?:-[a-zA-Z0-9]|--?[a-zA-Z][\w-]*|\/[A-Z])(?:[ =]?[\w<>-]+)?(?:, (?:-[a-zA-Z0-9]|--[a-zA-Z][\w-]*)(?:[ =]?[\w<>-]+)?){0,5}(?: {2,}|$)/;

/** Blocks of an RST text in their order. Never throws; linear in the text. */
export function rstBlocks(text: string): RstBlocks {
  const reader = new RstReader(text);
  readBody(sourceLines(text), { list: null, nesting: 0, allowsTitles: true }, reader);
  const missing = reader.finish();
  const headings = reader.blocks.flatMap((block) =>
    block.type === "heading" ? [block.content.spans.map((span) => span.text).join("")] : [],
  );
  for (const heading of headings) reader.names.internal.add(normaliseName(heading));
  const problems = missing
    .filter((reference) => !reader.hasInclude && !reader.names.internal.has(reference.name ?? ""))
    .map((reference) => ({ message: `The reference \`${reference.label}\`_ has no target in this file`, place: reference.place }));
  return { blocks: reader.blocks, problems, anchors: [...new Set([...reader.anchors, ...headings.map(idOf)])] };
}

/** docutils' id of a heading: lower-case, everything but letters and digits a hyphen. */
function idOf(heading: string): string {
  return heading
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
}

/** Reads the body elements of lines whose common indentation is removed. */
export function readBody(lines: readonly SourceLine[], scope: RstScope, reader: RstReader, item: OpenItem | null = null): void {
  let open = item;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line || isBlankLine(line)) {
      at++;
      continue;
    }
    const element = elementAt(lines, at, scope);
    if (element !== "explicit" && element !== "anonymous") reader.waiting.length = 0;
    if (open && element !== "text") pushItem(open, [], reader);
    at = READERS[element](lines, at, { scope, reader, item: open });
    open = null;
  }
  if (open) pushItem(open, [], reader);
}

/** What a cell of a table is to its scope: tables in tables in tables are read as text. */
const CELL_NESTING = 10;

type Element =
  | "title"
  | "overlined"
  | "transition"
  | "quote"
  | "bullet"
  | "enumerator"
  | "field"
  | "option"
  | "doctest"
  | "lines"
  | "grid"
  | "simple"
  | "explicit"
  | "anonymous"
  | "text";

interface Around {
  readonly scope: RstScope;
  readonly reader: RstReader;
  readonly item: OpenItem | null;
}

type Reader = (lines: readonly SourceLine[], at: number, around: Around) => number;

const READERS: Readonly<Record<Element, Reader>> = {
  title: readTitle,
  overlined: readTitle,
  transition: (_, at) => at + 1,
  quote: readQuote,
  bullet: readListItems,
  enumerator: readListItems,
  field: readListItems,
  option: readListItems,
  doctest: readDoctest,
  lines: readLineBlock,
  grid: (lines, at, around) => pushTable(readGridTable(lines, at), around),
  simple: (lines, at, around) => {
    const table = readSimpleTable(lines, at);
    return table ? pushTable(table, around) : readText(lines, at, around);
  },
  explicit: (lines, at, around) =>
    readExplicit(lines, at, { scope: around.scope, reader: around.reader, readBody, readCell: cellReader(around.scope, around.reader) }),
  anonymous: readAnonymous,
  text: readText,
};

/** What starts at a line that is not blank. */
function elementAt(lines: readonly SourceLine[], at: number, scope: RstScope): Element {
  const text = lines[at]?.text ?? "";
  if (scope.nesting > MAX_NESTING) return "text";
  if (isIndented(lines[at])) return "quote";
  const list = listElementAt(lines, at);
  if (list) return list;
  if (text.startsWith(">>>")) return "doctest";
  if (/^\|(?:\s|$)/.test(text)) return "lines";
  if (isGridTop(lines[at])) return "grid";
  if (isSimpleTop(lines[at])) return "simple";
  if (/^\.\.(?:\s|$)/.test(text)) return "explicit";
  if (/^__(?:\s|$)/.test(text)) return "anonymous";
  if (ADORNMENT.test(text)) {
    if (scope.allowsTitles && isOverlined(lines, at)) return "overlined";
    if (text.trimEnd().length >= 4 && isBlankLine(lines[at + 1])) return "transition";
  }
  return scope.allowsTitles && isUnderlined(text, lines[at + 1]) ? "title" : "text";
}

function listElementAt(lines: readonly SourceLine[], at: number): "bullet" | "enumerator" | "field" | "option" | null {
  const text = lines[at]?.text ?? "";
  if (BULLET.test(text)) return "bullet";
  if (ENUMERATOR.test(text) && isEnumerated(lines[at + 1])) return "enumerator";
  if (fieldNameLength(text) > 0) return "field";
  if (/^[-/]/.test(text) && OPTION.test(text) && !ADORNMENT.test(text)) return "option";
  return null;
}

/** The line after an enumerator's is blank, indented or another enumerator; else it is a paragraph that happens to start with one. */
function isEnumerated(next: SourceLine | undefined): boolean {
  return isBlankLine(next) || isIndented(next) || ENUMERATOR.test(next?.text ?? "");
}

/** Length of `:name:` at the start of a line; 0 where there is none. */
function fieldNameLength(text: string): number {
  if (!text.startsWith(":") || /^:[: ]/.test(text)) return 0;
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === ":" && text[at - 1] !== " " && /^(?:\s|$)/.test(text.slice(at + 1, at + 2))) return at + 1;
    else if (text[at] === ":" && text[at + 1] === "`") return 0;
  }
  return 0;
}

function isUnderlined(title: string, next: SourceLine | undefined): boolean {
  const underline = next?.text.trimEnd() ?? "";
  if (!ADORNMENT.test(underline)) return false;
  return underline.length >= Math.min(4, title.trim().length);
}

function isOverlined(lines: readonly SourceLine[], at: number): boolean {
  const over = lines[at]?.text.trimEnd() ?? "";
  const under = lines[at + 2]?.text.trimEnd() ?? "";
  const title = lines[at + 1];
  return !isBlankLine(title) && under === over && (over.length >= 4 || over.length >= (title?.text.trim().length ?? 0));
}

function readTitle(lines: readonly SourceLine[], at: number, { reader }: Around): number {
  const isOverline = isOverlined(lines, at) && ADORNMENT.test(lines[at]?.text ?? "");
  const title = lines[isOverline ? at + 1 : at];
  const under = lines[isOverline ? at + 2 : at + 1];
  const first = lines[at];
  if (title && under && first) {
    const adornment = under.text[0] ?? "";
    const start = title.text.length - title.text.trimStart().length;
    reader.pushTitle(sliceLine(title, start), isOverline ? adornment.repeat(2) : adornment, reader.place(first, under));
  }
  return at + (isOverline ? 3 : 2);
}

function readQuote(lines: readonly SourceLine[], at: number, { scope, reader }: Around): number {
  const block = indentedBlock(lines, at);
  readBody(block.lines, { ...scope, nesting: scope.nesting + 1, allowsTitles: false }, reader);
  return block.end;
}

/** Reads the items of a list as far as they are of one sort. */
function readListItems(lines: readonly SourceLine[], start: number, { scope, reader }: Around): number {
  const sort = listElementAt(lines, start);
  const first = lines[start];
  const position = reader.source.lines.position(first?.offset ?? 0);
  const id = scope.list?.id ?? `list-${position.line}-${position.column}`;
  const list = { id, depth: scope.list ? scope.list.depth + 1 : 0 };
  const inner: RstScope = { list, nesting: scope.nesting + 1, allowsTitles: false };
  let at = start;
  while (at < lines.length) {
    if (isBlankLine(lines[at])) at++;
    else if (
      listElementAt(lines, at) === sort &&
      !(sort === "bullet" && ADORNMENT.test(lines[at]?.text ?? "") && isTransition(lines, at))
    ) {
      at = sort === "field" || sort === "option" ? readField(lines, at, { inner, reader, sort }) : readItem(lines, at, { inner, reader });
    } else break;
  }
  return at;
}

function isTransition(lines: readonly SourceLine[], at: number): boolean {
  return (lines[at]?.text.trimEnd().length ?? 0) >= 4;
}

interface ItemAround {
  readonly inner: RstScope;
  readonly reader: RstReader;
}

function readItem(lines: readonly SourceLine[], at: number, { inner, reader }: ItemAround): number {
  const line = lines[at];
  if (!line || !inner.list) return at + 1;
  const marker = /^\S+\s*/.exec(line.text)?.[0] ?? "";
  const first = sliceLine(line, marker.length);
  const rest = indentedBlock(lines, at + 1, first.text === "" ? 1 : marker.length);
  const ordinal = /^\(?(\d+)[.)]/.exec(marker)?.[1];
  readBody([first, ...rest.lines], inner, reader, { prefix: [], from: line, list: inner.list, ordinal });
  return rest.end;
}

/** A field reads as `name: value`; its name's closing colon parts the two. An option reads as it stands. */
function readField(
  lines: readonly SourceLine[],
  at: number,
  { inner, reader, sort }: ItemAround & { readonly sort: "field" | "option" },
): number {
  const line = lines[at];
  if (!line || !inner.list) return at + 1;
  const rest = indentedBlock(lines, at + 1);
  const first = sort === "field" ? sliceLine(line, 1) : line;
  const isNameOnly = sort === "field" && sliceLine(line, fieldNameLength(line.text)).text.trim() === "";
  const item = { from: line, list: inner.list, ordinal: undefined };
  if (isNameOnly && listElementAt(rest.lines, 0)) readBody(rest.lines, inner, reader, { ...item, prefix: [first] });
  else readTextItem([first, ...rest.lines], { ...item, prefix: [] }, { scope: inner, reader });
  return rest.end;
}

/** Lines whose first paragraph is an item's own text whatever it looks like, and what follows it. */
function readTextItem(lines: readonly SourceLine[], item: OpenItem, { scope, reader }: Omit<Around, "item">): void {
  let end = 0;
  while (end < lines.length && !isBlankLine(lines[end])) end++;
  pushItem(item, lines.slice(0, end), reader);
  readBody(lines.slice(end), scope, reader);
}

function pushItem(item: OpenItem, own: readonly SourceLine[], reader: RstReader): void {
  const lines = [...item.prefix, ...own];
  const last = lines.at(-1);
  if (!last || lines.every(isBlankLine)) return;
  reader.blocks.push({
    type: "item",
    content: reader.inline(lines),
    depth: item.list.depth,
    list: item.list.id,
    ...(item.ordinal === undefined ? {} : { ordinal: item.ordinal }),
    place: reader.place(item.from, last),
  });
}

function readDoctest(lines: readonly SourceLine[], at: number, { reader }: Around): number {
  let end = at;
  while (end < lines.length && !isBlankLine(lines[end])) end++;
  reader.pushFence(lines.slice(at, end), "pycon");
  return end;
}

function readLineBlock(lines: readonly SourceLine[], at: number, { reader }: Around): number {
  const inner: SourceLine[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line || !(/^\|(?:\s|$)/.test(line.text) || (inner.length > 0 && isIndented(line)))) break;
    inner.push(line.text.startsWith("|") ? dedentLine(sliceLine(line, 1), 200) : dedentLine(line, 200));
  }
  const from = lines[at];
  const to = lines[end - 1];
  if (from && to) reader.blocks.push({ type: "paragraph", content: reader.inline(inner, { isHard: true }), place: reader.place(from, to) });
  return end;
}

function pushTable(table: RstTable, { scope, reader }: Around): number {
  const first = table.header ?? table.rows[0];
  const last = table.rows.at(-1) ?? table.header;
  if (!first || !last) return table.end;
  const place = reader.place(first.from, last.to);
  const inner = cellReader(scope, reader);
  const row = ({ cells, from, to }: RstRow) => ({
    cells: cells.map((cell) => reader.cell(cell, from, inner)),
    place: reader.place(from, to),
  });
  const header = table.header ? row(table.header).cells : [];
  reader.blocks.push({ type: "table", id: `table-${place.line}-${place.column}`, header, rows: table.rows.map(row), place });
  return table.end;
}

/** Reads the body elements of a cell. */
function cellReader(scope: RstScope, reader: RstReader): (lines: readonly SourceLine[]) => void {
  const inner = { list: null, nesting: scope.nesting + CELL_NESTING, allowsTitles: false };
  return (lines) => readBody(lines, inner, reader);
}

function readAnonymous(lines: readonly SourceLine[], at: number, around: Around): number {
  return readExplicit(lines, at, {
    scope: around.scope,
    reader: around.reader,
    readBody,
    readCell: cellReader(around.scope, around.reader),
  });
}

/** A paragraph, a definition, and the literal block behind a paragraph that ends in `::`. */
function readText(lines: readonly SourceLine[], at: number, around: Around): number {
  const { scope, reader, item } = around;
  let end = at + 1;
  while (end < lines.length && !isBlankLine(lines[end]) && !isIndented(lines[end])) end++;
  const isLiteral = /::\s*$/.test(lines[end - 1]?.text ?? "");
  if (end === at + 1 && isIndented(lines[end]) && !isLiteral && scope.nesting <= MAX_NESTING) return readDefinition(lines, at, around);
  const own = withoutLiteralMark(lines.slice(at, end), isLiteral);
  if (item) pushItem(item, own, reader);
  else reader.pushParagraph(own);
  return isLiteral ? readLiteral(lines, end, reader) : end;
}

/** `::` alone is no text, after a blank it is left out, else it reads as one colon. */
function withoutLiteralMark(lines: readonly SourceLine[], isLiteral: boolean): SourceLine[] {
  const last = lines.at(-1);
  if (!isLiteral || !last) return [...lines];
  const text = last.text.trimEnd();
  const kept = /(?:^|\s)::$/.test(text) ? text.slice(0, -2).trimEnd() : text.slice(0, -1);
  return [...lines.slice(0, -1), ...(kept === "" ? [] : [sliceLine(last, 0, kept.length)])];
}

/** An indented literal block, or a quoted one, whose lines all start with one mark. */
function readLiteral(lines: readonly SourceLine[], at: number, reader: RstReader): number {
  let start = at;
  while (start < lines.length && isBlankLine(lines[start])) start++;
  if (isIndented(lines[start])) {
    const block = indentedBlock(lines, start);
    reader.pushFence(block.lines, "");
    return block.end;
  }
  const mark = /^[!-/:-@[-`{-~]/.exec(lines[start]?.text ?? "")?.[0];
  let end = start;
  while (mark !== undefined && lines[end]?.text.startsWith(mark)) end++;
  reader.pushFence(lines.slice(start, end), "");
  return end > start ? end : at;
}

/** A term with its definition is an item: the term and the definition's first paragraph are its text. */
function readDefinition(lines: readonly SourceLine[], at: number, { scope, reader, item }: Around): number {
  const term = lines[at];
  if (!term) return at + 1;
  const block = indentedBlock(lines, at + 1);
  const position = reader.source.lines.position(term.offset);
  const id = scope.list?.id ?? `list-${position.line}-${position.column}`;
  const list = item?.list ?? { id, depth: scope.list ? scope.list.depth + 1 : 0 };
  const inner: RstScope = { list, nesting: scope.nesting + 1, allowsTitles: false };
  const own: OpenItem = { prefix: [...(item?.prefix ?? []), term], from: item?.from ?? term, list, ordinal: item?.ordinal };
  readBody(block.lines, inner, reader, own);
  return block.end;
}
