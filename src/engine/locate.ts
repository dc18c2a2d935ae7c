/** Finds the set's root and its index from what the caller gave (DESIGN.md sections 4 and 8). */
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { SeedcheckError } from "../errors.ts";
import { hasDocumentExtension } from "../util/path-shape.ts";
import { errorCode } from "./read-bytes.ts";

/** Where an index is looked for when none is named, in this order. */
export const DEFAULT_INDEXES = ["seeds/INDEX.md", "INDEX.md", "docs/INDEX.md", "specs/INDEX.md", "llms.txt", "SUMMARY.md"] as const;

export interface Location {
  /** Absolute path of the set's root. */
  readonly root: string;
  /** Path of the index relative to the root, as the file system spells it, or null where none was found. */
  readonly index: string | null;
  /** Paths, relative to the root, where an index was looked for; empty where one was found. */
  readonly lookedFor: readonly string[];
  /** Folder, relative to the root, whose documents are checked where there is no index. */
  readonly folder: string;
}

/**
 * A folder that is named like a document and holds no index is an index that cannot be read. A path with an extension that is not there is a missing index, where its folder is there; any other is a slip of the call. Throws a
 * SeedcheckError (`no-such-path`, `unreadable-path`, `usage`) where the path or the root is not there or does not hold the index.
 */
export function locateSet(path: string | undefined, options: { readonly cwd: string; readonly root?: string | undefined }): Location {
  const cwd = resolve(options.cwd);
  const root = options.root === undefined ? null : existingFolder(resolve(cwd, options.root), options.root);
  if (path === undefined) return inFolder(root ?? cwd, root ?? cwd);
  const full = resolve(cwd, path);
  const found = whatIsAt(full, path);
  if (found === "folder") {
    const location = inFolder(root ?? full, full);
    if (location.index !== null || !hasDocumentExtension(basename(full))) return location;
  }
  if (found === null && !(isFileName(path) && whatIsAt(dirname(full), path) === "folder")) {
    throw nothingAt(path);
  }
  const home = root ?? (pathBelow(cwd, full) === null ? dirname(full) : cwd);
  const inside = inRoot(home, full);
  const folder = spelled(home, inRoot(home, dirname(full)));
  return found === null
    ? { root: home, index: null, lookedFor: [inside], folder }
    : { root: home, index: spelled(home, inside), lookedFor: [], folder };
}

function nothingAt(written: string): SeedcheckError {
  return new SeedcheckError("no-such-path", `there is no file or folder "${written}"`, "Give an index file or a folder that is there.");
}

function isFileName(path: string): boolean {
  return extname(path) !== "" && !/[\\/]$/.test(path);
}

function existingFolder(full: string, written: string): string {
  if (whatIsAt(full, written) === "folder") return full;
  throw new SeedcheckError("no-such-path", `there is no folder "${written}"`, "Give a folder that is there to --root.");
}

/** A link to nothing is something: a name that stands there. Throws where the system does not let it be looked at. */
function whatIsAt(full: string, written: string): "folder" | "other" | null {
  try {
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat) return stat.isDirectory() ? "folder" : "other";
    return lstatSync(full, { throwIfNoEntry: false }) ? "other" : null;
  } catch (error) {
    const code = errorCode(error);
    if (code === "ELOOP") return "other";
    if (code === "ENOTDIR") return null;
    if (code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE") throw nothingAt(written);
    throw new SeedcheckError("unreadable-path", `"${written}" cannot be looked at (${code})`, "Give a path that you may read.", error);
  }
}

/** The path relative to a folder, with `/`, or null where it is not below it; links above the path do not matter. */
function pathBelow(folder: string, path: string): string | null {
  const written = relative(folder, path);
  if (isBelow(written)) return written.split(sep).join("/");
  const real = relative(realOf(folder), join(realOf(dirname(path)), basename(path)));
  return isBelow(real) ? real.split(sep).join("/") : null;
}

/** `relative` gives `..` first for what lies elsewhere, and an absolute path for another drive. */
function isBelow(path: string): boolean {
  return path !== ".." && !path.startsWith(`..${sep}`) && resolve(path) !== path;
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function inRoot(root: string, path: string): string {
  const inside = pathBelow(root, path);
  if (inside !== null) return inside;
  throw new SeedcheckError("usage", `"${path}" is not in the root "${root}"`, "Give a --root that holds the index.");
}

/** Looks for an index by its usual names in a folder. A folder named `seeds` is looked into itself. */
function inFolder(root: string, folder: string): Location {
  const names = basename(folder) === "seeds" ? ["INDEX.md", ...DEFAULT_INDEXES] : DEFAULT_INDEXES;
  const prefix = spelled(root, inRoot(root, folder));
  const inside = (name: string) => (prefix === "" ? name : `${prefix}/${name}`);
  const places = [...new Set(names)].map(inside);
  const index = places.find((place) => isListed(root, place)) ?? null;
  const seeds = inside("seeds");
  const hasSeeds = isListed(root, seeds) && statSync(join(root, seeds), { throwIfNoEntry: false })?.isDirectory() === true;
  return { root, index, lookedFor: index === null ? places : [], folder: hasSeeds ? seeds : prefix };
}

/** Whether every segment stands in its folder's listing, letter for letter: the file system itself may ignore case. */
function isListed(root: string, path: string): boolean {
  const segments = path.split("/");
  return segments.every((segment, depth) => {
    const folder = join(root, ...segments.slice(0, depth));
    return namesIn(folder, root)?.includes(segment) ?? lstatSync(join(folder, segment), { throwIfNoEntry: false }) !== undefined;
  });
}

/** A path that is there, spelled as the listings spell it where the file system ignores case or Unicode form. */
function spelled(root: string, path: string): string {
  const segments: string[] = [];
  for (const segment of path === "" ? [] : path.split("/")) {
    const names = namesIn(join(root, ...segments), root) ?? [];
    const same = (fold: (name: string) => string) => names.find((name) => fold(name) === fold(segment));
    const name = same((text) => text) ?? same((text) => text.normalize("NFC")) ?? same((text) => text.normalize("NFC").toLowerCase());
    segments.push(name ?? segment);
  }
  return segments.join("/");
}

/** The names in a folder; none where it cannot be listed; null where it lies out of the root behind a link, and is not looked into. */
function namesIn(folder: string, root: string): readonly string[] | null {
  if (!isBelow(relative(realOf(root), realOf(folder)))) return null;
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
