import { createHash } from "node:crypto";
import { truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errorCode, failureInWords, hashFile, readBytes } from "../../src/engine/read-bytes.ts";
import { temporarySet } from "../hostile/temporary-set.ts";

describe("readBytes", () => {
  it("gives the bytes of a file up to the limit, and the size of a larger one", () => {
    const set = temporarySet({ "a.md": "12345" });
    expect(readBytes(set.path("a.md"), 5)).toEqual({ type: "bytes", bytes: Buffer.from("12345") });
    expect(readBytes(set.path("a.md"), 4)).toEqual({ type: "too-large", sizeBytes: 5 });
  });

  it("says what is no file, and does not wait for a FIFO", () => {
    const set = temporarySet({ "folder/a.md": "" });
    set.fifo("fifo");
    set.link("self", "self");
    expect(["folder", "fifo", "self", "gone"].map((path) => readBytes(set.path(path), 9))).toEqual([
      { type: "failed", code: "folder" },
      { type: "failed", code: "special" },
      { type: "failed", code: "ELOOP" },
      { type: "failed", code: "ENOENT" },
    ]);
    expect(readBytes("/dev/null", 9)).toEqual({ type: "failed", code: "special" });
  });
});

describe("hashFile", () => {
  it("gives the digests of files larger than what is read at a time", () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, "seed");
    const set = temporarySet({ large: bytes, empty: "" });
    const expected = (algorithm: string, data: Uint8Array) => createHash(algorithm).update(data).digest("hex");
    expect(hashFile(set.path("large"), ["sha256", "md5"])).toEqual({ sha256: expected("sha256", bytes), md5: expected("md5", bytes) });
    truncateSync(set.path("empty"), 2_000_000);
    expect(hashFile(set.path("empty"), ["sha256"])).toEqual({ sha256: expected("sha256", Buffer.alloc(2_000_000)) });
  });

  it("gives null for what cannot be read", () => {
    expect(hashFile(temporarySet().path("gone"), ["sha256"])).toBeNull();
  });
});

describe("failures in words", () => {
  it("follow on the word it", () => {
    expect(["folder", "special", "EACCES", "ENOENT", "ELOOP", "EIO"].map(failureInWords)).toEqual([
      "is a folder",
      "is no ordinary file",
      "could not be read: permission denied (EACCES)",
      "is not there any more",
      "is a link that leads to itself",
      "could not be read (EIO)",
    ]);
  });

  it("are the system's codes, else the error itself", () => {
    expect(errorCode(Object.assign(new Error("x"), { code: "EIO" }))).toBe("EIO");
    expect(errorCode(new Error("plain"))).toBe("Error: plain");
    expect(errorCode("text")).toBe("text");
  });
});
