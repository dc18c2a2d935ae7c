/** Reads an index and the indexes that it points to. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { indexFormOf } from "../indexes/all.ts";
import { readDocument } from "../readers/read-document.ts";
import type { SeedIndex } from "../types.ts";

/** A person's index has some thousand lines; a generated one of a million entries has about 100 MB. */
export const MAX_INDEX_BYTES = 128 * 1024 * 1024;

/** Why an index could not be read. */
export interface IndexProblem {
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** Reads one index; gives its problem where it cannot be read. */
export async function loadIndex(root: string, path: string): Promise<SeedIndex | IndexProblem> {
  const bytes = readIndexBytes(join(root, path), path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const document = readDocument(path, bytes);
  const isEmpty = document.problems.some((problem) => problem.kind === "empty");
  if (document.text === null && !isEmpty) {
    return {
      path,
      message: `it is ${document.type}, not text`,
      hint: "Give the index as a text file: Markdown, RST, CSV, YAML, a checksum manifest or another form that seedcheck reads.",
    };
  }
  const text = document.text ?? "";
  const form = indexFormOf(path, text.slice(0, 4096));
  return { ...(await form.parse(text, path)), path, form: form.form, text };
}

/** Whether `loadIndex` gave a problem. */
export function isIndexProblem(loaded: SeedIndex | IndexProblem): loaded is IndexProblem {
  return "hint" in loaded;
}

/** Bytes of an ordinary file under the limit. Opened without blocking, so that a FIFO cannot hang it. */
function readIndexBytes(full: string, path: string): Uint8Array | IndexProblem {
  let file: number | undefined;
  try {
    file = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { path, message: "it is a folder", hint: "Give the index file in it, or the folder itself as PATH." };
    if (!stat.isFile()) return { path, message: "it is no ordinary file", hint: "Give an ordinary file." };
    if (stat.size > MAX_INDEX_BYTES) {
      return {
        path,
        message: `it has ${stat.size.toLocaleString("en")} bytes, and the limit is ${MAX_INDEX_BYTES.toLocaleString("en")}`,
        hint: "Split it into several indexes.",
      };
    }
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const hint = code === "EACCES" || code === "EPERM" ? "Give yourself the right to read it." : "Check that the file can be read.";
    return { path, message: code === "EACCES" ? "permission denied (EACCES)" : code, hint };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Indexes of folders that an entry leads to: a folder's own `INDEX.md`, a nested navigation file of the same name. */
export function isNestedIndex(path: string, from: SeedIndex): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (path === from.path) return false;
  return name === "INDEX.md" || (/^toc\.(?:yml|json)$/.test(name) && from.form === "docfx-toc");
}
