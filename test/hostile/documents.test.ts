/** Documents that are no ordinary text: told, skipped with a reason, never waited for. */
import { chmodSync, rmSync, truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NO_PERMISSIONS, openedDuring, skipped, temporarySet, told, withoutPrivileges } from "./temporary-set.ts";

const reads = (report: Parameters<typeof skipped>[0]) => skipped(report).filter((line) => /^(?:read|walk) /.test(line));

describe("documents", () => {
  it("of more than 64 MB are hashed, and their content is a skip", async () => {
    const set = temporarySet({ "INDEX.md": "- [Large](large.md)\n", "large.md": "# Large\n" });
    truncateSync(set.path("large.md"), 70 * 1024 * 1024);
    const { report } = await set.check();
    expect(report.documents).toMatchObject([{ path: "large.md", bytes: 73_400_320, title: null }]);
    expect(report.documents[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(reads(report)).toEqual(["read large.md: its content was not checked: it has 73,400,320 bytes, and the limit is 67,108,864"]);
  });

  it("that no reader reads are skips", async () => {
    const set = temporarySet({ "INDEX.md": "- [Picture](a.png)\n", "a.png": Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1") });
    expect(reads((await set.check()).report)).toEqual(["read a.png: its content was not checked: no reader reads image/png"]);
  });

  it.skipIf(NO_PERMISSIONS)("that the caller may not read are skips, folders and files", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a.md)\n- [B](shut/b.md)\n", "a.md": "# A\n", "shut/b.md": "# B\n" });
    await set.check();
    for (const folder of ["..", "."]) chmodSync(set.path(folder), 0o755);
    for (const path of ["a.md", "shut"]) chmodSync(set.path(path), 0);
    const { report } = await withoutPrivileges(() => set.check());
    expect(reads(report)).toEqual([
      "walk shut: it could not be listed (EACCES)",
      "read a.md: its content was not checked: it could not be read: permission denied (EACCES)",
    ]);
    expect(told(report)).toEqual([
      'error missing-target INDEX.md:2:7 The target "shut/b.md" cannot be read as a document: shut/b.md is in a folder that cannot be listed.',
    ]);
  });

  it("that vanish while the check runs are skips", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a.md)\n- [B](b.md)\n", "a.md": "# A\n", "b.md": "# B\n" });
    const removeB = (path: string) => path.endsWith("a.md") && rmSync(set.path("b.md"));
    await openedDuring(async () => {
      expect(reads((await set.check()).report)).toEqual(["read b.md: its content was not checked: it vanished while it was being read"]);
    }, removeB);
  });

  it("in UTF-16, with a mark, with CRLF are read like others", async () => {
    const text = "# Tides\r\n\r\nThe water rises.\r\n";
    const set = temporarySet({
      "INDEX.md": "- [a](a.md)\n- [b](b.md)\n- [c](c.md)\n- [d](d.md#tides)\n",
      "a.md": Buffer.from(`\ufeff${text}`, "utf16le"),
      "b.md": Buffer.from(text, "utf16le").swap16(),
      "c.md": Buffer.from(`\ufeff${text}`),
      "d.md": text.replaceAll("\r\n", "\r"),
    });
    const { report } = await set.check();
    expect(report.documents.map(({ title }) => title)).toEqual(["Tides", "Tides", "Tides", "Tides"]);
    expect(told(report).filter((line) => !line.includes("duplicate"))).toEqual([]);
  });

  it("cannot end a check by their content", async () => {
    const texts = [
      "\0",
      "\ufeff\ufeff",
      "---\n",
      "```\n",
      "<!--",
      "<html>",
      "{",
      "[".repeat(50_000),
      "<a ".repeat(20_000),
      "# ".repeat(20_000),
      "\ud800",
      "\x1b]0;x\x07",
    ];
    const files = Object.fromEntries(texts.map((text, at) => [`t${at}.md`, text]));
    const set = temporarySet({
      "INDEX.md": Object.keys(files)
        .map((path) => `- [${path}](${path})\n`)
        .join(""),
      ...files,
    });
    const { report } = await set.check();
    expect(report.documents).toHaveLength(texts.length);
  });
});

describe("a folder in the place of a document", () => {
  it("is a folder, whatever its name", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](a.md)\n- [B](b.md)\n", "a.md/x.md": "# X\n", "b.md": "# B\n" });
    const { report } = await set.check();
    expect(report.entries.map(({ path }) => path)).toEqual(["a.md", "b.md"]);
    expect(told(report)).toEqual([]);
  });
});

describe("a root that cannot be listed", () => {
  it.skipIf(NO_PERMISSIONS)("is the caller's affair, not a fault of the set", async () => {
    const set = temporarySet({ "shut/INDEX.md": "" });
    await set.check({ path: "shut" });
    for (const folder of ["..", "."]) chmodSync(set.path(folder), 0o755);
    chmodSync(set.path("shut"), 0o300);
    await expect(withoutPrivileges(() => set.check({ path: "shut" }))).rejects.toMatchObject({
      name: "SeedcheckError",
      code: "unreadable-path",
      message: `the folder "${set.path("shut")}" cannot be listed (EACCES)`,
    });
  });
});
