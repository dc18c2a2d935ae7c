/** What words for a document's status mean, for comparing an index's with a document's own. */

/** How far a document has come: it is being made, it holds, or it holds no more. */
export type StatusPhase = "open" | "holds" | "ended";

/**
 * Statuses by phase, each group of synonyms by its first word. Sources: the life cycles of PEPs, BIPs, EIPs, ACPs, CIPs, HIPs, RFCs, ADRs (Nygard 2011)
 * and the status columns of 135 public sets (2026-11). Words that differ in one life cycle and not in another (accepted, final, active) are no synonyms.
 */
const WORDS = {
  open: [
    "draft|wip|work in progress|drafting|entwurf|brouillon|borrador|rascunho|черновик|草案|草稿|下書き",
    "proposed|proposal|提案",
    "review|in review|under review|reviewing",
    "in discussion|discussion",
    "last call",
    "candidate",
    "in progress|in development|development|ongoing",
    "planned|todo|to do|not started|backlog",
    "open|submitted|new",
    "experimental",
    "idea|strawman",
  ],
  holds: [
    "accepted|approved|ratified|adopted",
    "final|finalized|finalised",
    "active|living|current|in force|activated|enabled",
    "implemented|done|complete|completed|finished",
    "deployed|live",
    "released|published",
    "stable|frozen",
    "standard|recommended",
  ],
  ended: [
    "rejected|declined|refused",
    "withdrawn|abandoned|cancelled|canceled",
    "superseded|superceded|replaced|obsolete|obsoleted",
    "deprecated|retired",
    "archived|historic|historical",
    "closed",
    "deferred|stagnant|stale|postponed|paused|on hold|inactive|dormant",
  ],
} as const satisfies Readonly<Record<StatusPhase, readonly string[]>>;

export interface Status {
  /** The first of its synonyms. */
  readonly word: string;
  readonly phase: StatusPhase;
}

const STATUS_OF: ReadonlyMap<string, Status> = new Map(
  Object.entries(WORDS).flatMap(([phase, groups]) =>
    groups.flatMap((group) => {
      const [word = ""] = group.split("|");
      return group.split("|").map((synonym) => [synonym, { word, phase: phase as StatusPhase }] as const);
    }),
  ),
);

/**
 * The status that a text states: its first known words, marks, emoji, versions and what stands in brackets or after a dash left aside. Null where it
 * says something else: sentences and mixed statuses ("Accepted, in part superseded") mean more than one word can.
 */
export function statusOf(text: string): Status | null {
  const head = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, " ")
    .replace(/super[cs]eded[ -]by\b.*$/, "superseded")
    .replace(/[—–;:,].*$|\s-\s.*$/, " ")
    .replace(/\bv(?:ersion)?[ .]?\d[\d.]*|\bof\b.*$|[^\p{L}\s-]+/gu, " ")
    .replace(/[-_\s]+/g, " ")
    .trim();
  return STATUS_OF.get(head) ?? null;
}
