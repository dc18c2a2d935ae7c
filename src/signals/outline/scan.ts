import type { Outline } from "../../types.ts";
import { cutToQuote } from "../../util/quote.ts";

type Title = Outline["titles"][number];

/** What a scanner of one markup found, before titles are ranked and anchors are made. */
export interface OutlineScan {
  readonly headings: Outline["headings"][number][];
  /** Title candidates that are no headings, in any order. */
  readonly titles: Omit<Title, "isGeneric">[];
  /** Shorter names, for menus and machines: candidates of last rank. */
  readonly names: Omit<Title, "isGeneric">[];
  /** Lines that front matter takes. */
  frontMatterLines: number;
  /** Every text that a renderer gives an anchor, in the order of the document: headings, and headings within quotes and lists. */
  readonly slugged: string[];
  /** Anchors that the author set, as written. */
  readonly ids: Set<string>;
}

export function newScan(): OutlineScan {
  return { headings: [], titles: [], names: [], frontMatterLines: 0, slugged: [], ids: new Set() };
}

/** Longest heading in characters; what is longer is a paragraph that a stray underline follows. It still has an anchor. */
const LONGEST_HEADING = 300;

/** Adds a heading with its line (from 1), the line's own words as quote, its plain text and level (from 1). A text without a letter or digit is left out. */
export function addHeading(scan: OutlineScan, heading: Outline["headings"][number]): void {
  if (!/[\p{L}\p{N}]/u.test(heading.text)) return;
  scan.slugged.push(heading.text);
  if (heading.text.length <= LONGEST_HEADING) scan.headings.push({ ...heading, quote: cutToQuote(heading.quote.trim()) });
}

/** Adds a title candidate that is no heading to the titles or the names; an empty one is left out. */
export function addTitle(scan: OutlineScan, title: Omit<Title, "isGeneric">, isName = false): void {
  const text = title.text.replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  (isName ? scan.names : scan.titles).push({ ...title, text: cutToQuote(text), quote: cutToQuote(title.quote.trim()) });
}
