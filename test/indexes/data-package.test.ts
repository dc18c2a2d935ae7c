import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataPackage } from "../../src/indexes/data-package.ts";
import { indexFaults, listedTargets, mutate, targetSource } from "./index-faults.ts";

const FIXTURES = new URL("./fixtures/data-package/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FIXTURES), "utf8");
const parse = (text: string, path = "datapackage.json") => dataPackage.parse(text, path);
const MD5 = "1234567890abcdef1234567890abcdef";

describe("dataPackage", () => {
  it.each(["datapackage.json", "datapackage.yaml"])("reads the resources that frictionless describes in %s", async (file) => {
    const text = read(file);
    const parsed = await parse(text, file);
    expect(parsed.problems).toEqual([]);
    expect(parsed.mentions.map((mention) => targetSource(text, mention))).toEqual(["data/datum list.csv", "data/heights.csv", "notes.md"]);
    expect(parsed.mentions[2]).toMatchObject({
      target: "notes.md",
      notation: "link",
      role: "listing",
      claims: {
        title: "notes",
        size: { value: 8, unit: "byte" },
        checksum: { algorithm: "sha256", value: "365d0b84ae63c2afc293dedd2b00bdf0dc8d6ef70c9297d90f9e5682ab0d72ee" },
      },
    });
    expect(indexFaults(text, parsed)).toEqual([]);
  });

  it("reads titles, sources and a bare MD5 hash, and passes over inline data", async () => {
    const { mentions, externalUrlCount } = await parse(
      JSON.stringify({
        title: "Harbour data",
        licenses: [{ name: "CC0-1.0", path: "https://licences.example/cc0" }],
        resources: [
          {
            name: "h",
            title: "Heights",
            description: "Hourly heights",
            path: "h.csv",
            hash: MD5,
            bytes: 12,
            version: "1.10",
            sources: [{ title: "Office", path: "https://office.example/h" }],
            schema: "schemas/h.json",
          },
          { name: "inline", data: [{ a: 1 }] },
          { name: "web", path: "https://data.example/x.csv" },
        ],
      }),
    );
    expect(mentions.map(({ target, role, sections, claims }) => ({ target, role, sections, claims }))).toEqual([
      {
        target: "h.csv",
        role: "listing",
        sections: ["Harbour data"],
        claims: {
          title: "Heights",
          description: "Hourly heights",
          version: "1.10",
          sourceUrl: "https://office.example/h",
          size: { value: 12, unit: "byte" },
          checksum: { algorithm: "md5", value: MD5 },
        },
      },
      { target: "schemas/h.json", role: "passing", sections: ["Harbour data"], claims: {} },
    ]);
    expect(externalUrlCount).toBe(1);
  });

  it("claims neither hash nor size of one file of a resource in several", async () => {
    const parsed = await parse(`{"resources": [{"name": "parts", "path": ["a.csv", "b.csv"], "hash": "${MD5}", "bytes": 9}]}`);
    expect(parsed.mentions.map(({ target, claims }) => [target, claims])).toEqual([
      ["a.csv", { title: "parts" }],
      ["b.csv", { title: "parts" }],
    ]);
  });

  it("keeps what can be read of a broken file, with the place of the fault", async () => {
    const text = '{"resources": [{"path": "a.csv"} {"path": "b.csv"}]}';
    const parsed = await parse(text);
    expect(listedTargets(parsed)).toEqual(["a.csv", "b.csv"]);
    expect(parsed.problems).toEqual([
      { message: "it is not valid JSON: comma expected", place: { line: 1, column: 34, end: { line: 1, column: 35 } } },
    ]);
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const text = read("datapackage.json");
    const change = fc.record({
      at: fc.nat(3000),
      length: fc.nat(30),
      insert: fc.constantFrom("", "\n", "\\", '"', "{", "]", ",", "//", "\uFEFF"),
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
      { seed: 13, numRuns: 200 },
    );
  });
});
