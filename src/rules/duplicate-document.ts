import type { CheckedDocument, CheckedSet, Entry, Evidence, Rule, RuleOutcome } from "../types.ts";
import { isCompanion } from "../util/companions.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { overlapRatio, wordsOf, wordsOfPath } from "../util/words.ts";

/** Files under this size are equal by chance: a section's one-line page, an empty list, `{}`. */
const SMALLEST_BYTES = 32;
const MOST_QUOTES = 6;
/** A folder that parts editions of the same documents: a version, a branch's name, a language. */
const EDITION_SEGMENT =
  /^(?:v?\d+(?:[._-]\d+){0,3}|version-[\w.]+|latest|next|current|stable|main|master|develop|unreleased|[a-z]{2}(?:[-_][A-Za-z]{2,4})?)$/;

/**
 * The same bytes stand at two listed paths, or at a listed and an unlisted one. One fault a group. Empty and tiny files, pointers,
 * unlisted companions, and companions among themselves (licences and the like) are left out.
 */
export const duplicateDocument: Rule = {
  id: "duplicate-document",
  group: "identity",
  severity: "warning",
  isPreview: false,
  scope: "set",
  summary: "The same bytes stand under two names.",
  why: "One of the names promises another document, which is not here; or two copies are kept, and will come to differ.",
  help: "Put the right document under the name that is wrong. If both names mean the same document, keep one file and let every entry point to it.",
  *check(set): Iterable<RuleOutcome> {
    for (const group of groupsOf(set)) if (group.some(({ isListed }) => isListed)) yield faultOf(group, set);
  },
};

/** A licence or the like is the same wherever it stands; the README of a listed folder is that folder's document. */
function isSharedCompanion({ path }: CheckedDocument): boolean {
  return isCompanion(path) && !/(?:^|\/)readme[^/]*$/i.test(path);
}

/** Documents with equal bytes, groups and members sorted by path. */
function groupsOf(set: CheckedSet): CheckedDocument[][] {
  const groups = new Map<string, CheckedDocument[]>();
  for (const document of set.documents) {
    if (document.sha256 === "" || document.sizeBytes < SMALLEST_BYTES || document.signals.pointer !== null) continue;
    if ((isCompanion(document.path) && !document.isListed) || document.problems.some(({ kind }) => kind === "empty")) continue;
    const group = groups.get(document.sha256);
    if (group) group.push(document);
    else groups.set(document.sha256, [document]);
  }
  return [...groups.values()].filter((group) => group.length > 1 && !group.every(isSharedCompanion));
}

function faultOf(group: readonly CheckedDocument[], set: CheckedSet): RuleOutcome {
  const suspect = suspectOf(group, set);
  const entries = group.flatMap(({ path }) => entriesLeadingTo(path, set));
  const entry = entriesLeadingTo(suspect.path, set)[0] ?? entries[0];
  const paths = group.map(({ path }) => path);
  const unlisted = group.filter(({ isListed }) => !isListed);
  return {
    type: "fault",
    path: suspect.path,
    ...(entry ? { entry } : {}),
    confidence: confidenceOf(group, entries),
    message: `${joined(paths)} hold the same ${suspect.sizeBytes.toLocaleString("en")} bytes.${saidOf(entries)}${unlistedOf(unlisted)}`,
    why: duplicateDocument.why,
    help: duplicateDocument.help,
    evidence: [
      ...titleEvidence(suspect),
      ...entries.slice(0, MOST_QUOTES).map((one) => mentionEvidence(one.first, set, `the entry of ${one.path}`)),
    ],
    related: group.filter((document) => document !== suspect).map(({ path }) => ({ path, message: "the same bytes" })),
    identity: `same-bytes:${paths.join("|")}`,
  };
}

/** An unlisted copy is the one too many. Of listed ones it is the one whose name and entry have least in common with the document's own title. */
function suspectOf(group: readonly CheckedDocument[], set: CheckedSet): CheckedDocument {
  const unlisted = group.filter(({ isListed }) => !isListed);
  const ranked = (unlisted.length > 0 ? unlisted : group).map((document) => {
    const named = [...wordsOfPath(document.path), ...entriesLeadingTo(document.path, set).flatMap(({ title }) => wordsOf(title))];
    return { document, likeness: overlapRatio(named, wordsOf(document.signals.outline?.titles[0]?.text ?? "")) };
  });
  const lowest = Math.min(...ranked.map(({ likeness }) => likeness));
  return ranked.findLast(({ likeness }) => likeness === lowest)?.document ?? (group[0] as CheckedDocument);
}

/** Entries that promise different documents are most likely a fault; an unlisted copy in another folder, or in another edition's, the least. */
function confidenceOf(group: readonly CheckedDocument[], entries: readonly Entry[]): number {
  if (areEditions(group.map(({ path }) => path))) return 0.3;
  const listed = group.filter(({ isListed }) => isListed).length;
  if (listed > 1) return new Set(entries.map(promiseOf)).size > 1 ? 0.9 : 0.7;
  return new Set(group.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1))).size === 1 ? 0.7 : 0.5;
}

/** What an entry says of its document, apart from its path. */
function promiseOf(entry: Entry): string {
  const { title, identifier, number, version, language } = entry.claims;
  return [title ?? entry.title, identifier, number, version, language].map((claim) => wordsOf(claim ?? "").join(" ")).join("|");
}

/** Whether the paths differ in one folder only, and it names a version or a language in each. */
export function areEditions(paths: readonly string[]): boolean {
  const [first = [], ...others] = paths.map((path) => path.split("/"));
  return others.every((other) => {
    const differing = other.flatMap((segment, at) => (segment === first[at] ? [] : [at]));
    const at = differing[0];
    if (other.length !== first.length || differing.length !== 1 || at === undefined || at === first.length - 1) return false;
    return EDITION_SEGMENT.test(first[at] ?? "") && EDITION_SEGMENT.test(other[at] ?? "");
  });
}

function saidOf(entries: readonly Entry[]): string {
  if (entries.length === 0) return "";
  const said = entries
    .slice(0, MOST_QUOTES)
    .map((entry) => `${entry.path} as "${entry.title}" (${entry.indexPath}:${entry.first.mention.place.line})`);
  return ` The index lists ${joined(said)}.`;
}

function unlistedOf(documents: readonly CheckedDocument[]): string {
  if (documents.length === 0) return "";
  return ` No entry lists ${joined(documents.map(({ path }) => path))}.`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function titleEvidence(document: CheckedDocument): Evidence[] {
  const title = document.signals.outline?.titles[0];
  return title ? [{ path: document.path, line: title.line, quote: title.quote, note: "what all of them are titled" }] : [];
}
