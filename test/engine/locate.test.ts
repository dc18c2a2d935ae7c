import { chmodSync, realpathSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_INDEXES, type Location, locateSet } from "../../src/engine/locate.ts";
import { SeedcheckError } from "../../src/errors.ts";
import { NO_PERMISSIONS, temporarySet, withoutPrivileges } from "../hostile/temporary-set.ts";

/** The location with the root as a path relative to the temporary root. */
function located(set: { readonly root: string }, path?: string, options: { readonly cwd?: string; readonly root?: string } = {}): Location {
  const location = locateSet(path, { cwd: options.cwd ?? set.root, root: options.root });
  return { ...location, root: location.root.slice(set.root.length + 1) };
}

function thrownBy(run: () => unknown): readonly [code: string, message: string] {
  try {
    run();
  } catch (error) {
    if (error instanceof SeedcheckError) return [error.code, error.message];
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("locateSet without a path", () => {
  it.each(DEFAULT_INDEXES)("finds %s", (index) => {
    const set = temporarySet({ [index]: "" });
    expect(located(set)).toMatchObject({ root: "", index, lookedFor: [] });
  });

  it("takes the first of the usual places", () => {
    const set = temporarySet(Object.fromEntries(DEFAULT_INDEXES.map((index) => [index, ""])));
    expect(located(set).index).toBe("seeds/INDEX.md");
    expect(located(temporarySet({ "SUMMARY.md": "", "docs/INDEX.md": "" })).index).toBe("docs/INDEX.md");
  });

  it("says where it looked, and takes the folder seeds, else the root, as the place of the documents", () => {
    expect(located(temporarySet({ "a.md": "" }))).toEqual({ root: "", index: null, lookedFor: [...DEFAULT_INDEXES], folder: "" });
    expect(located(temporarySet({ "seeds/a.md": "" }))).toEqual({
      root: "",
      index: null,
      lookedFor: [...DEFAULT_INDEXES],
      folder: "seeds",
    });
  });

  it("takes no file seeds for a folder", () => {
    expect(located(temporarySet({ seeds: "text" })).folder).toBe("");
  });

  it("compares names letter by letter, also where a listing would match in another case", () => {
    expect(located(temporarySet({ "seeds/index.md": "", "Index.md": "", "LLMS.txt": "" })).index).toBeNull();
    expect(located(temporarySet({ "Seeds/INDEX.md": "" }))).toMatchObject({ index: null, folder: "" });
  });

  it("finds an index that is a folder or a link to nothing, so that its fault can be told", () => {
    expect(located(temporarySet({ "INDEX.md/a.md": "" })).index).toBe("INDEX.md");
    const set = temporarySet();
    set.link("INDEX.md", "gone.md");
    expect(located(set).index).toBe("INDEX.md");
  });

  it("starts from --root where that is given", () => {
    const set = temporarySet({ "project/seeds/INDEX.md": "", "INDEX.md": "" });
    expect(located(set, undefined, { root: "project" })).toMatchObject({ root: "project", index: "seeds/INDEX.md" });
  });
});

describe("locateSet of a folder", () => {
  it("makes it the root", () => {
    const set = temporarySet({ "project/docs/INDEX.md": "", "INDEX.md": "" });
    expect(located(set, "project")).toEqual({ root: "project", index: "docs/INDEX.md", lookedFor: [], folder: "" });
    expect(located(set, "project/")).toMatchObject({ root: "project", index: "docs/INDEX.md" });
    expect(located(set, ".")).toMatchObject({ root: "", index: "INDEX.md" });
    expect(located(set, "")).toMatchObject({ root: "", index: "INDEX.md" });
    expect(located(set, set.path("project"), { cwd: "/" })).toMatchObject({ root: "project" });
  });

  it("looks into a folder named seeds itself", () => {
    const set = temporarySet({ "seeds/INDEX.md": "", "other/INDEX.md": "" });
    expect(located(set, "seeds")).toEqual({ root: "seeds", index: "INDEX.md", lookedFor: [], folder: "" });
    expect(located(temporarySet({ "seeds/a.md": "" }), "seeds").lookedFor).toEqual([
      "INDEX.md",
      ...DEFAULT_INDEXES.filter((name) => name !== "INDEX.md"),
    ]);
  });

  it("keeps a larger --root, and gives paths from it", () => {
    const set = temporarySet({ "a/b/INDEX.md": "" });
    expect(located(set, "a/b", { root: "." })).toEqual({ root: "", index: "a/b/INDEX.md", lookedFor: [], folder: "a/b" });
    expect(located(temporarySet({ "a/b/seeds/x.md": "" }), "a/b", { root: "a" })).toMatchObject({ index: null, folder: "b/seeds" });
  });

  it("takes one that is named like a document and holds no index for an index, so that its fault can be told", () => {
    expect(located(temporarySet({ "LIST.md/a.md": "" }), "LIST.md")).toEqual({ root: "", index: "LIST.md", lookedFor: [], folder: "" });
    expect(located(temporarySet({ "LIST.md/INDEX.md": "" }), "LIST.md")).toMatchObject({ root: "LIST.md", index: "INDEX.md" });
    expect(located(temporarySet({ "project.v2/a.md": "" }), "project.v2")).toMatchObject({ root: "project.v2", index: null });
  });

  it("takes a link to a folder by the link's name", () => {
    const set = temporarySet({ "real/INDEX.md": "" });
    set.link("named", "real");
    expect(located(set, "named")).toMatchObject({ root: "named", index: "INDEX.md" });
  });
});

describe("locateSet of a file", () => {
  it("has the current directory as root where that holds it, else the file's folder", () => {
    const set = temporarySet({ "docs/list.csv": "" });
    expect(located(set, "docs/list.csv")).toEqual({ root: "", index: "docs/list.csv", lookedFor: [], folder: "docs" });
    expect(located(set, "../docs/list.csv", { cwd: set.path("docs") })).toMatchObject({ root: "docs", index: "list.csv" });
    expect(located(set, set.path("docs/list.csv"), { cwd: set.outside })).toMatchObject({ root: "docs", index: "list.csv", folder: "" });
  });

  it("has --root as root, also where only the real paths show that it holds the file", () => {
    const set = temporarySet({ "real/docs/INDEX.md": "" });
    set.link("named", "real");
    expect(located(set, "real/docs/INDEX.md", { root: "real" })).toMatchObject({ root: "real", index: "docs/INDEX.md" });
    expect(located(set, "real/docs/INDEX.md", { root: "named" })).toMatchObject({ root: "named", index: "docs/INDEX.md" });
    expect(located(set, "named/docs/INDEX.md", { root: "real" })).toMatchObject({ root: "real", index: "docs/INDEX.md" });
  });

  it("refuses a root that does not hold it", () => {
    const set = temporarySet({ "a/INDEX.md": "", "b/x.md": "", "ab/INDEX.md": "" });
    expect(thrownBy(() => located(set, "a/INDEX.md", { root: "b" }))).toEqual([
      "usage",
      `"${set.path("a/INDEX.md")}" is not in the root "${set.path("b")}"`,
    ]);
    expect(thrownBy(() => located(set, "ab", { root: "a" }))[0]).toBe("usage");
  });

  it("takes any name for an index that is there, with or without an extension", () => {
    expect(located(temporarySet({ MANIFEST: "" }), "MANIFEST").index).toBe("MANIFEST");
  });
});

describe("locateSet of what is not there", () => {
  it("is a missing index where its folder is there and it is named like a file", () => {
    const set = temporarySet({ "docs/a.md": "" });
    expect(located(set, "docs/INDEX.md")).toEqual({ root: "", index: null, lookedFor: ["docs/INDEX.md"], folder: "docs" });
    expect(located(set, "INDEX.md")).toEqual({ root: "", index: null, lookedFor: ["INDEX.md"], folder: "" });
  });

  it("is a slip of the call where its folder is not there, or it is named like a folder", () => {
    const set = temporarySet({ "docs/a.md": "" });
    for (const path of ["dosc/INDEX.md", "dosc", "docs/INDEX.md/", "docs/a.md/x.md", `${"x".repeat(300)}.md`, "a\0.md"])
      expect(thrownBy(() => located(set, path))).toEqual(["no-such-path", `there is no file or folder "${path}"`]);
  });

  it("is a slip of the call where it is the root", () => {
    const set = temporarySet({ "a.md": "" });
    for (const root of ["gone", "a.md"])
      expect(thrownBy(() => located(set, undefined, { root }))).toEqual(["no-such-path", `there is no folder "${root}"`]);
  });

  it.skipIf(NO_PERMISSIONS)("is said to be hidden where a folder above it is not open to the caller", async () => {
    const set = temporarySet({ "shut/INDEX.md": "" });
    for (const folder of ["..", "."]) chmodSync(set.path(folder), 0o755);
    chmodSync(set.path("shut"), 0o600);
    await withoutPrivileges(async () => {
      expect(thrownBy(() => located(set, "shut/INDEX.md"))).toEqual(["unreadable-path", '"shut/INDEX.md" cannot be looked at (EACCES)']);
    });
  });
});

describe("locateSet at the file system's root", () => {
  it("gives paths without a leading slash", () => {
    const set = temporarySet({ "docs/INDEX.md": "" });
    const inside = realpathSync(set.path("docs/INDEX.md")).slice(1);
    expect(locateSet(set.path("docs/INDEX.md"), { cwd: set.root, root: "/" })).toMatchObject({ root: "/", index: inside });
  });
});
