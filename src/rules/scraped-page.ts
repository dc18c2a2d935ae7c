import type {
  CheckedDocument,
  CheckedSet,
  Entry,
  Evidence,
  Fault,
  PassageSignal,
  Place,
  Quote,
  ResidueSignal,
  Rule,
  RuleOutcome,
  Severity,
} from "../types.ts";
import { claimsDocument, claimsWebPage } from "../util/claimed-kind.ts";
import { lookOf, passageConfidence, scrapedConfidence, scrapedName } from "../util/document-look.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { nameOfLanguage } from "../util/language-names.ts";
import { passageReasons } from "../util/passage-reasons.ts";

/** Share of the characters from which the page around the text outweighs the text. */
const MOST_OF_IT = 0.5;
/** Confidence from which a page may fail a set. */
const SURE = 0.9;
const MOST_QUOTES = 7;
/** Share of the residue's lines from which a passage holds what there is of a page: else the whole document is one. */
const MOST_OF_RESIDUE = 0.8;

/**
 * A document was taken from a web page with the page around it, or holds some lines of one. An error where the page outweighs the text, where the index claims a
 * specification or the like, or where the set has no index and holds no specification; else a warning, as for lines of a page that show by their
 * shape and words only (`signals/passage.ts`). What the index lists as a news article, blog post or saved page is no fault for being one. Longer than 150
 * lines for the two messages, of a whole page and of a part.
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
    const { residue, passage, errorPage } = document.signals;
    const hasResidue = residue !== null && residue.lines.length > 0;
    if ((!hasResidue && passage === null) || errorPage !== null) return;
    const entries = entriesLeadingTo(document.path, set);
    if (entries.some(claimsWebPage)) return;
    const entry = entries.find(claimsDocument) ?? entries[0];
    const common = {
      type: "fault",
      path: document.path,
      ...(entry ? { entry } : {}),
      why: scrapedPage.why,
      identity: `scraped:${document.path}`,
    } as const;
    const whole = hasResidue ? { residue, entry } : null;
    if (passage !== null && (whole === null || holdsMost(passage, whole.residue)))
      yield { ...common, ...partlyScraped(document, set, { passage, entry, whole }) };
    else if (whole !== null) yield { ...common, ...scrapedWhole(document, set, whole) };
  },
};

type Said = Pick<Fault, "place" | "severity" | "confidence" | "message" | "help" | "evidence">;

interface Case {
  readonly residue: ResidueSignal;
  readonly entry: Entry | undefined;
}

function scrapedWhole(document: CheckedDocument, set: CheckedSet, found: Case): Said {
  return {
    ...placeOf(found.residue.lines[0]),
    severity: severityOf(document, set, found),
    confidence: scrapedConfidence(found.residue),
    message: messageOf(document, found.residue, found.entry),
    help: scrapedPage.help,
    evidence: withEntry(evidenceOf(document, found.residue.lines), set, found.entry),
  };
}

function placeOf(first: Quote | undefined): { readonly place?: Place } {
  return first ? { place: { line: first.line, column: 1, end: { line: first.line, column: first.quote.length + 1 } } } : {};
}

interface Part {
  readonly passage: PassageSignal;
  readonly entry: Entry | undefined;
  /** Set where the document would be judged a page as a whole: it keeps that severity. */
  readonly whole: Case | null;
}

function partlyScraped(document: CheckedDocument, set: CheckedSet, { passage, entry, whole }: Part): Said {
  const { place, ratio, opening, said, languages } = passage;
  const share = Math.max(1, Math.round(ratio * 100));
  const where = entry ? ` where the index lists "${entry.title}"` : "";
  const language = languages === null ? "" : ` in ${nameOfLanguage(languages.passage)}`;
  const first = opening.slice(0, 1).map((quote) => ({ path: document.path, ...quote, note: `a page's lines begin here${language}` }));
  const further =
    said.length > 0
      ? evidenceOf(
          document,
          said.filter(({ line }) => line !== place.line),
        )
      : [];
  const more = opening.slice(1).map((quote) => ({ path: document.path, ...quote, note: "goes on like a page" }));
  return {
    place,
    severity: whole === null ? "warning" : severityOf(document, set, whole),
    confidence: Math.max(passageConfidence(passage), whole === null ? 0 : scrapedConfidence(whole.residue)),
    message: `Lines ${place.line} to ${place.end.line} of ${document.path} (${share} % of its characters) are taken from a web page${where}: ${passageReasons(passage).join("; ")}.`,
    help: "Take these lines out, and put back what stood there.",
    evidence: withEntry([...first, ...(further.length > 0 ? further : more)], set, entry),
  };
}

function holdsMost({ place }: PassageSignal, { lines }: ResidueSignal): boolean {
  const held = lines.filter(({ line }) => line >= place.line && line <= place.end.line).length;
  return held >= MOST_OF_RESIDUE * lines.length;
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
function evidenceOf(document: CheckedDocument, lines: PassageSignal["said"]): Evidence[] {
  const seen = new Map<string, number>();
  const quoted = new Set<string>();
  const ranked = lines.flatMap((line) => {
    if (quoted.has(line.quote)) return [];
    quoted.add(line.quote);
    const rank = seen.get(line.sort) ?? 0;
    seen.set(line.sort, rank + 1);
    return [{ line, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.line.line - b.line.line)
    .slice(0, MOST_QUOTES)
    .sort((a, b) => a.line.line - b.line.line)
    .map(({ line: { line, quote, note } }) => ({ path: document.path, line, quote, note }));
}

function withEntry(evidence: readonly Evidence[], set: CheckedSet, entry: Entry | undefined): Evidence[] {
  return entry ? [...evidence, mentionEvidence(entry.first, set, "what the index says stands there")] : [...evidence];
}
