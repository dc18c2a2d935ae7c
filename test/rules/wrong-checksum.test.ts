import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { wrongChecksum } from "../../src/rules/wrong-checksum.ts";
import { checkedSet, faultsOf, omissionsOf, outcomesOf } from "../support/checked-set.ts";

const TEXT = "# Wire format\n\nA frame has a header.\n";
const digest = (algorithm: string, text = TEXT) => createHash(algorithm).update(text).digest("hex");
const RIGHT = digest("sha256");
const WRONG = digest("sha256", "something else");

function setWith(algorithm: string, value: string, document: object = {}) {
  return checkedSet({
    entries: [{ target: "wire.md", claims: { checksum: { algorithm, value } } }],
    documents: [{ path: "wire.md", text: TEXT, ...document }],
    index: `${value}  wire.md\n`,
    indexPath: "SHA256SUMS",
  });
}

describe("wrong-checksum", () => {
  it("reports both digests in full, from the manifest and from the file", () => {
    const set = setWith("sha256", WRONG);
    expect(faultsOf(wrongChecksum, set)).toEqual([
      {
        type: "fault",
        path: "wire.md",
        entry: set.entries[0],
        confidence: 0.99,
        message: `wire.md does not have the sha256 that the index states: expected ${WRONG}, found ${RIGHT}.`,
        why: wrongChecksum.why,
        help: wrongChecksum.help,
        evidence: [
          { path: "SHA256SUMS", line: 1, quote: `${WRONG}  wire.md`, note: "the sha256 that is stated" },
          { path: "wire.md", quote: RIGHT, note: `the sha256 of its ${TEXT.length} bytes` },
        ],
        identity: "checksum:wire.md:sha256",
      },
    ]);
  });

  it("is silent where the digest is right, in either case of letters", () => {
    expect(outcomesOf(wrongChecksum, setWith("sha256", RIGHT))).toEqual([]);
    expect(outcomesOf(wrongChecksum, setWith("SHA256", RIGHT.toUpperCase()))).toEqual([]);
  });

  it("compares other algorithms where they were computed", () => {
    expect(outcomesOf(wrongChecksum, setWith("md5", digest("md5"), { algorithms: ["md5"] }))).toEqual([]);
    expect(faultsOf(wrongChecksum, setWith("md5", digest("md5", "x"), { algorithms: ["md5"] }))).toHaveLength(1);
  });

  it("omits an algorithm that was not computed", () => {
    expect(omissionsOf(wrongChecksum, setWith("sha3-256", RIGHT)).map(({ reason }) => reason)).toEqual([
      "the checksum's algorithm, sha3-256, was not computed",
    ]);
  });

  it("omits a checksum that is too short to be one", () => {
    expect(
      outcomesOf(wrongChecksum, setWith("sha256", "2d10975a")).map((outcome) => outcome.type === "omission" && outcome.reason),
    ).toEqual(["the stated checksum has 8 digits, and sha256 has 64"]);
  });

  it("compares a file that is too large to be read as a document, and was hashed", () => {
    const large = {
      problems: [{ kind: "unreadable", message: "it has 70,000,000 bytes" }],
      sha256: RIGHT,
      digests: { md5: digest("md5") },
    };
    expect(outcomesOf(wrongChecksum, setWith("sha256", RIGHT, large))).toEqual([]);
    expect(outcomesOf(wrongChecksum, setWith("md5", digest("md5"), large))).toEqual([]);
    expect(faultsOf(wrongChecksum, setWith("sha256", WRONG, large)).map(({ message }) => message)).toEqual([
      `wire.md does not have the sha256 that the index states: expected ${WRONG}, found ${RIGHT}.`,
    ]);
  });

  it("omits a pointer, a file that could not be read, and one that was not read", () => {
    const pointer = { text: `version https://git-lfs.github.com/spec/v1\noid sha256:${RIGHT}\nsize 9\n` };
    expect(omissionsOf(wrongChecksum, setWith("sha256", RIGHT, pointer))).toHaveLength(1);
    const unreadable = { problems: [{ kind: "unreadable", message: "EACCES" }], sha256: "" };
    expect(omissionsOf(wrongChecksum, setWith("sha256", RIGHT, unreadable)).map(({ reason }) => reason)).toEqual([
      "the file could not be read",
    ]);
    const vanished = { problems: [{ kind: "vanished", message: "it vanished" }], sha256: "" };
    expect(omissionsOf(wrongChecksum, setWith("md5", digest("md5"), vanished)).map(({ reason }) => reason)).toEqual([
      "the file could not be read",
    ]);
    const unread = checkedSet({
      entries: [{ target: "a.bin", claims: { checksum: { algorithm: "sha256", value: RIGHT } } }],
      files: ["a.bin"],
    });
    expect(omissionsOf(wrongChecksum, unread).map(({ reason }) => reason)).toEqual(["the file was not read, so its checksum is not known"]);
  });

  it("says nothing of entries without a checksum, and of missing targets", () => {
    expect(outcomesOf(wrongChecksum, checkedSet({ entries: [{ target: "wire.md" }], documents: [{ path: "wire.md" }] }))).toEqual([]);
    expect(
      outcomesOf(wrongChecksum, checkedSet({ entries: [{ target: "gone.md", claims: { checksum: { algorithm: "md5", value: "0" } } }] })),
    ).toEqual([]);
  });

  it("checks what every mention of the entry states, equal statements once", () => {
    const checksum = { algorithm: "sha256", value: WRONG };
    const set = checkedSet({
      entries: [
        {
          target: "wire.md",
          claims: { checksum },
          mentions: [
            { target: "wire.md", claims: { checksum }, line: 4 },
            { target: "wire.md", claims: { checksum: { algorithm: "md5", value: digest("md5", "x") } }, line: 5 },
          ],
        },
      ],
      documents: [{ path: "wire.md", text: TEXT, algorithms: ["md5"] }],
    });
    expect(faultsOf(wrongChecksum, set).map(({ identity }) => identity)).toEqual(["checksum:wire.md:sha256", "checksum:wire.md:md5"]);
  });
});
