import { TYPE_OF_OLE_STREAM, TYPE_OF_ZIP_ENTRY } from "./type-signatures.ts";

/** Most entries of an archive that are looked at: an office file has its main part among the first hundred. */
const MOST_ENTRIES = 4096;
/** A ZIP's closing record stands in its last 65,557 bytes: 22 of its own and a comment of at most 65,535 (APPNOTE 4.3.16). */
const LONGEST_CLOSING = 65_557;

/** The MIME type of a ZIP file by the names in its central directory, or by its local headers where the directory is gone. */
export function typeOfZip(bytes: Uint8Array): string {
  const buffer = bufferOf(bytes);
  const declared = declaredType(buffer);
  if (declared) return declared;
  const names = new Set(directoryNames(buffer));
  const known = TYPE_OF_ZIP_ENTRY.find(([name]) => names.has(name));
  if (known) return known[1];
  return typeOfIWork(names) ?? "application/zip";
}

/** EPUB and OpenDocument say their type in a first, uncompressed entry named `mimetype` (OCF 3.3 section 4.3, ODF 1.3 part 2 section 3.3). */
function declaredType(buffer: Buffer): string | null {
  if (buffer.toString("latin1", 30, 38) !== "mimetype") return null;
  const start = 38 + (buffer.length > 30 ? buffer.readUInt16LE(28) : 0);
  const type = /^application\/[a-z0-9.+-]+/.exec(buffer.toString("latin1", start, start + 100));
  const text = type?.[0];
  return text?.startsWith("application/epub") || text?.startsWith("application/vnd.oasis.") ? text.replace(/-template$/, "") : null;
}

function directoryNames(buffer: Buffer): string[] {
  const closing = buffer.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (closing < buffer.length - LONGEST_CLOSING || closing < 0 || closing + 22 > buffer.length) return localNames(buffer);
  const names: string[] = [];
  let at = buffer.readUInt32LE(closing + 16);
  while (names.length < MOST_ENTRIES && at + 46 <= buffer.length && buffer.readUInt32LE(at) === 0x02014b50) {
    const nameLength = buffer.readUInt16LE(at + 28);
    names.push(buffer.toString("utf8", at + 46, at + 46 + nameLength));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return names.length > 0 ? names : localNames(buffer);
}

function localNames(buffer: Buffer): string[] {
  const names: string[] = [];
  for (
    let at = 0;
    at >= 0 && at + 30 <= buffer.length && names.length < MOST_ENTRIES;
    at = buffer.indexOf("PK\x03\x04", at + 4, "latin1")
  ) {
    names.push(buffer.toString("utf8", at + 30, at + 30 + buffer.readUInt16LE(at + 26)));
  }
  return names;
}

/** Apple's packages hold `Index/Document.iwa` and one part that tells the three programs apart. */
function typeOfIWork(names: ReadonlySet<string>): string | null {
  if (!names.has("Index/Document.iwa")) return null;
  for (const name of names) {
    if (name.startsWith("Index/Slide")) return "application/vnd.apple.keynote";
    if (name === "Index/CalculationEngine.iwa") return "application/vnd.apple.numbers";
  }
  return "application/vnd.apple.pages";
}

/** The MIME type of an OLE2 file by its streams' names, which stand in directory entries of 128 bytes (MS-CFB 2.6.1). */
export function typeOfOle(bytes: Uint8Array): string {
  const buffer = bufferOf(bytes);
  for (const [name, type] of TYPE_OF_OLE_STREAM) {
    const needle = Buffer.from(`${name}\0`, "utf16le");
    for (let at = buffer.indexOf(needle); at >= 0; at = buffer.indexOf(needle, at + 1)) if (at % 128 === 0) return type;
  }
  return "application/x-ole-storage";
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
