/** What the rules on a document's bytes have in common: who is asked, and how a fault of a file is told. */
import type { CheckedDocument, CheckedSet, DocumentProblem, Evidence, Fault, Severity } from "../types.ts";
import { isCompanion } from "./companions.ts";
import { entriesLeadingTo } from "./entries-leading-to.ts";
import { mentionEvidence } from "./index-evidence.ts";

interface DocumentFault {
  readonly rule: { readonly id: string; readonly why: string; readonly help: string };
  /** What is wrong with the file, without what the index says of it. */
  readonly message: string;
  readonly confidence: number;
  /** Only where it is lower than the rule's own. */
  readonly severity?: Severity;
  /** From the document itself; the index's line follows it. */
  readonly evidence?: readonly Evidence[];
}

/** A fault of a file's bytes, with the first entry that leads to it; where none does, one step less severe. */
export function documentFault(
  document: CheckedDocument,
  set: CheckedSet,
  { rule, message, confidence, severity, evidence = [] }: DocumentFault,
): Fault {
  const entry = entriesLeadingTo(document.path, set)[0];
  const lowered = document.isListed ? severity : severity === "warning" ? "info" : "warning";
  return {
    type: "fault",
    path: document.path,
    ...(entry ? { entry } : {}),
    ...(lowered === undefined ? {} : { severity: lowered }),
    confidence,
    message: `${message}.${entry ? ` The index lists it as "${entry.title}".` : ""}`,
    why: rule.why,
    help: rule.help,
    evidence: [...evidence, ...(entry ? [mentionEvidence(entry.first, set, "what the index says stands there")] : [])],
    identity: `${rule.id}:${document.path}`,
  };
}

/** The first problem of a kind that a document has; none for a companion that no entry lists. */
export function problemToTell(document: CheckedDocument, kind: DocumentProblem["kind"]): DocumentProblem | undefined {
  if (!document.isListed && isCompanion(document.path)) return undefined;
  return document.problems.find((problem) => problem.kind === kind);
}
