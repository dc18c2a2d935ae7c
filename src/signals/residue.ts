import type { Document, ResidueSignal } from "../types.ts";
import { quoteOf } from "../util/quote.ts";
import { type Candidate, convincingLines } from "./residue-clusters.ts";
import { isHeadlineRow } from "./residue-layout.ts";
import { canBePage, type Dress, visitPageLines } from "./residue-lines.ts";
import { type LineMatch, matchLine } from "./residue-matcher.ts";

/**
 * The lines of a document that belong to the web page it was taken from: menus, prompts, share bars, credits, related links, footers.
 * Method: every line is looked up in tables of what pages say (`residue-phrases.ts`); a line counts only where enough others around it say
 * so too (`residue-clusters.ts`), since one heading "Related" makes no page. Code, tables and data are no text of a page. Null where the
 * document has no text or is a data format; no lines where it is a document through and through.
 */
export function measureResidue(document: Document): ResidueSignal | null {
  if (document.text === null || !canBePage(document.type)) return null;
  const candidates: Candidate[] = [];
  const total = visitPageLines(document, (line) => {
    const match = isHeadlineRow(line.text, line.ordinal) ? HEADLINES : dressed(matchLine(line.text), line.dress);
    if (match !== null) candidates.push({ ...line, ...match });
  });
  const lines = convincingLines(candidates);
  const residue = lines.reduce((sum, { text }) => sum + text.length, 0);
  return {
    lines: lines.map(({ line, text, sort, note }) => ({ ...quoteOf(line, text), sort, note })),
    ratio: total === 0 ? 0 : Math.min(1, residue / total),
  };
}

const HEADLINES: LineMatch = { sort: "navigation", note: "headlines of other articles in a row", points: 2 };

/** A match as its markup lets it count: headings and list items are usual in documents, links within the set are its own. */
function dressed(match: LineMatch | null, dress: Dress): LineMatch | null {
  if (match === null || dress === "bare" || dress === "link") return match;
  if (dress === "local-link") return match.points >= 3 ? match : null;
  return match.points >= 2 ? { ...match, points: match.points / 2 } : null;
}
