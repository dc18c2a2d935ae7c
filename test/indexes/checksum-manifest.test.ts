import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksumManifest } from "../../src/indexes/checksum-manifest.ts";
import { parseTarget } from "../../src/paths/target.ts";
import { indexFaults, mutate, targetSource } from "./index-faults.ts";

const FIXTURES = new URL("./fixtures/checksum-manifest/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FIXTURES), "utf8");
const NAMES: readonly string[] = JSON.parse(read("names.json"));
const SHA256 = "6d7ebc44c5bc26207e62f4f628f912e1a0f41ed11764891aa7dd99eab83228e7";
const parse = (text: string, path = "SHA256SUMS") => checksumManifest.parse(text, path);
/** The name that the path rule makes of a target; a backslash in a name is escaped in the target, and so is no slash. */
const nameOf = (target: string): string => {
  const parsed = parseTarget(target);
  return parsed.type === "path" ? parsed.path : parsed.type;
};

describe("checksumManifest on what programs write", () => {
  it.each([
    ["SHA256SUMS", "sha256"],
    ["MD5SUMS", "md5"],
    ["B2SUMS", "blake2b512"],
    ["b2-256.txt", "blake2b256"],
    ["sha512sums.txt", "sha512"],
    ["shasum.sha384", "sha384"],
  ])("reads every name and digest of %s", async (file, algorithm) => {
    const text = read(file);
    expect(checksumManifest.isForm(file, text.slice(0, 4096))).toBe(true);
    const { mentions, problems } = await parse(text, file);
    expect(problems).toEqual([]);
    expect(mentions.map(({ label }) => label)).toEqual(NAMES);
    expect(mentions.map(({ target }) => nameOf(target))).toEqual(NAMES);
    expect(new Set(mentions.map(({ claims }) => claims.checksum?.algorithm))).toEqual(new Set([algorithm]));
    expect(indexFaults(text, { mentions, problems, externalUrlCount: 0 })).toEqual([]);
  });

  it("gives the digest that node computes of the same bytes", async () => {
    for (const file of ["SHA256SUMS", "MD5SUMS", "B2SUMS", "sha512sums.txt", "shasum.sha384"]) {
      const { mentions } = await parse(read(file), file);
      const tides = mentions.find(({ target }) => target === "spec/tides.md")?.claims.checksum;
      expect(tides?.value).toBe(
        createHash(tides?.algorithm ?? "")
          .update("Tide tables: the format.\n")
          .digest("hex"),
      );
    }
  });

  it("reads what openssl writes", async () => {
    const { mentions, problems } = await parse(read("openssl-dgst.txt"), "openssl-dgst.txt");
    expect(problems).toEqual([]);
    expect(mentions.map(({ label }) => label)).toEqual(["spec/tides.md", "with space/buoy list.txt", "größe-海.md", "paren) = (x.txt"]);
    expect(mentions[0]?.claims.checksum?.algorithm).toBe("sha256");
  });

  it("decodes the line ends and percent signs of BagIt's manifests", async () => {
    const { mentions, problems } = await parse(read("manifest-sha256.txt"), "manifest-sha256.txt");
    expect(problems).toEqual([]);
    expect(mentions.map(({ label }) => label)).toEqual([
      // RFC 8493 writes the name "100%25.txt" as "100%2525.txt"; bagit-python does not, so this reads as the RFC has it.
      "data/100%.txt",
      "data/cr\rname.txt",
      "data/fifty%.txt",
      "data/größe-海.md",
      "data/line\nbreak.txt",
      "data/spec/tides.md",
    ]);
    const tags = await parse(read("tagmanifest-md5.txt"), "tagmanifest-md5.txt");
    expect(tags.mentions.map(({ target }) => target)).toContain("bag-info.txt");
    expect(tags.mentions[0]?.claims.checksum).toEqual({ algorithm: "md5", value: "233f81e55ecca057bfa258f8b19f2364" });
  });
});

describe("checksumManifest", () => {
  it("knows manifests by their names, and other text files by their first line", () => {
    const names = [
      "SHA256SUMS",
      "dist/sha512sums.txt",
      "MD5SUMS.txt",
      "b2sums",
      "md5sum.txt",
      "paper.pdf.sha256",
      "all.md5",
      "CHECKSUMS",
      "checksums.txt",
    ];
    expect(names.filter((name) => !checksumManifest.isForm(name, ""))).toEqual([]);
    expect(["bag/manifest-sha512.txt", "bag/tagmanifest-md5.txt"].every((name) => checksumManifest.isForm(name, ""))).toBe(true);
    const others = ["INDEX.md", "manifest.txt", "notes.txt", "SHA256SUMS.asc", "sums.md", "checksums.md", "manifest-sha256.json"];
    expect(others.filter((name) => checksumManifest.isForm(name, "# A heading\n"))).toEqual([]);
    expect(checksumManifest.isForm("hashes.txt", `# made today\n\n${SHA256}  a.md\n`)).toBe(true);
    expect(checksumManifest.isForm("HASHES", `SHA256 (a.md) = ${SHA256}\n`)).toBe(true);
  });

  it("gives names and rows their exact places, with BOM and CRLF", async () => {
    const text = `\uFEFF# sums\r\n${SHA256} *größe 海.md\r\n\r\n\\${SHA256}  a\\\\b\\nc.md\r\n`;
    const { mentions, problems } = await parse(text);
    expect(problems).toEqual([]);
    expect(mentions.map((mention) => targetSource(text, mention))).toEqual(["größe 海.md", "a\\\\b\\nc.md"]);
    expect(mentions[0]?.place).toEqual({ line: 2, column: 67, end: { line: 2, column: 77 } });
    expect(mentions[0]?.row).toEqual({ line: 2, column: 1, end: { line: 2, column: 77 } });
    expect(mentions[1]?.label).toBe("a\\b\nc.md");
  });

  it("reads the lines that end in a zero byte", async () => {
    const text = `${SHA256}  a\nb.md\0${SHA256}  c.md\0`;
    const { mentions, problems } = await parse(text);
    expect(problems).toEqual([]);
    expect(mentions.map(({ target, place }) => [target, place.line])).toEqual([
      ["a\nb.md", 1],
      ["c.md", 2],
    ]);
  });

  it("reads BSD's reversed lines, and passes over standard input", async () => {
    const { mentions, problems } = await parse(`${SHA256} a.md\n${SHA256}  -\n${SHA256}\tb.md\n`);
    expect(problems).toEqual([]);
    expect(mentions.map(({ target }) => target)).toEqual(["a.md", "b.md"]);
  });

  it("leaves a signature around the lines aside", async () => {
    const text = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${SHA256}  a.md\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----\n`;
    const { mentions, problems } = await parse(text);
    expect(problems).toEqual([]);
    expect(mentions.map(({ target, place }) => [target, place.line])).toEqual([["a.md", 4]]);
  });

  it("takes the algorithm of the digits where the manifest's name does not fit them", async () => {
    const md5 = SHA256.slice(0, 32);
    const { mentions } = await parse(`${md5}  a.md\n${SHA256.toUpperCase()}  b.md\n`);
    expect(mentions.map(({ claims }) => claims.checksum)).toEqual([
      { algorithm: "md5", value: md5 },
      { algorithm: "sha256", value: SHA256 },
    ]);
  });

  it("takes 128 digits for BLAKE2b where the name says so, and for SHA-512 else", async () => {
    const line = `${SHA256}${SHA256}  a.md\n`;
    expect((await parse(line, "B2SUMS")).mentions[0]?.claims.checksum?.algorithm).toBe("blake2b512");
    expect((await parse(line, "sums.txt")).mentions[0]?.claims.checksum?.algorithm).toBe("sha512");
    expect((await parse(`BLAKE2b (a.md) = ${SHA256}${SHA256}\n`, "x.txt")).mentions[0]?.claims.checksum?.algorithm).toBe("blake2b512");
  });

  it("tells of each line that is none of a manifest, and reads the others", async () => {
    const { mentions, problems } = await parse(`${SHA256}  a.md\n  see below\n${SHA256}\n\\${SHA256}  bad\\x.md\n${SHA256}  b.md\n`);
    expect(mentions.map(({ target }) => target)).toEqual(["a.md", "b.md"]);
    expect(problems.map(({ place }) => [place.line, place.column, place.end.column])).toEqual([
      [2, 3, 12],
      [3, 1, 65],
      [4, 1, 76],
    ]);
    expect(problems[0]?.message).toBe("the line holds no digest and file name");
  });

  it("counts the problems that it does not show", async () => {
    const { problems } = await parse("no\n".repeat(30));
    expect(problems).toHaveLength(20);
    expect(problems[19]?.message).toBe("the line holds no digest and file name (and 10 more)");
  });

  it("reads back every name that is written as sha256sum writes it", async () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => !/[\0\r]/.test(text) && text !== "-");
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 5 }), async (names) => {
        const lines = names.map((text) => {
          const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
          return `${escaped === text ? "" : "\\"}${SHA256}  ${escaped}\n`;
        });
        const { mentions } = await parse(lines.join(""));
        expect(mentions.map(({ label }) => label)).toEqual(names);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("never throws and keeps its places inside the text, whatever the text is", async () => {
    const valid = fc.constantFrom(read("SHA256SUMS"), read("sha512sums.txt"), read("manifest-sha256.txt"));
    const change = fc.record({
      at: fc.nat(2000),
      length: fc.nat(40),
      insert: fc.constantFrom("", "\n", "\r", "\\", ") = ", "(", "\0", "\uFEFF", "%0A"),
    });
    const mutated = fc.tuple(valid, change).map(([text, slip]) => mutate(text, slip));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(mutated, fc.string({ unit: "binary", maxLength: 200 })),
        fc.constantFrom("SHA256SUMS", "manifest-md5.txt"),
        async (text, path) => {
          expect(indexFaults(text, await parse(text, path))).toEqual([]);
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  });
});
