/** One cause, one finding: what another finding already explains is left out. */
import type { Finding } from "../types.ts";

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
];

/** The findings less those that another one explains. Causes that are only told (info) explain nothing. */
export function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const explained = new Set<string>();
  for (const finding of findings) {
    if (finding.severity === "info") continue;
    for (const { rule, causes, by } of CONSEQUENCES)
      if (causes.includes(finding.rule)) for (const key of causeKeys(finding, by)) explained.add(`${rule}\n${key}`);
  }
  return findings.filter(
    (finding) => !CONSEQUENCES.some(({ rule, by }) => rule === finding.rule && explained.has(`${rule}\n${effectKey(finding, by)}`)),
  );
}

function causeKeys(finding: Finding, by: Consequence["by"]): readonly string[] {
  if (by === "related") return finding.related.slice(0, 1).map(({ path }) => path);
  return [effectKey(finding, by)];
}

function effectKey({ path, line }: Finding, by: Consequence["by"]): string {
  return by === "place" ? `${path}:${line}` : path;
}
