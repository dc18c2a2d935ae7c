import type { Document, ResidueSignal } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { type Candidate, judgeCandidates } from "./residue-clusters.ts";
import { isHeadlineRow, LayoutScan } from "./residue-layout.ts";
import { canBePage, type Dress, visitPageLines } from "./residue-lines.ts";
import { type LineMatch, matchLine } from "./residue-matcher.ts";

/**
 * The lines of a document that belong to the web page it was taken from: menus, prompts, share bars, credits, related links, footers.
 * Method: every line is looked up in tables of what pages say (`residue-phrases.ts`), the page's shape adds to it (`residue-layout.ts`), and
 * a line counts only where enough others say so too (`residue-clusters.ts`), since one heading "Related" makes no page. Code, tables and
 * data are no text of a page. Null where the document has no text or is a data format; no lines where it is a document through and through.
 */
export function measureResidue(document: Document): ResidueSignal | null {
  if (document.text === null || !canBePage(document.type)) return null;
  const candidates: Candidate[] = [];
  const layout = new LayoutScan();
  const total = visitPageLines(document, (line) => {
    const match = isHeadlineRow(line.text, line.ordinal) ? HEADLINES : dressed(matchLine(line.text), line.dress);
    if (match !== null) candidates.push({ ...line, ...match });
    layout.add(line);
  });
  const signs = layout.signs();
  const verdict = judgeCandidates(candidates, total.lines, signs.points);
  const lines = verdict.lines.length === 0 ? [] : inOrder([...verdict.lines, ...signs.lines]);
  const residue = lines.reduce((sum, { text }) => sum + text.length, 0);
  return {
    lines: lines.map(({ line, text, sort, note }) => ({ ...quoteOf(line, text), sort, note })),
    ratio: total.characters === 0 ? 0 : Math.min(1, residue / total.characters),
    points: verdict.points,
  };
}

const HEADLINES: LineMatch = { sort: "navigation", note: "headlines of other articles in a row", points: 2 };

/** A match as its markup lets it count: headings and list items are usual in documents, links within the set are its own. */
function dressed(match: LineMatch | null, dress: Dress): LineMatch | null {
  if (match === null || dress === "bare" || dress === "link") return match;
  if (dress === "local-link") return match.points >= 3 ? match : null;
  return match.points >= 2 ? { ...match, points: match.points / 2 } : null;
}

/** Each line once, what its words say before what its shape says. */
function inOrder(lines: readonly Candidate[]): Candidate[] {
  const byOrdinal = new Map<number, Candidate>();
  for (const line of lines) if (!byOrdinal.has(line.ordinal)) byOrdinal.set(line.ordinal, line);
  return [...byOrdinal.values()].sort((a, b) => a.ordinal - b.ordinal);
}
