import type { CheckedSet, Entry, Rule, RuleOutcome } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { titleEvidence } from "../util/title-evidence.ts";
import { versionNameOf } from "../util/version-names.ts";
import { type VersionPair, versionPairs } from "../util/version-pairs.ts";

/** Words by which an entry, its section or its status says that it means an old version, or that it tells versions apart. */
const SAYS_OLD =
  /\b(?:old(?:er)?|archived?|archives|obsolete[ds]?|deprecated|super[cs]eded|replaced|previous(?:ly)?|earlier|former|legacy|histor(?:y|ic|ical)|withdrawn|rejected|outdated|retired|not current)\b|veraltet|ersetzt|obsolète|remplacé|obsoleto|sustituid|substituíd|устаре|已废弃|已弃用|已取代|旧版|廃止|旧版/iu;
const SAYS_CURRENT = /\b(?:current|latest|newest|new)\b|aktuell|actuel|actual|текущ|最新|当前/iu;

/** How sure it is that the older one is listed by mistake, by what tells the two apart. */
const CONFIDENCE = {
  name: 0.85,
  stated: 0.85,
  successor: 0.85,
  "marked-old": 0.8,
  unversioned: 0.6,
} satisfies Readonly<Record<VersionPair["toldBy"], number>>;
/** Both are listed and nothing says which one holds: readers may take either. */
const BOTH_LISTED = 0.6;

/** The index lists an older version of a document whose newer version stands in the set too, and says nothing of it. */
export const olderVersion: Rule = {
  id: "older-version",
  group: "identity",
  severity: "warning",
  isPreview: false,
  scope: "set",
  summary: "The index lists an older version of a document that is there in a newer one.",
  why: "What is built from the older version is built on text that was replaced.",
  help: "Point the entry to the newer version, or write in the entry that the older one is meant.",
  *check(set): Iterable<RuleOutcome> {
    for (const pair of versionPairs(set)) {
      const entry = entriesLeadingTo(pair.older.path, set)[0];
      if (entry && !saysOld(entry)) yield* judge(pair, entry, set);
    }
  },
};

function saysOld(entry: Entry): boolean {
  return SAYS_OLD.test([entry.claims.status ?? "", ...entry.sections, ...entry.mentions.map(({ mention }) => mention.rowText)].join(" "));
}

function* judge(pair: VersionPair, entry: Entry, set: CheckedSet): Iterable<RuleOutcome> {
  const { older, newer, toldBy } = pair;
  const other = entriesLeadingTo(newer.path, set)[0];
  if (other && tellsApart(entry, other, pair)) return;
  yield {
    type: "fault",
    path: older.path,
    entry,
    confidence: other ? BOTH_LISTED : namesItsVersion(entry, pair) ? BOTH_LISTED : CONFIDENCE[toldBy],
    ...(other && toldBy === "successor" ? { severity: "info" as const } : {}),
    message: messageOf(pair, entry, other),
    why: olderVersion.why,
    help: other
      ? `Write in the entry of ${older.path} that ${newer.path} takes its place, or take it out of the index.`
      : `Point the entry to ${newer.path}, or write in it that the older version is meant.`,
    evidence: [
      mentionEvidence(entry.first, set, "what the index lists"),
      ...(other ? [mentionEvidence(other.first, set, "where it lists the newer one")] : []),
      ...(pair.evidence.length > 0 ? pair.evidence : [older, newer].flatMap(({ path }) => titleEvidence(path, set, "what it is titled"))),
    ],
    related: [{ path: newer.path, message: "the newer version" }],
    identity: `older-version:${older.path}|${newer.path}`,
  };
}

/** Whether the two entries say which is which: by versions or dates in their rows, by words, or by standing in sections of other names. */
function tellsApart(older: Entry, newer: Entry, { toldBy }: VersionPair): boolean {
  const [one, two] = [older, newer].map(({ mentions }) => mentions.map(({ mention }) => mention.rowText).join(" "));
  if (SAYS_CURRENT.test(two ?? "") || older.sections.join("|") !== newer.sections.join("|")) return true;
  if (toldBy === "successor") return false;
  const versions = (text = "") =>
    (text.match(/\bv?\d+(?:[.-]\d+)+\b|\bv\d+\b|\b(?:draft|version|rev)[- .]?\d+\b|\b(?:19|20)\d{2}\b/giu) ?? []).join(" ");
  return versions(one) !== versions(two);
}

/** The entry itself names the older version by its title, not by its path alone: it may well be meant. */
function namesItsVersion(entry: Entry, { older }: VersionPair): boolean {
  const { text } = versionNameOf(older.path);
  return text !== "" && entry.title.toLowerCase().includes(text.replace(/^v(?:er(?:sion)?)?[-_. ]?/, "")) && entry.title !== entry.target;
}

function messageOf({ older, newer, toldBy, likeness, evidence }: VersionPair, entry: Entry, other: Entry | undefined): string {
  const alike = likeness === null ? "" : ` (${Math.round(likeness * 100)} % of their five-word sequences are the same)`;
  const how = {
    name: `${older.path} is an older version of ${newer.path} by their names${alike}`,
    "marked-old": `${older.path} is kept as an old version of ${newer.path} by its name${alike}`,
    unversioned: `${newer.path} seems to be a newer version of ${older.path} by its name${alike}`,
    stated: `${older.path} states an older version than ${newer.path} does${alike}`,
    successor: `${newer.path} takes the place of ${older.path}, as ${evidence[0]?.path ?? newer.path} says`,
  }[toldBy];
  return other
    ? `${how}; the index lists both and does not say which one holds.`
    : `${how}; the index lists the older one as "${entry.title}" and not the newer.`;
}
