import type { Rule, RuleOutcome } from "../types.ts";
import { documentFault, problemToTell } from "../util/document-faults.ts";

/** A document of pages holds no text: pictures of pages, words drawn as shapes, or fonts that name no characters. */
export const noText: Rule = {
  id: "no-text",
  group: "files",
  severity: "error",
  isPreview: false,
  scope: "document",
  summary: "A document holds pages and no text that can be read: a scan.",
  why: "A person sees words and a program sees none: nothing of it can be searched, quoted or checked.",
  help: "Run text recognition over it (ocrmypdf IN.pdf OUT.pdf), or put the original with its text in its place.",
  *check(document, set): Iterable<RuleOutcome> {
    const problem = problemToTell(document, "no-text");
    if (!problem) return;
    const message = `${document.path} has no text: ${problem.message}`;
    yield documentFault(document, set, { rule: noText, message, confidence: 0.9 });
  },
};
