/**
 * Makes `models/identity.json`: how much an entry and a document agree (`pair`), and how strange a document is under its entry
 * (`strangeness`). Trained on real sets (less the report fold), the documents of which are what their entries say. Same input, same bytes.
 * `node train/identity.mjs [--measure]`: with `--measure`, cross-validates by repository and prints, and writes nothing.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { logOdds, seeded } from "./logistic.mjs";
import { hasSets } from "./real-sets.mjs";

const FOLDS = 8;

if (!hasSets()) {
  console.error("no real sets beside this repository (../shared/sets): nothing to train on");
  process.exit(2);
}
const { asShipped, FEWEST_WORDS, FOREIGN, readSets, SEED, source, train, vocabularyOf } = await import("./identity-model.mjs");
const sets = await readSets();
if (process.argv.includes("--measure")) crossValidate();
else writeModel();

function writeModel() {
  const model = asShipped(train(sets));
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
  const vocabulary = vocabularyOf(set, pair);
  const odds = pairs.map(({ entry }) => pairs.map(({ document }) => logOdds(pair, source.likenessOf(entry, document, rarity))));
  const gain = (i, j) => odds[i][j] + odds[j][i] - odds[i][i] - odds[j][j];
  pairs.forEach(({ entry, document }, i) => {
    const others = pairs.flatMap((other, j) => (other.document === document ? [] : [j]));
    if (others.length === 0) return;
    const best = Math.max(...others.map((j) => gain(i, j)));
    found.natural.push(best);
    found.closest.push(-best);
    for (let drawn = 0; drawn < 3; drawn++) found.swaps.push(-gain(i, others[Math.floor(random() * others.length)]));
    found.right.push(logOdds(strangeness, source.strangenessOf(entry, document, { rarity, vocabulary, logOdds: odds[i][i] })));
    const elsewhere = sets.filter(({ repository }) => repository !== set.repository);
    for (let drawn = 0; drawn < FOREIGN; drawn++) {
      const { documents } = elsewhere[Math.floor(random() * elsewhere.length)];
      const foreign = documents[Math.floor(random() * documents.length)];
      if (foreign.terms.total < FEWEST_WORDS) continue;
      const own = logOdds(pair, source.likenessOf(entry, foreign, rarity));
      found.foreign.push(logOdds(strangeness, source.strangenessOf(entry, foreign, { rarity, vocabulary, logOdds: own })));
    }
  });
}
