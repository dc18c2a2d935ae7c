import type { PdfLine, PdfPage } from "./pdf-pages.ts";

/** Levels from the top and from the bottom of a page on which running headers, footers and page numbers stand. */
const LEVELS = 2;
/** Points within which two lines stand on one level. */
const SAME_LEVEL = 2;
/** Fewest pages that furniture repeats on, and the share of all pages from which it is no coincidence: chapters' headers change, and stand on one side of two. */
const FEWEST_PAGES = 3;
const LEAST_SHARE = 0.3;
/** Share of the lines of one level that must repeat or count for the level to be furniture's. */
const REPEATED_SHARE = 0.6;
const PAGE_NUMBER = /^(?:\W*(?:page|seite|p\.?)?\W*(?:\d{1,5}|[ivxlc]{1,7})(?:\W*(?:of|von|\/)\W*\d{1,5})?\W*)$/i;

interface EdgeLine {
  readonly page: number;
  readonly line: PdfLine;
  readonly key: string;
}

/** The lines of pages that are running headers, footers and page numbers: at the same height at an edge of many pages, with words that repeat. */
export function furnitureOf(pages: readonly PdfPage[]): ReadonlySet<PdfLine> {
  const found = new Set<PdfLine>();
  for (const side of ["top", "bottom"] as const) {
    const edge = pages.flatMap((page) => edgeLines(page, side));
    for (const level of levelsOf(edge)) for (const line of furnitureIn(level, pages.length)) found.add(line);
  }
  return found;
}

function edgeLines({ number, lines }: PdfPage, side: "top" | "bottom"): EdgeLine[] {
  const placed = lines.filter(({ size }) => size > 0).sort((a, b) => (side === "top" ? b.y - a.y : a.y - b.y));
  const heights: number[] = [];
  const edge: EdgeLine[] = [];
  for (const line of placed) {
    const height = heights.at(-1);
    if (height === undefined || Math.abs(height - line.y) > SAME_LEVEL) heights.push(line.y);
    if (heights.length > LEVELS) break;
    edge.push({ page: number, line, key: line.text.toLowerCase().replace(/\d+|\b[ivxlc]+\b/g, "#") });
  }
  return edge;
}

/** Lines by height, all pages together; a level begins where the gap to the line before it is wider than a level. */
function levelsOf(edge: readonly EdgeLine[]): EdgeLine[][] {
  const levels: EdgeLine[][] = [];
  let last = Number.NaN;
  for (const item of [...edge].sort((a, b) => a.line.y - b.line.y)) {
    const level = levels.at(-1);
    if (level && item.line.y - last <= SAME_LEVEL / 2) level.push(item);
    else levels.push([item]);
    last = item.line.y;
  }
  return levels;
}

function furnitureIn(level: readonly EdgeLine[], pageCount: number): PdfLine[] {
  const pages = new Set(level.map(({ page }) => page)).size;
  if (pages < FEWEST_PAGES || pages < pageCount * LEAST_SHARE) return [];
  const pagesOfKey = new Map<string, Set<number>>();
  for (const { key, page } of level) pagesOfKey.set(key, (pagesOfKey.get(key) ?? new Set()).add(page));
  const furniture = level.filter(({ key, line }) => (pagesOfKey.get(key)?.size ?? 0) >= 2 || PAGE_NUMBER.test(line.text));
  return furniture.length < level.length * REPEATED_SHARE ? [] : furniture.map(({ line }) => line);
}
