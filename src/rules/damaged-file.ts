import type { Rule, RuleOutcome } from "../types.ts";
import { documentFault, problemToTell } from "../util/document-faults.ts";

/** The bytes of a document are broken: cut off, overwritten, or lost in part. One that no entry lists is a warning. */
export const damagedFile: Rule = {
  id: "damaged-file",
  group: "files",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A document is damaged: its end or a part of it is missing.",
  why: "What is missing cannot be seen by whoever builds on the rest, and programs disagree about what is left.",
  help: "Fetch or export the document again, compare its size with the original, and put the whole file in its place.",
  *check(document, set): Iterable<RuleOutcome> {
    const problem = problemToTell(document, "damaged");
    if (!problem) return;
    const message = `${document.path} is damaged: ${problem.message}`;
    yield documentFault(document, set, { rule: damagedFile, message, confidence: 0.95 });
  },
};
