/** What is absent on purpose is told apart from what is lost. */
import { describe, expect, it } from "vitest";
import { temporarySet, told } from "./temporary-set.ts";

const DOCUMENTS = { "a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n" };
const LISTED = "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n";

/** Severity and message of what is said of the fourth line's target. */
async function saidOf(row: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { report } = await temporarySet({ ...DOCUMENTS, ...files, "INDEX.md": LISTED + row }).check();
  return told(report).filter((line) => line.includes("INDEX.md:4:"));
}

const meant = (target: string, title: string, evidence: string, column = 7) =>
  `info missing-target INDEX.md:4:${column} The target "${target}" of "${title}" is not there, and that seems meant: ${evidence}.`;

describe("a target that is absent on purpose", () => {
  it("is ignored by git", async () => {
    expect(await saidOf("- [X](private/x.md)\n", { ".gitignore": "private/\n" })).toEqual([
      meant("private/x.md", "X", "git ignores private/x.md"),
    ]);
  });

  it("is in a submodule that is not checked out", async () => {
    const modules = '[submodule "lib"]\n\tpath = lib\n\turl = https://example.org/lib\n';
    expect(await saidOf("- [X](lib/docs/x.md)\n", { ".gitmodules": modules })).toEqual([meant("lib/docs/x.md", "X", "lib is a submodule")]);
  });

  it.each([
    ["planned", "- [X](x.md) (planned)\n", 'the index says "planned"'],
    ["to be written", "- [X](x.md): TBD\n", 'the index says "TBD"'],
    ["private", "- [X](x.md) (private)\n", 'the index says "private"'],
    ["removed", "- [X](x.md) (removed)\n", 'the index says "removed"'],
  ])("is marked %s", async (_, row, evidence) => {
    expect(await saidOf(row)).toEqual([meant("x.md", "X", evidence)]);
  });

  it("is struck through", async () => {
    expect(await saidOf("- ~~[X](x.md)~~\n")).toEqual([meant("x.md", "X", '"X" is struck through', 9)]);
  });

  it("is built", async () => {
    expect(await saidOf("- [X](docs/_build/x.md)\n")).toEqual([
      meant("docs/_build/x.md", "X", "docs/_build/x.md is in a folder that programs write"),
    ]);
  });

  it("does not make the set unready", async () => {
    const { report } = await temporarySet({ ...DOCUMENTS, "INDEX.md": `${LISTED}- [X](x.md) (planned)\n` }).check();
    expect(report.findings.filter(({ rule, severity }) => rule === "missing-target" && severity === "error")).toEqual([]);
  });
});

describe("a target that is lost", () => {
  it("is an error beside others that are absent on purpose", async () => {
    expect(await saidOf("- [X](x.md): how private keys are kept and planned for\n")).toEqual([
      'error missing-target INDEX.md:4:7 The target "x.md" of "X" is not there. Looked for "x.md".',
    ]);
  });

  it("is an error in a set that lies in an ignored folder of another repository", async () => {
    const set = temporarySet({ ".git/HEAD": "x", ".gitignore": "work/\n", "work/INDEX.md": "- [X](gone.md)\n", "work/a.md": "# A\n" });
    const { report } = await set.check({ path: "work" });
    expect(told(report)).toContain('error missing-target INDEX.md:1:7 The target "gone.md" of "X" is not there. Looked for "gone.md".');
  });
});
