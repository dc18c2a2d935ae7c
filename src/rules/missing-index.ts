import type { CheckedDocument, CheckedSet, Evidence, Rule, RuleOutcome } from "../types.ts";
import { lookOf } from "../util/document-look.ts";

/** Documents that the message describes one by one, and those that are quoted. */
const MOST_DESCRIBED = 3;
const MOST_QUOTED = 5;
const LONGEST_TITLE = 60;

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
    yield {
      type: "fault",
      path: set.indexPath ?? set.lookedFor[0] ?? "INDEX.md",
      confidence: 1,
      message: `There is no index: looked for ${set.lookedFor.join(", ")}. ${whatIsThere(set)}`,
      why: missingIndex.why,
      help: missingIndex.help,
      evidence: set.documents.slice(0, MOST_QUOTED).flatMap(beginningOf),
      identity: "missing-index",
    };
  },
};

/** How many documents there are, and what they seem to be. */
function whatIsThere({ documents }: CheckedSet): string {
  const count = documents.length;
  if (count === 0) return "There are no documents either.";
  const described = documents.slice(0, MOST_DESCRIBED).map(describe);
  const more = count > MOST_DESCRIBED ? ` and ${count - MOST_DESCRIBED} more` : "";
  return `${count} ${count === 1 ? "document is" : "documents are"} there: ${described.join(", ")}${more}.`;
}

/** The document's path with what it seems to be, else with its title. */
function describe(document: CheckedDocument): string {
  const { name } = lookOf(document);
  if (name !== null) return `${document.path} (seems to be ${name})`;
  const title = document.signals.outline?.titles[0]?.text;
  return title === undefined ? document.path : `${document.path} ("${cut(title)}")`;
}

function cut(title: string): string {
  const characters = [...title];
  return characters.length <= LONGEST_TITLE ? title : `${characters.slice(0, LONGEST_TITLE).join("").trimEnd()}…`;
}

function beginningOf(document: CheckedDocument): Evidence[] {
  const title = document.signals.outline?.titles[0];
  return title ? [{ path: document.path, line: title.line, quote: title.quote, note: "how it begins" }] : [];
}
