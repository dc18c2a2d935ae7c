import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatePool } from "../../src/paths/candidate-pool.ts";
import { nameFactsOf } from "../../src/paths/name-facts.ts";
import { listing } from "./path-context.ts";

function poolOf(missing: string, files: readonly string[], over: { titleWords?: readonly string[]; isFolder?: boolean } = {}): string[] {
  const name = nameFactsOf(missing, true);
  const wanted = { name, number: name.number?.number ?? null, titleWords: [], isFolder: false, ...over };
  return candidatePool(wanted, listing(files)).map(({ path }) => path);
}

describe("candidatePool", () => {
  it("gathers what shares a stem, a number, a word, the title's word or three letters in a row, and nothing else", () => {
    const files = ["x/tide-table.pdf", "x/0012-moon.md", "x/sea-tide.md", "x/harbour.md", "x/tidf-tabel.md", "x/unlike.md"];
    expect(poolOf("0012-tide.md", files, { titleWords: ["harbour"] })).toEqual([
      "x/0012-moon.md",
      "x/harbour.md",
      "x/sea-tide.md",
      "x/tide-table.pdf",
      "x/tidf-tabel.md",
    ]);
    expect(poolOf("tide-table.md", ["x/tide-table.pdf"])).toEqual(["x/tide-table.pdf"]);
  });

  it("gives folders where one may be meant, and nothing of git's own", () => {
    expect(poolOf("specs/", ["old/specs/a.md", ".git/specs/b.md"], { isFolder: true })).toEqual(["old/specs"]);
    expect(poolOf("specs/", ["old/specs/a.md"])).toEqual([]);
  });

  it("takes those nearest in the order of paths where more than a hundred share something", () => {
    const files = Array.from({ length: 300 }, (_, at) => `s${String(at).padStart(3, "0")}/README.md`);
    const pool = poolOf("s200/x/README.md", files);
    expect([pool.length, pool[0], pool.at(-1)]).toEqual([100, "s151/README.md", "s250/README.md"]);
    expect(poolOf("a/README.md", files)[0]).toBe("s000/README.md");
    expect(poolOf("z/README.md", files).at(-1)).toBe("s299/README.md");
  });

  it("misses none that shares a word, in sets of up to a hundred files", () => {
    const word = fc.constantFrom("tide", "sea", "moon", "light", "wire", "node");
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `${words.join("-")}.md`);
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 20 }), (missing, files) => {
        const words = nameFactsOf(missing, true).words;
        const sharing = files.filter((file) => nameFactsOf(file, true).words.some((one) => words.includes(one)));
        expect(poolOf(missing, files)).toEqual(expect.arrayContaining(sharing));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
