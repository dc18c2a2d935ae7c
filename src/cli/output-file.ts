/** `--output FILE`: written whole or not at all, and never over a file of the set. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { SeedcheckError } from "../errors.ts";

/** How a report of ours begins, in JSON and for people: such a file may be replaced by the next one. */
const OWN_REPORT = /^(?:\{\s*"schemaVersion": \d+,\s*"(?:tool": \{\s*"name": "seedcheck"|reports")|seedcheck \d+\.\d+\.\d)/;

/** A file, by its name once links are followed; a file that is not there yet by its folder's. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return path;
    }
  }
}

/** What a path is, or null where nothing is there or a file stands in place of one of its folders. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** Whether a file was written by an earlier `--output`. */
export function isOwnReport(path: string): boolean {
  let file: number | undefined;
  try {
    if (!statSync(path).isFile()) return false;
    file = openSync(path, "r");
    const head = Buffer.alloc(200);
    return OWN_REPORT.test(head.toString("utf8", 0, readSync(file, head)));
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The pattern, as in .gitignore, that leaves an earlier report out of a set's documents; null where it is not in the root. */
export function ignorePatternOf(output: string, root: string): string | null {
  const inside = relative(realPath(root), realPath(output)).split(sep).join("/");
  return inside === ".." || inside.startsWith("../") || inside === "" ? null : `/${inside.replace(/[\\*?[\]!# ]/g, "\\$&")}`;
}

/** Throws a SeedcheckError (`output`) where the output is one of these files, under whatever name. */
export function refuseOverwriting(output: string, files: readonly string[]): void {
  const real = realPath(resolve(output));
  const stat = statOf(real);
  const hit = files.find((file) => isSameFile(real, stat, realPath(file)));
  if (hit === undefined) return;
  throw new SeedcheckError("output", `--output ${output} would overwrite a file of the set`, "Give a file outside of the set's documents.");
}

function isSameFile(real: string, stat: Stats | null, other: string): boolean {
  if (real === other) return true;
  const otherStat = stat && statOf(other);
  return stat !== null && otherStat !== null && stat.ino === otherStat.ino && stat.dev === otherStat.dev && stat.ino !== 0;
}

/** Writes a file by way of another beside it, so that there is never half a report. Devices and pipes are written to as they are. Throws a SeedcheckError (`output`). */
export function writeWhole(output: string, text: string): void {
  const target = realPath(resolve(output));
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const stat = statSync(target, { throwIfNoEntry: false });
    if (stat && !stat.isFile() && !stat.isDirectory()) {
      writeFileSync(target, text);
      return;
    }
    writeDurably(temporary, text);
    if (stat) chmodSync(temporary, stat.mode & 0o7777);
    renameSync(temporary, target);
  } catch (error) {
    removeIfThere(temporary);
    // Node adds the call and its paths, which name the temporary file.
    const reason = (error instanceof Error ? error.message : String(error)).replace(/, \w+ '.*$/s, "");
    throw new SeedcheckError(
      "output",
      `the report could not be written to ${output}: ${reason}`,
      "Give a file that can be written to --output.",
      error,
    );
  }
}

/** Takes away what a failed write left; that it left nothing is no second failure. */
function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    return;
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
