/** The parts of a ZIP file, from its central directory (APPNOTE 6.3.10 section 4.3), or from its local headers where that is gone. */

export interface ZipPart {
  /** With `/` between folders. It is compared, never written to a disk, so that `..` in it does nothing. */
  readonly name: string;
  /** Offset of the local header. */
  readonly at: number;
  /** As the directory states it; null where only the local header is left, and states none. */
  readonly compressedBytes: number | null;
  readonly expandedBytes: number | null;
  readonly crc: number | null;
  /** 0: stored; 8: deflate; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
}

export interface ZipDirectory {
  /** In the order of the directory; names may occur twice. */
  readonly parts: readonly ZipPart[];
  /** What is wrong with the archive as a whole. */
  readonly faults: readonly string[];
}

/** The closing record stands in the last 65,557 bytes: 22 of its own and a comment of at most 65,535 (4.3.16). */
const LONGEST_CLOSING = 65_557;
const CENTRAL = 0x02014b50;
const LOCAL = "PK\x03\x04";
/** Stands for a number that a ZIP64 field holds (4.4.1.4). */
const ELSEWHERE = 0xffffffff;

/** Lists an archive's parts, at most `limit` of them. Reads ZIP64. Never throws. */
export function readZipDirectory(buffer: Buffer, limit: number): ZipDirectory {
  const closing = findClosing(buffer);
  if (!closing) return recovered(buffer, limit, "its directory is missing, as in a file that was cut off");
  const { parts, end } = centralParts(buffer, closing, Math.min(limit, closing.count));
  if (closing.count > limit) return { parts, faults: [`it holds ${count(closing.count)} parts, and the limit is ${count(limit)}`] };
  if (parts.length < closing.count) return recovered(buffer, limit, `its directory breaks off at byte ${count(end)}`);
  return { parts, faults: [] };
}

interface Closing {
  readonly count: number;
  /** Offset of the directory, and how far everything is shifted by what stands before the archive. */
  readonly at: number;
  readonly shift: number;
}

function findClosing(buffer: Buffer): Closing | null {
  const at = buffer.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (at < 0 || at < buffer.length - LONGEST_CLOSING || at + 22 > buffer.length) return null;
  const long = longClosing(buffer, at);
  const stated = long ?? { count: buffer.readUInt16LE(at + 10), sizeBytes: buffer.readUInt32LE(at + 12), at: buffer.readUInt32LE(at + 16) };
  if (stated.count === 0) return { count: 0, at: 0, shift: 0 };
  if (isCentral(buffer, stated.at)) return { count: stated.count, at: stated.at, shift: 0 };
  const behind = at - stated.sizeBytes;
  return isCentral(buffer, behind) ? { count: stated.count, at: behind, shift: behind - stated.at } : null;
}

/** The ZIP64 closing record (4.3.14), which a locator before the ordinary one points to (4.3.15). */
function longClosing(buffer: Buffer, closing: number): { count: number; sizeBytes: number; at: number } | null {
  const locator = closing - 20;
  if (locator < 0 || buffer.readUInt32LE(locator) !== 0x07064b50) return null;
  const at = Number(buffer.readBigUInt64LE(locator + 8));
  if (at + 56 > buffer.length || buffer.readUInt32LE(at) !== 0x06064b50) return null;
  const number = (offset: number) => Number(buffer.readBigUInt64LE(at + offset));
  return { count: number(32), sizeBytes: number(40), at: number(48) };
}

function isCentral(buffer: Buffer, at: number): boolean {
  return at >= 0 && at + 46 <= buffer.length && buffer.readUInt32LE(at) === CENTRAL;
}

function centralParts(buffer: Buffer, { at: start, shift }: Closing, most: number): { parts: ZipPart[]; end: number } {
  const parts: ZipPart[] = [];
  let at = start;
  while (parts.length < most && isCentral(buffer, at)) {
    const nameEnd = at + 46 + buffer.readUInt16LE(at + 28);
    const extraEnd = nameEnd + buffer.readUInt16LE(at + 30);
    if (extraEnd > buffer.length) break;
    const short = [24, 20, 42].map((offset) => buffer.readUInt32LE(at + offset));
    const [expandedBytes = 0, compressedBytes = 0, local = 0] = longFields(buffer, { from: nameEnd, to: extraEnd }, short);
    parts.push({
      name: nameOf(buffer, at + 46, nameEnd),
      at: local + shift,
      compressedBytes,
      expandedBytes,
      crc: buffer.readUInt32LE(at + 16),
      method: buffer.readUInt16LE(at + 10),
      isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
    });
    at = extraEnd + buffer.readUInt16LE(at + 32);
  }
  return { parts, end: at };
}

/** Expanded size, compressed size and offset, those that do not fit in 32 bits from the ZIP64 extra field, which holds them in this order (4.5.3). */
function longFields(buffer: Buffer, { from, to }: { from: number; to: number }, short: readonly number[]): readonly number[] {
  if (!short.includes(ELSEWHERE)) return short;
  for (let at = from; at + 4 <= to; at += 4 + buffer.readUInt16LE(at + 2)) {
    if (buffer.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return short.map((value) => {
      if (value !== ELSEWHERE || next + 8 > to) return value;
      next += 8;
      return Number(buffer.readBigUInt64LE(next - 8));
    });
  }
  return short;
}

function recovered(buffer: Buffer, limit: number, fault: string): ZipDirectory {
  const parts: ZipPart[] = [];
  for (let at = buffer.indexOf(LOCAL, 0, "latin1"); at >= 0 && at + 30 <= buffer.length && parts.length < limit; ) {
    const flags = buffer.readUInt16LE(at + 6);
    // Bit 3: sizes and checksum follow the data (4.4.4).
    const isLate = (flags & 8) !== 0;
    const stated = (offset: number) => (isLate ? null : buffer.readUInt32LE(at + offset));
    const [compressedBytes, expandedBytes] = [stated(18), stated(22)];
    const nameEnd = at + 30 + buffer.readUInt16LE(at + 26);
    parts.push({
      name: nameOf(buffer, at + 30, nameEnd),
      at,
      compressedBytes,
      expandedBytes,
      crc: stated(14),
      method: buffer.readUInt16LE(at + 8),
      isEncrypted: (flags & 1) === 1,
    });
    at = buffer.indexOf(LOCAL, at + 4, "latin1");
  }
  return { parts, faults: [fault] };
}

/** Names are UTF-8 in practice, whatever the flag says; a backslash is what some programs write for `/`. */
function nameOf(buffer: Buffer, from: number, to: number): string {
  return buffer.toString("utf8", from, to).replaceAll("\\", "/");
}

function count(value: number): string {
  return value.toLocaleString("en");
}
