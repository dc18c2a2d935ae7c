/** Reads documents, hashes them and measures their signals; only the signals are kept. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { readAnyDocument } from "../readers/read-any-document.ts";
import { typeByName } from "../readers/type-by-name.ts";
import { measureSignals } from "../signals/measure.ts";
import type { CheckedDocument, DocumentProblem, Signals } from "../types.ts";
import { failureInWords, hashFile, readBytes } from "./read-bytes.ts";

/** Bytes of a document that are read; larger files are hashed and not measured. A 2,000-page specification as text has about 10 MB. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
/** Bytes of a file that are hashed: about fifteen seconds' work (a gibibyte in 3.9 s, measured 2026-11). A larger one is an image of a disk, or a sparse file made to stop the check. */
export const MAX_HASHED_BYTES = 4 * 1024 * 1024 * 1024;

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
  passage: null,
  errorPage: null,
  completeness: null,
  placeholder: null,
  garbled: null,
  hiddenText: [],
  kind: null,
  language: null,
  terms: null,
  sketch: null,
  redirect: null,
  versions: null,
  wordCount: 0,
  lineCount: 0,
};

/** Reads and measures one document. Never throws: what cannot be read is said in `problems`; `sha256` is empty where it was not hashed. */
export async function loadDocument(root: string, request: LoadRequest): Promise<CheckedDocument> {
  const full = join(root, request.path);
  const read = readBytes(full, MAX_DOCUMENT_BYTES);
  switch (read.type) {
    case "bytes":
      return measured(request, read.bytes);
    case "too-large":
      return tooLarge(request, full, read.sizeBytes);
    case "failed":
      return unmeasured(request, { sizeBytes: 0, digests: {}, problem: problemOf(read.code) });
  }
}

async function measured(request: LoadRequest, bytes: Uint8Array): Promise<CheckedDocument> {
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest("hex");
  const document = await readAnyDocument(request.path, bytes);
  return {
    path: request.path,
    sizeBytes: bytes.length,
    sha256: digest("sha256"),
    digests: Object.fromEntries(request.algorithms.map((algorithm) => [algorithm, digest(algorithm)])),
    type: document.type,
    encoding: document.encoding,
    problems: document.problems,
    signals: measureSignals(document.markup === undefined ? document : { ...document, type: document.markup }),
    isListed: request.isListed,
    ...(document.marks === undefined ? {} : { marks: document.marks }),
  };
}

function tooLarge(request: LoadRequest, full: string, sizeBytes: number): CheckedDocument {
  const digests = sizeBytes > MAX_HASHED_BYTES ? null : hashFile(full, ["sha256", ...request.algorithms]);
  const said = `it has ${sizeBytes.toLocaleString("en")} bytes, and the limit is ${MAX_DOCUMENT_BYTES.toLocaleString("en")}`;
  const message = digests === null ? `${said}; it was not hashed either` : said;
  return unmeasured(request, { sizeBytes, digests: digests ?? {}, problem: { kind: "unreadable", message } });
}

function unmeasured(
  { path, isListed }: LoadRequest,
  found: { readonly sizeBytes: number; readonly digests: Readonly<Record<string, string>>; readonly problem: DocumentProblem },
): CheckedDocument {
  const { sha256 = "", ...digests } = found.digests;
  return {
    path,
    sizeBytes: found.sizeBytes,
    sha256,
    digests,
    type: typeByName(path) ?? "application/octet-stream",
    encoding: null,
    problems: [found.problem],
    signals: NO_SIGNALS,
    isListed,
  };
}

function problemOf(code: string): DocumentProblem {
  return code === "ENOENT"
    ? { kind: "vanished", message: "it vanished while it was being read" }
    : { kind: "unreadable", message: `it ${failureInWords(code)}` };
}
