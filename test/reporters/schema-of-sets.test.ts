import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { checkSeedSet } from "../../src/check.ts";
import { json } from "../../src/reporters/json.ts";
import { terminal } from "../../src/reporters/terminal.ts";

const SCHEMA = JSON.parse(readFileSync(new URL("../../src/reporters/report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(SCHEMA);
const HOME = mkdtempSync(join(tmpdir(), "seedcheck-schema-"));

afterAll(() => rmSync(HOME, { recursive: true, force: true }));

/** Rows of an index: right, misspelt, in another case, leading out, anchored, numbered, planned, hostile, twice. */
const ROWS = [
  "- [Overview](overview.md): what it is",
  "- [Overview](overveiw.md): what it is",
  "- [Overview](Overview.md): what it is",
  "- [Outside](../../elsewhere.md): not ours",
  "- [Valves](valves.md#no-such-heading): every valve",
  "- [02 Valves](03-pumps.md)",
  "| 04 | `04-plan.md` | planned |",
  "- [Evil\u202e](evil\x1b[31m.md) - \u200bhidden",
  "See [the old plan](old/plan.md) and [the code](https://example.org/a/b/blob/main/valves.md).",
  "| valves.md | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 |",
];
const TEXTS = [
  "# Overview\n\nThe pump station has two pumps and one tank.\n",
  "",
  "   \n\n",
  "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n",
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
  "Home | News | Sport\nSign up\n\x1b]0;owned\x07\u202eText\n",
  "<html><head><title>404 Not Found</title></head><body>Not Found</body></html>",
];
const PATHS = ["seeds/overview.md", "seeds/valves.md", "seeds/03-pumps.md", "seeds/evil\x1b[31m.md", "seeds/extra.txt", "README.md"];

const set = fc.record({
  index: fc.option(fc.subarray(ROWS), { freq: 8 }),
  documents: fc.array(fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(...TEXTS)), { maxLength: 6 }),
});

describe("reports of sets of every sort", () => {
  it("are valid after the schema, and safe to show", async () => {
    let count = 0;
    const rules = new Set<string>();
    await fc.assert(
      fc.asyncProperty(set, async ({ index, documents }) => {
        const root = join(HOME, String(count++));
        mkdirSync(join(root, "seeds"), { recursive: true });
        if (index) writeFileSync(join(root, "seeds/INDEX.md"), `# Index\n\n${index.join("\n")}\n`);
        for (const [path, text] of documents) {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), text);
        }
        const { report, indexLines } = await checkSeedSet({ path: root, cwd: root });
        const options = { width: 80, isColour: false, isPlain: true, quiet: false, indexLines };
        expect(validate(JSON.parse(json.render(report, options))) || validate.errors).toBe(true);
        expect(terminal.render(report, options).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        for (const { rule } of report.findings) rules.add(rule);
      }),
      { seed: 20261101, numRuns: 60 },
    );
    expect([...rules]).toEqual(
      expect.arrayContaining(["missing-index", "missing-target", "wrong-case", "outside-root", "empty-file", "pointer-file"]),
    );
  });
});
