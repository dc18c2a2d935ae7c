import type { Rule, RuleOutcome } from "../types.ts";

/** The index lists nothing. */
export const emptyIndex: Rule = {
  id: "empty-index",
  group: "index",
  severity: "error",
  isPreview: false,
  scope: "set",
  summary: "The index lists no document.",
  why: "An index without entries says of no document what it is.",
  help: "List each document with its path, its title and what it is.",
  *check(set): Iterable<RuleOutcome> {
    const index = set.indexes[0];
    if (!index || set.entries.length > 0) return;
    const urls = index.externalUrlCount;
    const passing = set.passing.length;
    const seen = [
      passing > 0 ? `${counted(passing, "reference")} in running text` : "",
      urls > 0 ? `${counted(urls, "URL")} that ${urls === 1 ? "leads" : "lead"} out of the set` : "",
    ].filter((text) => text !== "");
    yield {
      type: "fault",
      path: index.path,
      confidence: 0.95,
      message: `The index ${index.path} (read as ${index.form}) lists no document${seen.length > 0 ? `; it holds ${seen.join(" and ")}` : index.text.trim() === "" ? ": it is empty" : ""}.`,
      why: emptyIndex.why,
      help: emptyIndex.help,
      evidence: [],
      identity: "empty-index",
    };
  },
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
