/** Fits the kinds and both heads on examples, and packs the weights as they are shipped, so that what is measured is what is shipped. */
import { Buffer } from "node:buffer";
import type { KindTable } from "../../src/signals/kind-model.ts";
import { LAYOUT_NAMES } from "../../src/signals/kind-reading.ts";
import { gramValue, layoutValue } from "../../src/signals/kind-score.ts";
import { type Example, isRawPage, isSpecificationLike, KINDS, likenessLabel } from "./examples.ts";
import { type Matrix, matrixOf } from "./matrix.ts";
import { type Gram, selectGrams } from "./select-grams.ts";
import { fitSoftmax } from "./softmax.ts";

export interface FitOptions {
  readonly grams: number;
  readonly fewestSources: number;
  /** L2 penalty per example. */
  readonly penalty: number;
  /** Length of the layout block beside the words' block, whose length is 1. */
  readonly layoutShare: number;
  readonly steps: number;
}

/** Chosen by cross-validation over sources, outside the report fold. */
export const FIT: FitOptions = { grams: 12_000, fewestSources: 4, penalty: 1e-4, layoutShare: 0.6, steps: 45 };

/** Weight of a working document that is no specification in the head that tells specifications from pages. */
const WORKING_WEIGHT = 0.3;

export function fitTable(examples: readonly Example[], temperature: number, options: FitOptions = FIT): KindTable {
  const grams = selectGrams(examples, { most: options.grams, fewestSources: options.fewestSources });
  const layout = layoutSpread(examples);
  const matrix = featureMatrix(examples, grams, layout, options.layoutShare);
  const kinds = fitProblem(matrix, examples, { classes: KINDS.length, labelOf: ({ kind }) => kind, weightOf: () => 1 }, options);
  const likeness = fitProblem(
    matrix,
    examples,
    { classes: 2, labelOf: (example) => likenessLabel(example) ?? -1, weightOf: (example) => (isWorking(example) ? WORKING_WEIGHT : 1) },
    options,
  );
  const scraped = fitProblem(matrix, examples, { classes: 2, labelOf: (example) => (isRawPage(example) ? 1 : 0), weightOf: () => 1 }, options);
  const columns = [...KINDS.map((_, kind) => columnOf(kinds, kind, KINDS.length)), logOdds(likeness), logOdds(scraped)];
  return packTable(columns, grams, layout, { temperature, layoutShare: options.layoutShare });
}

function isWorking(example: Example): boolean {
  return likenessLabel(example) === 1 && !isSpecificationLike(example);
}

interface HeadProblem {
  readonly classes: number;
  /** -1: not part of this problem. */
  labelOf(example: Example): number;
  weightOf(example: Example): number;
}

function fitProblem(matrix: Matrix, examples: readonly Example[], problem: HeadProblem, { penalty, steps }: FitOptions): Float64Array {
  const labels = examples.map(problem.labelOf);
  return fitSoftmax({ matrix, labels, rowWeights: balancedWeights(examples, labels, problem), classes: problem.classes }, penalty, steps);
}

/** Sources weigh by the square root of their examples of a label; then every label weighs the same. They sum to the number of rows. */
function balancedWeights(examples: readonly Example[], labels: readonly number[], { weightOf }: HeadProblem): Float64Array {
  const perSource = new Map<string, number>();
  const keyOf = (at: number) => `${examples[at]?.row.source}\n${labels[at]}`;
  for (const at of labels.keys()) perSource.set(keyOf(at), (perSource.get(keyOf(at)) ?? 0) + 1);
  const weights = Float64Array.from(examples, (example, at) =>
    (labels[at] ?? -1) < 0 ? 0 : weightOf(example) / Math.sqrt(perSource.get(keyOf(at)) ?? 1),
  );
  const perLabel = new Map<number, number>();
  for (const [at, label] of labels.entries()) perLabel.set(label, (perLabel.get(label) ?? 0) + (weights[at] ?? 0));
  for (const [at, label] of labels.entries()) weights[at] = (weights[at] ?? 0) / (perLabel.get(label) || 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight * examples.length) / total);
}

interface LayoutSpread {
  readonly means: number[];
  readonly factors: number[];
}

function layoutSpread(examples: readonly Example[]): LayoutSpread {
  const means = LAYOUT_NAMES.map((_, index) => examples.reduce((sum, { reading }) => sum + (reading.layout[index] ?? 0), 0) / examples.length);
  const factors = LAYOUT_NAMES.map((_, index) => {
    const squares = examples.reduce((sum, { reading }) => sum + ((reading.layout[index] ?? 0) - (means[index] ?? 0)) ** 2, 0);
    return round(1 / (Math.sqrt(squares / examples.length) + 1e-3));
  });
  return { means: means.map(round), factors };
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

function featureMatrix(examples: readonly Example[], grams: readonly Gram[], layout: LayoutSpread, layoutShare: number): Matrix {
  const places = new Map(grams.map(({ hash }, place) => [hash, place]));
  const factor = layoutShare / Math.sqrt(LAYOUT_NAMES.length);
  const rows = examples.map(({ grams: used, reading }) => {
    const known = [...used].flatMap(([hash, { count }]) => {
      const place = places.get(hash);
      return place === undefined ? [] : [[place, gramValue(count)] as const];
    });
    const norm = Math.sqrt(known.reduce((sum, [, value]) => sum + value * value, 0) || 1);
    return {
      indices: [...known.map(([place]) => place), ...LAYOUT_NAMES.map((_, index) => grams.length + index)],
      values: [
        ...known.map(([, value]) => value / norm),
        ...LAYOUT_NAMES.map(
          (_, index) => layoutValue(reading.layout[index] ?? 0, layout.means[index] ?? 0, layout.factors[index] ?? 0) * factor,
        ),
      ],
    };
  });
  return matrixOf(rows, grams.length + LAYOUT_NAMES.length);
}

function columnOf(weights: Float64Array, column: number, classes: number): Float64Array {
  return Float64Array.from({ length: weights.length / classes }, (_, row) => weights[row * classes + column] ?? 0);
}

/** Log-odds of label 1 from weights of labels 0 and 1. */
function logOdds(weights: Float64Array): Float64Array {
  return Float64Array.from({ length: weights.length / 2 }, (_, row) => (weights[row * 2 + 1] ?? 0) - (weights[row * 2] ?? 0));
}

function packTable(
  columns: readonly Float64Array[],
  grams: readonly Gram[],
  layout: LayoutSpread,
  { temperature, layoutShare }: { temperature: number; layoutShare: number },
): KindTable {
  const words = [...new Set(grams.flatMap((gram) => gram.words))].sort();
  const places = new Map(words.map((word, place) => [word, place]));
  const longest = Math.max(...grams.map((gram) => gram.words.length));
  const weights = columns.map((column) => column.subarray(0, grams.length));
  const factor = layoutShare / Math.sqrt(LAYOUT_NAMES.length);
  const layoutColumns = columns.map((column) => column.subarray(grams.length, grams.length + LAYOUT_NAMES.length).map((weight) => weight * factor));
  const scales = weights.map((column) => round(largest(column) / 127));
  const layoutScales = layoutColumns.map((column) => round(largest(column) / 32767));
  return {
    kinds: KINDS,
    words: words.join(" "),
    gramCounts: Array.from({ length: longest }, (_, index) => grams.filter((gram) => gram.words.length === index + 1).length),
    grams: base64(Uint16Array.from(grams.flatMap((gram) => gram.words.map((word) => places.get(word) ?? 0)))),
    weights: base64(Int8Array.from(interleaved(weights, scales))),
    scales,
    layoutMeans: layout.means,
    layoutFactors: layout.factors,
    layoutWeights: base64(Int16Array.from(interleaved(layoutColumns, layoutScales))),
    layoutScales,
    biases: columns.map((column) => round(column[column.length - 1] ?? 0)),
    temperature,
  };
}

function largest(column: Float64Array): number {
  return column.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
}

/** Weights in whole numbers of their column's scale, row by row. */
function interleaved(columns: readonly Float64Array[], scales: readonly number[]): number[] {
  const rows = columns[0]?.length ?? 0;
  return Array.from({ length: rows * columns.length }, (_, at) => {
    const column = at % columns.length;
    return Math.round((columns[column]?.[Math.floor(at / columns.length)] ?? 0) / (scales[column] ?? 1));
  });
}

function base64(numbers: Uint16Array | Int16Array | Int8Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}
