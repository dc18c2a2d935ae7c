import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { manifestYaml } from "../../src/indexes/manifest-yaml.ts";
import { indexFaults, listedTargets, mutate, targetSource } from "./index-faults.ts";

const parse = (text: string) => manifestYaml.parse(text, "INDEX.yaml");
const lines = (...all: string[]): string => `${all.join("\n")}\n`;

describe("manifestYaml", () => {
  it("reads records, and keeps dates, versions and numbers as written", async () => {
    const text = lines(
      "# the set",
      "documents:",
      "  - id: ADR-0007",
      "    number: 0007",
      "    path: 'spec/it''s.md'   # quoted",
      "    title: >-",
      "      Tides",
      "      in general",
      "    date: 2026-03-01",
      "    version: 1.10",
      "    status: yes",
      "    language: no",
      "    owner:",
      "      - Ada",
      "      - Bo",
    );
    const { mentions, problems } = await parse(text);
    expect(problems).toEqual([]);
    expect(mentions).toHaveLength(1);
    expect(mentions[0]).toMatchObject({
      target: "spec/it's.md",
      listing: "$.documents[]",
      claims: {
        identifier: "ADR-0007",
        number: "0007",
        title: "Tides in general",
        date: "2026-03-01",
        version: "1.10",
        status: "yes",
        language: "no",
        owner: "Ada, Bo",
      },
    });
    expect(targetSource(text, mentions[0])).toBe("spec/it''s.md");
    expect(mentions[0]?.row).toEqual({ line: 3, column: 5, end: { line: 15, column: 11 } });
  });

  it("reads the same of YAML as of the JSON in it", async () => {
    const text = '{"documents": [{"path": "a.md", "title": "A"}]}';
    expect((await parse(text)).mentions.map(({ target, claims }) => [target, claims])).toEqual([["a.md", { title: "A" }]]);
  });

  it("reads several documents of one stream as a list", async () => {
    const { mentions } = await parse("path: a.md\ntitle: A\n---\npath: b.md\n...\n---\ntitle: C\n");
    expect(mentions.map(({ target, notation, listing }) => [target, notation, listing])).toEqual([
      ["a.md", "link", "$[]"],
      ["b.md", "link", "$[]"],
      ["C", "title", "$[]-titles"],
    ]);
  });

  it("follows anchors to scalars and merged maps", async () => {
    const text = lines(
      "base: &base",
      "  owner: Ada",
      "  status: Draft",
      "files:",
      "  - <<: *base",
      "    path: &p a.md",
      "    status: Final",
      "  - file: *p",
    );
    const { mentions } = await parse(text);
    expect(mentions.map((mention) => [mention.target, mention.claims, targetSource(text, mention)])).toEqual([
      ["a.md", { status: "Final", owner: "Ada" }, "a.md"],
      ["a.md", {}, "*p"],
    ]);
  });

  it("costs nothing on a bomb of aliases", async () => {
    const levels = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}*a${level}]`);
    const started = performance.now();
    const { mentions } = await parse(lines("a0: &a0 [x.md]", ...levels, "files: *a30"));
    expect(listedTargets({ mentions, problems: [], externalUrlCount: 0 })).toEqual(["x.md"]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("tells of a key that stands twice and of broken syntax, and reads what it can", async () => {
    const { mentions, problems } = await parse(lines("files:", "  - path: a.md", "    path: b.md", "  - path: c.md", "   bad: [x"));
    expect(mentions.map(({ target }) => target)).toEqual(expect.arrayContaining(["a.md", "c.md"]));
    expect(problems[0]).toEqual({
      message: 'the key "path" stands twice in one object',
      place: { line: 3, column: 5, end: { line: 3, column: 9 } },
    });
    expect(problems.slice(1).map(({ place }) => place.line >= 4)).not.toContain(false);
    expect(problems.length).toBeGreaterThan(1);
  });

  it("reads no deeper than 100 levels and says so, however deep it is", async () => {
    for (const mark of ["[", "- ", "{a: ", "? "]) {
      const { mentions, problems } = await parse(mark.repeat(5000));
      expect(mentions).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  it("counts a BOM and CRLF in places", async () => {
    const text = '\uFEFFfiles:\r\n  - größe 🙂.md\r\n  - "b.md"\r\n';
    const { mentions } = await parse(text);
    expect(mentions.map(({ place }) => place)).toEqual([
      { line: 2, column: 5, end: { line: 2, column: 16 } },
      { line: 3, column: 6, end: { line: 3, column: 10 } },
    ]);
  });

  it("leaves the names of other forms to them", () => {
    const others = ["mkdocs.yml", "toc.yml", "_toc.yml", "myst.yml", "datapackage.yaml", "a.json"];
    expect(others.filter((path) => manifestYaml.isForm(path, ""))).toEqual([]);
    expect(["INDEX.yml", "seeds/manifest.yaml"].every((path) => manifestYaml.isForm(path, ""))).toBe(true);
  });

  it("finds every path that the yaml package writes, at its place", async () => {
    const path = fc
      .tuple(fc.stringMatching(/^[a-z0-9 ']{1,8}$/), fc.constantFrom("md", "pdf", "txt"))
      .map(([name, extension]) => `x${name}.${extension}`);
    const record = fc.record({ path, title: fc.string(), description: fc.string({ unit: "grapheme" }), pages: fc.integer() });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1 }), async (records) => {
        const text = stringify({ documents: records }, { lineWidth: 0 });
        const { mentions, problems } = await parse(text);
        expect(problems).toEqual([]);
        expect(mentions.map(({ target }) => target)).toEqual(records.map((each) => each.path));
        const isQuoted = (source: string, target: string) => source === target || source.replaceAll("''", "'") === target;
        expect(mentions.filter((mention) => !isQuoted(targetSource(text, mention) ?? "", mention.target))).toEqual([]);
      }),
      { seed: 37, numRuns: 200 },
    );
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const text = lines(
      "files:",
      "  - path: a.md",
      '    title: "x"',
      "  - {path: b.md, related: [c.md]}",
      "  - &z",
      "    d.md: |",
      "      words",
      "  - *z",
    );
    const change = fc.record({
      at: fc.nat(200),
      length: fc.nat(10),
      insert: fc.constantFrom("", "\n", "\t", '"', "'", "{", "]", ": ", "- ", "&", "*", "!", "|", ">", "%", "@", "---\n", "...\n", "\0"),
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
      { seed: 41, numRuns: 200 },
    );
  });
});
