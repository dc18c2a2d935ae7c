import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Finding } from "../../src/types.ts";

const LIST = fileURLToPath(new URL("real-sets.tsv", import.meta.url));
/** The list's columns. `scripts/generate-docs.mjs` reads them by position. */
export const COLUMNS = ["set", "line", "rule", "severity", "path", "verdict", "why"] as const;

/** One finding on a real set, judged by hand (2026-11): `true` is a fault that a maintainer would mend, `false` a false alarm. */
export type Label = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** The list as it stands: its head, its lines and the labels that they hold. */
export interface LabelList {
  readonly head: string;
  readonly lines: readonly string[];
  readonly labels: readonly Label[];
}

/** Reads the list of labelled findings. */
export function readLabelList(): LabelList {
  const [head = "", ...lines] = readFileSync(LIST, "utf8").trimEnd().split("\n");
  return { head, lines, labels: lines.map(labelOf) };
}

function labelOf(line: string): Label {
  const [set = "", number = "", rule = "", severity = "", path = "", verdict = "", why = ""] = line.split("\t");
  return { set, line: number, rule, severity, path, verdict, why };
}

/** What makes a label and a finding the same. */
export function keyOfLabel({ set, line, rule, severity, path }: Label): string {
  return [set, line, rule, severity, path].join("\t");
}

/** `keyOfLabel` of a finding of one set. */
export function keyOfFinding(set: string, { line, rule, severity, path }: Finding): string {
  return [set, line, rule, severity, path].join("\t");
}

/** Whether a finding has to be judged: every error and warning, and a target called absent for a reason, which may hide a fault. */
export function isToBeJudged({ severity, rule }: Pick<Finding, "severity" | "rule">): boolean {
  return severity !== "info" || rule === "missing-target";
}
