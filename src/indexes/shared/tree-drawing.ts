/** Tree drawings in code fences, as `tree` and people draw them: `├── name  ← comment`, `|-- name`, or by indentation alone. */
import type { Place } from "../../types.ts";
import { hasKnownExtension } from "../../util/path-shape.ts";
import type { Block } from "./blocks.ts";

export interface TreeLine {
  /** Path from the drawing's root, folders ending in `/`. */
  readonly path: string;
  readonly place: Place;
  readonly row: Place;
  readonly comment: string;
}

export interface TreeDrawing {
  /** The root as written (`docs/`, `.`, `/opt/x`), or null where the drawing starts with its contents. */
  readonly root: string | null;
  readonly lines: readonly TreeLine[];
}

type Fence = Extract<Block, { type: "fence" }>;

/** Drawing marks before a name: box drawing, `|--`, `+--`, `` `-- ``. */
const MARKS = /^[\s│┃║|├└┣┗╰╠╚─━═┬`+\\-]*(?:[├└┣┗╰╠╚]|[|`+\\]\s?-)[\s─━═┬-]*/;
const NAME =
  /^(?:[\p{L}\p{N}_.@~*[(][^\s←#,;:"'<>|]*(?: [^\s←#,;:"'<>|/]+)*?(?:\/|\.[A-Za-z0-9]{1,10})|[\p{L}\p{N}_.@~*][^\s←#,;:"'<>|]*)(?=\s|$|[←#,;:])/u;

interface Parsed {
  readonly indent: number;
  readonly name: string;
  readonly column: number;
  readonly comment: string;
  readonly isMarked: boolean;
}

/** Reads a fence as a tree drawing, or null where it is none. A drawing has two marked lines, or a folder with indented names only. */
export function treeDrawingOf(fence: Fence): TreeDrawing | null {
  if (fence.lines.length < 2 || fence.lines.length > 5_000) return null;
  const filled = fence.lines.filter((line) => line.text.trim() !== "" && !/^[\s│|]+$/.test(line.text));
  const parsed = filled.map((line) => parseLine(line.text));
  const marked = parsed.filter((line) => line?.isMarked).length;
  const isIndented = marked === 0 && isIndentedTree(fence.language, parsed);
  if (marked < 2 && !isIndented) return null;
  return assemble(filled, parsed);
}

function parseLine(text: string): Parsed | null {
  const marks = MARKS.exec(text)?.[0] ?? "";
  const indent = marks === "" ? text.length - text.trimStart().length : marks.length;
  const rest = text.slice(indent);
  const name = NAME.exec(rest)?.[0];
  if (name === undefined || name === "..." || name === "…") return null;
  const comment = rest
    .slice(name.length)
    .replace(/^[\s←#:–—,;-]+/, "")
    .trim();
  return { indent, name, column: indent + 1, comment, isMarked: marks !== "" };
}

function isIndentedTree(language: string, parsed: readonly (Parsed | null)[]): boolean {
  if (!/^(?:|text|txt|plain|plaintext|tree)$/.test(language) || !parsed[0]?.name.endsWith("/")) return false;
  const names = parsed.filter((line) => line && (line.name.endsWith("/") || hasKnownExtension(line.name)));
  return names.length === parsed.length && parsed.some((line) => (line?.indent ?? 0) > 0);
}

function assemble(filled: Fence["lines"], parsed: readonly (Parsed | null)[]): TreeDrawing {
  const lines: TreeLine[] = [];
  const stack: { readonly indent: number; readonly path: string }[] = [];
  let root: string | null = null;
  parsed.forEach((line, index) => {
    const source = filled[index];
    if (!line || !source) return;
    if (index === 0 && !line.isMarked && (line.name.endsWith("/") || line.name.startsWith(".") || parsed[1]?.isMarked)) {
      root = line.name;
      return;
    }
    while ((stack.at(-1)?.indent ?? -1) >= line.indent) stack.pop();
    const path = (stack.at(-1)?.path ?? "") + line.name;
    const isFolder = line.name.endsWith("/") || (parsed[index + 1]?.indent ?? 0) > line.indent;
    if (isFolder) stack.push({ indent: line.indent, path: path.endsWith("/") ? path : `${path}/` });
    const column = source.column + line.column - 1;
    const end = { line: source.line, column: column + line.name.length };
    const place = { line: source.line, column, end };
    lines.push({
      path: isFolder && !path.endsWith("/") ? `${path}/` : path,
      place,
      row: { ...place, column: source.column, end: { line: source.line, column: source.column + source.text.length } },
      comment: line.comment,
    });
  });
  return { root, lines };
}
