import { describe, expect, it } from "vitest";
import { readPathFacts } from "../../src/engine/path-facts.ts";
import { openedDuring, outsideOf, temporarySet } from "../hostile/temporary-set.ts";

const CONFIG = `[core]
	bare = false
[remote "origin"]
	url = git@code.example:Owner/Project.git
	fetch = +refs/heads/*:refs/remotes/origin/*
[remote "fork"]
	url = https://user:word@Other.example:8443/team/sub/Project/
[submodule "lib"]
	url = https://code.example/owner/library
`;

describe("readPathFacts of a folder without a repository", () => {
  it("reads the ignore files of the root and below", () => {
    const set = temporarySet({ ".gitignore": "drafts/\n", "docs/.gitignore": "*.tmp\n" });
    const facts = readPathFacts(set.root, ["docs", ""]);
    expect(["drafts/a.md", "drafts/", "docs/a.tmp", "a.tmp", "a.md"].map(facts.isIgnored)).toEqual([true, true, true, false, false]);
    expect([facts.submodules, facts.repositories]).toEqual([[], []]);
  });

  it("takes a .git folder without a HEAD for no repository", () => {
    const set = temporarySet({ ".git/config": CONFIG });
    expect(readPathFacts(set.root, []).repositories).toEqual([]);
  });
});

describe("readPathFacts in a repository", () => {
  const repository = { ".git/HEAD": "ref: refs/heads/main\n", ".git/config": CONFIG };

  it("knows its remotes, without names of users, and not its submodules' remotes", () => {
    expect(readPathFacts(temporarySet(repository).root, []).repositories).toEqual([
      "code.example/owner/project",
      "other.example/team/sub/project",
    ]);
  });

  it("reads the ignore files above the root, and the repository's own list", () => {
    const set = temporarySet({
      ...repository,
      ".gitignore": "*.tmp\n!keep.tmp\n",
      ".git/info/exclude": "mine.md\nkeep.tmp\n",
      "a/b/x.md": "",
    });
    const facts = readPathFacts(set.path("a/b"), []);
    expect(["x.tmp", "keep.tmp", "mine.md", "x.md"].map(facts.isIgnored)).toEqual([true, false, true, false]);
  });

  it("lets a deeper file bring back what a higher one ignores", () => {
    const set = temporarySet({ ...repository, ".gitignore": "*.md\n", "docs/.gitignore": "!*.md\n" });
    const facts = readPathFacts(set.root, ["", "docs"]);
    expect(["a.md", "docs/a.md"].map(facts.isIgnored)).toEqual([true, false]);
  });

  it("leaves the repository aside where it ignores the root itself: the set only lies in its working tree", () => {
    const set = temporarySet({ ...repository, ".gitignore": "sets/\n*.md\n", "sets/one/.gitignore": "private/\n" });
    const facts = readPathFacts(set.path("sets/one"), [""]);
    expect(["a.md", "private/a.md"].map(facts.isIgnored)).toEqual([false, true]);
    expect(facts.repositories).toEqual([]);
  });

  it("knows the submodules below the root", () => {
    const modules =
      '[submodule "one"]\n\tpath = docs/one\n\turl = ../one\n[submodule "two"]\n\tpath = "docs/with space"\n[submodule "three"]\n\tpath = other\n';
    const set = temporarySet({ ...repository, ".gitmodules": modules, "docs/x.md": "" });
    expect(readPathFacts(set.path("docs"), []).submodules).toEqual(["one", "with space"]);
    expect(readPathFacts(set.root, []).submodules).toEqual(["docs/one", "docs/with space", "other"]);
  });

  it("follows a worktree's file to the repository that it shares", () => {
    const set = temporarySet({
      "main/.git/HEAD": "x",
      "main/.git/config": CONFIG,
      "main/.git/info/exclude": "mine.md\n",
      "main/.git/worktrees/tree/HEAD": "x",
    });
    set.write("tree/.git", `gitdir: ${set.path("main/.git/worktrees/tree")}\n`);
    const facts = readPathFacts(set.path("tree"), []);
    expect(facts.repositories).toEqual(["code.example/owner/project", "other.example/team/sub/project"]);
    expect(facts.isIgnored("mine.md")).toBe(true);
  });

  it("follows a submodule's file to its own folder in the repository around it", () => {
    const set = temporarySet({
      ".git/HEAD": "x",
      ".git/modules/lib/config": '[remote "origin"]\n\turl = https://code.example/owner/library\n',
      "lib/.git": "gitdir: ../.git/modules/lib\n",
    });
    expect(readPathFacts(set.path("lib"), []).repositories).toEqual(["code.example/owner/library"]);
  });

  it("does not follow a .git file that names any other folder, nor links among git's files", async () => {
    const set = temporarySet({ ".git": "", "a.md": "" });
    set.write(".git", `gitdir: ${set.outside}\n`);
    set.link(".gitignore", `${set.outside}/secret.md`);
    set.link(".gitmodules", `${set.outside}/secret.md`);
    const opened = await openedDuring(async () => {
      expect(readPathFacts(set.root, [""]).repositories).toEqual([]);
    });
    expect(outsideOf(set.root, opened)).toEqual([]);
  });

  it("leaves files aside that are no ignore files by their size or sort", () => {
    const set = temporarySet({ ...repository, ".gitignore": "*.md\n".repeat(100_000) });
    set.fifo("docs/.gitignore");
    expect(readPathFacts(set.root, ["", "docs"]).isIgnored("docs/a.md")).toBe(false);
  });
});
