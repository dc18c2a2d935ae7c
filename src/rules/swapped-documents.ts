import type { CheckedSet, Edit, Entry, Evidence, Fix, Permutation, Rule, RuleOutcome } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { titleEvidence } from "../util/title-evidence.ts";

/** Members of one permutation that are quoted; a shift by one of a long run is told by its first few. */
const MOST_QUOTED = 4;
/** Gain in log-odds for each member from which nine in ten findings are true; under it the finding is a warning. Source: `models/identity.md`. */
const SURE_GAIN = 1.5;

/** Documents stand in one another's place: two exchanged, three rotated, a run shifted by one. One finding for all of them. */
export const swappedDocuments: Rule = {
  id: "swapped-documents",
  group: "identity",
  severity: "error",
  isPreview: false,
  scope: "set",
  summary: "Documents stand in one another's place.",
  why: "Whoever opens one by the index reads the other, and builds on it.",
  help: "Move each document to where its entry points, or exchange the targets in the index.",
  *check(set): Iterable<RuleOutcome> {
    for (const permutation of set.identity.permutations) yield faultOf(permutation, set);
  },
};

function faultOf(permutation: Permutation, set: CheckedSet): RuleOutcome {
  const { members, gain } = permutation;
  const [first] = members;
  const path = first?.path ?? "";
  const entry = entriesLeadingTo(path, set)[0];
  const fix = permutation.isNamedAsItStands ? retarget(permutation, set) : moveFiles(permutation);
  return {
    type: "fault",
    path,
    ...(entry ? { entry } : {}),
    confidence: gain / members.length >= SURE_GAIN ? 0.97 : gain / members.length >= 1 ? 0.9 : 0.8,
    message: messageOf(permutation, set),
    why: swappedDocuments.why,
    help: fix.summary,
    evidence: members.slice(0, MOST_QUOTED).flatMap((member) => evidenceOf(member.path, set)),
    related: members.slice(1).map((member) => ({ path: member.path, message: `its document stands at ${member.contentAt}` })),
    fix,
    identity: `swapped:${members.map((member) => member.path).join("|")}`,
  };
}

function messageOf({ members }: Permutation, set: CheckedSet): string {
  const count =
    members.length === 2 ? "Two documents stand in each other's place" : `${members.length} documents stand in one another's place`;
  const told = members
    .slice(0, MOST_QUOTED)
    .map(({ path, contentAt }) => `${contentAt} holds "${titleOf(path, set)}", which the index lists at ${path}`);
  return `${count}: ${told.join("; ")}${members.length > MOST_QUOTED ? "; and so on" : ""}.`;
}

function titleOf(path: string, set: CheckedSet): string {
  return entriesLeadingTo(path, set)[0]?.title ?? path;
}

function evidenceOf(path: string, set: CheckedSet): Evidence[] {
  const entry = entriesLeadingTo(path, set)[0];
  const listed = entry ? [mentionEvidence(entry.first, set, `what the index says of ${path}`)] : [];
  return [...listed, ...titleEvidence(path, set, "what stands there")];
}

function moveFiles({ members }: Permutation): Fix {
  const moves = members.map(({ path, contentAt }) => ({ from: contentAt, to: path }));
  return { safe: false, summary: `Move ${moves.map(({ from, to }) => `${from} to ${to}`).join(", ")}, all at once.`, edits: [], moves };
}

/** The rows' targets exchanged: for files that are named after what they hold. */
function retarget({ members }: Permutation, set: CheckedSet): Fix {
  const edits = members.flatMap(({ path, contentAt }): Edit[] => {
    const entry = entriesLeadingTo(path, set)[0];
    const other = entriesLeadingTo(contentAt, set)[0];
    return entry && other ? [editOf(entry, other)] : [];
  });
  const told = members.map(({ path, contentAt }) => `"${titleOf(path, set)}" to ${contentAt}`).join(", ");
  return { safe: false, summary: `The files are named after what they hold, so correct the index: point ${told}.`, edits };
}

function editOf(entry: Entry, other: Entry): Edit {
  const { mention } = entry.first;
  return { path: entry.indexPath, place: mention.place, replacement: other.first.mention.target };
}
