/**
 * Makes `models/identity.json`: how much an entry and a document agree (`pair`), and how strange a document is under its entry
 * (`strangeness`). Trained on real sets (less the report fold), the documents of which are what their entries say. Same input, same bytes.
 * `node train/identity.mjs [--measure]`: with `--measure`, cross-validates by repository and prints, and writes nothing.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadSource } from "./load-source.mjs";
import { fitLogistic, logOdds, seeded } from "./logistic.mjs";
import { hasSets, readMeta, setNames } from "./real-sets.mjs";

/** Other documents of the set that each entry is compared with, and documents of other sets. */
const OTHERS = 8;
const FOREIGN = 3;
const FEWEST_ENTRIES = 5;
const FEWEST_WORDS = 40;
const FOLDS = 8;
const SEED = 20261125;

if (!hasSets()) {
  console.error("no real sets beside this repository (../shared/sets): nothing to train on");
  process.exit(2);
}
const source = await loadSource(
  ...["check.ts", "matching/entry-profile.ts", "matching/document-profile.ts", "matching/rarity.ts", "matching/likeness.ts", "matching/strangeness.ts"],
);
const sets = (await Promise.all(setNames().map(readSet))).filter((set) => set.pairs.length >= FEWEST_ENTRIES);
if (process.argv.includes("--measure")) crossValidate();
else writeModel();

/** A set as profiles: each entry with the document that it leads to. */
async function readSet(name) {
  const { root, meta } = readMeta(name);
  const { set } = await source.checkSeedSet({ path: join(root, meta.index_path), root, cwd: root });
  const wrong = new Set((meta.truth ?? []).map(({ line }) => line));
  const listed = set.documents.filter((document) => document.isListed);
  const profiles = new Map(listed.flatMap((document) => (source.profileDocument(document) ? [[document.path, source.profileDocument(document)]] : [])));
  const pairs = set.entries
    .filter((entry) => profiles.has(entry.path) && !wrong.has(entry.first.mention.place.line))
    .map((entry) => ({ entry: source.profileEntry(entry, entry.path), title: entry.title, document: profiles.get(entry.path) }));
  const documents = [...profiles.values()];
  return { name, repository: name.split(/[~@]/)[0], pairs, documents, rarity: source.rarityIn(documents) };
}

/** Rows of the pair model: each entry with its own document (1), and with others of its set (0). */
function pairRows(chosen) {
  const random = seeded(SEED);
  const rows = [];
  const labels = [];
  for (const { pairs, documents, rarity } of chosen) {
    for (const { entry, document } of pairs) {
      rows.push(source.likenessOf(entry, document, rarity));
      labels.push(1);
      for (let drawn = 0; drawn < Math.min(OTHERS, documents.length - 1); drawn++) {
        const other = documents[Math.floor(random() * documents.length)];
        if (other === document) continue;
        rows.push(source.likenessOf(entry, other, rarity));
        labels.push(0);
      }
    }
  }
  return { rows, labels };
}

/** Rows of the strangeness model: each entry with its own document (1), and with documents of other repositories (0). */
function strangenessRows(chosen, pair) {
  const random = seeded(SEED + 1);
  const rows = [];
  const labels = [];
  const add = (set, entry, document, label) => {
    const own = logOdds(pair, source.likenessOf(entry, document, set.rarity));
    rows.push(source.strangenessOf(entry, document, { rarity: set.rarity, logOdds: own }));
    labels.push(label);
  };
  for (const set of chosen) {
    const elsewhere = chosen.filter(({ repository }) => repository !== set.repository).flatMap(({ documents }) => documents);
    const long = elsewhere.filter(({ terms }) => terms.total >= FEWEST_WORDS);
    for (const { entry, document } of set.pairs) {
      add(set, entry, document, 1);
      for (let drawn = 0; drawn < FOREIGN; drawn++) add(set, entry, long[Math.floor(random() * long.length)], 0);
    }
  }
  return { rows, labels };
}

function train(chosen) {
  const { rows, labels } = pairRows(chosen);
  const pair = fitLogistic(rows, labels);
  const strange = strangenessRows(chosen, pair);
  return { pair, strangeness: fitLogistic(strange.rows, strange.labels) };
}

function named({ weights, bias }, features) {
  const rounded = (value) => Math.round(value * 1000) / 1000;
  return { bias: rounded(bias), weights: Object.fromEntries(features.map((feature, at) => [feature, rounded(weights[at])])) };
}

function writeModel() {
  const { pair, strangeness } = train(sets);
  const model = {
    pair: named(pair, source.LIKENESS_FEATURES),
    strangeness: named(strangeness, source.STRANGENESS_FEATURES),
  };
  writeFileSync(fileURLToPath(new URL("../models/identity.json", import.meta.url)), `${JSON.stringify(model, null, 2)}\n`);
  console.log(`trained on ${sets.length} sets, ${sets.reduce((sum, set) => sum + set.pairs.length, 0)} entries`);
}

/** Prints what the models get on sets of repositories that they were not trained on. States before a correction repeat other sets and are left out. */
function crossValidate() {
  const repositories = [...new Set(sets.map(({ repository }) => repository))].sort();
  const found = { swaps: [], closest: [], natural: [], right: [], foreign: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(repositories.filter((_, at) => at % FOLDS === fold));
    const models = train(sets.filter(({ repository }) => !held.has(repository)));
    for (const set of sets) if (held.has(set.repository) && !set.name.includes("@")) measure(set, models, found);
  }
  console.log(`${found.right.length} entries of ${sets.filter(({ name }) => !name.includes("@")).length} sets`);
  for (const margin of [0, 1, 1.5, 2, 2.5, 3]) {
    const over = (list) => `${list.filter((value) => value > margin).length} of ${list.length}`;
    console.log(`margin ${margin}: swaps ${over(found.swaps)}, with the closest ${over(found.closest)}; untouched ${over(found.natural)}`);
  }
  const right = [...found.right].sort((a, b) => a - b);
  for (const rank of [1, 2, 4, 10]) {
    const threshold = right[rank];
    const caught = found.foreign.filter((value) => value < threshold).length;
    console.log(`strangeness under ${threshold.toFixed(2)}: ${rank} untouched, ${caught} of ${found.foreign.length} of other sets`);
  }
}

function measure(set, { pair, strangeness }, found) {
  const random = seeded(SEED + 2);
  const { pairs, rarity } = set;
  const odds = pairs.map(({ entry }) => pairs.map(({ document }) => logOdds(pair, source.likenessOf(entry, document, rarity))));
  const gain = (i, j) => odds[i][j] + odds[j][i] - odds[i][i] - odds[j][j];
  pairs.forEach(({ entry, document }, i) => {
    const others = pairs.flatMap((other, j) => (other.document === document ? [] : [j]));
    if (others.length === 0) return;
    const best = Math.max(...others.map((j) => gain(i, j)));
    found.natural.push(best);
    found.closest.push(-best);
    for (let drawn = 0; drawn < 3; drawn++) found.swaps.push(-gain(i, others[Math.floor(random() * others.length)]));
    found.right.push(logOdds(strangeness, source.strangenessOf(entry, document, { rarity, logOdds: odds[i][i] })));
    const elsewhere = sets.filter(({ repository }) => repository !== set.repository);
    for (let drawn = 0; drawn < FOREIGN; drawn++) {
      const { documents } = elsewhere[Math.floor(random() * elsewhere.length)];
      const foreign = documents[Math.floor(random() * documents.length)];
      if (foreign.terms.total < FEWEST_WORDS) continue;
      const own = logOdds(pair, source.likenessOf(entry, foreign, rarity));
      found.foreign.push(logOdds(strangeness, source.strangenessOf(entry, foreign, { rarity, logOdds: own })));
    }
  });
}
