/**
 * YAML text to a tree with offsets, by the yaml package. Read with the failsafe schema, so that dates, versions and numbers stay as written
 * and no tag does anything. An alias gives a scalar's text and the scalars of a merged map (`<<: *x`), never a copy of what nests: a bomb of
 * aliases costs nothing.
 */
import type { Alias, CST, Node, Pair, ParsedNode, Scalar, YAMLMap } from "yaml";
import {
  type DataMap,
  type DataMember,
  type DataNode,
  type DataProblem,
  type DataScalar,
  type DataTree,
  duplicateKeys,
  MAX_DATA_DEPTH,
} from "./data-tree.ts";

/** Members that one merge key brings in at most. */
const MAX_MERGED_MEMBERS = 50;

/** All documents of a YAML text, and the faults of its syntax. Never throws. */
export async function parseYamlTree(text: string): Promise<DataTree> {
  const yaml = await import("yaml");
  // Comparing every key with every other is quadratic: duplicates are looked for here.
  const options = { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent", strict: true } as const;
  const reading: Reading = { yaml, text, anchors: new Map(), problems: [] };
  try {
    const tokens = shallowTokens(new yaml.Parser().parse(text), reading.problems);
    const documents = new yaml.Composer(options).compose(tokens, false, text.length);
    const roots = [...documents].flatMap((document): DataNode[] => {
      reading.anchors.clear();
      for (const { message, pos } of document.errors) {
        reading.problems.push({ message: `it is not valid YAML: ${sentence(message)}`, from: pos[0], to: Math.min(pos[1], text.length) });
      }
      return document.contents === null ? [] : [nodeOf(document.contents, reading, 0)];
    });
    return { roots: roots.filter((root) => root.type !== "scalar" || root.text !== ""), problems: reading.problems };
  } catch (error) {
    return { roots: [], problems: [{ message: `the YAML cannot be read: ${sentence(String(error))}`, from: 0, to: 0 }] };
  }
}

/**
 * The tokens of a text without the documents that nest too deep. The package composes a document by functions that call themselves once a level;
 * near the end of the stack the engine can abort the process, which no `try` catches, so the depth is measured before.
 */
function* shallowTokens(tokens: Iterable<CST.Token>, problems: DataProblem[]): Generator<CST.Token> {
  for (const token of tokens) {
    const deep = token.type === "document" ? tooDeepAt(token) : null;
    if (deep === null) yield token;
    else problems.push({ message: `it is nested deeper than ${MAX_DATA_DEPTH} levels`, from: deep, to: deep });
  }
}

/** Offset of the first collection that passes the limit; null where none does. Walks without calling itself. */
function tooDeepAt(document: CST.Document): number | null {
  const waiting: { readonly token: CST.Token; readonly depth: number }[] = document.value ? [{ token: document.value, depth: 0 }] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (!("items" in token)) continue;
    if (depth > MAX_DATA_DEPTH) return token.offset;
    for (const { key, value } of token.items) {
      if (key) waiting.push({ token: key, depth: depth + 1 });
      if (value) waiting.push({ token: value, depth: depth + 1 });
    }
  }
  return null;
}

interface Reading {
  readonly yaml: typeof import("yaml");
  readonly text: string;
  /** Scalars and maps by anchor, the latest of a name. */
  readonly anchors: Map<string, DataNode>;
  readonly problems: DataProblem[];
}

function sentence(message: string): string {
  const line = message.split("\n")[0] ?? "";
  return line.slice(0, 200).replace(/[.:]$/, "");
}

function nodeOf(node: ParsedNode | Node, reading: Reading, depth: number): DataNode {
  const { yaml, anchors, problems } = reading;
  const [from, to] = rangeOf(node, reading.text);
  if (yaml.isAlias(node)) return aliasOf(node, reading, { from, to });
  if (depth > MAX_DATA_DEPTH) {
    problems.push({ message: `it is nested deeper than ${MAX_DATA_DEPTH} levels`, from, to: from });
    return { type: "list", items: [], from, to };
  }
  const made = yaml.isMap(node)
    ? mapOf(node, reading, depth)
    : yaml.isSeq(node)
      ? listOf(node.items, { reading, depth, from, to, tag: node.tag })
      : scalarOf(node as Scalar, { from, to });
  const anchor = (node as Scalar).anchor;
  if (anchor !== undefined) anchors.set(anchor, made);
  return made;
}

/** A node's own characters, the blank space after them left out. */
function rangeOf(node: ParsedNode | Node, text: string): [number, number] {
  const range = node.range ?? [0, 0, 0];
  const from = Math.min(range[0], text.length);
  let to = Math.max(from, Math.min(range[1], text.length));
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return [from, to];
}

function aliasOf(alias: Alias.Parsed | Alias, { anchors }: Reading, place: { readonly from: number; readonly to: number }): DataNode {
  const meant = anchors.get(alias.source);
  const text = meant?.type === "scalar" ? meant.text : "";
  return { type: "scalar", text, isString: true, ...place };
}

function scalarOf(scalar: Scalar, { from, to }: { readonly from: number; readonly to: number }): DataScalar {
  const isQuoted = scalar.type === "QUOTE_DOUBLE" || scalar.type === "QUOTE_SINGLE";
  const isClosed = isQuoted && to - from > 1;
  const place = isQuoted ? { from: Math.min(from + 1, to), to: isClosed ? to - 1 : to } : { from, to };
  const tag = scalar.tag === undefined || scalar.tag.startsWith("tag:yaml.org") ? {} : { tag: scalar.tag };
  return { type: "scalar", text: String(scalar.value ?? ""), isString: true, ...tag, ...place };
}

interface ListReading {
  readonly reading: Reading;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  readonly tag: string | undefined;
}

function listOf(items: readonly unknown[], { reading, depth, from, to, tag }: ListReading): DataNode {
  const nodes = items.flatMap((item) => (reading.yaml.isNode(item) ? [nodeOf(item, reading, depth + 1)] : []));
  return { type: "list", items: nodes, ...(tag === undefined ? {} : { tag }), from, to };
}

function mapOf(map: YAMLMap, reading: Reading, depth: number): DataMap {
  const [from, to] = rangeOf(map, reading.text);
  const members = map.items.flatMap((pair) => memberOf(pair, reading, depth));
  reading.problems.push(...duplicateKeys(members).slice(0, 100));
  const merged = map.items.flatMap((pair) => mergedMembers(pair, reading));
  const own = new Set(members.map(({ key }) => key.text));
  return { type: "map", members: [...members, ...merged.filter(({ key }) => !own.has(key.text))], from, to };
}

function memberOf({ key, value }: Pair, reading: Reading, depth: number): DataMember[] {
  const { yaml } = reading;
  if (!yaml.isScalar(key) || isMergeKey(key)) return [];
  const [from, to] = rangeOf(key, reading.text);
  const name = scalarOf(key, { from, to });
  const child: DataNode = yaml.isNode(value)
    ? nodeOf(value, reading, depth + 1)
    : { type: "scalar", text: "", isString: true, from: to, to };
  return [{ key: name, value: child }];
}

function isMergeKey(key: Scalar): boolean {
  return key.value === "<<" && key.type === "PLAIN";
}

/** Scalars of the map that a merge key names. */
function mergedMembers({ key, value }: Pair, { yaml, anchors }: Reading): DataMember[] {
  if (!yaml.isScalar(key) || !isMergeKey(key) || !yaml.isAlias(value)) return [];
  const meant = anchors.get(value.source);
  const members = meant?.type === "map" ? meant.members : [];
  return members.filter((member) => member.value.type === "scalar").slice(0, MAX_MERGED_MEMBERS);
}
