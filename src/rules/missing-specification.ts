import type { CheckedDocument, CheckedSet, Entry, Evidence, Fault, Rule, RuleOutcome } from "../types.ts";
import { claimsSpecification } from "../util/claimed-kind.ts";
import { isCompanion } from "../util/companions.ts";
import { type DocumentLook, lookOf } from "../util/document-look.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** Share of a set's documents that must be waste before a set without an index is said to lack its specification. */
const MOST_OF_SET = 0.5;
const MOST_QUOTES = 8;
const QUOTES_EACH = 4;

/**
 * The set lacks the specification that it is about. With an index: what it calls a specification is a scraped or an error page, and no
 * other document is a specification. Without one: most of what is there is such pages, and nothing is a specification.
 * What a document is comes from its residue, its error-page signal and its headings; there is no model of kinds behind it.
 */
export const missingSpecification: Rule = {
  id: "missing-specification",
  group: "index",
  severity: "error",
  isPreview: false,
  scope: "set",
  summary: "The set has no specification.",
  why: "Whoever builds on this set has nothing that says what is to be built.",
  help: "Add the actual specification, and list it in the index.",
  *check(set): Iterable<RuleOutcome> {
    if (set.indexProblem) return;
    const looks = new Map(set.documents.map((document) => [document, lookOf(document)]));
    if ([...looks.values()].some(({ isSpecification }) => isSpecification)) return;
    if (set.indexes.length === 0) yield* judgeUnlisted(looks, set);
    else yield* judgeListed(looks, set);
  },
};

type Looks = ReadonlyMap<CheckedDocument, DocumentLook>;

function* judgeUnlisted(looks: Looks, set: CheckedSet): Iterable<Fault> {
  const documents = [...looks].filter(([{ path }]) => !isCompanion(path));
  const waste = documents.filter(([, { isWaste }]) => isWaste);
  if (waste.length === 0 || waste.length < MOST_OF_SET * documents.length) return;
  const isAll = waste.length === documents.length;
  const [[document, look] = []] = waste;
  const subject =
    documents.length === 1 && document && look
      ? `The only document, ${document.path}, is ${look.name}`
      : `${isAll ? "All" : `${waste.length} of`} ${documents.length} documents are no documents to build on (${namesOf(waste)})`;
  yield {
    type: "fault",
    path: document?.path ?? set.lookedFor[0] ?? "INDEX.md",
    confidence: (isAll ? 1 : 0.7) * Math.max(...waste.map(([, { confidence }]) => confidence)),
    message: `Needed: the actual specification. ${subject}${isAll ? "" : ", and none of the others shows the marks of a specification"}.`,
    why: missingSpecification.why,
    help: missingSpecification.help,
    evidence: evidenceOf(waste),
    identity: "missing-specification",
  };
}

function* judgeListed(looks: Looks, set: CheckedSet): Iterable<Fault> {
  const claimed = [...looks].flatMap(([document, look]) => {
    const entry = entriesLeadingTo(document.path, set).find(claimsSpecification);
    return entry ? [{ document, look, entry }] : [];
  });
  const wrong = claimed.filter(({ look }) => look.isWaste);
  const [first] = wrong;
  if (!first || wrong.length < claimed.length) return;
  yield {
    type: "fault",
    path: first.entry.indexPath,
    place: first.entry.first.mention.place,
    entry: first.entry,
    confidence: Math.max(...wrong.map(({ look }) => look.confidence)),
    message: `Needed: the actual specification. The index lists ${listOf(wrong)}, and no other document of the set is a specification.`,
    why: missingSpecification.why,
    help: "Put the actual specification in this place.",
    evidence: [
      mentionEvidence(first.entry.first, set, "claims a specification"),
      ...evidenceOf(wrong.map(({ document, look }) => [document, look])),
    ],
    related: wrong.map(({ document, look }) => ({ path: document.path, message: `is ${look.name}` })),
    identity: "missing-specification",
  };
}

function listOf(wrong: readonly { readonly document: CheckedDocument; readonly look: DocumentLook; readonly entry: Entry }[]): string {
  return wrong
    .slice(0, 3)
    .map(({ document, look, entry }) => `"${entry.title}", and ${document.path} is ${look.name}`)
    .join("; ");
}

/** The looks with their counts, the most frequent first. */
function namesOf(waste: readonly (readonly [CheckedDocument, DocumentLook])[]): string {
  const counts = new Map<string, number>();
  for (const [, { name }] of waste) counts.set(name ?? "", (counts.get(name ?? "") ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => (count === 1 ? name : `${name} ${count} times`))
    .join(", ");
}

/** The lines that give them away, a few of each document. */
function evidenceOf(waste: readonly (readonly [CheckedDocument, DocumentLook])[]): Evidence[] {
  return waste
    .flatMap(([{ path, signals }]) => {
      const error = signals.errorPage?.evidence.map((quote) => ({ path, ...quote, note: "what a server said instead" }));
      const residue = signals.residue?.lines.map(({ line, quote, note }) => ({ path, line, quote, note }));
      const pointer = signals.pointer?.evidence.map((quote) => ({ path, ...quote, note: "points to a file that is not here" }));
      return (error ?? pointer ?? residue ?? []).slice(0, QUOTES_EACH);
    })
    .slice(0, MOST_QUOTES);
}
