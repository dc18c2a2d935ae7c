import type { Document, Outline, Quote, RedirectSignal } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { isHtmlPage, visibleTextOf } from "../util/visible-text.ts";
import { MOVED, POINTS_ONLY, REDIRECT_FIELD } from "./redirect-phrases.ts";

/** A document that is longer says something itself. Archive banners stand over whole documents. */
const MOST_CHARACTERS = 3000;
/** Words beside the titles and the sentence that says it: a greeting, a reason, a thanks. With a sentence that can mean nothing else, and with one that can. */
const MOST_WORDS_BESIDE = { moved: 40, pointsOnly: 6 } as const;
/** Links that a notice has at most; more are a list of where things are. */
const MOST_LINKS = 4;
const META_REFRESH = /<meta\b[^>]{0,200}http-equiv\s*=\s*["']?refresh\b[^>]{0,200}\burl\s*=\s*["']?([^"'>\s]{1,400})/i;
const LINK =
  /\[[^\]]{0,200}\]\(\s*<?([^)\s>]{1,400})|<(https?:[^>\s]{1,400})>|`[^`<]{0,200}<([^>`]{1,400})>`_|\bhref\s*=\s*["']([^"']{1,400})|(?<![\w(<"'])(https?:\/\/[^\s<>()"'`]{1,400})/gi;
const REFERENCE = /^\s{0,3}\[[^\]]{1,200}\]:\s*<?(\S{1,400}?)>?\s*$/;
const DATA_TYPE = /json|csv|separated|yaml|toml|bibtex/;

interface Paragraph {
  readonly line: number;
  /** The first line as it stands. */
  readonly first: string;
  readonly text: string;
}

/**
 * Whether a document only says that its content is elsewhere: a sentence that says so ("This page has moved to …"), a refresh or a field that sends
 * browsers on, and hardly anything else beside its titles. Null for whole documents, whatever banner they carry, and for lists of links.
 */
export function measureRedirect(document: Document, outline: Outline | null): RedirectSignal | null {
  const { text, type } = document;
  if (text === null || text.length === 0 || DATA_TYPE.test(type)) return null;
  if (isHtmlPage(type, text)) return text.length > 4 * MOST_CHARACTERS ? null : inPage(text);
  if (text.length > MOST_CHARACTERS) return null;
  const field = fieldIn(document.lines, outline) ?? refreshIn(text);
  const paragraphs = paragraphsOf(document.lines);
  return judge(paragraphs, { field, target: targetIn(document.lines), links: linksIn(text).length });
}

function inPage(html: string): RedirectSignal | null {
  const { lines } = visibleTextOf(html, MOST_CHARACTERS);
  const paragraphs = lines.map(({ line, text }) => ({ line, first: text, text }));
  const links = linksIn(html);
  return judge(paragraphs, { field: refreshIn(html), target: links[0] ?? null, links: links.length });
}

/** A tag that sends browsers on. Markdown pages of generated sites carry it too. */
function refreshIn(text: string): Surroundings["field"] {
  const refresh = META_REFRESH.exec(text);
  if (!refresh) return null;
  return { quote: quoteOf(text.slice(0, refresh.index).split("\n").length, refresh[0]), target: refresh[1] ?? null };
}

interface Surroundings {
  readonly field: { readonly quote: Quote; readonly target: string | null } | null;
  readonly target: string | null;
  readonly links: number;
}

function judge(paragraphs: readonly Paragraph[], { field, target, links }: Surroundings): RedirectSignal | null {
  const words = (list: readonly Paragraph[]) => list.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  const moved = paragraphs.find(({ text }) => MOVED.test(text));
  const said = moved ?? (links > 0 ? paragraphs.find(({ text }) => POINTS_ONLY.test(text)) : undefined);
  if ((!said && !field) || links > MOST_LINKS) return null;
  const beside = words(paragraphs.filter((paragraph) => paragraph !== said));
  if (beside > (moved || field ? MOST_WORDS_BESIDE.moved : MOST_WORDS_BESIDE.pointsOnly)) return null;
  const evidence = [...(field ? [field.quote] : []), ...(said ? [quoteOf(said.line, said.first)] : [])];
  return { evidence, target: target ?? field?.target ?? null, confidence: moved || field ? 0.93 : 0.75 };
}

/** A field of the front matter that sends readers on. */
function fieldIn(lines: readonly string[], outline: Outline | null): Surroundings["field"] {
  if (outline === null || !/^(?:---|\+\+\+)\s*$/.test(lines[0] ?? "")) return null;
  for (let at = 1; at < lines.length && !/^(?:---|\+\+\+)\s*$/.test(lines[at] ?? ""); at++) {
    const match = REDIRECT_FIELD.exec(lines[at] ?? "");
    if (match) return { quote: quoteOf(at + 1, (lines[at] ?? "").trim()), target: (match[1] ?? "").replace(/^["']|["']$/g, "") };
  }
  return null;
}

/** Runs of lines between blank ones; front matter, headings, comments, rules, link definitions and tables' rules are none. */
function paragraphsOf(lines: readonly string[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: { line: number; first: string; text: string } | null = null;
  let isFrontMatter = /^(?:---|\+\+\+)\s*$/.test(lines[0] ?? "");
  lines.forEach((line, at) => {
    if (isFrontMatter) {
      if (at > 0 && /^(?:---|\+\+\+)\s*$/.test(line)) isFrontMatter = false;
      return;
    }
    const isHeading = /^(?:#{1,6}\s|={1,6}\s)/.test(line) || /^([=\-~^"*+#])\1{2,}\s*$/.test(lines[at + 1] ?? "");
    const text = isHeading || NO_PROSE.test(line) ? "" : plainText(line);
    if (text === "") open = null;
    else if (open) open.text += ` ${text}`;
    else {
      open = { line: at + 1, first: line.trim(), text };
      paragraphs.push(open);
    }
  });
  return paragraphs;
}

const NO_PROSE =
  /^\s*(?:$|!!!|\?\?\?|:::|>\s*\[!\w+\]\s*$|<!--.*-->\s*$|([-=~^"*+#_])\1{2,}\s*$|\[[^\]]{1,200}\]:|\.\. |:\w+:|\|?[\s:|-]+\|?$)/;

function plainText(line: string): string {
  return line
    .replace(/\[([^\]]{0,200})\](?:\([^)]{0,400}\)|\[[^\]]{0,100}\])/g, "$1")
    .replace(/https?:\/\/\S+/g, "link")
    .replace(/<[^<>]{0,200}>|[*_`>#|!]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)].map((match) => match.slice(1).find((group) => group !== undefined) ?? "");
}

/** The first link of the text, else its first link definition. */
function targetIn(lines: readonly string[]): string | null {
  const inline = linksIn(lines.filter((line) => !REFERENCE.test(line)).join("\n"))[0];
  if (inline !== undefined) return inline;
  for (const line of lines) {
    const match = REFERENCE.exec(line);
    if (match) return match[1] ?? null;
  }
  return null;
}
