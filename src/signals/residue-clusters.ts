/** Which of the lines that look like page furniture are: those that stand together, or at the document's ends, in enough number and variety. */

import type { PageLine } from "./residue-lines.ts";
import type { LineMatch } from "./residue-matcher.ts";

export interface Candidate extends PageLine, LineMatch {}

/** What the candidates of one document come to. */
export interface Verdict {
  /** Those that convince, in order; empty where the document is no page. */
  readonly lines: readonly Candidate[];
  /** Points of the weightiest cluster, or of the document's ends with its layout, whichever is more. At least 5 make a page. */
  readonly points: number;
}

/** Lines with text between two candidates of one cluster. */
const WIDEST_GAP = 8;
/** Points that make a page, and points of a cluster that is believed once the document is one. */
const ALONE = 5;
const IN_COMPANY = 2;
/** Lines with text at either end of a document among which a page's head and foot stand. */
const EDGE_LINES = 120;
/** What scattered lines must have more than lines that stand together. */
const SCATTERED = 1;
/** Most points of one sort: furniture is of several sorts. */
const MOST_POINTS_OF_SORT = 4;

/** Judges a document's candidates. `layoutPoints` are those of its shape, `lineCount` its number of lines with text. */
export function judgeCandidates(candidates: readonly Candidate[], lineCount: number, layoutPoints: number): Verdict {
  const clusters = clustersOf(candidates).map((lines) => ({ lines, points: pointsOf(lines) }));
  const edges = candidates.filter(({ ordinal }) => ordinal < EDGE_LINES || ordinal >= lineCount - EDGE_LINES);
  const weightiest = clusters.reduce((most, cluster) => Math.max(most, cluster.points), 0);
  const points = Math.max(weightiest, pointsOf(edges) + layoutPoints - SCATTERED);
  if (points < ALONE) return { lines: [], points };
  const isEdge = new Set(edges);
  return {
    lines: clusters.flatMap((cluster) => (cluster.points >= IN_COMPANY ? cluster.lines : cluster.lines.filter((line) => isEdge.has(line)))),
    points,
  };
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

/** Points of some candidates together: each distinct text or phrase once, each sort to its limit. */
export function pointsOf(lines: readonly Candidate[]): number {
  const seen = new Set<string>();
  const bySort = new Map<string, number>();
  for (const { text, phrase, sort, points } of lines) {
    const key = phrase ?? text.toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    bySort.set(sort, Math.min(MOST_POINTS_OF_SORT, (bySort.get(sort) ?? 0) + points));
  }
  return [...bySort.values()].reduce((sum, points) => sum + points, 0);
}
