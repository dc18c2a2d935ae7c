/**
 * YAML as programs write it and most people do: block lists and maps of scalars that stand on one line. Read some twenty times faster than by
 * the yaml package, which a manifest of 50,000 records needs. Anything else (flow collections, block scalars, anchors, tags, escapes, several
 * documents, any doubt) is not read here. What is read is
 * the same as the package reads it, and so are the offsets of all that is written.
 */
import {
  type DataMember,
  type DataNode,
  type DataProblem,
  type DataScalar,
  type DataTree,
  duplicateKeys,
  MAX_DATA_DEPTH,
} from "./data-tree.ts";

/** An item's dash, a key (with its value where that stands on the line), or a scalar of its own. `indent` counts from the line's start. */
type Token =
  | { readonly type: "item"; readonly indent: number; readonly from: number }
  | {
      readonly type: "key";
      readonly indent: number;
      readonly from: number;
      readonly key: DataScalar;
      readonly colonEnd: number;
      readonly value: DataScalar | null;
    }
  | { readonly type: "scalar"; readonly indent: number; readonly value: DataScalar };

/** Characters that end a reading here at once: controls, tabs, no-break marks that some version of YAML takes for line ends. */
const STRANGE = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]|\r(?!\n)|.\uFEFF/;
/** First characters of a plain scalar that can mean nothing else. */
const PLAIN_START = /^[\p{L}\p{N}_/.$(+\p{Extended_Pictographic}]/u;

/** The tree of a text; null where it holds anything that is not plain. */
export function parsePlainYaml(text: string): DataTree | null {
  if (STRANGE.test(text)) return null;
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length === 0 || tokens[0]?.type === "scalar") return null;
  const reading: Reading = { tokens, problems: [], at: 0, end: 0 };
  const root = readBlock(reading, 0);
  return root === null || reading.at < tokens.length ? null : { roots: [root], problems: reading.problems };
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (!pushLine(text.slice(start, end).trimEnd(), start, tokens)) return null;
    start = end + 1;
  }
  return tokens;
}

/** Adds the tokens of a line; false where it is not plain. */
function pushLine(line: string, start: number, tokens: Token[]): boolean {
  let at = 0;
  while (line[at] === " ") at++;
  if (at === line.length || line[at] === "#") return true;
  while (line[at] === "-" && (line[at + 1] === " " || at + 1 === line.length)) {
    tokens.push({ type: "item", indent: at, from: start + at });
    at++;
    while (line[at] === " ") at++;
  }
  if (at === line.length) return true;
  const rest = line.slice(at);
  const keyed = pushKeyed(rest, { start: start + at, indent: at }, tokens);
  if (keyed !== null) return keyed;
  const value = scalarOf(rest, start + at);
  if (value === null) return false;
  tokens.push({ type: "scalar", indent: at, value });
  return true;
}

/** `key:` or `key: value`; null where the text is none of both, false where it is one that is not plain. */
function pushKeyed(rest: string, { start, indent }: { readonly start: number; readonly indent: number }, tokens: Token[]): boolean | null {
  const colon = keyEnd(rest);
  if (colon < 0) return null;
  const key = scalarOf(rest.slice(0, colon), start);
  if (key === null || colon > 1000) return false;
  let at = colon + 1;
  while (rest[at] === " ") at++;
  const colonEnd = start + colon + 1;
  const value = at === rest.length ? null : scalarOf(rest.slice(at), start + at);
  if (at < rest.length && value === null) return false;
  tokens.push({ type: "key", indent, from: start, key, colonEnd, value });
  return true;
}

/** Offset of the colon after a key; -1 where there is none. */
function keyEnd(rest: string): number {
  const quote = rest[0] === '"' || rest[0] === "'" ? rest.indexOf(rest[0], 1) : 0;
  if (quote < 0) return -1;
  for (let colon = rest.indexOf(":", quote); colon >= 0; colon = rest.indexOf(":", colon + 1)) {
    if (colon + 1 === rest.length || rest[colon + 1] === " ") return colon;
  }
  return -1;
}

/** A scalar that is the whole of a text; null where it is not plain, or quoted with an escape. */
function scalarOf(written: string, from: number): DataScalar | null {
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    const inner = written.slice(1, -1);
    if (written.length < 2 || !written.endsWith(quote) || inner.includes(quote) || (quote === '"' && inner.includes("\\"))) return null;
    return { type: "scalar", text: inner, isString: true, from: from + 1, to: from + written.length - 1 };
  }
  if (!PLAIN_START.test(written) || written.endsWith(" ") || written.endsWith(":") || written.includes(": ") || written.includes(" #"))
    return null;
  if (written.startsWith("...")) return null;
  return { type: "scalar", text: written, isString: true, from, to: from + written.length };
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly problems: DataProblem[];
  at: number;
  /** Offset after the last thing read. */
  end: number;
}

/** The node that starts at the current token; null where the lines do not fit together. */
function readBlock(reading: Reading, depth: number): DataNode | null {
  const first = reading.tokens[reading.at];
  if (!first || depth > MAX_DATA_DEPTH) return null;
  switch (first.type) {
    case "item":
      return readList(reading, first.indent, { depth, from: first.from });
    case "key":
      return readMap(reading, first.indent, { depth, from: first.from });
    case "scalar":
      reading.at++;
      reading.end = first.value.to;
      return first.value;
  }
}

interface Start {
  readonly depth: number;
  readonly from: number;
}

function readList(reading: Reading, indent: number, { depth, from }: Start): DataNode | null {
  const items: DataNode[] = [];
  for (let token = reading.tokens[reading.at]; token?.type === "item" && token.indent === indent; token = reading.tokens[reading.at]) {
    reading.at++;
    reading.end = token.from + 1;
    const item = readBelow(reading, indent, { depth, isListAllowed: false });
    if (item === null) return null;
    items.push(item);
  }
  return isDeeper(reading, indent) ? null : { type: "list", items, from, to: reading.end };
}

function readMap(reading: Reading, indent: number, { depth, from }: Start): DataNode | null {
  const members: DataMember[] = [];
  for (let token = reading.tokens[reading.at]; token?.type === "key" && token.indent === indent; token = reading.tokens[reading.at]) {
    reading.at++;
    reading.end = token.value?.to ?? token.colonEnd;
    const value = token.value ?? readBelow(reading, indent, { depth, isListAllowed: true });
    if (value === null || (token.value && isDeeper(reading, indent))) return null;
    members.push({ key: token.key, value });
  }
  if (isDeeper(reading, indent)) return null;
  reading.problems.push(...duplicateKeys(members).slice(0, 100));
  return { type: "map", members, from, to: reading.end };
}

/** What stands deeper than a dash or a key; an empty scalar where nothing does. A list may stand as deep as its key. */
function readBelow(
  reading: Reading,
  indent: number,
  { depth, isListAllowed }: { readonly depth: number; readonly isListAllowed: boolean },
): DataNode | null {
  const next = reading.tokens[reading.at];
  const isBelow = next !== undefined && (next.indent > indent || (isListAllowed && next.type === "item" && next.indent === indent));
  if (!isBelow) return { type: "scalar", text: "", isString: true, from: reading.end, to: reading.end };
  return readBlock(reading, depth + 1);
}

function isDeeper({ tokens, at }: Reading, indent: number): boolean {
  return (tokens[at]?.indent ?? -1) > indent;
}
