/**
 * Plants one fault a document in copies of real sets and counts what is found: recall by fault, and new findings elsewhere. Fixed seed.
 * `node bench/faults/run.mjs [--only FAULT] [--set NAME ...] [--report-fold] [--misses N] [--write FILE] [--library FILE]`. Without `--library` (or with
 * the report fold, on which nothing is trained) the identity models are trained anew for each set, without the sets of its repository. `--write` keeps
 * the figures in `results.json`, from which the rules' pages take them.
 * A fault is caught when an error or a warning of a rule that fits it names its document, and for a swap its partner. Skips are misses.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hasCorpus } from "../../train/corpus.mjs";
import { seeded } from "../../train/logistic.mjs";
import { hasSets, readMeta, setNames } from "../../train/real-sets.mjs";
import { shareText } from "../interval.mjs";
import { libraries } from "./libraries.mjs";
import { FAULTS } from "./plant.mjs";
import { corpusTexts } from "./texts.mjs";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    set: { type: "string", multiple: true },
    "report-fold": { type: "boolean", default: false },
    misses: { type: "string", default: "0" },
    write: { type: "string" },
    library: { type: "string" },
  },
});
const FEWEST_DOCUMENTS = 5;
const SEED = 1125;

if (!hasSets() || !hasCorpus()) {
  console.log("no real sets or no corpus beside this repository (../shared): nothing to measure");
  process.exit(0);
}
/** Confidence of every new finding that is plainly true or plainly false; what follows from a fault by another rule is neither. */
const confidences = [];
const folders = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const libraryFor = await libraries({ file: options.library, isShipped: options["report-fold"] });
const texts = corpusTexts({ reportFold: options["report-fold"] });
const names = setNames({ reportFold: options["report-fold"] }).filter(
  (name) => !name.includes("@") && (options.set === undefined || options.set.some((part) => name.includes(part))),
);
const all = (await Promise.all(names.map(openSet))).filter(({ documents }) => documents.length >= FEWEST_DOCUMENTS);
const results = new Map(Object.keys(FAULTS).map((name) => [name, { planted: 0, caught: 0, strange: 0, clean: 0, misses: [], alarms: [] }]));
for (const set of all) await measureSet(set);
print();
printCalibration();
if (options.write !== undefined) writeResults(options.write);

/** A copy of a set, its baseline findings, and its listed text documents, each with its bytes. */
async function openSet(name) {
  const { root, meta } = readMeta(name);
  const folder = mkdtempSync(join(tmpdir(), "seedcheck-faults-"));
  folders.push(folder);
  cpSync(root, folder, { recursive: true });
  const repository = name.split(/[~@]/)[0];
  const { checkSeedSet } = await libraryFor(repository);
  const check = () => checkSeedSet({ path: join(folder, meta.index_path), root: folder, cwd: folder });
  const { report, set } = await check();
  const listed = new Set(report.entries.map((entry) => entry.path));
  const documents = set.documents
    .filter((document) => listed.has(document.path) && document.signals.terms !== null && document.signals.terms.total >= 40)
    .map(({ path }) => ({
      path,
      bytes: readFileSync(join(folder, path)),
      claims: set.entries.find((entry) => entry.path === path)?.claims ?? {},
    }))
    .map((document) => ({ ...document, text: document.bytes.toString("utf8") }));
  return { name, repository, folder, check, documents, before: new Set(report.findings.map(keyOf)) };
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
    const { report } = await set.check();
    count(set, { name, fault, plants, report });
    for (const { path } of writes) restore(set, path);
  }
}

/** Puts a document back; takes a file away that was put beside the documents. */
function restore({ folder, documents }, path) {
  const original = documents.find((document) => document.path === path);
  if (original) writeFileSync(join(folder, path), original.bytes);
  else rmSync(join(folder, path));
}

/** Documents that a finding names: its own, its entry's, and those that it relates. */
function namedBy(finding) {
  return [finding.path, ...finding.related.map((related) => related.path)];
}

function count(set, { name, fault, plants, report }) {
  const result = results.get(name);
  const findings = report.findings.filter((finding) => (fault.isInfo || finding.severity !== "info") && !set.before.has(keyOf(finding)));
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
  for (const finding of findings) {
    const names = namedBy(finding);
    const isTrue = fault.rules.includes(finding.rule) && names.some((path) => touched.has(path));
    if (isTrue || !names.some((path) => touched.has(path))) confidences.push({ confidence: finding.confidence, isTrue });
  }
  const alarms = findings.filter((finding) => !namedBy(finding).some((path) => touched.has(path)));
  result.strange += new Set(alarms.map(({ path }) => path)).size;
  result.clean += set.documents.length - touched.size;
  result.alarms.push(...alarms.map((finding) => `${set.name} ${finding.rule} ${finding.path}`));
}

/** Why a planted document was not judged, for the list of misses. */
function skipsOf(report, path) {
  return report.skips
    .filter((skip) => skip.path === path)
    .map(({ rule, reason }) => ` (${rule}: ${reason})`)
    .join("");
}

/** Expected calibration error over ten bins of equal width (Guo et al. 2017), and the bins. */
function printCalibration() {
  const bins = Array.from({ length: 10 }, (_, at) =>
    confidences.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === at),
  );
  let error = 0;
  for (const bin of bins) {
    if (bin.length === 0) continue;
    const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
    const right = bin.filter(({ isTrue }) => isTrue).length;
    error += Math.abs(mean - right / bin.length) * (bin.length / confidences.length);
    console.log(`  confidence ${mean.toFixed(2)}: ${shareText(right, bin.length)} true`);
  }
  console.log(`expected calibration error of ${confidences.length} findings: ${error.toFixed(3)}`);
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

function writeResults(file) {
  const faults = Object.fromEntries(
    [...results]
      .filter(([, { planted }]) => planted > 0)
      .map(([name, { planted, caught, strange, clean }]) => [
        name,
        { rules: FAULTS[name].rules, planted, caught, alarms: strange, untouched: clean },
      ]),
  );
  const documents = all.reduce((sum, set) => sum + set.documents.length, 0);
  writeFileSync(file, `${JSON.stringify({ sets: all.length, documents, faults }, null, 2)}\n`);
}
