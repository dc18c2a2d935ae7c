/**
 * What git's own files say of a set, read as plain text: nothing is run. Beside the set's own they are the only files above the root that
 * are read. Links among them are not followed, as git itself does not. A person's global ignore file is left alone, so that the report is
 * the same on every machine.
 */
import { lstatSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { PathFacts } from "../types.ts";
import { parseGitConfig } from "./git-config.ts";
import { gitIgnoreTester, type IgnoreSource } from "./git-ignore.ts";

/** No ignore file, `.gitmodules` or `config` of a real repository comes near this. */
const MAX_BYTES = 262_144;

/** Reads the ignore files at and above the root up to the repository's top, its submodules and its remotes. Never throws. */
export function readPathFacts(root: string, ignoreFolders: readonly string[]): PathFacts {
  const top = repositoryTop(root);
  return (top === null ? null : factsFrom(top, root, ignoreFolders)) ?? factsWithout(root, ignoreFolders);
}

/** Null where the repository ignores the root itself: then it says nothing of the set, which only lies in its working tree. */
function factsFrom(top: string, root: string, ignoreFolders: readonly string[]): PathFacts | null {
  const prefix = slashed(relative(top, root));
  const folders = [...foldersAbove(prefix), ...ignoreFolders.map((folder) => joined(prefix, folder))];
  const gitFolder = gitFolderOf(top);
  const exclude = readSmall(join(gitFolder, "info", "exclude"));
  const isIgnored = gitIgnoreTester([...ignoreSources(top, folders), ...(exclude === "" ? [] : [{ folder: "", text: exclude }])]);
  if (prefix !== "" && isIgnored(`${prefix}/`)) return null;
  return {
    isIgnored: (path) => isIgnored(joined(prefix, path)),
    submodules: submodulesOf(top, root),
    repositories: remotesOf(gitFolder),
  };
}

function factsWithout(root: string, ignoreFolders: readonly string[]): PathFacts {
  return { isIgnored: gitIgnoreTester(ignoreSources(root, ignoreFolders)), submodules: submodulesOf(root, root), repositories: [] };
}

/** The nearest folder, from the root upwards, with a `.git` that is a repository's folder or a worktree's file. */
function repositoryTop(root: string): string | null {
  for (let folder = root; ; folder = dirname(folder)) {
    const git = join(folder, ".git");
    if (readSmall(git) !== "" || readSmall(join(git, "HEAD")) !== "") return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** A repository's own folder. A worktree's or submodule's `.git` is a file that names it; a worktree shares its main repository's. */
function gitFolderOf(top: string): string {
  const git = join(top, ".git");
  const named = readSmall(git)
    .split("\n")
    .find((line) => line.startsWith("gitdir:"));
  const pointer = named?.slice("gitdir:".length).trim() ?? "";
  if (!/[\\/]\.git[\\/](?:worktrees|modules)[\\/]/.test(pointer)) return git;
  const folder = /^(?:[\\/]|[A-Za-z]:)/.test(pointer) ? pointer : join(top, pointer);
  return folder.replace(/[\\/]worktrees[\\/][^\\/]+$/, "");
}

function ignoreSources(base: string, folders: readonly string[]): IgnoreSource[] {
  return folders.flatMap((folder) => {
    const text = readSmall(join(base, folder, ".gitignore"));
    return text === "" ? [] : [{ folder, text }];
  });
}

function submodulesOf(top: string, root: string): string[] {
  return parseGitConfig(readSmall(join(top, ".gitmodules")))
    .filter(({ section, key }) => section.startsWith("submodule") && key === "path")
    .map(({ value }) => slashed(relative(root, join(top, value))))
    .filter((path) => path !== "" && path !== ".." && !path.startsWith("../"));
}

/** Remotes as `host/owner/name`. */
function remotesOf(gitFolder: string): string[] {
  return parseGitConfig(readSmall(join(gitFolder, "config")))
    .filter(({ section, key }) => section.startsWith("remote") && key === "url")
    .flatMap(({ value }) => {
      const url = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([\w.-]+)(?::\d+)?[:/](.+)$/i.exec(value);
      const path = url?.[2]?.replace(/\/$/, "").replace(/\.git$/i, "");
      return path ? [`${url?.[1] ?? ""}/${path}`.toLowerCase()] : [];
    });
}

/** Text of an ordinary small file, links not followed; empty where there is none. */
function readSmall(path: string): string {
  try {
    const stat = lstatSync(path);
    return stat.isFile() && stat.size <= MAX_BYTES ? readFileSync(path, "utf8") : "";
  } catch {
    return "";
  }
}

/** `""` and every folder above a path: `a/b` gives `""` and `a`. */
function foldersAbove(path: string): string[] {
  const segments = path.split("/");
  return path === "" ? [] : segments.map((_, depth) => segments.slice(0, depth).join("/"));
}

function joined(folder: string, path: string): string {
  if (folder === "") return path;
  return path === "" ? folder : `${folder}/${path}`;
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
