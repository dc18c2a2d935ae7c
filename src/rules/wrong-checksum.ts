import type { CheckedDocument, CheckedSet, Claims, Entry, Rule, RuleOutcome } from "../types.ts";
import { documentAt } from "../util/document-at.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

type Checksum = NonNullable<Claims["checksum"]>;

/** The bytes of a document do not have the checksum that its entry states. */
export const wrongChecksum: Rule = {
  id: "wrong-checksum",
  group: "identity",
  severity: "error",
  isPreview: false,
  scope: "entry",
  summary: "A document's bytes do not have the checksum that the index states.",
  why: "It is not the file that was recorded: it was changed, replaced or damaged, or the record is out of date.",
  help: "Fetch the recorded file again and compare it. If this one is the right one, correct the checksum in the index.",
  *check(entry, set): Iterable<RuleOutcome> {
    const claimed = checksumsOf(entry);
    if (claimed.length === 0 || entry.path === null) return;
    const document = documentAt(entry.path, set);
    for (const checksum of claimed) {
      const outcome = document
        ? compare(entry, document, checksum)
        : omission(entry, "the file was not read, so its checksum is not known");
      if (outcome === "different" && document) yield faultOf(entry, document, { checksum, set });
      else if (typeof outcome === "object") yield outcome;
    }
  },
};

/** Every checksum that any mention of the entry states, equal ones once. */
function checksumsOf(entry: Entry): readonly Checksum[] {
  const stated = [entry.claims.checksum, ...entry.mentions.map(({ mention }) => mention.claims.checksum)];
  const unique = new Map<string, Checksum>();
  for (const checksum of stated) {
    if (!checksum) continue;
    const algorithm = checksum.algorithm.toLowerCase();
    const value = checksum.value.toLowerCase();
    unique.set(`${algorithm}:${value}`, { algorithm, value });
  }
  return [...unique.values()];
}

function compare(entry: Entry, document: CheckedDocument, checksum: Checksum): RuleOutcome | "equal" | "different" {
  const found = digestOf(document, checksum.algorithm);
  if (document.signals.pointer)
    return omission(entry, "the file is a pointer to a document that is not here, so its bytes are not the document's");
  if (found === checksum.value) return "equal";
  if (found === undefined && document.problems.some(({ kind }) => kind === "vanished" || kind === "unreadable"))
    return omission(entry, "the file could not be read");
  if (found === undefined) return omission(entry, `the checksum's algorithm, ${checksum.algorithm}, was not computed`);
  if (found.length === checksum.value.length) return "different";
  return omission(entry, `the stated checksum has ${checksum.value.length} digits, and ${checksum.algorithm} has ${found.length}`);
}

/** A file that is too large to be read as a document is hashed all the same; one that could not be opened has no digest. */
function digestOf(document: CheckedDocument, algorithm: string): string | undefined {
  return algorithm === "sha256" ? document.sha256 || undefined : document.digests[algorithm];
}

function omission(entry: Entry, reason: string): RuleOutcome {
  return { type: "omission", path: entry.path ?? entry.indexPath, entry, reason };
}

function faultOf(entry: Entry, document: CheckedDocument, { checksum, set }: { checksum: Checksum; set: CheckedSet }): RuleOutcome {
  const { algorithm, value } = checksum;
  const found = digestOf(document, algorithm) ?? "";
  const mention = entry.mentions.find((candidate) => candidate.mention.claims.checksum?.value.toLowerCase() === value) ?? entry.first;
  return {
    type: "fault",
    path: document.path,
    entry,
    confidence: 0.99,
    message: `${document.path} does not have the ${algorithm} that the index states: expected ${value}, found ${found}.`,
    why: wrongChecksum.why,
    help: wrongChecksum.help,
    evidence: [
      mentionEvidence(mention, set, `the ${algorithm} that is stated`),
      { path: document.path, quote: found, note: `the ${algorithm} of its ${document.sizeBytes.toLocaleString("en")} bytes` },
    ],
    identity: `checksum:${document.path}:${algorithm}`,
  };
}
