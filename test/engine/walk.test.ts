import { chmodSync, mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { walkRoot } from "../../src/engine/walk.ts";
import { SeedcheckError } from "../../src/errors.ts";
import type { ListedPath } from "../../src/paths/listing.ts";
import { NO_PERMISSIONS, temporarySet, withoutPrivileges } from "../hostile/temporary-set.ts";

const walk = (root: string, allowOutside = false) => walkRoot(root, { allowOutside });

/** A walk's paths: folders end in `/`, oddities stand in brackets, places of linked files behind an arrow. */
function shown(listed: readonly ListedPath[]): string[] {
  return listed
    .map(
      ({ path, isDirectory, oddity, leadsTo }) =>
        path + (isDirectory ? "/" : "") + (oddity === undefined ? "" : ` (${oddity})`) + (leadsTo === undefined ? "" : ` -> ${leadsTo}`),
    )
    .sort();
}

describe("walkRoot", () => {
  it("lists files and folders, hidden and empty ones too", () => {
    const set = temporarySet({ "a.md": "", "b/c.md": "", ".hidden/d.md": "" });
    mkdirSync(set.path("empty"));
    expect(shown(walk(set.root).listed)).toEqual([".hidden/", ".hidden/d.md", "a.md", "b/", "b/c.md", "empty/"]);
  });

  it("does not enter version control, packages and caches", () => {
    const set = temporarySet({ ".git/config": "", "x/node_modules/y/README.md": "", "__pycache__/z.txt": "" });
    expect(shown(walk(set.root).listed)).toEqual([".git/", "__pycache__/", "x/", "x/node_modules/"]);
  });

  it("gives the folders of ignore files, and no link for one", () => {
    const set = temporarySet({ ".gitignore": "", "b/.gitignore": "", "c/.gitignore/x": "" });
    set.link("d/.gitignore", "../.gitignore");
    expect([...walk(set.root).ignoreFolders].sort()).toEqual(["", "b"]);
  });

  it("says what is no ordinary file", async () => {
    const set = temporarySet();
    set.fifo("fifo");
    await set.socket("socket");
    set.link("null", "/dev/null");
    set.link("nothing", "gone");
    set.link("self", "self");
    set.link("out.md", `${set.outside}/secret.md`);
    set.link("out", set.outside);
    expect(shown(walk(set.root).listed)).toEqual([
      "fifo (a FIFO, not a file)",
      "nothing (a link to nothing, or to itself)",
      "null (link out of the root)",
      "out (link out of the root)",
      "out.md (link out of the root)",
      "self (a link to nothing, or to itself)",
      "socket (a socket, not a file)",
    ]);
  });

  it("follows links out of the root where it is allowed to, and still reads no device", () => {
    const set = temporarySet();
    set.link("out", set.outside);
    set.link("null", "/dev/null");
    expect(shown(walk(set.root, true).listed)).toEqual(["null (a link to no ordinary file)", "out/", "out/secret.md"]);
  });

  it("is not deceived by a folder beside the root whose name begins as the root's", () => {
    const set = temporarySet();
    mkdirSync(`${set.root}-2`);
    set.link("beside", `${set.root}-2`);
    expect(shown(walk(set.root).listed)).toEqual(["beside (link out of the root)"]);
  });

  it("says where linked files and folders stand", () => {
    const set = temporarySet({ "v2/x/a.md": "" });
    set.link("latest", "v2");
    set.link("a.md", "latest/x/a.md");
    expect(shown(walk(set.root).listed)).toEqual([
      "a.md -> v2/x/a.md",
      "latest/ -> v2",
      "latest/x/ -> v2/x",
      "latest/x/a.md -> v2/x/a.md",
      "v2/",
      "v2/x/",
      "v2/x/a.md",
    ]);
  });

  it("enters two links to one folder", () => {
    const set = temporarySet({ "v2/a.md": "" });
    set.link("latest", "v2");
    set.link("stable", "v2");
    expect(shown(walk(set.root).listed).filter((path) => path.includes("a.md"))).toEqual([
      "latest/a.md -> v2/a.md",
      "stable/a.md -> v2/a.md",
      "v2/a.md",
    ]);
  });

  it("enters no link to a folder around itself, in a root that is reached by a link too", () => {
    const set = temporarySet({ "root/a/b/c.md": "" });
    set.link("root/a/b/up", "..");
    set.link("root/a/b/top", "../..");
    set.link("named", "root");
    const expected = ["a/", "a/b/", "a/b/c.md", "a/b/top/ -> ", "a/b/up/ -> a"];
    expect(shown(walk(set.path("root")).listed)).toEqual(expected);
    expect(shown(walk(set.path("named")).listed)).toEqual(expected);
  });

  it("stops below a hundred folders, and says so", () => {
    const set = temporarySet({ [`${"d/".repeat(110)}a.md`]: "" });
    const { listed, unlistable } = walk(set.root);
    expect(listed).toHaveLength(101);
    expect(unlistable).toEqual([{ path: "d/".repeat(101).slice(0, -1), reason: "it lies more than 100 folders deep" }]);
  });

  it.skipIf(NO_PERMISSIONS)("says which folder it could not list", async () => {
    const set = temporarySet({ "shut/a.md": "", "b.md": "" });
    for (const folder of ["..", "."]) chmodSync(set.path(folder), 0o755);
    chmodSync(set.path("shut"), 0);
    await withoutPrivileges(async () => {
      const { listed, unlistable } = walk(set.root);
      expect(shown(listed)).toEqual(["b.md", "shut/ (a folder that cannot be listed)"]);
      expect(unlistable).toEqual([{ path: "shut", reason: "EACCES" }]);
    });
  });

  it("throws where the root itself cannot be listed", () => {
    const set = temporarySet();
    expect(() => walk(set.path("gone"))).toThrow(SeedcheckError);
    expect(() => walk(set.path("gone"))).toThrow(`the folder "${set.path("gone")}" cannot be listed (ENOENT)`);
  });

  it("throws the signal's reason where it was aborted", () => {
    const reason = new Error("stopped by the caller");
    expect(() => walkRoot(temporarySet().root, { allowOutside: false, signal: AbortSignal.abort(reason) })).toThrow(reason);
  });
});
