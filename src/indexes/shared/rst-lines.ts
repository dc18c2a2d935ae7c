/** Indentation of RST lines; a tab goes to the next multiple of eight columns, as in docutils. */
import { type SourceLine, sliceLine } from "./passage.ts";

export function isBlankLine(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === "";
}

/** Columns of blanks at the start of a line. */
export function indentOf(line: SourceLine): number {
  let columns = 0;
  for (const character of line.text) {
    if (character === "\t") columns += 8 - (columns % 8);
    else if (character === " " || character === "\f" || character === "\v") columns++;
    else break;
  }
  return columns;
}

/** Whether a line has text and starts with a blank. */
export function isIndented(line: SourceLine | undefined): boolean {
  return line !== undefined && /^[ \t\f\v]/.test(line.text) && line.text.trim() !== "";
}

/** A line without its first columns of blanks, at most as many as it has. */
export function dedentLine(line: SourceLine, columns: number): SourceLine {
  let at = 0;
  let done = 0;
  while (done < columns && /[ \t\f\v]/.test(line.text[at] ?? "")) {
    done += line.text[at] === "\t" ? 8 - (done % 8) : 1;
    at++;
  }
  return sliceLine(line, at);
}

export interface IndentedBlock {
  /** The lines without their common indentation, blank ones at the end left out. */
  readonly lines: readonly SourceLine[];
  /** Index of the first line behind the block, blank lines included in it. */
  readonly end: number;
}

/** The blank and indented lines from an index on; `minimum` is the least indentation that belongs to the block. */
export function indentedBlock(lines: readonly SourceLine[], from: number, minimum = 1): IndentedBlock {
  let end = from;
  let last = from;
  let common = Number.POSITIVE_INFINITY;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line || isBlankLine(line)) continue;
    const indent = indentOf(line);
    if (indent < minimum) break;
    common = Math.min(common, indent);
    last = end + 1;
  }
  const width = minimum > 1 ? minimum : Number.isFinite(common) ? common : 0;
  return { lines: lines.slice(from, last).map((line) => dedentLine(line, width)), end: last };
}
