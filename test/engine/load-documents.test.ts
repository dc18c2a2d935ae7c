import { createHash } from "node:crypto";
import { truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadDocument, MAX_DOCUMENT_BYTES, MAX_HASHED_BYTES } from "../../src/engine/load-documents.ts";
import { temporarySet } from "../hostile/temporary-set.ts";

const request = (path: string, algorithms: readonly string[] = []) => ({ path, isListed: true, algorithms });

describe("loadDocument", () => {
  it("hashes and measures a document", async () => {
    const text = "# Tide tables\n\nTwo words.\n";
    const set = temporarySet({ "docs/a.md": text });
    const document = await loadDocument(set.root, request("docs/a.md", ["md5", "sha512"]));
    const digest = (algorithm: string) => createHash(algorithm).update(text).digest("hex");
    expect(document).toMatchObject({
      path: "docs/a.md",
      sizeBytes: text.length,
      sha256: digest("sha256"),
      digests: { md5: digest("md5"), sha512: digest("sha512") },
      type: "text/markdown",
      encoding: "utf-8",
      problems: [],
      isListed: true,
    });
    expect(document.signals.outline?.titles[0]?.text).toBe("Tide tables");
  });

  it("says that a file vanished since the walk", async () => {
    expect(await loadDocument(temporarySet().root, request("gone.pdf"))).toMatchObject({
      sizeBytes: 0,
      sha256: "",
      type: "application/pdf",
      problems: [{ kind: "vanished", message: "it vanished while it was being read" }],
    });
  });

  it("says that a folder or a FIFO stands there now, and does not wait", async () => {
    const set = temporarySet({ "folder.md/x": "" });
    set.fifo("fifo.md");
    const problems = (await Promise.all(["folder.md", "fifo.md"].map((path) => loadDocument(set.root, request(path))))).map(
      ({ problems }) => problems,
    );
    expect(problems).toEqual([
      [{ kind: "unreadable", message: "it is a folder" }],
      [{ kind: "unreadable", message: "it is no ordinary file" }],
    ]);
  });

  it("hashes a file over the limit in pieces, with all digests, and measures nothing of it", async () => {
    const set = temporarySet({ "large.md": "# Large\n" });
    truncateSync(set.path("large.md"), MAX_DOCUMENT_BYTES + 1);
    const expected = createHash("sha1").update("# Large\n");
    const zeros = Buffer.alloc(1024 * 1024);
    for (let left = MAX_DOCUMENT_BYTES + 1 - 8; left > 0; left -= zeros.length)
      expected.update(zeros.subarray(0, Math.min(left, zeros.length)));
    const document = await loadDocument(set.root, request("large.md", ["sha1"]));
    expect(document).toMatchObject({
      sizeBytes: MAX_DOCUMENT_BYTES + 1,
      type: "text/markdown",
      problems: [{ kind: "unreadable", message: "it has 67,108,865 bytes, and the limit is 67,108,864" }],
    });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(document.digests).toEqual({ sha1: expected.digest("hex") });
    expect(document.signals.outline).toBeNull();
  });

  it("does not hash a file that would take minutes", async () => {
    const set = temporarySet({ "sparse.md": "" });
    truncateSync(set.path("sparse.md"), MAX_HASHED_BYTES + 1);
    expect(await loadDocument(set.root, request("sparse.md"))).toMatchObject({
      sha256: "",
      problems: [{ kind: "unreadable", message: "it has 4,294,967,297 bytes, and the limit is 67,108,864; it was not hashed either" }],
    });
  });
});
