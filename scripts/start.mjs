/**
 * `npm start`: installs and builds where needed, then checks the example set in `seeds/`. What it does on the way is told on standard error, a
 * line a step; the report is the last thing printed, and its exit status is this script's: 1, since the example set has planted faults.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./install.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

ensureInstalled();
const failure = ensureBuilt(() => process.stderr.write("building (scripts/build.mjs) ...\n"));
if (failure === null) {
  const args = [`${ROOT}dist/cli.js`, "seeds", ...process.argv.slice(2)];
  const { status, error } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  if (error) process.stderr.write(`the check could not be started: ${error.message}\n`);
  process.exitCode = status ?? 2;
} else {
  process.stderr.write(`${failure}\nthe build failed; nothing was checked.\n`);
  process.exitCode = 2;
}
