import type { CheckedDocument, CheckedSet, CompletenessSignal, Rule, RuleOutcome } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

/** Natural log-odds that a document of a set is cut, before anything is known of it: one in fifty, an assumption. */
const PRIOR_LOG_ODDS = Math.log(1 / 49);
/** Share of cut files that no line break ends. A download stops anywhere; what somebody pasted or saved again ends in one. */
const CUT_WITHOUT_BREAK = 0.8;
/** Whole documents without a final line break, in 50 real sets (2026-11): 74 of 2,015. Taken as so many documents beside those of the set. */
const USUAL = { without: 0.6, documents: 16 } as const;
/** Most log-odds that a missing line break may give: a set's habit is no law. */
const MOST_BREAK_LOG_ODDS = 5.5;
/** Confidence from which it is said. */
const LEAST_CONFIDENCE = 0.5;
/** Highest confidence: it is a guess all the same. */
const MOST_CONFIDENCE = 0.99;
/** An open code block in a file whose last line ends: as often a mark that was forgotten. Under 0.5, so that it is an info. */
const OPEN_FENCE_CONFIDENCE = 0.45;
const MOST_QUOTES = 6;

/** What the text ends in, for the message. */
const ENDINGS: Readonly<Record<string, string>> = {
  "open-structure": "in the midst of its data",
  "open-front-matter": "in its front matter",
  "open-comment": "in a comment",
  "open-fence": "in a code block",
  "cut-row": "in a table row",
  "open-markup": "in an open bracket, link or code span",
  "cut-word": "in a word",
  "likely-word": "in a word",
  "dangling-word": "in a sentence",
  "open-sentence": "in a sentence",
  "odd-word": "in a word",
  "bare-heading": "with a heading that nothing follows",
};

/** A document ends before its end: the download stopped, or somebody saved a part of it. */
export const truncated: Rule = {
  id: "truncated",
  group: "content",
  severity: "warning",
  isPreview: false,
  scope: "document",
  summary: "A document ends before its end.",
  why: "What comes after the cut is missing, and nothing in the file says so: what it requires there will not be built.",
  help: "Fetch the document again, and compare its last lines with those of the original.",
  *check(document, set): Iterable<RuleOutcome> {
    const { completeness, errorPage, pointer } = document.signals;
    if (completeness === null || errorPage !== null || pointer !== null) return;
    const confidence = confidenceOf(completeness, set);
    if (confidence === null) return;
    const entry = entriesLeadingTo(document.path, set)[0];
    const last = completeness.signs.reduce((line, sign) => Math.max(line, sign.line), 1);
    const closing = completeness.signs.find(({ line }) => line === last);
    yield {
      type: "fault",
      path: document.path,
      place: { line: last, column: 1, end: { line: last, column: (closing?.quote.length ?? 0) + 1 } },
      ...(entry ? { entry } : {}),
      confidence,
      message: messageOf(document, completeness),
      why: truncated.why,
      help:
        confidence === OPEN_FENCE_CONFIDENCE
          ? "Close the code block where it ends, or fetch the document again if its end is missing."
          : truncated.help,
      evidence: [
        ...completeness.signs.slice(0, MOST_QUOTES).map(({ line, quote, note }) => ({ path: document.path, line, quote, note })),
        ...(entry ? [mentionEvidence(entry.first, set, "what the index says stands there")] : []),
      ],
      identity: `truncated:${document.path}`,
    };
  },
};

function messageOf({ path }: CheckedDocument, { ending, endsLine, signs }: CompletenessSignal): string {
  const where = ENDINGS[ending] ?? "before its last sections";
  const lineBreak = endsLine ? "" : ", without a line break";
  const promise = signs.find(({ note }) => /sections in the table|the last page/.test(note));
  return `${path} ends ${where}${lineBreak}${promise && ENDINGS[ending] ? `, and ${promise.note}` : ""}.`;
}

function confidenceOf(signal: CompletenessSignal, set: CheckedSet): number | null {
  const logOdds = PRIOR_LOG_ODDS + signal.logOdds + breakLogOdds(signal, set);
  const confidence = Math.round(100 / (1 + Math.exp(-logOdds))) / 100;
  if (confidence >= LEAST_CONFIDENCE) return Math.min(MOST_CONFIDENCE, confidence);
  return signal.ending === "open-fence" ? OPEN_FENCE_CONFIDENCE : null;
}

/** What the final line break, or its absence, says in a set whose other documents, those that end as texts do, have one or have none. */
function breakLogOdds({ ending, endsLine }: CompletenessSignal, set: CheckedSet): number {
  if (ending === "open-structure") return 0;
  const share = shareWithoutBreak(set);
  if (endsLine) return Math.log((1 - CUT_WITHOUT_BREAK) / (1 - share));
  return Math.min(MOST_BREAK_LOG_ODDS, Math.log(CUT_WITHOUT_BREAK / share));
}

/** Endings that nearly all whole documents have, and few that were cut. */
function isUsualEnding(signal: CompletenessSignal | null): boolean {
  return signal !== null && (signal.ending === "complete" || signal.ending === "open-item");
}

/** Shares made once a set; freed with it. */
const shares = new WeakMap<CheckedSet, number>();

function shareWithoutBreak(set: CheckedSet): number {
  const known = shares.get(set);
  if (known !== undefined) return known;
  const whole = set.documents.filter(({ signals }) => isUsualEnding(signals.completeness));
  const without = whole.filter(({ signals }) => signals.completeness?.endsLine === false).length;
  const share = (without + USUAL.without) / (whole.length + USUAL.documents);
  shares.set(set, share);
  return share;
}
