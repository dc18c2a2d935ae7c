import type { CheckedDocument, CheckedSet, Evidence, Rule, RuleOutcome } from "../types.ts";
import { isCompanion } from "../util/companions.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** A document has no bytes, or nothing but blanks. One that no entry lists is a warning. */
export const emptyFile: Rule = {
  id: "empty-file",
  group: "files",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A document has no bytes, or nothing but blanks.",
  why: "Whoever builds from the set finds nothing where a source should be.",
  help: "Put the document there: a download or a conversion failed, or it was never written. Or take its entry out of the index.",
  *check(document, set): Iterable<RuleOutcome> {
    const problem = document.problems.find(({ kind }) => kind === "empty");
    if (!problem || (!document.isListed && isCompanion(document.path))) return;
    const entry = entriesLeadingTo(document.path, set)[0];
    const expected = entry ? ` The index lists it as "${entry.title}".` : "";
    yield {
      type: "fault",
      path: document.path,
      ...(entry ? { entry } : {}),
      ...(document.isListed ? {} : { severity: "warning" as const }),
      confidence: 0.99,
      message: `${document.path} is empty: ${problem.message}.${expected}`,
      why: emptyFile.why,
      help: emptyFile.help,
      evidence: evidenceOf(document, set),
      identity: `empty:${document.path}`,
    };
  },
};

function evidenceOf(document: CheckedDocument, set: CheckedSet): Evidence[] {
  const entry = entriesLeadingTo(document.path, set)[0];
  return entry ? [mentionEvidence(entry.first, set, "what the index says stands there")] : [];
}
