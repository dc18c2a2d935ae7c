import { readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_DOCUMENT_BYTES } from "../src/engine/load-documents.ts";
import { SeedcheckError } from "../src/errors.ts";
import { inspectDocument as exported } from "../src/index.ts";
import { inspectDocument, inspectDocuments } from "../src/inspect.ts";
import { renderInspectionsAsJson } from "../src/reporters/inspection/json.ts";
import { renderInspectionsForTerminal } from "../src/reporters/inspection/terminal.ts";
import { folderWith } from "./cli/run-command.ts";
import { inspectionsOf } from "./reporters/sample-inspection.ts";
import { STATION, STATION_WITH_NEWS } from "./support/station-set.ts";

const SCHEMA = JSON.parse(readFileSync(new URL("../src/reporters/inspection.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(SCHEMA);
const NEWS_SET = folderWith(STATION_WITH_NEWS);
const SET = folderWith(STATION);

async function failureOf(path: string, cwd: string): Promise<readonly [string, string]> {
  try {
    await inspectDocument(path, { cwd });
  } catch (error) {
    if (error instanceof SeedcheckError) return [error.code, error.message];
    throw error;
  }
  throw new Error("it was inspected");
}

describe("an inspection of a file by itself", () => {
  const inspect = async (name: string, content: string | Uint8Array) => {
    const cwd = folderWith({ ".git/HEAD": "" });
    writeFileSync(join(cwd, name), content);
    return await inspectDocument(name, { cwd });
  };

  it("is exported by the library", () => {
    expect(exported).toBe(inspectDocument);
  });

  it("gives path, bytes, hash, type, encoding, lines and words", async () => {
    expect(await inspect("a.md", "# RFC 9110: Gates\n\nTwo words\n")).toMatchObject({
      path: "a.md",
      bytes: 29,
      sha256: "da8c21a050df810a8cba84045271645bcdb638968b579e84c83b541ca4ed3bd5",
      type: { content: "text/markdown", name: "text/markdown" },
      encoding: "utf-8",
      lines: 3,
      words: 5,
      titles: [{ text: "RFC 9110: Gates", line: 1, source: "heading", isGeneric: false, identifiers: ["RFC 9110"] }],
      kind: null,
      look: null,
      errorPage: null,
      pointer: null,
      conflictMarkers: [],
      problems: [],
      set: null,
    });
  });

  it("gives both types where content and name differ, and null where the name says nothing", async () => {
    expect((await inspect("a.md", "<!doctype html><title>x</title>")).type).toEqual({ content: "text/html", name: "text/markdown" });
    expect((await inspect("a.pdf", "just words\n")).type).toEqual({ content: "text/plain", name: "application/pdf" });
    expect((await inspect("a", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).type).toEqual({
      content: "image/png",
      name: null,
    });
  });

  it("takes from a first line only identifiers in capitals", async () => {
    const titlesOf = async (text: string) => (await inspect("a.txt", text)).titles.flatMap(({ identifiers }) => identifiers);
    expect(await titlesOf("Flip 4 Deals and the RFC 9110 of cooking, best 55 recipes\n\nMore words follow here.\n")).toEqual(["RFC 9110"]);
  });

  it("says what a pointer, a conflict and an empty file are", async () => {
    const pointer = await inspect(
      "a.pdf",
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
    );
    expect([pointer.pointer?.system, pointer.look?.name]).toEqual(["git-lfs", "a pointer to a file that is not here"]);
    const conflict = await inspect("a.md", "# A\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n");
    expect(conflict.conflictMarkers.map(({ line }) => line)).toEqual([3, 5, 7]);
    const empty = await inspect("a.md", "");
    expect([empty.problems, empty.look?.name]).toEqual([[{ kind: "empty", message: "0 bytes" }], "an empty file"]);
  });

  it("holds further signals where they found something, and none of what has a place of its own", async () => {
    expect((await inspect("a.md", "# A\n\nWhole words.\n")).signals).toEqual({});
    const { signals } = await inspect("a.md", "---\nstatus: draft\n---\n\n# A\n\nSome code:\n\n```js\nconst a = 1;\nconst b =");
    expect(Object.keys(signals).sort()).toEqual(["completeness", "versions"]);
    expect(signals.completeness).toMatchObject({ ending: "open-fence" });
    expect(signals.versions).toMatchObject({ status: { line: 2, text: "draft" } });
  });

  it("hashes what is too large to be measured, and says so", async () => {
    const cwd = folderWith({ "a.txt": "" });
    truncateSync(join(cwd, "a.txt"), MAX_DOCUMENT_BYTES + 1);
    const inspection = await inspectDocument("a.txt", { cwd });
    expect(inspection).toMatchObject({ bytes: MAX_DOCUMENT_BYTES + 1, encoding: null, problems: [{ kind: "unreadable" }] });
    expect(inspection.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("refuses what is no file, and says which", async () => {
    const cwd = folderWith({ "a/b.md": "# B\n" });
    symlinkSync(join(cwd, "nothing"), join(cwd, "broken"));
    expect(await failureOf("c.md", cwd)).toEqual(["no-such-path", 'there is no file "c.md"']);
    expect(await failureOf("a/b.md/c", cwd)).toEqual(["no-such-path", 'there is no file "a/b.md/c"']);
    expect(await failureOf("x".repeat(5000), cwd)).toEqual(["no-such-path", `there is no file "${"x".repeat(5000)}"`]);
    expect(await failureOf("broken", cwd)).toEqual(["no-such-path", 'there is no file "broken"']);
    expect(await failureOf("a", cwd)).toEqual(["usage", '"a" is a folder, and inspect takes files']);
    expect(await failureOf("", cwd)).toEqual(["usage", "FILE is empty"]);
    expect(await failureOf("/dev/null", cwd)).toEqual(["unreadable-path", '"/dev/null" is no ordinary file']);
  });

  it("looks at every file of a call before it reads the first", async () => {
    const calls: string[] = [];
    const options = { cwd: SET, onProgress: ({ phase }: { readonly phase: string }) => calls.push(phase) };
    await expect(inspectDocuments(["seeds/pumps.md", "seeds/nothing.md"], options)).rejects.toThrow('there is no file "seeds/nothing.md"');
    expect(calls).toEqual([]);
  });
});

describe("the set of an inspected file", () => {
  it("names the entry that lists it, with its verdict and how well it fits", async () => {
    const { set } = await inspectDocument("seeds/pumps.md", { cwd: SET });
    expect(set).toMatchObject({
      root: ".",
      index: "seeds/INDEX.md",
      form: "markdown",
      entryCount: 5,
      path: "seeds/pumps.md",
      relation: "listed",
      listedAs: [{ index: "seeds/INDEX.md", line: 3, column: 18, target: "pumps.md", title: "Pump control", verdict: "right" }],
      fits: "listed",
      closest: { title: "Pump control" },
      findings: [],
    });
    expect(set?.listedAs[0]?.fit?.logOdds).toBeGreaterThan(3);
  });

  it("says of a document in another's place that it fits none, and what the check says of it", async () => {
    const { set } = await inspectDocument("seeds/flood-plan.md", { cwd: NEWS_SET });
    expect([set?.relation, set?.fits, set?.listedAs[0]?.title]).toEqual(["listed", "none", "Flood plan"]);
    expect(set?.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["scraped-page", "wrong-document"]));
  });

  it("says of two documents in each other's place that each fits the other's entry", async () => {
    const root = folderWith({
      ...STATION,
      "seeds/pumps.md": STATION["seeds/valves.md"] ?? "",
      "seeds/valves.md": STATION["seeds/pumps.md"] ?? "",
    });
    const [pumps, valves] = await inspectDocuments(["seeds/pumps.md", "seeds/valves.md"], { cwd: root });
    expect([pumps?.set?.fits, pumps?.set?.closest?.path]).toEqual(["best", "seeds/valves.md"]);
    expect([valves?.set?.fits, valves?.set?.closest?.path]).toEqual(["best", "seeds/pumps.md"]);
    expect(pumps?.set?.listedAs[0]?.verdict).toBe("wrong");
  });

  it("gives an unlisted document the entry that it fits best", async () => {
    const { set } = await inspectDocument("seeds/old/high-water.md", { cwd: NEWS_SET });
    expect(set).toMatchObject({
      relation: "unlisted",
      listedAs: [],
      fits: "best",
      closest: { title: "Flood plan", path: "seeds/flood-plan.md" },
    });
  });

  it("gives none to a document of another subject", async () => {
    const root = folderWith({ ...STATION, "seeds/news.md": STATION_WITH_NEWS["seeds/flood-plan.md"] ?? "" });
    const { set } = await inspectDocument("seeds/news.md", { cwd: root });
    expect([set?.relation, set?.fits]).toEqual(["unlisted", "none"]);
    expect(set?.closest).not.toBeNull();
  });

  it("may be another one than the file stands in: then it stands outside, and is compared all the same", async () => {
    const stray = folderWith({ "high-water.md": STATION["seeds/flood-plan.md"] ?? "" });
    const file = join(stray, "high-water.md");
    for (const options of [{ cwd: SET }, { cwd: stray, root: SET }]) {
      const { set } = await inspectDocument(file, options);
      expect([set?.relation, set?.path, set?.fits, set?.closest?.title]).toEqual(["outside", null, "best", "Flood plan"]);
    }
    expect((await inspectDocument(file, { cwd: SET })).path).toBe(file);
  });

  it("knows its own index", async () => {
    const { set } = await inspectDocument("seeds/INDEX.md", { cwd: SET });
    expect(set).toMatchObject({ relation: "index", listedAs: [], fits: "not-compared", closest: null, findings: [] });
  });

  it("has no comparison for a file without text", async () => {
    const root = folderWith({ ...STATION, "seeds/blob.bin": "" });
    writeFileSync(join(root, "seeds/blob.bin"), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3));
    const { set } = await inspectDocument("seeds/blob.bin", { cwd: root });
    expect([set?.relation, set?.fits, set?.closest]).toEqual(["unlisted", "not-compared", null]);
  });

  it("is checked once for several files", async () => {
    const paths = ["seeds/pumps.md", "seeds/valves.md", "seeds/alarms.md"];
    const together = await inspectDocuments(paths, { cwd: SET });
    const alone = await Promise.all(paths.map((path) => inspectDocument(path, { cwd: SET })));
    expect(together).toEqual(alone);
  });

  it("reads no index that is a link out of the root", async () => {
    const root = folderWith({ "set/a.md": "# A\n", "INDEX.md": "# Documents\n\n- [A](a.md): the first\n" });
    symlinkSync(join(root, "INDEX.md"), join(root, "set/INDEX.md"));
    const options = { cwd: join(root, "set"), root: "." };
    expect((await inspectDocument("a.md", options)).set).toBeNull();
    expect((await inspectDocument("a.md", { ...options, allowOutside: true })).set?.relation).toBe("listed");
  });

  it("says the same of a file from every directory, but for the paths", async () => {
    const here = await inspectDocument("seeds/pumps.md", { cwd: SET });
    const { path, set, ...there } = await inspectDocument(join(SET, "seeds/pumps.md"), { cwd: "/", root: SET });
    expect({ ...there, path: "seeds/pumps.md", set: { ...set, root: "." } }).toEqual(here);
    expect([path, set?.root]).toEqual([join(SET, "seeds/pumps.md").slice(1), SET.slice(1)]);
  });
});

describe("inspections of texts of every sort", () => {
  it("are valid after the schema, and safe to show", async () => {
    const root = folderWith(STATION);
    const pieces = [
      "# A\n",
      "Home | News | Sport\nSign up\nShare on Facebook\n",
      "<html><head><title>404 Not Found</title></head><body>Not Found</body></html>\n",
      "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n",
      "\x1b]0;owned\x07\u202eText \u200b\u200bhidden\u{e0041}\u{e0042}\n",
      "TODO: write this\n",
      "cafÃ© naÃ¯ve rÃ©sumÃ© Ã©tÃ©\n",
      "Status: Draft\nVersion: 2\n",
      "```\nopen",
      STATION["seeds/pumps.md"] ?? "",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { maxLength: 5 }),
        fc.constantFrom("x.md", "x.txt", "x.html"),
        async (parts, name) => {
          writeFileSync(join(root, "seeds", name), parts.join("\n"));
          const inspections = inspectionsOf(await inspectDocument(`seeds/${name}`, { cwd: root }));
          const json = renderInspectionsAsJson(inspections);
          expect(validate(JSON.parse(json)) || validate.errors).toBe(true);
          expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          const text = renderInspectionsForTerminal(inspections, { width: 80, isColour: false, isPlain: true });
          expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        },
      ),
      { seed: 20261125, numRuns: 60 },
    );
  });
});
