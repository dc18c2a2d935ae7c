/** Asks every rule about every subject; what comes out is a pass, a finding or a skip. */
import { createHash } from "node:crypto";
import { RULES } from "../rules/all.ts";
import type {
  CheckedDocument,
  CheckedSet,
  Entry,
  EntryReference,
  Evidence,
  Fault,
  Finding,
  Omission,
  Rule,
  RuleOutcome,
  Severity,
  Skip,
} from "../types.ts";
import { documentAt } from "../util/document-at.ts";
import { withoutConsequences } from "./consequences.ts";
import { unreadContent } from "./unread-content.ts";

export interface Judgement {
  /** Worst first, then by path and place. */
  readonly findings: readonly Finding[];
  /** By path, then by rule. Skips of the pseudo-rule `read` stand for every rule on the content of a document. */
  readonly skips: readonly Skip[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const LOWER: Readonly<Record<Severity, Severity>> = { error: "warning", warning: "info", info: "info" };
/** Under this confidence a finding is likelier false than true, so its severity falls by one (DESIGN.md section 6). */
const LOW_CONFIDENCE = 0.5;

/**
 * Runs all rules over a set. Deterministic: the same set gives the same findings in the same order. Documents that could not be read are
 * no subject of the rules on documents; each is a skip instead.
 */
export function judgeSet(set: CheckedSet): Judgement {
  const { failed, omissions } = unreadContent(set);
  const documents = set.documents.filter(({ path }) => !failed.has(path));
  const findings: Unnumbered[] = [];
  const skips = omissions.map((omission) => skipOf("read", omission));
  for (const rule of RULES) {
    for (const outcome of outcomesOf(rule, set, documents)) {
      if (outcome.type === "fault") findings.push(findingOf(rule, outcome, set));
      else skips.push(skipOf(rule.id, outcome));
    }
  }
  return {
    findings: withoutConsequences(fingerprinted(findings.sort(compareFindings))),
    skips: skips.sort((a, b) => compareText(a.path, b.path) || compareText(a.rule, b.rule)),
  };
}

function* outcomesOf(rule: Rule, set: CheckedSet, documents: readonly CheckedDocument[]): Iterable<RuleOutcome> {
  switch (rule.scope) {
    case "entry":
      for (const entry of set.entries) yield* rule.check(entry, set);
      return;
    case "document":
      for (const document of documents) yield* rule.check(document, set);
      return;
    case "set":
      yield* rule.check(set);
  }
}

/** A finding before its fingerprint; `identity` is what makes it itself in a later run. */
type Unnumbered = Omit<Finding, "fingerprint"> & { readonly identity: string };

function findingOf(rule: Rule, fault: Fault, set: CheckedSet): Unnumbered {
  const stated = fault.severity ?? rule.severity;
  const capped = rule.isPreview && stated === "error" ? "warning" : stated;
  const severity = fault.confidence < LOW_CONFIDENCE && fault.severity === undefined ? LOWER[capped] : capped;
  return {
    rule: rule.id,
    severity,
    confidence: Math.round(fault.confidence * 1000) / 1000,
    path: fault.path,
    line: fault.place?.line ?? fault.evidence.find((evidence) => evidence.path === fault.path)?.line ?? 1,
    column: fault.place?.column ?? 1,
    entry: fault.entry ? referenceTo(fault.entry) : null,
    message: fault.message,
    why: fault.why,
    help: fault.help,
    evidence: fault.evidence.map((evidence) => withPlace(evidence, set)),
    related: fault.related ?? [],
    fix: fault.fix ?? null,
    waived: false,
    identity: fault.identity ?? `${fault.path}\n${fault.entry?.target ?? ""}\n${fault.message}`,
  };
}

/** Evidence from a document without lines of its own names the page, slide, sheet or message in the line's stead. */
function withPlace(evidence: Evidence, set: CheckedSet): Evidence {
  const { line, ...rest } = evidence;
  const marks = documentAt(evidence.path, set)?.marks;
  if (line === undefined || marks === undefined) return evidence;
  const mark = marks.findLast((candidate) => candidate.line <= line);
  if (!mark) return rest;
  const { line: _, ...place } = mark;
  return { ...rest, ...place };
}

/** Gives each finding a fingerprint of its own: of those with one identity, the second and later ones carry their number in it. */
function fingerprinted(findings: readonly Unnumbered[]): Finding[] {
  const counts = new Map<string, number>();
  return findings.map(({ identity, fix, waived, ...finding }) => {
    const same = `${finding.rule}\n${identity}`;
    const count = (counts.get(same) ?? 0) + 1;
    counts.set(same, count);
    const text = count === 1 ? same : `${same}\n${count}`;
    return { ...finding, fingerprint: createHash("sha256").update(text).digest("hex").slice(0, 16), fix, waived };
  });
}

function skipOf(rule: string, omission: Omission): Skip {
  return { rule, path: omission.path, entry: omission.entry ? referenceTo(omission.entry) : null, reason: omission.reason };
}

/** An entry as findings and skips name it: by its place and target in its index. */
export function referenceTo(entry: Entry): EntryReference {
  const { line, column } = entry.first.mention.place;
  return { path: entry.indexPath, line, column, target: entry.target };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareFindings(a: Unnumbered, b: Unnumbered): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}
