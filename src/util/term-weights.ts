import model from "../../models/background-terms.json" with { type: "json" };

/** Weights of general words, decoded on first use: an open-addressed table, its keys being hashes already. */
let table: TermTable | null = null;
/** Slots: four for each of the 16,384 terms, so that hardly two collide. A power of two. */
const SLOTS = 65_536;
/** Weight of a term that the table lacks: the rarest of it stands in eight documents of the corpus. */
const RAREST = Math.log(model.documents / 8);

/**
 * How telling a term is in general text: the natural logarithm of documents over documents that hold it (inverse document frequency, Spärck Jones
 * 1972), 0 for a word of every text, about 6.5 for one that is hardly ever seen. Source: `models/background-terms.md`.
 */
export function backgroundWeight(term: number): number {
  return weightIn(table ?? decode(), term) ?? RAREST;
}

/** Whether the table holds a term: whether it stands in at least one of some six hundred texts of general text. */
export function isKnownTerm(term: number): boolean {
  return weightIn(table ?? decode(), term) !== null;
}

interface TermTable {
  readonly keys: Uint32Array;
  readonly weights: Float64Array;
}

function weightIn({ keys, weights }: TermTable, term: number): number | null {
  for (let slot = term & (SLOTS - 1); weights[slot] !== EMPTY; slot = (slot + 1) & (SLOTS - 1)) {
    if (keys[slot] === term) return weights[slot] ?? null;
  }
  return null;
}

/** Marks a free slot; no weight is negative. */
const EMPTY = -1;

function decode(): TermTable {
  const terms = Buffer.from(model.terms, "base64");
  const bytes = Buffer.from(model.weights, "base64");
  const keys = new Uint32Array(SLOTS);
  const weights = new Float64Array(SLOTS).fill(EMPTY);
  for (let at = 0; at < bytes.length; at++) {
    const term = terms.readUInt32LE(at * 4);
    let slot = term & (SLOTS - 1);
    while (weights[slot] !== EMPTY) slot = (slot + 1) & (SLOTS - 1);
    keys[slot] = term;
    weights[slot] = (bytes[at] ?? 0) / model.steps;
  }
  table = { keys, weights };
  return table;
}
