import type { FileListing } from "../types.ts";

/** What a directory walk found at one path. */
export interface ListedPath {
  readonly path: string;
  readonly isDirectory: boolean;
  /** Set for what is no ordinary file or folder, in words. */
  readonly oddity?: string;
  /** Set for a link, and for what lies below a linked folder: the path in the root at which the file itself stands. */
  readonly leadsTo?: string;
}

/** The walk's words for a link that leads out of the root; what lies behind it has no place in the listing. */
export const LINK_OUT_OF_ROOT = "link out of the root";

/** The walk's words for a folder whose names are not known. */
export const UNLISTABLE_FOLDER = "a folder that cannot be listed";

/** Folders below the root into which a walk goes: deeper than any path that a person made; stops folders that contain themselves by mounts. */
export const MAX_DEPTH = 100;

/**
 * The names under a root, for the path rule: every question is answered from directory listings, never by asking the file system, which
 * may ignore case. A path is first taken letter for letter, then after Unicode normalisation (NFC), because macOS stores NFD.
 */
export class PathListing implements FileListing {
  readonly paths: readonly string[];
  readonly #byPath = new Map<string, ListedPath>();
  /** Paths that are not in NFC, by their NFC form. */
  readonly #byNormalPath = new Map<string, ListedPath>();
  readonly #byFoldedPath = new Map<string, string[]>();
  readonly #byName = new Map<string, string[]>();
  readonly #children = new Map<string, string[]>();
  /** Folders behind which names are not known, and why; mostly none. */
  readonly #closed = new Map<string, string>();

  constructor(listed: readonly ListedPath[]) {
    const sorted = [...listed].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    this.paths = sorted.map((entry) => entry.path);
    for (const entry of sorted) this.#add(entry);
  }

  #add(entry: ListedPath): void {
    const { path } = entry;
    const normal = path.normalize("NFC");
    const slash = normal.lastIndexOf("/");
    this.#byPath.set(path, entry);
    if (normal !== path && !this.#byNormalPath.has(normal)) this.#byNormalPath.set(normal, entry);
    push(this.#byFoldedPath, normal.toLowerCase(), path);
    if (!entry.isDirectory) push(this.#byName, normal.slice(slash + 1).toLowerCase(), path);
    if (entry.oddity === LINK_OUT_OF_ROOT) this.#closed.set(normal, LINK_OUT_OF_ROOT);
    if (entry.oddity === UNLISTABLE_FOLDER) this.#closed.set(normal, "in a folder that cannot be listed");
    push(this.#children, slash < 0 ? "" : normal.slice(0, slash), path);
  }

  #entry(path: string): ListedPath | undefined {
    const exact = this.#byPath.get(path);
    if (exact) return exact;
    const normal = path.normalize("NFC");
    return this.#byPath.get(normal) ?? this.#byNormalPath.get(normal);
  }

  isFile(path: string): boolean {
    return this.#entry(path)?.isDirectory === false;
  }

  isDirectory(path: string): boolean {
    return path === "" || this.#entry(path)?.isDirectory === true;
  }

  find(path: string): string | null {
    return path === "" ? "" : (this.#entry(path)?.path ?? null);
  }

  findAnyCase(path: string): readonly string[] {
    return this.#byFoldedPath.get(path.normalize("NFC").toLowerCase()) ?? [];
  }

  byName(name: string): readonly string[] {
    return this.#byName.get(name.normalize("NFC").toLowerCase()) ?? [];
  }

  children(folder: string): readonly string[] {
    return this.#children.get(folder.normalize("NFC")) ?? [];
  }

  oddity(path: string): string | null {
    const entry = this.#entry(path);
    return entry ? (entry.oddity ?? null) : this.#closed.size > 0 ? this.#closedAbove(path.normalize("NFC")) : null;
  }

  #closedAbove(path: string): string | null {
    let slash = path.indexOf("/");
    for (let depth = 0; slash > 0 && depth < MAX_DEPTH; depth++, slash = path.indexOf("/", slash + 1)) {
      const reason = this.#closed.get(path.slice(0, slash));
      if (reason !== undefined) return reason;
    }
    return null;
  }

  leadsTo(path: string): string | null {
    return this.#entry(path)?.leadsTo ?? null;
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
