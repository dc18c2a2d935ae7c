import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAnyDocument } from "../../src/readers/read-any-document.ts";
import { encryptedFile } from "../../src/rules/encrypted-file.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

async function problemsOf(name: string) {
  return (await readAnyDocument("a.pdf", readFileSync(new URL(`../readers/fixtures/pdf/${name}.pdf`, import.meta.url)))).problems;
}

describe("encrypted-file", () => {
  it("reports a listed PDF that opens with a password only", async () => {
    const problems = await problemsOf("qpdf-user-password");
    const set = checkedSet({ entries: [{ target: "a.pdf", title: "Lamps" }], documents: [{ path: "a.pdf", problems }] });
    expect(faultsOf(encryptedFile, set)).toMatchObject([
      { path: "a.pdf", confidence: 0.99, message: 'a.pdf is encrypted: it opens with a password only. The index lists it as "Lamps".' },
    ]);
    expect(faultsOf(encryptedFile, set)[0]).not.toHaveProperty("severity");
  });

  it("only warns of an unlisted one, and leaves an unlisted companion alone", async () => {
    const problems = await problemsOf("qpdf-user-password");
    const set = checkedSet({
      documents: [
        { path: "a.pdf", problems },
        { path: "LICENSE.pdf", problems },
      ],
    });
    expect(faultsOf(encryptedFile, set).map(({ path, severity }) => [path, severity])).toEqual([["a.pdf", "warning"]]);
  });

  it("is silent about a PDF that needs a password to be changed, and none to be read", async () => {
    const problems = await problemsOf("qpdf-owner-password");
    expect(faultsOf(encryptedFile, checkedSet({ entries: [{ target: "a.pdf" }], documents: [{ path: "a.pdf", problems }] }))).toEqual([]);
  });
});
