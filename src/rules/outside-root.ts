import type { Rule, RuleOutcome } from "../types.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { cutForMessage } from "../util/quote.ts";

/** The target leads out of the set's root, which is never read. */
export const outsideRoot: Rule = {
  id: "outside-root",
  group: "paths",
  severity: "error",
  isPreview: false,
  scope: "entry",
  summary: "The target leads out of the set's root.",
  why: "What lies outside is not part of the set: it cannot be checked, and others who get the set do not get it.",
  help: "Move the file into the set, give --root for a larger root, or --allow-outside.",
  *check(entry, set): Iterable<RuleOutcome> {
    const { resolution } = entry.first;
    if (resolution.state !== "outside-root") return;
    yield {
      type: "fault",
      path: entry.indexPath,
      place: entry.first.mention.place,
      entry,
      confidence: 0.95,
      message: `The target "${cutForMessage(entry.target)}" leads out of the set's root.`,
      why: outsideRoot.why,
      help: outsideRoot.help,
      evidence: [mentionEvidence(entry.first, set, "the entry")],
      identity: `outside-root:${entry.id}`,
    };
  },
};
