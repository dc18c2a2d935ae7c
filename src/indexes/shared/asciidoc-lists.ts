/** AsciiDoc's lists: nested by their markers, with blocks attached by `+`. Source: Asciidoctor 2.0.18, parser.rb (`parse_list_item`, `read_lines_for_list_item`). */
import { noAttributes } from "./asciidoc-block-attributes.ts";
import type { AsciidocBlockReader, AsciidocReader, AsciidocScope } from "./asciidoc-reader.ts";
import { type AsciidocMarker, delimiterOf, isAttributeLine, isCommentLine, markerOf } from "./asciidoc-syntax.ts";
import { type SourceLine, sliceLine, trimLine } from "./passage.ts";

interface ListAround {
  readonly scope: AsciidocScope;
  readonly reader: AsciidocReader;
  readonly readBlock: AsciidocBlockReader;
}

interface OpenItem {
  readonly from: SourceLine;
  readonly marker: AsciidocMarker;
  readonly lines: SourceLine[];
  /** A term whose description is still to come. */
  isTermOnly: boolean;
}

/** Reads the list that starts at an index, lists in it included; gives the index behind it. */
export function readList(lines: readonly SourceLine[], start: number, around: ListAround): number {
  const list = new OpenList(lines, start, around);
  let at: number | null = start;
  let end = start;
  while (at !== null && at < lines.length) {
    end = at;
    at = list.read(at);
  }
  list.closeItem();
  return at ?? end;
}

class OpenList {
  readonly #lines: readonly SourceLine[];
  readonly #reader: AsciidocReader;
  readonly #scope: AsciidocScope;
  readonly #readBlock: AsciidocBlockReader;
  readonly #id: string;
  readonly #depth: number;
  /** Markers of the lists that are open, outermost first. */
  readonly #keys: string[] = [];
  #item: OpenItem | null = null;
  #isAfterBlank = false;

  constructor(lines: readonly SourceLine[], start: number, { scope, reader, readBlock }: ListAround) {
    const { line, column } = reader.source.lines.position(lines[start]?.offset ?? 0);
    this.#lines = lines;
    this.#readBlock = readBlock;
    this.#reader = reader;
    this.#scope = scope;
    this.#id = scope.list?.id ?? `list-${line}-${column}`;
    this.#depth = scope.list ? scope.list.depth + 1 : 0;
  }

  /** Reads what starts at a line; gives the index behind it, null where the list ends before the line. */
  read(at: number): number | null {
    const line = this.#lines[at];
    const text = line?.text.trimEnd() ?? "";
    if (!line || text === "") {
      this.#isAfterBlank = true;
      return at + 1;
    }
    const marker = markerOf(text);
    if (marker) return this.#open(at, line, marker);
    if (text === "+") return this.#attach(at + 1);
    return this.#isAfterBlank ? this.#readApart(at, line, text) : this.#readAdjacent(at, line, text);
  }

  closeItem(): void {
    const item = this.#item;
    this.#item = null;
    const last = item?.lines.at(-1);
    if (!item || !last) return;
    const { ordinal } = item.marker;
    this.#reader.blocks.push({
      type: "item",
      content: this.#reader.inline(item.lines),
      depth: this.#depth + this.#keys.length - 1,
      list: this.#id,
      ...(ordinal === undefined ? {} : { ordinal }),
      place: this.#reader.place(item.from, last),
    });
  }

  #open(at: number, line: SourceLine, marker: AsciidocMarker): number {
    this.closeItem();
    this.#isAfterBlank = false;
    const known = this.#keys.indexOf(marker.key);
    if (known >= 0) this.#keys.length = known + 1;
    else this.#keys.push(marker.key);
    const text = trimLine(sliceLine(line, marker.textFrom));
    const { term } = marker;
    // One colon of a term's mark is kept: it parts the term from what is said of it.
    const parts = term ? [sliceLine(line, term.from, marker.key.startsWith(":") ? term.to + 1 : term.to)] : [];
    const isTermOnly = term !== undefined && text.text === "";
    this.#item = { from: line, marker, lines: isTermOnly ? parts : [...parts, text], isTermOnly };
    return at + 1;
  }

  /** The block behind `+`. */
  #attach(at: number): number {
    this.closeItem();
    this.#isAfterBlank = false;
    if (at >= this.#lines.length || markerOf(this.#lines[at]?.text.trimEnd() ?? "")) return at;
    const list = { id: this.#id, depth: this.#depth + Math.max(0, this.#keys.length - 1) };
    const scope = { ...this.#scope, list, nesting: this.#scope.nesting + 1, allowsSections: false, isItem: true };
    const end = this.#readBlock(this.#lines, at, { scope, reader: this.#reader });
    this.#isAfterBlank = this.#lines[end - 1]?.text.trim() === "";
    return end;
  }

  /** A line below a blank one: text of a term that has none yet, an indented literal block, a list behind block attributes; else the list has ended. */
  #readApart(at: number, line: SourceLine, text: string): number | null {
    if (this.#item?.isTermOnly && !isAttributeLine(text) && !isCommentLine(text) && delimiterOf(text) === null) {
      return this.#continue(at, line);
    }
    if (/^[ \t]/.test(text)) return this.#attach(at);
    if (!isAttributeLine(text)) return null;
    let next = at + 1;
    while (next < this.#lines.length && isAttributeLine(this.#lines[next]?.text.trimEnd() ?? "")) next++;
    const marker = markerOf(this.#lines[next]?.text.trimEnd() ?? "");
    if (!marker) return null;
    for (const attributes of this.#lines.slice(at, next)) this.#reader.readAttributes(attributes, noAttributes());
    return next;
  }

  #readAdjacent(at: number, line: SourceLine, text: string): number | null {
    if (isCommentLine(text)) return at + 1;
    if (delimiterOf(text) !== null) return null;
    if (isAttributeLine(text)) {
      this.#reader.readAttributes(line, noAttributes());
      return at + 1;
    }
    const end = text.startsWith(":") ? this.#reader.attributes.read(this.#lines, at) : null;
    if (end !== null) return end;
    return this.#item ? this.#continue(at, line) : this.#attach(at);
  }

  #continue(at: number, line: SourceLine): number {
    if (this.#item) {
      this.#item.lines.push(trimLine(line));
      this.#item.isTermOnly = false;
    }
    this.#isAfterBlank = false;
    return at + 1;
  }
}
