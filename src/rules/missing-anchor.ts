import type { CheckedSet, ResolvedMention, Rule, RuleOutcome } from "../types.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { cutForMessage } from "../util/quote.ts";
import { slugOf } from "../util/slug.ts";

/** A link's `#anchor` is no heading or id of the document that it leads to. */
export const missingAnchor: Rule = {
  id: "missing-anchor",
  group: "paths",
  severity: "warning",
  isPreview: false,
  scope: "set",
  summary: "A link's #anchor names no heading of its document.",
  why: "The reader lands on the document and not on the part that is meant, or the part is gone.",
  help: "Correct the anchor to a heading that is there.",
  *check(set): Iterable<RuleOutcome> {
    const anchorsByPath = new Map<string, ReadonlySet<string>>();
    for (const document of set.documents) {
      if (document.signals.outline) anchorsByPath.set(document.path, foldedSet(document.signals.outline.anchors));
    }
    for (const index of set.indexes) if (index.anchors) anchorsByPath.set(index.path, foldedSet(index.anchors));
    for (const mention of [...set.entries.flatMap((entry) => entry.mentions), ...set.passing]) {
      const fault = faultOf(mention, anchorsByPath, set);
      if (fault) yield fault;
    }
  },
};

function foldedSet(anchors: readonly string[]): ReadonlySet<string> {
  return new Set(anchors.flatMap((anchor) => [fold(anchor), fold(slugOf(anchor))]));
}

/** Builders differ in punctuation and repeated hyphens; a false alarm is worse than a missed slip. */
function fold(anchor: string): string {
  return anchor.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function faultOf(mention: ResolvedMention, anchorsByPath: ReadonlyMap<string, ReadonlySet<string>>, set: CheckedSet): RuleOutcome | null {
  const { resolution } = mention;
  const path = resolution.state === "anchor" ? mention.indexPath : resolution.state === "found" ? resolution.path : null;
  const anchor = "anchor" in resolution ? resolution.anchor : undefined;
  const anchors = path === null ? undefined : anchorsByPath.get(path);
  if (path === null || anchor === undefined || anchor === "" || !anchors || anchors.size === 0) return null;
  if (isGiven(anchor) || anchors.has(fold(anchor))) return null;
  return {
    type: "fault",
    path: mention.indexPath,
    place: mention.mention.place,
    confidence: 0.85,
    message: `"${cutForMessage(mention.mention.target)}": ${path} has no heading or id "${cutForMessage(anchor)}".`,
    why: missingAnchor.why,
    help: missingAnchor.help,
    evidence: [mentionEvidence(mention, set, "the link")],
    identity: `anchor:${mention.indexPath}:${mention.mention.target}`,
  };
}

/** Anchors that every page has, line numbers of code hosts, text fragments, query-like ones of applications. */
function isGiven(anchor: string): boolean {
  return /^(?:top|readme|L\d+(?:-L?\d+)?|:~:.*|!.*|\/.*|.*=.*)$/i.test(anchor);
}
