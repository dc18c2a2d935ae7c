/** Lists everything under a root by directory listings: no file is opened, links are judged by where they lead. */
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { ListedPath } from "../paths/listing.ts";

export interface WalkOptions {
  /** Follow links that lead out of the root. */
  readonly allowOutside: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Walk {
  readonly listed: readonly ListedPath[];
  /** Folders of `.gitignore` files, relative to the root. */
  readonly ignoreFolders: readonly string[];
  /** Folders that could not be listed, and why. */
  readonly unlistable: readonly { readonly path: string; readonly reason: string }[];
  /** Set where the walk stopped at its limit. */
  readonly isCut: boolean;
}

/** Folders that hold no document of anybody's set: version control, packages, caches. They are not entered. */
const NOT_ENTERED = new Set([
  ".git",
  ".hg",
  ".svn",
  ".jj",
  "node_modules",
  "__pycache__",
  ".venv",
  ".tox",
  ".mypy_cache",
  ".pytest_cache",
  ".cache",
]);
/** A set of a million files is an archive; more than that is a mistake such as checking "/". */
const MAX_PATHS = 2_000_000;
/** Deeper than any path that a person made; stops folders that contain themselves by mounts. */
const MAX_DEPTH = 100;

interface State {
  readonly root: string;
  readonly realRoot: string;
  readonly options: WalkOptions;
  readonly listed: ListedPath[];
  readonly ignoreFolders: string[];
  readonly unlistable: { path: string; reason: string }[];
  /** Real paths of folders entered through links: each is entered once. */
  readonly linked: Set<string>;
  isCut: boolean;
}

/** Lists a root. Throws only where the signal was aborted. */
export function walkRoot(root: string, options: WalkOptions): Walk {
  const state: State = {
    root,
    realRoot: realpathSync(root),
    options,
    listed: [],
    ignoreFolders: [],
    unlistable: [],
    linked: new Set(),
    isCut: false,
  };
  walkFolder("", 0, state);
  return state;
}

function walkFolder(folder: string, depth: number, state: State): void {
  state.options.signal?.throwIfAborted();
  if (depth > MAX_DEPTH || state.isCut) return;
  for (const entry of listFolder(folder, state)) {
    if (state.listed.length >= MAX_PATHS) state.isCut = true;
    if (state.isCut) return;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.name === ".gitignore") state.ignoreFolders.push(folder);
    if (entry.isSymbolicLink()) addLink(path, depth, state);
    else if (entry.isDirectory()) {
      state.listed.push({ path, isDirectory: true });
      if (!NOT_ENTERED.has(entry.name)) walkFolder(path, depth + 1, state);
    } else if (entry.isFile()) state.listed.push({ path, isDirectory: false });
    else state.listed.push({ path, isDirectory: false, oddity: oddityOf(entry) });
  }
}

function listFolder(folder: string, state: State): Dirent[] {
  try {
    return readdirSync(join(state.root, folder), { withFileTypes: true });
  } catch (error) {
    state.unlistable.push({ path: folder, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
    return [];
  }
}

function oddityOf(entry: Dirent): string {
  if (entry.isFIFO()) return "a FIFO, not a file";
  if (entry.isSocket()) return "a socket, not a file";
  return entry.isBlockDevice() || entry.isCharacterDevice() ? "a device, not a file" : "not an ordinary file";
}

function addLink(path: string, depth: number, state: State): void {
  const full = join(state.root, path);
  let real: string;
  try {
    real = realpathSync(full);
  } catch {
    state.listed.push({
      path,
      isDirectory: false,
      oddity: lstatSync(full, { throwIfNoEntry: false }) ? "a link to nothing, or to itself" : "gone",
    });
    return;
  }
  if (real !== state.realRoot && !real.startsWith(state.realRoot + sep) && !state.options.allowOutside) {
    state.listed.push({ path, isDirectory: false, oddity: "link out of the root" });
    return;
  }
  const stat = statSync(real, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    state.listed.push({ path, isDirectory: true });
    if (state.linked.has(real) || full.startsWith(real + sep)) return;
    state.linked.add(real);
    walkFolder(path, depth + 1, state);
  } else if (stat?.isFile()) state.listed.push({ path, isDirectory: false });
  else state.listed.push({ path, isDirectory: false, oddity: "a link to no ordinary file" });
}
