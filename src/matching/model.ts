import model from "../../models/identity.json" with { type: "json" };
import { LIKENESS_FEATURES } from "./likeness.ts";
import { STRANGENESS_FEATURES } from "./strangeness.ts";

interface LinearModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

const PAIR = linearModel(model.pair, LIKENESS_FEATURES);
const STRANGENESS = linearModel(model.strangeness, STRANGENESS_FEATURES);

function linearModel(
  named: { readonly bias: number; readonly weights: Readonly<Record<string, number>> },
  features: readonly string[],
): LinearModel {
  return { bias: named.bias, weights: features.map((feature) => named.weights[feature] ?? 0) };
}

/** Natural log-odds that an entry means a document rather than another one of the set, from the features of `likenessOf`. Source: `models/identity.md`. */
export function pairLogOdds(features: readonly number[]): number {
  return logOdds(PAIR, features);
}

/** Natural log-odds that a document belongs under its entry rather than to another set, from the features of `strangenessOf`. Source: `models/identity.md`. */
export function belongingLogOdds(features: readonly number[]): number {
  return logOdds(STRANGENESS, features);
}

function logOdds({ bias, weights }: LinearModel, features: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
}
