import { describe, expect, it } from "vitest";
import { chooseDocuments, type DocumentChoice } from "../../src/engine/choose-documents.ts";
import { entriesOf } from "../../src/paths/entries.ts";
import type { ListedPath } from "../../src/paths/listing.ts";
import type { Claims, PathFacts } from "../../src/types.ts";
import { indexOf, listing, mentionOf, NO_FACTS } from "../paths/path-context.ts";

interface Sketch {
  readonly files: readonly string[];
  readonly listed?: readonly string[];
  readonly index?: string | null;
  readonly odd?: readonly ListedPath[];
  readonly facts?: Partial<PathFacts>;
  readonly ignore?: readonly string[];
  readonly include?: readonly string[];
  readonly folder?: string;
  readonly claims?: Claims;
}

function choiceOf(sketch: Sketch): DocumentChoice {
  const { files, listed = [], index = "INDEX.md", odd = [], folder = "", ignore = [], include = [] } = sketch;
  const names = listing([...files, ...(index === null ? [] : [index])], odd);
  const facts = { ...NO_FACTS, ...sketch.facts };
  const seedIndex = indexOf({
    path: index ?? "INDEX.md",
    mentions: listed.map((path) => mentionOf(`/${path}`, sketch.claims ? { claims: sketch.claims } : {})),
  });
  return {
    listing: names,
    facts,
    indexes: index === null ? [] : [seedIndex],
    entries: index === null ? [] : entriesOf(seedIndex, names, facts).entries,
    folder,
    ignore,
    include,
  };
}

/** Chosen paths; a listed one ends in a star. */
const chosen = (sketch: Sketch) => chooseDocuments(choiceOf(sketch)).map(({ path, isListed }) => (isListed ? `${path}*` : path));

describe("chooseDocuments", () => {
  it("takes what is listed, of any format, anywhere in the root", () => {
    expect(chosen({ files: ["docs/a.md", "src/b.py", "docs/c.md"], index: "docs/INDEX.md", listed: ["docs/a.md", "src/b.py"] })).toEqual([
      "docs/a.md*",
      "docs/c.md",
      "src/b.py*",
    ]);
  });

  it("takes unlisted documents below the index's folder, and in the folders of listed ones, not below them", () => {
    const files = ["docs/a.md", "docs/x/b.md", "specs/c.md", "specs/d.md", "specs/x/e.md", "other/f.md", "g.md"];
    expect(chosen({ files, index: "docs/INDEX.md", listed: ["specs/c.md"] })).toEqual([
      "docs/a.md",
      "docs/x/b.md",
      "specs/c.md*",
      "specs/d.md",
    ]);
  });

  it("takes the documents of the set's folder where there is no index", () => {
    expect(chosen({ files: ["seeds/a.md", "b.md"], index: null, folder: "seeds" })).toEqual(["seeds/a.md"]);
    expect(chosen({ files: ["seeds/a.md", "b.md"], index: null })).toEqual(["b.md", "seeds/a.md"]);
  });

  it("leaves out indexes, locks, hidden files, tools' files and what editors leave", () => {
    const files = ["a.md", "INDEX.lock.json", ".hidden.md", ".github/b.md", "a.md~", "~$c.docx", "Thumbs.db", "src.py", "package.json"];
    expect(chosen({ files })).toEqual(["a.md"]);
  });

  it("leaves out packages, vendored and build output, but not a folder of that name in which the index itself lies", () => {
    expect(chosen({ files: ["a.md", "node_modules/x/b.md", "vendor/c.md", "dist/d.md", "docs/_build/e.md", "building/f.md"] })).toEqual([
      "a.md",
      "building/f.md",
    ]);
    expect(chosen({ files: ["docs/build/a.md", "docs/build/dist/b.md"], index: "docs/build/INDEX.md" })).toEqual(["docs/build/a.md"]);
  });

  it("leaves out what git ignores unless it is listed", () => {
    const facts = { isIgnored: (path: string) => path.startsWith("drafts/") };
    expect(chosen({ files: ["drafts/a.md", "drafts/b.md"], listed: ["drafts/a.md"], facts })).toEqual(["drafts/a.md*"]);
  });

  it("leaves out what --ignore names, listed or not", () => {
    expect(chosen({ files: ["drafts/a.md", "b.md", "c.md"], listed: ["drafts/a.md", "b.md"], ignore: ["drafts/", "c.*"] })).toEqual([
      "b.md*",
    ]);
  });

  it("brings back what --include names, whatever left it out", () => {
    const files = ["vendor/spec.md", "other/x.proto", "drafts/keep.md", "drafts/b.md"];
    const facts = { isIgnored: (path: string) => path.startsWith("vendor/") };
    expect(
      chosen({ files, index: "docs/INDEX.md", facts, ignore: ["drafts/"], include: ["vendor/", "*.proto", "drafts/keep.md"] }),
    ).toEqual(["drafts/keep.md", "other/x.proto", "vendor/spec.md"]);
  });

  it("reads --ignore as .gitignore is read: comments, negation, anchors", () => {
    expect(chosen({ files: ["a.md", "b.md", "x/a.md"], ignore: ["# a comment", "a.md", "!/a.md", "", "/b.md"] })).toEqual(["a.md"]);
  });

  it("takes no FIFO, no link out of the root", () => {
    const odd = [
      { path: "fifo.md", isDirectory: false, oddity: "a FIFO, not a file" },
      { path: "out.md", isDirectory: false, oddity: "link out of the root" },
    ];
    expect(chosen({ files: ["a.md"], odd, listed: ["fifo.md", "out.md"], include: ["*.md"] })).toEqual(["a.md"]);
  });

  it("takes a file once that stands behind links too", () => {
    const odd = [
      { path: "latest/a.md", isDirectory: false, leadsTo: "v2/a.md" },
      { path: "b.md", isDirectory: false, leadsTo: "v2/b.md" },
    ];
    expect(chosen({ files: ["v2/a.md", "v2/b.md"], odd })).toEqual(["v2/a.md", "v2/b.md"]);
    expect(chosen({ files: ["v2/a.md", "v2/b.md"], odd, listed: ["latest/a.md", "v2/b.md"] })).toEqual(["latest/a.md*", "v2/b.md*"]);
  });

  it("takes an index that could not be read for no document", () => {
    const choice = { ...choiceOf({ files: ["a.md", "INDEX.md"], index: null }), indexProblem: { path: "INDEX.md" } };
    expect(chooseDocuments(choice).map(({ path }) => path)).toEqual(["a.md"]);
  });

  it("asks for the digests that entries claim, where they are known", () => {
    const algorithms = (algorithm: string) =>
      chooseDocuments(choiceOf({ files: ["a.md"], listed: ["a.md"], claims: { checksum: { algorithm, value: "00" } } }))[0]?.algorithms;
    expect(["md5", "sha512", "sha256", "rot13"].map(algorithms)).toEqual([["md5"], ["sha512"], [], []]);
  });
});
