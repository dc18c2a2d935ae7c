import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docfxToc } from "../../src/indexes/docfx-toc.ts";
import { indexFaults, listedTargets, mutate, targetSource } from "./index-faults.ts";

const TOC = `### YamlMime:TableOfContent
- name: Home
  href: index.md
- name: Articles
  href: articles/
  topicHref: articles/intro.md
  expanded: true
  items:
  - name: "Tides: how"
    href: articles/tides.md#spring
    items:
    - name: Neap
      href: ~/articles/neap.md
  - name: Nested
    href: reference/toc.yml
  - name: Api
    topicUid: Harbour.Gauge
  - name: Type
    href: xref:Harbour.Gauge
- name: Office
  href: https://charts.example/office
- name: Old site
  href: old/
  homepage: old/index.md
`;
const parse = (text: string, path = "docs/toc.yml") => docfxToc.parse(text, path);

describe("docfxToc", () => {
  it("is the form of toc.yml and toc.json in any case", () => {
    expect(["toc.yml", "api/TOC.yml", "toc.json", "toc.yaml"].every((path) => docfxToc.isForm(path, ""))).toBe(true);
    expect(["_toc.yml", "toc.md", "mytoc.yml"].some((path) => docfxToc.isForm(path, ""))).toBe(false);
  });

  it("reads hrefs, topics, home pages, folders and nested tables of contents", async () => {
    const parsed = await parse(TOC);
    expect(parsed.problems).toEqual([]);
    expect(parsed.defaultExtension).toBe(".md");
    expect(parsed.externalUrlCount).toBe(1);
    expect(parsed.mentions.map(({ target, label, sections }) => [target, label, sections])).toEqual([
      ["index.md", "Home", []],
      ["articles/", "Articles", []],
      ["articles/intro.md", "Articles", []],
      ["articles/tides.md#spring", "Tides: how", ["Articles"]],
      ["/articles/neap.md", "Neap", ["Articles", "Tides: how"]],
      ["reference/toc.yml", "Nested", ["Articles"]],
      ["old/", "Old site", []],
      ["old/index.md", "Old site", []],
    ]);
    expect(targetSource(TOC, parsed.mentions[4])).toBe("~/articles/neap.md");
    expect(indexFaults(TOC, parsed)).toEqual([]);
  });

  it("reads the same from JSON and from an object that holds the items", async () => {
    const json = '{"items": [{"name": "Home", "href": "index.md"}, {"name": "A", "items": [{"name": "B", "href": "b.md"}]}]}';
    const yaml = "items:\n- name: Home\n  href: index.md\n- name: A\n  items:\n  - name: B\n    href: b.md\n";
    for (const [text, path] of [
      [json, "toc.json"],
      [yaml, "toc.yml"],
    ] as const) {
      const { mentions, problems } = await parse(text, path);
      expect(problems).toEqual([]);
      expect(mentions.map(({ target, claims, sections }) => [target, claims, sections])).toEqual([
        ["index.md", { title: "Home" }, []],
        ["b.md", { title: "B" }, ["A"]],
      ]);
    }
  });

  it("reads another tool's toc.yml as a manifest", async () => {
    expect(listedTargets(await parse("toc:\n- title: One\n  path: one.md\n"))).toEqual(["one.md"]);
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const change = fc.record({
      at: fc.nat(1000),
      length: fc.nat(30),
      insert: fc.constantFrom("", "\n", "\t", ": ", "- ", "[", '"', "&a ", "*a", "---\n"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          change.map((slip) => mutate(TOC, slip)),
          fc.string({ unit: "binary", maxLength: 100 }),
        ),
        async (text) => {
          expect(indexFaults(text, await parse(text))).toEqual([]);
          expect(indexFaults(text, await parse(text, "toc.json"))).toEqual([]);
        },
      ),
      { seed: 5, numRuns: 150 },
    );
  });
});
