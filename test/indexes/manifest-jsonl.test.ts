import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifestJsonl } from "../../src/indexes/manifest-jsonl.ts";
import { indexFaults, listedTargets, mutate, targetSource } from "./index-faults.ts";

const parse = (text: string) => manifestJsonl.parse(text, "index.jsonl");

describe("manifestJsonl", () => {
  it("reads a record a line, with BOM, CRLF and blank lines", async () => {
    const text = '\uFEFF{"path": "a.md", "title": "A"}\r\n\r\n{"path": "b.md"}\r\n"c.md"\n{"title": "D"}';
    const { mentions, problems } = await parse(text);
    expect(problems).toEqual([]);
    expect(mentions.map(({ target, notation, listing, place }) => [target, notation, listing, place.line, place.column])).toEqual([
      ["a.md", "link", "$[]", 1, 12],
      ["b.md", "link", "$[]", 3, 11],
      ["D", "title", "$[]-titles", 5, 12],
    ]);
    expect(targetSource(text, mentions[0])).toBe("a.md");
  });

  it("reads a file of one line as a record too", async () => {
    expect((await parse('{"id": "X-1"}\n')).mentions.map(({ target }) => target)).toEqual(["X-1"]);
  });

  it("tells of the lines that are no JSON, and reads the others", async () => {
    const { mentions, problems } = await parse('{"path": "a.md"}\n{"path": \n{"path": "b.md"}\n');
    expect(mentions.map(({ target }) => target)).toEqual(["a.md", "b.md"]);
    expect(problems.map(({ place }) => place.line)).toEqual([2, 2]);
  });

  it("is the form of .jsonl and .ndjson", () => {
    expect(["a.jsonl", "x/a.NDJSON"].every((path) => manifestJsonl.isForm(path, ""))).toBe(true);
    expect(manifestJsonl.isForm("a.json", "")).toBe(false);
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const text = '{"path": "a.md"}\n{"path": "b.md", "related": ["c.md"]}\n';
    const change = fc.record({ at: fc.nat(100), length: fc.nat(10), insert: fc.constantFrom("", "\n", '"', "{", "]", "\r") });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          change.map((slip) => mutate(text, slip)),
          fc.string({ unit: "binary", maxLength: 100 }),
        ),
        async (source) => {
          const parsed = await parse(source);
          expect(indexFaults(source, parsed)).toEqual([]);
          expect(listedTargets(parsed).length).toBeLessThanOrEqual(source.length);
        },
      ),
      { seed: 31, numRuns: 150 },
    );
  });
});
