/** Reads an index and the indexes that it points to. */
import { realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { indexFormOf } from "../indexes/all.ts";
import { readDocument } from "../readers/read-document.ts";
import type { Document, ParsedIndex, SeedIndex } from "../types.ts";
import { LineMap } from "../util/line-map.ts";
import { errorCode, failureInWords, readBytes } from "./read-bytes.ts";

/**
 * A person's index has some thousand lines; a generated table of 140,000 rows has 16 MB. A megabyte of Markdown takes about a second and
 * 100 MB of memory (measured 2026-11).
 */
export const MAX_INDEX_BYTES = 16 * 1024 * 1024;

/** Why an index could not be read. */
export interface IndexProblem {
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** Reads one index; gives its problem where it cannot be read. A link that leads out of the root is not followed unless `allowOutside`. */
export async function loadIndex(
  root: string,
  path: string,
  { allowOutside = false }: { readonly allowOutside?: boolean } = {},
): Promise<SeedIndex | IndexProblem> {
  const full = join(root, path);
  const place = placeProblem(root, full, allowOutside);
  if (place !== null) return { path, ...place };
  const read = readBytes(full, MAX_INDEX_BYTES);
  if (read.type !== "bytes") return { path, ...(read.type === "failed" ? failure(read.code) : excess(read.sizeBytes)) };
  const document = readDocument(path, read.bytes);
  if (document.text === null && !document.problems.some(({ kind }) => kind === "empty")) {
    return {
      path,
      message: `it is ${document.type}, not text`,
      hint: "Give the index as a text file: Markdown, RST, CSV, YAML, a checksum manifest or another form that seedcheck reads.",
    };
  }
  const text = document.text ?? "";
  const form = indexFormOf(path, text.slice(0, 4096));
  const parsed = await form.parse(text, path);
  return { ...parsed, problems: [...textProblems(document, text), ...parsed.problems], path, form: form.form, text };
}

/** Whether `loadIndex` gave a problem. */
export function isIndexProblem(loaded: SeedIndex | IndexProblem): loaded is IndexProblem {
  return "hint" in loaded;
}

type Problem = Omit<IndexProblem, "path">;

/** Where the file really stands, links followed: it must be below the root. */
function placeProblem(root: string, full: string, allowOutside: boolean): Problem | null {
  try {
    const [realRoot, real] = [realpathSync(root), realpathSync(full)];
    if (allowOutside || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return null;
    return {
      message: "it is a link that leads out of the root, and what lies outside is not read",
      hint: "Put the index itself in its place, give --root for a larger root, or --allow-outside.",
    };
  } catch (error) {
    const code = errorCode(error);
    return code === "ENOENT" ? { message: "it is a link to nothing", hint: "Put the index itself in its place." } : failure(code);
  }
}

function failure(code: string): Problem {
  const message = `it ${failureInWords(code)}`;
  switch (code) {
    case "folder":
      return { message, hint: "Give the index file in it, or the folder itself as PATH." };
    case "EACCES":
    case "EPERM":
      return { message, hint: "Give yourself the right to read it." };
    case "special":
    case "ENXIO":
      return { message, hint: "Put an ordinary file in its place." };
    default:
      return { message, hint: "Check that the file can be read." };
  }
}

function excess(sizeBytes: number): Problem {
  return {
    message: `it has ${sizeBytes.toLocaleString("en")} bytes, and the limit is ${MAX_INDEX_BYTES.toLocaleString("en")}`,
    hint: "Split it into several indexes, and list those in a short one.",
  };
}

/** What is wrong with the bytes of an index that can still be read: zeros, places that no encoding fits. Placed at the first of them. */
function textProblems({ problems }: Document, text: string): ParsedIndex["problems"] {
  const wrong = problems.filter(({ kind }) => kind === "damaged" || kind === "undecodable");
  if (wrong.length === 0) return [];
  const lines = new LineMap(text);
  return wrong.map(({ kind, message }) => {
    const at = text.indexOf(kind === "damaged" ? "\0" : "\ufffd");
    return { message, place: lines.place(Math.max(0, at), Math.max(0, at) + (at < 0 ? 0 : 1)) };
  });
}

/** Indexes of folders that an entry leads to: a folder's own `INDEX.md`, a nested navigation file of the same name. */
export function isNestedIndex(path: string, from: SeedIndex): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (path === from.path) return false;
  return name === "INDEX.md" || (/^toc\.(?:yml|json)$/.test(name) && from.form === "docfx-toc");
}
