import { describe, expect, it } from "vitest";
import { READ_LIMITS } from "../../../src/readers/read-any-document.ts";
import { crc32 } from "../../../src/readers/shared/crc32.ts";
import { ZipArchive } from "../../../src/readers/shared/zip.ts";
import { makeZip } from "../make-zip.ts";

const open = (bytes: Uint8Array, limits = {}) => new ZipArchive(bytes, { ...READ_LIMITS, ...limits });
const words = async (zip: ZipArchive, name: string) => {
  const bytes = await zip.read(name);
  return bytes === null ? null : Buffer.from(bytes).toString();
};
const messages = (zip: ZipArchive) => zip.problems.map(({ kind, message }) => `${kind}: ${message}`);
const LONG = "valve and pump ".repeat(200);

describe("crc32", () => {
  it("gives the value that the format's standard gives for its example", () => {
    expect(crc32(Buffer.from("123456789"))).toBe(0xcbf43926);
  });
});

describe("ZipArchive", () => {
  it("reads stored and deflated parts, and says nothing of a whole archive", async () => {
    const zip = open(
      makeZip([
        { name: "a.txt", data: "one", isStored: true },
        { name: "folder/b.txt", data: LONG },
      ]),
    );
    expect(await words(zip, "a.txt")).toBe("one");
    expect(await words(zip, "folder/b.txt")).toBe(LONG);
    expect(zip.names).toEqual(["a.txt", "folder/b.txt"]);
    expect(await words(zip, "c.txt")).toBeNull();
    expect(messages(zip)).toEqual([]);
  });

  it("reads parts whose sizes follow them, archives in the long form, and archives behind other bytes", async () => {
    for (const bytes of [
      makeZip([
        { name: "a", data: LONG, isLate: true },
        { name: "b", data: "two" },
      ]),
      makeZip(
        [
          { name: "a", data: LONG },
          { name: "b", data: "two" },
        ],
        { isZip64: true },
      ),
      Buffer.concat([
        Buffer.from("#!/bin/sh\n"),
        makeZip([
          { name: "a", data: LONG },
          { name: "b", data: "two" },
        ]),
      ]),
    ]) {
      const zip = open(bytes);
      expect(await words(zip, "a")).toBe(LONG);
      expect(await words(zip, "b")).toBe("two");
      expect(messages(zip)).toEqual([]);
    }
  });

  it("reads names that lead upwards as names, and those with backslashes as paths", async () => {
    const zip = open(
      makeZip([
        { name: "../../etc/passwd", data: "x" },
        { name: "word\\document.xml", data: "y" },
      ]),
    );
    expect(zip.names).toEqual(["../../etc/passwd", "word/document.xml"]);
  });

  it("keeps what can be read of an archive that was cut off", async () => {
    const whole = makeZip([
      { name: "a", data: "one" },
      { name: "b", data: LONG.repeat(20) },
      { name: "c", data: "three" },
    ]);
    const zip = open(whole.subarray(0, 87));
    expect(await words(zip, "a")).toBe("one");
    expect(await words(zip, "b")).not.toBe(LONG.repeat(20));
    expect(messages(zip)).toEqual(["damaged: its directory is missing, as in a file that was cut off", "damaged: its part b is damaged"]);
  });

  it("keeps the start of a part that is damaged in its middle", async () => {
    const text = Array.from({ length: 5000 }, (_, at) => `line ${at}`).join("\n");
    const bytes = makeZip([{ name: "a", data: text }]);
    bytes.fill(0xff, 6000, 6040);
    const zip = open(bytes);
    const kept = (await words(zip, "a")) ?? "";
    expect(kept.startsWith("line 0\nline 1\n")).toBe(true);
    expect(kept.length).toBeLessThan(text.length);
    expect(messages(zip)).toEqual(["damaged: its part a is damaged"]);
  });

  it("tells a part that differs from its checksum", async () => {
    const zip = open(makeZip([{ name: "a", data: "one", statedCrc: 7 }]));
    expect(await words(zip, "a")).toBe("one");
    expect(messages(zip)).toEqual(["damaged: its part a differs from its checksum"]);
  });

  it("says that a part is encrypted, or compressed by a method that it does not know", async () => {
    const zip = open(
      makeZip([
        { name: "a", data: "one", isEncrypted: true },
        { name: "b", data: "two", method: 14 },
      ]),
    );
    expect([await zip.read("a"), await zip.read("b")]).toEqual([null, null]);
    expect(messages(zip)).toEqual([
      "encrypted: its part a is encrypted with a password",
      "damaged: its part b is compressed by method 14, not by deflate",
    ]);
  });

  it("refuses a part that expands beyond the limit, and reads a smaller one", async () => {
    const zip = open(
      makeZip([
        { name: "bomb", data: "a".repeat(100_000) },
        { name: "small", data: "b" },
      ]),
      { expandedBytes: 50_000 },
    );
    expect(await words(zip, "bomb")).toBeNull();
    expect(await words(zip, "small")).toBe("b");
    expect(messages(zip)).toEqual(["damaged: its part bomb expands to 100,000 bytes, and the limit for all parts is 50,000"]);
  });

  it("counts all parts together, one that is read twice included", async () => {
    const zip = open(makeZip([{ name: "a", data: "a".repeat(30_000) }]), { expandedBytes: 50_000 });
    expect((await zip.read("a"))?.length).toBe(30_000);
    expect(await zip.read("a")).toBeNull();
  });

  it("expands a part that lies about its size no further than it says", async () => {
    const zip = open(makeZip([{ name: "liar", data: "a".repeat(1_000_000), statedBytes: 1000 }]));
    expect((await zip.read("liar"))?.length).toBe(1000);
    expect(messages(zip)).toEqual(["damaged: its part liar is damaged"]);
  });

  it("expands a part of unknown size no further than the limit", async () => {
    const cut = makeZip([{ name: "a", data: "a".repeat(1_000_000), isLate: true }]);
    const zip = open(cut.subarray(0, cut.length - 40), { expandedBytes: 20_000 });
    expect((await zip.read("a"))?.length).toBe(20_000);
  });

  it("does not read parts that share their bytes", async () => {
    const zip = open(
      makeZip([
        { name: "a", data: LONG },
        { name: "b", data: LONG, sharesBefore: true },
      ]),
    );
    expect([await zip.read("a"), await zip.read("b")]).toEqual([null, null]);
    expect(messages(zip)).toContain("damaged: its part a shares bytes with another part");
  });

  it("takes the last of two parts with one name, and says so", async () => {
    const zip = open(
      makeZip([
        { name: "a", data: "first" },
        { name: "a", data: "second" },
      ]),
    );
    expect(await words(zip, "a")).toBe("second");
    expect(messages(zip)).toEqual(["damaged: two of its parts have one name"]);
  });

  it("lists no more parts than the limit", () => {
    const parts = Array.from({ length: 30 }, (_, at) => ({ name: `part-${at}`, data: "x" }));
    const zip = open(makeZip(parts), { parts: 10 });
    expect(zip.names.length).toBe(10);
    expect(messages(zip)).toEqual(["damaged: it holds 30 parts, and the limit is 10"]);
  });

  it("reads an archive without parts, and bytes that are none", () => {
    expect(messages(open(makeZip([])))).toEqual([]);
    expect(messages(open(Buffer.from("PK")))).toEqual(["damaged: its directory is missing, as in a file that was cut off"]);
    expect(messages(open(new Uint8Array()))).toEqual(["damaged: its directory is missing, as in a file that was cut off"]);
  });
});
