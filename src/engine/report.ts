/** From a judged set to the report of DESIGN.md section 8. */
import type {
  CheckedDocument,
  CheckedSet,
  Entry,
  EntryVerdict,
  Finding,
  IdentityMatch,
  Report,
  ReportDocument,
  ReportEntry,
  Skip,
} from "../types.ts";
import { compilePackageFacts } from "./package-facts.ts";

export interface ReportInput {
  readonly set: CheckedSet;
  readonly findings: readonly Finding[];
  readonly skips: readonly Skip[];
  /** Root relative to the current directory. */
  readonly root: string;
  readonly elapsedMs: number;
}

/** Rules that speak against what a document is: an error of one makes its entry wrong, a warning doubtful. */
const IDENTITY_RULES = new Set([
  "mismatched-number",
  "scraped-page",
  "error-page",
  "empty-file",
  "pointer-file",
  "conflict-markers",
  "wrong-checksum",
  "swapped-documents",
  "wrong-document",
  "wrong-case",
]);

/** Builds the report; entries in the order of the indexes, documents by path, findings worst first. */
export function buildReport({ set, findings, skips, root, elapsedMs }: ReportInput): Report {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity && !finding.waived).length;
  const errors = count("error");
  const byPath = findingsByPath(findings);
  return {
    schemaVersion: 1,
    tool: { name: "seedcheck", version: compilePackageFacts().version },
    root,
    index: set.indexes[0]?.path ?? null,
    indexes: set.indexes.map((index) => ({
      path: index.path,
      form: index.form,
      entries: set.entries.filter((entry) => entry.indexPath === index.path).length,
      externalUrls: index.externalUrlCount,
    })),
    verdict: errors === 0 ? "ready" : "not-ready",
    entries: set.entries.map((entry) => reportEntry(entry, byPath, set)),
    documents: set.documents.map(reportDocument),
    findings,
    skips,
    summary: {
      entries: set.entries.length,
      documents: set.documents.length,
      errors,
      warnings: count("warning"),
      infos: count("info"),
      skips: skips.length,
      elapsedMs,
    },
  };
}

/** Findings by the document at fault and by their entry, as `document\n` and `entry\n` keys. */
function findingsByPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const map = new Map<string, Finding[]>();
  const add = (key: string, finding: Finding) => {
    const list = map.get(key);
    if (list) list.push(finding);
    else map.set(key, [finding]);
  };
  for (const finding of findings) {
    if (!IDENTITY_RULES.has(finding.rule) || finding.waived || finding.severity === "info") continue;
    add(`document\n${finding.path}`, finding);
    // A half-edited row says nothing against the row that it was copied from, whose target it shares.
    if (finding.entry && (finding.rule !== "mismatched-number" || finding.line === finding.entry.line))
      add(`entry\n${finding.entry.path}\n${finding.entry.target}`, finding);
    for (const related of finding.rule === "swapped-documents" ? finding.related : []) add(`document\n${related.path}`, finding);
  }
  return map;
}

function reportEntry(entry: Entry, byPath: Map<string, Finding[]>, set: CheckedSet): ReportEntry {
  const { place } = entry.first.mention;
  const against = [...(byPath.get(`document\n${entry.path}`) ?? []), ...(byPath.get(`entry\n${entry.indexPath}\n${entry.target}`) ?? [])];
  const [verdict, confidence] = verdictOf(entry, against, set);
  return {
    id: entry.id,
    target: entry.target,
    path: entry.path,
    index: entry.indexPath,
    line: place.line,
    column: place.column,
    end: place.end,
    title: entry.title,
    claims: entry.claims,
    sections: entry.sections,
    verdict,
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

/** What speaks against an entry decides; else how well its document agrees with it. Right is only what was compared and agrees. */
function verdictOf(entry: Entry, against: readonly Finding[], set: CheckedSet): readonly [EntryVerdict, number] {
  const worst = against.reduce<Finding | null>(
    (best, finding) => (best === null || finding.confidence > best.confidence ? finding : best),
    null,
  );
  if (entry.path === null) return ["missing", entry.first.certainty];
  if (against.some((finding) => finding.severity === "error")) return ["wrong", worst?.confidence ?? 1];
  if (worst) return ["doubtful", worst.confidence];
  const match = set.identity.matches.get(entry.path);
  return match && agrees(match) ? ["right", rightConfidence(match)] : ["unknown", 0];
}

/** Log-odds of the pair and of belonging from which an entry and its document agree. Source: `models/identity.md`. */
const AGREES = -1.5;
const BELONGS = 2;

function agrees({ logOdds, belonging, isOtherScript, better }: IdentityMatch): boolean {
  return logOdds >= AGREES && belonging >= BELONGS && !isOtherScript && (better === null || better.logOdds - logOdds < 1);
}

/** The probability that the document belongs, never more than what no comparison of words can exceed. */
function rightConfidence({ belonging }: IdentityMatch): number {
  return Math.min(0.99, 1 / (1 + Math.exp(-belonging)));
}

function reportDocument(document: CheckedDocument): ReportDocument {
  const { signals } = document;
  const title = signals.outline?.titles.find((candidate) => !candidate.isGeneric) ?? signals.outline?.titles[0];
  return {
    path: document.path,
    bytes: document.sizeBytes,
    sha256: document.sha256,
    type: document.type,
    language: signals.language,
    kind: signals.kind ? { name: signals.kind.name, confidence: signals.kind.confidence } : null,
    title: title?.text ?? null,
    residueRatio: signals.residue ? Math.round(signals.residue.ratio * 1000) / 1000 : null,
    listed: document.isListed,
  };
}
