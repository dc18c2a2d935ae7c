/**
 * THE FLOW. Read it top-down:
 *
 *     root -> names -> index -> mentions -> entries -> documents -> signals -> rules -> findings + skips -> report
 */
import { relative, sep } from "node:path";
import { chooseDocuments } from "./engine/choose-documents.ts";
import { judgeSet } from "./engine/judge.ts";
import { loadDocument } from "./engine/load-documents.ts";
import { type IndexProblem, isIndexProblem, isNestedIndex, loadIndex } from "./engine/load-index.ts";
import { type Location, locateSet } from "./engine/locate.ts";
import { readPathFacts } from "./engine/path-facts.ts";
import { buildReport } from "./engine/report.ts";
import { walkRoot } from "./engine/walk.ts";
import { entriesOf } from "./paths/entries.ts";
import { PathListing } from "./paths/listing.ts";
import { folderOf } from "./paths/target.ts";
import type { CheckedDocument, CheckedSet, Entry, FileListing, PathFacts, Report, ResolvedMention, SeedIndex } from "./types.ts";

/** What to check, and how. */
export interface CheckOptions {
  /** An index file or a folder; default: the usual places in the current directory. */
  readonly path?: string;
  /** Folder outside of which nothing is read. */
  readonly root?: string;
  /** Directory that relative paths start from; default: the process's. */
  readonly cwd?: string;
  /** Patterns, as in .gitignore, of files that are no documents. */
  readonly ignore?: readonly string[];
  /** Patterns of files that are documents although they would be left out. */
  readonly include?: readonly string[];
  /** Follow links that lead out of the root. */
  readonly allowOutside?: boolean;
  /** Ends the check: it then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly phase: string; readonly done: number; readonly total: number }) => void;
}

export interface CheckResult {
  readonly report: Report;
  /** What the rules saw: indexes, entries with all their mentions, documents with their signals. */
  readonly set: CheckedSet;
  /** Lines of each index, for reporters that show them. */
  readonly indexLines: ReadonlyMap<string, readonly string[]>;
}

/** Checks one seed set. Reads files only; throws SeedcheckError where the call is wrong, never for a fault of the set. */
export async function checkSeedSet(options: CheckOptions = {}): Promise<CheckResult> {
  const started = performance.now();
  const cwd = options.cwd ?? process.cwd();
  const location = locateSet(options.path, { cwd, root: options.root });
  const walk = walkRoot(location.root, { allowOutside: options.allowOutside ?? false, signal: options.signal });
  const listing = new PathListing(walk.listed);
  const facts = readPathFacts(location.root, walk.ignoreFolders);
  const loaded = await loadIndexes(location, { listing, facts });
  const documents = await loadDocuments(location, { options, loaded, listing, facts });
  const set: CheckedSet = { ...loaded, documents, listing, indexPath: loaded.indexes[0]?.path ?? null, lookedFor: location.lookedFor };
  const { findings, skips } = judgeSet(set);
  const root = relative(cwd, location.root).split(sep).join("/") || ".";
  const unlistable = walk.unlistable.map(({ path, reason }) => ({
    rule: "walk",
    path: path || ".",
    entry: null,
    reason: `the folder could not be listed (${reason})`,
  }));
  const elapsedMs = Math.round(performance.now() - started);
  return {
    set,
    report: buildReport({ set, findings, skips: [...unlistable, ...skips], root, elapsedMs }),
    indexLines: new Map(loaded.indexes.map((index) => [index.path, index.text.split(/\r?\n/)])),
  };
}

interface Names {
  readonly listing: FileListing;
  readonly facts: PathFacts;
}

interface LoadedIndexes {
  readonly indexes: readonly SeedIndex[];
  readonly entries: readonly Entry[];
  readonly passing: readonly ResolvedMention[];
  readonly indexProblem: IndexProblem | null;
  readonly isReadmeIndex: boolean;
}

/** The main index and those it points to, each once. A README with three listed documents stands in where there is none. */
async function loadIndexes(location: Location, names: Names): Promise<LoadedIndexes> {
  const readme = location.index === null ? readmeOf(location.folder, names.listing) : null;
  const start = location.index ?? readme;
  const empty: LoadedIndexes = { indexes: [], entries: [], passing: [], indexProblem: null, isReadmeIndex: false };
  if (start === null) return empty;
  const main = await loadIndex(location.root, start);
  if (isIndexProblem(main)) return readme === null ? { ...empty, indexProblem: main } : empty;
  const all = await followIndexes(main, location.root, names);
  const listed = all.entries.filter((entry) => entry.path !== null);
  return readme !== null && listed.length < 3 ? empty : { ...all, indexProblem: null, isReadmeIndex: readme !== null };
}

async function followIndexes(
  main: SeedIndex,
  root: string,
  { listing, facts }: Names,
): Promise<Pick<LoadedIndexes, "indexes" | "entries" | "passing">> {
  const queue = [main];
  const seen = new Set([main.path]);
  const indexes: SeedIndex[] = [];
  const entries: Entry[] = [];
  const passing: ResolvedMention[] = [];
  for (let index = queue.shift(); index; index = queue.shift()) {
    const own = entriesOf(index, listing, facts);
    indexes.push({ ...index, externalUrlCount: own.externalUrlCount });
    entries.push(...own.entries);
    passing.push(...own.passing);
    for (const { path } of own.entries) {
      if (path === null || seen.has(path) || !isNestedIndex(path, index)) continue;
      seen.add(path);
      const nested = await loadIndex(root, path);
      if (!isIndexProblem(nested)) queue.push(nested);
    }
  }
  return { indexes, entries, passing };
}

function readmeOf(folder: string, listing: FileListing): string | null {
  const readme = listing.children(folder).find((path) => /(?:^|\/)readme\.(?:md|rst|adoc|markdown)$/i.test(path) && listing.isFile(path));
  return readme ?? null;
}

interface Loading extends Names {
  readonly options: CheckOptions;
  readonly loaded: LoadedIndexes;
}

/** Reads the documents one after another; lets the process breathe, so that Ctrl-C and progress work. */
async function loadDocuments(location: Location, { options, loaded, listing, facts }: Loading): Promise<CheckedDocument[]> {
  const folder = location.index === null ? location.folder : folderOf(location.index);
  const requests = chooseDocuments({ ...loaded, listing, facts, folder, ignore: options.ignore ?? [], include: options.include ?? [] });
  const documents: CheckedDocument[] = [];
  for (const request of requests) {
    options.signal?.throwIfAborted();
    documents.push(loadDocument(location.root, request));
    if (documents.length % 64 === 0) {
      options.onProgress?.({ phase: "reading documents", done: documents.length, total: requests.length });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return documents;
}
