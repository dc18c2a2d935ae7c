import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findPaths,
  hasDocumentExtension,
  hasKnownExtension,
  isFilePath,
  isFolderPath,
  isGlob,
  isPlaceholder,
  isUrl,
} from "../../src/util/path-shape.ts";

const pathsIn = (text: string) => findPaths(text).map(({ from, to }) => text.slice(from, to));
const that = (texts: readonly string[], test: (text: string) => boolean) => texts.filter(test);

describe("isUrl", () => {
  it("takes a scheme or a host for one, and no drive letter", () => {
    const urls = ["https://x.org/a.md", "mailto:a@b.org", "//cdn.x.org/a", "file:///a"];
    expect(that(urls, isUrl)).toEqual(urls);
    expect(that(["C:\\docs\\a.md", "c:/a.md", "/a.md", "a.md", "#top", "docs//a.md"], isUrl)).toEqual([]);
  });

  it("takes schemes that nobody registered, and no file's name before a colon or data stream", () => {
    const urls = ["std::vec::Vec", "myst:part", "app+x://y", "z39.50r://host"];
    expect(that(urls, isUrl)).toEqual(urls);
    expect(that(["a.md::$DATA", "notes::$DATA", "a.md:12", "spec.pdf:zone.identifier"], isUrl)).toEqual([]);
  });
});

describe("questions to hostile text", () => {
  it("cost no more than its length", () => {
    const started = performance.now();
    expect(isGlob("{,".repeat(50_000))).toBe(false);
    expect(isPlaceholder("<".repeat(100_000))).toBe(false);
    expect(pathsIn(`${"!".repeat(100_000)}a.md`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("still knows choices in braces, nested ones too", () => {
    expect(that(["{a,b}.md", "a{b,}.md", "x{a{1,2},b}.md", "{a}.md", "{a/b,c}"], isGlob)).toEqual([
      "{a,b}.md",
      "a{b,}.md",
      "x{a{1,2},b}.md",
    ]);
  });
});

describe("hasKnownExtension", () => {
  it("knows documents, code and media in any case, and documents apart", () => {
    expect(that(["a.md", "a.PDF", "a.ts", "a.png", "b.tar.gz"], hasKnownExtension)).toEqual(["a.md", "a.PDF", "a.ts", "a.png", "b.tar.gz"]);
    expect(that(["a.md", "a.PDF", "a.ts", "a.png"], hasDocumentExtension)).toEqual(["a.md", "a.PDF"]);
    expect(that(["Schema.org/x", "v1.2", "README", "a.unknownext"], hasKnownExtension)).toEqual([]);
  });
});

describe("isFilePath", () => {
  it("takes names and paths with a known extension, blanks within included", () => {
    const files = ["a.md", "./a.md", "../x/a.md", "/abs/a.md", "docs/My Notes.pdf", "2107.03006.pdf", "spec.v2.md", "文档/设计.md"];
    expect(that(files, isFilePath)).toEqual(files);
  });

  it("takes no sentence, URL, glob, bare extension or unknown ending", () => {
    const others = [
      "See the notes. Then read a.md",
      "https://x.org/a.md",
      "*.md",
      ".md",
      "a <b>.md",
      "Version 2.0",
      " a.md",
      "a.md ",
      "a\nb.md",
    ];
    expect(that(others, isFilePath)).toEqual([]);
  });

  it("takes no command and no list of names for one name with blanks", () => {
    const others = ["npm run docs -- a.md", "cat docs/a.md", "$ vim a.md", "build --out a.md", "a.md b.md", "a.md, b.md", "see a.md"];
    expect(that(others, isFilePath)).toEqual([]);
    const names = ["Git basics.md", "Notes - part 2.md", "In the beginning v1.2.md", "My Docs/open questions.md"];
    expect(that(names, isFilePath)).toEqual(names);
  });
});

describe("isFolderPath", () => {
  it("takes what ends in a slash and holds no blank", () => {
    const folders = ["docs/", "./docs/", "../a/b/", "/opt/x/", "specs/0012-node/"];
    expect(that(folders, isFolderPath)).toEqual(folders);
    expect(that(["docs", "my docs/", "/", "12/", "http://x/", "a*/", ""], isFolderPath)).toEqual([]);
  });
});

describe("isGlob", () => {
  it("takes stars, question marks and choices in braces", () => {
    expect(that(["*.md", "docs/**/a.md", "a?.md", "{a,b}.md"], isGlob)).toEqual(["*.md", "docs/**/a.md", "a?.md", "{a,b}.md"]);
    expect(that(["a.md", "{name}.md", "a,b.md"], isGlob)).toEqual([]);
  });
});

describe("isPlaceholder", () => {
  it("takes names that are meant to be filled in", () => {
    const placeholders = [
      ...["cap-TBD.md", "SPEC-NNN-name.md", "text/0000-my-new-standard.md", "<name>.md", "YYYY-MM-DD-title.md", "{{ path }}.md"],
      ...["$NAME.md", "path/to/file.md", "docs/your-feature.md", "example.md", "XX-title.md", "{id}/spec.md", "docs/….md"],
    ];
    expect(that(placeholders, isPlaceholder)).toEqual(placeholders);
  });

  it("takes no name that people give to documents", () => {
    const names = ["0000.md", "0001-examples.md", "examples.md", "todo-app.md", "my.md", "xx/a.md", "../a.md", ".../a.md", "nnn.md"];
    expect(that(names, isPlaceholder)).toEqual([]);
  });
});

describe("findPaths", () => {
  it("finds names with a known extension and folders of two segments", () => {
    expect(pathsIn("Read docs/a.md, then ./b.pdf and src/indexes/ (see c.txt).")).toEqual([
      "docs/a.md",
      "./b.pdf",
      "src/indexes/",
      "c.txt",
    ]);
    expect(pathsIn("and/or, TCP/IP, docs/ alone, v1.2, e.g. this")).toEqual([]);
  });

  it("leaves the sentence's punctuation and brackets outside", () => {
    expect(pathsIn('(a.md) [b.md]: c.md! "d.md", e.md... f(1).md')).toEqual(["a.md", "b.md", "c.md", "d.md", "e.md", "f(1).md"]);
  });

  it("finds nothing within a URL, a mail address or a package's name", () => {
    expect(pathsIn("https://x.org/docs/a.md and (http://y.org/b.md) and www.x.org/c.md and @scope/pkg/d.md")).toEqual([]);
    expect(pathsIn(`https://x.org/${"long/".repeat(30)}a.md b.md`)).toEqual(["b.md"]);
  });

  it("takes no name of a technology for a file", () => {
    expect(pathsIn("Built with Node.js, Vue.js and Schema.org in three.js")).toEqual([]);
  });

  it("gives ranges that hold a path and never overlap, for any text", () => {
    const piece = fc.constantFrom("a.md", "docs/", "/", ".", "..", " ", "(", ")", "x", "https://", "é", "😀", ",", "_", "*", "\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { from, to } of findPaths(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          const path = text.slice(from, to);
          expect(isFilePath(path) || isFolderPath(path)).toBe(true);
          last = to;
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
