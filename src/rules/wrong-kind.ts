import type { CheckedDocument, CheckedSet, Entry, KindSignal, Rule, RuleOutcome } from "../types.ts";
import { claimsDocument, claimsWebPage } from "../util/claimed-kind.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** Log-odds under which hardly any specification lies: of 723 labelled ones none (`models/kind.md`). */
const UNLIKE_SPECIFICATION = -1;
/** Confidence of the kind's group from which it is named; nine in ten such are right (`models/kind.md`). */
const SURE = 0.7;
/** Groups of kinds that no project is built on, and what a document of them is called. */
const OTHER_GROUPS: ReadonlyMap<string, string> = new Map([
  ["press", "a news article or blog post"],
  ["site", "a page that promotes, leads on or says that something failed"],
  ["recipe", "a recipe"],
  ["talk", "talk: a transcript, a forum or a letter"],
  ["fiction", "a story"],
]);

/**
 * The index says that a document is a specification, a design, a paper or the like, and by its words it is press, promotion or talk. A linear
 * model's judgement: never more than a warning, and none for what the index itself calls an article, a page or an interview.
 */
export const wrongKind: Rule = {
  id: "wrong-kind",
  group: "content",
  severity: "warning",
  isPreview: false,
  scope: "document",
  summary: "A document is of another kind than the index says.",
  why: "An article about a thing is not the thing: what it leaves out or gets wrong is built on.",
  help: "Put the document itself in its place, or say in the index what this one is.",
  *check(document, set): Iterable<RuleOutcome> {
    const { kind, errorPage } = document.signals;
    const entries = entriesLeadingTo(document.path, set);
    const entry = entries.find(claimsDocument);
    if (kind === null || errorPage !== null || !entry || entries.some(claimsWebPage)) return;
    const other = OTHER_GROUPS.get(kind.group.name);
    if (other === undefined || kind.group.confidence < SURE || kind.specificationLogOdds > UNLIKE_SPECIFICATION) return;
    yield faultOf(document, set, { kind, entry, other });
  },
};

interface Case {
  readonly kind: KindSignal;
  readonly entry: Entry;
  readonly other: string;
}

function faultOf(document: CheckedDocument, set: CheckedSet, { kind, entry, other }: Case): RuleOutcome {
  const percent = Math.round(kind.group.confidence * 100);
  return {
    type: "fault",
    path: document.path,
    entry,
    confidence: Math.min(0.9, kind.group.confidence),
    message: `${document.path} reads like ${other} (${kind.name}, ${percent} %), where the index lists "${entry.title}" as a document to build on.`,
    why: wrongKind.why,
    help: wrongKind.help,
    evidence: [
      mentionEvidence(entry.first, set, "what the index says"),
      ...kind.evidence.map(({ line, quote }) => ({ path: document.path, line, quote, note: `speaks for ${kind.name}` })),
    ],
    identity: `wrong-kind:${document.path}`,
  };
}
