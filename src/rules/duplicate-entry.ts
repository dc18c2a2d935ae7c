import type { Entry, ResolvedMention, Rule, RuleOutcome } from "../types.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** One listing names one target twice. */
export const duplicateEntry: Rule = {
  id: "duplicate-entry",
  group: "paths",
  severity: "info",
  isPreview: false,
  scope: "entry",
  summary: "The same list or table names the same target twice.",
  why: "A copied line that was not finished leaves one document unlisted.",
  help: "Remove the second line, or point it to the document that it means.",
  *check(entry, set): Iterable<RuleOutcome> {
    const [first, second] = repeated(entry);
    if (!first || !second) return;
    yield {
      type: "fault",
      path: entry.indexPath,
      place: second.mention.place,
      entry,
      confidence: 0.9,
      message: `"${entry.target}" is listed twice: in lines ${first.mention.place.line} and ${second.mention.place.line}.`,
      why: duplicateEntry.why,
      help: duplicateEntry.help,
      evidence: [mentionEvidence(first, set, "the first"), mentionEvidence(second, set, "the second")],
    };
  },
};

/** The first two mentions of one listing that say the same target without an anchor, in different rows. */
function repeated(entry: Entry): readonly ResolvedMention[] {
  const listed = entry.mentions.filter(({ mention }) => mention.role === "listing" && !mention.target.includes("#"));
  for (const [at, first] of listed.entries()) {
    const second = listed
      .slice(at + 1)
      .find(({ mention }) => mention.listing === first.mention.listing && mention.row.line !== first.mention.row.line);
    if (second) return [first, second];
  }
  return [];
}
