/** Archives for tests, whole and spoiled: a writer of ZIP files that does what it is told. */
import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../src/readers/shared/crc32.ts";

export interface PartToZip {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly isStored?: boolean;
  /** Sets the flag of an encrypted part; the data stays as it is. */
  readonly isEncrypted?: boolean;
  /** What the directory states in place of the true size. */
  readonly statedBytes?: number;
  readonly statedCrc?: number;
  readonly method?: number;
  /** Sizes and checksum follow the data, as in archives that are written in one go. */
  readonly isLate?: boolean;
  /** Points to the local header of the part before, as in a bomb. */
  readonly sharesBefore?: boolean;
}

/** A ZIP archive of these parts; `isZip64` writes sizes, offsets and counts in their long form. */
export function makeZip(parts: readonly PartToZip[], { isZip64 = false } = {}): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let before = 0;
  for (const part of parts) {
    const raw = Buffer.from(part.data);
    const data = part.isStored ? raw : deflateRawSync(raw);
    const sizes = { packed: data.length, raw: part.statedBytes ?? raw.length, crc: part.statedCrc ?? crc32(raw) };
    const name = Buffer.from(part.name);
    const flags = (part.isEncrypted ? 1 : 0) | (part.isLate ? 8 : 0);
    const method = part.method ?? (part.isStored ? 0 : 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    if (!part.isLate) writeSizes(local, 14, sizes);
    local.writeUInt16LE(name.length, 26);
    const late = Buffer.alloc(part.isLate ? 16 : 0);
    if (part.isLate) {
      late.writeUInt32LE(0x08074b50, 0);
      writeSizes(late, 4, sizes);
    }
    directory.push(centralOf({ name, flags, method, sizes, at: part.sharesBefore ? before : at, isZip64 }));
    body.push(local, name, data, late);
    before = at;
    at += 30 + name.length + data.length + late.length;
  }
  return Buffer.concat([...body, ...directory, closing(parts.length, { at, length: Buffer.concat(directory).length }, isZip64)]);
}

interface Sizes {
  readonly packed: number;
  readonly raw: number;
  readonly crc: number;
}

function writeSizes(buffer: Buffer, at: number, { packed, raw, crc }: Sizes): void {
  buffer.writeUInt32LE(crc, at);
  buffer.writeUInt32LE(packed, at + 4);
  buffer.writeUInt32LE(raw, at + 8);
}

function centralOf({
  name,
  flags,
  method,
  sizes,
  at,
  isZip64,
}: {
  name: Buffer;
  flags: number;
  method: number;
  sizes: Sizes;
  at: number;
  isZip64: boolean;
}): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(flags, 8);
  record.writeUInt16LE(method, 10);
  writeSizes(record, 16, isZip64 ? { crc: sizes.crc, packed: 0xffffffff, raw: 0xffffffff } : sizes);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(isZip64 ? 28 : 0, 30);
  record.writeUInt32LE(isZip64 ? 0xffffffff : at, 42);
  const extra = Buffer.alloc(isZip64 ? 28 : 0);
  if (isZip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(sizes.raw), 4);
    extra.writeBigUInt64LE(BigInt(sizes.packed), 12);
    extra.writeBigUInt64LE(BigInt(at), 20);
  }
  return Buffer.concat([record, name, extra]);
}

function closing(count: number, directory: { at: number; length: number }, isZip64: boolean): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isZip64 ? 0xffff : count, 8);
  end.writeUInt16LE(isZip64 ? 0xffff : count, 10);
  end.writeUInt32LE(isZip64 ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(isZip64 ? 0xffffffff : directory.at, 16);
  if (!isZip64) return end;
  const long = Buffer.alloc(56);
  long.writeUInt32LE(0x06064b50, 0);
  for (const [offset, value] of [
    [24, count],
    [32, count],
    [40, directory.length],
    [48, directory.at],
  ] as const)
    long.writeBigUInt64LE(BigInt(value), offset);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directory.at + directory.length), 8);
  return Buffer.concat([long, locator, end]);
}

/** A Word document with this body and further parts, by name. */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const sorts = Object.keys(parts).map((name) => /^word\/(\w+)\.xml$/.exec(name)?.[1] ?? "");
  const related = sorts.map((sort) => `<Relationship Id="${sort}" Type="http://x/${sort}" Target="${sort}.xml"/>`).join("");
  return makeZip([
    { name: "word/document.xml", data: `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` },
    { name: "word/_rels/document.xml.rels", data: `<Relationships>${related}</Relationships>` },
    ...Object.entries(parts).map(([name, data]) => ({ name, data })),
  ]);
}

/** A workbook of one sheet, with further parts by name. */
export function makeXlsx(rows: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  return makeZip([
    { name: "xl/workbook.xml", data: '<workbook><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>' },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>',
    },
    { name: "xl/worksheets/sheet1.xml", data: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    ...Object.entries(parts).map(([name, data]) => ({ name, data })),
  ]);
}

/** An OpenDocument text with this body. */
export function makeOdt(body: string, { styles = "", manifest = "" } = {}): Buffer {
  return makeZip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.text", isStored: true },
    {
      name: "content.xml",
      data: `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    { name: "META-INF/manifest.xml", data: `<manifest:manifest>${manifest}</manifest:manifest>` },
  ]);
}

/** A book of these pages, in order. */
export function makeEpub(pages: readonly string[], parts: Readonly<Record<string, string>> = {}): Buffer {
  const items = pages.map((_, at) => `<item id="p${at}" href="text/p%20${at}.xhtml" media-type="application/xhtml+xml"/>`).join("");
  const order = pages.map((_, at) => `<itemref idref="p${at}"/>`).join("");
  return makeZip([
    { name: "mimetype", data: "application/epub+zip", isStored: true },
    { name: "META-INF/container.xml", data: '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>' },
    {
      name: "in/book.opf",
      data: `<package><metadata><dc:title>A book</dc:title></metadata><manifest>${items}</manifest><spine>${order}</spine></package>`,
    },
    ...pages.map((page, at) => ({ name: `in/text/p ${at}.xhtml`, data: `<html><head><title>x</title></head><body>${page}</body></html>` })),
    ...Object.entries(parts).map(([name, data]) => ({ name, data })),
  ]);
}
