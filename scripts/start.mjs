/**
 * `npm start`: installs and builds where needed, then checks the example set in `seeds/`. What it does on the way is told on standard error, a
 * line a step; the report is the last thing printed, and its exit status is this script's: 1, since the example set has planted faults.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const COMMAND = join(ROOT, "dist/cli.js");
/** What the build is made of, relative to the repository. */
const SOURCES = ["src", "models", "scripts/build.mjs", "scripts/tsconfig.types.json", "package.json", "package-lock.json"];

ensureInstalled();
if (!isBuilt()) build();
const { status, error } = spawnSync(process.execPath, [COMMAND, "seeds", ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
if (error) process.stderr.write(`the check could not be started: ${error.message}\n`);
process.exitCode = status ?? 2;

function isBuilt() {
  if (!existsSync(COMMAND)) return false;
  const built = statSync(COMMAND).mtimeMs;
  return SOURCES.every((path) => changedMs(join(ROOT, path)) <= built);
}

/** When a file, or the latest file of a folder, was changed, in milliseconds; 0 where it is not there. */
function changedMs(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedMs(join(path, name))));
}

function build() {
  process.stderr.write("building (scripts/build.mjs) ...\n");
  const { status: built, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/build.mjs")], { cwd: ROOT, encoding: "utf8" });
  if (built === 0) return;
  process.stderr.write(`${stdout}${stderr}\nthe build failed; nothing was checked.\n`);
  process.exit(2);
}
