import type { CheckedDocument, CheckedSet, Entry, Evidence, ResidueSignal, Rule, RuleOutcome, Severity } from "../types.ts";
import { claimsDocument, claimsWebPage } from "../util/claimed-kind.ts";
import { lookOf, scrapedConfidence, scrapedName } from "../util/document-look.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** Share of the characters from which the page around the text outweighs the text. */
const MOST_OF_IT = 0.5;
/** Confidence from which a page may fail a set. */
const SURE = 0.9;
const MOST_QUOTES = 7;

/**
 * A document was taken from a web page with the page around it. An error where the page outweighs the text, where the index claims a
 * specification or the like, or where the set has no index and holds no specification; else a warning. What the index lists as a news article, blog post or saved page is no fault for being one.
 */
export const scrapedPage: Rule = {
  id: "scraped-page",
  group: "content",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A document is a scraped web page.",
  why: "Menus, prompts and advertisements are read as if they were the document, and what was saved is often not the document at all.",
  help: "Put the document itself in its place: its published file, or the text without the page around it.",
  *check(document, set): Iterable<RuleOutcome> {
    const { residue, errorPage } = document.signals;
    if (residue === null || residue.lines.length === 0 || errorPage !== null) return;
    const entries = entriesLeadingTo(document.path, set);
    if (entries.some(claimsWebPage)) return;
    const entry = entries.find(claimsDocument) ?? entries[0];
    const [first] = residue.lines;
    yield {
      type: "fault",
      path: document.path,
      ...(first ? { place: { line: first.line, column: 1, end: { line: first.line, column: first.quote.length + 1 } } } : {}),
      ...(entry ? { entry } : {}),
      severity: severityOf(document, set, { residue, entry }),
      confidence: scrapedConfidence(residue),
      message: messageOf(document, residue, entry),
      why: scrapedPage.why,
      help: scrapedPage.help,
      evidence: evidenceOf(document, set, { residue, entry }),
      identity: `scraped:${document.path}`,
    };
  },
};

interface Case {
  readonly residue: ResidueSignal;
  readonly entry: Entry | undefined;
}

function severityOf(document: CheckedDocument, set: CheckedSet, { residue, entry }: Case): Severity {
  const isUnlisted = entry === undefined && set.indexes.length > 0;
  if (isUnlisted || scrapedConfidence(residue) < SURE) return "warning";
  if (residue.ratio >= MOST_OF_IT || (entry !== undefined && claimsDocument(entry) && !lookOf(document).isSpecification)) return "error";
  return entry === undefined && !set.documents.some((other) => isSound(other)) ? "error" : "warning";
}

/** A document with nothing against it. */
function isSound(document: CheckedDocument): boolean {
  return !lookOf(document).isWaste;
}

function messageOf(document: CheckedDocument, residue: ResidueSignal, entry: Entry | undefined): string {
  const count = residue.lines.length;
  const share = Math.max(1, Math.round(residue.ratio * 100));
  const where = entry ? ` where the index lists "${entry.title}"` : "";
  const sorts = [...new Set(residue.lines.map(({ sort }) => sort))].sort();
  return `${document.path} is ${scrapedName(residue)}${where}: ${count} ${count === 1 ? "line" : "lines"} (${share} % of its characters) ${count === 1 ? "belongs" : "belong"} to the page around it (${sorts.join(", ")}).`;
}

/** Lines of every sort, the first of each sort before the second ones, in the order of the text. */
function evidenceOf(document: CheckedDocument, set: CheckedSet, { residue, entry }: Case): Evidence[] {
  const seen = new Map<string, number>();
  const quoted = new Set<string>();
  const ranked = residue.lines.flatMap((line) => {
    if (quoted.has(line.quote)) return [];
    quoted.add(line.quote);
    const rank = seen.get(line.sort) ?? 0;
    seen.set(line.sort, rank + 1);
    return [{ line, rank }];
  });
  const chosen = ranked
    .sort((a, b) => a.rank - b.rank || a.line.line - b.line.line)
    .slice(0, MOST_QUOTES)
    .sort((a, b) => a.line.line - b.line.line)
    .map(({ line: { line, quote, note } }) => ({ path: document.path, line, quote, note }));
  return entry ? [...chosen, mentionEvidence(entry.first, set, "what the index says stands there")] : chosen;
}
