import { describe, expect, it } from "vitest";
import { isCodeHostPage, parseCodeHostUrl, publishedPath } from "../../src/paths/code-host.ts";

describe("parseCodeHostUrl", () => {
  it.each([
    ["https://github.com/Own/Repo/blob/main/docs/a%20b.md#x", "github.com/own/repo", "main", "docs/a b.md"],
    ["https://github.com/o/r/tree/main/docs/", "github.com/o/r", "main", "docs"],
    ["https://raw.githubusercontent.com/o/r/main/a.md", "github.com/o/r", "main", "a.md"],
    ["https://raw.githubusercontent.com/o/r/refs/heads/main/a.md", "github.com/o/r", "main", "a.md"],
    ["https://gitlab.com/g/s/r/-/blob/main/a.md?plain=1", "gitlab.com/g/s/r", "main", "a.md"],
    ["https://codeberg.org/o/r/src/branch/main/a.md", "codeberg.org/o/r", "main", "a.md"],
    ["https://github.com/o/r/blob/v1.2/%E0%A4%A.md", "github.com/o/r", "v1.2", "%E0%A4%A.md"],
  ])("takes %s apart", (url, repository, revision, path) => {
    expect(parseCodeHostUrl(url)).toEqual({ repository, revision, path, isPermalink: false });
  });

  it("knows permalinks to a commit", () => {
    expect(parseCodeHostUrl("https://github.com/o/r/blob/0123456789abcdef0123456789abcdef01234567/a.md")?.isPermalink).toBe(true);
    expect(parseCodeHostUrl("https://github.com/o/r/blob/deadbeef/a.md")?.isPermalink).toBe(false);
  });

  it("gives null for any other URL", () => {
    for (const url of ["https://github.com/o/r", "https://github.com/o/r/issues/3", "https://example.org/a.md", "a.md"])
      expect(parseCodeHostUrl(url)).toBeNull();
  });
});

describe("publishedPath", () => {
  it("gives the host and the segments, decoded, without dots", () => {
    expect(publishedPath("https://Docs.Example.org/guide/a%20b/../c?x#y")).toEqual({
      host: "docs.example.org",
      segments: ["guide", "a b", "c"],
    });
    expect(publishedPath("https://example.org")).toEqual({ host: "example.org", segments: [] });
    expect(publishedPath("ftp://example.org/a")).toBeNull();
  });
});

describe("isCodeHostPage", () => {
  it("knows pages beside a repository's files by their names", () => {
    expect(["../../issues", "../../wiki/Home", "../pull/3", "../../releases?q=1"].map(isCodeHostPage)).toEqual([true, true, true, true]);
    expect(["issues", "../issues.md", "../../issue-list/a.md"].map(isCodeHostPage)).toEqual([false, false, false]);
  });
});
