/** Builds the package before the tests of the command, once a run, and not where what was built is newer than every source. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = ["src", "models", "scripts/build.mjs", "scripts/tsconfig.types.json", "package.json", "package-lock.json"];
/** What a build that ended leaves; the first is written by it, the last is a copy that may keep its source's time. */
const BUILT = ["dist/cli.js", "dist/types/index.d.ts", "dist/report.schema.json"] as const;

/** Time of the newest file at or under a path, in milliseconds; 0 where there is none. */
function newestMs(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(`${path}/${name}`)));
}

/** vitest's global set-up (`globalSetup` in vitest.config.ts). Throws with the build's output where it fails. */
export default function buildOnce(): void {
  const isBuilt = BUILT.every((path) => existsSync(ROOT + path));
  const newestSource = Math.max(...SOURCES.map((path) => newestMs(ROOT + path)));
  if (isBuilt && newestMs(ROOT + BUILT[0]) >= newestSource) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${ROOT}scripts/build.mjs`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the build failed, so the command cannot be tested\n${stdout}${stderr}`);
}
