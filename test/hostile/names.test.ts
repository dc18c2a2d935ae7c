/** Names that are legal and unpleasant: decomposed letters, line breaks, escape sequences, bytes that are no text. */
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { skipped, temporarySet, told } from "./temporary-set.ts";

describe("names in another Unicode form", () => {
  it("are found whichever form the index and the file are in", async () => {
    const set = temporarySet({
      "INDEX.md": "- [Composed](caf\u00e9.md)\n- [Decomposed](re\u0301sume\u0301.md)\n",
      "cafe\u0301.md": "# Composed\n",
      "r\u00e9sum\u00e9.md": "# Decomposed\n",
    });
    const { report } = await set.check();
    expect(report.entries.map(({ path }) => path)).toEqual(["cafe\u0301.md", "r\u00e9sum\u00e9.md"]);
    expect(told(report)).toEqual([]);
  });

  it("are two files where both forms are there, and the exact one is meant", async () => {
    const set = temporarySet({
      "INDEX.md": "- [One](caf\u00e9.md)\n- [Two](cafe\u0301.md)\n",
      "caf\u00e9.md": "# One\n",
      "cafe\u0301.md": "# Two\n",
    });
    const { report } = await set.check();
    expect(report.entries.map(({ path }) => path)).toEqual(["caf\u00e9.md", "cafe\u0301.md"]);
    expect(report.documents.map(({ title }) => title)).toEqual(["Two", "One"]);
  });
});

describe("names that a terminal or a shell would misread", () => {
  const names = ["new\nline.md", "esc\x1b[31m.md", "bell\x07.md", "\u202etxt.md", "-rf.md", " blank.md", "quote'\".md", "c1\x9b.md"];

  it("are documents like others, spelled in the report as the file system spells them", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a.md)\n", "a.md": "# A\n", ...Object.fromEntries(names.map((name) => [name, "# X\n"])) });
    const { report } = await set.check();
    expect(report.documents.map(({ path }) => path)).toEqual([...names, "a.md"].sort());
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("are found where the index writes them in percent-escapes", async () => {
    const set = temporarySet({
      "INDEX.md": names.map((name, at) => `- [Document ${at}](${encodeURIComponent(name).replaceAll("'", "%27")})\n`).join(""),
      ...Object.fromEntries(names.map((name, at) => [name, `# Document ${at}\n`])),
    });
    const { report } = await set.check();
    expect(report.entries.map(({ path }) => path)).toEqual(names);
    expect(told(report)).toEqual([]);
  });
});

describe("names whose bytes are no UTF-8", () => {
  it.skipIf(process.platform !== "linux")("are skipped, and said to be", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a.md)\n", "a.md": "# A\n" });
    writeFileSync(Buffer.concat([Buffer.from(`${set.root}/bad`), Buffer.of(0xff), Buffer.from(".md")]), "# X\n");
    const { report } = await set.check();
    expect(report.documents.map(({ path }) => path)).toEqual(["a.md"]);
    expect(skipped(report).filter((line) => line.startsWith("walk"))).toEqual([
      "walk bad\ufffd.md: it could not be listed (its name is not valid UTF-8)",
    ]);
  });

  it("are documents where the name really holds a replacement character", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a\ufffd.md)\n", "a\ufffd.md": "# A\n" });
    expect((await set.check()).report.documents.map(({ path }) => path)).toEqual(["a\ufffd.md"]);
  });
});
