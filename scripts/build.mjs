/**
 * Builds the package into `dist/`: the command, the library, its types, the schemas of what it writes and the licences of what is bundled.
 * `node scripts/build.mjs [--quiet]`. Everything that the package needs at run time ends up in `dist/`, so that it installs no other package.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import licence from "rollup-plugin-license";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = `${ROOT}dist`;
/** Licences under which a library may be bundled (SPDX). */
const ALLOWED = "(MIT OR ISC OR Apache-2.0 OR BSD-2-Clause OR BSD-3-Clause OR 0BSD OR BlueOak-1.0.0 OR MIT-0 OR CC0-1.0 OR Unlicense)";

await bundle();
// PDFium comes as a binary, whose notices its package leaves out.
appendFileSync(`${DIST}/THIRD-PARTY-LICENSES.txt`, `\n---\n\n${readFileSync(`${ROOT}scripts/notices/pdfium.txt`, "utf8")}`);
emitTypes();
for (const schema of ["report.schema.json", "inspection.schema.json"]) copyFileSync(`${ROOT}src/reporters/${schema}`, `${DIST}/${schema}`);
chmodSync(`${DIST}/cli.js`, 0o755);

async function bundle() {
  rmSync(DIST, { recursive: true, force: true });
  const build = await rolldown({
    input: { index: `${ROOT}src/index.ts`, cli: `${ROOT}src/cli/main.ts` },
    platform: "node",
    // The ES modules of libraries that also ship UMD: a UMD file's own require() cannot be bundled.
    resolve: { mainFields: ["module", "main"] },
    transform: { target: "node20" },
    plugins: [
      licence({
        thirdParty: {
          allow: { test: ALLOWED, failOnUnlicensed: true, failOnViolation: true },
          output: { file: `${DIST}/THIRD-PARTY-LICENSES.txt` },
        },
      }),
    ],
  });
  await build.write({
    dir: DIST,
    format: "esm",
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    chunkFileNames: "chunks/[name]-[hash].js",
    entryFileNames: "[name].js",
  });
  await build.close();
}

function emitTypes() {
  const tsc = `${ROOT}node_modules/typescript/bin/tsc`;
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", `${ROOT}scripts/tsconfig.types.json`], { encoding: "utf8" });
  if (status !== 0 || !existsSync(`${DIST}/types/index.d.ts`)) throw new Error(`the types could not be written\n${stdout}`);
}
