import { describe, expect, it } from "vitest";
import { directoryDocument } from "../../src/paths/directory-document.ts";
import { listing } from "./path-context.ts";

describe("directoryDocument", () => {
  it("is the folder's index, else its README, else its index page", () => {
    expect(directoryDocument("a", listing(["a/README.md", "a/INDEX.md", "a/index.md"]))).toBe("a/INDEX.md");
    expect(directoryDocument("a", listing(["a/index.md", "a/README.md"]))).toBe("a/README.md");
    expect(directoryDocument("a", listing(["a/index.md", "a/x.md"]))).toBe("a/index.md");
  });

  it("is the document that has the folder's name where there is no other", () => {
    expect(directoryDocument("eips/0012-tides", listing(["eips/0012-tides/0012-tides.md", "eips/0012-tides/x.md"]))).toBe(
      "eips/0012-tides/0012-tides.md",
    );
  });

  it("is null where nothing in the folder stands for it, and a folder of that name does not", () => {
    expect(directoryDocument("a", listing(["a/b.md", "a/README.md/x.md"]))).toBeNull();
  });

  it("works for the root", () => {
    expect(directoryDocument("", listing(["README.md"]))).toBe("README.md");
  });
});
