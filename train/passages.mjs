/**
 * Makes `models/passages.json`: how much the shape of a line speaks for a web page's line. `node train/passages.mjs [--check]`; same input, same bytes.
 *
 * Logistic regression over `LINE_FEATURES` (`src/signals/passage-lines.ts`). Lines of pages: the start of a scraped page of the corpus in place of a run of a real
 * set's document, so that the lines at its ends have a document's for neighbours. Lines of documents: those around them, and those of untouched documents
 * of the sets and the corpus. Pages are taken from the tuning half of the sources (`bench/page-signals.mjs`),
 * sets and sources of the report fold are left out. `--check` fits half of the sets with half of the sources, and says how the other halves fare.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCorpus } from "./corpus.mjs";
import { loadSource } from "./load-source.mjs";
import { fitLogistic, logOdds, seeded } from "./logistic.mjs";
import { readMeta, setNames } from "./real-sets.mjs";

const SEED = 2026;
const SHARES = [0.1, 0.25, 0.5];
const FEWEST_LINES = 40;
const FEWEST_PLANTED = 12;
/** One line in so many is taken, of each sort: four lines of documents to one of a page, so that a line in doubt counts for the document. */
const STEPS = { planted: 5, around: 12, sets: 12, corpus: 8 };
const OUT = fileURLToPath(new URL("../models/passages.json", import.meta.url));

const { visitLineShapes, LINE_FEATURES } = await loadSource("signals/passage-lines.ts");

const digest = (name) => createHash("sha256").update(name).digest();
const isTuningSource = (name) => digest(name).toString("hex")[0] >= "8";
/** Which half a name falls in, for `--check`: the last bit of its hash, not the first, by which the folds are cut. */
const halfOf = (name) => digest(name).at(-1) % 2;

function linesOf(text) {
  return text.split(/\r\n|\n|\r/);
}

function* textFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* textFiles(path);
    else if (/\.(?:md|rst|adoc|txt)$/i.test(entry.name)) yield path;
  }
}

/** Distinct documents of the sets, as lines. */
function readHosts() {
  const seen = new Set();
  return setNames().flatMap((set) =>
    [...textFiles(readMeta(set).root)].flatMap((path) => {
      const text = readFileSync(path, "utf8");
      if (seen.has(text)) return [];
      seen.add(text);
      return [{ half: halfOf(set.split(/[~@]/)[0]), lines: linesOf(text) }];
    }),
  );
}

function readTexts() {
  const rows = readCorpus().filter((row) => !row.isReportFold && row.rights !== "open-nc" && isTuningSource(row.source));
  const withLines = rows.map((row) => ({ ...row, half: halfOf(row.source), lines: linesOf(row.text) }));
  const isDocument = ({ kind, scraped, clean }) => kind !== "errorpage" && (!scraped || clean);
  const isPage = ({ kind, scraped, clean, n, text }) => scraped && !clean && kind !== "errorpage" && kind !== "apiref" && n <= text.length;
  return { documents: withLines.filter(isDocument), pages: withLines.filter(isPage) };
}

/** A host with a page in it: its lines, and where the page's stand. */
function plant({ lines }, pages, random) {
  const count = Math.max(FEWEST_PLANTED, Math.floor(lines.length * SHARES[Math.floor(random() * SHARES.length)]));
  const page = pages[Math.floor(random() * pages.length)].lines.slice(0, count);
  const from = Math.floor(random() * Math.max(1, lines.length - count));
  return { lines: [...lines.slice(0, from), ...page, ...lines.slice(from + count)], from, to: from + page.length };
}

/** Every n-th line of a text as a row of zeros and ones. */
function rowsOf(lines, { step, isTaken = () => true }) {
  const rows = [];
  let count = 0;
  visitLineShapes(lines, (place, features) => {
    if (!isTaken(place) || count++ % step !== 0) return;
    const row = new Uint8Array(LINE_FEATURES.length);
    for (const feature of features) row[feature] = 1;
    rows.push(row);
  });
  return rows;
}

function plantsIn(hosts, pages) {
  const random = seeded(SEED);
  return hosts.filter(({ lines }) => lines.length >= FEWEST_LINES).map((host) => plant(host, pages, random));
}

function fit(hosts, { documents, pages }) {
  const plants = plantsIn(hosts, pages);
  const own = plants.flatMap(({ lines, from, to }) => rowsOf(lines, { step: STEPS.planted, isTaken: (at) => at >= from && at < to }));
  const others = [
    ...plants.flatMap(({ lines, from, to }) => rowsOf(lines, { step: STEPS.around, isTaken: (at) => at < from || at >= to })),
    ...hosts.flatMap(({ lines }) => rowsOf(lines, { step: STEPS.sets })),
    ...documents.flatMap(({ lines }) => rowsOf(lines, { step: STEPS.corpus })),
  ];
  const model = fitLogistic([...own, ...others], [...own.map(() => 1), ...others.map(() => 0)], { ridge: 1e-4 });
  return { ...model, counts: { own: own.length, others: others.length } };
}

/** Share of lines of unseen pages and unseen documents on the right side of 0. */
function check(hosts, texts) {
  const inHalf = (half) => ({
    hosts: hosts.filter((host) => host.half === half),
    texts: Object.fromEntries(Object.entries(texts).map(([name, list]) => [name, list.filter((text) => text.half === half)])),
  });
  const model = fit(inHalf(0).hosts, inHalf(0).texts);
  const plants = plantsIn(inHalf(1).hosts, inHalf(1).texts.pages);
  const right = (rows, isPage) => `${rows.filter((row) => logOdds(model, row) > 0 === isPage).length} of ${rows.length}`;
  console.log(`lines of pages told: ${right(plants.flatMap(({ lines, from, to }) => rowsOf(lines, { step: 1, isTaken: (at) => at >= from && at < to })), true)}`);
  console.log(`lines around them told: ${right(plants.flatMap(({ lines, from, to }) => rowsOf(lines, { step: 1, isTaken: (at) => at < from || at >= to })), false)}`);
}

const hosts = readHosts();
const texts = readTexts();
console.log(`${hosts.length} documents of sets, ${texts.documents.length} of the corpus, ${texts.pages.length} pages`);
if (process.argv.includes("--check")) check(hosts, texts);
else {
  const { weights, bias, counts } = fit(hosts, texts);
  const rounded = (number) => Math.round(number * 100) / 100;
  const table = { bias: rounded(bias), weights: Object.fromEntries(LINE_FEATURES.map((name, at) => [name, rounded(weights[at])])) };
  writeFileSync(OUT, `${JSON.stringify(table, null, 2)}\n`);
  console.log(`${counts.own} lines of pages, ${counts.others} of documents; wrote ${OUT}`);
}
