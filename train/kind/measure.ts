/** Cross-validates and judges the report fold with the shipped table; gives plain data for `bench/kind.mjs`. */
import { FEWEST_WORDS, LEAST_KNOWN } from "../../src/signals/kind.ts";
import { kindModel } from "../../src/signals/kind-model.ts";
import { isRawPage, isSpecificationLike, KINDS, type Row } from "./examples.ts";
import { crossValidate, type Judgement, judgeExample, probabilitiesOf, readExamples } from "./judge.ts";

export { areaUnderCurve, calibrationError, scoresByLabel } from "./metrics.ts";
export { measureKind } from "../../src/signals/kind.ts";
export { readDocument } from "../../src/readers/read-document.ts";
export { FEWEST_WORDS, KINDS, LEAST_KNOWN };

export interface Judged {
  readonly id: string;
  readonly source: string;
  readonly corpusKind: string;
  readonly label: string;
  readonly fmt: string;
  readonly lang: string;
  readonly isRaw: boolean;
  readonly isClean: boolean;
  readonly isSpecificationLike: boolean;
  readonly isJudged: boolean;
  readonly words: number;
  readonly truth: number;
  readonly probabilities: readonly number[];
  readonly specificationLogOdds: number;
  readonly scrapedLogOdds: number;
  readonly knownRatio: number;
}

export function measureByCrossValidation(rows: readonly Row[], log: (line: string) => void): Judged[] {
  return crossValidate(readExamples(rows).development, undefined, log).map(plain);
}

export function measureReportFold(rows: readonly Row[]): Judged[] {
  return readExamples(rows).report.map((example) => plain(judgeExample(example, kindModel())));
}

function plain(judgement: Judgement): Judged {
  const { example, specificationLogOdds, scrapedLogOdds, knownRatio } = judgement;
  const { row, reading, kind, isJudged } = example;
  return {
    id: row.id,
    source: row.source,
    corpusKind: row.kind,
    label: row.label,
    fmt: row.fmt,
    lang: row.lang,
    isRaw: isRawPage(example),
    isClean: row.clean,
    isSpecificationLike: isSpecificationLike(example),
    isJudged,
    words: reading.wordCount,
    truth: kind,
    probabilities: [...probabilitiesOf(judgement, kindModel().temperature)],
    specificationLogOdds,
    scrapedLogOdds,
    knownRatio,
  };
}
