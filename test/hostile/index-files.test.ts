/** Indexes that are no ordinary text file. Each ends in a finding that says what it is; none hangs, none throws. */
import { chmodSync, mkdirSync, truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NO_PERMISSIONS, openedDuring, outsideOf, SENTINEL, skipped, temporarySet, told, withoutPrivileges } from "./temporary-set.ts";

const unreadable = (reason: string, index = "INDEX.md") =>
  `error unreadable-index ${index}:1:1 The index ${index} cannot be read: ${reason}.`;

describe("an index that is not a file", () => {
  it("is reported as a folder, found by its usual name or named by the caller", async () => {
    const set = temporarySet({ "seeds/INDEX.md/a.md": "# A\n" });
    for (const options of [{}, { path: "seeds/INDEX.md" }]) {
      const { report } = await set.check(options);
      expect(told(report)).toEqual([unreadable("it is a folder", "seeds/INDEX.md")]);
      expect(report.verdict).toBe("not-ready");
      expect(report.index).toBeNull();
    }
  });

  it("is reported as a FIFO, which is not waited for", async () => {
    const set = temporarySet({ "a.md": "# A\n" });
    set.fifo("INDEX.md");
    expect(told((await set.check()).report)).toEqual([unreadable("it is no ordinary file")]);
    expect(told((await set.check({ path: "INDEX.md" })).report)).toEqual([unreadable("it is no ordinary file")]);
  });

  it("is reported as a socket", async () => {
    const set = temporarySet({ "a.md": "# A\n" });
    await set.socket("INDEX.md");
    expect(told((await set.check()).report)).toEqual([unreadable("it is no ordinary file")]);
  });

  it("is reported as a link to nothing, and as a link to itself", async () => {
    const set = temporarySet({ "a.md": "# A\n" });
    set.link("INDEX.md", "gone.md");
    set.link("docs/INDEX.md", "INDEX.md");
    expect(told((await set.check()).report)).toEqual([unreadable("it is a link to nothing")]);
    expect(told((await set.check({ path: "docs/INDEX.md" })).report)).toEqual([
      unreadable("it is a link that leads to itself", "docs/INDEX.md"),
    ]);
  });

  it("is not read where it is a link out of the root, or lies in a folder that is one", async () => {
    const set = temporarySet({ "a.md": "# A\n" });
    set.link("INDEX.md", `${set.outside}/secret.md`);
    set.link("docs", set.outside);
    const reason = "it is a link that leads out of the root, and what lies outside is not read";
    const opened = await openedDuring(async () => {
      const { report } = await set.check();
      expect(told(report)).toEqual([unreadable(reason)]);
      expect(JSON.stringify(report)).not.toContain(SENTINEL);
      expect(told((await set.check({ path: "docs/secret.md" })).report)).toEqual([unreadable(reason, "docs/secret.md")]);
    });
    expect(opened.length).toBeGreaterThan(2);
    expect(outsideOf(set.root, opened)).toEqual([]);
  });

  it("is read out of the root where that is allowed", async () => {
    const set = temporarySet({ "a.md": "# A\n" });
    set.link("INDEX.md", `${set.outside}/secret.md`);
    expect((await set.check({ allowOutside: true })).report.index).toBe("INDEX.md");
  });

  it.skipIf(NO_PERMISSIONS)("is reported with the right that is missing", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a.md)\n", "a.md": "# A\n" });
    await set.check();
    for (const folder of ["..", "."]) chmodSync(set.path(folder), 0o755);
    chmodSync(set.path("INDEX.md"), 0);
    const { report } = await withoutPrivileges(() => set.check());
    expect(told(report)).toEqual([unreadable("it could not be read: permission denied (EACCES)")]);
    expect(report.findings[0]?.help).toBe("Give yourself the right to read it.");
  });
});

describe("an index that is no text", () => {
  const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", "latin1");

  it("is reported with its type", async () => {
    expect(told((await temporarySet({ "INDEX.md": png }).check()).report)).toEqual([unreadable("it is image/png, not text")]);
    expect(told((await temporarySet({ "INDEX.md": "%PDF-1.7\n%x\n" }).check()).report)).toEqual([
      unreadable("it is application/pdf, not text"),
    ]);
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 167 + (at >> 3)) % 256));
    expect(told((await temporarySet({ "INDEX.md": noise }).check()).report)).toEqual([
      unreadable("it is application/octet-stream, not text"),
    ]);
  });

  it("is no document of the set either", async () => {
    const { report } = await temporarySet({ "INDEX.md": png, "a.md": "# A\n" }).check();
    expect(report.documents.map(({ path }) => path)).toEqual(["a.md"]);
  });

  it("is not read where it has 200 MB", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a.md)\n", "a.md": "# A\n" });
    truncateSync(set.path("INDEX.md"), 200 * 1024 * 1024);
    expect(told((await set.check()).report)).toEqual([unreadable("it has 209,715,200 bytes, and the limit is 16,777,216")]);
  });
});

describe("an index of an unusual encoding", () => {
  const text = "# Index\n\n- [Ä](a.md): the first\n- [B](gone.md): the second\n";
  const missing = 'error missing-target INDEX.md:4:7 The target "gone.md" of "B" is not there. Looked for "gone.md".';
  const encodings: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16LE with a mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16BE with a mark", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-16LE without a mark", Buffer.from(text, "utf16le")],
    ["windows-1252", Buffer.from(text, "latin1")],
    ["UTF-8 with CRLF", Buffer.from(text.replaceAll("\n", "\r\n"))],
    ["UTF-8 with a mark and CRLF", Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`)],
  ];

  it.each(encodings)("is read in %s, with the same places", async (_, bytes) => {
    const { report } = await temporarySet({ "INDEX.md": bytes, "a.md": "# A\n" }).check();
    expect(report.entries.map(({ target, title, line, column }) => [target, title, line, column])).toEqual([
      ["a.md", "Ä", 3, 7],
      ["gone.md", "B", 4, 7],
    ]);
    expect(told(report).filter((line) => line.startsWith("error"))).toEqual([missing]);
  });

  it("is read where it holds a zero byte, and the byte is told with its place", async () => {
    const { report } = await temporarySet({ "INDEX.md": "- [A](a.md)\n- [\0B](b.md)\n", "a.md": "# A\n", "b.md": "# B\n" }).check();
    expect(report.entries.map(({ path }) => path)).toEqual(["a.md", "b.md"]);
    expect(told(report)).toContain("warning unreadable-index INDEX.md:2:4 Part of the index cannot be read: 1 zero byte in its text.");
  });

  it("is read where a byte is no UTF-8, and the place is told", async () => {
    const bytes = Buffer.concat([Buffer.from("- [Größe](a.md)\n- Maß "), Buffer.from([0xff]), Buffer.from("\n")]);
    const { report } = await temporarySet({ "INDEX.md": bytes, "a.md": "# A\n" }).check();
    expect(told(report)).toContain("warning unreadable-index INDEX.md:2:7 Part of the index cannot be read: 1 place is not valid UTF-8.");
  });
});

describe("an index without entries", () => {
  it.each([
    ["no bytes", ""],
    ["blanks", " \n\n\t\n"],
    ["a byte order mark", "\ufeff"],
  ])("is empty where it holds %s", async (_, text) => {
    const { report } = await temporarySet({ "INDEX.md": text, "a.md": "# A\n" }).check();
    expect(told(report)).toEqual(["error empty-index INDEX.md:1:1 The index INDEX.md (read as markdown) lists no document: it is empty."]);
  });

  it("is not followed in a circle where it lists itself", async () => {
    const { report } = await temporarySet({ "INDEX.md": "- [This](INDEX.md)\n- [A](a.md)\n", "a.md": "# A\n" }).check();
    expect(report.indexes.map(({ path }) => path)).toEqual(["INDEX.md"]);
  });
});

describe("indexes of folders", () => {
  it("are each followed once, in a circle too", async () => {
    const set = temporarySet({
      "INDEX.md": "- [Wire](wire/)\n- [Disk](disk/INDEX.md)\n",
      "wire/INDEX.md": "- [Frames](frames.md)\n- [Disk](../disk/)\n- [Top](../INDEX.md)\n",
      "wire/frames.md": "# Frames\n",
      "disk/INDEX.md": "- [Blocks](gone.md)\n- [Wire](../wire/INDEX.md)\n",
    });
    const { report } = await set.check();
    expect(report.indexes.map(({ path, entries }) => [path, entries])).toEqual([
      ["INDEX.md", 2],
      ["wire/INDEX.md", 3],
      ["disk/INDEX.md", 2],
    ]);
    expect(told(report).filter((line) => line.startsWith("error"))).toEqual([
      'error missing-target disk/INDEX.md:1:12 The target "gone.md" of "Blocks" is not there. Looked for "disk/gone.md", "gone.md".',
    ]);
  });

  it("are followed once that stand behind links too", async () => {
    const set = temporarySet({
      "INDEX.md": "- [Current](latest/INDEX.md)\n- [Second](v2/INDEX.md)\n",
      "v2/INDEX.md": "- [A](a.md)\n",
      "v2/a.md": "# A\n",
    });
    set.link("latest", "v2");
    expect((await set.check()).report.indexes.map(({ path }) => path)).toEqual(["INDEX.md", "latest/INDEX.md"]);
  });

  it("that cannot be read are skips", async () => {
    const set = temporarySet({ "INDEX.md": "- [Wire](wire/INDEX.md)\n- [A](a.md)\n", "a.md": "# A\n", "wire/INDEX.md": "%PDF-1.7\n" });
    expect(skipped((await set.check()).report)).toContain(
      "unreadable-index wire/INDEX.md: the nested index cannot be read: it is application/pdf, not text",
    );
  });

  it("are not followed out of the root", async () => {
    const set = temporarySet({ "INDEX.md": "- [Out](out/INDEX.md)\n- [A](a.md)\n", "a.md": "# A\n" });
    set.link("out", set.outside);
    mkdirSync(`${set.outside}/deep`);
    const opened = await openedDuring(async () => {
      expect((await set.check()).report.indexes.map(({ path }) => path)).toEqual(["INDEX.md"]);
    });
    expect(outsideOf(set.root, opened)).toEqual([]);
  });
});
