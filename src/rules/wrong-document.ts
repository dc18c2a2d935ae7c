import type { CheckedDocument, CheckedSet, Entry, IdentityMatch, Rule, RuleOutcome } from "../types.ts";
import { documentAt } from "../util/document-at.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { titleEvidence } from "../util/title-evidence.ts";

/**
 * Log-odds of belonging under which a document is of another set, and under which it is doubtful. Planted documents have -3 to -9; of 1,011
 * untouched entries that say enough, none lies under -2.8 (2026-11).
 */
const STRANGE = -3;
const DOUBTFUL = -2.8;
/** The same where the entry itself says too little ("Glossary", `README.md`), so that only the set's vocabulary speaks: the lowest untouched one has -5.9. */
const STRANGE_BY_VOCABULARY = -6.5;
/** Weight of what entries say, under which they say too little to accuse a document. */
const LEAST_SAID = 1.5;
/** Words under which a document shows too little of itself: a part's page, a list of a few names. With fewer than so many it takes more to doubt it. */
const FEWEST_WORDS = 12;
const FEW_WORDS = 40;
const STRANGE_IN_FEW_WORDS = -4;
/** Another document fits the entry by so much better (log-odds), and itself at least so well. */
const BETTER_BY = 3;
const FITS = 0.5;
/** Log-odds of the pair from which an entry and its document agree well enough to say nothing. */
const AGREES_ENOUGH = -1.5;
/** Data and settings show little of what they are by words. */
const DATA_TYPE = /json|yaml|toml|csv|separated|xml|bibtex/;

/** The document under an entry is not the one that the entry says: it shares hardly a word with it and with the rest of the set, or another fits far better. */
export const wrongDocument: Rule = {
  id: "wrong-document",
  group: "identity",
  severity: "error",
  isPreview: false,
  scope: "entry",
  summary: "A document is not the one that the index says.",
  why: "Everything that is built from it is built on the wrong source.",
  help: "Put the right document in its place, or correct the entry.",
  *check(entry, set): Iterable<RuleOutcome> {
    if (entry.path === null || entriesLeadingTo(entry.path, set)[0] !== entry || isSwapped(entry.path, set)) return;
    const match = set.identity.matches.get(entry.path);
    const document = documentAt(entry.path, set);
    if (!match || !document || match.logOdds >= AGREES_ENOUGH) return;
    const reason = reasonToSkip(match, document);
    if (reason !== null) yield { type: "omission", path: entry.path, entry, reason };
    else yield* judge(entry, match, set);
  },
};

function isSwapped(path: string, set: CheckedSet): boolean {
  return set.identity.permutations.some(({ members }) => members.some((member) => member.path === path));
}

function reasonToSkip(match: IdentityMatch, { type, signals }: CheckedDocument): string | null {
  if (match.says < LEAST_SAID && match.belonging >= STRANGE_BY_VOCABULARY) return "the entry says too little to tell its document by";
  if (match.isOtherScript) return "the index is written in another script than the set's documents, so that they share no words";
  const words = signals.terms?.total ?? 0;
  if (words < FEWEST_WORDS || (words < FEW_WORDS && match.belonging >= STRANGE_IN_FEW_WORDS))
    return "the document is too short to tell what it is";
  return DATA_TYPE.test(type) ? "the document is data, which says too little of what it is" : null;
}

function* judge(entry: Entry, match: IdentityMatch, set: CheckedSet): Iterable<RuleOutcome> {
  const { better, belonging, logOdds } = match;
  if (better !== null && better.logOdds - logOdds >= BETTER_BY && better.logOdds >= FITS && !isOfSameFolder(entry, better.path)) {
    yield faultOf(entry, set, {
      confidence: 0.85,
      message: `${match.path} does not look like "${entry.title}", and ${better.path} does.`,
      help: `Point the entry to ${better.path}, or put the right document at ${match.path}.`,
      better: better.path,
    });
  } else if (belonging < DOUBTFUL) {
    yield faultOf(entry, set, {
      confidence: confidenceOf(match, documentAt(match.path, set)?.signals.terms?.total ?? 0),
      message: `${match.path} does not look like "${entry.title}": it shares hardly a word with its entry${set.documents.length > 1 ? ", and little with the other documents of the set" : ""}.`,
      help: `Put the document "${entry.title}" at ${match.path}, or correct the entry.`,
    });
  } else {
    yield { type: "omission", path: match.path, entry, reason: "the entry and its document share too few words to tell" };
  }
}

/** From the shares of true and false findings at these limits (`models/identity.md`), where one document in twenty is wrong. */
function confidenceOf({ belonging, says }: IdentityMatch, words: number): number {
  if (belonging >= STRANGE || words < FEW_WORDS) return 0.6;
  return says < LEAST_SAID ? 0.75 : 0.93;
}

/** An entry that names a folder means what is in it: another document there fitting better is no fault. */
function isOfSameFolder(entry: Entry, better: string): boolean {
  const { resolution } = entry.first;
  const folder = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  return resolution.state === "found" && resolution.step !== "as-written" && folder(better) === folder(entry.path ?? "");
}

function faultOf(
  entry: Entry,
  set: CheckedSet,
  {
    confidence,
    message,
    help,
    better,
  }: { readonly confidence: number; readonly message: string; readonly help: string; readonly better?: string },
): RuleOutcome {
  const path = entry.path ?? entry.indexPath;
  return {
    type: "fault",
    path,
    entry,
    confidence,
    ...(confidence < 0.9 ? { severity: "warning" as const } : {}),
    message,
    why: wrongDocument.why,
    help,
    evidence: [
      mentionEvidence(entry.first, set, "what the index says"),
      ...titleEvidence(path, set, "what the document calls itself"),
      ...(better === undefined ? [] : titleEvidence(better, set, "what fits the entry better")),
    ],
    ...(better === undefined ? {} : { related: [{ path: better, message: "fits the entry better" }] }),
    identity: `wrong-document:${path}`,
  };
}
