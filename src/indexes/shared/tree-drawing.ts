/** Tree drawings in code fences, as `tree` and people draw them: `├── name  ← comment`, `|-- name`, or by indentation alone. */
import type { Place } from "../../types.ts";
import { hasKnownExtension, isGlob } from "../../util/path-shape.ts";
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
  /^\/?(?:[\p{L}\p{N}_.@~*[(][^\s←#,;:"'<>|]*(?: [^\s←#,;:"'<>|/]+)*?(?:\/|\.[A-Za-z0-9]{1,10})|[\p{L}\p{N}_.@~*][^\s←#,;:"'<>|]*)(?=\s|$|[←#,;:])/u;

/** Files that bear no extension. */
const BARE_FILE =
  /^(?:\.[\w-][\w.-]*|readme|licen[cs]e|copying|notice|changelog|authors|contributing|codeowners|makefile|dockerfile|gemfile|rakefile|procfile|vagrantfile|jenkinsfile|brewfile|version|cname)$/i;
/** Symbols that stand for a folder or a file before its name. */
const ICON = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D]*)+\s*/u;

interface Parsed {
  readonly indent: number;
  readonly name: string;
  readonly column: number;
  readonly comment: string;
  readonly isMarked: boolean;
  /** Named as files and folders are: by an extension, a slash, a dot before it, a well-known name. */
  readonly isFileLike: boolean;
  /** The first word of a phrase, not a name: another word follows after one blank. */
  readonly isPhrase: boolean;
}

/**
 * Reads a fence as a tree drawing of files, or null where it is none. A drawing has two marked lines, or a folder with indented names only.
 * Flow charts, call graphs and type hierarchies are drawn with the same marks: where more leaves look like no file than like one, it is one
 * of these (of 145 fences with marks in 50 public sets, 65 were).
 */
export function treeDrawingOf(fence: Fence): TreeDrawing | null {
  if (fence.lines.length < 2 || fence.lines.length > 5_000) return null;
  const filled = fence.lines.filter((line) => line.text.trim() !== "" && !/^[\s│|]+$/.test(line.text));
  const parsed = filled.map((line) => parseLine(line.text));
  const marked = parsed.filter((line) => line?.isMarked).length;
  if (marked < 2 && !(marked === 0 && isIndentedTree(fence.language, parsed))) return null;
  return isOfFiles(parsed) ? assemble(filled, parsed) : null;
}

function isOfFiles(parsed: readonly (Parsed | null)[]): boolean {
  const named = parsed.filter((line) => line?.isFileLike).length;
  const others = parsed.filter((line, index) => line && !line.isFileLike && !isParent(parsed, index)).length;
  return named > 0 && named >= others;
}

/** Whether the next line stands deeper. */
function isParent(parsed: readonly (Parsed | null)[], index: number): boolean {
  return (parsed[index + 1]?.indent ?? 0) > (parsed[index]?.indent ?? 0);
}

function parseLine(text: string): Parsed | null {
  const marks = MARKS.exec(text)?.[0] ?? "";
  const indent = marks === "" ? text.length - text.trimStart().length : marks.length;
  const start = indent + (ICON.exec(text.slice(indent))?.[0].length ?? 0);
  const rest = text.slice(start);
  const name = NAME.exec(rest)?.[0];
  if (name === undefined || name === "..." || name === "…") return null;
  const after = rest.slice(name.length);
  const isFileLike = name.endsWith("/") || hasKnownExtension(name) || isGlob(name) || BARE_FILE.test(name);
  return {
    ...{ indent, name, column: start + 1, isMarked: marks !== "", isFileLike },
    comment: after.replace(/^[\s←#:–—,;-]+/, "").trim(),
    isPhrase: !isFileLike && /^[ :,;]?[\p{L}\p{N}(]/u.test(after),
  };
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
    const isFolder = line.name.endsWith("/") || (isParent(parsed, index) && !hasKnownExtension(line.name));
    if (isFolder) stack.push({ indent: line.indent, path: path.endsWith("/") ? path : `${path}/` });
    if (line.isPhrase) return;
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
