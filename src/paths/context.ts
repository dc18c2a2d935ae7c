import type { FileListing, PathFacts, SeedIndex } from "../types.ts";

/** What the path rule knows beside the mention itself. */
export interface PathContext {
  /** Only what is found counts: missing targets are not looked for elsewhere. */
  readonly isFirstPass?: boolean;
  readonly index: SeedIndex;
  readonly listing: FileListing;
  readonly facts: PathFacts;
  /** Documents that mentions of the index lead to; a missing target is less likely to mean one of them. Filled after a first pass. */
  readonly taken: ReadonlySet<string>;
  /** Repositories and hosts whose URLs lead to files of this set, judged by neighbours. Filled after a first pass. */
  readonly ownHosts: ReadonlySet<string>;
}
