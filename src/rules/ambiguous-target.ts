import type { Rule, RuleOutcome } from "../types.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { cutForMessage } from "../util/quote.ts";

/** A bare name fits several files. */
export const ambiguousTarget: Rule = {
  id: "ambiguous-target",
  group: "paths",
  severity: "warning",
  isPreview: false,
  scope: "entry",
  summary: "The target is a bare name that several files have.",
  why: "Two readers of the index can open two different documents.",
  help: "Write the path from the index's folder.",
  *check(entry, set): Iterable<RuleOutcome> {
    const { resolution } = entry.first;
    if (resolution.state !== "ambiguous") return;
    const shown = resolution.paths.slice(0, 5);
    const more = resolution.paths.length - shown.length;
    yield {
      type: "fault",
      path: entry.indexPath,
      place: entry.first.mention.place,
      entry,
      confidence: 0.8,
      message: `The target "${cutForMessage(entry.target)}" fits ${resolution.paths.length} files: ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
      why: ambiguousTarget.why,
      help: ambiguousTarget.help,
      evidence: [mentionEvidence(entry.first, set, "the entry")],
      related: shown.map((path) => ({ path, message: "has this name" })),
      identity: `ambiguous:${entry.id}`,
    };
  },
};
