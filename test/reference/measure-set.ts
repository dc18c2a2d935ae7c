import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSeedSet } from "../../src/check.ts";
import type { CheckedSet, Finding, ResolvedMention } from "../../src/types.ts";

/** Where the real sets stand: beside the repository, and in no copy of it that is published. */
const SETS = fileURLToPath(new URL("../../../shared/sets", import.meta.url));
const COVERAGE = new URL("../../bench/coverage.mjs", import.meta.url).href;

/** A target that a plain search resolves (`bench/coverage.mjs`). */
interface Target {
  readonly line: number;
  readonly path: string;
  readonly target: string;
}

interface Coverage {
  readonly resolvedTargets: (lines: readonly string[], indexPath: string, files: ReadonlySet<string>) => readonly Target[];
  readonly uncovered: (targets: readonly Target[], mentions: readonly ResolvedMention[]) => readonly Target[];
}

/** A wrong line of an index that its maintainers corrected later: the reference that a finding is held against. */
interface Truth {
  readonly kind: string;
  readonly line: number;
  readonly wrong_target: string;
  readonly right_target: string;
}

interface Meta {
  readonly index_path: string;
  readonly truth?: readonly Truth[];
  /** Targets that the repository has and this copy of it has not. */
  readonly listed_but_not_extracted?: readonly string[];
}

/** What one real set gives. */
export interface MeasuredSet {
  readonly name: string;
  /** Findings about targets that this copy lacks are left out. */
  readonly findings: readonly Finding[];
  readonly truths: readonly { readonly name: string; readonly isFound: boolean; readonly isFirst: boolean }[];
  /** Targets of the main index that a plain search resolves: how many, and those that no mention leads to. */
  readonly targetCount: number;
  readonly uncovered: readonly string[];
}

/** Rules that name a wrong line of an index. */
const LINE_RULES: ReadonlySet<string> = new Set([
  "missing-target",
  "mismatched-number",
  "wrong-case",
  "wrong-document",
  "swapped-documents",
  "outside-root",
]);

/** Whether the real sets are there. */
export function hasRealSets(): boolean {
  return existsSync(SETS);
}

/** Whether a set is kept for reporting, so that nothing may be tuned on it: its name's SHA-256 begins with 0, 1 or 2. */
export function isReportFold(name: string): boolean {
  return /^[012]/.test(createHash("sha256").update(name).digest("hex"));
}

/** Names of the sets outside the report fold, sorted; empty where there are none. */
export function realSetNames(): string[] {
  if (!hasRealSets()) return [];
  return readdirSync(SETS)
    .filter((name) => statSync(join(SETS, name)).isDirectory() && !isReportFold(name))
    .sort();
}

/** Checks one real set. The third-party files are read where they stand. */
export async function measureSet(name: string): Promise<MeasuredSet> {
  const meta = JSON.parse(readFileSync(join(SETS, name, "meta.json"), "utf8")) as Meta;
  const root = join(SETS, name, "root");
  const { report, set } = await checkSeedSet({ path: join(root, meta.index_path), root, cwd: root });
  const findings = report.findings.filter((finding) => !isLeftOut(finding, meta.listed_but_not_extracted ?? []));
  return {
    name,
    findings,
    truths: (meta.truth ?? []).map((truth) => ({ name: `${name}:${truth.line}`, ...truthResult(truth, findings) })),
    ...(await coverageOf(set, meta.index_path)),
  };
}

/** Whether a finding is about a target that this copy lacks and the repository has. */
function isLeftOut({ entry, message }: Finding, leftOut: readonly string[]): boolean {
  const target = entry?.target ?? message;
  return leftOut.some((path) => target.includes(path.split("/").at(-1) ?? path) || message.includes(`"${path}"`));
}

/** Whether a known fault is found on its line, and the right target is suggested first. */
function truthResult(truth: Truth, findings: readonly Finding[]): { readonly isFound: boolean; readonly isFirst: boolean } {
  const onLine = findings.filter(({ line, severity, rule }) => line === truth.line && severity !== "info" && LINE_RULES.has(rule));
  const suggestion = onLine[0]?.related[0]?.path;
  const right = pathOf(truth.right_target);
  return {
    isFound: onLine.length > 0,
    isFirst: suggestion !== undefined && [suggestion, suggestion.replace(/\/[^/]*$/, "")].some((path) => path.endsWith(right)),
  };
}

/** A target as the end of a path: without a code host's address, a leading `./` and a trailing slash. */
function pathOf(target: string): string {
  return target
    .replace(/^https?:\/\/(?:[^/]+\/){3}(?:tree|blob)\/[^/]+\//, "")
    .replace(/^\.\//, "")
    .replace(/\/$/, "");
}

async function coverageOf(set: CheckedSet, indexPath: string): Promise<Pick<MeasuredSet, "targetCount" | "uncovered">> {
  const { resolvedTargets, uncovered } = (await import(COVERAGE)) as Coverage;
  const lines = (set.indexes[0]?.text ?? "").split(/\r?\n/);
  const mentions = [...set.entries.flatMap((entry) => entry.mentions), ...set.passing].filter((one) => one.indexPath === indexPath);
  const targets = resolvedTargets(lines, indexPath, new Set(set.listing.paths.filter((path) => set.listing.isFile(path))));
  return { targetCount: targets.length, uncovered: uncovered(targets, mentions).map(({ line, target }) => `${line} ${target}`) };
}
