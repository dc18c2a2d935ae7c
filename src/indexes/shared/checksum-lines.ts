/**
 * Lines of a checksum manifest: what sha256sum and its kin, BSD's and OpenSSL's digests and BagIt's tools write.
 * Sources: GNU coreutils 9, `digest.c` (split_3, filename_unescape); RFC 8493, section 2.1.3; openssl-dgst(1).
 */
import { algorithmName, checksumOf } from "./data-claims.ts";

/** A line's digest and name, with the offsets of the name in the line. */
export interface ChecksumLine {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly checksum: { readonly algorithm: string; readonly value: string };
}

/** What is known before a line is read. */
export interface ChecksumDialect {
  /** By the manifest's own name; a tag in the line outranks it. */
  readonly algorithm?: string;
  /** BagIt: any blanks after the digest, and names with `%0A`, `%0D` and `%25` for a line feed, a carriage return and a percent sign. */
  readonly isBagIt: boolean;
}

/** `SHA256 (name) = digits`, and OpenSSL's `SHA2-256(name)= digits`. The name runs to the last bracket, as coreutils has it. */
const TAGGED = /^\s*(\\?)([A-Za-z][A-Za-z0-9/-]{1,15}) ?\((.*)\) ?= ?([0-9a-fA-F]{32,128})\s*$/su;
/** `digits`, a blank, then a blank, a `*` or (BSD's reversed form) the name at once. */
const PLAIN = /^[ \t]*(\\?)([0-9a-fA-F]{32,128})[ \t]([ *]?)(.+)$/su;
const BAGIT = /^[ \t]*()([0-9a-fA-F]{32,128})([ \t]+\*?)(.+)$/su;

/** Reads a line without its line end; null where it is no line of a manifest. */
export function readChecksumLine(line: string, dialect: ChecksumDialect): ChecksumLine | null {
  const tagged = dialect.isBagIt ? null : TAGGED.exec(line);
  if (tagged) {
    const [, mark = "", tag = "", written = "", digits = ""] = tagged;
    const from = line.indexOf("(") + 1;
    return lineOf({ written, from, isEscaped: mark !== "", digits, algorithm: algorithmName(tag) }, dialect);
  }
  const [, mark = "", digits = "", , written = ""] = (dialect.isBagIt ? BAGIT : PLAIN).exec(line) ?? [];
  if (digits === "") return null;
  const algorithm = algorithmFor(digits, dialect.algorithm);
  return lineOf({ written, from: line.length - written.length, isEscaped: mark !== "", digits, algorithm }, dialect);
}

interface RawLine {
  readonly written: string;
  readonly from: number;
  readonly isEscaped: boolean;
  readonly digits: string;
  readonly algorithm: string | undefined;
}

function lineOf({ written, from, isEscaped, digits, algorithm }: RawLine, { isBagIt }: ChecksumDialect): ChecksumLine | null {
  const checksum = checksumOf(digits, algorithm);
  const name = isEscaped ? unescapeName(written) : isBagIt ? decodeBagItName(written) : written;
  return checksum === null || name === null || name === "" ? null : { name, from, to: from + written.length, checksum };
}

/** Digits of the algorithms that a manifest's name can give. */
const DIGITS_OF: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
  blake2b512: 128,
};

/** The algorithm of the manifest's name where the number of digits fits; `b2sum -l 256` writes fewer, and is a blake2b of that length. */
function algorithmFor(digits: string, named: string | undefined): string | undefined {
  if (named === undefined || DIGITS_OF[named] === digits.length) return named;
  return named === "blake2b512" ? `blake2b${digits.length * 4}` : undefined;
}

/** coreutils' escapes, which a backslash before the line announces; null where one is no escape. */
function unescapeName(written: string): string | null {
  if (/\\(?![nr])/.test(written.replace(/\\\\/g, ""))) return null;
  const meant: Readonly<Record<string, string>> = { "\\\\": "\\", "\\n": "\n", "\\r": "\r" };
  return written.replace(/\\[\\nr]/g, (mark) => meant[mark] ?? mark);
}

function decodeBagItName(written: string): string {
  const meant: Readonly<Record<string, string>> = { "0A": "\n", "0D": "\r", "25": "%" };
  return written.replace(/%(0A|0D|25)/gi, (mark, code: string) => meant[code.toUpperCase()] ?? mark);
}
