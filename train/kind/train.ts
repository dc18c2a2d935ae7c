/** Trains the kind model: what `train/kind.mjs` writes to `models/kind.json`. */
import { FEWEST_WORDS } from "../../src/signals/kind.ts";
import type { KindTable } from "../../src/signals/kind-model.ts";
import type { Row } from "./examples.ts";
import { fitTable } from "./fit-table.ts";
import { crossValidate, fitTemperature, isLearned, readExamples } from "./judge.ts";

/** Cross-validates for the temperature, then learns from every source outside the report fold. Same rows, same table. */
export function trainKind(rows: readonly Row[], log: (line: string) => void): KindTable {
  const { development } = readExamples(rows);
  const temperature = fitTemperature(crossValidate(development, undefined, log), FEWEST_WORDS);
  return fitTable(development.filter(isLearned), temperature);
}
