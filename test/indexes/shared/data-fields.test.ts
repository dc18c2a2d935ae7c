import { describe, expect, it } from "vitest";
import { algorithmName, algorithmOfHeader, checksumOf, claimOfHeader, unitOfHeader } from "../../../src/indexes/shared/data-claims.ts";
import { claimsOfFields } from "../../../src/indexes/shared/data-fields.ts";
import { isTargetShaped, literalTarget, splitTargets } from "../../../src/indexes/shared/data-targets.ts";
import { parseTarget } from "../../../src/paths/target.ts";

const MD5 = "1234567890abcdef1234567890abcdef";
const claims = (fields: Readonly<Record<string, string>>) => claimsOfFields(Object.entries(fields).map(([name, text]) => ({ name, text })));

describe("claimOfHeader", () => {
  it("knows names with capitals, marks and blanks of any sort", () => {
    expect(["lastUpdated", "last_updated", "Last-Updated", "**Date:**"].map(claimOfHeader)).toEqual(["date", "date", "date", "date"]);
    expect(["arXiv", "docId", "filePath", "Größe", "状态", "size (KB)"].map(claimOfHeader)).toEqual([
      "identifier",
      "identifier",
      "path",
      "size",
      "status",
      "size",
    ]);
    expect(["colour", "", "x".repeat(100)].map(claimOfHeader)).toEqual([null, null, null]);
  });
});

describe("algorithmName", () => {
  it("spells every tool's name as node:crypto does", () => {
    const names = [
      "SHA256",
      "SHA-256",
      "SHA2-256",
      "sha_512",
      "SHA512/256",
      "SHA3-256",
      "MD5",
      "BLAKE2b",
      "BLAKE2b-512",
      "BLAKE2b-256",
      "RMD160",
    ];
    expect(names.map(algorithmName)).toEqual([
      ...["sha256", "sha256", "sha256", "sha512", "sha512-256", "sha3-256", "md5", "blake2b512", "blake2b512", "blake2b256", "ripemd160"],
    ]);
  });

  it("is found in the heading of a column", () => {
    expect(["SHA-256", "md5sum", "file sha1", "sha256_hash"].map(algorithmOfHeader)).toEqual(["sha256", "md5", "sha1", "sha256"]);
    expect(["checksum", "smash256"].map(algorithmOfHeader)).toEqual([undefined, undefined]);
    expect(checksumOf(MD5, "MD5")).toEqual({ algorithm: "md5", value: MD5 });
    expect(checksumOf(`SHA-256=${MD5}`)).toEqual({ algorithm: "sha256", value: MD5 });
  });
});

describe("unitOfHeader", () => {
  it("takes the unit from the name, and bytes where it names none", () => {
    expect(["size", "Pages", "line_count", "words", "size_kb", "Size (MB)", "KiB", "页数", "bytes"].map(unitOfHeader)).toEqual([
      ...["byte", "page", "line", "word", "KB", "MB", "KiB", "page", "byte"],
    ]);
  });
});

describe("claimsOfFields", () => {
  it("prefers the claim's own name, then the first", () => {
    expect(claims({ name: "tides", title: "Tides", label: "t", created: "2025", updated: "2026" })).toEqual({
      title: "Tides",
      date: "2025",
    });
    expect(claims({ key: "k", id: "RFC 1", url: "https://a.example", source: "https://b.example" })).toEqual({
      identifier: "RFC 1",
      sourceUrl: "https://b.example",
    });
  });

  it("prefers a size in bytes", () => {
    expect(claims({ pages: "12", bytes: "2,346" })).toEqual({ size: { value: 2346, unit: "byte" } });
  });

  it("claims nothing of blanks, stand-ins, formats, and sources that are no URL", () => {
    expect(
      claims({ status: "-", version: "N/A", owner: " ", type: "file", category: "text/csv", source: "the office", path: "a.md" }),
    ).toEqual({});
  });
});

describe("literalTarget", () => {
  it("leads to the same name through the reading of targets", () => {
    const names = ["a b.md", "100%.txt", "100%25.txt", "a#b?.md", " lead.md ", "x:y.md", "größe.md", "a%20b#c.md", "%zz%41.md"];
    const read = (name: string) => {
      const target = parseTarget(literalTarget(name));
      return target.type === "path" ? target.path : target.type;
    };
    expect(names.map(read)).toEqual(names);
    expect(literalTarget("größe (1).md")).toBe("größe (1).md");
  });
});

describe("splitTargets", () => {
  it("parts a field only where all parts are targets", () => {
    expect(splitTargets("a.md; b.md;")).toEqual([
      { text: "a.md", from: 0, to: 4 },
      { text: "b.md", from: 6, to: 10 },
    ]);
    expect(splitTargets(" Tides, heights.md ").map(({ text }) => text)).toEqual(["Tides, heights.md"]);
    expect(splitTargets("  ")).toEqual([]);
    expect(["a.md", "docs/", "desk@harbour.org", "words"].map(isTargetShaped)).toEqual([true, true, false, false]);
  });
});
