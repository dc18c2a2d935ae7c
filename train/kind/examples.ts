/** Labelled texts as the model reads them. */
import { splitLines } from "../../src/readers/split-lines.ts";
import { visitGrams } from "../../src/signals/kind-grams.ts";
import { isEnglish } from "../../src/signals/kind-language.ts";
import { type KindReading, readForKind } from "../../src/signals/kind-reading.ts";
import { sampleLines } from "../../src/signals/kind-sample.ts";

/** The corpus' kinds that are learned, and what they are called in reports. Kinds with too few sources to learn are left out. */
export const KIND_NAMES: Readonly<Record<string, string>> = {
  spec: "specification",
  design: "design",
  requirements: "design",
  blog: "blog",
  news: "news",
  recipe: "recipe",
  marketing: "marketing",
  apiref: "api-reference",
  tutorial: "tutorial",
  paper: "paper",
  code: "code",
  forum: "forum",
  data: "data",
  encyclopedia: "encyclopedia",
  legal: "legal",
  transcript: "transcript",
  minutes: "minutes",
  errorpage: "error-page",
  fiction: "fiction",
  readme: "readme",
  changelog: "changelog",
  nav: "navigation",
  email: "email",
};

export const KINDS: readonly string[] = [...new Set(Object.values(KIND_NAMES))];

/** One labelled text. Fields as the corpus' README says. */
export interface Row {
  readonly id: string;
  readonly source: string;
  readonly rights: string;
  readonly kind: string;
  readonly label: string;
  readonly scraped: boolean;
  readonly clean: boolean;
  readonly lang: string;
  readonly fmt: string;
  readonly text: string;
  /** Kept to report on: never learned from, never tuned on. */
  readonly isReportFold: boolean;
}

export interface Example {
  readonly row: Row;
  readonly reading: KindReading;
  /** Place in `KINDS`, or -1 for a kind that is not learned. */
  readonly kind: number;
  /** Is judged to be English and long enough by the rules that hold when it is used. */
  readonly isJudged: boolean;
  /** Each sequence with its count and where it first stands. */
  readonly grams: ReadonlyMap<number, { count: number; readonly place: number; readonly length: number }>;
}

export function exampleOf(row: Row, fewestWords: number): Example {
  const lines = splitLines(row.text);
  const type = "text/plain";
  const reading = readForKind(sampleLines({ path: "", sizeBytes: 0, type, text: row.text, lines, encoding: null, problems: [] }));
  const grams = new Map<number, { count: number; place: number; length: number }>();
  visitGrams(reading.tokens, (hash, place, length) => {
    const use = grams.get(hash);
    if (use) use.count++;
    else grams.set(hash, { count: 1, place, length });
  });
  const isJudged = reading.wordCount >= fewestWords && isEnglish(reading);
  return { row, reading, kind: KINDS.indexOf(KIND_NAMES[row.kind] ?? ""), isJudged, grams };
}

/** Kinds that a specification-like document is told apart from. */
const UNLIKE = new Set(["news", "blog", "marketing", "nav", "errorpage", "recipe", "social", "web_other"]);
const SPECIFICATION_LIKE = new Set(["spec", "design", "requirements"]);
const WORKING = new Set(["apiref", "paper", "tutorial", "readme", "changelog", "minutes", "legal", "code", "data"]);

/** Whether it was scraped with its navigation. */
export function isRawPage({ row }: Example): boolean {
  return row.scraped && !row.clean;
}

export function isSpecificationLike({ row }: Example): boolean {
  return SPECIFICATION_LIKE.has(row.kind) && !row.scraped;
}

/** 1: specification-like or another text that a project works with; 0: page, press, promotion; null: neither. */
export function likenessLabel(example: Example): 0 | 1 | null {
  const { kind } = example.row;
  if (isSpecificationLike(example) || (WORKING.has(kind) && !isRawPage(example))) return 1;
  return UNLIKE.has(kind) || isRawPage(example) ? 0 : null;
}
