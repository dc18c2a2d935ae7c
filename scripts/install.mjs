/** Installs what the repository needs to build and test itself, once: what a fresh clone has not got. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = `${ROOT}node_modules/.installed-lock`;

/** Runs `npm ci` where `node_modules` is missing or was made of another lock file. Ends the process where that fails, its output shown. */
export function ensureInstalled() {
  const lock = readFileSync(`${ROOT}package-lock.json`, "utf8");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return;
  process.stderr.write("installing what the build needs (npm ci) ...\n");
  const windows = process.platform === "win32";
  const { status, stdout, stderr, error } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    encoding: "utf8",
    shell: windows,
  });
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}\nnpm ci failed; nothing was built.\n`);
    process.exit(2);
  }
  writeFileSync(STAMP, lock);
}
