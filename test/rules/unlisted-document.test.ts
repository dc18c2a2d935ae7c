import { describe, expect, it } from "vitest";
import { unlistedDocument } from "../../src/rules/unlisted-document.ts";
import { checkedSet, faultsOf, type SetSketch } from "../support/checked-set.ts";

const documents = (...paths: readonly string[]) => paths.map((path) => ({ path }));
const entries = (...targets: readonly string[]) => targets.map((target) => ({ target }));

/** Faults as `severity path`; a rule's own severity is a warning. */
function faults(sketch: SetSketch): string[] {
  return faultsOf(unlistedDocument, checkedSet(sketch)).map(({ severity = "warning", path }) => `${severity} ${path}`);
}

describe("unlisted-document", () => {
  it("warns of each where at least half of a folder's documents are listed, with its title", () => {
    const set = checkedSet({ entries: entries("a.md", "b.md"), documents: documents("a.md", "b.md", "c.md") });
    expect(faultsOf(unlistedDocument, set)).toMatchObject([
      {
        path: "c.md",
        message: "c.md is in the set and not in the index: 2 of the 3 documents of the root are.",
        evidence: [{ path: "c.md", line: 1, quote: "# c.md", note: "what it is titled" }],
        related: [{ path: "INDEX.md", message: "the index" }],
      },
    ]);
  });

  it("is one info with the count where fewer are listed", () => {
    const set = checkedSet({ entries: entries("a.md"), documents: documents("a.md", "b.md", "c.md", "d.md") });
    expect(faultsOf(unlistedDocument, set)).toMatchObject([
      { path: "INDEX.md", severity: "info", message: "3 of the 4 documents of the root are not in the index." },
    ]);
    const one = checkedSet({ entries: entries("a.md"), documents: documents("a.md", "x/b.md") });
    expect(faultsOf(unlistedDocument, one).map(({ message }) => message)).toEqual(["1 of the 1 documents of x/ is not in the index."]);
  });

  it("judges each folder by itself", () => {
    expect(
      faults({
        entries: entries("x/a.md", "x/b.md", "y/d.md"),
        documents: documents("x/a.md", "x/b.md", "x/c.md", "y/d.md", "y/e.md", "y/f.md"),
      }),
    ).toEqual(["warning x/c.md", "info INDEX.md"]);
  });

  it("leaves out companions, documents of a listed folder, and those that the text speaks of", () => {
    expect(faults({ entries: entries("a.md", "b.md"), documents: documents("a.md", "b.md", "README.md", "LICENSE.txt") })).toEqual([]);
    expect(faults({ entries: entries("x"), documents: documents("x/a.md", "x/y/b.md") })).toEqual([]);
    expect(
      faults({ entries: entries("a.md", "b.md"), passing: [{ target: "c.md" }], documents: documents("a.md", "b.md", "c.md") }),
    ).toEqual([]);
  });

  it("leaves out what a listed pattern fits, and no more", () => {
    const glob = (path: string) => [
      { target: "a.md" },
      { target: path, resolution: { state: "found" as const, path, step: "glob" as const, isDirectory: true } },
    ];
    const files = documents("a.md", "specs/b.md", "specs/b.txt", "specs/old/c.md", "spec.md");
    expect(faults({ entries: glob("specs/*.md"), documents: files })).toEqual(["warning spec.md", "info INDEX.md", "info INDEX.md"]);
    expect(faults({ entries: glob("specs/**"), documents: files })).toEqual(["warning spec.md"]);
    expect(faults({ entries: glob("spec*"), documents: files })).toEqual([]);
  });

  it("is the same fault when other documents come and go", () => {
    const identities = (...more: readonly string[]) =>
      faultsOf(
        unlistedDocument,
        checkedSet({ entries: entries("a.md", "b.md", ...more), documents: documents("a.md", "b.md", "c.md", ...more) }),
      ).map(({ identity }) => identity);
    expect(identities()).toEqual(["unlisted:c.md"]);
    expect(identities("d.md", "e.md")).toEqual(["unlisted:c.md"]);
  });

  it("leaves out translations of listed documents", () => {
    expect(faults({ entries: entries("a.md", "b.md"), documents: documents("a.md", "b.md", "a.de.md", "b_pt-BR.md") })).toEqual([]);
  });

  it("is silent without an index, and for an index without entries", () => {
    expect(faults({ index: null, documents: documents("a.md") })).toEqual([]);
    expect(faults({ index: "", documents: documents("a.md") })).toEqual([]);
  });
});
