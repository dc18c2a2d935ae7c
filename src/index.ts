/** The library: check a seed set, read the report; say what one file is. */
export { type CheckOptions, type CheckResult, checkSeedSet } from "./check.ts";
export { SeedcheckError } from "./errors.ts";
export { type InspectOptions, inspectDocument } from "./inspect.ts";
export type * from "./reporters/inspection/inspection.ts";
export type * from "./types.ts";
