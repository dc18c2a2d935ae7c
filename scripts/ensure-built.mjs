/** Builds the package where `dist/` is missing or older than what it is made of. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What the build is made of, relative to the repository. */
const SOURCES = ["src", "models", "scripts/build.mjs", "scripts/tsconfig.types.json", "package.json", "package-lock.json"];
/** What a build that ended leaves; the first is written by it, the others may keep their sources' times. */
const BUILT = ["dist/cli.js", "dist/types/index.d.ts", "dist/report.schema.json"];

/** Builds where needed; `onBuild` is called before. Gives the build's output where it failed, else null. */
export function ensureBuilt(onBuild = () => {}) {
  if (isBuilt()) return null;
  onBuild();
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${ROOT}scripts/build.mjs`], { cwd: ROOT, encoding: "utf8" });
  return status === 0 ? null : `${stdout}${stderr}`;
}

function isBuilt() {
  if (!BUILT.every((path) => existsSync(ROOT + path))) return false;
  const builtMs = changedMs(ROOT + BUILT[0]);
  return SOURCES.every((path) => changedMs(ROOT + path) <= builtMs);
}

/** When a file, or the latest file of a folder, was changed, in milliseconds; 0 where it is not there. */
function changedMs(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedMs(`${path}/${name}`)));
}
