/** Bytes of one ordinary file, or why there are none. Opened without blocking, so that a FIFO cannot hang it. */
import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";

/** Bytes that are read at a time where a file is only hashed. */
const CHUNK_BYTES = 1024 * 1024;

/** `code` is `folder`, `special` (a FIFO, socket or device), `too-large`, or the system's own (`ENOENT`, `EACCES`). */
export type BytesRead =
  | { readonly type: "bytes"; readonly bytes: Uint8Array }
  | { readonly type: "failed"; readonly code: string }
  | { readonly type: "too-large"; readonly sizeBytes: number };

/** Reads a file of at most `limitBytes`. Never throws. */
export function readBytes(full: string, limitBytes: number): BytesRead {
  return withFile<BytesRead>(full, (file, sizeBytes) =>
    sizeBytes > limitBytes ? { type: "too-large", sizeBytes } : { type: "bytes", bytes: readFileSync(file) },
  );
}

/** Hashes a file of any size in one pass, a piece at a time; digests by algorithm, in hexadecimal. Null where it cannot be read. */
export function hashFile(full: string, algorithms: readonly string[]): Readonly<Record<string, string>> | null {
  const result = withFile<{ readonly type: "hashed"; readonly digests: Readonly<Record<string, string>> }>(full, (file) => {
    const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk))
      for (const [, hash] of hashes) hash.update(chunk.subarray(0, length));
    return { type: "hashed", digests: Object.fromEntries(hashes.map(([algorithm, hash]) => [algorithm, hash.digest("hex")])) };
  });
  return result.type === "hashed" ? result.digests : null;
}

function withFile<Result>(full: string, use: (file: number, sizeBytes: number) => Result): Result | { type: "failed"; code: string } {
  let file: number | undefined;
  try {
    file = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { type: "failed", code: "folder" };
    if (!stat.isFile()) return { type: "failed", code: "special" };
    return use(file, stat.size);
  } catch (error) {
    return { type: "failed", code: errorCode(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The system's name of a fault (`EACCES`), else the error in words. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : String(error);
}

/** What a failure's code means, to stand after "it": `could not be read: permission denied (EACCES)`. */
export function failureInWords(code: string): string {
  switch (code) {
    case "folder":
      return "is a folder";
    case "special":
    case "ENXIO":
      return "is no ordinary file";
    case "EACCES":
    case "EPERM":
      return `could not be read: permission denied (${code})`;
    case "ENOENT":
      return "is not there any more";
    case "ELOOP":
      return "is a link that leads to itself";
    default:
      return `could not be read (${code})`;
  }
}
