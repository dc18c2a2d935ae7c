import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folderOf, joinPath, nameOf, parseTarget } from "../../src/paths/target.ts";

const path = (text: string, over: object = {}) => ({ type: "path", path: text, isFromRoot: false, isFolder: false, ...over });

describe("parseTarget", () => {
  it("takes paths as they are", () => {
    for (const text of ["a.md", "docs/a b.md", "../a.md", "./a.md", "文書/仕様.md", "c++.md", "a@b.md"])
      expect(parseTarget(text)).toEqual(path(text));
  });

  it("tells folders, paths from the root, anchors and queries", () => {
    expect(parseTarget("docs/")).toEqual(path("docs/", { isFolder: true }));
    expect(parseTarget("/docs/a.md")).toEqual(path("docs/a.md", { isFromRoot: true }));
    expect(parseTarget("a.md#part-1")).toEqual(path("a.md", { anchor: "part-1" }));
    expect(parseTarget("a.md#")).toEqual(path("a.md", { anchor: "" }));
    expect(parseTarget("a.md?plain=1#L3")).toEqual(path("a.md", { anchor: "L3" }));
    expect(parseTarget("#part%201")).toEqual({ type: "anchor", anchor: "part 1" });
    expect(parseTarget("  ")).toEqual({ type: "empty" });
  });

  it("undoes percent-escapes once, and leaves broken ones", () => {
    expect(parseTarget("a%20b%23c.md#d%20e")).toEqual(path("a b#c.md", { anchor: "d e" }));
    expect(parseTarget("%252e%252e/a.md")).toEqual(path("%2e%2e/a.md"));
    expect(parseTarget("100%.md")).toEqual(path("100%.md"));
    expect(parseTarget("%E0%A4%A.md")).toEqual(path("%E0%A4%A.md"));
  });

  it("reads backslashes as slashes, and escaped ones as part of a name", () => {
    expect(parseTarget("docs\\a.md")).toEqual(path("docs/a.md"));
    expect(parseTarget("..\\..\\a.md")).toEqual(path("../../a.md"));
    expect(parseTarget("..%5C..%5Ca.md")).toEqual(path("..\\..\\a.md"));
    expect(parseTarget("docs\\")).toEqual(path("docs/", { isFolder: true }));
  });

  it("knows paths of a machine", () => {
    for (const text of [
      "C:\\a.md",
      "c:/a.md",
      "C:a.md",
      "\\\\server\\share\\a.md",
      "\\\\?\\C:\\a.md",
      "~/a.md",
      "~name/a.md",
      "file:///a.md",
      "FILE:a.md",
    ])
      expect(parseTarget(text)).toEqual({ type: "machine-path", path: text });
  });

  it("knows URLs", () => {
    for (const text of [
      "https://example.org/a.md",
      "//example.org/a.md",
      "mailto:a@example.org",
      "javascript:alert(1)",
      "urn:ietf:rfc:9110",
    ])
      expect(parseTarget(text)).toEqual({ type: "url", url: text });
  });

  it("leaves out the line that editors and compilers put behind a path, but no port and no number of a name", () => {
    for (const text of ["a.md:12", "a.md:12:5", "a.md:12-20"]) expect(parseTarget(text)).toEqual(path("a.md"));
    expect(parseTarget("docs/a.md:12")).toEqual(path("docs/a.md"));
    expect(parseTarget("http://example.org/a.md:12").type).toBe("url");
    expect(parseTarget("RFC:9110").type).toBe("url");
  });

  it("never throws, and never gives a path that starts at a slash", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const target = parseTarget(text);
        if (target.type === "path") expect(target.path.startsWith("/")).toBe(false);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});

describe("joinPath", () => {
  it("works out . and .. and doubled slashes", () => {
    expect(joinPath("docs", "a.md")).toBe("docs/a.md");
    expect(joinPath("docs", "./x//../a.md")).toBe("docs/a.md");
    expect(joinPath("docs/x", "../../a.md")).toBe("a.md");
    expect(joinPath("docs", "..")).toBe("");
    expect(joinPath("", "a/")).toBe("a");
  });

  it("gives null where a path leads out of the root, on the way too", () => {
    expect(joinPath("", "..")).toBeNull();
    expect(joinPath("docs", "../../a.md")).toBeNull();
    expect(joinPath("docs", "../../docs/a.md")).toBeNull();
  });

  it("gives a path without . and .. that stays below the root, for any folder and path", () => {
    const segment = fc.constantFrom("..", ".", "", "a", "b c", "...");
    const joined = fc.array(segment, { maxLength: 8 }).map((segments) => segments.join("/"));
    fc.assert(
      fc.property(joined, (text) => {
        const result = joinPath("x/y", text);
        if (result === null) return;
        expect(result.split("/").filter((one) => one === ".." || one === ".")).toEqual([]);
        expect(result.startsWith("/") || result.endsWith("/")).toBe(false);
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});

describe("folderOf and nameOf", () => {
  it("take a path apart", () => {
    expect([folderOf("a/b/c.md"), nameOf("a/b/c.md")]).toEqual(["a/b", "c.md"]);
    expect([folderOf("c.md"), nameOf("c.md")]).toEqual(["", "c.md"]);
  });
});
