import type { Rule, RuleOutcome } from "../types.ts";

/** The index is there and cannot be read as text. */
export const unreadableIndex: Rule = {
  id: "unreadable-index",
  group: "index",
  severity: "error",
  isPreview: false,
  scope: "set",
  summary: "The index cannot be read.",
  why: "What the set should hold is not known, so nothing of it can be checked against the index.",
  help: "Save the index as plain text in UTF-8.",
  *check(set): Iterable<RuleOutcome> {
    if (set.indexProblem) {
      const { path, message, hint } = set.indexProblem;
      yield {
        type: "fault",
        path,
        confidence: 1,
        message: `The index ${path} cannot be read: ${message}.`,
        why: unreadableIndex.why,
        help: hint,
        evidence: [],
        identity: "unreadable-index",
      };
    }
    for (const index of set.indexes) {
      for (const problem of index.problems) {
        yield {
          type: "fault",
          path: index.path,
          place: problem.place,
          confidence: 0.9,
          severity: "warning",
          message: `Part of the index cannot be read: ${problem.message}.`,
          why: unreadableIndex.why,
          help: "Correct the syntax at this place.",
          evidence: [],
          identity: `syntax:${index.path}:${problem.message.replace(/\d+/g, "#")}`,
        };
      }
    }
  },
};
