/** Which of the lines that look like page furniture are: those that stand together in enough number and variety. */

import type { PageLine } from "./residue-lines.ts";
import type { LineMatch } from "./residue-matcher.ts";

export interface Candidate extends PageLine, LineMatch {}

/** Lines with text between two candidates of one cluster. */
const WIDEST_GAP = 8;
/** Points a cluster needs to stand alone, and where another cluster of the document already does. */
const ALONE = 5;
const IN_COMPANY = 2;
/** Most points of one sort in a cluster: furniture is of several sorts. */
const MOST_POINTS_OF_SORT = 4;

/** The candidates that convince, in order. */
export function convincingLines(candidates: readonly Candidate[]): readonly Candidate[] {
  const clusters = clustersOf(candidates).map((lines) => ({ lines, points: pointsOf(lines) }));
  if (!clusters.some(({ points }) => points >= ALONE)) return [];
  return clusters.filter(({ points }) => points >= IN_COMPANY).flatMap(({ lines }) => lines);
}

function clustersOf(candidates: readonly Candidate[]): Candidate[][] {
  const clusters: Candidate[][] = [];
  for (const candidate of candidates) {
    const open = clusters.at(-1);
    const last = open?.at(-1);
    if (open && last && candidate.ordinal - last.ordinal <= WIDEST_GAP) open.push(candidate);
    else clusters.push([candidate]);
  }
  return clusters;
}

/** Points of a cluster: each distinct text once, each sort to its limit. */
export function pointsOf(lines: readonly Candidate[]): number {
  const seen = new Set<string>();
  const bySort = new Map<string, number>();
  for (const { text, sort, points } of lines) {
    const key = text.toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    bySort.set(sort, Math.min(MOST_POINTS_OF_SORT, (bySort.get(sort) ?? 0) + points));
  }
  return [...bySort.values()].reduce((sum, points) => sum + points, 0);
}
