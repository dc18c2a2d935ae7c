/** What the model says of a reading: a number for each column, and which lines weighed most. */
import { visitGrams } from "./kind-grams.ts";
import type { KindModel } from "./kind-model.ts";
import type { KindReading } from "./kind-reading.ts";

/** The sequences of a reading that the model knows. */
export interface GramUse {
  /** Feature and place of the first token of each occurrence. */
  readonly features: Int32Array;
  readonly places: Int32Array;
  readonly length: number;
  /** Occurrences of each feature. */
  readonly counts: Uint16Array;
  /** Features that occur, each once. */
  readonly distinct: readonly number[];
  /** Words that are known by themselves. */
  readonly knownWords: number;
  /** Divides each feature's value, so that long and short texts weigh the same (cosine normalisation). */
  readonly norm: number;
}

/** Layout numbers are cut at this many standard deviations: a freak layout does not outweigh all words. */
export const LAYOUT_CUT = 3;

export function useGrams(reading: KindReading, model: KindModel): GramUse {
  const { tokens } = reading;
  const features = new Int32Array(tokens.length * 3);
  const places = new Int32Array(tokens.length * 3);
  const counts = new Uint16Array(model.gramCount);
  const distinct: number[] = [];
  let length = 0;
  let knownWords = 0;
  visitGrams(tokens, (hash, place, size) => {
    const feature = model.grams.find(hash);
    if (feature < 0) return;
    features[length] = feature;
    places[length++] = place;
    if (size === 1) knownWords++;
    const count = counts[feature] as number;
    if (count === 0) distinct.push(feature);
    counts[feature] = count + 1;
  });
  let squares = 0;
  for (const feature of distinct) squares += gramValue(counts[feature] ?? 0) ** 2;
  return { features, places, length, counts, distinct, knownWords, norm: Math.sqrt(squares || 1) };
}

/** Value of a feature that occurs so often: 1 + ln (sublinear term frequency; Manning, Raghavan and Schütze, 2008, section 6.4.1). */
export function gramValue(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/** Value of a layout number in standard deviations. */
export function layoutValue(value: number, mean: number, factor: number): number {
  return Math.max(-LAYOUT_CUT, Math.min(LAYOUT_CUT, (value - mean) * factor));
}

/** A logit for each column: the kinds, then the heads. */
export function scoreColumns(reading: KindReading, use: GramUse, model: KindModel): Float64Array {
  const { columns, weights, layoutWeights } = model;
  const grams = new Float64Array(columns);
  for (const feature of use.distinct) {
    const value = gramValue(use.counts[feature] as number);
    const base = feature * columns;
    for (let column = 0; column < columns; column++) grams[column] = (grams[column] as number) + value * (weights[base + column] as number);
  }
  const layout = new Float64Array(columns);
  for (let index = 0; index < reading.layout.length; index++) {
    const value = layoutValue(reading.layout[index] as number, model.layoutMeans[index] ?? 0, model.layoutFactors[index] ?? 0);
    const base = index * columns;
    for (let column = 0; column < columns; column++)
      layout[column] = (layout[column] as number) + value * (layoutWeights[base + column] as number);
  }
  return grams.map(
    (sum, column) =>
      (model.biases[column] ?? 0) +
      (sum * (model.scales[column] ?? 0)) / use.norm +
      (layout[column] ?? 0) * (model.layoutScales[column] ?? 0),
  );
}

/** For each line that was read, how much it speaks for one column against another. */
export function weighLines(
  reading: KindReading,
  use: GramUse,
  model: KindModel,
  [column, against]: readonly [number, number],
): Float64Array {
  const weights = new Float64Array(reading.lineStarts.length - 1);
  const [scale, againstScale] = [model.scales[column] ?? 0, model.scales[against] ?? 0];
  let line = 0;
  for (let at = 0; at < use.length; at++) {
    const place = use.places[at] as number;
    while (line > 0 && (reading.lineStarts[line] as number) > place) line--;
    while (line + 1 < weights.length && (reading.lineStarts[line + 1] as number) <= place) line++;
    const feature = use.features[at] as number;
    const base = feature * model.columns;
    const count = use.counts[feature] as number;
    const margin = (model.weights[base + column] as number) * scale - (model.weights[base + against] as number) * againstScale;
    weights[line] = (weights[line] as number) + (margin * gramValue(count)) / count;
  }
  return weights;
}
