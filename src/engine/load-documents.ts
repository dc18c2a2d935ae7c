/** Reads documents, hashes them and measures their signals; only the signals are kept. */
import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "../readers/read-document.ts";
import { measureSignals } from "../signals/measure.ts";
import type { CheckedDocument, DocumentProblem, Signals } from "../types.ts";

/** Bytes of a document that are read; larger files are hashed and not measured. A 2,000-page specification as text has about 10 MB. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

export interface LoadRequest {
  readonly path: string;
  readonly isListed: boolean;
  /** Digests beside SHA-256 that entries claim of it, in node:crypto's names. */
  readonly algorithms: readonly string[];
}

const NO_SIGNALS: Signals = {
  outline: null,
  pointer: null,
  conflictMarkers: [],
  residue: null,
  errorPage: null,
  kind: null,
  language: null,
  terms: null,
  wordCount: 0,
};

/** Reads and measures one document. Never throws: what cannot be read is said in `problems`. */
export function loadDocument(root: string, request: LoadRequest): CheckedDocument {
  const { path, isListed } = request;
  const bytes = readBytes(join(root, path));
  if (!(bytes instanceof Uint8Array))
    return {
      path,
      sizeBytes: 0,
      sha256: "",
      digests: {},
      type: "application/octet-stream",
      encoding: null,
      problems: [bytes],
      signals: NO_SIGNALS,
      isListed,
    };
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest("hex");
  const document = readDocument(path, bytes);
  return {
    path,
    sizeBytes: bytes.length,
    sha256: digest("sha256"),
    digests: Object.fromEntries(request.algorithms.map((algorithm) => [algorithm, digest(algorithm)])),
    type: document.type,
    encoding: document.encoding,
    problems: document.problems,
    signals: measureSignals(document),
    isListed,
  };
}

function readBytes(full: string): Uint8Array | DocumentProblem {
  let file: number | undefined;
  try {
    file = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (!stat.isFile()) return { kind: "unreadable", message: "it is no ordinary file" };
    if (stat.size > MAX_DOCUMENT_BYTES) {
      return {
        kind: "unreadable",
        message: `it has ${stat.size.toLocaleString("en")} bytes, and the limit is ${MAX_DOCUMENT_BYTES.toLocaleString("en")}`,
      };
    }
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return code === "ENOENT"
      ? { kind: "vanished", message: "it vanished while it was being read" }
      : { kind: "unreadable", message: `it could not be read (${code})` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
