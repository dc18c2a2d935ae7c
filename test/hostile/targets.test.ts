/** Targets that try to lead out of the set, or to something that is no document. None is opened, each is told. */
import { describe, expect, it } from "vitest";
import { openedDuring, outsideOf, SENTINEL, temporarySet, told } from "./temporary-set.ts";

const DOCUMENTS = { "a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n" };

function indexWith(target: string): string {
  return `# Index\n\n- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n- [The thing](${target})\n`;
}

/** A set with everything in it that a target could wrongly reach, and the findings on the target. */
async function findingsOn(target: string): Promise<string[]> {
  const set = temporarySet({ ...DOCUMENTS, "INDEX.md": indexWith(target) });
  set.link("out", set.outside);
  set.link("link.md", `${set.outside}/secret.md`);
  set.link("loop.md", "loop.md");
  set.link("nothing.md", "gone.md");
  set.link("null.md", "/dev/null");
  set.fifo("fifo.md");
  await set.socket("socket.md");
  let findings: string[] = [];
  const opened = await openedDuring(async () => {
    const { report } = await set.check();
    expect(JSON.stringify(report)).not.toContain(SENTINEL);
    findings = told(report);
  });
  expect(outsideOf(set.root, opened)).toEqual([]);
  return findings;
}

describe("a target that leads out of the root", () => {
  it.each([
    ["with ..", "../outside/secret.md"],
    ["with many ..", "../../../../../../../../etc/passwd"],
    ["with .. behind a name", "./a.md/../../outside/secret.md"],
    ["with .. in percent-escapes", "%2e%2e/outside/secret.md"],
    ["with slashes in percent-escapes too", "%2E%2E%2Foutside%2Fsecret.md"],
    ["with backslashes", "..\\outside\\secret.md"],
    ["with a drive letter and backslashes", "C:\\Users\\secret.md"],
    ["with a drive letter and slashes", "C:/Users/secret.md"],
    ["with a drive letter alone", "C:secret.md"],
    ["with file:", "file:///etc/passwd"],
    ["with a home folder", "~/secret.md"],
    ["as the folder above", ".."],
    ["through a link to a file", "link.md"],
    ["through a link to a folder", "out/secret.md"],
    ["through a link to a folder, deeper", "out/deep/er/secret.md"],
    ["as a link to a folder", "out/"],
    ["through a link to a device", "null.md"],
  ])("%s is an error and is not read", async (_, target) => {
    const written = target.replaceAll("\\\\", "\\");
    expect(await findingsOn(target)).toEqual([`error outside-root INDEX.md:6:15 The target "${written}" leads out of the set's root.`]);
  });
});

describe("a target that cannot be outside", () => {
  it.each([
    ["escaped twice", "%252e%252e/outside/secret.md", "%2e%2e/outside/secret.md"],
    ["from the file system's root, which is the set's root here", "/etc/passwd", "etc/passwd"],
    ["with escaped backslashes, which a name may hold", "..%5Coutside%5Csecret.md", "..\\outside\\secret.md"],
    ["with a zero byte", "a.md%00.pdf", "a.md\0.pdf"],
    ["with a broken escape", "%zz.md", "%zz.md"],
    ["with a line break", "a%0Ab.md", "a\nb.md"],
    ["with an escape sequence", "a%1B%5B31mb.md", "a\x1b[31mb.md"],
    ["that is a shell's command", "$(id>x).md", "$(id>x).md"],
    ["named like a property of every object", "__proto__", "__proto__"],
    ["named like a device of Windows", "NUL.md", "NUL.md"],
  ])("is missing: %s", async (_, target, tried) => {
    expect(await findingsOn(target)).toEqual([
      `error missing-target INDEX.md:6:15 The target "${target}" of "The thing" is not there. Looked for "${tried}".`,
    ]);
  });

  it("is found through a backslash between names", async () => {
    const set = temporarySet({ "INDEX.md": "- [A](sub\\a.md)\n", "sub/a.md": "# A\n" });
    const { report } = await set.check();
    expect(report.entries.map(({ path }) => path)).toEqual(["sub/a.md"]);
  });

  it("is found where it carries a line number, as editors write it", async () => {
    expect(await findingsOn("a.md:12")).toEqual([]);
  });
});

describe("a target that is no ordinary file", () => {
  it.each([
    ["fifo.md", "a FIFO, not a file"],
    ["socket.md", "a socket, not a file"],
    ["loop.md", "a link to nothing, or to itself"],
    ["nothing.md", "a link to nothing, or to itself"],
  ])("is told for what it is: %s", async (target, what) => {
    expect(await findingsOn(target)).toEqual([
      `error missing-target INDEX.md:6:15 The target "${target}" cannot be read as a document: ${target} is ${what}.`,
    ]);
  });
});

describe("a target of absurd length", () => {
  it("costs no time: a name of 100,000 letters, and 20,000 folders", async () => {
    const started = performance.now();
    for (const target of [`${"x".repeat(100_000)}.md`, `${"a/".repeat(20_000)}b.md`, `${"../".repeat(20_000)}b.md`])
      expect((await findingsOn(target)).length).toBe(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("a set whose folder links lead out, and which is allowed to", () => {
  it("is read outside, and says where the documents are", async () => {
    const set = temporarySet({ ...DOCUMENTS, "INDEX.md": indexWith("out/secret.md") });
    set.link("out", set.outside);
    const { report } = await set.check({ allowOutside: true });
    expect(told(report)).toEqual([]);
    expect(report.documents.map(({ path }) => path)).toEqual(["a.md", "b.md", "c.md", "out/secret.md"]);
  });
});
