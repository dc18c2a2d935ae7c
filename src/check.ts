/**
 * THE FLOW. Read it top-down:
 *
 *     root -> names -> index -> mentions -> entries -> documents -> signals -> identity -> rules -> findings + skips -> report
 */
import { relative, sep } from "node:path";
import { chooseDocuments } from "./engine/choose-documents.ts";
import { loadIndexes } from "./engine/follow-indexes.ts";
import { judgeSet } from "./engine/judge.ts";
import { locateSet } from "./engine/locate.ts";
import { readPathFacts } from "./engine/path-facts.ts";
import { readDocuments } from "./engine/read-documents.ts";
import { buildReport } from "./engine/report.ts";
import { skipsOfWalk, walkRoot } from "./engine/walk.ts";
import { judgeIdentity } from "./matching/identity.ts";
import { PathListing } from "./paths/listing.ts";
import { folderOf } from "./paths/target.ts";
import type { CheckedSet, Report } from "./types.ts";

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
  const loaded = await loadIndexes(location, { listing, facts, allowOutside: options.allowOutside ?? false });
  const folder = location.index === null ? location.folder : folderOf(location.index);
  const requests = chooseDocuments({ ...loaded, listing, facts, folder, ignore: options.ignore ?? [], include: options.include ?? [] });
  const documents = await readDocuments(location.root, requests, options);
  const identity = judgeIdentity(loaded.entries, documents);
  const indexPath = loaded.indexes[0]?.path ?? null;
  const set: CheckedSet = { ...loaded, documents, identity, listing, indexPath, lookedFor: location.lookedFor };
  const { findings, skips } = judgeSet(set);
  const root = relative(cwd, location.root).split(sep).join("/") || ".";
  const elapsedMs = Math.round(performance.now() - started);
  return {
    set,
    report: buildReport({ set, findings, skips: [...skipsOfWalk(walk), ...loaded.skips, ...skips], root, elapsedMs }),
    indexLines: new Map(loaded.indexes.map((index) => [index.path, index.text.split(/\r?\n/)])),
  };
}
