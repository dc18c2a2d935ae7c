/** The library: check a seed set, read the report. */
export { type CheckOptions, type CheckResult, checkSeedSet } from "./check.ts";
export { SeedcheckError } from "./errors.ts";
export type * from "./types.ts";
