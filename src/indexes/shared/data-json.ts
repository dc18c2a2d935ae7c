/** JSON text to a tree with offsets, by jsonc-parser, which goes on after a fault. */
import type { Node, ParseError } from "jsonc-parser";
import {
  type DataMember,
  type DataNode,
  type DataProblem,
  type DataScalar,
  type DataTree,
  duplicateKeys,
  MAX_DATA_DEPTH,
} from "./data-tree.ts";

/** Token numbers of jsonc-parser 3 (`SyntaxKind`, an ambient enum that cannot be read under `verbatimModuleSyntax`): `{` `[`, `}` `]`, the end. */
const OPENING: ReadonlySet<number> = new Set([1, 3]);
const CLOSING: ReadonlySet<number> = new Set([2, 4]);
const END = 17;

/** How much of JSON's stricter rules is forgiven. */
export interface JsonOptions {
  /** Comments and trailing commas, as `.jsonc` and `.json5` files have. */
  readonly isLenient: boolean;
}

/** Reads the JSON value that stands between two offsets of a text. Offsets of the tree are the text's. Never throws. */
export type JsonReader = (text: string, from: number, to: number) => DataTree;

/** Loads the parser, then gives the reader: many lines are read with one load. */
export async function loadJsonReader({ isLenient }: JsonOptions): Promise<JsonReader> {
  const { createScanner, parseTree, printParseErrorCode } = await import("jsonc-parser");

  /** Offset at which the nesting passes the limit; null where it never does. Asked only where the parser, which calls itself once a level, gave up or went too deep. */
  const tooDeepAt = (source: string): number | null => {
    const scanner = createScanner(source, true);
    let depth = 0;
    for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
      if (OPENING.has(token) && ++depth > MAX_DATA_DEPTH) return scanner.getTokenOffset();
      if (CLOSING.has(token)) depth--;
    }
    return null;
  };

  const rootOf = (source: string, errors: ParseError[]): Node | null => {
    try {
      const root = parseTree(source, errors, { disallowComments: !isLenient, allowTrailingComma: isLenient });
      return root && isShallow(root, MAX_DATA_DEPTH) ? root : null;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };

  return (text, from, to) => {
    const source = text.slice(from, to);
    if (source.trim() === "") return { roots: [], problems: [] };
    const errors: ParseError[] = [];
    const root = rootOf(source, errors);
    const deep = root === null ? tooDeepAt(source) : null;
    if (deep !== null) {
      const message = `it is nested deeper than ${MAX_DATA_DEPTH} levels`;
      return { roots: [], problems: [{ message, from: from + deep, to: from + deep + 1 }] };
    }
    const problems = errors.map((error) => problemOf(printParseErrorCode(error.error), { at: from + error.offset, length: error.length }));
    const tree = root ? nodeOf(root, { text, shift: from, problems }) : null;
    return { roots: tree === null ? [] : [tree], problems };
  };
}

function isShallow(node: Node, levels: number): boolean {
  if (node.type !== "object" && node.type !== "array" && node.type !== "property") return true;
  const below = node.type === "property" ? levels : levels - 1;
  return below >= 0 && (node.children ?? []).every((child) => isShallow(child, below));
}

/** The JSON value of a whole text, a BOM before it left out. */
export async function parseJsonTree(text: string, options: JsonOptions): Promise<DataTree> {
  const read = await loadJsonReader(options);
  return read(text, text.startsWith("\uFEFF") ? 1 : 0, text.length);
}

/** `CommaExpected` becomes "comma expected". */
function problemOf(code: string, { at, length }: { readonly at: number; readonly length: number }): DataProblem {
  const words = code.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").toLowerCase();
  return { message: `it is not valid JSON: ${words}`, from: at, to: at + length };
}

interface Reading {
  readonly text: string;
  readonly shift: number;
  readonly problems: DataProblem[];
}

function nodeOf(node: Node, reading: Reading): DataNode | null {
  const from = node.offset + reading.shift;
  const to = from + node.length;
  const children = node.children ?? [];
  switch (node.type) {
    case "object": {
      const members = children.flatMap((child) => memberOf(child, reading));
      reading.problems.push(...duplicateKeys(members).slice(0, 100));
      return { type: "map", members, from, to };
    }
    case "array":
      return { type: "list", items: children.flatMap((child) => nodeOf(child, reading) ?? []), from, to };
    case "property":
      return null;
    default:
      return scalarNode(node, reading);
  }
}

function memberOf(property: Node, reading: Reading): DataMember[] {
  const [key, value] = property.children ?? [];
  const child = value ? nodeOf(value, reading) : null;
  return key && child ? [{ key: scalarNode(key, reading), value: child }] : [];
}

function scalarNode(node: Node, { text, shift }: Reading): DataScalar {
  const from = node.offset + shift;
  const to = from + node.length;
  if (node.type !== "string") return { type: "scalar", text: text.slice(from, to), isString: false, from, to };
  const isClosed = node.length > 1 && text[to - 1] === '"';
  return { type: "scalar", text: String(node.value), isString: true, from: from + 1, to: isClosed ? to - 1 : Math.max(from + 1, to) };
}
