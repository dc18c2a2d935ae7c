import { constants, createInflateRaw, inflateRawSync } from "node:zlib";
import type { DocumentProblem } from "../../types.ts";
import type { ReadLimits } from "../rich-reader.ts";
import { crc32 } from "./crc32.ts";
import { readZipDirectory, type ZipPart } from "./zip-directory.ts";

/**
 * A ZIP archive that is read part by part, in memory, within limits: a part is never expanded beyond the size that the directory states, and all
 * parts together never beyond `expandedBytes`. Archives in archives are not opened. Parts that overlap, as in the bombs of Fifield ("A better zip
 * bomb", WOOT 2019), are not read. Of two parts with one name the last counts, as for Python and Info-ZIP.
 */
export class ZipArchive {
  readonly #buffer: Buffer;
  readonly #parts: ReadonlyMap<string, ZipPart>;
  readonly #overlapping: ReadonlySet<ZipPart>;
  readonly #problems = new Map<string, DocumentProblem>();
  readonly #limit: number;
  #expanded = 0;

  constructor(bytes: Uint8Array, limits: ReadLimits) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limit = limits.expandedBytes;
    const { parts, faults } = readZipDirectory(this.#buffer, limits.parts);
    for (const fault of faults) this.#report("damaged", fault);
    this.#parts = new Map(parts.map((part) => [part.name, part]));
    if (this.#parts.size < parts.length && faults.length === 0) this.#report("damaged", "two of its parts have one name");
    this.#overlapping = overlapping(parts);
  }

  /** What was wrong so far, each once. */
  get problems(): readonly DocumentProblem[] {
    return [...this.#problems.values()];
  }

  /** Names of the parts, folders left out, in the order of the directory. */
  get names(): readonly string[] {
    return [...this.#parts.keys()].filter((name) => !name.endsWith("/"));
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /** A part's bytes, as many as could be expanded; null where there is no such part, or none of it can be read. What is wrong is in `problems`. */
  async read(name: string): Promise<Uint8Array | null> {
    const part = this.#parts.get(name);
    if (!part) return null;
    const refusal = this.#refusalOf(part);
    if (refusal) {
      this.#report(refusal.kind, refusal.message);
      return null;
    }
    const bytes = await this.#expand(part);
    this.#expanded += bytes.length;
    return bytes;
  }

  #refusalOf(part: ZipPart): DocumentProblem | null {
    const damaged = (message: string): DocumentProblem => ({ kind: "damaged", message });
    if (part.isEncrypted) return { kind: "encrypted", message: `its part ${shown(part)} is encrypted with a password` };
    if (this.#overlapping.has(part)) return damaged(`its part ${shown(part)} shares bytes with another part`);
    if (part.method !== 0 && part.method !== 8)
      return damaged(`its part ${shown(part)} is compressed by method ${part.method}, not by deflate`);
    const size = part.method === 0 ? (part.compressedBytes ?? 0) : (part.expandedBytes ?? 0);
    if (this.#expanded + size <= this.#limit) return null;
    const limit = this.#limit.toLocaleString("en");
    return damaged(`its part ${shown(part)} expands to ${size.toLocaleString("en")} bytes, and the limit for all parts is ${limit}`);
  }

  async #expand(part: ZipPart): Promise<Uint8Array> {
    const { expandedBytes, method, crc } = part;
    const data = this.#dataOf(part);
    if (data === null) return new Uint8Array();
    const whole = method === 0 ? data : inflated(data, expandedBytes);
    const bytes = whole ?? (await inflatedPartly(data, expandedBytes ?? this.#limit - this.#expanded));
    if (expandedBytes !== null && (whole === null || bytes.length !== expandedBytes))
      this.#report("damaged", `its part ${shown(part)} is damaged`);
    else if (crc !== null && crc32(bytes) !== crc) this.#report("damaged", `its part ${shown(part)} differs from its checksum`);
    return bytes;
  }

  /** The compressed bytes, as far as the file goes; null where no part begins at its offset. */
  #dataOf(part: ZipPart): Uint8Array | null {
    const buffer = this.#buffer;
    const { at, compressedBytes } = part;
    if (!(at >= 0 && at + 30 <= buffer.length) || buffer.readUInt32LE(at) !== 0x04034b50) {
      this.#report("damaged", `its part ${shown(part)} is not where its directory says`);
      return null;
    }
    const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
    const next = compressedBytes === null ? buffer.indexOf("PK\x03\x04", start, "latin1") : start + compressedBytes;
    const end = Math.min(next < 0 ? buffer.length : next, buffer.length);
    return buffer.subarray(Math.min(start, end), end);
  }

  #report(kind: DocumentProblem["kind"], message: string): void {
    this.#problems.set(message, { kind, message });
  }
}

/** All of a deflated part; null where it is damaged, or larger than it says. A part without a stated size is expanded piecemeal. */
function inflated(data: Uint8Array, expandedBytes: number | null): Uint8Array | null {
  if (expandedBytes === null) return null;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, expandedBytes) });
  } catch {
    return null;
  }
}

/** The first bytes of a deflated part that is cut off, damaged or of unknown size, at most `limit` of them. */
function inflatedPartly(data: Uint8Array, limit: number): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const inflater = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
    const finish = () => resolve(Buffer.concat(chunks).subarray(0, limit));
    inflater.on("data", (chunk: Uint8Array) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) inflater.destroy();
    });
    inflater.on("error", finish);
    inflater.on("close", finish);
    inflater.end(data);
  });
}

/** Parts whose bytes run into those of another. */
function overlapping(parts: readonly ZipPart[]): ReadonlySet<ZipPart> {
  const found = new Set<ZipPart>();
  const inOrder = parts.filter(({ compressedBytes }) => compressedBytes !== null).sort((a, b) => a.at - b.at);
  let before: ZipPart | undefined;
  let end = 0;
  for (const part of inOrder) {
    if (before && part.at < end) found.add(part).add(before);
    const own = part.at + 30 + (part.compressedBytes ?? 0);
    if (before === undefined || own > end) {
      before = part;
      end = own;
    }
  }
  return found;
}

/** A part's name for a message: cut, since it comes from the file. */
function shown({ name }: ZipPart): string {
  return name.length > 80 ? `${name.slice(0, 80)}...` : name;
}
