/** The trained table of `models/kind.json`, unpacked on first use. */
import { Buffer } from "node:buffer";
import table from "../../models/kind.json" with { type: "json" };
import { HashIndex, hashJoined, hashOf } from "./kind-hash.ts";

/** The table as it is shipped: JSON with packed numbers. Written by `train/`. */
export interface KindTable {
  /** Names of the kinds, in the order of the first columns. After them come the two heads `specification-like` and `scraped`. */
  readonly kinds: readonly string[];
  /** Words and token classes that sequences are made of, parted by blanks. */
  readonly words: string;
  /** How many sequences there are of 1, 2, ... words. */
  readonly gramCounts: readonly number[];
  /** The sequences' words as places in `words`: 16-bit little-endian numbers in base64, by length. */
  readonly grams: string;
  /** Weights of each sequence for each column: signed bytes in base64, to be multiplied by `scales`. */
  readonly weights: string;
  readonly scales: readonly number[];
  /** Mean and 1 / standard deviation of each layout number. */
  readonly layoutMeans: readonly number[];
  readonly layoutFactors: readonly number[];
  /** Weights of each layout number for each column: signed 16-bit little-endian numbers in base64, to be multiplied by `layoutScales`. */
  readonly layoutWeights: string;
  readonly layoutScales: readonly number[];
  readonly biases: readonly number[];
  /** Divides the kinds' logits, so that a confidence of 0.9 is right nine times in ten. */
  readonly temperature: number;
}

export interface KindModel {
  readonly kinds: readonly string[];
  readonly columns: number;
  readonly grams: HashIndex;
  readonly gramCount: number;
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  readonly layoutMeans: readonly number[];
  readonly layoutFactors: readonly number[];
  readonly layoutWeights: Int16Array;
  readonly layoutScales: readonly number[];
  readonly biases: readonly number[];
  readonly temperature: number;
}

let model: KindModel | undefined;

/** The shipped model. Unpacking takes some milliseconds, once. */
export function kindModel(): KindModel {
  model ??= unpackKindTable(table);
  return model;
}

export function unpackKindTable(table: KindTable): KindModel {
  const hashes = gramHashes(table);
  return {
    kinds: table.kinds,
    columns: table.biases.length,
    grams: new HashIndex(hashes),
    gramCount: hashes.length,
    weights: new Int8Array(bytesOf(table.weights)),
    scales: table.scales,
    layoutMeans: table.layoutMeans,
    layoutFactors: table.layoutFactors,
    layoutWeights: new Int16Array(bytesOf(table.layoutWeights)),
    layoutScales: table.layoutScales,
    biases: table.biases,
    temperature: table.temperature,
  };
}

function gramHashes({ words, grams, gramCounts }: KindTable): number[] {
  const wordHashes = words.split(" ").map(hashOf);
  const places = new Uint16Array(bytesOf(grams));
  const hashes: number[] = [];
  let at = 0;
  for (const [index, count] of gramCounts.entries()) {
    for (let gram = 0; gram < count; gram++) {
      let hash = wordHashes[places[at++] ?? 0] ?? 0;
      for (let word = 0; word < index; word++) hash = hashJoined(hash, wordHashes[places[at++] ?? 0] ?? 0);
      hashes.push(hash);
    }
  }
  return hashes;
}

/** Decoded base64 in a buffer of its own, so that wider numbers are aligned. */
function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(base64, "base64")).buffer;
}
