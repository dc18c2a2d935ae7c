import type { CheckedDocument, Rule, RuleOutcome } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";

/** Marker lines that are quoted: two whole conflicts in the three-way style. */
const MOST_QUOTES = 8;

/** A document holds merge conflict markers: two versions of its text stand in it at once. */
export const conflictMarkers: Rule = {
  id: "conflict-markers",
  group: "files",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A document holds merge conflict markers.",
  why: "Two versions of the text stand in it at once, and nobody has decided which one holds.",
  help: "Keep the right side of each conflict, delete the marker lines, and commit the result.",
  *check(document, set): Iterable<RuleOutcome> {
    const markers = document.signals.conflictMarkers;
    const first = markers[0];
    if (!first) return;
    const count = markers.filter(({ quote }) => quote.startsWith("<<<<<<<")).length;
    const entry = entriesLeadingTo(document.path, set)[0];
    yield {
      type: "fault",
      path: document.path,
      place: { line: first.line, column: 1, end: { line: first.line, column: first.quote.length + 1 } },
      ...(entry ? { entry } : {}),
      confidence: isAboutConflicts(document) ? 0.4 : 0.97,
      message: `${document.path} holds ${count === 1 ? "a merge conflict" : `${count} merge conflicts`} that nobody resolved, from line ${first.line} on.`,
      why: conflictMarkers.why,
      help: conflictMarkers.help,
      evidence: markers.slice(0, MOST_QUOTES).map(({ line, quote }) => ({ path: document.path, line, quote, note: noteOf(quote) })),
      identity: `conflict:${document.path}`,
    };
  },
};

function noteOf(quote: string): string {
  if (quote.startsWith("<")) return "one side begins";
  if (quote.startsWith(">")) return "the other side ends";
  return quote.startsWith("|") ? "the common ancestor begins" : "the other side begins";
}

/** A text about merging may show markers outside a code block. */
function isAboutConflicts(document: CheckedDocument): boolean {
  const outline = document.signals.outline;
  return [...(outline?.titles ?? []), ...(outline?.headings ?? [])].some(({ text }) => /\b(?:merge|rebase|conflict)/i.test(text));
}
