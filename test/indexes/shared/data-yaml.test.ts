import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { DataNode } from "../../../src/indexes/shared/data-tree.ts";
import { parseYamlTree } from "../../../src/indexes/shared/data-yaml.ts";
import { parsePlainYaml } from "../../../src/indexes/shared/data-yaml-plain.ts";
import { mutate } from "../index-faults.ts";

const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const PLAIN = lines(
  "# set",
  "title: Harbour set",
  "documents:",
  "- id: A-1",
  "  path: docs/a.md",
  '  title: "One: two" ',
  "  tags:",
  "  - x",
  "  -",
  "  - y: z",
  "    w:",
  "-   path: 'b c.md'",
  "    nested:",
  "        - - deep",
  "          - 1.10",
  "        -",
  "          k: v#w",
  "",
  "empty:",
  "last: https://x.example/a?b",
);
/** Without the ends of collections, which a closing quote or a comment may follow, and the offsets of empty values, which nothing marks. */
function written(node: DataNode): unknown {
  switch (node.type) {
    case "scalar":
      return node.text === "" ? { text: "" } : node;
    case "list":
      return { from: node.from, items: node.items.map(written) };
    case "map":
      return { from: node.from, members: node.members.map(({ key, value }) => [key, written(value)]) };
  }
}

/** What `parseDataTree` gives is one of both: they must not differ where the fast one answers. */
async function expectSame(text: string): Promise<boolean> {
  const plain = parsePlainYaml(text);
  if (plain === null) return false;
  const full = await parseYamlTree(text);
  expect(plain.roots.map(written)).toEqual(full.roots.map(written));
  expect(plain.problems).toEqual(full.problems);
  return true;
}

describe("parsePlainYaml", () => {
  it("gives the tree and offsets of the yaml package", async () => {
    for (const text of [PLAIN, PLAIN.replaceAll("\n", "\r\n"), `\uFEFF${PLAIN}`, PLAIN.trimEnd()])
      expect(await expectSame(text)).toBe(true);
  });

  it("tells of keys that stand twice, as the other reading does", async () => {
    expect(parsePlainYaml("a: 1\na: 2\n")?.problems).toHaveLength(1);
    expect(await expectSame("a: 1\nb:\n  c: 1\n  c: 2\na: 2\n")).toBe(true);
  });

  it.each([
    "a: [b]",
    "a: {b: c}",
    "a: |\n  b",
    "a: >-\n  b",
    "a: &x b",
    "a: *x",
    "a: !t b",
    "a: b\n  c",
    'a: "b\\n"',
    "a: 'it''s'",
    "a: b: c",
    "a: b # c",
    "a: # c",
    "? a\n: b",
    "---\na: b",
    "a: b\n...\n",
    "%YAML 1.2\n---\na: b",
    "a:\tb",
    "\ta: b",
    "a: b\n c: d",
    "  a: b\nc: d",
    "- a\nb: c",
    "a:\n- b\n c: d",
    "- a: b\n - c",
    "plain words",
    "",
    "a: -",
    "a: @b",
    "a: `b",
    '"a": "b" c',
    "<<: *a",
    "a: b\rc: d",
    "- -- a",
    "-a",
    "a: b:",
  ])("leaves %j to the yaml package, or reads it as that does", async (text) => {
    await expectSame(text);
    expect(parsePlainYaml(text)?.problems ?? []).toEqual([]);
  });

  it("reads what the yaml package writes of records of plain words", async () => {
    const word = fc.stringMatching(/^[a-zA-Z][a-z0-9_./ -]{0,10}[a-z0-9]$/);
    const value = fc.oneof(word, fc.integer({ min: 0 }).map(String), fc.array(word, { minLength: 1, maxLength: 3 }));
    const record = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), value, { minKeys: 1, maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 5 }), async (records) => {
        expect(await expectSame(stringify({ documents: records }, { lineWidth: 0 }))).toBe(true);
      }),
      { seed: 43, numRuns: 150 },
    );
  });

  it("never differs from the yaml package on any change of a text", async () => {
    const insert = fc.constantFrom(
      "",
      " ",
      "  ",
      "\n",
      "\n\n",
      "\r",
      "\t",
      ":",
      ": ",
      "-",
      "- ",
      "#",
      " #",
      '"',
      "'",
      "?",
      ",",
      "[",
      "]",
      "{",
      "&a ",
      "*a",
      "!x ",
      "|",
      ">",
      "%",
      "@",
      "~",
      "---\n",
      "...\n",
      "é",
      "🙂",
    );
    const change = fc.record({ at: fc.nat(400), length: fc.nat(6), insert });
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    let plainCount = 0;
    await fc.assert(
      fc.asyncProperty(changes, async (slips) => {
        if (await expectSame(slips.reduce(mutate, PLAIN))) plainCount++;
      }),
      { seed: 47, numRuns: 1500 },
    );
    expect(plainCount).toBeGreaterThan(200);
  });

  it("never differs from the yaml package on small texts of YAML's own marks", async () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "b", " ", "  ", "\n", ":", ": ", "- ", "-", "#", '"', "'", ".", "/"),
      maxLength: 24,
    });
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        await expectSame(source);
      }),
      { seed: 53, numRuns: 3000 },
    );
  });
});

describe("parseYamlTree", () => {
  const depthOf = (node: DataNode): number => {
    if (node.type === "scalar") return 0;
    const below = node.type === "list" ? node.items : node.members.map(({ value }) => value);
    return 1 + Math.max(0, ...below.map(depthOf));
  };

  it("leaves out a document that nests too deep, and reads the others of its stream", async () => {
    const { roots, problems } = await parseYamlTree(`a: b\n---\n${"- ".repeat(102)}x\n---\nc: d\n`);
    expect(roots.map((root) => root.type)).toEqual(["map", "map"]);
    expect(problems).toEqual([{ message: "it is nested deeper than 100 levels", from: 211, to: 211 }]);
  });

  it("reads 100 levels", async () => {
    const { roots, problems } = await parseYamlTree(`${"- ".repeat(100)}x\n`);
    expect(problems).toEqual([]);
    expect(roots.map(depthOf)).toEqual([100]);
  });
});
