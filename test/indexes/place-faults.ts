import type { Block, Inline, Span } from "../../src/indexes/shared/blocks.ts";
import type { Place } from "../../src/types.ts";

/** Every run of inline text of a list of blocks, table cells included. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    if (block.type === "fence") return [];
    if (block.type === "table") return [...block.header, ...block.rows.flatMap((row) => row.cells)];
    return [block.content];
  });
}

/** Every span of a list of blocks. */
export function spansOf(blocks: readonly Block[]): Span[] {
  return inlinesOf(blocks).flatMap((inline) => inline.spans);
}

/** Targets of all links, in order. */
export function targetsOf(blocks: readonly Block[]): string[] {
  return spansOf(blocks).flatMap((span) => (span.type === "link" ? [span.target ?? ""] : []));
}

/** Targets of all images and includes, in order. */
export function imagesOf(blocks: readonly Block[]): string[] {
  return spansOf(blocks).flatMap((span) => (span.type === "image" ? [span.target ?? ""] : []));
}

/** The words of a run, line ends as blanks. */
export function wordsOf(inline: Inline | undefined): string {
  return (inline?.spans ?? [])
    .map((span) => (span.type === "break" ? " " : span.text))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** The source at a place; null where the place is not inside the text. */
export function sourceAt(text: string, place: Place): string | null {
  const from = offsetOf(text, place.line, place.column);
  const to = offsetOf(text, place.end.line, place.end.column);
  return from === null || to === null || to < from ? null : text.slice(from, to);
}

let lineStarts: { readonly text: string; readonly starts: readonly number[] } = { text: "", starts: [0] };

function offsetOf(text: string, line: number, column: number): number | null {
  if (lineStarts.text !== text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    lineStarts = { text, starts };
  }
  const start = lineStarts.starts[line - 1];
  const next = lineStarts.starts[line] ?? text.length + 1;
  if (start === undefined || column < 1 || start + column - 1 >= next) return null;
  return start + column - 1;
}

/**
 * What is wrong with the places of blocks: a place outside the text, a text or code span that is not verbatim (a character reference may
 * stand for its character), a target place that does not hold the target as `isTarget` sees it, a fence line that is not verbatim.
 */
export function placeFaults(text: string, blocks: readonly Block[], isTarget: (source: string, target: string) => boolean): string[] {
  const faults: string[] = [];
  const check = (place: Place, name: string): string => {
    const source = sourceAt(text, place);
    if (source === null) faults.push(`${name} outside the text: ${JSON.stringify(place)}`);
    return source ?? "";
  };
  for (const block of blocks) {
    check(block.place, block.type);
    if (block.type === "table") for (const row of block.rows) check(row.place, "row");
    if (block.type !== "fence") continue;
    for (const line of block.lines) {
      const end = { line: line.line, column: line.column + line.text.length };
      if (check({ line: line.line, column: line.column, end }, "fence line") !== line.text) faults.push(`fence line: ${line.text}`);
    }
  }
  for (const inline of inlinesOf(blocks)) check(inline.place, "inline");
  for (const span of spansOf(blocks)) {
    const source = check(span.place, span.type);
    const isReference = /^&(?:#?\w{1,32});$/.test(source);
    if ((span.type === "text" || span.type === "code") && source !== span.text && !isReference) {
      faults.push(`${span.type} ${JSON.stringify(span.text)} stands for ${JSON.stringify(source)}`);
    }
    if (span.type !== "link" && span.type !== "image") continue;
    if (span.target === undefined || span.targetPlace === undefined) faults.push(`${span.type} without target: ${span.text}`);
    else if (!isTarget(check(span.targetPlace, "target"), span.target)) faults.push(`target ${span.target} stands elsewhere`);
  }
  return faults;
}
