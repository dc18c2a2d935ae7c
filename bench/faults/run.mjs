/**
 * Plants one fault a document in copies of real sets and counts what is found: recall by fault, and new findings elsewhere. Fixed seed.
 * `node bench/faults/run.mjs [--only FAULT] [--set NAME] [--report-fold] [--misses N] [--library FILE]`, after `npm run build`.
 * A fault is caught when an error or a warning of a rule that fits it names its document, and for a swap its partner. Skips are misses.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasCorpus } from "../../train/corpus.mjs";
import { seeded } from "../../train/logistic.mjs";
import { hasSets, readMeta, setNames } from "../../train/real-sets.mjs";
import { shareText } from "../interval.mjs";
import { FAULTS } from "./plant.mjs";
import { corpusTexts } from "./texts.mjs";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    set: { type: "string" },
    "report-fold": { type: "boolean", default: false },
    misses: { type: "string", default: "0" },
    library: { type: "string", default: fileURLToPath(new URL("../../dist/index.js", import.meta.url)) },
  },
});
const FEWEST_DOCUMENTS = 5;
const SEED = 1125;

if (!hasSets() || !hasCorpus()) {
  console.log("no real sets or no corpus beside this repository (../shared): nothing to measure");
  process.exit(0);
}
const { checkSeedSet } = await import(options.library);
const texts = corpusTexts({ reportFold: options["report-fold"] });
const names = setNames({ reportFold: options["report-fold"] }).filter(
  (name) => !name.includes("@") && (options.set === undefined || name.includes(options.set)),
);
const all = (await Promise.all(names.map(openSet))).filter(({ documents }) => documents.length >= FEWEST_DOCUMENTS);
const results = new Map(Object.keys(FAULTS).map((name) => [name, { planted: 0, caught: 0, strange: 0, clean: 0, misses: [], alarms: [] }]));
for (const set of all) await measureSet(set);
print();
for (const { folder } of all) rmSync(folder, { recursive: true });

/** A copy of a set, its baseline findings, and its listed text documents, each with its bytes. */
async function openSet(name) {
  const { root, meta } = readMeta(name);
  const folder = mkdtempSync(join(tmpdir(), "seedcheck-faults-"));
  cpSync(root, folder, { recursive: true });
  const { report, set } = await check(folder, meta.index_path);
  const listed = new Set(report.entries.map((entry) => entry.path));
  const documents = set.documents
    .filter((document) => listed.has(document.path) && document.signals.terms !== null && document.signals.terms.total >= 40)
    .map(({ path }) => ({ path, bytes: readFileSync(join(folder, path)) }))
    .map((document) => ({ ...document, text: document.bytes.toString("utf8") }));
  return {
    name,
    repository: name.split(/[~@]/)[0],
    folder,
    index: meta.index_path,
    documents,
    before: new Set(report.findings.map(keyOf)),
  };
}

function check(folder, index) {
  return checkSeedSet({ path: join(folder, index), root: folder, cwd: folder });
}

function keyOf({ rule, path, entry, severity }) {
  return `${severity} ${rule} ${path} ${entry?.target ?? ""}`;
}

async function measureSet(set) {
  const random = seeded(SEED);
  const foreign = all.filter((other) => other.repository !== set.repository).flatMap(({ documents }) => documents);
  for (const [name, fault] of Object.entries(FAULTS)) {
    if (options.only !== undefined && !name.includes(options.only)) continue;
    const plants = fault.plant({ documents: set.documents, random, texts: { ...texts, foreign } });
    const writes = plants.flatMap((plant) => plant.writes);
    for (const { path, bytes } of writes) writeFileSync(join(set.folder, path), bytes);
    const { report } = await check(set.folder, set.index);
    count(set, { name, fault, plants, report });
    for (const { path } of writes) writeFileSync(join(set.folder, path), set.documents.find((document) => document.path === path).bytes);
  }
}

/** Documents that a finding names: its own, its entry's, and those that it relates. */
function namedBy(finding) {
  return [finding.path, ...finding.related.map((related) => related.path)];
}

function count(set, { name, fault, plants, report }) {
  const result = results.get(name);
  const findings = report.findings.filter((finding) => finding.severity !== "info" && !set.before.has(keyOf(finding)));
  const touched = new Set(plants.flatMap((plant) => [...plant.named, ...(plant.anyOf ?? [])]));
  for (const plant of plants) {
    for (const path of plant.named) {
      const wanted = plant.anyOf ?? [path];
      const isCaught = findings.some(
        (finding) => fault.rules.includes(finding.rule) && namedBy(finding).some((named) => wanted.includes(named)),
      );
      result.planted++;
      if (isCaught) result.caught++;
      else result.misses.push(`${set.name} ${path}${skipsOf(report, path)}`);
    }
  }
  const alarms = findings.filter((finding) => !namedBy(finding).some((path) => touched.has(path)));
  result.strange += new Set(alarms.map(({ path }) => path)).size;
  result.clean += set.documents.length - touched.size;
  result.alarms.push(...alarms.map((finding) => `${set.name} ${finding.rule} ${finding.path}`));
}

/** Why a planted document was not judged, for the list of misses. */
function skipsOf(report, path) {
  return report.skips.filter((skip) => skip.path === path).map(({ rule, reason }) => ` (${rule}: ${reason})`).join("");
}

function print() {
  console.log(`${all.length} sets, ${all.reduce((sum, { documents }) => sum + documents.length, 0)} listed text documents`);
  for (const [name, { planted, caught, strange, clean, misses, alarms }] of results) {
    if (planted === 0) continue;
    console.log(`${name.padEnd(26)} caught ${shareText(caught, planted).padEnd(40)} new alarms elsewhere ${strange} on ${clean}`);
    for (const miss of misses.slice(0, Number(options.misses))) console.log(`    missed ${miss}`);
    for (const alarm of alarms.slice(0, Number(options.misses))) console.log(`    alarm ${alarm}`);
  }
}
