/** Libraries to measure: one that is given, the shipped one, or one for each repository whose identity models never saw its sets. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const FOLDS = 8;

/** A function from a repository's name to the library that it is measured with. */
export async function libraries({ file, isShipped }) {
  if (file !== undefined) {
    const given = await import(pathToFileURL(file).href);
    return async () => given;
  }
  if (isShipped) {
    const shipped = await build(null);
    return async () => shipped;
  }
  const { asShipped, readSets, train } = await import("../../train/identity-model.mjs");
  const sets = await readSets();
  const repositories = [...new Set(sets.map(({ repository }) => repository))].sort();
  const foldOf = (repository) => repositories.indexOf(repository) % FOLDS;
  const built = new Map();
  return async (repository) => {
    const fold = foldOf(repository);
    if (!built.has(fold)) built.set(fold, build(asShipped(train(sets.filter((set) => foldOf(set.repository) !== fold)))));
    return built.get(fold);
  };
}

/** The library of `src`, with other identity models where they are given. */
async function build(model) {
  const folder = mkdtempSync(join(tmpdir(), "seedcheck-library-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const bundle = await rolldown({
    input: fileURLToPath(new URL("../../src/index.ts", import.meta.url)),
    platform: "node",
    resolve: { mainFields: ["module", "main"] },
    logLevel: "silent",
    plugins:
      model === null
        ? []
        : [
            {
              name: "identity-model",
              load: (id) => (id.endsWith("models/identity.json") ? { code: JSON.stringify(model), moduleType: "json" } : null),
            },
          ],
  });
  await bundle.write({ dir: folder, format: "esm" });
  await bundle.close();
  return import(pathToFileURL(join(folder, "index.js")).href);
}
