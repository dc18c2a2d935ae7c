import type { FileListing } from "../types.ts";

/** What a directory walk found at one path. `oddity` is set for what is no ordinary file or folder, in words. */
export interface ListedPath {
  readonly path: string;
  readonly isDirectory: boolean;
  readonly oddity?: string;
}

/**
 * The names under a root, for the path rule: every question is answered from directory listings, never by asking the file system, which
 * may ignore case. Names are compared after Unicode normalisation (NFC), because macOS stores NFD.
 */
export class PathListing implements FileListing {
  readonly paths: readonly string[];
  readonly #byKey = new Map<string, ListedPath>();
  readonly #byFoldedKey = new Map<string, string[]>();
  readonly #byName = new Map<string, string[]>();
  readonly #children = new Map<string, string[]>();

  constructor(listed: readonly ListedPath[]) {
    const sorted = [...listed].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    this.paths = sorted.map((entry) => entry.path);
    for (const entry of sorted) this.#add(entry);
  }

  #add(entry: ListedPath): void {
    const key = entry.path.normalize("NFC");
    const slash = entry.path.lastIndexOf("/");
    this.#byKey.set(key, entry);
    push(this.#byFoldedKey, fold(key), entry.path);
    if (!entry.isDirectory) push(this.#byName, fold(entry.path.slice(slash + 1).normalize("NFC")), entry.path);
    push(this.#children, slash < 0 ? "" : entry.path.slice(0, slash).normalize("NFC"), entry.path);
  }

  isFile(path: string): boolean {
    const entry = this.#byKey.get(path.normalize("NFC"));
    return entry !== undefined && !entry.isDirectory;
  }

  isDirectory(path: string): boolean {
    return path === "" || this.#byKey.get(path.normalize("NFC"))?.isDirectory === true;
  }

  find(path: string): string | null {
    return path === "" ? "" : (this.#byKey.get(path.normalize("NFC"))?.path ?? null);
  }

  findAnyCase(path: string): readonly string[] {
    return this.#byFoldedKey.get(fold(path.normalize("NFC"))) ?? [];
  }

  byName(name: string): readonly string[] {
    return this.#byName.get(fold(name.normalize("NFC"))) ?? [];
  }

  children(folder: string): readonly string[] {
    return this.#children.get(folder.normalize("NFC")) ?? [];
  }

  oddity(path: string): string | null {
    return this.#byKey.get(path.normalize("NFC"))?.oddity ?? null;
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function fold(text: string): string {
  return text.toLowerCase();
}
