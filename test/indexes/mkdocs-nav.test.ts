import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mkdocsNav } from "../../src/indexes/mkdocs-nav.ts";
import { indexFaults, mutate, targetSource } from "./index-faults.ts";

const FIXTURES = new URL("./fixtures/mkdocs-nav/", import.meta.url);
const CONFIG = readFileSync(new URL("mkdocs.yml", FIXTURES), "utf8");
const parse = (text: string) => mkdocsNav.parse(text, "mkdocs.yml");
const nav = (...lines: string[]) => parse(["nav:", ...lines, ""].join("\n"));

interface BuiltItem {
  readonly page?: string;
  readonly link?: string;
  readonly title: string | null;
  readonly sections: readonly string[];
}

describe("mkdocsNav", () => {
  it("is the form of mkdocs.yml and its variants", () => {
    expect(["mkdocs.yml", "docs/mkdocs.yaml", "mkdocs.insiders.yml", "mkdocs-base.yml"].every((path) => mkdocsNav.isForm(path, ""))).toBe(
      true,
    );
    expect(["my-mkdocs.yml", "mkdocs.md", "nav.yml"].some((path) => mkdocsNav.isForm(path, ""))).toBe(false);
  });

  it("finds the pages, titles and sections that MkDocs finds", async () => {
    const built: readonly BuiltItem[] = JSON.parse(readFileSync(new URL("nav.json", FIXTURES), "utf8"));
    const { mentions, externalUrlCount, problems, baseFolder } = await parse(CONFIG);
    const isExternal = ({ link }: BuiltItem) => link?.includes(":") ?? false;
    expect(problems).toEqual([]);
    expect(baseFolder).toBe("handbook");
    // A page that is not there is a link for MkDocs, and a mention here: that it is missing is what is to be found.
    const expected = built.filter((item) => !isExternal(item));
    expect(mentions.map(({ target, claims, sections }) => [target, claims.title ?? null, sections])).toEqual(
      expected.map(({ page, link, title, sections }) => [page ?? link, title, sections]),
    );
    expect(externalUrlCount).toBe(built.filter(isExternal).length);
    expect(mentions.map((mention) => targetSource(CONFIG, mention))).toEqual(mentions.map(({ target }) => target));
    expect(indexFaults(CONFIG, { mentions, problems, externalUrlCount })).toEqual([]);
  });

  it("lists with the title and its page as the row", async () => {
    const text = "\uFEFFnav:\r\n  - 'Größe 🙂': \"a b.md\"\r\n";
    const { mentions } = await parse(text);
    expect(mentions[0]).toMatchObject({
      target: "a b.md",
      label: "Größe 🙂",
      notation: "link",
      role: "listing",
      rowText: "Größe 🙂: a b.md",
    });
    expect(mentions[0]?.place).toEqual({ line: 2, column: 18, end: { line: 2, column: 24 } });
    expect(mentions[0]?.row).toEqual({ line: 2, column: 6, end: { line: 2, column: 24 } });
  });

  it("starts from docs where docs_dir says nothing, and from the default of !ENV", async () => {
    const folder = async (line: string) => (await parse(`${line}\nnav: [a.md]\n`)).baseFolder;
    expect(await folder("site_name: x")).toBe("docs");
    expect(await folder("docs_dir: ./manual/")).toBe("manual");
    expect(await folder("docs_dir: .")).toBe("");
    expect(await folder("docs_dir: !ENV [DOCS, pages]")).toBe("pages");
    expect(await folder("docs_dir: !ENV DOCS")).toBe("docs");
    expect(await folder("docs_dir:")).toBe("docs");
  });

  it("has no mentions and no problem where there is no nav", async () => {
    expect(await parse("site_name: x\nplugins: [awesome-pages]\n")).toEqual({
      mentions: [],
      externalUrlCount: 0,
      problems: [],
      baseFolder: "docs",
    });
    expect((await parse("")).mentions).toEqual([]);
  });

  it("reads the pages list of the old configuration", async () => {
    expect((await parse("pages:\n- [index.md]\n- About: about.md\n")).mentions.map(({ target }) => target)).toEqual([
      "index.md",
      "about.md",
    ]);
  });

  it("takes the included configuration of a monorepo for a passing mention", async () => {
    const { mentions } = await nav("  - Sub: '!include ./sub/mkdocs.yml'", "  - a.md");
    expect(mentions.map(({ target, role }) => [target, role])).toEqual([
      ["./sub/mkdocs.yml", "passing"],
      ["a.md", "listing"],
    ]);
  });

  it("tells of an item with two titles, and reads both", async () => {
    const { mentions, problems } = await nav("  - One: a.md", "    Two: b.md");
    expect(mentions.map(({ target }) => target)).toEqual(["a.md", "b.md"]);
    expect(problems).toEqual([
      { message: "an item of the nav has 2 titles, and MkDocs takes one", place: { line: 3, column: 5, end: { line: 3, column: 8 } } },
    ]);
  });

  it("tells the place of a fault of the YAML and of a key that stands twice", async () => {
    const { problems } = await parse("site_name: x\nsite_name: y\nnav:\n  - a: [b.md\n");
    expect(problems.map(({ message }) => message)).toEqual([
      'the key "site_name" stands twice in one object',
      expect.stringContaining("it is not valid YAML: "),
    ]);
    expect(problems[0]?.place).toEqual({ line: 2, column: 1, end: { line: 2, column: 10 } });
    expect(problems[1]?.place.line).toBeGreaterThanOrEqual(4);
  });

  it("does not fail on tags, and takes nothing from them", async () => {
    const { mentions, problems } = await parse(
      "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n      x: !!python/object/apply:os.system ['id']\nnav: !mine\n  - a.md\n",
    );
    expect(problems).toEqual([]);
    expect(mentions.map(({ target }) => target)).toEqual(["a.md"]);
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const change = fc.record({
      at: fc.nat(2000),
      length: fc.nat(30),
      insert: fc.constantFrom("", "\n", "\r\n", "\t", ": ", "- ", "[", "{", '"', "'", "&a ", "*a", "!x ", "|", "\uFEFF", "---\n"),
    });
    const mutated = fc
      .array(change, { minLength: 1, maxLength: 3 })
      .map((changes) => changes.reduce((text, slip) => mutate(text, slip), CONFIG));
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, fc.string({ unit: "binary", maxLength: 200 })), async (text) => {
        expect(indexFaults(text, await parse(text))).toEqual([]);
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});
