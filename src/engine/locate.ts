/** Finds the set's root and its index from what the caller gave (DESIGN.md sections 4 and 8). */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { SeedcheckError } from "../errors.ts";

/** Where an index is looked for when none is named, in this order. */
export const DEFAULT_INDEXES = ["seeds/INDEX.md", "INDEX.md", "docs/INDEX.md", "specs/INDEX.md", "llms.txt", "SUMMARY.md"] as const;

export interface Location {
  /** Absolute path of the set's root. */
  readonly root: string;
  /** Path of the index relative to the root, or null where none was found. */
  readonly index: string | null;
  /** Paths, relative to the root, where an index was looked for; empty where one was found. */
  readonly lookedFor: readonly string[];
  /** Folder, relative to the root, whose documents are checked where there is no index. */
  readonly folder: string;
}

/** Throws a SeedcheckError (`no-such-path`, `usage`) where the path or the root is not there or does not hold the index. */
export function locateSet(path: string | undefined, options: { readonly cwd: string; readonly root?: string | undefined }): Location {
  const cwd = resolve(options.cwd);
  const root = options.root === undefined ? null : existingFolder(resolve(cwd, options.root), options.root);
  if (path === undefined) return inFolder(root ?? cwd, root ?? cwd);
  const full = resolve(cwd, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return inFolder(root ?? full, full);
  if (!stat && !existsSync(dirname(full))) {
    throw new SeedcheckError("no-such-path", `there is no file or folder "${path}"`, "Give an index file or a folder that is there.");
  }
  const home = root ?? (isInside(cwd, full) ? cwd : dirname(full));
  const inside = inRoot(home, full);
  if (!stat) return { root: home, index: null, lookedFor: [inside], folder: inRoot(home, dirname(full)) };
  return { root: home, index: inside, lookedFor: [], folder: inRoot(home, dirname(full)) };
}

function existingFolder(full: string, written: string): string {
  if (statSync(full, { throwIfNoEntry: false })?.isDirectory()) return full;
  throw new SeedcheckError("no-such-path", `there is no folder "${written}"`, "Give a folder that is there to --root.");
}

function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function inRoot(root: string, path: string): string {
  if (isInside(root, path)) return relative(root, path).split(sep).join("/");
  throw new SeedcheckError("usage", `"${path}" is not in the root "${root}"`, "Give a --root that holds the index.");
}

/** Looks for an index by its usual names in a folder. A folder named `seeds` is looked into itself. */
function inFolder(root: string, folder: string): Location {
  const names = basename(folder) === "seeds" ? ["INDEX.md", ...DEFAULT_INDEXES] : DEFAULT_INDEXES;
  const prefix = inRoot(root, folder);
  const places = [...new Set(names)].map((name) => (prefix === "" ? name : `${prefix}/${name}`));
  const index = places.find((place) => isExactFile(root, place));
  const seeds = prefix === "" ? "seeds" : `${prefix}/seeds`;
  const documents = statSync(resolve(root, seeds), { throwIfNoEntry: false })?.isDirectory() ? seeds : prefix;
  return { root, index: index ?? null, lookedFor: index === undefined ? places : [], folder: documents };
}

function isExactFile(root: string, place: string): boolean {
  return statSync(resolve(root, place), { throwIfNoEntry: false }) !== undefined;
}
