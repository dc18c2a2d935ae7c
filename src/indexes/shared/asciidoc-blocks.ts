/**
 * AsciiDoc to blocks. Source: Asciidoctor 2.0.18, parser.rb (`parse_document_header`, `next_section`, `next_block`). Over 150 lines because every
 * block is told from the others here.
 */

import { AsciidocAttributes } from "./asciidoc-attributes.ts";
import { type BlockAttributes, noAttributes } from "./asciidoc-block-attributes.ts";
import { readList } from "./asciidoc-lists.ts";
import { preprocessAsciidoc } from "./asciidoc-preprocess.ts";
import { AsciidocReader, type AsciidocScope } from "./asciidoc-reader.ts";
import {
  type AsciidocDelimiter,
  delimiterOf,
  headingOf,
  isAttributeLine,
  isCommentLine,
  markerOf,
  underlinedLevel,
} from "./asciidoc-syntax.ts";
import { readTable } from "./asciidoc-tables.ts";
import { AsciidocTargets } from "./asciidoc-targets.ts";
import type { Block, Span } from "./blocks.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { type SourceLine, sliceLine, sourceLines } from "./passage.ts";

export interface AsciidocBlocks {
  readonly blocks: Block[];
  /** Explicit ids, and ids of sections as Asciidoctor makes them. */
  readonly anchors: string[];
  /** Folder of an Antora module's pages, which a navigation file's references start from. */
  readonly baseFolder: string | null;
}

/** What stands above a block. */
interface Around {
  readonly scope: AsciidocScope;
  readonly reader: AsciidocReader;
  readonly attributes: BlockAttributes;
}

/** Blocks nested deeper are read as text. */
const MAX_NESTING = 30;
/** Styles whose text is shown as it is. */
const VERBATIM: ReadonlySet<string> = new Set(["listing", "literal", "source"]);
/** Styles whose text is no text: formulas and comments. */
const UNREAD: ReadonlySet<string> = new Set(["comment", "stem", "latexmath", "asciimath"]);

/** Blocks of an AsciiDoc text in their order; `path` tells whether it is Antora's. Never throws; near-linear in the text. */
export function asciidocBlocks(text: string, path: string): AsciidocBlocks {
  const targets = new AsciidocTargets(path, /^include::/m.test(text));
  const reader = new AsciidocReader(text, targets);
  const { lines, includes } = preprocessAsciidoc(sourceLines(text), {
    source: reader.source,
    attributes: new AsciidocAttributes(),
    includeTarget: (target) => targets.include(target),
  });
  const body = readHeader(lines, reader);
  readBlocks(lines.slice(body), { list: null, nesting: 0, allowsSections: true, isItem: false }, reader);
  return { blocks: withIncludes(reader.blocks, includes), anchors: [...reader.anchors], baseFolder: targets.baseFolder };
}

/** Include directives between the blocks, by their lines. */
function withIncludes(blocks: readonly Block[], includes: readonly Span[]): Block[] {
  const merged: Block[] = [];
  let at = 0;
  for (const block of blocks) {
    for (let span = includes[at]; span && span.place.line < block.place.line; span = includes[++at]) merged.push(includeBlock(span));
    merged.push(block);
  }
  return [...merged, ...includes.slice(at).map(includeBlock)];
}

function includeBlock(span: Span): Block {
  return { type: "paragraph", content: { spans: [span], place: span.place }, place: span.place };
}

/** Reads the document's title, and below it the lines of author and revision, which are left out, and its attributes. Gives the index behind them. */
function readHeader(lines: readonly SourceLine[], reader: AsciidocReader): number {
  const attributes = noAttributes();
  let at = skipMetadata(lines, 0, { attributes, reader, isHeader: true });
  const line = lines[at];
  const text = line?.text.trimEnd() ?? "";
  const heading = headingOf(text);
  const isUnderlined = heading === null && underlinedLevel(text, lines[at + 1]?.text.trimEnd()) === 1;
  if (!line || !(isUnderlined || heading?.level === 1)) return 0;
  const title = heading ? sliceLine(line, heading.from, heading.to) : sliceLine(line, 0, text.length);
  const last = (isUnderlined ? lines[at + 1] : line) ?? line;
  reader.pushHeading(title, { level: 1, place: reader.place(line, last), id: attributes.id, hasId: false });
  at += isUnderlined ? 2 : 1;
  for (let details = 0; at < lines.length && lines[at]?.text.trim() !== ""; ) {
    const end = reader.attributes.read(lines, at);
    if (end === null && !isCommentLine(lines[at]?.text ?? "") && ++details > 2) break;
    at = end ?? at + 1;
  }
  return at;
}

/** Index of the first line that is no blank, comment, attribute entry, block attribute or block title; in a header nothing is written for them. */
function skipMetadata(
  lines: readonly SourceLine[],
  from: number,
  { attributes, reader, isHeader }: { readonly attributes: BlockAttributes; readonly reader: AsciidocReader; readonly isHeader: boolean },
): number {
  let at = from;
  for (let line = lines[at]; line; line = lines[at]) {
    const text = line.text.trimEnd();
    const end = text.startsWith(":") ? reader.attributes.read(lines, at) : null;
    if (end !== null) at = end;
    else if (text.trim() === "" || isCommentLine(text)) at++;
    else if (delimiterOf(text)?.kind === "comment") at = endOfBlock(lines, at, text) + 1;
    else if (isAttributeLine(text)) {
      reader.readAttributes(line, attributes);
      at++;
    } else if (!isHeader && /^\.\.?[^ \t.]/.test(text) && delimiterOf(text) === null) {
      reader.pushParagraph([sliceLine(line, 1)]);
      at++;
    } else break;
  }
  return at;
}

/** Reads lines as blocks. */
function readBlocks(lines: readonly SourceLine[], scope: AsciidocScope, reader: AsciidocReader): void {
  for (let at = 0; at < lines.length; ) at = readBlock(lines, at, { scope, reader });
}

/** Reads a block with what stands above it; gives the index behind it. */
function readBlock(lines: readonly SourceLine[], from: number, { scope, reader }: Omit<Around, "attributes">): number {
  const attributes = noAttributes();
  const at = skipMetadata(lines, from, { attributes, reader, isHeader: false });
  const line = lines[at];
  if (!line) return at;
  const around: Around = { scope, reader, attributes };
  const heading = readSection(lines, at, around);
  if (heading !== null) return heading;
  const text = line.text.trimEnd();
  const delimiter = scope.nesting < MAX_NESTING ? delimiterOf(text) : null;
  if (delimiter) return readDelimited(lines, at, { ...around, delimiter });
  if (/^(?:'{3,}|<{3,}|(?:\* ?){3}|(?:- ?){3}|toc::\[.*\])$/.test(text)) return at + 1;
  const media = /^(image|video|audio)::(?=\S)/.exec(text)?.[1];
  if (media !== undefined && text.endsWith("]")) {
    readMedia(line, media, around);
    return at + 1;
  }
  if (scope.nesting < MAX_NESTING && markerOf(text)) return readList(lines, at, { scope, reader, readBlock });
  return /^[ \t]/.test(text) && attributes.style !== "normal" ? readLiteral(lines, at, around) : readParagraph(lines, at, around);
}

function readSection(lines: readonly SourceLine[], at: number, { scope, reader, attributes }: Around): number | null {
  const isDiscrete = attributes.style === "discrete" || attributes.style === "float";
  const line = lines[at];
  if (!line || !(scope.allowsSections || isDiscrete)) return null;
  const text = line.text.trimEnd();
  const heading = headingOf(text);
  const under = lines[at + 1];
  const level = heading?.level ?? underlinedLevel(text, under?.text.trimEnd());
  if (level === null) return null;
  const title = heading ? sliceLine(line, heading.from, heading.to) : sliceLine(line, 0, text.length);
  const place = reader.place(line, heading ? line : (under ?? line));
  reader.pushHeading(title, { level, place, id: attributes.id, hasId: !reader.attributes.isUnset("sectids") });
  return heading ? at + 1 : at + 2;
}

/** Index of the line that ends a block which starts at an index; where there is none, behind the last line. */
function endOfBlock(lines: readonly SourceLine[], at: number, end: string): number {
  for (let index = at + 1; index < lines.length; index++) if (lines[index]?.text.trimEnd() === end) return index;
  return lines.length;
}

function readDelimited(
  lines: readonly SourceLine[],
  at: number,
  { scope, reader, attributes, delimiter }: Around & { readonly delimiter: AsciidocDelimiter },
): number {
  const end = endOfBlock(lines, at, delimiter.end);
  const inner = lines.slice(at + 1, end);
  const { style } = attributes;
  const isCompound = delimiter.kind === "compound";
  if (UNREAD.has(style) || delimiter.kind === "comment") return end + 1;
  if (delimiter.kind === "table")
    readTable(inner, { scope, reader, readBlock, attributes, delimiter: lines[at] ?? { text: "", offset: 0 } });
  else if (delimiter.kind === "pass" || (isCompound && style === "pass")) pushHtml(inner, reader);
  else if (!isCompound || VERBATIM.has(style)) reader.pushFence(inner, languageOf(attributes, delimiter));
  else if (style === "verse") reader.pushParagraph(inner, true);
  else readBlocks(inner, { ...scope, nesting: scope.nesting + 1, allowsSections: false, isItem: false }, reader);
  return end + 1;
}

/** The language of a listing: as its style names it (`[source,ruby]`, `[plantuml]`), or its fence. */
function languageOf({ style, language }: BlockAttributes, delimiter?: AsciidocDelimiter): string {
  const named = VERBATIM.has(style) || style === "" ? language : style;
  return (named || (delimiter?.language ?? "")).toLowerCase();
}

function pushHtml(lines: readonly SourceLine[], reader: AsciidocReader): void {
  const [from] = lines;
  const to = lines.at(-1);
  if (!from || !to) return;
  const html = htmlBlocks(reader.source.text.slice(from.offset, to.offset + to.text.length), from.offset, reader.source.lines);
  for (const block of html.blocks) reader.blocks.push(block);
  for (const anchor of html.anchors) reader.anchors.add(anchor);
}

/** `image::x.png[]` reads as the inline macro does; of sound and film only the file is read. */
function readMedia(line: SourceLine, name: string, { reader }: Around): void {
  if (name === "image") {
    reader.pushParagraph([line]);
    return;
  }
  const match = /^\w+::([^[]{1,1000})\[(.*)\]$/.exec(line.text.trimEnd());
  const written = match?.[1]?.trimEnd() ?? "";
  if (written === "" || /^(?:youtube|vimeo|wistia)\b/.test(match?.[2] ?? "")) return;
  const target = sliceLine(line, name.length + 2, name.length + 2 + written.length);
  const place = reader.place(line, line);
  const span: Span = { type: "image", text: "", place, target: reader.expanded(target), targetPlace: reader.place(target, target) };
  reader.blocks.push({ type: "paragraph", content: { spans: [span], place }, place });
}

function readLiteral(lines: readonly SourceLine[], at: number, { reader, attributes, scope }: Around): number {
  const end = endOfParagraph(lines, at, scope);
  const inner = lines.slice(at, end);
  reader.pushFence(inner, languageOf(attributes));
  return end;
}

/** Index behind the lines of a paragraph: a blank line, block attributes and a delimiter end it, within an item a marker and `+` too. */
function endOfParagraph(lines: readonly SourceLine[], at: number, scope: AsciidocScope): number {
  let end = at + 1;
  for (; end < lines.length; end++) {
    const text = lines[end]?.text.trimEnd() ?? "";
    if (text === "" || text.trim() === "" || isAttributeLine(text) || delimiterOf(text) !== null) break;
    if (scope.isItem && (text === "+" || markerOf(text))) break;
  }
  return end;
}

function readParagraph(lines: readonly SourceLine[], at: number, { scope, reader, attributes }: Around): number {
  const end = endOfParagraph(lines, at, scope);
  const inner = lines.slice(at, end).filter((line) => !isCommentLine(line.text));
  const { style } = attributes;
  if (UNREAD.has(style)) return end;
  if (style === "pass") pushHtml(inner, reader);
  else if (VERBATIM.has(style)) reader.pushFence(inner, languageOf(attributes));
  else if (inner[0]?.text.startsWith("> ") && scope.nesting < MAX_NESTING) {
    const quoted = inner.map((line) => sliceLine(line, /^> ?/.exec(line.text)?.[0].length ?? 0));
    readBlocks(quoted, { ...scope, nesting: scope.nesting + 1, allowsSections: false, isItem: false }, reader);
  } else {
    const isHard = style === "verse" || attributes.options.has("hardbreaks") || reader.attributes.get("hardbreaks-option") !== null;
    reader.pushParagraph(inner, isHard);
  }
  return end;
}
