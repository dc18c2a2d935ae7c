/** The main index and those that it points to, each once; a README stands in where there is none (DESIGN.md section 5). */
import { entriesOf } from "../paths/entries.ts";
import type { CheckedSet, Entry, FileListing, PathFacts, ResolvedMention, SeedIndex, Skip } from "../types.ts";
import { isIndexProblem, isNestedIndex, loadIndex } from "./load-index.ts";
import type { Location } from "./locate.ts";

export interface Names {
  readonly listing: FileListing;
  readonly facts: PathFacts;
  /** Follow an index that is a link out of the root. */
  readonly allowOutside?: boolean;
}

export interface LoadedIndexes extends Pick<CheckedSet, "indexes" | "entries" | "passing" | "indexProblem" | "isReadmeIndex"> {
  /** Nested indexes that could not be read. */
  readonly skips: readonly Skip[];
}

const NOTHING: LoadedIndexes = { indexes: [], entries: [], passing: [], indexProblem: null, isReadmeIndex: false, skips: [] };
/** Listing mentions that must lead to files before a README is taken for an index (DESIGN.md section 5). */
const FEWEST_README_ENTRIES = 3;

/** Reads the index of a set and all that it leads to. Never throws for a fault of the set. */
export async function loadIndexes(location: Location, names: Names): Promise<LoadedIndexes> {
  const readme = location.index === null ? readmeOf(location.folder, names.listing) : null;
  const start = location.index ?? readme;
  if (start === null) return NOTHING;
  const main = await loadIndex(location.root, start, names);
  if (isIndexProblem(main)) return readme === null ? { ...NOTHING, indexProblem: main } : NOTHING;
  const all = await followIndexes(main, location.root, names);
  const listed = all.entries.filter((entry) => entry.path !== null);
  if (readme !== null && listed.length < FEWEST_README_ENTRIES) return NOTHING;
  return { ...all, indexProblem: null, isReadmeIndex: readme !== null };
}

async function followIndexes(
  main: SeedIndex,
  root: string,
  names: Names,
): Promise<Pick<LoadedIndexes, "indexes" | "entries" | "passing" | "skips">> {
  const { listing, facts } = names;
  const queue = [main];
  const realPath = (path: string) => listing.leadsTo(path) ?? path;
  const seen = new Set([realPath(main.path)]);
  const indexes: SeedIndex[] = [];
  const entries: Entry[] = [];
  const passing: ResolvedMention[] = [];
  const skips: Skip[] = [];
  for (let index = queue.shift(); index; index = queue.shift()) {
    const own = entriesOf(index, listing, facts);
    indexes.push({ ...index, externalUrlCount: own.externalUrlCount });
    entries.push(...own.entries);
    passing.push(...own.passing);
    for (const { path } of own.entries) {
      if (path === null || seen.has(realPath(path)) || !isNestedIndex(path, index)) continue;
      seen.add(realPath(path));
      const nested = await loadIndex(root, path, names);
      if (isIndexProblem(nested))
        skips.push({ rule: "unreadable-index", path, entry: null, reason: `the nested index cannot be read: ${nested.message}` });
      else queue.push(nested);
    }
  }
  return { indexes, entries, passing, skips };
}

function readmeOf(folder: string, listing: FileListing): string | null {
  const readme = listing
    .children(folder)
    .find((path) => /(?:^|\/)readme\.(?:md|rst|adoc|markdown|mediawiki|wiki)$/i.test(path) && listing.isFile(path));
  return readme ?? null;
}
