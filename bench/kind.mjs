/**
 * Measures the kind model (`models/kind.md`) on the labelled texts in `../shared/corpus`: cross-validated by source outside the report fold,
 * on the report fold by the shipped table where asked for, on the documents of real sets, its speed and its size.
 * `node bench/kind.mjs [--no-cross-validation] [--report-fold] [--list]`. Some minutes of one core.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasCorpus, isReportFold, readCorpus } from "../train/corpus.mjs";
import { loadSource } from "../train/load-source.mjs";
import { shareText } from "./interval.mjs";

const SETS = fileURLToPath(new URL("../../shared/sets", import.meta.url));
const MODEL = fileURLToPath(new URL("../models/kind.json", import.meta.url));
/** Log-odds under which a document is called unlike a specification, beside those that the texts give. */
const THRESHOLDS = [2, 0, -1, -2];
/** Labels of the blogs that projects and their firms keep: release posts and engineering blogs. */
const PROJECT_BLOGS = /-post$|^rust-blog$|^gitpod-blog$/;
/** Kinds of scraped rows that are documents in their own right, with a little navigation. */
const DOCUMENT_PAGES = ["apiref", "changelog", "spec", "tutorial", "paper"];
/** Kinds that one or two sources hold: what is held out by source is then not learned at all. */
const FEWEST_SOURCES = 3;

const { values: options } = parseArgs({
  options: {
    "cross-validation": { type: "boolean", default: true },
    "report-fold": { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
  allowNegative: true,
});
if (!hasCorpus()) throw new Error("the labelled texts in ../shared/corpus are not there");
const kit = await loadSource("../train/kind/measure.ts");
const rows = readCorpus();

if (options["cross-validation"]) {
  print(
    "cross-validated by source",
    kit.measureByCrossValidation(rows, (line) => console.error(line)),
  );
}
if (options["report-fold"]) print("report fold", kit.measureReportFold(rows));
printSets();
printSpeed();

function print(title, all) {
  console.log(`\n# ${title}`);
  const long = all.filter(({ words }) => words >= kit.FEWEST_WORDS);
  const judged = long.filter(({ isJudged, lang }) => isJudged && lang === "en");
  const labelled = judged.filter(({ truth }) => truth >= 0).map(withGuess);
  printKinds(labelled);
  printBy("length in words", all.filter(({ isJudged, lang, truth }) => isJudged && lang === "en" && truth >= 0).map(withGuess), lengthBand);
  printBy("format", labelled, ({ fmt }) => fmt);
  printAbstention(long);
  printLikeness(judged);
}

function withGuess(one) {
  const confidence = Math.max(...one.probabilities);
  const guess = one.probabilities.indexOf(confidence);
  return { ...one, confidence, guess, isRight: guess === one.truth };
}

function printKinds(labelled) {
  const scores = kit.scoresByLabel(
    labelled.map(({ truth }) => truth),
    labelled.map(({ guess }) => guess),
  );
  const sourcesOf = (label) => new Set(labelled.filter(({ truth }) => truth === label).map(({ source }) => source)).size;
  const macro = (list) => (list.reduce((sum, { f1 }) => sum + f1, 0) / list.length).toFixed(3);
  const spread = scores.filter(({ label }) => sourcesOf(label) >= FEWEST_SOURCES);
  const share = (members) => shareText(members.filter(({ isRight }) => isRight).length, members.length);
  const confident = labelled.filter(({ confidence }) => confidence >= 0.7);
  console.log(`accuracy ${share(labelled)}; macro F1 ${macro(scores)} over ${scores.length} kinds`);
  console.log(`macro F1 ${macro(spread)} over the ${spread.length} kinds with ${FEWEST_SOURCES} or more sources`);
  console.log(`confidence 0.7 and over: coverage ${shareText(confident.length, labelled.length)}, accuracy ${share(confident)}`);
  console.log(`expected calibration error ${kit.calibrationError(labelled).toFixed(3)}`);
  for (const { label, hits, total, guessed, f1 } of scores) {
    const precision = guessed === 0 ? "-" : (hits / guessed).toFixed(2);
    const sources = `${sourcesOf(label)} sources`.padStart(11);
    console.log(
      `  ${kit.KINDS[label].padEnd(14)} ${sources}  precision ${precision}  F1 ${f1.toFixed(2)}  recall ${shareText(hits, total)}  ${mistakes(labelled, label)}`,
    );
  }
}

function mistakes(labelled, label) {
  const counts = new Map();
  for (const { truth, guess } of labelled) if (truth === label && guess !== label) counts.set(guess, (counts.get(guess) ?? 0) + 1);
  const worst = [...counts].sort(([, a], [, b]) => b - a).slice(0, 3);
  return worst.map(([guess, count]) => `${kit.KINDS[guess]} ${count}`).join(", ");
}

function lengthBand({ words }) {
  return [20, 40, 60, 100, 200, 400, 800].findLast((least) => words >= least) ?? 0;
}

function printBy(title, labelled, keyOf) {
  const groups = new Map();
  for (const one of labelled) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  const parts = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  console.log(`accuracy by ${title}:`);
  for (const [key, members] of parts)
    console.log(`  ${String(key).padEnd(10)} ${shareText(members.filter(({ isRight }) => isRight).length, members.length)}`);
}

function printAbstention(long) {
  const isAnswered = ({ isJudged, knownRatio }) => isJudged && knownRatio >= kit.LEAST_KNOWN;
  const english = long.filter(({ lang }) => lang === "en");
  const others = long.filter(({ lang }) => !["en", "xx", "?"].includes(lang));
  console.log(`no answer, English: ${shareText(english.filter((one) => !isAnswered(one)).length, english.length)}`);
  console.log(`no answer, other languages: ${shareText(others.filter((one) => !isAnswered(one)).length, others.length)}`);
}

function printLikeness(judged) {
  const like = judged.filter(({ isSpecificationLike }) => isSpecificationLike);
  const isPage = ({ isRaw, corpusKind }) => isRaw && !DOCUMENT_PAGES.includes(corpusKind);
  const unlike = judged.filter(
    (one) => !one.isSpecificationLike && (isPage(one) || ["news", "blog", "marketing"].includes(one.corpusKind)),
  );
  const odds = ({ specificationLogOdds }) => specificationLogOdds;
  if (like.length === 0 || unlike.length === 0) return;
  console.log(`specification-like: AUROC ${kit.areaUnderCurve(like.map(odds), unlike.map(odds)).toFixed(4)}`);
  const groups = {
    "raw scraped": isPage,
    "cleaned scraped": ({ isClean }) => isClean,
    news: ({ corpusKind }) => corpusKind === "news",
    marketing: ({ corpusKind }) => corpusKind === "marketing",
    blogs: ({ corpusKind, label }) => corpusKind === "blog" && !PROJECT_BLOGS.test(label),
    "project blogs": ({ corpusKind, label }) => corpusKind === "blog" && PROJECT_BLOGS.test(label),
  };
  for (const threshold of THRESHOLDS) {
    const under = (members) => members.filter((one) => odds(one) < threshold);
    console.log(`log-odds under ${threshold}: false alarms ${shareText(under(like).length, like.length)}`);
    for (const [name, test] of Object.entries(groups)) {
      const members = unlike.filter(test);
      if (members.length > 0) console.log(`  ${name.padEnd(16)} ${shareText(under(members).length, members.length)}`);
    }
  }
  const named = like.map(withGuess).filter(({ guess }) => ["news", "blog", "marketing"].includes(kit.KINDS[guess]));
  const raw = judged.filter(({ isRaw }) => isRaw).map(({ scrapedLogOdds }) => scrapedLogOdds);
  const others = judged.filter(({ isRaw }) => !isRaw).map(({ scrapedLogOdds }) => scrapedLogOdds);
  console.log(`scraped whole: AUROC ${kit.areaUnderCurve(raw, others).toFixed(4)} (${raw.length} against ${others.length})`);
  console.log(`specification-like documents named news, blog or marketing: ${shareText(named.length, like.length)}`);
}

/** How many documents of real sets would be called unlike a specification. */
function printSets() {
  if (!existsSync(SETS)) return;
  console.log("\n# documents of real sets (guides, notes and changelogs among them)");
  const documents = readdirSync(SETS)
    .filter((name) => statSync(join(SETS, name)).isDirectory() && isReportFold(name) === options["report-fold"])
    .flatMap((name) => filesOf(join(SETS, name, "root")))
    .filter((path) => /\.(?:md|rst|txt|adoc)$/i.test(path));
  const signals = documents.map((path) => ({ path, signal: kit.measureKind(kit.readDocument(path, readFileSync(path))) }));
  const judged = signals.filter(({ signal }) => signal !== null);
  console.log(`judged ${shareText(judged.length, documents.length)}`);
  for (const threshold of THRESHOLDS) {
    const under = judged.filter(({ signal }) => signal.specificationLogOdds < threshold);
    console.log(`log-odds under ${threshold}: ${shareText(under.length, judged.length)}`);
  }
  const counts = new Map();
  for (const { signal } of judged) if (signal.confidence >= 0.7) counts.set(signal.name, (counts.get(signal.name) ?? 0) + 1);
  console.log(
    `at confidence 0.7: ${[...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ")}`,
  );
  if (!options.list) return;
  for (const { path, signal } of judged.filter(({ signal }) => signal.specificationLogOdds < 0)) {
    console.log(
      `  ${signal.specificationLogOdds.toFixed(1)} ${signal.name} ${signal.confidence.toFixed(2)} ${path.slice(SETS.length + 1)}`,
    );
  }
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function printSpeed() {
  const documents = rows
    .slice(0, 3000)
    .map(({ text }, place) => kit.readDocument(`${place}.txt`, Buffer.from(text)))
    .filter(({ text }) => text !== null);
  const chars = documents.reduce((sum, { text }) => sum + text.length, 0);
  const run = () => {
    const started = performance.now();
    for (const document of documents) kit.measureKind(document);
    return performance.now() - started;
  };
  run();
  const best = Math.min(run(), run(), run());
  console.log("\n# speed and size");
  console.log(
    `texts of at most 6,000 characters: ${(chars / best / 1000).toFixed(1)} MB/s, ${(best / documents.length).toFixed(3)} ms each`,
  );
  console.log(`models/kind.json: ${statSync(MODEL).size} bytes`);
}
