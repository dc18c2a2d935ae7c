import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findSet, pathInRoot } from "../../src/engine/find-set.ts";
import { folderWith } from "../cli/run-command.ts";

const INDEX = "# Documents\n\n- [A](a.md): the first\n";
const README = "# Documents\n\n- [A](a.md): the first\n- [B](b.md): the second\n- [C](c.md): the third\n";
const THREE = { "a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n" };
const ELSEWHERE = folderWith({ "x.md": "# X\n" });

/** The set of a file of a root, found from a directory, relative to the root; null where there is none. */
async function found(root: string, file: string, { cwd = ELSEWHERE }: { readonly cwd?: string } = {}): Promise<string | null> {
  const set = await findSet(join(root, file), { cwd });
  return set === null ? null : set === root ? "." : (pathInRoot(root, set) ?? set);
}

describe("the set of a file", () => {
  it("is the nearest folder above it that holds an index by its usual names", async () => {
    const root = folderWith({ "seeds/INDEX.md": INDEX, "inner/docs/INDEX.md": INDEX, "inner/notes/deep/x.md": "# X\n", "y/x.md": "# X\n" });
    expect(await found(root, "inner/notes/deep/x.md")).toBe("inner");
    expect(await found(root, "y/x.md")).toBe(".");
    expect(await found(root, "seeds/x.md")).toBe("seeds");
  });

  it("is the current directory where that holds an index and the file, although a nearer folder holds one", async () => {
    const root = folderWith({ "INDEX.md": INDEX, "inner/INDEX.md": INDEX, "inner/x.md": "# X\n" });
    expect(await found(root, "inner/x.md", { cwd: root })).toBe(".");
    expect(await found(root, "inner/x.md", { cwd: join(root, "inner") })).toBe("inner");
  });

  it("is not looked for above the repository", async () => {
    const root = folderWith({ "INDEX.md": INDEX, "code/.git/HEAD": "ref: refs/heads/main\n", "code/docs/x.md": "# X\n" });
    expect(await found(root, "code/docs/x.md")).toBeNull();
  });

  it("is the current directory for a file from elsewhere, where that holds an index and no folder above the file does", async () => {
    const root = folderWith({ "INDEX.md": INDEX });
    expect(await findSet(join(ELSEWHERE, "x.md"), { cwd: root })).toBe(root);
  });

  it("is the root that is given, whatever stands nearer", async () => {
    const root = folderWith({ "a/INDEX.md": INDEX, "b/INDEX.md": INDEX, "b/x.md": "# X\n", "c/x.md": "# X\n" });
    expect(await findSet(join(root, "b/x.md"), { cwd: root, root: "a" })).toBe(join(root, "a"));
    expect(await findSet(join(root, "b/x.md"), { cwd: root, root: "c" })).toBeNull();
    await expect(findSet(join(root, "b/x.md"), { cwd: root, root: "d" })).rejects.toThrow('there is no folder "d"');
  });

  it("may have a README for an index: in the file's folder, in the repository's, in the current directory", async () => {
    const root = folderWith({ "set/README.md": README, "set/sub/x.md": "# X\n" });
    const files = Object.fromEntries(Object.entries(THREE).map(([path, text]) => [`set/${path}`, text]));
    const full = folderWith({ "set/README.md": README, "set/sub/x.md": "# X\n", ...files });
    expect(await found(full, "set/a.md")).toBe("set");
    expect(await found(full, "set/sub/x.md")).toBeNull();
    expect(await found(full, "set/sub/x.md", { cwd: join(full, "set") })).toBe("set");
    mkdirSync(join(full, "set/.git"));
    expect(await found(full, "set/sub/x.md")).toBe("set");
    expect(await found(root, "set/x.md")).toBeNull();
  });

  it("is none where nothing is an index", async () => {
    expect(await found(folderWith({ ...THREE, ".git/HEAD": "" }), "a.md")).toBeNull();
  });
});

describe("the path in a root", () => {
  it("is null for what lies elsewhere and for the root itself", () => {
    expect([pathInRoot("/a/b", "/a/b/c/d.md"), pathInRoot("/a/b", "/a/bc.md"), pathInRoot("/a/b", "/a/b")]).toEqual(["c/d.md", null, null]);
    expect(pathInRoot("/a/b", "/a/b/..c.md")).toBe("..c.md");
  });

  it("follows links above the file", () => {
    const root = folderWith({ "real/x.md": "# X\n" });
    symlinkSync(join(root, "real"), join(root, "link"));
    expect(pathInRoot(join(root, "real"), join(root, "link/x.md"))).toBe("x.md");
  });
});
