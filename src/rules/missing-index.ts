import type { Rule, RuleOutcome } from "../types.ts";

/** No index was found. */
export const missingIndex: Rule = {
  id: "missing-index",
  group: "index",
  severity: "error",
  isPreview: false,
  scope: "set",
  summary: "The set has no index.",
  why: "Without an index nobody says what each document is meant to be, so a wrong one goes unnoticed.",
  help: "Write seeds/INDEX.md: one line a document, with its path, its title and what it is.",
  *check(set): Iterable<RuleOutcome> {
    if (set.indexes.length > 0 || set.indexProblem) return;
    const count = set.documents.length;
    const evidence = set.documents.slice(0, 5).flatMap((document) => {
      const title = document.signals.outline?.titles[0];
      return title ? [{ path: document.path, line: title.line, quote: title.quote, note: "how it begins" }] : [];
    });
    yield {
      type: "fault",
      path: set.indexPath ?? set.lookedFor[0] ?? "INDEX.md",
      confidence: 1,
      message: `There is no index: looked for ${set.lookedFor.join(", ")}. ${count === 0 ? "There are no documents either." : `${count} ${count === 1 ? "document is" : "documents are"} there.`}`,
      why: missingIndex.why,
      help: missingIndex.help,
      evidence,
      identity: "missing-index",
    };
  },
};
