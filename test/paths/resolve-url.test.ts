import { describe, expect, it } from "vitest";
import { resolveMention } from "../../src/paths/resolve.ts";
import type { Mention, Resolution } from "../../src/types.ts";
import { type ContextSketch, contextOf, mentionOf } from "./path-context.ts";

const resolve = (url: string, context: ContextSketch, mention: Partial<Mention> = {}): Resolution =>
  resolveMention(mentionOf(url, mention), contextOf(context));

describe("a code host's URL", () => {
  const url = "https://github.com/o/r/blob/main/docs/a.md#part";

  it("is the local file where that is there, and its folder's document for a folder", () => {
    expect(resolve(url, { files: ["docs/a.md"] })).toEqual({
      state: "found",
      path: "docs/a.md",
      step: "code-host-url",
      isDirectory: false,
      anchor: "part",
    });
    expect(resolve("https://github.com/o/r/tree/main/docs", { files: ["docs/README.md"] })).toMatchObject({ path: "docs/README.md" });
  });

  it("is left alone where the file is not there and nothing says that the repository is this one", () => {
    expect(resolve(url, { files: ["docs/b.md"] })).toEqual({ state: "url", url });
  });

  it("is missing where git's remote says that the repository is this one", () => {
    const facts = { repositories: ["github.com/o/r"] };
    expect(resolve(url, { files: ["specs/a.md"], facts })).toMatchObject({ state: "missing", tried: ["docs/a.md"] });
    expect(resolve(url, { files: [], facts: { ...facts, isIgnored: (path) => path === "docs/a.md" } })).toMatchObject({
      state: "absent",
      reason: "ignored-by-git",
    });
  });

  it("is left alone where it is a permalink, a picture, or another repository's while one is known to be this", () => {
    const facts = { repositories: ["github.com/o/r"] };
    const permalink = url.replace("main", "0123456789abcdef0123456789abcdef01234567");
    expect(resolve(permalink, { files: [], facts }).state).toBe("url");
    expect(resolve(url, { files: [], facts }, { isEmbedded: true }).state).toBe("url");
    expect(resolve(url, { files: ["docs/a.md"], ownHosts: ["github.com/x/y"] }).state).toBe("url");
  });
});

describe("a published page's URL", () => {
  it("is the page's source where the site is this set's", () => {
    const ownHosts = ["example.org"];
    const found = { state: "found", path: "guide/intro.md", step: "published-page", isDirectory: false };
    for (const page of ["guide/intro.html", "guide/intro/", "guide/intro", "en/v2/guide/intro.html"])
      expect(resolve(`https://example.org/${page}`, { files: ["guide/intro.md"], ownHosts })).toEqual(found);
    expect(
      resolve("https://example.org/guide/intro.md", { files: ["guide/intro.md"], index: { path: "llms.txt", form: "llms-txt" } }),
    ).toEqual(found);
  });

  it("is missing where it names a source, and left alone where it is a page", () => {
    const ownHosts = ["example.org"];
    expect(resolve("https://example.org/gone.md", { files: ["a.md"], ownHosts })).toMatchObject({ state: "missing", tried: ["gone.md"] });
    expect(resolve("https://example.org/gone.html", { files: ["a.md"], ownHosts }).state).toBe("url");
  });

  it("of any other site is left alone", () => {
    expect(resolve("https://example.org/guide/intro", { files: ["guide/intro.md"] }).state).toBe("url");
  });

  it("cannot lead out of the root", () => {
    expect(resolve("https://example.org/../../etc/hosts.md", { files: ["a.md"], ownHosts: ["example.org"] })).toMatchObject({
      state: "missing",
      tried: ["etc/hosts.md"],
    });
    expect(resolve("file:///etc/hosts", { files: [] })).toEqual({ state: "outside-root", target: "file:///etc/hosts" });
  });
});
