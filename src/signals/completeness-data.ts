/** Data and markup whose structure the end of the file leaves open: JSON, XML, HTML, YAML, CSV, TeX. */
import type { Document, Quote } from "../types.ts";
import { quoteOf } from "../util/quote.ts";

/** What was left open, with the lines that show it: where it begins, and the last line. */
export interface OpenStructure {
  /** What it is, for a message: `an object`, `the element <body>`. */
  readonly what: string;
  readonly evidence: readonly Quote[];
}

/** Elements of HTML pages that no standard lets out the end tag of (HTML Living Standard, section 13.1.2.4), and that pages close. */
const CLOSED_ELEMENTS = /<(\/?)(table|div|ul|ol|section|article|main|script|style|pre|head|form|nav|aside|blockquote)(?=[\s>])/gi;
/** Elements of a page that the end may leave open although it is whole: sloppy pages have one or two. */
const MOST_OPEN_ELEMENTS = 0;
/** Longest text of markup that is looked at, in UTF-16 code units. */
const LONGEST_MARKUP = 4_000_000;

/** The structure that a document of data or markup leaves open; null where it is closed, or the type has none. */
export function openStructure(document: Document): OpenStructure | null {
  const { type } = document;
  const text = document.text ?? "";
  if (text.length > LONGEST_MARKUP) return null;
  if (/json/.test(type) && type !== "application/jsonl") return openJson(document);
  if (type === "text/markdown" && /^\s{0,20}\{\s{0,20}"/.test(text)) return openJson(document);
  if (type === "text/html" || type === "application/xhtml+xml") return openHtml(document);
  if (/xml/.test(type)) return openXml(document);
  if (type === "text/x-tex") return openTex(document);
  if (/yaml|csv|tab-separated|jsonl/.test(type)) return openLine(document);
  return null;
}

/** Whether a type is data or markup, which ends as this file says and not as prose does. */
export function isStructured(type: string): boolean {
  return /json|html|xml|yaml|toml|csv|tab-separated|bibtex|turtle|mbox|rfc822|related|subrip|vtt/.test(type);
}

function opened({ lines, text }: Document, offset: number, what: string): OpenStructure {
  const line = lineAt(text ?? "", offset);
  let last = lines.length;
  while (last > 1 && (lines[last - 1] ?? "").trim() === "") last--;
  const begin = quoteOf(line, (lines[line - 1] ?? "").trim());
  return { what, evidence: line === last ? [begin] : [begin, quoteOf(last, (lines[last - 1] ?? "").trim())] };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** Brackets and strings, comments of JSON5 and JSONC left out. */
function openJson(document: Document): OpenStructure | null {
  const text = document.text ?? "";
  const stack: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      const end = endOfString(text, at);
      if (end < 0) return opened(document, at, "a string");
      at = end;
    } else if (char === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) {
      const isLine = text[at + 1] === "/";
      const end = text.indexOf(isLine ? "\n" : "*/", at + 2);
      if (end < 0) return isLine ? stackTop(document, stack) : opened(document, at, "a comment");
      at = end;
    } else if (char === "{" || char === "[") stack.push(at);
    else if (char === "}" || char === "]") stack.pop();
  }
  return stackTop(document, stack);
}

function stackTop(document: Document, stack: readonly number[]): OpenStructure | null {
  const top = stack[0];
  if (top === undefined) return null;
  return opened(document, top, document.text?.[top] === "{" ? "an object" : "a list");
}

/** Offset of the quote that ends a JSON string; -1 where none does. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}

/** An XML document ends with the end tag of its first element. */
function openXml(document: Document): OpenStructure | null {
  const text = document.text ?? "";
  const head = /<([A-Za-z_][\w:.-]{0,100})(?=[\s/>])/.exec(text);
  if (head === null) return null;
  const name = head[1] ?? "";
  if (text.includes(`</${name}`)) return null;
  const end = text.indexOf(">", head.index);
  if (end > 0 && text[end - 1] === "/" && text.slice(end + 1).trim() === "") return null;
  return opened(document, head.index, `the element <${name}>`);
}

/** `</html>` may be left out, the end tags of most other elements may not. */
function openHtml(document: Document): OpenStructure | null {
  const text = document.text ?? "";
  if (/<\/(?:html|body)\s{0,20}>/i.test(text.slice(-2000))) return null;
  const open = text.lastIndexOf("<");
  if (open >= 0 && text.indexOf(">", open) < 0 && /^<[/!a-z]/i.test(text.slice(open, open + 2))) return opened(document, open, "a tag");
  const stack: { readonly name: string; readonly at: number }[] = [];
  for (const match of text.matchAll(CLOSED_ELEMENTS)) {
    const name = (match[2] ?? "").toLowerCase();
    if (match[1] === "") stack.push({ name, at: match.index });
    else if (stack.at(-1)?.name === name) stack.pop();
  }
  const outer = stack[0];
  if (outer === undefined || stack.length <= MOST_OPEN_ELEMENTS) return null;
  return opened(document, outer.at, `the element <${outer.name}>`);
}

function openTex(document: Document): OpenStructure | null {
  const begin = (document.text ?? "").indexOf("\\begin{document}");
  return begin < 0 || document.text?.includes("\\end{document}") ? null : opened(document, begin, "the document environment");
}

/** A last line without a line end that leaves a quote or bracket open: YAML's flow style, a record of CSV or JSON Lines. */
function openLine(document: Document): OpenStructure | null {
  const text = document.text ?? "";
  const start = text.lastIndexOf("\n") + 1;
  const line = text.slice(start);
  if (line.trim() === "" || line.length > 100_000) return null;
  const quotes = line.replace(/\\./g, "").match(/"/g)?.length ?? 0;
  if (quotes % 2 === 1) return opened(document, start, "a quoted text");
  const isBracket = /yaml|jsonl/.test(document.type) && count(line, "{") + count(line, "[") > count(line, "}") + count(line, "]");
  return isBracket ? opened(document, start, "a bracket") : null;
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
