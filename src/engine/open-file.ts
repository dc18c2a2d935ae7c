/** The one file that a call names: looked at before anything is made of it, so that a slip of the call is said as one. */
import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { SeedcheckError } from "../errors.ts";
import type { CheckedDocument } from "../types.ts";
import { loadDocument } from "./load-documents.ts";
import { errorCode, failureInWords } from "./read-bytes.ts";

/**
 * The absolute path of a file that a call names. Throws a SeedcheckError where there is none (`no-such-path`), where it is a folder (`usage`) or no
 * ordinary file, or may not be looked at (`unreadable-path`).
 */
export function existingFile(written: string, cwd: string): string {
  if (written === "") throw new SeedcheckError("usage", "FILE is empty", "Give a file that is there.");
  const full = resolve(cwd, written);
  const stat = statOf(full, written);
  if (stat.isDirectory()) {
    throw new SeedcheckError(
      "usage",
      `"${written}" is a folder, and inspect takes files`,
      "Give a file in it, or check it as a set: seedcheck check PATH.",
    );
  }
  if (!stat.isFile())
    throw new SeedcheckError("unreadable-path", `"${written}" is no ordinary file`, "Give a file that can be read to its end.");
  return full;
}

function statOf(full: string, written: string) {
  try {
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat) return stat;
  } catch (error) {
    const code = errorCode(error);
    if (code !== "ENOTDIR" && code !== "ENAMETOOLONG" && code !== "ERR_INVALID_ARG_VALUE")
      throw unreadable(written, failureInWords(code), error);
  }
  throw new SeedcheckError(
    "no-such-path",
    `there is no file "${written}"`,
    "Give a file that is there; paths start from the current directory.",
  );
}

/** Reads and measures a file that a call names, as no part of a set. Throws a SeedcheckError (`unreadable-path`) where its bytes cannot be had. */
export async function loadFile(full: string, written: string): Promise<CheckedDocument> {
  const document = await loadDocument(dirname(full), { path: basename(full), isListed: false, algorithms: [] });
  const problem = document.problems.find(({ kind }) => kind === "unreadable" || kind === "vanished");
  if (problem && document.sizeBytes === 0) throw unreadable(written, problem.message.replace(/^it /, ""));
  return document;
}

function unreadable(written: string, reason: string, cause?: unknown): SeedcheckError {
  return new SeedcheckError("unreadable-path", `"${written}" ${reason}`, "Give a file that you may read.", cause);
}
