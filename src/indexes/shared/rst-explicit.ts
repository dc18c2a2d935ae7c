/** Explicit markup of RST: targets, footnotes, substitutions, directives, comments. Method: docutils' Markup Specification, "Explicit Markup Blocks". */
import { Passage, type SourceLine, sliceLine, trimLine } from "./passage.ts";
import type { RstScope, readBody } from "./rst-blocks.ts";
import { type Directive, directiveOf, readDirective } from "./rst-directives.ts";
import { indentedBlock, isBlankLine } from "./rst-lines.ts";
import { normaliseName, type RstTarget, unescapeRst, uriOf } from "./rst-names.ts";
import type { RstReader } from "./rst-reader.ts";

export interface RstAround {
  readonly scope: RstScope;
  readonly reader: RstReader;
  readonly readBody: typeof readBody;
  /** Reads the body elements of a table's cell. */
  readonly readCell: (lines: readonly SourceLine[]) => void;
}

/** Reads what starts with `.. ` or `__ ` at an index; gives the index behind it. */
export function readExplicit(lines: readonly SourceLine[], at: number, around: RstAround): number {
  const line = lines[at];
  if (!line) return at + 1;
  const marker = /^(?:\.\.|__)\s*/.exec(line.text)?.[0].length ?? 2;
  const first = sliceLine(line, marker);
  if (line.text.startsWith("..") && first.text === "" && isBlankLine(lines[at + 1])) return at + 1;
  const rest = indentedBlock(lines, at + 1);
  const block = [first, ...rest.lines];
  const isAnonymous = line.text.startsWith("__");
  if (!isAnonymous && !first.text.startsWith("_")) around.reader.waiting.length = 0;
  if (isAnonymous) addTarget("_", targetOf(block, around.reader), around.reader);
  else if (first.text.startsWith("_")) readTarget(block, around.reader);
  else if (first.text.startsWith("|")) readSubstitution(block, around);
  else if (/^\[[^\]]+\](?:\s|$)/.test(first.text)) readFootnote(block, around);
  else {
    const directive = directiveOf(block);
    if (directive) readDirective(directive, around);
  }
  return rest.end;
}

/** `_name: target`, `` _`name`: target ``, `__: target`; without a target it is an anchor. */
function readTarget(block: readonly SourceLine[], reader: RstReader): void {
  const first = block[0];
  if (!first) return;
  const length = targetNameLength(first.text);
  if (length === 0) return;
  const name = normaliseName(unescapeRst(first.text.slice(1, length - 1).replace(/^`(.*)`$/, "$1")));
  addTarget(name, targetOf([sliceLine(first, length), ...block.slice(1)], reader), reader);
}

/** Gives a name, `_` for an anonymous one, its target; without one it waits for the target below, if there is one, and is an anchor. */
function addTarget(name: string, target: RstTarget | string | null, reader: RstReader): void {
  const { anonymous, internal, targets } = reader.names;
  const index = name === "_" ? anonymous.push("") - 1 : -1;
  reader.waiting.push((shared) => {
    if (index >= 0) anonymous[index] = shared;
    else if (!targets.has(name) && shared !== name) targets.set(name, shared);
  });
  if (target !== null) {
    for (const take of reader.waiting) take(target);
    reader.waiting.length = 0;
  } else if (index < 0) {
    reader.anchors.push(name);
    internal.add(name);
  }
}

/** Length of `_name:`; 0 where the line is no target but a comment. */
function targetNameLength(text: string): number {
  let isQuoted = text[1] === "`";
  for (let at = isQuoted ? 2 : 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (isQuoted && text[at] === "`") isQuoted = false;
    else if (!isQuoted && text[at] === ":" && /^(?:\s|$)/.test(text.slice(at + 1, at + 2))) return at + 1;
  }
  return 0;
}

/** A target's URI, joined over lines up to a blank one; a name where it refers to another target (`other_`); null where there is none. */
function targetOf(lines: readonly SourceLine[], reader: RstReader): RstTarget | string | null {
  const blank = lines.findIndex((line, index) => index > 0 && isBlankLine(line));
  const passage = Passage.ofLines(blank < 0 ? lines : lines.slice(0, blank), reader.source);
  const { text } = passage;
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (to <= from) return null;
  const written = text.slice(from, to);
  const alias = /^(?:`([^`]+)`|([^\s`]*[^\s`\\_]))_$/.exec(written);
  if (alias) return normaliseName(unescapeRst(alias[1] ?? alias[2] ?? ""));
  return { target: uriOf(written), targetPlace: passage.place(from, to) };
}

function readFootnote(block: readonly SourceLine[], { scope, reader, readBody }: RstAround): void {
  const first = block[0];
  const label = /^\[([^\]]+)\]\s*/.exec(first?.text ?? "");
  if (!first || !label) return;
  reader.names.internal.add(normaliseName(label[1] ?? ""));
  const body = [sliceLine(first, label[0].length), ...block.slice(1)];
  readBody(body, { ...scope, list: null, nesting: scope.nesting + 1, allowsTitles: false }, reader);
}

/** `|name| image:: path`, `|name| replace:: text`; others (dates, characters) stay as they are written. */
function readSubstitution(block: readonly SourceLine[], { reader }: RstAround): void {
  const first = block[0];
  const close = first ? first.text.indexOf("|", 1) : -1;
  if (!first || close < 2) return;
  const name = normaliseName(first.text.slice(1, close));
  const directive = directiveOf([trimLine(sliceLine(first, close + 1)), ...block.slice(1)]);
  if (!directive || reader.names.substitutions.has(name)) return;
  const value = substitutionOf(directive, reader);
  if (value) reader.names.substitutions.set(name, value);
}

function substitutionOf(directive: Directive, reader: RstReader): ReturnType<RstReader["targetSpan"]> | Passage | null {
  const [target] = directive.head;
  if (directive.name === "image" && target) {
    const alternative = directive.options.get("alt")?.[0]?.text.trim() ?? "";
    return reader.targetSpan("image", target, alternative);
  }
  return directive.name === "replace" ? Passage.ofLines([...directive.head, ...directive.content], reader.source) : null;
}
