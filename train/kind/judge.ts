/** Scores examples with a packed table, by the code that is used when a document is measured. */
import { type KindModel, unpackKindTable } from "../../src/signals/kind-model.ts";
import { scoreColumns, useGrams } from "../../src/signals/kind-score.ts";
import { type Example, exampleOf, KINDS, type Row } from "./examples.ts";
import { type FitOptions, FIT, fitTable } from "./fit-table.ts";
import { foldsBySource } from "./folds.ts";
import { calibrationError } from "./metrics.ts";
import { toProbabilities } from "./softmax.ts";

export interface Judgement {
  readonly example: Example;
  /** Logits of the kinds, not yet divided by a temperature. */
  readonly logits: Float64Array;
  readonly specificationLogOdds: number;
  readonly scrapedLogOdds: number;
  readonly knownRatio: number;
}

export const FOLDS = 5;
/** Fewest words of a text that is learned from. */
const FEWEST_WORDS_LEARNED = 20;

export interface Examples {
  /** Outside the report fold. */
  readonly development: readonly Example[];
  readonly report: readonly Example[];
}

export function readExamples(rows: readonly Row[]): Examples {
  const examples = rows.map((row) => exampleOf(row, FEWEST_WORDS_LEARNED));
  return { development: examples.filter(({ row }) => !row.isReportFold), report: examples.filter(({ row }) => row.isReportFold) };
}

/** Texts that may be learned from: in English, long enough, under no licence that forbids commerce. */
export function isLearned({ row, isJudged }: Example): boolean {
  return isJudged && row.lang === "en" && row.rights !== "open-nc";
}

export function judgeExample(example: Example, model: KindModel): Judgement {
  const use = useGrams(example.reading, model);
  const columns = scoreColumns(example.reading, use, model);
  return {
    example,
    logits: columns.slice(0, KINDS.length),
    specificationLogOdds: columns[KINDS.length] ?? 0,
    scrapedLogOdds: columns[KINDS.length + 1] ?? 0,
    knownRatio: use.knownWords / Math.max(1, example.reading.wordCount),
  };
}

/** Judgements of every example by a table that its source had no part in. */
export function crossValidate(examples: readonly Example[], options: FitOptions = FIT, log: (line: string) => void = () => {}): Judgement[] {
  const folds = foldsBySource(examples, FOLDS);
  const judged: Judgement[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = examples.filter((example, at) => folds[at] !== fold && isLearned(example));
    const model = unpackKindTable(fitTable(learned, 1, options));
    for (const [at, example] of examples.entries()) if (folds[at] === fold) judged.push(judgeExample(example, model));
    log(`fold ${fold + 1} of ${FOLDS}: learned from ${learned.length} texts`);
  }
  return judged;
}

/** Probabilities of the kinds. */
export function probabilitiesOf({ logits }: Judgement, temperature: number): Float64Array {
  const probabilities = logits.map((logit) => logit / temperature);
  toProbabilities(probabilities);
  return probabilities;
}

/** The temperature under which confidences are least off, to 0.05 (Guo et al., 2017; by calibration error, since sources that nothing like was learned from spoil the likelihood). */
export function fitTemperature(judgements: readonly Judgement[], fewestWords: number): number {
  const labelled = judgements.filter(
    ({ example: { kind, isJudged, row, reading } }) => kind >= 0 && isJudged && row.lang === "en" && reading.wordCount >= fewestWords,
  );
  const error = (temperature: number) => calibrationError(labelled.map((judgement) => confidenceOf(judgement, temperature)));
  const candidates = Array.from({ length: 40 }, (_, step) => Number((0.4 + step * 0.05).toFixed(2)));
  const errors = candidates.map(error);
  return candidates[errors.indexOf(Math.min(...errors))] ?? 1;
}

function confidenceOf(judgement: Judgement, temperature: number): { confidence: number; isRight: boolean } {
  const probabilities = probabilitiesOf(judgement, temperature);
  const confidence = Math.max(...probabilities);
  return { confidence, isRight: probabilities.indexOf(confidence) === judgement.example.kind };
}
