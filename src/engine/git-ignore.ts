/** Which paths git ignores, by its ignore files read as plain text (gitignore(5)). */
import type { Ignore } from "ignore";
import { MAX_DEPTH } from "../paths/listing.ts";
import { compileIgnorePatterns } from "./ignore-patterns.ts";

/** Patterns that hold below one folder, given relative to the repository's top (`""`). */
export interface IgnoreSource {
  readonly folder: string;
  readonly text: string;
}

/**
 * Answers whether git ignores a path (relative to the top; a folder ends in `/`). Of one folder's sources the first outranks the later
 * ones; a deeper folder's outrank both. What lies in an ignored folder is ignored, and nothing brings it back.
 */
export function gitIgnoreTester(sources: readonly IgnoreSource[]): (path: string) => boolean {
  const byFolder = new Map<string, Ignore[]>();
  for (const { folder, text } of sources) byFolder.set(folder, [...(byFolder.get(folder) ?? []), compileIgnorePatterns([text])]);
  const known = new Map<string, boolean>();
  const isFolderIgnored = (folder: string): boolean => {
    if (folder === "") return false;
    const before = known.get(folder);
    if (before !== undefined) return before;
    const answer = isFolderIgnored(parentOf(folder)) || isMatched(`${folder}/`, byFolder);
    known.set(folder, answer);
    return answer;
  };
  return (path) => {
    if (byFolder.size === 0 || path.split("/").length > MAX_DEPTH) return false;
    const isFolder = path.endsWith("/");
    const bare = isFolder ? path.slice(0, -1) : path;
    return isFolder ? isFolderIgnored(bare) : bare !== "" && (isFolderIgnored(parentOf(bare)) || isMatched(bare, byFolder));
  };
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The verdict of the nearest folder whose patterns say anything of the path itself. */
function isMatched(path: string, byFolder: ReadonlyMap<string, readonly Ignore[]>): boolean {
  let folder = parentOf(path.replace(/\/$/, ""));
  for (;;) {
    for (const rules of byFolder.get(folder) ?? []) {
      const verdict = verdictOf(rules, folder === "" ? path : path.slice(folder.length + 1));
      if (verdict !== null) return verdict;
    }
    if (folder === "") return false;
    folder = parentOf(folder);
  }
}

/** Null where the patterns say nothing, or speak of a folder above the path alone: that folder was judged before, and brought back. */
function verdictOf(rules: Ignore, path: string): boolean | null {
  const parent = parentOf(path.replace(/\/$/, ""));
  if (parent !== "" && rules.test(`${parent}/`).ignored) return null;
  const { ignored, unignored } = rules.test(path);
  return ignored ? true : unignored ? false : null;
}
