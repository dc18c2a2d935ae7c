/**
 * Floors of accuracy: on real sets, where `../shared` stands beside the repository, faults are planted with a fixed seed and must be found. The floors
 * lie under what was measured (`bench/faults/results.json`) by the width of its interval; they are raised with it, never lowered unasked.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const hasShared = existsSync(`${ROOT}../shared/sets`) && existsSync(`${ROOT}../shared/corpus`);

interface Result {
  readonly planted: number;
  readonly caught: number;
  readonly alarms: number;
  readonly untouched: number;
}

/** What the bench gets on the faults whose names hold `only`, in the sets whose names hold one of `sets`. */
function measure(only: string, sets: readonly string[]): Readonly<Record<string, Result>> {
  const folder = mkdtempSync(join(tmpdir(), "seedcheck-floors-"));
  const file = join(folder, "results.json");
  const args = [
    "bench/faults/run.mjs",
    "--only",
    only,
    ...sets.flatMap((set) => ["--set", set]),
    "--write",
    file,
    "--library",
    `${ROOT}dist/index.js`,
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  const results = status === 0 ? JSON.parse(readFileSync(file, "utf8")).faults : {};
  rmSync(folder, { recursive: true });
  expect(stderr).toBe("");
  return results;
}

describe.skipIf(!hasShared)("on real sets (../shared), planted faults", () => {
  it.each([
    ["swap, random", "rust-lang", 0.97],
    ["swap, closest", "rust-lang", 0.93],
    ["rotation of three", "conda", 0.95],
    ["document of another set", "conda eslint", 0.9],
    ["scraped, raw", "BU-Neuromics", 0.95],
    ["error or challenge page", "BU-Neuromics", 0.9],
    ["LFS pointer", "BU-Neuromics", 1],
    ["emptied", "BU-Neuromics", 1],
    ["copy of another", "BU-Neuromics", 1],
  ])("%s, in %s: at least %d of them are found, and hardly anything else", { timeout: 120_000 }, (fault, set, floor) => {
    const { planted, caught, alarms, untouched } = measure(fault, set.split(" "))[fault] ?? {
      planted: 0,
      caught: 0,
      alarms: 9,
      untouched: 0,
    };
    expect(planted).toBeGreaterThan(0);
    expect(caught / planted).toBeGreaterThanOrEqual(floor);
    expect(alarms / untouched).toBeLessThanOrEqual(0.02);
  });
});
