/** Loads modules of `src` into a script: bundled by rolldown, because Node 20 does not read TypeScript. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** The exports of `src/<path>` for each of the paths, together. The bundle stays until the process ends, for what it loads later. */
export async function loadSource(...paths) {
  const folder = mkdtempSync(join(tmpdir(), "seedcheck-source-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const entry = join(folder, "entry.ts");
  writeFileSync(entry, paths.map((path) => `export * from ${JSON.stringify(SRC + path)};\n`).join(""));
  const build = await rolldown({ input: entry, platform: "node", resolve: { mainFields: ["module", "main"] }, logLevel: "silent" });
  await build.write({ dir: join(folder, "out"), format: "esm" });
  await build.close();
  return await import(pathToFileURL(join(folder, "out", "entry.js")).href);
}
