import type { CheckedSet, Entry, ResolvedMention, Rule, RuleOutcome } from "../types.ts";
import { type Identifier, numberOf, numberOfPath } from "../util/identifiers.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { repoint } from "./missing-target.ts";

/** The row's own number and its target's number differ: a copied row, half edited. The commonest wrong document in real histories. */
export const mismatchedNumber: Rule = {
  id: "mismatched-number",
  group: "paths",
  severity: "error",
  isPreview: false,
  scope: "entry",
  summary: "An entry's label and its target name different numbers.",
  why: "A row that was copied and half edited sends its reader to the neighbour's document.",
  help: "Point the entry to the document with its number, or correct the number.",
  *check(entry, set): Iterable<RuleOutcome> {
    for (const mention of entry.mentions) {
      if (mention.mention.role !== "listing" || mention.resolution.state !== "found" || mention.resolution.isDirectory) continue;
      const outcome = compare(entry, mention, set);
      if (outcome) {
        yield outcome;
        return;
      }
    }
  },
};

function compare(entry: Entry, mention: ResolvedMention, set: CheckedSet): RuleOutcome | null {
  const path = mention.resolution.state === "found" ? mention.resolution.path : "";
  const named = numberOfPath(path);
  const [claimed, ...others] = claimedNumbers(mention);
  if (!claimed || !named || !isSameSeries(claimed, named)) return null;
  if ([claimed, ...others].some((one) => one.number === named.number)) return null;
  const right = siblingWithNumber(path, claimed.number, set);
  const agreement = neighbourAgreement(mention, set);
  if (right === null && (agreement.all < 3 || agreement.ratio < 0.8)) return null;
  if (agreement.all >= 3 && agreement.ratio < 0.5) return null;
  return {
    type: "fault",
    path: entry.indexPath,
    place: mention.mention.place,
    entry,
    severity: right === null ? "warning" : "error",
    confidence: right === null ? 0.6 : 0.93,
    identity: `mismatched-number:${entry.id}:${claimed.number}`,
    message: `The entry says ${claimed.text}, its target "${mention.mention.target}" is number ${named.number}.${right === null ? "" : ` ${right} is there.`}`,
    why: mismatchedNumber.why,
    help: right === null ? mismatchedNumber.help : `Point the entry to ${right}, or correct its number.`,
    evidence: [mentionEvidence(mention, set, `says ${claimed.text}, points to ${named.text}`)],
    ...(right === null
      ? {}
      : { related: [{ path: right, message: `carries the number ${claimed.number}` }], fix: repoint(mention, right) }),
  };
}

/** The numbers that a row says of its document, surest first: its number column, its identifier, the label itself. */
function claimedNumbers({ mention }: ResolvedMention): Identifier[] {
  const { number, identifier } = mention.claims;
  const said = [number, identifier, mention.label].flatMap((text) => (text === undefined ? [] : [numberOf(text)]));
  return said.filter((one) => one !== null);
}

function isSameSeries(a: Identifier, b: Identifier): boolean {
  return a.series === "" || b.series === "" || a.series === b.series || a.series.startsWith(b.series) || b.series.startsWith(a.series);
}

/** The file beside the target (or folder beside its folder) that carries the number. */
function siblingWithNumber(path: string, number: number, set: CheckedSet): string | null {
  const folder = path.split("/").slice(0, -1).join("/");
  const above = folder.split("/").slice(0, -1).join("/");
  const shape = /\.[A-Za-z0-9]+$/.exec(path)?.[0] ?? "";
  const beside = set.listing.children(folder).filter((other) => other !== path && other.endsWith(shape) && set.listing.isFile(other));
  const own = beside.find((other) => numberOfPath(other)?.number === number);
  if (own !== undefined || folder === "") return own ?? null;
  return (
    set.listing
      .children(above)
      .find((other) => other !== folder && set.listing.isDirectory(other) && numberOfPath(other)?.number === number) ?? null
  );
}

interface Agreement {
  readonly agree: number;
  readonly all: number;
}

/** Agreement of numbers by index and listing, counted once a set; freed with it. */
const agreements = new WeakMap<CheckedSet, ReadonlyMap<string, Agreement>>();

/** How many neighbours in the listing agree with their targets' numbers: where numbering means something else, most do not. */
function neighbourAgreement(mention: ResolvedMention, set: CheckedSet): { readonly ratio: number; readonly all: number } {
  const known = agreements.get(set) ?? countAgreements(set);
  agreements.set(set, known);
  const { agree, all } = known.get(listingKey(mention)) ?? { agree: 0, all: 0 };
  const others = all - (numberAgreement(mention) === null ? 0 : 1);
  const agreeing = agree - (numberAgreement(mention) === true ? 1 : 0);
  return { ratio: others === 0 ? 0 : agreeing / others, all: others };
}

function countAgreements(set: CheckedSet): ReadonlyMap<string, Agreement> {
  const counts = new Map<string, Agreement>();
  for (const mention of set.entries.flatMap(({ mentions }) => mentions)) {
    const agreement = numberAgreement(mention);
    if (agreement === null) continue;
    const { agree, all } = counts.get(listingKey(mention)) ?? { agree: 0, all: 0 };
    counts.set(listingKey(mention), { agree: agree + (agreement ? 1 : 0), all: all + 1 });
  }
  return counts;
}

function listingKey({ indexPath, mention }: ResolvedMention): string {
  return `${indexPath}\n${mention.listing}`;
}

/** Whether a row's number is its target's; null where either has none. */
function numberAgreement(mention: ResolvedMention): boolean | null {
  if (mention.resolution.state !== "found") return null;
  const claimed = claimedNumbers(mention);
  const named = numberOfPath(mention.resolution.path);
  return claimed.length === 0 || !named ? null : claimed.some((one) => one.number === named.number);
}
