import type { Rule, RuleOutcome } from "../types.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { cutForMessage } from "../util/quote.ts";
import { repoint } from "./missing-target.ts";

/** The target is there only under another case. */
export const wrongCase: Rule = {
  id: "wrong-case",
  group: "paths",
  severity: "error",
  isPreview: false,
  scope: "entry",
  summary: "The target is there only with other capital letters.",
  why: "It is found on file systems that ignore case (Windows, macOS) and missing on those that do not (Linux, most servers, Git).",
  help: "Write the target as the file is named.",
  *check(entry, set): Iterable<RuleOutcome> {
    const { resolution } = entry.first;
    if (resolution.state !== "wrong-case") return;
    yield {
      type: "fault",
      path: entry.indexPath,
      place: entry.first.mention.place,
      entry,
      confidence: 0.98,
      message: `The target "${cutForMessage(entry.target)}" is there only in another case: ${resolution.path}.`,
      why: wrongCase.why,
      help: `Write it as the file is named: ${resolution.path}.`,
      evidence: [mentionEvidence(entry.first, set, "the entry")],
      related: [{ path: resolution.path, message: "the file" }],
      fix: { ...repoint(entry.first, resolution.path), safe: true },
      identity: `wrong-case:${entry.id}`,
    };
  },
};
