import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type CheckOptions, type CheckResult, checkSeedSet } from "../../check.ts";
import { locateSet } from "../../engine/locate.ts";
import { EXIT_CODES, SeedcheckError } from "../../errors.ts";
import { explainPaths } from "../../paths/explain.ts";
import { REPORTERS } from "../../reporters/all.ts";
import { styleOf } from "../../reporters/terminal/style.ts";
import { renderVerdict } from "../../reporters/terminal/summary.ts";
import { counted } from "../../reporters/terminal/words.ts";
import type { Report, ReportOptions, Severity } from "../../types.ts";
import { COMMANDS, type OptionValues } from "../options.ts";
import { ignorePatternOf, isOwnReport, refuseOverwriting, writeWhole } from "../output-file.ts";
import { createProgress, type Progress } from "../progress.ts";
import { say, writeOut } from "../streams.ts";
import { didYouMean } from "../suggest.ts";
import { terminalOf } from "../terminal.ts";

/** Checks the sets of a call and writes their reports. Gives the exit status; throws a SeedcheckError where the call is wrong. */
export async function check(operands: readonly string[], values: OptionValues): Promise<number> {
  for (const operand of operands) refuseUnlikelyPath(operand);
  const paths = operands.length === 0 ? [undefined] : operands;
  if (values["explain-paths"]) {
    await writeOut(pathsText(paths, values));
    return EXIT_CODES.clean;
  }
  const results = await checkAll(paths, values);
  if (values.output === undefined) {
    await writeOut(rendered(results, values, terminalOf(process.stdout, process.env)));
  } else {
    refuseOverwriting(values.output, results.flatMap(filesOf));
    writeWhole(values.output, rendered(results, values, terminalOf({}, { NO_COLOR: "1" })));
  }
  const reports = results.map(({ report }) => report);
  if (values.output !== undefined && !values.quiet) say(`${verdictOf(reports)}; the report is in ${values.output}`);
  const excess = excessWarnings(reports, values);
  if (excess !== null) say(excess);
  return exitCodeOf(reports, values);
}

async function checkAll(paths: readonly (string | undefined)[], values: OptionValues): Promise<CheckResult[]> {
  const progress = createProgress(process.stderr, { env: process.env, now: () => performance.now() });
  const clear = () => progress.clear();
  process.once("exit", clear);
  const results: CheckResult[] = [];
  for (const path of paths) results.push(await checkSeedSet(optionsOf(path, values, progress)));
  progress.clear();
  process.removeListener("exit", clear);
  return results;
}

function optionsOf(path: string | undefined, values: OptionValues, progress: Progress): CheckOptions {
  return {
    ...(path === undefined ? {} : { path }),
    ...(values.root === undefined ? {} : { root: values.root }),
    ignore: [...values.ignore, ...earlierReport(path, values)],
    include: values.include,
    allowOutside: values["allow-outside"],
    ...(values.quiet ? {} : { onProgress: progress.show }),
  };
}

/** The last call's report is no document of the set that it stands in. */
function earlierReport(path: string | undefined, { output, root }: OptionValues): string[] {
  if (output === undefined || !isOwnReport(output)) return [];
  const pattern = ignorePatternOf(resolve(output), locateSet(path, { cwd: process.cwd(), root }).root);
  return pattern === null ? [] : [pattern];
}

/** A bare word that is no file and no folder is a slip: a misspelt command, or a path that is not there. */
function refuseUnlikelyPath(operand: string): void {
  if (operand === "") throw new SeedcheckError("usage", "PATH is empty", "Give an index file or a folder.");
  if (/[./\\:]/.test(operand) || existsSync(operand)) return;
  const names = COMMANDS.map(({ name }) => name);
  const hint = didYouMean(operand, names) ?? "Give an index file or a folder that is there. See seedcheck --help.";
  throw new SeedcheckError("no-such-path", `there is no file, folder or command "${operand}"`, hint);
}

function pathsText(paths: readonly (string | undefined)[], values: OptionValues): string {
  const cwd = process.cwd();
  const places = paths.map((path) => {
    const { root, index, lookedFor } = locateSet(path, { cwd, root: values.root });
    return `Root: ${root}\nIndex: ${index ?? `none; looked for ${lookedFor.join(", ")}`}\n`;
  });
  return [explainPaths(), ...places].join("\n");
}

function rendered(results: readonly CheckResult[], values: OptionValues, terminal: ReturnType<typeof terminalOf>): string {
  const reporter = REPORTERS.find(({ format }) => format === values.format);
  if (!reporter) throw new Error(`no reporter writes ${values.format}`);
  const reports = results.map(({ report, indexLines }) => {
    const options: ReportOptions = { ...terminal, quiet: values.quiet, indexLines };
    return { report, options };
  });
  const [only] = reports;
  return only && reports.length === 1 ? reporter.render(only.report, only.options) : reporter.renderSeveral(reports);
}

/** Absolute paths of the files that no report may replace: indexes, also those that were looked for, locks, documents. */
function filesOf({ report, set }: CheckResult): string[] {
  const indexes = [...report.indexes.map(({ path }) => path), ...set.lookedFor, ...(set.indexProblem ? [set.indexProblem.path] : [])];
  const locks = indexes.map((path) => `${path.replace(/\.[^./]+$/, "")}.lock.json`);
  const targets = report.entries.flatMap(({ path }) => (path === null ? [] : [path]));
  const root = resolve(report.root);
  return [...new Set([...indexes, ...locks, ...targets, ...report.documents.map(({ path }) => path)])].map((path) => join(root, path));
}

function verdictOf(reports: readonly Report[]): string {
  return renderVerdict(reports, styleOf(terminalOf(process.stderr, process.env))).join(" ");
}

function warningsOf(reports: readonly Report[]): number {
  return reports.reduce((sum, { summary }) => sum + summary.warnings, 0);
}

function excessWarnings(reports: readonly Report[], values: OptionValues): string | null {
  const limit = values["max-warnings"];
  const count = warningsOf(reports);
  return limit === undefined || count <= limit ? null : `seedcheck: ${counted(count, "warning")}, and --max-warnings allows ${limit}`;
}

/** Severities that fail a check, by the lowest of them. */
const FAILING: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ["error"],
  warning: ["error", "warning"],
  info: ["error", "warning", "info"],
};

/** 1 where a finding that is not waived is at or over the failing severity, or there are too many warnings; `never` outranks both. */
export function exitCodeOf(reports: readonly Report[], values: Pick<OptionValues, "fail-on" | "max-warnings">): number {
  const lowest = values["fail-on"];
  if (lowest === "never") return EXIT_CODES.clean;
  const failing = FAILING[lowest];
  const hasFailing = reports.some(({ findings }) => findings.some(({ waived, severity }) => !waived && failing.includes(severity)));
  const hasTooMany = warningsOf(reports) > (values["max-warnings"] ?? Number.POSITIVE_INFINITY);
  return hasFailing || hasTooMany ? EXIT_CODES.findings : EXIT_CODES.clean;
}
