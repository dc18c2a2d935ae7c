import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ignorePatternOf, isOwnReport, refuseOverwriting, writeWhole } from "../../src/cli/output-file.ts";
import { folderWith } from "./run-command.ts";

describe("writing a report", () => {
  it("replaces a file as a whole and keeps its rights", () => {
    const root = folderWith({ "report.txt": "the old one, which is longer" });
    chmodSync(join(root, "report.txt"), 0o640);
    writeWhole(join(root, "report.txt"), "new");
    expect(readFileSync(join(root, "report.txt"), "utf8")).toBe("new");
    expect(statSync(join(root, "report.txt")).mode & 0o777).toBe(0o640);
    expect(readdirSync(root)).toEqual(["report.txt"]);
  });

  it("follows a link to the file that it names", () => {
    const root = folderWith({ "real.txt": "old" });
    symlinkSync("real.txt", join(root, "link.txt"));
    writeWhole(join(root, "link.txt"), "new");
    expect(readFileSync(join(root, "real.txt"), "utf8")).toBe("new");
  });

  it("writes to a device as it is", () => {
    writeWhole("/dev/null", "gone");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("says why it cannot, and leaves the old file and nothing else", () => {
    const root = folderWith({ "folder/old.txt": "old" });
    expect(() => writeWhole(join(root, "folder"), "new")).toThrow(/could not be written to .*folder: E[A-Z]+/);
    expect([readdirSync(root), readdirSync(join(root, "folder"))]).toEqual([["folder"], ["old.txt"]]);
  });
});

describe("an earlier report", () => {
  it("is known by how it begins", () => {
    const root = folderWith({
      "one.json": '{\n  "schemaVersion": 1,\n  "tool": {\n    "name": "seedcheck",',
      "many.json": '{\n  "schemaVersion": 1,\n  "reports": [',
      "people.txt": "seedcheck 1.2.3 | seeds/INDEX.md",
      "other.json": '{\n  "schemaVersion": 1,\n  "tool": {\n    "name": "another",',
      "prose.txt": "seedcheck is a tool",
    });
    const known = readdirSync(root).filter((name) => isOwnReport(join(root, name)));
    expect(known.sort()).toEqual(["many.json", "one.json", "people.txt"]);
    expect([isOwnReport(root), isOwnReport(join(root, "nothing"))]).toEqual([false, false]);
  });

  it("is left out of the set by a pattern that means it alone", () => {
    const root = folderWith({});
    expect(ignorePatternOf(join(root, "out/a [1].json"), root)).toBe("/out/a\\ \\[1\\].json");
    expect(ignorePatternOf(join(root, "../report.json"), root)).toBeNull();
  });
});

describe("refusing to overwrite", () => {
  it("knows a file that is not there yet", () => {
    const root = folderWith({});
    expect(() => refuseOverwriting(join(root, "INDEX.md"), [join(root, "INDEX.md")])).toThrow(/would overwrite a file of the set/);
  });

  it("lets every other file pass", () => {
    const root = folderWith({ "a.md": "a", "b.md": "b" });
    writeFileSync(join(root, "empty"), "");
    expect(() => refuseOverwriting(join(root, "empty"), [join(root, "a.md"), join(root, "b.md"), join(root, "gone.md")])).not.toThrow();
  });
});
