import type { Document, Quote } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { FenceTracker } from "./fence-tracker.ts";

/** Git writes seven of each mark, then a blank and a label, or nothing ("git merge", "How conflicts are presented"). */
const OURS = /^<{7}(?: |$)/;
const BASE = /^\|{7}(?: |$)/;
const MIDDLE = /^={7}$/;
const THEIRS = /^>{7}(?: |$)/;
/** Literal blocks outside Markdown: AsciiDoc's and Org's delimiters, TeX's environments, HTML's and MediaWiki's tags; opening and closing. */
const LITERAL_OPENING =
  /^\s*(?:-{4,}$|\.{4,}$|#\+begin_|\\begin\{(?:verbatim|lstlisting|minted)|<(?:pre|nowiki|source|syntaxhighlight|code)[\s>])/i;
const LITERAL_CLOSING =
  /(?:^\s*(?:-{4,}$|\.{4,}$|#\+end_|\\end\{(?:verbatim|lstlisting|minted))|<\/(?:pre|nowiki|source|syntaxhighlight|code)>)/i;

/** A conflict's lines as indexes from 0, in order. */
type Region = readonly number[];

/**
 * Lines of merge conflict markers that were committed: `<<<<<<<`, perhaps `|||||||` (diff3 style) and `=======`, then `>>>>>>>`, each at a
 * line's start and in this order. A conflict that a code fence or literal block shows as a whole is an example, and left out, unless
 * the markers split a fence. An underline of seven equals signs alone is a heading.
 */
export function measureConflictMarkers(document: Document): Quote[] {
  if (document.text === null || !document.text.includes("<<<<<<<") || !document.text.includes(">>>>>>>")) return [];
  const { lines } = document;
  const regions = findRegions(lines);
  if (regions.length === 0) return [];
  const blocks = literalBlocks(lines);
  return regions
    .filter((region) => !isExample(region, blocks))
    .flat()
    .map((at) => quoteOf(at + 1, lines[at] ?? ""));
}

/** A second `<<<<<<<` before the first one's end starts anew: the first was no marker, or lost its end. */
function findRegions(lines: readonly string[]): Region[] {
  const regions: Region[] = [];
  let open: number[] = [];
  lines.forEach((line, at) => {
    if (OURS.test(line)) open = [at];
    else if (open.length === 0) return;
    else if (BASE.test(line) || MIDDLE.test(line)) open.push(at);
    else if (THEIRS.test(line)) {
      regions.push([...open, at]);
      open = [];
    }
  });
  return regions;
}

/** Number of the literal block that each line stands in, 0 for none. A block's own delimiters belong to it. */
function literalBlocks(lines: readonly string[]): readonly number[] {
  const fences = new FenceTracker();
  let block = 0;
  let isOpen = false;
  let isLiteral = false;
  return lines.map((line) => {
    if (!isLiteral) {
      const isCode = fences.isCode(line);
      if (isCode && !isOpen) block++;
      isOpen = fences.isOpen;
      if (isCode) return block;
      isLiteral = LITERAL_OPENING.test(line);
      if (isLiteral) block++;
      if (isLiteral && !/^\s*[-.]/.test(line) && LITERAL_CLOSING.test(line)) isLiteral = false;
      return isLiteral ? block : 0;
    }
    if (LITERAL_CLOSING.test(line)) isLiteral = false;
    return block;
  });
}

function isExample(region: Region, blocks: readonly number[]): boolean {
  const first = blocks[region[0] ?? 0] ?? 0;
  const last = blocks[region.at(-1) ?? 0];
  return first !== 0 && first === last;
}
