/**
 * What AsciiDoc's preprocessor does before blocks are read: conditionals keep or drop lines, include directives are taken out.
 * Source: Asciidoctor 2.0.18, reader.rb; attributes are as far as the index itself sets them.
 */

import type { AsciidocAttributes } from "./asciidoc-attributes.ts";
import { delimiterOf, underlinedLevel } from "./asciidoc-syntax.ts";
import type { Span } from "./blocks.ts";
import { Passage, type SourceLine, type SourceText, sliceLine } from "./passage.ts";

export interface PreprocessedAsciidoc {
  readonly lines: readonly SourceLine[];
  /** The include directives as images of what they include, in their order. */
  readonly includes: readonly Span[];
}

interface PreprocessorContext {
  readonly source: SourceText;
  /** Attributes of their own: they are read in passing and not those that the blocks are read with. */
  readonly attributes: AsciidocAttributes;
  includeTarget(target: string): string;
}

const CONDITIONAL = /^(ifdef|ifndef|ifeval|endif)::(\S{0,500}?)\[(.*)\]$/;
const INCLUDE = /^include::([^\s[](?:[^[\n]*[^\s[])?)\[.*\]$/;
/** Attributes that Asciidoctor itself sets when it makes a page. Source: docs.asciidoctor.org, "Document Attributes Reference". */
const GIVEN: ReadonlyMap<string, string> = new Map([
  ["asciidoctor", ""],
  ["asciidoctor-version", "2.0.18"],
  ["backend", "html5"],
  ["backend-html5", ""],
  ["basebackend", "html"],
  ["basebackend-html", ""],
  ["doctype", "article"],
  ["doctype-article", ""],
  ["filetype", "html"],
  ["filetype-html", ""],
]);

/** The lines that stay. Linear in the lines. */
export function preprocessAsciidoc(lines: readonly SourceLine[], context: PreprocessorContext): PreprocessedAsciidoc {
  const preprocessor = new Preprocessor(context);
  for (let at = frontMatterEnd(lines); at < lines.length; ) at = preprocessor.read(lines, at);
  return preprocessor;
}

/** Index behind the YAML that site generators read at the start of a file. */
function frontMatterEnd(lines: readonly SourceLine[]): number {
  if (lines[0]?.text.trimEnd() !== "---") return 0;
  const end = lines.findIndex((line, at) => at > 0 && line.text.trimEnd() === "---");
  return end < 0 ? 0 : end + 1;
}

class Preprocessor {
  readonly lines: SourceLine[] = [];
  readonly includes: Span[] = [];
  readonly #context: PreprocessorContext;
  /** For each open conditional whether its lines are kept. */
  readonly #open: boolean[] = [];
  #dropped = 0;
  /** The line that ends the verbatim block or comment that is open. */
  #verbatimEnd: string | null = null;

  constructor(context: PreprocessorContext) {
    this.#context = context;
  }

  /** Reads one line, of an attribute entry all its lines; gives the index behind it. */
  read(lines: readonly SourceLine[], at: number): number {
    const line = lines[at];
    if (!line) return at + 1;
    const text = line.text.trimEnd();
    if (this.#verbatimEnd?.startsWith("/") && text !== this.#verbatimEnd) return at + 1;
    if (/^\\(?:include|ifdef|ifndef|ifeval|endif)::/.test(text)) this.#keep(sliceLine(line, 1));
    else if (this.#readConditional(line, text)) return at + 1;
    else if (this.#dropped > 0 || this.#readInclude(line, text)) return at + 1;
    else {
      this.#noteVerbatim(text);
      const end = this.#verbatimEnd === null ? this.#context.attributes.read(lines, at) : null;
      for (let index = at; index < (end ?? at + 1); index++) this.#keep(lines[index]);
      return end ?? at + 1;
    }
    return at + 1;
  }

  #keep(line: SourceLine | undefined): void {
    if (line && this.#dropped === 0) this.lines.push(line);
  }

  #noteVerbatim(text: string): void {
    if (this.#verbatimEnd !== null) {
      if (text === this.#verbatimEnd) this.#verbatimEnd = null;
      return;
    }
    if (underlinedLevel(this.lines.at(-1)?.text ?? "", text) !== null) return;
    const delimiter = delimiterOf(text);
    if (delimiter && delimiter.kind !== "compound" && delimiter.kind !== "table") this.#verbatimEnd = delimiter.end;
  }

  #readConditional(line: SourceLine, text: string): boolean {
    const match = text.includes("::") ? CONDITIONAL.exec(text) : null;
    if (!match) return false;
    const [, name, names = "", content = ""] = match;
    if (name === "endif") {
      if (this.#open.pop() === false) this.#dropped--;
      return true;
    }
    const isTrue = this.#dropped === 0 && (name === "ifeval" ? this.#isEqual(content) : this.#isDefined(names) === (name === "ifdef"));
    if (content === "" || name === "ifeval") {
      this.#open.push(isTrue);
      if (!isTrue) this.#dropped++;
    } else if (isTrue) this.read([sliceLine(line, text.length - content.length - 1, text.length - 1)], 0);
    return true;
  }

  #isDefined(names: string): boolean {
    const isSet = (name: string) => this.#valueOf(name.toLowerCase()) !== null;
    return names.includes("+") ? names.split("+").every(isSet) : names.split(",").some(isSet);
  }

  #valueOf(name: string): string | null {
    return this.#context.attributes.get(name) ?? GIVEN.get(name) ?? null;
  }

  /** An expression of `ifeval`: two values with an operator between them. */
  #isEqual(expression: string): boolean {
    const match = /^(.{1,500}?) *([=!><]=|[><]) *(.{1,500})$/.exec(expression);
    if (!match) return false;
    const [, left = "", operator = "", right = ""] = match;
    return OPERATORS[operator]?.(this.#value(left), this.#value(right)) ?? false;
  }

  #value(written: string): string | number {
    const text = written.trim().replace(/\{([\w-]+)\}/g, (_, name: string) => this.#valueOf(name.toLowerCase()) ?? "");
    const quoted = /^(["'])(.*)\1$/.exec(text);
    if (quoted) return quoted[2] ?? "";
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
  }

  #readInclude(line: SourceLine, text: string): boolean {
    const match = text.startsWith("include::") ? INCLUDE.exec(text) : null;
    const written = match?.[1];
    if (written === undefined) return false;
    const { source, attributes, includeTarget } = this.#context;
    const passage = new Passage(attributes.expand([sliceLine(line, 9, 9 + written.length)]), source);
    const place = source.lines.place(line.offset, line.offset + text.length);
    const targetPlace = source.lines.place(line.offset + 9, line.offset + 9 + written.length);
    this.includes.push({ type: "image", text: "", place, target: includeTarget(passage.text), targetPlace });
    return true;
  }
}

const OPERATORS: Readonly<Record<string, (left: string | number, right: string | number) => boolean>> = {
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => typeof left === typeof right && left < right,
  "<=": (left, right) => typeof left === typeof right && left <= right,
  ">": (left, right) => typeof left === typeof right && left > right,
  ">=": (left, right) => typeof left === typeof right && left >= right,
};
