/** How much a line's shape speaks for a web page's line (`models/passages.md`). */
import table from "../../models/passages.json" with { type: "json" };
import { LINE_FEATURES } from "./passage-lines.ts";

/** Most that one line can say for a page and against it: lines lean on their neighbours, and no single one shall decide. */
const MOST_FOR = 2;
const MOST_AGAINST = 3;

const NAMED: Readonly<Record<string, number>> = table.weights;
const WEIGHTS = Float64Array.from(LINE_FEATURES, (name) => NAMED[name] ?? 0);

/** Log-odds of a line with these features (`LINE_FEATURES`), from -3 to 2. */
export function weighLine(features: readonly number[]): number {
  let sum = table.bias;
  for (const place of features) sum += WEIGHTS[place] ?? 0;
  return Math.max(-MOST_AGAINST, Math.min(MOST_FOR, sum));
}
