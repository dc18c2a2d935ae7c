import type { CheckedSet, Fault, ResolvedMention, Rule, RuleOutcome } from "../types.ts";
import { isCompanion } from "../util/companions.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { cutForMessage } from "../util/quote.ts";
import { reasonOf, repoint } from "./missing-target.ts";

/** A link or path in running text leads to no file. */
export const missingPassingTarget: Rule = {
  id: "missing-passing-target",
  group: "paths",
  severity: "warning",
  isPreview: false,
  scope: "set",
  summary: "A link or path in the index's running text leads to no file.",
  why: "The text sends its reader to something that is not there.",
  help: "Point the link to the right file, or take it out.",
  *check(set): Iterable<RuleOutcome> {
    for (const mention of set.passing) {
      const fault = faultOf(mention, set);
      if (fault) yield fault;
    }
  },
};

function faultOf(mention: ResolvedMention, set: CheckedSet): Fault | null {
  const { resolution } = mention;
  const base = {
    type: "fault" as const,
    path: mention.indexPath,
    place: mention.mention.place,
    confidence: mention.certainty,
    why: missingPassingTarget.why,
    help: missingPassingTarget.help,
    identity: `passing:${resolution.state}:${mention.indexPath}:${mention.mention.target}`,
  };
  const evidence = [mentionEvidence(mention, set, "the text")];
  const target = cutForMessage(mention.mention.target);
  if (resolution.state === "wrong-case") {
    const help = `Write it as ${resolution.path}.`;
    return {
      ...base,
      message: `"${target}" is there only in another case: ${resolution.path}.`,
      help,
      evidence,
      fix: repoint(mention, resolution.path),
    };
  }
  if (resolution.state === "outside-root") {
    return {
      ...base,
      message: `"${target}" leads out of the set, so it is not looked at.`,
      help: "Give --root for a larger root, or --allow-outside.",
      evidence,
      severity: "info",
    };
  }
  if (resolution.state !== "missing") return null;
  const [best] = resolution.candidates;
  const isLikely = best !== undefined && best.likeness >= 0.7;
  const isSure =
    mention.mention.notation === "link" &&
    mention.mention.isEmbedded !== true &&
    !isCompanion(mention.mention.target.replace(/[#?].*$/, ""));
  return {
    ...base,
    severity: isSure ? "warning" : "info",
    message: `"${target}" is not there.`,
    help: isLikely ? `Point it to ${best.path} (${reasonOf(best)}), or take it out.` : missingPassingTarget.help,
    evidence,
    related: resolution.candidates.map((candidate) => ({ path: candidate.path, message: reasonOf(candidate) })),
    ...(isLikely ? { fix: repoint(mention, best.path) } : {}),
  };
}
