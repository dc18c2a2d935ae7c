/** The real sets that the identity models are trained on and measured with: `../shared/sets`, where they stand beside the repository. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isReportFold } from "./corpus.mjs";

export const SETS = fileURLToPath(new URL("../../shared/sets", import.meta.url));

/** Whether the sets are there. */
export function hasSets() {
  return existsSync(SETS);
}

/** Names of the sets, sorted: those of the report fold, or those that may be tuned on. */
export function setNames({ reportFold = false } = {}) {
  return readdirSync(SETS)
    .filter((name) => statSync(join(SETS, name)).isDirectory() && isReportFold(name) === reportFold)
    .sort();
}

/** A set's root folder and what is known of it. */
export function readMeta(name) {
  return { root: join(SETS, name, "root"), meta: JSON.parse(readFileSync(join(SETS, name, "meta.json"), "utf8")) };
}
