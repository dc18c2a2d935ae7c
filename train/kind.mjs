/**
 * `npm run train:kind`: trains the kind model on the labelled texts in `../shared/corpus` and writes `models/kind.json`, in some minutes of one
 * core. Same texts, same bytes out. What is measured of it: `bench/kind.mjs`.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCorpus } from "./corpus.mjs";
import { loadSource } from "./load-source.mjs";

const TARGET = fileURLToPath(new URL("../models/kind.json", import.meta.url));

const { trainKind } = await loadSource("../train/kind/train.ts");
const table = trainKind(readCorpus(), (line) => console.error(line));
writeFileSync(TARGET, `${JSON.stringify(table, null, 1)}\n`);
console.error(`${table.gramCounts.reduce((sum, count) => sum + count, 0)} word sequences, temperature ${table.temperature}: ${TARGET}`);
