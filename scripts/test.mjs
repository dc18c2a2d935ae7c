/**
 * `npm test`: installs where needed, then types, lint, build and all tests. The last line is `N passed, N failed`; the exit status is 1 where
 * anything failed. Each of types, lint and build counts as one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

ensureInstalled();
const counts = { passed: 0, failed: 0 };
check("types", "typescript/bin/tsc", ["--noEmit"]);
check("lint", "@biomejs/biome/bin/biome", ["check", "."]);
check("build", "../scripts/build.mjs", []);
check("docs", "../scripts/generate-docs.mjs", ["--check"]);
runTests();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function check(name, program, args) {
  const { status, stdout, stderr } = run(program, args, { encoding: "utf8" });
  counts[status === 0 ? "passed" : "failed"]++;
  console.log(`${status === 0 ? "ok" : "FAILED"} ${name}`);
  if (status !== 0) console.log(`${stdout}${stderr}`);
}

/** Runs the tests and counts them; a run that ended without its own account counts as one failure. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "seedcheck-tests-"));
  const account = join(folder, "account.json");
  const args = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${account}`, ...process.argv.slice(2)];
  const { status } = run("vitest/vitest.mjs", args, { stdio: "inherit" });
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(account) ? JSON.parse(readFileSync(account, "utf8")) : {};
  rmSync(folder, { recursive: true, force: true });
  counts.passed += numPassedTests;
  counts.failed += numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
}

function run(program, args, options) {
  return spawnSync(process.execPath, [join(ROOT, "node_modules", program), ...args], { cwd: ROOT, ...options });
}
