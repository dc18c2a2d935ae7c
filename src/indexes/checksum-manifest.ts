import type { IndexFormParser } from "../types.ts";
import { type ChecksumDialect, readChecksumLine } from "./shared/checksum-lines.ts";
import { algorithmName } from "./shared/data-claims.ts";
import { MentionCollector } from "./shared/data-mentions.ts";
import { literalTarget } from "./shared/data-targets.ts";

/** `SHA256SUMS`, `md5sum.txt`, `b2sums`, `sha512sums-release.txt`. */
const SUMS_NAME = /^(sha(?:1|224|256|384|512)|md5|b2|blake2b?)[-_]?sums?(?:[-_.][\w.-]*)?$/i;
/** `CHECKSUMS`, `checksum.txt`, `Fedora-Server-39-x86_64-CHECKSUM`. */
const CHECKSUMS_NAME = /^(?:[\w.-]+[-_.])?checksums?(?:\.(?:txt|sha(?:1|224|256|384|512)|md5))?$/i;
/** `paper.pdf.sha256`, `all.md5`. */
const BY_EXTENSION = /\.(sha(?:1|224|256|384|512)|md5|b2|blake2b)(?:sums?)?$/i;
/** BagIt (RFC 8493, sections 2.1.3 and 2.2.1). */
const BAGIT_NAME = /^(?:tag)?manifest-([a-z0-9]+)\.txt$/i;
/** Names without a telling extension, whose first line decides. */
const PLAIN_NAME = /^[^.]+$|\.(?:txt|sums?|lst|digests?)$/i;
/** A signature that stands around or after the lines (RFC 9580, section 7). */
const SIGNED = /^-----BEGIN PGP SIGNED MESSAGE-----/;
const SIGNATURE = /^-----BEGIN PGP SIGNATURE-----/;

/** What sha256sum, md5sum, b2sum, `shasum`, BSD's and OpenSSL's digests, and BagIt write: one digest and one file a line. */
export const checksumManifest: IndexFormParser = {
  form: "checksum-manifest",
  summary: "Checksum manifests: sha256sum and the like, BSD's tagged lines, BagIt's manifests",
  isForm: (path, head) => {
    const name = nameOf(path);
    if (dialectOf(path) !== null || CHECKSUMS_NAME.test(name)) return true;
    return PLAIN_NAME.test(name) && opensWithChecksum(head);
  },
  parse: async (text, path) => {
    const collector = new MentionCollector(text);
    const dialect = dialectOf(path) ?? { isBagIt: false };
    let isHeader = false;
    for (const { line, from } of linesOf(text)) {
      if (SIGNATURE.test(line)) break;
      if (SIGNED.test(line)) isHeader = true;
      else if (isHeader) isHeader = line.trim() !== "";
      else readLine({ line, from }, dialect, collector);
    }
    return collector.parsed();
  },
};

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What a manifest's own name says of its lines; null where it is no manifest's name. */
function dialectOf(path: string): ChecksumDialect | null {
  const name = nameOf(path);
  if (/\.(?:asc|sig|gpg|minisig)$/i.test(name)) return null;
  const bagIt = BAGIT_NAME.exec(name)?.[1];
  if (bagIt !== undefined) return { algorithm: algorithmName(bagIt), isBagIt: true };
  const algorithm = (SUMS_NAME.exec(name) ?? BY_EXTENSION.exec(name))?.[1];
  return algorithm === undefined ? null : { algorithm: algorithmName(algorithm), isBagIt: false };
}

function opensWithChecksum(head: string): boolean {
  const first = head
    .replace(/^\uFEFF/, "")
    .split(/\r?\n|\0/)
    .find((line) => line.trim() !== "" && !line.startsWith("#"));
  return first !== undefined && first.length < 4000 && readChecksumLine(first, { isBagIt: false }) !== null;
}

interface TextLine {
  readonly line: string;
  readonly from: number;
}

/** Lines without their ends; of `sha256sum --zero`, what stands between zero bytes. */
function* linesOf(text: string): Generator<TextLine> {
  const end = text.includes("\0") ? "\0" : "\n";
  let from = text.startsWith("\uFEFF") ? 1 : 0;
  while (from < text.length) {
    const at = text.indexOf(end, from);
    const to = at < 0 ? text.length : at;
    const line = text.slice(from, to);
    yield { line: end === "\n" && line.endsWith("\r") ? line.slice(0, -1) : line, from };
    from = to + 1;
  }
}

function readLine({ line, from }: TextLine, dialect: ChecksumDialect, collector: MentionCollector): void {
  const indent = line.length - line.trimStart().length;
  const row = { from: from + indent, to: from + Math.max(indent, line.trimEnd().length) };
  if (row.from === row.to || line.startsWith("#")) return;
  const read = readChecksumLine(line, dialect);
  if (read === null) {
    collector.addProblems([{ message: "the line holds no digest and file name", ...row }]);
    return;
  }
  if (read.name === "-") return;
  collector.add({
    target: literalTarget(read.name),
    from: from + read.from,
    to: from + read.to,
    row: { from: row.from, to: Math.max(row.to, from + read.to) },
    listing: "manifest",
    label: read.name,
    claims: { checksum: read.checksum },
    rowText: line,
  });
}
