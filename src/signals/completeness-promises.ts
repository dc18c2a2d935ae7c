/** What a text says is in it and is not: the sections of its table of contents, the targets of its links and notes, its last pages. */
import type { Document, Outline, Quote } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { FenceTracker } from "./fence-tracker.ts";

export type PromiseSort = "missing-sections" | "missing-references" | "missing-pages";

/** What was promised and is not there. */
export interface BrokenPromise {
  readonly sort: PromiseSort;
  readonly evidence: readonly Quote[];
  /** How many of how many are missing. */
  readonly missing: number;
  readonly promised: number;
}

/** Fewest rows that make a table of contents, and share of those up to the last section that is there which must be there. */
const FEWEST_ROWS = 4;
const LEAST_FOUND_RATIO = 0.75;
/** Fewest link labels or notes without a target, and the share of all of them. */
const FEWEST_REFERENCES = 2;
const LEAST_MISSING_RATIO = 0.6;
const LONGEST_LINE = 4000;

/** `- [Security](#security)`, perhaps numbered. */
const CONTENTS_LINK = /^\s*(?:[-*+]|\d{1,3}[.)])\s{1,4}(?:\d[\d.]{0,9}\s{1,3})?\[[^\]\n]{1,200}\]\(#([^()\s]{1,200})\)/;
/** `9.2.  Security . . . . . 23`: number, title, leaders and page. */
const CONTENTS_LEADERS = /^\s{0,12}((?:\d{1,2}|[A-Z])(?:\.\d{1,2}){0,4}\.?)\s{1,4}(\S.{1,90}?)\s?(?:\.\s?){3,100}\s{0,8}\d{1,4}$/;
const PAGE_OF = /\bpage\s{1,2}(\d{1,4})\s{1,2}(?:of|\/)\s{1,2}(\d{1,4})\b/gi;

/** What the text promises and does not keep. */
export function brokenPromises(document: Document, outline: Outline | null): readonly BrokenPromise[] {
  const text = document.text ?? "";
  const found = [
    text.includes("](#") ? missingLinked(document, outline) : null,
    /(?:\. ?){4} {0,8}\d/.test(text.slice(0, 60_000)) ? missingLeaders(document) : null,
    text.includes("][") || text.includes("[^") ? missingReferences(document) : null,
    missingPages(document),
  ];
  return found.flatMap((promise) => (promise === null ? [] : [promise]));
}

interface Row extends Quote {
  readonly isFound: boolean;
}

/** Rows of a table of contents: the last ones lead nowhere, those before them do. */
function judgeRows(rows: readonly Row[]): BrokenPromise | null {
  if (rows.length < FEWEST_ROWS) return null;
  const lastFound = rows.findLastIndex(({ isFound }) => isFound);
  const missing = rows.slice(lastFound + 1);
  const found = rows.slice(0, lastFound + 1).filter(({ isFound }) => isFound).length;
  if (missing.length === 0 || lastFound < 0 || found < LEAST_FOUND_RATIO * (lastFound + 1)) return null;
  const evidence = missing.slice(0, 3).map(({ line, quote }) => ({ line, quote }));
  return { sort: "missing-sections", evidence, missing: missing.length, promised: rows.length };
}

/** The first run of list items that are links into the document. */
function missingLinked({ lines }: Document, outline: Outline | null): BrokenPromise | null {
  const anchors = new Set((outline?.anchors ?? []).map(plainAnchor));
  const rows: Row[] = [];
  let gap = 0;
  for (const [at, line] of lines.entries()) {
    const anchor = line.includes("](#") && line.length <= LONGEST_LINE ? CONTENTS_LINK.exec(line)?.[1] : undefined;
    if (anchor !== undefined) {
      rows.push({ ...quoteOf(at + 1, line.trim()), isFound: anchors.has(plainAnchor(anchor)) });
      gap = 0;
    } else if (rows.length > 0 && ++gap > 3) {
      if (rows.length >= FEWEST_ROWS) break;
      rows.length = 0;
      gap = 0;
    }
  }
  return judgeRows(rows);
}

/** Renderers differ in what they keep of punctuation and in how they number what is repeated. */
function plainAnchor(anchor: string): string {
  return anchor.toLowerCase().replace(/%[0-9a-f]{2}|[^\p{L}\p{N}]/gu, "");
}

function missingLeaders({ lines }: Document): BrokenPromise | null {
  const found: { readonly at: number; readonly title: string }[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.length > 160 || !/\d$/.test(line)) continue;
    const title = CONTENTS_LEADERS.exec(line)?.[2];
    if (title !== undefined) found.push({ at, title: plainTitle(title) });
  }
  const last = found.at(-1)?.at ?? 0;
  const titles = new Set<string>();
  for (let at = last + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const heading =
      line.length <= 160
        ? /^\s{0,8}(?:#{1,6}\s{1,4})?(?:\d{1,2}|[A-Z]|Appendix [A-Z])(?:\.\d{1,2}){0,4}\.?\s{1,4}(\S.{1,120})$/.exec(line)?.[1]
        : undefined;
    if (heading !== undefined) titles.add(plainTitle(heading));
  }
  return judgeRows(found.map(({ at, title }) => ({ ...quoteOf(at + 1, (lines[at] ?? "").trim()), isFound: titles.has(title) })));
}

function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 24);
}

/** Links by label (`[text][label]`) and notes (`[^1]`) whose definitions, which mostly stand at the end, are not there. */
function missingReferences({ lines }: Document): BrokenPromise | null {
  const uses = new Map<string, Quote>();
  const defined = new Set<string>();
  const fences = new FenceTracker();
  for (const [at, line] of lines.entries()) {
    if ((fences.isOpen || line.includes("```") || line.includes("~~~")) && fences.isCode(line)) continue;
    if (!line.includes("[") || line.length > LONGEST_LINE || /^(?: {4}|\t)/.test(line)) continue;
    const definition = /^\s{0,3}\[([^\]]{1,200})\]:/.exec(line)?.[1];
    if (definition !== undefined) defined.add(definition.toLowerCase());
    const plain = line.includes("`") ? line.replace(/``[^`]{1,400}``|`[^`]{1,400}`/g, "x") : line;
    for (const match of plain.matchAll(/\]\[([^\][]{1,100})\](?![[(])|\[(\^[\w-]{1,60})\](?!:)/g)) {
      const label = (match[1] ?? match[2] ?? "").toLowerCase();
      if (!uses.has(label)) uses.set(label, quoteOf(at + 1, line.trim()));
    }
  }
  const missing = [...uses].filter(([label]) => !defined.has(label));
  if (missing.length < FEWEST_REFERENCES || missing.length < LEAST_MISSING_RATIO * uses.size) return null;
  return {
    sort: "missing-references",
    evidence: missing.slice(0, 3).map(([, quote]) => quote),
    missing: missing.length,
    promised: uses.size,
  };
}

/** `Page 3 of 12` in a running head or foot, where no page follows. */
function missingPages({ text, lines }: Document): BrokenPromise | null {
  if (!/\bpage\s{1,2}\d{1,4}\s{1,2}(?:of|\/)\s/i.test(text ?? "")) return null;
  const pages: (Quote & { readonly page: number; readonly of: number })[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.length > 200) continue;
    for (const match of line.matchAll(PAGE_OF))
      pages.push({ ...quoteOf(at + 1, line.trim()), page: Number(match[1]), of: Number(match[2]) });
  }
  const last = pages.at(-1);
  const isRun = pages.every(({ page, of }, at) => page === at + 1 && of === last?.of);
  if (last === undefined || pages.length < 2 || !isRun || last.page >= last.of) return null;
  return { sort: "missing-pages", evidence: [{ line: last.line, quote: last.quote }], missing: last.of - last.page, promised: last.of };
}
