import model from "../../models/background-terms.json" with { type: "json" };

/** Weights of general words, decoded on first use. */
let table: ReadonlyMap<number, number> | null = null;
/** Weight of a term that the table lacks: in the corpus it stands in fewer than one document in six hundred. */
const RAREST = Math.log(model.documents / 8);

/**
 * How telling a term is in general text: the natural logarithm of documents over documents that hold it (inverse document frequency, Spärck Jones
 * 1972), 0 for a word of every text, about 6.5 for one that is hardly ever seen. Source: `models/background-terms.md`.
 */
export function backgroundWeight(term: number): number {
  table ??= decode();
  return table.get(term) ?? RAREST;
}

/** Whether the table holds a term: whether it stands in at least one of some six hundred texts of general text. */
export function isKnownTerm(term: number): boolean {
  table ??= decode();
  return table.has(term);
}

function decode(): ReadonlyMap<number, number> {
  const terms = Buffer.from(model.terms, "base64");
  const weights = Buffer.from(model.weights, "base64");
  return new Map(Array.from(weights, (weight, at) => [terms.readUInt32LE(at * 4), weight / model.steps] as const));
}
