/** Link destinations, titles, labels and definitions of Markdown (CommonMark 0.31, sections 4.7 and 6.3). Each is read once, in linear time. */

/** A part of a text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a link or a definition leads to; `target` is the destination as written, without angle brackets, `end` the offset behind it all. */
export interface LinkTail {
  readonly target: Range;
  readonly end: number;
}

/** The longest label of a link reference (section 4.7). */
const MAX_LABEL = 999;
/** Parentheses nested in a destination: the limit of cmark and micromark; the specification asks for three. */
const MAX_PARENTHESES = 32;

/** A link reference's label as labels are compared: case folded, blanks collapsed. */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
}

/** Reads `(destination "title")` whose `(` stands at an offset; an empty one has an empty range. Null where it is none. */
export function readLinkTail(text: string, at: number): LinkTail | null {
  const start = skipBlanks(text, at + 1);
  if (text[start] === ")") return { target: { from: start, to: start }, end: start + 1 };
  const destination = readDestination(text, start);
  if (!destination) return null;
  let end = skipBlanks(text, destination.end);
  if (text[end] !== ")" && end > destination.end) end = skipBlanks(text, titleEnd(text, end) ?? text.length);
  return text[end] === ")" ? { target: destination.target, end: end + 1 } : null;
}

/** Reads `[label]` whose `[` stands at an offset: its inside and the offset behind it. Null for a blank one, a long one, one with brackets. */
export function readLabel(text: string, at: number): { readonly label: string; readonly end: number } | null {
  const last = Math.min(text.length, at + MAX_LABEL + 2);
  for (let index = at + 1; index < last; index++) {
    const character = text[index];
    if (character === "[") return null;
    if (character === "\\") index++;
    else if (character === "]") {
      const label = text.slice(at + 1, index);
      return label.trim() === "" ? null : { label, end: index + 1 };
    }
  }
  return null;
}

/** A link reference definition: `[label]: destination "title"`. */
export interface Definition extends LinkTail {
  /** As `normaliseLabel` gives it. */
  readonly key: string;
}

/** The definitions that a paragraph starts with; its own text starts where the last one ends. A footnote (`[^1]: x`) is none. */
export function readDefinitions(text: string): Definition[] {
  const definitions: Definition[] = [];
  let at = skipBlanks(text, 0);
  while (text[at] === "[" && text[at + 1] !== "^") {
    const definition = readDefinition(text, at);
    if (!definition) break;
    definitions.push(definition);
    at = skipBlanks(text, definition.end);
  }
  return definitions;
}

function readDefinition(text: string, at: number): Definition | null {
  const label = readLabel(text, at);
  if (!label || text[label.end] !== ":") return null;
  const destination = readDestination(text, skipBlanks(text, label.end + 1));
  if (!destination) return null;
  const end = restOfLine(text, destination.end);
  const title = skipBlanks(text, destination.end);
  const afterTitle = title > destination.end ? titleEnd(text, title) : null;
  const endOfTitle = afterTitle === null ? null : restOfLine(text, afterTitle);
  const last = endOfTitle ?? end;
  return last === null ? null : { key: normaliseLabel(label.label), target: destination.target, end: last };
}

/** Offset of the end of the line where nothing but blanks is left of it. */
function restOfLine(text: string, from: number): number | null {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at++;
  return at >= text.length || text[at] === "\n" ? at : null;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\t") at++;
  return at;
}

function readDestination(text: string, from: number): LinkTail | null {
  return text[from] === "<" ? readAngleDestination(text, from) : readBareDestination(text, from);
}

function readAngleDestination(text: string, from: number): LinkTail | null {
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === ">") return { target: { from: from + 1, to: at }, end: at + 1 };
    if (character === "<" || character === "\n") return null;
    if (character === "\\") at++;
  }
  return null;
}

function readBareDestination(text: string, from: number): LinkTail | null {
  let depth = 0;
  let at = from;
  for (; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character <= " ") break;
    if (character === "(" && ++depth > MAX_PARENTHESES) return null;
    if (character === ")" && --depth < 0) break;
    if (character === "\\" && (text[at + 1] ?? " ") > " ") at++;
  }
  return at === from || depth > 0 ? null : { target: { from, to: at }, end: at };
}

/** Offset behind a title, which its quotes or parentheses close; null where it is none. */
function titleEnd(text: string, from: number): number | null {
  const open = text[from];
  if (open !== '"' && open !== "'" && open !== "(") return null;
  const close = open === "(" ? ")" : open;
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === close) return at + 1;
    if (character === "(" && open === "(") return null;
    if (character === "\\") at++;
  }
  return null;
}
