/** What git's own files say of a set, read as plain text: nothing is run. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { PathFacts } from "../types.ts";

/** No ignore file, `.gitmodules` or `config` of a real repository comes near this. */
const MAX_BYTES = 1_000_000;

/** Reads the ignore files at and above the root up to the repository's top, its submodules and its remotes. Never throws. */
export function readPathFacts(root: string, ignoreFolders: readonly string[]): PathFacts {
  const top = repositoryTop(root);
  const above = top === null ? [] : foldersBetween(top, root);
  const rules = [...above, ...ignoreFolders.map((folder) => join(root, folder))].flatMap((folder) => ignoreRules(folder));
  return {
    isIgnored: (path) => isIgnoredBy(rules, join(root, path), path.endsWith("/")),
    submodules: top === null ? submodulesOf(root, root) : submodulesOf(top, root),
    repositories: top === null ? [] : remotesOf(top),
  };
}

interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** A later, deeper file outranks an earlier one, as in git. */
function isIgnoredBy(all: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  let isIgnored = false;
  for (const { folder, rules } of all) {
    const inside = relative(folder, path).split(sep).join("/");
    if (inside === "" || inside.startsWith("../")) continue;
    const result = rules.test(isFolder ? `${inside.replace(/\/$/, "")}/` : inside);
    if (result.ignored) isIgnored = true;
    else if (result.unignored) isIgnored = false;
  }
  return isIgnored;
}

function repositoryTop(root: string): string | null {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Folders from the repository's top down to the root's parent. */
function foldersBetween(top: string, root: string): string[] {
  const folders: string[] = [];
  for (let folder = root; folder !== top; folder = dirname(folder)) folders.unshift(dirname(folder));
  return folders;
}

function readSmall(path: string): string {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= MAX_BYTES ? readFileSync(path, "utf8") : "";
  } catch {
    return "";
  }
}

function ignoreRules(folder: string): IgnoreRules[] {
  const text = readSmall(join(folder, ".gitignore"));
  return text === "" ? [] : [{ folder, rules: ignore({ allowRelativePaths: true }).add(text) }];
}

function submodulesOf(top: string, root: string): string[] {
  const text = readSmall(join(top, ".gitmodules"));
  return [...text.matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)]
    .map((match) =>
      relative(root, join(top, match[1] ?? ""))
        .split(sep)
        .join("/"),
    )
    .filter((path) => path !== "" && !path.startsWith("../"));
}

/** Remotes as `host/owner/name`; a worktree's `.git` file is followed to its common folder. */
function remotesOf(top: string): string[] {
  let folder = join(top, ".git");
  const pointer = /^gitdir:\s*(.+)$/m.exec(statSync(folder).isFile() ? readSmall(folder) : "")?.[1];
  if (pointer !== undefined) folder = join(top, pointer).replace(/[\\/]worktrees[\\/][^\\/]+$/, "");
  const text = readSmall(join(folder, "config"));
  return [...text.matchAll(/^\s*url\s*=\s*(\S+)\s*$/gm)].flatMap((match) => {
    const url = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([\w.-]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/i.exec(match[1] ?? "");
    return url ? [`${(url[1] ?? "").toLowerCase()}/${(url[2] ?? "").toLowerCase()}`] : [];
  });
}
