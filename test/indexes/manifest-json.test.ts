import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifestJson } from "../../src/indexes/manifest-json.ts";
import { indexFaults, listedTargets, mutate, targetSource } from "./index-faults.ts";

const SHA256 = "6d7ebc44c5bc26207e62f4f628f912e1a0f41ed11764891aa7dd99eab83228e7";
const parse = (value: unknown) => parseText(typeof value === "string" ? value : JSON.stringify(value, null, 2));
const parseText = (text: string, path = "manifest.json") => manifestJson.parse(text, path);

describe("manifestJson", () => {
  it("reads a list of records with all their claims", async () => {
    const text = `{
  "title": "Harbour set", "version": "3",
  "documents": [
    {
      "id": "REQ-7", "number": "0007", "title": "Tides", "path": "spec/tides.md", "description": "How  heights\\nare computed",
      "kind": "specification", "language": "en", "date": "2026-03-01", "version": 1.10, "status": "Draft",
      "size": 2346, "checksum": "sha256:${SHA256}", "owner": ["Ada", {"name": "Bo"}], "source": "https://x.example/t"
    }
  ]
}`;
    const { mentions, problems, externalUrlCount } = await parseText(text);
    expect(problems).toEqual([]);
    expect(externalUrlCount).toBe(0);
    expect(mentions).toHaveLength(1);
    expect(mentions[0]).toMatchObject({
      target: "spec/tides.md",
      notation: "link",
      role: "listing",
      listing: "$.documents[]",
      label: "Tides",
      sections: [],
      bases: [],
      claims: {
        identifier: "REQ-7",
        number: "0007",
        title: "Tides",
        description: "How heights are computed",
        kind: "specification",
        language: "en",
        date: "2026-03-01",
        version: "1.10",
        status: "Draft",
        size: { value: 2346, unit: "byte" },
        checksum: { algorithm: "sha256", value: SHA256 },
        owner: "Ada, Bo",
        sourceUrl: "https://x.example/t",
      },
    });
    expect(targetSource(text, mentions[0])).toBe("spec/tides.md");
    const last = text.split("\n")[6] ?? "";
    expect(mentions[0]?.row).toEqual({ line: 4, column: 5, end: { line: 7, column: last.indexOf('/t"') + 3 } });
  });

  it.each(["documents", "entries", "items", "files"])("reads a list under %s, and a list at the top", async (key) => {
    const records = [
      { path: "a.md", title: "A" },
      { path: "b", title: "B" },
    ];
    for (const value of [{ [key]: records }, records]) {
      const { mentions } = await parse(value);
      expect(mentions.map(({ target, notation, claims }) => [target, notation, claims])).toEqual([
        ["a.md", "link", { title: "A" }],
        ["b", "link", { title: "B" }],
      ]);
    }
  });

  it("reads an object whose keys are paths: records, checksums, words, lists of a folder's files", async () => {
    const { mentions } = await parse({
      "a.md": { title: "A", status: "Final" },
      "b/c.pdf": SHA256,
      "d.md": "How to dock",
      "old/": ["e.md"],
      "f.md": { path: "g/f.md", title: "F" },
    });
    expect(mentions.map(({ target, claims, bases }) => [target, claims, bases])).toEqual([
      ["a.md", { title: "A", status: "Final" }, []],
      ["b/c.pdf", { checksum: { algorithm: "sha256", value: SHA256 } }, []],
      ["d.md", { description: "How to dock" }, []],
      ["e.md", {}, ["old/"]],
      ["g/f.md", { title: "F" }, []],
    ]);
  });

  it("reads an object from title to path", async () => {
    const { mentions } = await parse({ Introduction: "intro.md", "Set up": "guide/setup.md" });
    expect(mentions.map(({ target, claims, notation }) => [target, claims.title, notation])).toEqual([
      ["intro.md", "Introduction", "path"],
      ["guide/setup.md", "Set up", "path"],
    ]);
  });

  it("reads nested groups with their names as sections and their folder as base", async () => {
    const { mentions } = await parse({
      name: "All",
      root: "docs/",
      specs: { tides: { path: "tides.md" } },
      groups: [{ title: "Guides", files: ["one.md", "two.md"], children: [{ title: "Deep", items: [{ path: "deep.md", title: "D" }] }] }],
    });
    expect(mentions.map(({ target, sections, bases, claims }) => [target, sections, bases, claims])).toEqual([
      ["tides.md", [], ["docs/"], { title: "tides" }],
      ["one.md", ["groups", "Guides"], ["docs/"], {}],
      ["two.md", ["groups", "Guides"], ["docs/"], {}],
      ["deep.md", ["groups", "Guides", "Deep"], ["docs/"], { title: "D" }],
    ]);
  });

  it("takes several files of a record that has an identifier for its own, and related ones for passing", async () => {
    const { mentions } = await parse([
      { id: "S-1", files: ["s.md", "s.pdf"], related: ["t.md"], tags: ["tide.x"] },
      { path: "u.md; v.md", figure: "u.svg" },
    ]);
    expect(mentions.map(({ target, role, claims }) => [target, role, claims])).toEqual([
      ["s.md", "listing", { identifier: "S-1" }],
      ["s.pdf", "listing", { identifier: "S-1" }],
      ["t.md", "passing", {}],
      ["u.md", "listing", {}],
      ["v.md", "listing", {}],
      ["u.svg", "passing", {}],
    ]);
  });

  it("reads wrapped fields and named checksums and sizes", async () => {
    const { mentions } = await parse([
      {
        file: "a.md",
        metadata: { title: "A", lastUpdated: "2026-01-02" },
        checksum: { algorithm: "SHA-256", value: SHA256 },
        size: { value: 3, unit: "pages" },
      },
      { file: "b.md", hashes: { sha256: SHA256 }, size_kb: 4, type: "file", docType: "paper" },
    ]);
    expect(mentions.map(({ claims }) => claims)).toEqual([
      { title: "A", date: "2026-01-02", checksum: { algorithm: "sha256", value: SHA256 }, size: { value: 3, unit: "page" } },
      { checksum: { algorithm: "sha256", value: SHA256 }, size: { value: 4, unit: "KB" }, kind: "paper" },
    ]);
  });

  it("lists records without a path by title or identifier, and records with a URL only by it", async () => {
    const { mentions } = await parse({
      documents: [
        { id: "RFC-2", title: "Two", owner: { name: "Ada" } },
        { id: "RFC-3" },
        { title: "Group", parts: [{ note: "x" }] },
        { title: "Four", url: "https://code.example/o/r/blob/main/4.md" },
      ],
    });
    expect(mentions.map(({ target, notation, listing }) => [target, notation, listing])).toEqual([
      ["Two", "title", "$.documents[]-titles"],
      ["RFC-3", "title", "$.documents[]-titles"],
      ["https://code.example/o/r/blob/main/4.md", "link", "$.documents[]"],
    ]);
  });

  it("lists nothing of settings, schemas, excluded files, mail addresses and plain data", async () => {
    const value = {
      $schema: "./schema.json",
      exclude: ["x.md"],
      contact: { mail: "desk@harbour.org" },
      output: { dir: "out/page.html" },
      counts: [1, 2],
      people: [{ name: "Ada", role: "lead" }],
    };
    expect((await parse(value)).mentions).toEqual([]);
  });

  it("reads what stands around a fault, and tells its place", async () => {
    const { mentions, problems } = await parseText('[{"path": "a.md",}, {"path": "b.md", "path": "c.md"}]');
    expect(mentions.map(({ target }) => target)).toContain("a.md");
    expect(problems.map(({ message, place }) => [message, place.column])).toEqual([
      ["it is not valid JSON: property name expected", 18],
      ["it is not valid JSON: value expected", 18],
      ['the key "path" stands twice in one object', 39],
    ]);
  });

  it("forgives comments and trailing commas where the extension says so", async () => {
    const text = '// set\n[{"path": "a.md",},]\n';
    expect((await parseText(text, "a.jsonc")).problems).toEqual([]);
    expect((await parseText(text, "a.json")).problems.length).toBeGreaterThan(0);
  });

  it("counts a BOM and CRLF in places", async () => {
    const text = '\uFEFF[\r\n  {"path": "größe 🙂.md"}\r\n]';
    const { mentions, problems } = await parseText(text);
    expect(problems).toEqual([]);
    expect(mentions[0]?.place).toEqual({ line: 2, column: 13, end: { line: 2, column: 24 } });
  });

  it("reads no deeper than 100 levels, and says so", async () => {
    for (const text of ["[".repeat(200_000), `${"[".repeat(101)}${"]".repeat(101)}`, '{"a":'.repeat(100_000)]) {
      const { mentions, problems } = await parseText(text);
      expect(mentions).toEqual([]);
      expect(problems.map(({ message }) => message)).toEqual(["it is nested deeper than 100 levels"]);
    }
  });

  it("leaves the names of other forms to them", () => {
    const others = ["toc.json", "datapackage.json", "ro-crate-metadata.json", "a.jsonl", "a.json.md"];
    expect(others.filter((path) => manifestJson.isForm(path, ""))).toEqual([]);
    expect(["INDEX.json", "seeds/manifest.jsonc"].every((path) => manifestJson.isForm(path, ""))).toBe(true);
  });

  it("finds every path of a record, whatever the other values are", async () => {
    const path = fc
      .tuple(fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.constantFrom("md", "pdf", "txt"))
      .map(([name, extension]) => `${name}.${extension}`);
    const record = fc.record({ path, title: fc.string(), description: fc.string({ unit: "grapheme" }), pages: fc.integer() });
    await fc.assert(
      fc.asyncProperty(fc.array(record), async (records) => {
        const text = JSON.stringify({ documents: records });
        const parsed = await parseText(text);
        expect(listedTargets(parsed)).toEqual(records.map((each) => each.path));
        expect(parsed.mentions.map((mention) => targetSource(text, mention))).toEqual(records.map((each) => each.path));
      }),
      { seed: 23, numRuns: 200 },
    );
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const text = JSON.stringify(
      {
        documents: [
          { path: "a.md; b.md", title: 'x "y"' },
          { id: 1, files: ["c.md"] },
        ],
        "d.md": null,
      },
      null,
      1,
    );
    const change = fc.record({
      at: fc.nat(300),
      length: fc.nat(10),
      insert: fc.constantFrom("", "\n", '"', "{", "}", "[", "]", ":", ",", "\\u12", "/*"),
    });
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          change.map((slip) => mutate(text, slip)),
          json,
          fc.string({ unit: "binary", maxLength: 100 }),
        ),
        async (source) => {
          expect(indexFaults(source, await parseText(source))).toEqual([]);
        },
      ),
      { seed: 29, numRuns: 250 },
    );
  });
});
