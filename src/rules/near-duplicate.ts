import type { CheckedDocument, CheckedSet, Evidence, Rule, RuleOutcome } from "../types.ts";
import { isCompanion } from "../util/companions.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { languageOfPath } from "../util/language-names.ts";
import { type NearPair, nearPairs } from "../util/near-copies.ts";
import { titleEvidence } from "../util/title-evidence.ts";
import { versionPairs } from "../util/version-pairs.ts";
import { areEditions } from "./duplicate-document.ts";

/**
 * Jaccard similarity of word 5-grams from which two documents are near copies. Of all pairs of 51 real sets, listed documents that are different ones
 * reach 0.53, and unlisted ones, versions included, 0.77 (2026-11); a text of which one word in fifty was changed has 0.82.
 */
const LEAST_LIKENESS = 0.8;
/** So many near copies of one another are pages of one template or of a generator. */
const TEMPLATE_PAGES = 5;
const TEMPLATE = /template|skeleton|boilerplate|example/i;

/** Two or more documents are nearly the same, word for word. One fault a group. Equal bytes are `duplicate-document`, versions are `older-version`. */
export const nearDuplicate: Rule = {
  id: "near-duplicate",
  group: "identity",
  severity: "info",
  isPreview: false,
  scope: "set",
  summary: "Two documents are nearly the same.",
  why: "One may be a stale copy of the other, or stand in the place of a document that is not here; readers cannot tell which one holds.",
  help: "Keep one of them, or put the right document under the name that is wrong.",
  *check(set): Iterable<RuleOutcome> {
    for (const group of groupsOf(set)) {
      if (!group.documents.some(({ isListed }) => isListed)) continue;
      const first = group.documents[0];
      if (first && group.documents.length >= TEMPLATE_PAGES)
        yield {
          type: "omission",
          path: first.path,
          reason: `${group.documents.length} documents are nearly the same, as pages of one template are`,
        };
      else yield faultOf(group, set);
    }
  },
};

interface Group {
  readonly documents: readonly CheckedDocument[];
  /** The least alike pair that was compared. */
  readonly likeness: number;
}

function groupsOf(set: CheckedSet): Group[] {
  const versions = new Set(versionPairs(set).map(({ older, newer }) => `${older.path}\n${newer.path}`));
  const isVersion = ({ a, b }: NearPair) => versions.has(`${a.path}\n${b.path}`) || versions.has(`${b.path}\n${a.path}`);
  const groups = new Map<CheckedDocument, { documents: CheckedDocument[]; likeness: number }>();
  for (const pair of nearPairs(set)) {
    if (pair.likeness < LEAST_LIKENESS) break;
    if (isVersion(pair) || isMeant(pair)) continue;
    const [left, right] = [groups.get(pair.a), groups.get(pair.b)];
    const documents = [...new Set([...(left?.documents ?? [pair.a]), ...(right?.documents ?? [pair.b])])];
    const joined = { documents, likeness: Math.min(pair.likeness, left?.likeness ?? 1, right?.likeness ?? 1) };
    for (const document of documents) groups.set(document, joined);
  }
  const found = [...new Set(groups.values())];
  for (const { documents } of found) documents.sort((a, b) => compareText(a.path, b.path));
  return found.sort((a, b) => compareText(a.documents[0]?.path ?? "", b.documents[0]?.path ?? ""));
}

/** Equal bytes are told elsewhere; editions, translations, templates and companions are alike on purpose. */
function isMeant({ a, b }: NearPair): boolean {
  if (a.sha256 === b.sha256 || a.signals.pointer !== null || b.signals.pointer !== null) return true;
  if ([a, b].some(({ path, isListed }) => TEMPLATE.test(path) || (!isListed && isCompanion(path)))) return true;
  const [left, right] = [a.signals.language, b.signals.language];
  if (languageOfPath(a.path)?.code !== languageOfPath(b.path)?.code || (left !== null && right !== null && left !== right)) return true;
  return areEditions([a.path, b.path]);
}

function faultOf({ documents, likeness }: Group, set: CheckedSet): RuleOutcome {
  const suspect = documents.findLast(({ isListed }) => !isListed) ?? (documents.at(-1) as CheckedDocument);
  const entries = documents.flatMap(({ path }) => entriesLeadingTo(path, set)[0] ?? []);
  const entry = entriesLeadingTo(suspect.path, set)[0] ?? entries[0];
  const paths = documents.map(({ path }) => path);
  const share = Math.round(likeness * 100);
  return {
    type: "fault",
    path: suspect.path,
    ...(entry ? { entry } : {}),
    confidence: 0.8,
    message: `${listed(paths)} are nearly the same: about ${share} % of their five-word sequences are.`,
    why: nearDuplicate.why,
    help: nearDuplicate.help,
    evidence: [
      ...documents.flatMap(({ path }): Evidence[] => titleEvidence(path, set, "what it is titled")),
      ...entries.map((one) => mentionEvidence(one.first, set, `the entry of ${one.path}`)),
    ],
    related: documents.filter((document) => document !== suspect).map(({ path }) => ({ path, message: "nearly the same" })),
    identity: `near-duplicate:${paths.join("|")}`,
  };
}

function listed(paths: readonly string[]): string {
  return `${paths.slice(0, -1).join(", ")} and ${paths.at(-1)}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
