/**
 * Measures the signals of scraped pages, whole and in part, and of error pages on labelled texts (`../shared/corpus`) and on the documents of real sets (`../shared/sets`):
 * how many pages they find, and how many documents they take for pages. `node bench/page-signals.mjs [--report-fold] [--list]`.
 *
 * Sources are split in halves by the SHA-256 of their names: phrases and thresholds were set on the first half, the second reports. (The
 * phrases of `residue-phrases.ts` are older than the split: some were seen on sources of both halves.) Sets of the report fold
 * are left out unless asked for.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasCorpus, readCorpus } from "../train/corpus.mjs";
import { loadSource } from "../train/load-source.mjs";
import { shareText } from "./interval.mjs";

const SETS = fileURLToPath(new URL("../../shared/sets", import.meta.url));
const { values: options } = parseArgs({
  options: { "report-fold": { type: "boolean", default: false }, list: { type: "boolean", default: false } },
});

/** Extensions of the corpus's formats; all others are plain text. */
const EXTENSIONS = { md: "md", rst: "rst", adoc: "adoc", wiki: "mediawiki" };
/** Kinds of scraped rows that are documents in their own right, with a little navigation: pages of manuals and release notes. */
const DOCUMENT_PAGES = new Set(["apiref", "changelog"]);
/** Points between which confidence is read off. */
const BINS = [3, 5, 6, 7, 8, 10, 14, Number.POSITIVE_INFINITY];

const { readDocument } = await loadSource("readers/read-document.ts");
const { measureResidue } = await loadSource("signals/residue.ts");
const { measurePassage } = await loadSource("signals/passage.ts");
const { measureErrorPage } = await loadSource("signals/error-page.ts");
const spent = { residueMs: 0, errorMs: 0, passageMs: 0, characters: 0 };

function hashDigit(name) {
  return createHash("sha256").update(name).digest("hex")[0];
}

/** Processor time of this process in ms: the wall clock of a busy machine says little. */
function cpuMs() {
  return process.cpuUsage().user / 1000;
}

/** The signals of one document; null where no reader reads it. */
function measure(path, bytes) {
  const document = readDocument(path, bytes);
  if (document.text === null) return null;
  const started = cpuMs();
  const residue = measureResidue(document);
  const between = cpuMs();
  const error = measureErrorPage(document);
  const after = cpuMs();
  const passage = measurePassage(document);
  spent.residueMs += between - started;
  spent.errorMs += after - between;
  spent.passageMs += cpuMs() - after;
  spent.characters += document.text.length;
  return { residue, error, passage, isScraped: (residue?.lines.length ?? 0) > 0 };
}

function groupOf(row) {
  if (row.kind === "errorpage")
    return row.label.startsWith("gate") ? `log-in forms (${row.label.includes("l") ? "log-in" : "others"})` : `error pages (${row.label})`;
  if (!row.scraped) return `document ${row.kind}`;
  return `${row.clean ? "main text" : "scraped"} ${row.kind}`;
}

function measureCorpus() {
  const rows = readCorpus().flatMap((row) => {
    const signals = measure(`document.${EXTENSIONS[row.fmt] ?? "txt"}`, Buffer.from(row.text));
    return signals ? [{ ...row, ...signals, group: groupOf(row), half: hashDigit(row.source) < "8" ? "report" : "tune" }] : [];
  });
  console.log("scraped-page and error-page by group and half (found of all)");
  console.log(
    `${"group".padEnd(34)} ${"tune: scraped".padStart(14)} ${"error".padStart(6)} ${"of".padStart(5)} ${"report: scraped".padStart(16)} ${"error".padStart(6)} ${"of".padStart(5)}`,
  );
  for (const group of [...new Set(rows.map((row) => row.group))].sort()) {
    const cells = ["tune", "report"].flatMap((half) => {
      const own = rows.filter((row) => row.group === group && row.half === half);
      return [own.filter((row) => row.isScraped).length, own.filter((row) => row.error).length, own.length];
    });
    console.log(`${group.padEnd(34)} ${cells.map((cell, at) => String(cell).padStart([14, 6, 5, 16, 6, 5][at])).join(" ")}`);
  }
  for (const half of ["tune", "report"])
    printHalf(
      rows.filter((row) => row.half === half),
      half,
    );
  if (options.list)
    for (const row of rows)
      if (isFalseAlarm(row))
        console.log(`  ${row.half} ${row.id} points ${row.residue?.points} error ${row.error?.sort ?? "none"} ${passageText(row)}`);
}

function passageText({ passage }) {
  return passage === null
    ? "no passage"
    : `lines ${passage.place.line} to ${passage.place.end.line}, strength ${passage.strength.toFixed(2)}`;
}

function isPage(row) {
  return row.scraped && !row.clean && row.kind !== "errorpage" && !DOCUMENT_PAGES.has(row.kind);
}

function isClean(row) {
  return row.kind !== "errorpage" && (!row.scraped || row.clean);
}

function isFalseAlarm(row) {
  return isClean(row) && (row.isScraped || row.passage !== null || row.error !== null);
}

function printHalf(rows, half) {
  const count = (own, isHit) => shareText(own.filter(isHit).length, own.length);
  const pages = rows.filter(isPage);
  const clean = rows.filter(isClean);
  console.log(`\n${half} half`);
  console.log(`  scraped pages found            ${count(pages, (row) => row.isScraped)}`);
  console.log(`  clean documents taken for one  ${count(clean, (row) => row.isScraped)}`);
  console.log(`  scraped pages found, whole or in part ${count(pages, (row) => row.isScraped || row.passage !== null)}`);
  console.log(`  clean documents with a passage ${count(clean, (row) => row.passage !== null)}`);
  console.log(`  clean documents, either        ${count(clean, (row) => row.isScraped || row.passage !== null)}`);
  console.log(`  clean documents taken for an error page ${count(clean, (row) => row.error !== null)}`);
  for (const [at, least] of BINS.slice(0, -1).entries()) {
    const isIn = (row) => row.residue !== null && row.residue.points >= least && row.residue.points < BINS[at + 1];
    console.log(
      `  points ${String(least).padStart(2)} to ${String(BINS[at + 1]).padEnd(8)} pages ${pages.filter(isIn).length}, clean ${clean.filter(isIn).length}`,
    );
  }
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** Every distinct file of the sets that a reader reads. */
function measureSets() {
  const names = readdirSync(SETS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && "012".includes(hashDigit(entry.name)) === options["report-fold"])
    .map((entry) => entry.name);
  const seen = new Set();
  const found = { documents: 0, scraped: 0, passages: 0, errors: 0 };
  for (const path of names.flatMap((name) => [...filesBelow(join(SETS, name, "root"))])) {
    const bytes = readFileSync(path);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const signals = seen.has(hash) ? null : measure(path, bytes);
    seen.add(hash);
    if (!signals) continue;
    found.documents++;
    if (signals.isScraped) found.scraped++;
    if (signals.passage) found.passages++;
    if (signals.error) found.errors++;
    if (signals.isScraped || signals.passage || signals.error)
      console.log(
        `  ${path.slice(SETS.length + 1)}: points ${signals.residue?.points}, ${passageText(signals)}, error page ${signals.error?.sort ?? "none"}`,
      );
  }
  console.log(`\nreal sets: ${names.length} sets, ${options["report-fold"] ? "the report fold" : "without the report fold"}`);
  console.log(`  taken for scraped pages  ${shareText(found.scraped, found.documents)}`);
  console.log(`  with a passage           ${shareText(found.passages, found.documents)}`);
  console.log(`  taken for error pages    ${shareText(found.errors, found.documents)}`);
}

if (hasCorpus()) measureCorpus();
else console.log("no labelled texts beside this repository (../shared/corpus): nothing to measure on");
if (existsSync(SETS)) measureSets();
else console.log("no real sets beside this repository (../shared/sets): nothing to measure on");
if (spent.characters > 0) {
  const each = (ms) => `${((ms * 1e7) / spent.characters).toFixed(0)} µs`;
  console.log(
    `\nprocessor time per 10,000 characters: residue ${each(spent.residueMs)}, passage ${each(spent.passageMs)}, error page ${each(spent.errorMs)}`,
  );
}
