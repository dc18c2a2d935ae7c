import type { CheckedDocument, CheckedSet, Entry, Rule, RuleOutcome } from "../types.ts";
import { documentAt } from "../util/document-at.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { titleEvidence } from "../util/title-evidence.ts";

type Size = NonNullable<Entry["claims"]["size"]>;

/** Words beside a number that make it a limit, or the size of something else. */
const LIMIT =
  /\b(?:max(?:imum)?|min(?:imum)?|limit(?:ed)?|up to|at most|at least|under|over|less than|more than|fewer than|within|budget)\b|[<>≤≥]/i;
const APPROXIMATE = /~|≈|≃|\b(?:about|approx(?:imately)?|around|roughly|circa|ca|some|etwa|environ|unos|cerca de)\b|примерно|约|約/i;
/**
 * How far a size may be off, as a share of the claim. `exact`: bytes, as tools count them. `counted`: lines and words, which tools count differently by
 * a few, and KB and MB, whose rounding is allowed for besides. `rounded`: said to be about so much, or a number of two digits and noughts.
 */
const TOLERANCE = { exact: 0, counted: 0.05, rounded: 0.15 } as const;
/** Sizes of an index, from which their meaning is known; and the share of them that must fit, else they are sizes of something else. */
const MEANING = { rows: 4, fitting: 0.3 } as const;
/** Characters beside a number in its row that are looked at. */
const BESIDE = 24;

/** The index gives a document another size than it has. */
export const mismatchedSize: Rule = {
  id: "mismatched-size",
  group: "identity",
  severity: "warning",
  isPreview: false,
  scope: "set",
  summary: "A document has another size than the index says.",
  why: "The document was changed, cut off or exchanged after the index was written; or the index was never right.",
  help: "Look at what changed in the document. If it is right as it is, correct the size in the index.",
  *check(set): Iterable<RuleOutcome> {
    for (const rows of rowsByIndex(set)) {
      const wrong = rows.filter(({ fits }) => !fits);
      const fitting = rows.length - wrong.length;
      const isMeant = rows.length < MEANING.rows || fitting >= MEANING.fitting * rows.length;
      for (const row of wrong) yield isMeant ? faultOf(row, set) : omissionOf(row, fitting, rows.length);
    }
  },
};

interface Row {
  readonly entry: Entry;
  readonly document: CheckedDocument;
  readonly size: Size;
  /** In the claim's unit. */
  readonly measured: number;
  readonly isExact: boolean;
  readonly fits: boolean;
}

/** The sizes that can be compared, index by index. An index that gives its own size changed it by writing it down. */
function rowsByIndex(set: CheckedSet): Row[][] {
  const rows = new Map<string, Row[]>();
  for (const entry of set.entries) {
    const document = documentAt(entry.path ?? "", set);
    if (!document || entry.path === entry.indexPath || document.problems.length > 0 || document.signals.pointer !== null) continue;
    const row = rowOf(entry, document);
    if (row) rows.set(entry.indexPath, [...(rows.get(entry.indexPath) ?? []), row]);
  }
  return [...rows.values()];
}

function rowOf(entry: Entry, document: CheckedDocument): Row | null {
  const { size } = entry.claims;
  const sizes = size ? measuredIn(size.unit, document) : [];
  const said = size ? besideNumber(entry, size.value) : "";
  if (!size || size.value <= 0 || sizes.length === 0 || LIMIT.test(said)) return null;
  const isByte = BYTE.test(size.unit);
  const tolerance = APPROXIMATE.test(said) || isRound(size.value) ? "rounded" : isByte ? "exact" : "counted";
  const slack = Math.max(TOLERANCE[tolerance] * size.value, isByte ? 0 : lastDigit(size.value));
  const fits = sizes.some((measured) => Math.abs(measured - size.value) <= slack) || (isByte && isOtherLineEnds(size.value, document));
  return { entry, document, size, measured: sizes[0] ?? 0, isExact: tolerance === "exact", fits };
}

const BYTE = /^(?:b|bytes?|octets?)$/i;
/** Bytes of a unit: tools that say KB mean 1,000 or 1,024 (IEC 80000-13). */
const BYTES_OF: Readonly<Record<string, readonly number[]>> = {
  k: [1000, 1024],
  kb: [1000, 1024],
  kib: [1024],
  m: [1000 ** 2, 1024 ** 2],
  mb: [1000 ** 2, 1024 ** 2],
  mib: [1024 ** 2],
  gb: [1000 ** 3, 1024 ** 3],
  gib: [1024 ** 3],
};

/** The document's size in a unit, by each meaning of the unit; empty where the unit is not known or not measured (pages). */
function measuredIn(unit: string, { sizeBytes, signals }: CheckedDocument): number[] {
  const name = unit.toLowerCase();
  if (BYTE.test(unit)) return [sizeBytes];
  if (/^(?:lines?|loc)$/.test(name)) return signals.lineCount > 0 ? [signals.lineCount] : [];
  if (/^words?$/.test(name)) return signals.wordCount > 0 ? [signals.wordCount] : [];
  return (BYTES_OF[name] ?? []).map((bytes) => sizeBytes / bytes);
}

/** What stands before and after the number in the row. */
function besideNumber(entry: Entry, value: number): string {
  const digits = String(value).replace(/\B(?=(\d{3})+(?!\d))/g, "[,. \u2009\u202f]?");
  for (const { mention } of entry.mentions) {
    const match = new RegExp(`(?<!\\d)${digits}(?!\\d)`).exec(mention.rowText);
    if (match)
      return (
        mention.rowText
          .slice(Math.max(0, match.index - BESIDE), match.index + match[0].length + BESIDE)
          .split("|")
          .find((cell) => cell.includes(match[0])) ?? ""
      );
  }
  return "";
}

/** A whole number of at most two digits and noughts: 12,000. */
function isRound(value: number): boolean {
  return value >= 100 && /^\d{1,2}0+$/.test(String(value));
}

/** The worth of the last digit that is written: half of it is rounding, and some tools always round up. */
function lastDigit(value: number): number {
  return 10 ** -(String(value).split(".")[1]?.length ?? 0);
}

/** Whether the difference is one byte a line: the same text with the other system's line ends. */
function isOtherLineEnds(claimed: number, { sizeBytes, signals }: CheckedDocument): boolean {
  const difference = Math.abs(claimed - sizeBytes);
  return signals.lineCount > 1 && difference >= signals.lineCount - 1 && difference <= signals.lineCount;
}

function faultOf({ entry, document, size, measured, isExact }: Row, set: CheckedSet): RuleOutcome {
  const mention = entry.mentions.find((one) => one.mention.claims.size !== undefined) ?? entry.first;
  return {
    type: "fault",
    path: document.path,
    entry,
    confidence: isExact ? 0.95 : 0.85,
    message: `${document.path} has ${inWords(measured, size.unit)}, and the index says ${inWords(size.value, size.unit)}.`,
    why: mismatchedSize.why,
    help: mismatchedSize.help,
    evidence: [mentionEvidence(mention, set, "the size in the index"), ...titleEvidence(document.path, set, "what stands there")],
    identity: `mismatched-size:${document.path}`,
  };
}

function omissionOf({ entry, document }: Row, fitting: number, all: number): RuleOutcome {
  const reason = `the index's sizes seem to be of something else: ${fitting} of ${all} fit their documents`;
  return { type: "omission", path: document.path, entry, reason };
}

function inWords(value: number, unit: string): string {
  const number = value.toLocaleString("en", { maximumFractionDigits: 1 });
  return /^(?:byte|line|word|octet)$/i.test(unit) && value !== 1 ? `${number} ${unit}s` : `${number} ${unit}`;
}
