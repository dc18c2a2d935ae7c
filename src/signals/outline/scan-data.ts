import { scalarOf } from "./front-matter.ts";
import { decodeEntities } from "./plain-inline.ts";
import { addHeading, addTitle, newScan, type OutlineScan } from "./scan.ts";

/** Lines at the head of a data file where its own title stands: schemas and API descriptions put it first. */
const HEAD_LINES = 60;
const LONGEST_LINE = 2000;
/** Largest JSON that is parsed for its title; a larger one is a data set. */
const LONGEST_JSON = 2_000_000;
const YAML_KEY = /^(title|name)[ \t]*[:=][ \t]*(\S.*)$/;
/** Groups that hold a document's own facts, such as `info` of an API description; then the title in it. */
const YAML_GROUP = /^(?:info|spec|metadata|meta|document|api|header|project|package)[ \t]*:[ \t]*$|^\[(?:project|package|metadata)\]$/;
const YAML_INNER_KEY = /^[ \t]{0,4}(title|name)[ \t]*[:=][ \t]*(\S.*)$/;
const XML_TITLE = /<((?:[\w-]+:)?title)(?=[\s>])[^<>]*>([^<>]+)</i;
const SUBJECT = /^subject:[ \t]*(\S.*)$/i;

/** The title that a JSON file says of itself: its own `title`, that of its `info` or `metadata`, else its `name`. */
export function scanJson(text: string, lines: readonly string[]): OutlineScan {
  const scan = newScan();
  const root = text.length <= LONGEST_JSON ? parseObject(text) : null;
  if (!root) return scan;
  for (const holder of [root, root.info, root.metadata]) {
    if (isObject(holder)) addJsonTitle(scan, lines, holder.title);
  }
  if (scan.titles.length === 0) addJsonTitle(scan, lines, root.name);
  return scan;
}

function addJsonTitle(scan: OutlineScan, lines: readonly string[], title: unknown): void {
  if (typeof title !== "string") return;
  const written = JSON.stringify(title);
  const found = Math.max(
    0,
    lines.findIndex((line) => line.includes(written)),
  );
  addTitle(scan, { line: found + 1, quote: lines[found] ?? "", text: title, source: "metadata" });
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.trimStart().startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The title near the head of a YAML or TOML file: its own, that of a group of facts such as `info`, else its name. */
export function scanYaml(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  let isGroup = false;
  for (let at = 0; at < Math.min(lines.length, HEAD_LINES); at++) {
    const line = (lines[at] ?? "").slice(0, LONGEST_LINE);
    if (/^\S/.test(line) && !(isGroup && line.startsWith("#"))) isGroup = YAML_GROUP.test(line) || (isGroup && YAML_INNER_KEY.test(line));
    const match = YAML_KEY.exec(line) ?? (isGroup ? YAML_INNER_KEY.exec(line) : null);
    if (match)
      addTitle(scan, { line: at + 1, quote: line, text: scalarOf(match[2] ?? "", lines, at), source: "metadata" }, match[1] === "name");
  }
  return scan;
}

/** The first `<title>` of an XML document (DocBook, TEI, JATS, RFC XML), as words. */
export function scanXml(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  for (let at = 0; at < Math.min(lines.length, HEAD_LINES * 4) && scan.titles.length === 0; at++) {
    const text = XML_TITLE.exec((lines[at] ?? "").slice(0, LONGEST_LINE))?.[2];
    if (text !== undefined) addTitle(scan, { line: at + 1, quote: lines[at] ?? "", text: decodeEntities(text), source: "metadata" });
  }
  for (const line of lines)
    for (const match of line.matchAll(/(?<![\w-])(?:xml:id|id|anchor)="([^"]{1,200})"/g)) scan.ids.add(match[1] ?? "");
  return scan;
}

/** The subject of a message: its header's, which ends at the first blank line. */
export function scanMessage(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  for (let at = 0; at < lines.length && lines[at]?.trim() !== ""; at++) {
    const subject = SUBJECT.exec(lines[at] ?? "")?.[1];
    const folded = /^[ \t]+\S/.test(lines[at + 1] ?? "") ? ` ${lines[at + 1]?.trim()}` : "";
    if (subject !== undefined) addTitle(scan, { line: at + 1, quote: lines[at] ?? "", text: subject + folded, source: "metadata" });
  }
  return scan;
}

/** The headings in the Markdown cells of a notebook (nbformat 4: one line of a cell's source a line of the file). */
export function scanNotebook(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  let isMarkdown = false;
  lines.forEach((line, at) => {
    const cell = /"cell_type"\s*:\s*"(\w+)"/.exec(line.slice(0, LONGEST_LINE))?.[1];
    if (cell !== undefined) isMarkdown = cell === "markdown";
    const heading = isMarkdown
      ? /^\s*(?:"source"\s*:\s*\[?\s*)?"(#{1,6}) +((?:[^"\\]|\\.)*?)(?:\\n)?"/.exec(line.slice(0, LONGEST_LINE))
      : null;
    if (heading)
      addHeading(scan, {
        line: at + 1,
        quote: line,
        text: unescapeJson(heading[2] ?? "").split("\n")[0] ?? "",
        level: heading[1]?.length ?? 1,
      });
  });
  return scan;
}

function unescapeJson(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
