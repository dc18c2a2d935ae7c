import type { Rule, RuleOutcome } from "../types.ts";
import { documentFault, problemToTell } from "../util/document-faults.ts";

/** A document opens with a password or a key only. One that needs a password to be changed, and none to be read, is no fault. */
export const encryptedFile: Rule = {
  id: "encrypted-file",
  group: "files",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A document cannot be opened without a password.",
  why: "Nobody without the password can read it, and no tool can check or search it.",
  help: "Put a copy without a password in its place, or take its entry out of the index.",
  *check(document, set): Iterable<RuleOutcome> {
    const problem = problemToTell(document, "encrypted");
    if (!problem) return;
    const message = `${document.path} is encrypted: ${problem.message}`;
    yield documentFault(document, set, { rule: encryptedFile, message, confidence: 0.99 });
  },
};
