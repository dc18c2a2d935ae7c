/** README.md says what the code does. The marked blocks are made anew and compared; `npx vitest run test/readme.test.ts -u` writes them. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { DEFAULT_INDEXES } from "../src/engine/locate.ts";
import { EXIT_CODES } from "../src/errors.ts";
import { blocksOf, exitCodesTable, fenced, formsTable, libraryExample, rulesTable, withBlocks } from "./readme/blocks.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const COMMAND = `${ROOT}dist/cli.js`;
const README = readFileSync(`${ROOT}README.md`, "utf8");
/** Columns of a terminal that shows the README's output. */
const WIDTH = 88;

function run(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const env = { ...process.env, COLUMNS: String(WIDTH), NO_COLOR: "1" };
  return spawnSync(process.execPath, [COMMAND, ...args], { cwd: ROOT, encoding: "utf8", env });
}

/** The report with the time that the README shows: the one thing that differs from run to run. */
function withTimeOf(shown: string, output: string): string {
  const time = /\bin [\d.]+ m?s$/m;
  return output.replace(time, (fresh) => time.exec(shown)?.[0] ?? fresh);
}

/** What the example of library use prints. */
async function exampleOutput(): Promise<string> {
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  const cwd = vi.spyOn(process, "cwd").mockReturnValue(ROOT);
  await import("./readme/example.ts");
  const printed = print.mock.calls.map((words) => words.join(" ")).join("\n");
  print.mockRestore();
  cwd.mockRestore();
  return printed;
}

it("shows what the commands print and what the code knows", async () => {
  const shown = blocksOf(README);
  const report = run("seeds");
  expect(report.stderr).toBe("");
  expect(report.status).toBe(EXIT_CODES.findings);
  const fresh = new Map([
    ["output", fenced("console", `$ seedcheck seeds\n${withTimeOf(shown.get("output") ?? "", report.stdout)}`)],
    ["help", fenced("console", `$ seedcheck --help\n${run("--help").stdout}`)],
    ["rules", rulesTable()],
    ["forms", formsTable()],
    ["exit-codes", exitCodesTable()],
    ["library", libraryExample()],
    ["library-output", fenced("text", await exampleOutput())],
  ]);
  expect([...shown.keys()].sort()).toEqual([...fresh.keys()].sort());
  await expect(withBlocks(README, fresh)).toMatchFileSnapshot("../README.md");
});

it("opens with one sentence and the two commands, each alone in its block", () => {
  expect(README).toMatch(/^# seedcheck\n\n[^\n.]+(?:\n[^\n.]+)?\.\n\n/);
  const commands = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1]);
  expect(commands.slice(0, 2)).toEqual(["npm start\n", "npm test\n"]);
});

it("links to files that are there", () => {
  const prose = README.replace(/^```[\s\S]*?^```$/gm, "");
  const targets = [...prose.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((target) => !existsSync(`${ROOT}${target}`))).toEqual([]);
});

it("names every usual place of an index, in order", () => {
  const places = DEFAULT_INDEXES.map((place) => `\`${place}\``);
  const last = places.pop();
  expect(README.replace(/\s+/g, " ")).toContain(`The usual places are ${places.join(", ")} and ${last}.`);
});

it("names only options that --help knows", () => {
  const help = run("--help").stdout;
  const ours = README.replace(/<!-- block: help -->[\s\S]*?<!-- end -->/, "").match(/(?<=`|seedcheck .*)--[a-z][a-z-]+/g) ?? [];
  const foreign = ["--check", "--save-dev"];
  const unknown = ours.filter((option) => !foreign.includes(option) && !help.includes(option));
  expect(ours.length).toBeGreaterThan(5);
  expect(unknown).toEqual([]);
});
