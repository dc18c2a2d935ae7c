import type { Document, Outline } from "../types.ts";
import { isGenericTitle } from "../util/generic-titles.ts";
import { quoteOf } from "../util/quote.ts";
import { anchorsOf } from "./outline/anchors.ts";
import { plainMarkdown } from "./outline/plain-inline.ts";
import type { OutlineScan } from "./outline/scan.ts";
import { newScan } from "./outline/scan.ts";
import { scanAsciidoc } from "./outline/scan-asciidoc.ts";
import { scanJson, scanMessage, scanNotebook, scanXml, scanYaml } from "./outline/scan-data.ts";
import { scanHtml } from "./outline/scan-html.ts";
import { scanLatex } from "./outline/scan-latex.ts";
import { scanMarkdown } from "./outline/scan-markdown.ts";
import { scanMediawiki } from "./outline/scan-mediawiki.ts";
import { scanOrg } from "./outline/scan-org.ts";
import { scanPlainText } from "./outline/scan-plain-text.ts";
import { scanRst } from "./outline/scan-rst.ts";

type Title = Outline["titles"][number];

/** Most title candidates that are kept: the best few name a document, the rest are its sections. */
const MOST_TITLES = 6;
/** Headings at the head of a document among which a title is looked for. */
const HEAD_HEADINGS = 12;
/** Lines at the head of a document among which its first line of words is looked for, and how long such a line may be. */
const HEAD_LINES = 40;
const LONGEST_FIRST_LINE = 300;

/**
 * The title candidates, headings and anchors of a document; null where it has no text. Titles come from front matter and metadata first,
 * then from headings, then from the first line; generic ones come last. Each markup has a scanner of its own in `outline/`.
 */
export function measureOutline(document: Document): Outline | null {
  if (document.text === null) return null;
  const scan = scanOf(document.type, document.text, document.lines);
  return { titles: rankTitles(scan, document), headings: scan.headings, anchors: anchorsOf(scan.slugged, scan.ids) };
}

function scanOf(type: string, text: string, lines: readonly string[]): OutlineScan {
  switch (type) {
    case "text/markdown":
      return scanMarkdown(lines);
    case "text/x-rst":
      return scanRst(lines);
    case "text/asciidoc":
      return scanAsciidoc(lines);
    case "text/x-wiki":
      return scanMediawiki(lines);
    case "text/x-tex":
      return scanLatex(lines);
    case "text/x-org":
      return scanOrg(lines);
    case "text/html":
    case "application/xhtml+xml":
    case "multipart/related":
      return scanHtml(text);
    case "message/rfc822":
    case "application/mbox":
      return scanMessage(lines);
    case "application/x-ipynb+json":
      return scanNotebook(lines);
    case "text/csv":
    case "text/tab-separated-values":
    case "application/jsonl":
      return newScan();
    default:
      if (/json/.test(type)) return scanJson(text, lines);
      if (/yaml|toml/.test(type)) return scanYaml(lines);
      return /xml|rdf/.test(type) ? scanXml(lines) : scanPlainText(lines);
  }
}

/** Candidates from the surest source to the vaguest, equal texts once, the generic ones after the others. */
function rankTitles(scan: OutlineScan, document: Document): Title[] {
  const found = [
    ...scan.titles.filter((title) => title.source === "front-matter"),
    ...statedTitle(document),
    ...scan.titles.filter((title) => title.source === "metadata"),
    ...headingTitles(scan),
    ...scan.titles.filter((title) => title.source === "html-title"),
    ...scan.names,
  ];
  if (found.every((title) => isGenericTitle(title.text))) found.push(...fallbackTitles(scan, document));
  const titles = new Map<string, Title>();
  for (const title of found) {
    const key = title.text.toLowerCase();
    if (!titles.has(key)) titles.set(key, { ...title, isGeneric: isGenericTitle(title.text) });
  }
  const all = [...titles.values()];
  return [...all.filter((title) => !title.isGeneric), ...all.filter((title) => title.isGeneric)].slice(0, MOST_TITLES);
}

/** The title that the file's metadata states (a PDF's, an office file's); it stands on no line, and is shown for the first one. */
function statedTitle({ title }: Document): Omit<Title, "isGeneric">[] {
  return title === undefined || title.trim() === "" ? [] : [{ ...quoteOf(1, title.trim()), text: title.trim(), source: "metadata" }];
}

/** The first heading of the highest level, and the first of all. */
function headingTitles(scan: OutlineScan): Omit<Title, "isGeneric">[] {
  const head = scan.headings.slice(0, HEAD_HEADINGS);
  const top = Math.min(...head.map((heading) => heading.level));
  return [head.find((heading) => heading.level === top), head[0]].flatMap(titleOf);
}

/** What a document without a name of its own is told by: its first heading that is no generic one, its first line of words. */
function fallbackTitles(scan: OutlineScan, document: Document): Omit<Title, "isGeneric">[] {
  const named = scan.headings.slice(0, HEAD_HEADINGS).find((heading) => !isGenericTitle(heading.text));
  const firstLine = firstLineTitle(document, scan);
  return firstLine ? [...titleOf(named), firstLine] : titleOf(named);
}

function titleOf(heading: Outline["headings"][number] | undefined): Omit<Title, "isGeneric">[] {
  return heading ? [{ line: heading.line, quote: heading.quote, text: heading.text, source: "heading" }] : [];
}

/** The first line of words: no heading, no link alone, no mark-up. Tables and data have none. */
function firstLineTitle(document: Document, scan: OutlineScan): Omit<Title, "isGeneric"> | null {
  if (!document.type.startsWith("text/") || /html|csv|separated/.test(document.type)) return null;
  const isHeading = new Set(scan.headings.map((heading) => heading.line));
  const start = scan.frontMatterLines;
  for (let at = start; at < Math.min(document.lines.length, start + HEAD_LINES); at++) {
    const line = document.lines[at] ?? "";
    if (document.type === "text/x-rst" && /^\s/.test(line)) continue;
    const text = plainMarkdown(line.replace(/^[\s#>*=|:-]+/, "")).slice(0, LONGEST_FIRST_LINE);
    if (isHeading.has(at + 1) || /^\s*(?:<|\.\. |\[[^\]]{1,200}\]:|```|~~~|---|\+\+\+)/.test(line) || !/[\p{L}\p{N}]{2}/u.test(text))
      continue;
    return { ...quoteOf(at + 1, line.trim()), text, source: "first-line" };
  }
  return null;
}
