/** One cause, one finding: what another finding already explains is left out. */
import type { Finding, Severity } from "../types.ts";

/** `by`: what ties the two: the same document, the same place in the index, or a document that the cause names as the right one. */
interface Consequence {
  readonly rule: string;
  readonly causes: readonly string[];
  readonly by: "document" | "place" | "related";
}

const CONSEQUENCES: readonly Consequence[] = [
  /** The file that a missing or half-edited target means is not in the index because of that very fault. */
  { rule: "unlisted-document", causes: ["missing-target", "mismatched-number", "wrong-case"], by: "related" },
  /** A row that was copied and half edited repeats its neighbour's target. */
  { rule: "duplicate-entry", causes: ["mismatched-number"], by: "place" },
  /** A server's message in place of a document is not the document, and names none of its words. */
  { rule: "wrong-document", causes: ["error-page", "pointer-file", "empty-file"], by: "document" },
  /** Of a file that cannot be read as what it should be, nothing is known: what its remains are like follows from that. */
  ...["wrong-document", "wrong-kind", "wrong-language", "truncated", "placeholder", "garbled-text", "mismatched-size"].map((rule) => ({
    rule,
    causes: ["wrong-file-type", "damaged-file", "encrypted-file", "no-text"],
    by: "document" as const,
  })),
];

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The findings less those that another one explains. Causes that are only told (info) explain nothing, and a warning explains no error: the set would pass. */
export function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const explained = new Map<string, number>();
  for (const finding of findings) {
    if (finding.severity === "info") continue;
    for (const { rule, causes, by } of CONSEQUENCES) {
      if (!causes.includes(finding.rule)) continue;
      for (const key of causeKeys(finding, by).map((key) => `${rule}\n${key}`))
        explained.set(key, Math.min(RANK[finding.severity], explained.get(key) ?? RANK.info));
    }
  }
  return findings.filter((finding) => !CONSEQUENCES.some(({ rule, by }) => rule === finding.rule && isExplained(finding, by, explained)));
}

function isExplained(finding: Finding, by: Consequence["by"], explained: ReadonlyMap<string, number>): boolean {
  const cause = explained.get(`${finding.rule}\n${effectKey(finding, by)}`);
  return cause !== undefined && cause <= RANK[finding.severity];
}

function causeKeys(finding: Finding, by: Consequence["by"]): readonly string[] {
  if (by === "related") return finding.related.slice(0, 1).map(({ path }) => path);
  return [effectKey(finding, by)];
}

function effectKey({ path, line }: Finding, by: Consequence["by"]): string {
  return by === "place" ? `${path}:${line}` : path;
}
