/** Lists everything under a root by directory listings: no file is opened, links are judged by where they lead. */
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { SeedcheckError } from "../errors.ts";
import { LINK_OUT_OF_ROOT, type ListedPath, MAX_DEPTH, UNLISTABLE_FOLDER } from "../paths/listing.ts";
import type { Skip } from "../types.ts";
import { errorCode } from "./read-bytes.ts";

export interface WalkOptions {
  /** Follow links that lead out of the root. */
  readonly allowOutside: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Walk {
  readonly listed: readonly ListedPath[];
  /** Folders of `.gitignore` files, relative to the root. */
  readonly ignoreFolders: readonly string[];
  /** Folders that were not listed, or not to their end, and files that cannot be named, and why. */
  readonly unlistable: readonly { readonly path: string; readonly reason: string }[];
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
/** Paths that are listed a second time because a link leads to their folder; folders full of links to one another would have no end. */
const MAX_LINKED_PATHS = 100_000;
const NOT_UTF8 = "its name is not valid UTF-8";

interface State {
  readonly realRoot: string;
  readonly options: WalkOptions;
  readonly listed: ListedPath[];
  readonly ignoreFolders: string[];
  readonly unlistable: { path: string; reason: string }[];
  linkedCount: number;
  /** Where links lead, by their real place: a link in a linked folder is met again and again. */
  readonly links: Map<string, LinkEnd | null>;
  /** Set once the walk has said that it stopped at its limit. */
  isCut: boolean;
}

/** A folder on the way down. `real` is where it stands without links, `above` the real folders that it lies in, itself included. */
interface Folder {
  readonly path: string;
  readonly real: string;
  readonly depth: number;
  readonly isLinked: boolean;
  readonly above: ReadonlySet<string>;
}

/** Lists a root. Throws the signal's reason where it was aborted, and a SeedcheckError (`unreadable-path`) where the root itself cannot be listed. */
export function walkRoot(root: string, options: WalkOptions): Walk {
  const real = realRootOf(root);
  const state: State = {
    realRoot: real,
    options,
    listed: [],
    ignoreFolders: [],
    unlistable: [],
    linkedCount: 0,
    links: new Map(),
    isCut: false,
  };
  walkFolder({ path: "", real, depth: 0, isLinked: false, above: new Set([real]) }, state);
  return state;
}

function realRootOf(root: string): string {
  try {
    const real = realpathSync(root);
    readdirSync(real);
    return real;
  } catch (error) {
    const hint = "Give yourself the right to list it, or give another folder.";
    throw new SeedcheckError("unreadable-path", `the folder "${root}" cannot be listed (${errorCode(error)})`, hint, error);
  }
}

function walkFolder(folder: Folder, state: State): void {
  state.options.signal?.throwIfAborted();
  if (folder.depth > MAX_DEPTH) {
    state.unlistable.push({ path: folder.path, reason: `it lies more than ${MAX_DEPTH} folders deep` });
    return;
  }
  for (const entry of listFolder(folder, state)) {
    if (isAtLimit(folder, state)) return;
    addEntry(entry, folder, state);
  }
}

/** Whether a limit ends the walk, or this linked folder; said once a folder, the end of the walk once in all. */
function isAtLimit({ path, isLinked }: Folder, state: State): boolean {
  if (state.isCut) return true;
  if (state.listed.length >= MAX_PATHS) {
    state.isCut = true;
    state.unlistable.push({ path, reason: `the root holds more than ${MAX_PATHS.toLocaleString("en")} paths, the rest was left out` });
  } else if (isLinked && state.linkedCount >= MAX_LINKED_PATHS) {
    const count = MAX_LINKED_PATHS.toLocaleString("en");
    state.unlistable.push({ path, reason: `links lead to more than ${count} paths, the rest was left out` });
  } else return false;
  return true;
}

function listFolder({ path, real }: Folder, state: State): Dirent[] {
  try {
    return readdirSync(real, { withFileTypes: true });
  } catch (error) {
    state.unlistable.push({ path, reason: path.includes("\ufffd") ? NOT_UTF8 : errorCode(error) });
    const own = state.listed.at(-1);
    if (own?.path === path) state.listed[state.listed.length - 1] = { ...own, oddity: UNLISTABLE_FOLDER };
    return [];
  }
}

function addEntry(entry: Dirent, folder: Folder, state: State): void {
  const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
  const full = join(folder.real, entry.name);
  if (entry.isSymbolicLink()) addLink(path, full, { folder, state });
  else if (entry.isDirectory()) {
    add({ path, isDirectory: true }, full, { folder, state });
    if (NOT_ENTERED.has(entry.name)) return;
    walkFolder({ ...folder, path, real: full, depth: folder.depth + 1, above: new Set([...folder.above, full]) }, state);
  } else if (entry.isFile()) {
    if (entry.name === ".gitignore") state.ignoreFolders.push(folder.path);
    if (isUnspeakable(entry.name, full)) state.unlistable.push({ path, reason: NOT_UTF8 });
    else add({ path, isDirectory: false }, full, { folder, state });
  } else add({ path, isDirectory: false, oddity: oddityOf(entry) }, full, { folder, state });
}

function add(listed: ListedPath, real: string, { folder, state }: { readonly folder: Folder; readonly state: State }): void {
  if (folder.isLinked) state.linkedCount++;
  const leadsTo = folder.isLinked ? pathInRoot(real, state.realRoot) : null;
  state.listed.push(leadsTo === null ? listed : { ...listed, leadsTo });
}

/** Names come as text; bytes that are no UTF-8 become U+FFFD, and a file of that name is not there. */
function isUnspeakable(name: string, full: string): boolean {
  return name.includes("\ufffd") && lstatSync(full, { throwIfNoEntry: false }) === undefined;
}

function oddityOf(entry: Dirent): string {
  if (entry.isFIFO()) return "a FIFO, not a file";
  if (entry.isSocket()) return "a socket, not a file";
  return entry.isBlockDevice() || entry.isCharacterDevice() ? "a device, not a file" : "not an ordinary file";
}

/** Where a real path stands below the root, or null. */
function pathInRoot(real: string, realRoot: string): string | null {
  if (real === realRoot) return "";
  const prefix = realRoot.endsWith(sep) ? realRoot : realRoot + sep;
  return real.startsWith(prefix) ? relative(realRoot, real).split(sep).join("/") : null;
}

/** A link to a folder is entered unless it leads to a folder that it lies in itself. */
function addLink(path: string, full: string, { folder, state }: { readonly folder: Folder; readonly state: State }): void {
  const push = (found: Omit<ListedPath, "path">) => state.listed.push({ path, ...found });
  if (folder.isLinked) state.linkedCount++;
  const end = endOfLink(full, state);
  if (end === null) {
    push({ isDirectory: false, oddity: "a link to nothing, or to itself" });
    return;
  }
  const { real, sort } = end;
  const leadsTo = pathInRoot(real, state.realRoot);
  if (leadsTo === null && !state.options.allowOutside) {
    push({ isDirectory: false, oddity: LINK_OUT_OF_ROOT });
    return;
  }
  const place = leadsTo === null ? {} : { leadsTo };
  if (sort === "folder") {
    push({ isDirectory: true, ...place });
    if (folder.above.has(real)) return;
    walkFolder(
      { path, real, depth: folder.depth + 1, isLinked: true, above: new Set([...folder.above, ...foldersAround(real, leadsTo)]) },
      state,
    );
  } else if (sort === "file") push({ isDirectory: false, ...place });
  else push({ isDirectory: false, oddity: "a link to no ordinary file" });
}

/** A real folder and the folders around it up to the root; outside the root the folder alone. */
function foldersAround(real: string, inRoot: string | null): string[] {
  const depth = inRoot === null ? 0 : inRoot.split("/").length - 1;
  const folders = [real];
  for (let count = 0; count < depth; count++) folders.push(dirname(folders.at(-1) ?? real));
  return folders;
}

/** A link's real end, and what stands there. */
interface LinkEnd {
  readonly real: string;
  readonly sort: "folder" | "file" | "other";
}

function endOfLink(full: string, { links }: State): LinkEnd | null {
  const known = links.get(full);
  if (known !== undefined) return known;
  const end = followLink(full);
  links.set(full, end);
  return end;
}

function followLink(full: string): LinkEnd | null {
  try {
    const real = realpathSync(full);
    const stat = statSync(real);
    return { real, sort: stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other" };
  } catch {
    return null;
  }
}

/** What a walk could not list, or not to its end, as skips. */
export function skipsOfWalk({ unlistable }: Walk): Skip[] {
  return unlistable.map(({ path, reason }) => ({
    rule: "walk",
    path: path || ".",
    entry: null,
    reason: `it could not be listed (${reason})`,
  }));
}
