/** Trains the identity models: what `train/identity.mjs` writes and cross-validates, and what `bench/faults` trains anew without the sets it measures. */
import { join } from "node:path";
import { loadSource } from "./load-source.mjs";
import { fitLogistic, logOdds, seeded } from "./logistic.mjs";
import { readMeta, setNames } from "./real-sets.mjs";

/** Other documents of the set that each entry is compared with, and documents of other sets. */
const OTHERS = 8;
export const FOREIGN = 3;
const FEWEST_ENTRIES = 5;
export const FEWEST_WORDS = 40;
export const SEED = 20261125;

export const source = await loadSource(
  ...[
    "check.ts",
    "matching/entry-profile.ts",
    "matching/document-profile.ts",
    "matching/rarity.ts",
    "matching/likeness.ts",
    "matching/strangeness.ts",
    "matching/identity.ts",
  ],
);

/** The sets that may be tuned on, as profiles. */
export async function readSets() {
  return (await Promise.all(setNames().map(readSet))).filter((set) => set.pairs.length >= FEWEST_ENTRIES);
}

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
    rows.push(source.strangenessOf(entry, document, { rarity: set.rarity, vocabulary: set.vocabulary, logOdds: own }));
    labels.push(label);
  };
  for (const set of chosen) {
    set.vocabulary = vocabularyOf(set, pair);
    const elsewhere = chosen.filter(({ repository }) => repository !== set.repository).flatMap(({ documents }) => documents);
    const long = elsewhere.filter(({ terms }) => terms.total >= FEWEST_WORDS);
    for (const { entry, document } of set.pairs) {
      add(set, entry, document, 1);
      for (let drawn = 0; drawn < FOREIGN; drawn++) add(set, entry, long[Math.floor(random() * long.length)], 0);
    }
  }
  return { rows, labels };
}

/** The words of the documents that agree with their entries, as `judgeIdentity` takes them. */
export function vocabularyOf({ pairs, rarity }, pair) {
  const agreeing = pairs.filter(({ entry, document }) => logOdds(pair, source.likenessOf(entry, document, rarity)) >= source.AGREES);
  return agreeing.length >= source.FEWEST_AGREEING ? source.rarityIn([...new Set(agreeing.map(({ document }) => document))]) : rarity;
}

/** Both models, trained on the chosen sets. */
export function train(chosen) {
  const { rows, labels } = pairRows(chosen);
  const pair = fitLogistic(rows, labels);
  const strange = strangenessRows(chosen, pair);
  return { pair, strangeness: fitLogistic(strange.rows, strange.labels) };
}

function named({ weights, bias }, features) {
  const rounded = (value) => Math.round(value * 1000) / 1000;
  return { bias: rounded(bias), weights: Object.fromEntries(features.map((feature, at) => [feature, rounded(weights[at])])) };
}

/** The models as they are shipped: rounded, their weights by name. */
export function asShipped({ pair, strangeness }) {
  return { pair: named(pair, source.LIKENESS_FEATURES), strangeness: named(strangeness, source.STRANGENESS_FEATURES) };
}
