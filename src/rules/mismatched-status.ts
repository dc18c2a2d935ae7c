import type { CheckedDocument, CheckedSet, Entry, ResolvedMention, Rule, RuleOutcome, StatedField } from "../types.ts";
import { documentAt } from "../util/document-at.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { type Status, statusOf } from "../util/status-words.ts";

/**
 * When an index and its documents speak of the same status: from so many rows on it can be told; where so large a share of them agree, one that differs
 * is most likely a mistake; where fewer do, but more than `least`, and both use the same words, the documents or the index have been left behind.
 */
const VOCABULARY = { rows: 4, agreeing: 0.6, least: 0.3, common: 0.6 } as const;
const CONFIDENCE = {
  /** One side says that it is being made, or ended, where the other says that it holds. */
  otherPhase: 0.95,
  /** Both words are used in the other rows. */
  otherWord: 0.9,
  /** Most rows agree in their words, and not in which document has which. */
  leftBehind: 0.6,
  /** Too few rows to know the index's words by. */
  alone: 0.7,
} as const;

/** The index gives a document another status than the document's own head does. */
export const mismatchedStatus: Rule = {
  id: "mismatched-status",
  group: "identity",
  severity: "warning",
  isPreview: false,
  scope: "set",
  summary: "The index and a document give its status differently.",
  why: "One of them is out of date: a draft is taken for settled, or a withdrawn document for one that holds.",
  help: "Find out which status holds, and correct the other place.",
  *check(set): Iterable<RuleOutcome> {
    for (const rows of rowsByIndex(set)) yield* judge(rows, set);
  },
};

/** An entry with a status, and its document with one. */
interface Row {
  readonly entry: Entry;
  readonly mention: ResolvedMention;
  readonly document: CheckedDocument;
  readonly stated: StatedField;
  readonly claimed: Status;
  readonly own: Status;
}

/** The rows that can be compared, index by index. */
function rowsByIndex(set: CheckedSet): Row[][] {
  const rows = new Map<string, Row[]>();
  for (const entry of set.entries) {
    const document = documentAt(entry.path ?? "", set);
    const stated = document?.signals.versions?.status;
    const claim = entry.claims.status;
    if (!document || !stated || claim === undefined) continue;
    const [claimed, own] = [statusOf(claim), statusOf(stated.text)];
    const mention = entry.mentions.find((one) => one.mention.claims.status === claim) ?? entry.first;
    if (claimed && own)
      rows.set(entry.indexPath, [...(rows.get(entry.indexPath) ?? []), { entry, mention, document, stated, claimed, own }]);
  }
  return [...rows.values()];
}

function* judge(rows: readonly Row[], set: CheckedSet): Iterable<RuleOutcome> {
  const agreeing = rows.filter(({ claimed, own }) => claimed.word === own.word).length;
  const ownWords = new Set(rows.map(({ own }) => own.word));
  const agreement = agreementOf(rows, { agreeing, ownWords });
  for (const row of rows) {
    const { entry, document, claimed, own } = row;
    if (claimed.word === own.word) continue;
    if (agreement === "none") {
      const reason = `the index and the documents do not mean the same by status: ${agreeing} of ${rows.length} rows agree`;
      yield { type: "omission", path: document.path, entry, reason };
    } else if (claimed.phase !== own.phase) {
      yield faultOf(row, set, { most: CONFIDENCE.otherPhase, some: CONFIDENCE.leftBehind, unknown: CONFIDENCE.alone }[agreement]);
    } else if (agreement === "most" && ownWords.has(claimed.word)) {
      yield faultOf(row, set, CONFIDENCE.otherWord);
    }
  }
}

/** How far an index and its documents agree; `unknown` where too few rows can be compared. */
function agreementOf(
  rows: readonly Row[],
  { agreeing, ownWords }: { readonly agreeing: number; readonly ownWords: ReadonlySet<string> },
): "most" | "some" | "none" | "unknown" {
  if (rows.length < VOCABULARY.rows) return "unknown";
  if (agreeing >= VOCABULARY.agreeing * rows.length) return "most";
  const common = rows.filter(({ claimed }) => ownWords.has(claimed.word)).length;
  return agreeing >= VOCABULARY.least * rows.length && common >= VOCABULARY.common * rows.length && ownWords.size > 1 ? "some" : "none";
}

function faultOf({ entry, mention, document, stated }: Row, set: CheckedSet, confidence: number): RuleOutcome {
  return {
    type: "fault",
    path: document.path,
    entry,
    confidence,
    message: `${document.path} says that its status is "${stated.text}", and the index says "${entry.claims.status}".`,
    why: mismatchedStatus.why,
    help: `Find out which holds. If the document is right, write "${stated.text}" in the index (line ${mention.mention.row.line}).`,
    evidence: [
      mentionEvidence(mention, set, "the status in the index"),
      { path: document.path, line: stated.line, quote: stated.quote, note: "the status in the document" },
    ],
    identity: `mismatched-status:${document.path}`,
  };
}
