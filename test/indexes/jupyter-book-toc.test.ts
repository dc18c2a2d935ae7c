import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jupyterBookToc } from "../../src/indexes/jupyter-book-toc.ts";
import { indexFaults, listedTargets, mutate } from "./index-faults.ts";

const FIXTURES = new URL("./fixtures/jupyter-book-toc/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, FIXTURES), "utf8");
const parse = (text: string, path = "_toc.yml") => jupyterBookToc.parse(text, path);

interface SiteMapItem {
  readonly file?: string;
  readonly glob?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly caption?: string | null;
}

describe("jupyterBookToc", () => {
  it.each(["v1", "article", "plain"])("finds the documents, patterns and captions of %s that sphinx-external-toc finds", async (name) => {
    const text = read(`${name}/_toc.yml`);
    const siteMap: readonly SiteMapItem[] = JSON.parse(read(`${name}/site-map.json`));
    const parsed = await parse(text);
    expect(parsed.problems).toEqual([]);
    const expected = siteMap.flatMap(({ file, glob }) => file ?? glob ?? []);
    expect(listedTargets(parsed).toSorted()).toEqual(expected.toSorted());
    expect(parsed.externalUrlCount).toBe(siteMap.filter(({ url }) => url !== undefined).length);
    for (const item of siteMap.filter(({ url }) => url === undefined)) {
      const mention = parsed.mentions.find(({ target }) => target === (item.file ?? item.glob));
      if (item.caption) expect(mention?.sections[0]).toBe(item.caption);
      if (item.title) expect(mention?.claims.title).toBe(item.title);
    }
    expect(indexFaults(text, parsed)).toEqual([]);
  });

  it("reads the old list form, whose captions hold for what follows", async () => {
    const text =
      "- file: intro\n- part: Measuring\n  chapters:\n  - file: gauges\n    title: Gauges\n- header: Later\n- url: /computing\n- file: end\n  sections:\n  - file: more\n";
    const { mentions, externalUrlCount } = await parse(text);
    expect(externalUrlCount).toBe(0);
    expect(mentions.map(({ target, sections, claims }) => [target, sections, claims])).toEqual([
      ["intro", [], {}],
      ["gauges", ["Measuring"], { title: "Gauges" }],
      ["/computing", ["Later"], {}],
      ["end", ["Later"], {}],
      ["more", ["Later"], {}],
    ]);
  });

  it("reads the toc of MyST's project, and nothing else of it", async () => {
    const text =
      "version: 1\nproject:\n  title: Tides\n  exclude: [drafts.md]\n  toc:\n    - file: index.md\n    - title: Guide\n      children:\n        - file: a.ipynb\n        - pattern: notes/**.md\n    - url: https://tides.example\n      title: Site\nsite:\n  template: book-theme\n";
    const parsed = await parse(text, "myst.yml");
    expect(parsed.mentions.map(({ target, sections }) => [target, sections])).toEqual([
      ["index.md", []],
      ["a.ipynb", ["Guide"]],
      ["notes/**.md", ["Guide"]],
    ]);
    expect(parsed.externalUrlCount).toBe(1);
    expect(parsed.defaultExtension).toBe(".md");
  });

  it("is the form of _toc.yml and myst.yml", () => {
    expect(["book/_toc.yml", "_toc.yaml", "myst.yml"].every((path) => jupyterBookToc.isForm(path, ""))).toBe(true);
    expect(["toc.yml", "a_toc.yml"].some((path) => jupyterBookToc.isForm(path, ""))).toBe(false);
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const text = read("v1/_toc.yml");
    const change = fc.record({
      at: fc.nat(1000),
      length: fc.nat(30),
      insert: fc.constantFrom("", "\n", "\t", ": ", "- ", "{", "'", "<<: *a\n", "&a ", "? "),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          change.map((slip) => mutate(text, slip)),
          fc.string({ unit: "binary", maxLength: 100 }),
        ),
        async (source) => {
          expect(indexFaults(source, await parse(source))).toEqual([]);
        },
      ),
      { seed: 9, numRuns: 200 },
    );
  });
});
