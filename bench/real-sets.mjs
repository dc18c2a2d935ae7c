/**
 * Runs the library over real public sets and prints what it finds: per set and in total. The sets stand in `../shared/sets` and are read
 * in place. `node bench/real-sets.mjs [--findings] [--coverage] [--only NAME] [--report-fold] [--json FILE]`, after `npm run build`.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { namedOnly, resolvedTargets, uncovered } from "./coverage.mjs";

const SETS = fileURLToPath(new URL("../../shared/sets", import.meta.url));
const { values: options } = parseArgs({
  options: {
    findings: { type: "boolean", default: false },
    coverage: { type: "boolean", default: false },
    only: { type: "string" },
    "report-fold": { type: "boolean", default: false },
    json: { type: "string" },
    library: { type: "string", default: fileURLToPath(new URL("../dist/index.js", import.meta.url)) },
  },
});

/** Sets whose name's SHA-256 begins with 0, 1 or 2 are read once, to report, never to tune. */
function isReportFold(name) {
  return "012".includes(createHash("sha256").update(name).digest("hex")[0]);
}

function setNames() {
  return readdirSync(SETS)
    .filter((name) => statSync(join(SETS, name)).isDirectory() && isReportFold(name) === options["report-fold"])
    .filter((name) => options.only === undefined || name.includes(options.only))
    .sort();
}

/** Whether a finding is about a target that the repository has and this copy has not. */
function isLeftOut(finding, meta) {
  const target = finding.entry?.target ?? finding.message;
  const name = (path) => path.split("/").at(-1);
  return (meta.listed_but_not_extracted ?? []).some((path) => target.includes(name(path)) || finding.message.includes(`"${path}"`));
}

async function measure(name, checkSeedSet) {
  const meta = JSON.parse(readFileSync(join(SETS, name, "meta.json"), "utf8"));
  const root = join(SETS, name, "root");
  const started = performance.now();
  const { report, set } = await checkSeedSet({ path: join(root, meta.index_path), root, cwd: root });
  const ms = performance.now() - started;
  const findings = report.findings.filter((finding) => !isLeftOut(finding, meta));
  return {
    name,
    ms,
    form: report.indexes[0]?.form ?? null,
    entries: report.entries,
    documents: report.documents.length,
    findings,
    skips: report.skips,
    truths: (meta.truth ?? []).map((truth) => truthResult(truth, findings)),
    left: report.findings.length - findings.length,
    coverage: coverageOf(set, meta.index_path),
    lineOf: (path, line) => (set.indexes.find((index) => index.path === path)?.text.split("\n")[line - 1] ?? "").trim(),
  };
}

/** The independent count of targets beside the mentions of the main index. */
function coverageOf(set, indexPath) {
  const lines = set.indexes[0].text.split(/\r?\n/);
  const mentions = [...set.entries.flatMap((entry) => entry.mentions), ...set.passing].filter((one) => one.indexPath === indexPath);
  const targets = resolvedTargets(lines, indexPath, new Set(set.listing.paths.filter((path) => set.listing.isFile(path))));
  const documents = set.documents.map(({ path }) => path).filter((path) => path !== indexPath);
  return { targets: targets.length, missed: uncovered(targets, mentions), named: namedOnly(lines, documents, mentions) };
}

/** Whether a known wrong line is found, and whether the right target is the first suggestion. */
function truthResult(truth, findings) {
  const fold = (path) =>
    path
      .replace(/^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:tree|blob)\/[^/]+\//, "")
      .replace(/^\.\//, "")
      .replace(/\/$/, "");
  const onLine = findings.filter(
    (finding) =>
      finding.line === truth.line &&
      finding.severity !== "info" &&
      /missing-target|mismatched-number|wrong-case|wrong-document|swapped|outside-root/.test(finding.rule),
  );
  const suggestion = onLine[0]?.related?.[0]?.path ?? null;
  const isFirst =
    suggestion !== null &&
    (suggestion.endsWith(fold(truth.right_target)) || suggestion.replace(/\/[^/]*$/, "").endsWith(fold(truth.right_target)));
  return {
    ...truth,
    isFound: onLine.length > 0,
    rules: onLine.map((finding) => `${finding.rule}:${finding.severity}`),
    suggestion,
    isFirst,
  };
}

function countRules(results) {
  const counts = new Map();
  for (const { findings } of results)
    for (const { rule, severity } of findings) counts.set(`${severity} ${rule}`, (counts.get(`${severity} ${rule}`) ?? 0) + 1);
  return [...counts].sort();
}

function printTable(results) {
  console.log(`${"set".padEnd(50)} ${"form".padEnd(16)} entries resolved missing by-name unlisted   E   W   I skips     ms`);
  for (const result of results) {
    const { entries, findings } = result;
    const resolved = entries.filter((entry) => entry.path !== null).length;
    const elsewhere = findings.filter((finding) => finding.rule === "missing-target" && finding.fix !== null).length;
    const unlisted = findings.filter((finding) => finding.rule === "unlisted-document").length;
    const count = (severity) => String(findings.filter((finding) => finding.severity === severity).length).padStart(3);
    const cells = [entries.length, resolved, entries.length - resolved, elsewhere, unlisted].map((cell) => String(cell).padStart(7));
    console.log(
      `${result.name.padEnd(50)} ${String(result.form).padEnd(16)} ${cells.join(" ")} ${count("error")} ${count("warning")} ${count("info")} ${String(result.skips.length).padStart(5)} ${result.ms.toFixed(0).padStart(6)}`,
    );
  }
}

function printFindings(results) {
  for (const { name, findings, lineOf } of results) {
    for (const finding of findings.filter((one) => one.severity !== "info")) {
      console.log(
        `\n${name}:${finding.line} ${finding.severity} ${finding.rule} ${finding.confidence} [${finding.path}]\n  ${finding.message}\n  > ${lineOf(finding.entry?.path ?? finding.path, finding.entry?.line ?? finding.line).slice(0, 220)}`,
      );
      if (finding.related.length > 0) console.log(`  ? ${finding.related.map((related) => related.path).join(", ")}`);
    }
  }
}

function printTruths(results) {
  const truths = results.flatMap((result) => result.truths.map((truth) => ({ name: result.name, ...truth })));
  if (truths.length === 0) return;
  console.log(
    `\nknown faults: ${truths.filter((truth) => truth.isFound).length} of ${truths.length} found, ${truths.filter((truth) => truth.isFirst).length} with the right target first`,
  );
  for (const truth of truths)
    console.log(
      `  ${truth.isFound ? "found " : "MISSED"} ${truth.isFirst ? "first" : "     "} ${truth.kind} ${truth.name}:${truth.line} ${truth.wrong_target} -> ${truth.right_target} ${truth.rules.join(",")} suggested ${truth.suggestion}`,
    );
}

function printCoverage(results) {
  const sum = (pick) => results.reduce((all, { coverage }) => all + pick(coverage), 0);
  const targets = sum((coverage) => coverage.targets);
  const missed = sum((coverage) => coverage.missed.length);
  console.log(
    `\ncoverage: ${targets - missed} of ${targets} targets that a plain search resolves are mentions on the right line (${(100 * (1 - missed / targets)).toFixed(2)} %)`,
  );
  if (!options.coverage) return;
  for (const { name, coverage } of results) {
    for (const { line, path, target } of coverage.missed) console.log(`  missed ${name}:${line} ${target} -> ${path}`);
    for (const { line, path, text } of coverage.named) console.log(`  named only ${name}:${line} ${path} > ${text}`);
  }
}

if (!existsSync(SETS)) {
  console.log("no real sets beside this repository (../shared/sets): nothing to measure");
  process.exit(0);
}
const { checkSeedSet } = await import(options.library);
const results = [];
for (const name of setNames()) results.push(await measure(name, checkSeedSet));
printTable(results);
if (options.findings) printFindings(results);
printTruths(results);
printCoverage(results);
const total = (pick) => results.reduce((sum, result) => sum + pick(result), 0);
console.log(
  `\ntotal: ${results.length} sets, ${total((r) => r.entries.length)} entries, ${total((r) => r.entries.filter((entry) => entry.path !== null).length)} resolved, ${total((r) => r.documents)} documents, ${total((r) => r.skips.length)} skips, ${total((r) => r.left)} findings left out (targets that these copies lack), ${total((r) => r.ms).toFixed(0)} ms`,
);
for (const [rule, count] of countRules(results)) console.log(`  ${String(count).padStart(5)} ${rule}`);
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(results, null, 1));
