/** Builds the package before the tests of the command, once a run, and not where what was built is newer than every source. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ENSURE_BUILT = fileURLToPath(new URL("../../scripts/ensure-built.mjs", import.meta.url));
const SCRIPT = `const { ensureBuilt } = await import(${JSON.stringify(ENSURE_BUILT)}); const failure = ensureBuilt(); if (failure !== null) { console.log(failure); process.exit(1); }`;

/** vitest's global set-up (`globalSetup` in vitest.config.ts). Throws with the build's output where it fails. */
export default function buildOnce(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", SCRIPT], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the build failed, so the command cannot be tested\n${stdout}${stderr}`);
}
