/** Bytes that open a file of a type, as a string of Latin-1 characters; `at` is the offset, 0 unless told. */
export interface TypeSignature {
  readonly type: string;
  readonly bytes: string;
  readonly at?: number;
}

/**
 * Signatures of binary formats and of text formats that no person writes by hand, the longer before the shorter where one opens with the
 * other. Sources: the formats' own specifications, and the magic database of `file` 5.45 as a check. Two-byte signatures (BMP, MP3 frames)
 * are left out: texts open with them by chance. ZIP and OLE2 files are told apart by what they hold (`container-types.ts`).
 */
export const TYPE_SIGNATURES: readonly TypeSignature[] = [
  { type: "application/pdf", bytes: "%PDF-" },
  { type: "application/postscript", bytes: "%!PS" },
  { type: "application/rtf", bytes: "{\\rtf" },
  { type: "image/vnd.djvu", bytes: "AT&TFORM" },
  { type: "application/x-mobipocket-ebook", bytes: "BOOKMOBI", at: 60 },
  { type: "application/vnd.ms-htmlhelp", bytes: "ITSF\x03\0" },
  { type: "application/vnd.wordperfect", bytes: "\xffWPC" },
  { type: "application/zip", bytes: "PK\x03\x04" },
  { type: "application/zip", bytes: "PK\x05\x06" },
  { type: "application/zip", bytes: "PK\x07\x08" },
  { type: "application/x-ole-storage", bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { type: "application/gzip", bytes: "\x1f\x8b\x08" },
  { type: "application/x-bzip2", bytes: "1AY&SY", at: 4 },
  { type: "application/x-xz", bytes: "\xfd7zXZ\0" },
  { type: "application/zstd", bytes: "\x28\xb5\x2f\xfd" },
  { type: "application/x-7z-compressed", bytes: "7z\xbc\xaf\x27\x1c" },
  { type: "application/vnd.rar", bytes: "Rar!\x1a\x07" },
  { type: "application/x-tar", bytes: "ustar\0", at: 257 },
  { type: "application/x-tar", bytes: "ustar ", at: 257 },
  { type: "application/x-archive", bytes: "!<arch>\n" },
  { type: "application/vnd.ms-cab-compressed", bytes: "MSCF\0\0\0\0" },
  { type: "image/png", bytes: "\x89PNG\r\n\x1a\n" },
  { type: "image/jpeg", bytes: "\xff\xd8\xff" },
  { type: "image/gif", bytes: "GIF87a" },
  { type: "image/gif", bytes: "GIF89a" },
  { type: "image/webp", bytes: "WEBPVP8", at: 8 },
  { type: "audio/wav", bytes: "WAVEfmt", at: 8 },
  { type: "image/tiff", bytes: "II*\0" },
  { type: "image/tiff", bytes: "MM\0*" },
  { type: "image/x-icon", bytes: "\0\0\x01\0" },
  { type: "image/jp2", bytes: "\0\0\0\x0cjP  \r\n\x87\n" },
  { type: "image/vnd.adobe.photoshop", bytes: "8BPS\0\x01" },
  { type: "image/heic", bytes: "ftypheic", at: 4 },
  { type: "image/heic", bytes: "ftypmif1", at: 4 },
  { type: "image/avif", bytes: "ftypavif", at: 4 },
  { type: "video/quicktime", bytes: "ftypqt", at: 4 },
  { type: "video/mp4", bytes: "ftyp", at: 4 },
  { type: "video/webm", bytes: "\x1a\x45\xdf\xa3" },
  { type: "audio/mpeg", bytes: "ID3\x03\0" },
  { type: "audio/mpeg", bytes: "ID3\x04\0" },
  { type: "audio/ogg", bytes: "OggS\0" },
  { type: "audio/flac", bytes: "fLaC\0" },
  { type: "font/otf", bytes: "OTTO\0" },
  { type: "font/ttf", bytes: "\0\x01\0\0\0" },
  { type: "font/woff", bytes: "wOFF\0\x01" },
  { type: "font/woff", bytes: "wOFFOTTO" },
  { type: "font/woff2", bytes: "wOF2\0\x01" },
  { type: "font/woff2", bytes: "wOF2OTTO" },
  { type: "application/x-elf", bytes: "\x7fELF" },
  { type: "application/x-mach-binary", bytes: "\xfe\xed\xfa\xce" },
  { type: "application/x-mach-binary", bytes: "\xfe\xed\xfa\xcf" },
  { type: "application/x-mach-binary", bytes: "\xce\xfa\xed\xfe" },
  { type: "application/x-mach-binary", bytes: "\xcf\xfa\xed\xfe" },
  { type: "application/java-vm", bytes: "\xca\xfe\xba\xbe" },
  { type: "application/vnd.microsoft.portable-executable", bytes: "MZ\x90\0" },
  { type: "application/wasm", bytes: "\0asm" },
  { type: "application/vnd.sqlite3", bytes: "SQLite format 3\0" },
  { type: "application/x-bplist", bytes: "bplist00" },
  { type: "application/x-ms-shortcut", bytes: "\x4c\0\0\0\x01\x14\x02\0" },
  { type: "application/x-hdf5", bytes: "\x89HDF\r\n\x1a\n" },
];

/** What a ZIP archive is by the name of an entry in it, the more telling first. Source: ECMA-376 part 2, Apple's iWork and Visio packages. */
export const TYPE_OF_ZIP_ENTRY: readonly (readonly [name: string, type: string])[] = [
  ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"],
  ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["visio/document.xml", "application/vnd.ms-visio.drawing.main+xml"],
  ["FixedDocumentSequence.fdseq", "application/vnd.ms-xpsdocument"],
  ["FixedDocSeq.fdseq", "application/vnd.ms-xpsdocument"],
  ["META-INF/container.xml", "application/epub+zip"],
  ["AndroidManifest.xml", "application/vnd.android.package-archive"],
  ["META-INF/MANIFEST.MF", "application/java-archive"],
];

/** What an OLE2 file is by the name of a stream in it. Source: MS-DOC, MS-XLS, MS-PPT, MS-OXMSG, MS-OFFCRYPTO. */
export const TYPE_OF_OLE_STREAM: readonly (readonly [name: string, type: string])[] = [
  ["EncryptedPackage", "application/x-encrypted-office"],
  ["WordDocument", "application/msword"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
  ["Workbook", "application/vnd.ms-excel"],
  ["Book", "application/vnd.ms-excel"],
  ["__properties_version1.0", "application/vnd.ms-outlook"],
];
