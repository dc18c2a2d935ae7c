import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { compilePackageFacts } from "../../src/engine/package-facts.ts";
import { brokenSet, CLI, folderWith, readySet, seedcheck, start } from "./run-command.ts";

const COLOUR = /\x1b\[\d+m/;
const SCHEMA = JSON.parse(readFileSync(new URL("../../dist/report.schema.json", import.meta.url), "utf8"));
const isReport = new Ajv2020({ strict: true, strictTypes: false }).compile(SCHEMA);

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

describe("the exit status", () => {
  it("is 0 for a set without errors", () => {
    const { code, stdout, stderr } = seedcheck([], readySet());
    expect([code, stderr]).toEqual([0, ""]);
    expect(lastLine(stdout)).toMatch(/^READY /);
  });

  it("is 1 where there is an error", () => {
    const { code, stdout, stderr } = seedcheck([], brokenSet());
    expect([code, stderr]).toEqual([1, ""]);
    expect(lastLine(stdout)).toMatch(/^NOT READY /);
  });

  it("is 1 where the index is missing, and 0 of findings where --fail-on is never", () => {
    const root = folderWith({ "seeds/note.md": "# Note\n\nSomething was noted here.\n" });
    expect([seedcheck([], root).code, seedcheck(["--fail-on", "never"], root).code]).toEqual([1, 0]);
  });

  it("is 1 for a warning where --fail-on is warning, or where --max-warnings is passed", () => {
    const root = folderWith({
      "seeds/INDEX.md": "# Documents\n\n- [Overview](overview.md): the station\n\nSee the [old plan](plan.md) as well.\n",
      "seeds/overview.md": "# Overview\n\nThe pump station has two pumps and one tank.\n",
    });
    const run = (...args: string[]) => seedcheck(args, root);
    expect([run().code, run("--fail-on=warning").code, run("--max-warnings=1").code]).toEqual([0, 1, 0]);
    const { code, stderr } = run("--max-warnings=0");
    expect([code, stderr]).toEqual([1, "seedcheck: 1 warning, and --max-warnings allows 0\n"]);
    expect(run("--max-warnings=0", "--fail-on=never").code).toBe(0);
  });

  it.each([
    [["--foramt", "json"], "error: there is no option --foramt\nhelp: Did you mean --format?\n"],
    [["--watch"], "error: there is no option --watch\nhelp: See seedcheck --help.\n"],
    [["--config", "x"], "error: there is no option --config\nhelp: See seedcheck --help.\n"],
    [["chekc"], 'error: there is no file, folder or command "chekc"\nhelp: Did you mean check?\n'],
    [["approve"], 'error: there is no command "approve" in this version\nhelp: For a file or folder of this name, write ./approve.\n'],
    [["--root", "nowhere"], 'error: there is no folder "nowhere"\nhelp: Give a folder that is there to --root.\n'],
    [["explain", "mising-target"], 'error: there is no rule "mising-target"\nhelp: Did you mean missing-target?\n'],
    [["help", "explian"], 'error: there is no command "explian"\nhelp: Did you mean explain?\n'],
    [[""], "error: PATH is empty\nhelp: Give an index file or a folder.\n"],
  ])("is 2 for the call %j, with what to do on stderr and nothing on stdout", (args, message) => {
    expect(seedcheck(args, readySet())).toEqual({ code: 2, stdout: "", stderr: message });
  });

  it("is 130 after Ctrl-C, with nothing written", async () => {
    const interrupt = 'process.on("newListener", (name) => name === "SIGINT" && process.kill(process.pid, "SIGINT"))';
    const child = start(["--import", `data:text/javascript,${encodeURIComponent(interrupt)}`, CLI], brokenSet());
    let written = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (written += text));
    const ended = await new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal })));
    expect([ended, written]).toEqual([{ code: 130, signal: null }, ""]);
  });
});

describe("a reader that goes away", () => {
  /** An index with so many missing files that its report does not fit into a pipe. */
  const manyMissing = () => {
    const lines = [...Array(2000).keys()].map((at) => `- [Document ${at}](document-${at}.md): what document ${at} is about`);
    return folderWith({ "seeds/INDEX.md": `# Documents\n\n${lines.join("\n")}\n` });
  };

  it("ends the command quietly, with the status of what was found", async () => {
    const child = start([CLI, "--format", "json"], manyMissing());
    let stderr = "";
    child.stderr.on("data", (text) => (stderr += text));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect([code, stderr]).toEqual([1, ""]);
  });

  it("that stays gets the whole report", () => {
    const { code, stdout } = seedcheck(["--format", "json"], manyMissing());
    expect([code, JSON.parse(stdout).entries.length]).toEqual([1, 2000]);
    expect(stdout.length).toBeGreaterThan(1_000_000);
  });
});

describe("colour", () => {
  it("is left out where stdout is no terminal", () => {
    expect(seedcheck([], brokenSet()).stdout).not.toContain("\x1b");
  });

  it("is forced by FORCE_COLOR, and NO_COLOR outranks it", () => {
    const root = brokenSet();
    expect(seedcheck([], root, { FORCE_COLOR: "1" }).stdout).toMatch(COLOUR);
    expect(seedcheck([], root, { FORCE_COLOR: "0" }).stdout).not.toContain("\x1b");
    expect(seedcheck([], root, { FORCE_COLOR: "1", NO_COLOR: "1" }).stdout).not.toContain("\x1b");
  });
});

describe("the report", () => {
  it("is as wide as COLUMNS says where stdout is no terminal", () => {
    const widest = (columns: string) =>
      Math.max(
        ...seedcheck([], brokenSet(), { COLUMNS: columns })
          .stdout.split("\n")
          .map((line) => line.length),
      );
    expect(widest("50")).toBeLessThanOrEqual(50);
    expect(widest("120")).toBeGreaterThan(80);
  });

  it("offers what was meant", () => {
    expect(seedcheck([], brokenSet()).stdout).toContain("did you mean valves.md?");
  });

  it("is valid JSON after its schema, for ready, broken and missing sets", () => {
    for (const root of [readySet(), brokenSet(), folderWith({ "seeds/a.txt": "\u202e\x1b[31m" }), folderWith({})]) {
      const { stdout, stderr } = seedcheck(["--format=json"], root);
      expect(isReport(JSON.parse(stdout))).toBe(true);
      expect(stderr).toBe("");
      expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it("comes once for each of several paths, in one text or one object", () => {
    const [broken, ready] = [brokenSet(), readySet()];
    const text = seedcheck([broken, ready], ready, { COLUMNS: "200" });
    expect(text.code).toBe(1);
    expect(text.stdout.match(/^seedcheck \d/gm)).toHaveLength(2);
    expect(lastLine(text.stdout)).toMatch(/^NOT READY {2}1 of 2 sets ready, 1 error/);
    const value = JSON.parse(seedcheck(["--format=json", broken, ready], ready).stdout);
    expect(isReport(value)).toBe(true);
    expect(value.reports.map(({ verdict }: { verdict: string }) => verdict)).toEqual(["not-ready", "ready"]);
  });

  it("leaves out all but errors and the verdict where --quiet is given", () => {
    const { stdout } = seedcheck(["-q"], readySet());
    expect(stdout).toMatch(/^READY {2}.* in \d+ ms\n$/);
  });

  it("is the same for check, for no command, and for a path after --", () => {
    const root = brokenSet();
    const texts = [["check", "seeds"], ["seeds"], ["--", "seeds"]].map((args) => seedcheck(args, root).stdout.replace(/\d+ ms/, ""));
    expect(new Set(texts).size).toBe(1);
  });
});

describe("--output", () => {
  it("writes the report to the file and says so on stderr", () => {
    const root = brokenSet();
    const { code, stdout, stderr } = seedcheck(["--format", "json", "--output", "report.json"], root, { FORCE_COLOR: "1", COLUMNS: "200" });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr.replace(/\x1b\[\d+m/g, "")).toMatch(/^NOT READY .*; the report is in report\.json\n$/);
    expect(isReport(JSON.parse(readFileSync(join(root, "report.json"), "utf8")))).toBe(true);
  });

  it("writes no colour into a file", () => {
    const root = brokenSet();
    seedcheck(["-o", "out.txt"], root, { FORCE_COLOR: "1" });
    expect(readFileSync(join(root, "out.txt"), "utf8")).not.toContain("\x1b");
  });

  it("replaces the last report, which is no document of the set", () => {
    const root = brokenSet();
    const first = seedcheck(["-f", "json", "-o", "seeds/report.json"], root);
    const second = seedcheck(["-f", "json", "-o", "seeds/report.json"], root);
    expect([first.code, second.code]).toEqual([1, 1]);
    const { documents } = JSON.parse(readFileSync(join(root, "seeds/report.json"), "utf8"));
    expect(documents.map(({ path }: { path: string }) => path)).toEqual(["seeds/overview.md", "seeds/valves.md"]);
  });

  it.each(["seeds/INDEX.md", "seeds/overview.md", "seeds/valves.md", "seeds/INDEX.lock.json"])("refuses to write to %s", (path) => {
    const root = brokenSet();
    const { code, stdout, stderr } = seedcheck(["-o", path], root);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`error: --output ${path} would overwrite a file of the set\nhelp: Give a file outside of the set's documents.\n`);
    expect(readdirSync(join(root, "seeds")).sort()).toEqual(["INDEX.md", "overview.md", "valves.md"]);
  });

  it("refuses a document under another name: a symbolic or a hard link", () => {
    const root = brokenSet();
    symlinkSync(join(root, "seeds/overview.md"), join(root, "soft.txt"));
    linkSync(join(root, "seeds/valves.md"), join(root, "hard.txt"));
    expect([seedcheck(["-o", "soft.txt"], root).code, seedcheck(["-o", "hard.txt"], root).code]).toEqual([2, 2]);
    expect(readFileSync(join(root, "hard.txt"), "utf8")).toMatch(/^# Valves/);
  });

  it("leaves nothing behind where it cannot write", () => {
    const root = brokenSet();
    writeFileSync(join(root, "plain"), "");
    const { code, stderr } = seedcheck(["-o", "plain/report.json"], root);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: the report could not be written to plain\/report\.json: ENOTDIR/);
    expect(readdirSync(root).sort()).toEqual(["plain", "seeds"]);
  });
});

describe("what needs no set", () => {
  it("is the version", () => {
    expect(seedcheck(["--version"], folderWith({}))).toEqual({
      code: 0,
      stdout: `seedcheck ${compilePackageFacts().version}\n`,
      stderr: "",
    });
  });

  it("is the help, the same for --help, -h and help, whatever else is wrong in the call", () => {
    const root = folderWith({});
    const [long, short, word, wrong] = [["--help"], ["-h"], ["help"], ["--foramt", "--help"]].map((args) => seedcheck(args, root));
    expect(long).toMatchObject({ code: 0, stderr: "" });
    expect([short, word, wrong]).toEqual([long, long, long]);
  });

  it("is a rule's page, made of the rule's own words", () => {
    const { code, stdout } = seedcheck(["explain", "missing-target"], folderWith({}));
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^missing-target \(error by default, group paths\)\n\nThe index lists a file that is not there\.\n\nWhy it matters\n/,
    );
  });

  it("is the list of rules", () => {
    expect(seedcheck(["explain"], folderWith({})).stdout).toContain("  missing-target ");
  });

  it("is where paths start, in general and in this call", () => {
    const root = brokenSet();
    const { code, stdout } = seedcheck(["--explain-paths"], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Where paths start\n/);
    expect(stdout).toMatch(new RegExp(`\nRoot: ${root}\nIndex: seeds/INDEX\\.md\n$`));
  });
});

it("loads less than 40 KB before it knows what is asked of it", () => {
  const loaded = new Map<string, number>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    const text = readFileSync(path, "utf8");
    loaded.set(path, text.length);
    for (const [, name = ""] of text.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) load(join(dirname(path), name));
  };
  load(CLI);
  expect(loaded.size).toBeGreaterThan(1);
  expect([...loaded.values()].reduce((sum, size) => sum + size)).toBeLessThan(40_000);
});

it("keeps the line that makes it a program", () => {
  expect(readFileSync(CLI, "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
});
