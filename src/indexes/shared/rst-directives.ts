/** Directives of docutils and Sphinx that list, link or show files, and what becomes of the content of others. */
import type { Span } from "./blocks.ts";
import { delimitedRows } from "./delimited-rows.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { Passage, type SourceLine, sliceLine, trimLine } from "./passage.ts";
import type { RstAround } from "./rst-explicit.ts";
import { dedentLine, indentedBlock, isBlankLine } from "./rst-lines.ts";
import type { RstReader } from "./rst-reader.ts";
import { readToctree } from "./rst-toctree.ts";

export interface Directive {
  /** Lower-case. */
  readonly name: string;
  /** The argument's lines, trimmed; blank ones left out. */
  readonly head: readonly SourceLine[];
  /** Values of the options, by lower-case name, as lines. */
  readonly options: ReadonlyMap<string, readonly SourceLine[]>;
  readonly content: readonly SourceLine[];
  /** Lines between the name and the options where nothing follows the name in its line: content, unless the directive takes an argument. */
  readonly early: readonly SourceLine[];
  /** All lines that belong to it, from its name on. */
  readonly lines: readonly SourceLine[];
}

/** The directive of an explicit block's lines; null where it is none, but a comment. Linear in the lines. */
export function directiveOf(block: readonly SourceLine[]): Directive | null {
  const first = block[0];
  const match = /^([\p{L}\p{N}](?:[\p{L}\p{N}]|[-._+:](?=[\p{L}\p{N}])){0,80}) ?::(?:\s+|$)/u.exec(first?.text ?? "");
  if (!first || !match) return null;
  let blank = 1;
  while (blank < block.length && !isBlankLine(block[blank])) blank++;
  const lines = [sliceLine(first, match[0].length), ...block.slice(1, blank)];
  const optionsAt = lines.findIndex((line, index) => index > 0 && OPTION.test(line.text));
  const head = (optionsAt < 0 ? lines : lines.slice(0, optionsAt)).filter((line) => !isBlankLine(line));
  const options = optionsAt < 0 ? new Map<string, SourceLine[]>() : optionsOf(lines.slice(optionsAt));
  const early = isBlankLine(lines[0]) ? head : [];
  const name = (match[1] ?? "").toLowerCase();
  return { name, head: head.map(trimLine), early, options, content: block.slice(blank + 1), lines: block };
}

const OPTION = /^:([\w+.-]{1,60}):(?:\s+|$)/;

function optionsOf(lines: readonly SourceLine[]): Map<string, SourceLine[]> {
  const options = new Map<string, SourceLine[]>();
  let open: SourceLine[] = [];
  for (const line of lines) {
    const match = OPTION.exec(line.text);
    if (match) {
      open = [];
      options.set((match[1] ?? "").toLowerCase(), open);
    }
    const value = trimLine(match ? sliceLine(line, match[0].length) : line);
    if (value.text !== "") open.push(value);
  }
  return options;
}

/** Directives whose content is shown as it stands. */
const LITERAL = new Set(
  "code code-block sourcecode prompt console-block graphviz digraph graph uml plantuml mermaid doctest testcode testoutput ipython jupyter-execute command-output".split(
    " ",
  ),
);
/** Directives whose content is no text that a reader sees, or is made elsewhere. */
const SILENT = new Set(
  "index meta math contents sectnum section-numbering default-role title highlight currentmodule py:currentmodule autosummary automodule autoclass autofunction inheritance-diagram productionlist bibliography todolist tabularcolumns date unicode replace sectionauthor codeauthor target-notes tags cssclass testsetup testcleanup".split(
    " ",
  ),
);
/** Directives whose argument is the start of their text. */
const TEXT_ARGUMENT = new Set(
  "attention caution danger error hint important note tip warning seealso todo compound epigraph highlights pull-quote rubric centered topic sidebar admonition table versionadded versionchanged deprecated card grid-item-card dropdown tab-item".split(
    " ",
  ),
);

/** Reads a directive's blocks. */
export function readDirective(directive: Directive, around: RstAround): void {
  const { name } = directive;
  const { reader } = around;
  if (name === "toctree") readToctree(directive, reader);
  else if (name === "image" || name === "figure" || name === "thumbnail") readImage(directive, around);
  else if (name === "include" || name === "literalinclude") readInclude(directive, reader);
  else if (name === "raw") readRaw(directive, reader);
  else if (name === "list-table") readListTable(directive, around);
  else if (name === "csv-table") readCsvTable(directive, around);
  else if (name === "role") readRole(directive, reader);
  else if (name === "parsed-literal") readParsedLiteral(directive, reader);
  else if (LITERAL.has(name))
    reader.pushFence(
      [...directive.early, ...directive.content],
      directive.early.length > 0 ? "" : (directive.head[0]?.text.toLowerCase() ?? ""),
    );
  else if (!SILENT.has(name)) readOther(directive, around);
}

/** A literal block with inline markup: lines of text where it holds references, else a fence. */
function readParsedLiteral(directive: Directive, reader: RstReader): void {
  const lines = [...directive.early, ...directive.content];
  const [from] = lines;
  const to = lines.at(-1);
  if (!from || !to) return;
  if (!lines.some((line) => /[`_|]/.test(line.text))) reader.pushFence(lines, "");
  else reader.blocks.push({ type: "paragraph", content: reader.inline(lines, { isHard: true }), place: reader.place(from, to) });
}

function readOther(directive: Directive, { scope, reader, readBody }: RstAround): void {
  readCardLink(directive, reader);
  const hasMarkup = directive.head.some((line) => line.text.includes("`"));
  if (directive.early.length > 0) readBody(directive.early, { ...scope, nesting: scope.nesting + 1 }, reader);
  else if (TEXT_ARGUMENT.has(directive.name) || hasMarkup) reader.pushParagraph(directive.head);
  else if (/^(?:only|class|container|grid|hlist|tab-set)/.test(directive.name) && directive.head.length > 1) {
    readBody(directive.head.slice(1), { ...scope, nesting: scope.nesting + 1 }, reader);
  }
  readBody(directive.content, { ...scope, nesting: scope.nesting + 1 }, reader);
}

/** `:link: page` with `:link-type: doc` or `url` of cards and buttons (sphinx-design): a listed link whose label is the card's title. */
function readCardLink(directive: Directive, reader: RstReader): void {
  const [title] = directive.head;
  const type = (directive.options.get("link-type") ?? directive.options.get("ref-type"))?.[0]?.text.trim();
  const isButton = directive.name.startsWith("button-");
  const target = isButton ? title : directive.options.get("link")?.[0];
  if (!target || type === "ref" || (isButton && directive.name !== "button-link" && type !== "doc")) return;
  const label = isButton ? directive.content.map((line) => line.text.trim()).join(" ") : (title?.text ?? "");
  const span = reader.targetSpan("link", target, label === "" ? target.text : label);
  const { line, column } = span.place;
  reader.blocks.push({
    type: "item",
    content: { spans: [span], place: span.place },
    depth: 0,
    list: `list-${line}-${column}`,
    place: span.place,
  });
}

function readImage(directive: Directive, { scope, reader, readBody }: RstAround): void {
  const [target] = directive.head;
  const link = directive.options.get("target")?.[0];
  const spans: Span[] = [];
  const alternative =
    directive.options
      .get("alt")
      ?.map((line) => line.text)
      .join(" ") ?? "";
  if (link && !/_$/.test(link.text)) spans.push(reader.targetSpan("link", link, alternative === "" ? link.text : alternative));
  if (target) spans.push(reader.targetSpan("image", target, alternative));
  const [first] = directive.lines;
  if (first) reader.pushSpans(spans, target ? reader.place(target, target) : reader.place(first, first));
  readBody(directive.content, { ...scope, nesting: scope.nesting + 1, allowsTitles: false }, reader);
}

function readInclude(directive: Directive, reader: RstReader): void {
  const [target] = directive.head;
  reader.hasInclude = true;
  if (!target || /^<.*>$/.test(target.text)) return;
  const span = reader.targetSpan("image", target, "");
  reader.pushSpans([span], span.place);
}

function readRaw(directive: Directive, reader: RstReader): void {
  const file = directive.options.get("file")?.[0];
  if (file) reader.pushSpans([reader.targetSpan("image", file, "")], reader.place(file, file));
  if (!/\bhtml\b/i.test(directive.head[0]?.text ?? "")) return;
  const first = directive.content.find((line) => !isBlankLine(line));
  const last = directive.content.at(-1);
  if (!first || !last) return;
  const source = reader.source.text.slice(first.offset, last.offset + last.text.length);
  for (const block of htmlBlocks(source, first.offset, reader.source.lines).blocks) reader.blocks.push(block);
}

/** `.. role:: name(raw)` makes a role whose text is raw HTML when its format says so. */
function readRole(directive: Directive, reader: RstReader): void {
  const match = /^([\w-]+)\s*\(\s*raw\s*\)/.exec(directive.head[0]?.text ?? "");
  const format = directive.options.get("format")?.[0]?.text ?? "html";
  if (match?.[1] && /\bhtml\b/i.test(format)) reader.names.rawRoles.add(match[1].toLowerCase());
}

interface Row {
  readonly cells: readonly (readonly SourceLine[] | Passage)[];
  readonly from: SourceLine;
  readonly to: SourceLine;
}

function pushRows(
  rows: readonly Row[],
  headerRows: number,
  { directive, around }: { readonly directive: Directive; readonly around: RstAround },
): void {
  const { reader, readCell } = around;
  const [first] = directive.lines;
  const last = rows.at(-1);
  if (directive.head.length > 0) reader.pushParagraph(directive.head);
  if (!first || !last) return;
  const place = reader.place(first, last.to);
  const read = ({ cells, from, to }: Row) => ({
    cells: cells.map((cell) => (cell instanceof Passage ? reader.inlineOf(cell) : reader.cell(cell, from, readCell))),
    place: reader.place(from, to),
  });
  const all = rows.map(read);
  const header = headerRows > 0 ? (all[headerRows - 1]?.cells ?? []) : [];
  reader.blocks.push({ type: "table", id: `table-${place.line}-${place.column}`, header, rows: all.slice(headerRows), place });
}

function headerRowsOf(directive: Directive): number {
  const count = Number.parseInt(directive.options.get("header-rows")?.[0]?.text ?? "0", 10);
  return count > 0 && count < 100 ? count : 0;
}

/** A list of lists: the outer items are rows, the inner ones cells. */
function readListTable(directive: Directive, around: RstAround): void {
  const rows = itemsOf(directive.content).map((row) => {
    const cells = itemsOf(row.lines).map((cell) => cell.lines.map(trimLine));
    return { cells, from: row.from, to: row.lines.findLast((line) => !isBlankLine(line)) ?? row.from };
  });
  pushRows(rows, headerRowsOf(directive), { directive, around });
}

/** The items of a bullet list as blocks of lines. */
function itemsOf(lines: readonly SourceLine[]): { readonly lines: readonly SourceLine[]; readonly from: SourceLine }[] {
  const items: { lines: readonly SourceLine[]; from: SourceLine }[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const marker = /^[-+*•‣⁃](?:\s+|$)/.exec(line?.text ?? "")?.[0];
    if (!line || marker === undefined) {
      at++;
      continue;
    }
    const rest = indentedBlock(lines, at + 1);
    items.push({ lines: [sliceLine(line, marker.length), ...rest.lines.map((inner) => dedentLine(inner, 0))], from: line });
    at = rest.end;
  }
  return items;
}

const NAMED_DELIMITERS: Readonly<Record<string, string>> = { tab: "\t", space: " " };

function readCsvTable(directive: Directive, around: RstAround): void {
  const { reader } = around;
  const file = directive.options.get("file")?.[0];
  if (file) reader.pushSpans([reader.targetSpan("image", file, "")], reader.place(file, file));
  const named = directive.options.get("delim")?.[0]?.text ?? ",";
  const delimiter = NAMED_DELIMITERS[named] ?? named.slice(0, 1);
  const headerLines = directive.options.get("header") ?? [];
  const rows = [...delimitedRows(headerLines, delimiter), ...delimitedRows(directive.content, delimiter)].map((row) => ({
    ...row,
    cells: row.cells.map((cell) => new Passage(cell, reader.source)),
  }));
  pushRows(rows, headerLines.length > 0 ? 1 : headerRowsOf(directive), { directive, around });
}
