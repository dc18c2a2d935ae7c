import type { Entry, ResolvedMention, Rule, RuleOutcome } from "../types.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { cutForMessage } from "../util/quote.ts";

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
      message: `"${cutForMessage(entry.target)}" is listed twice: in lines ${first.mention.place.line} and ${second.mention.place.line}.`,
      why: duplicateEntry.why,
      help: duplicateEntry.help,
      evidence: [mentionEvidence(first, set, "the first"), mentionEvidence(second, set, "the second")],
      identity: `duplicate:${entry.id}`,
    };
  },
};

/** `#part`, `:12`, `:12-20`: a place in the document, of which there are many. */
const PLACE_IN_DOCUMENT = /#|:\d+(?:[:-]\d+)?$/;

/** The first two mentions of one listing that say the same target without a place in it, in different rows. */
function repeated(entry: Entry): readonly ResolvedMention[] {
  const listed = entry.mentions.filter(({ mention }) => mention.role === "listing" && !PLACE_IN_DOCUMENT.test(mention.target));
  const firsts = new Map<string, ResolvedMention>();
  for (const second of listed) {
    const first = firsts.get(second.mention.listing);
    if (first && first.mention.row.line !== second.mention.row.line) return [first, second];
    if (!first) firsts.set(second.mention.listing, second);
  }
  return [];
}
