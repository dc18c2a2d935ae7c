/** Finds the set that a single file belongs to: the folder whose index is to be read. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { SeedcheckError } from "../errors.ts";
import { PathListing } from "../paths/listing.ts";
import { loadIndexes } from "./follow-indexes.ts";
import { locateSet } from "./locate.ts";
import { readPathFacts } from "./path-facts.ts";
import { walkRoot } from "./walk.ts";

/** Names of which `loadIndexes` takes a README; without one the folder need not be walked. */
const README = /^readme\./i;

export interface FindSetOptions {
  /** Absolute path of the current directory. */
  readonly cwd: string;
  readonly root?: string | undefined;
  /** The set's index, where it is known. */
  readonly index?: string | undefined;
  readonly allowOutside?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Absolute path of the root of the set that a file (absolute path) is compared with, or null where none is found: that of `index`; else `root`; else the current directory,
 * where it holds an index and the file; else the nearest folder above the file that holds one, up to the repository's own; else the current directory
 * for a file from elsewhere. Indexes by their usual names come first, then a README that stands in for one (DESIGN.md section 5). Throws a
 * SeedcheckError where `index` or `root` is not there.
 */
export async function findSet(file: string, options: FindSetOptions): Promise<string | null> {
  const { cwd, root, index } = options;
  if (index !== undefined) return rootOfIndex(index, { cwd, root });
  if (root !== undefined) {
    const given = locateSet(undefined, { cwd, root });
    return given.index !== null || (await hasReadmeIndex(given.root, options)) ? given.root : null;
  }
  const above = foldersAbove(file);
  const isHere = pathInRoot(cwd, file) !== null;
  const folders = isHere ? [cwd, ...above] : [...above, cwd];
  const named = folders.find((folder) => locateSet(undefined, { cwd: folder }).index !== null);
  if (named !== undefined) return named;
  const candidates = new Set([...(isHere ? [cwd] : []), dirname(file), ...above.filter(isRepository)]);
  for (const folder of candidates) if (await hasReadmeIndex(folder, options)) return folder;
  return null;
}

function rootOfIndex(index: string, place: { readonly cwd: string; readonly root: string | undefined }): string {
  const location = locateSet(index, place);
  if (location.index !== null) return location.root;
  throw new SeedcheckError("no-such-path", `there is no index "${index}"`, "Give an index that is there to --index.");
}

/** A file's path relative to a root, with `/`; null where it is not below it. Links above the file do not matter. */
export function pathInRoot(root: string, file: string): string | null {
  const written = relative(root, file);
  if (isBelow(written)) return written.split(sep).join("/");
  const real = relative(realOf(root), join(realOf(dirname(file)), basename(file)));
  return isBelow(real) ? real.split(sep).join("/") : null;
}

/** `relative` gives `..` first for what lies elsewhere, and an absolute path for another drive. */
function isBelow(path: string): boolean {
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** The file's folder and those above it, nearest first; the last is a repository's own, or the file system's root. */
function foldersAbove(file: string): string[] {
  const folders = [dirname(resolve(file))];
  for (let folder = folders[0] ?? ""; !isRepository(folder) && dirname(folder) !== folder; folder = dirname(folder))
    folders.push(dirname(folder));
  return folders;
}

/** Whether a folder is a checkout: nothing above it belongs to the set. */
function isRepository(folder: string): boolean {
  return existsSync(join(folder, ".git"));
}

/** Whether a folder without an index by the usual names has a README that is one. */
async function hasReadmeIndex(root: string, { allowOutside = false, signal }: FindSetOptions): Promise<boolean> {
  const location = locateSet(undefined, { cwd: root });
  if (!namesIn(join(root, location.folder)).some((name) => README.test(name))) return false;
  const walk = walkRoot(root, { allowOutside, signal });
  const facts = readPathFacts(root, walk.ignoreFolders);
  const { indexes } = await loadIndexes(location, { listing: new PathListing(walk.listed), facts, allowOutside });
  return indexes.length > 0;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
