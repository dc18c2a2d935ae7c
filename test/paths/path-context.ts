/** Mentions and contexts for tests of the path rule. */
import type { PathContext } from "../../src/paths/context.ts";
import type { ListedPath } from "../../src/paths/listing.ts";
import { PathListing } from "../../src/paths/listing.ts";
import type { Mention, PathFacts, SeedIndex } from "../../src/types.ts";

export const NO_FACTS: PathFacts = { isIgnored: () => false, submodules: [], repositories: [] };

/** A listing mention of a link, alone in its row. */
export function mentionOf(target: string, over: Partial<Mention> = {}): Mention {
  const place = { line: 1, column: 1, end: { line: 1, column: 1 + target.length } };
  return {
    target,
    place,
    row: place,
    notation: "link",
    role: "listing",
    listing: "list-1",
    label: over.claims?.title ?? target,
    claims: {},
    rowText: target,
    sections: [],
    bases: [],
    ...over,
  };
}

export function indexOf(over: Partial<SeedIndex> = {}): SeedIndex {
  return { path: "INDEX.md", form: "markdown", text: "", mentions: [], externalUrlCount: 0, problems: [], ...over };
}

/** A listing of paths: those that end in `/` are folders; the folders above files are there too. */
export function listing(paths: readonly string[], more: readonly ListedPath[] = []): PathListing {
  const folders = new Set<string>();
  for (const path of [...paths, ...more.map((one) => one.path)]) {
    const segments = path.split("/");
    for (let depth = 1; depth < segments.length; depth++) folders.add(segments.slice(0, depth).join("/"));
  }
  const files = paths.filter((path) => !path.endsWith("/"));
  return new PathListing([
    ...[...folders].map((path) => ({ path, isDirectory: true })),
    ...files.map((path) => ({ path, isDirectory: false })),
    ...more,
  ]);
}

export interface ContextSketch {
  readonly files: readonly string[];
  readonly odd?: readonly ListedPath[];
  readonly index?: Partial<SeedIndex>;
  readonly facts?: Partial<PathFacts>;
  readonly taken?: readonly string[];
  readonly ownHosts?: readonly string[];
}

export function contextOf({ files, odd = [], index = {}, facts = {}, taken = [], ownHosts = [] }: ContextSketch): PathContext {
  return {
    index: indexOf(index),
    listing: listing([...files, index.path ?? "INDEX.md"], odd),
    facts: { ...NO_FACTS, ...facts },
    taken: new Set(taken),
    ownHosts: new Set(ownHosts),
  };
}
