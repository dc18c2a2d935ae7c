import { describe, expect, it } from "vitest";
import { pointerFile } from "../../src/rules/pointer-file.ts";
import { checkedSet, faultsOf } from "../support/checked-set.ts";

const OID = `sha256:${"0123456789abcdef".repeat(4)}`;
const LFS = `version https://git-lfs.github.com/spec/v1\noid ${OID}\nsize 1234567\n`;

function faultOf(path: string, text: string, files: readonly string[] = []) {
  const set = checkedSet({ entries: [{ target: path, title: "The paper" }], documents: [{ path, text }], files });
  const faults = faultsOf(pointerFile, set);
  expect(faults.length).toBeLessThan(2);
  return faults[0];
}

describe("pointer-file", () => {
  it("reports a Git LFS pointer, quotes it, and says how to fetch the document", () => {
    expect(faultOf("papers/a.pdf", LFS)).toMatchObject({
      path: "papers/a.pdf",
      confidence: 0.97,
      message: `papers/a.pdf is a Git LFS pointer, ${LFS.length} bytes where the index lists "The paper"; the document is not here (${OID}, 1234567 bytes).`,
      help: "Fetch it: git lfs install, then git lfs pull --include=papers/a.pdf.",
      evidence: [
        { path: "papers/a.pdf", line: 1, quote: "version https://git-lfs.github.com/spec/v1", note: "all that the file holds" },
        { path: "papers/a.pdf", line: 2, quote: `oid ${OID}`, note: "all that the file holds" },
        { path: "papers/a.pdf", line: 3, quote: "size 1234567", note: "all that the file holds" },
        { path: "INDEX.md", line: 3, quote: "- [The paper](papers/a.pdf)", note: "what the index says stands there" },
      ],
    });
    expect(faultOf("papers/a.pdf", LFS)).not.toHaveProperty("severity");
  });

  it("says how to fetch from git-annex and DVC", () => {
    expect(faultOf("a.pdf", `/annex/objects/SHA256E-s4--${"ab".repeat(32)}.pdf\n`)?.help).toBe("Fetch it: git annex get a.pdf.");
    expect(faultOf("a.pdf", "outs:\n- md5: a304afb96060\n  path: a.pdf\n")?.help).toBe("Fetch it: dvc pull a.pdf.");
  });

  it("names what a link's text leads to, where that is in the set", () => {
    const found = faultOf("docs/spec.md", "../specs/spec.md", ["specs/spec.md"]);
    expect(found).toMatchObject({ confidence: 0.97, related: [{ path: "specs/spec.md", message: "what the link names is in the set" }] });
    expect(found?.message).toContain("a symbolic link that was checked out as a text");
    const lost = faultOf("docs/spec.md", "../specs/gone.md");
    expect(lost).toMatchObject({ confidence: 0.85 });
    expect(lost).not.toHaveProperty("related");
  });

  it("follows a link's text that Windows wrote", () => {
    expect(faultOf("docs/spec.md", "..\\specs\\spec.md", ["specs/spec.md"])?.related).toHaveLength(1);
  });

  it("quotes a path for the shell that needs it", () => {
    expect(faultOf("Jo's papers/a b.pdf", LFS)?.help).toBe(
      "Fetch it: git lfs install, then git lfs pull --include='Jo'\\''s papers/a b.pdf'.",
    );
  });

  it("only warns of files whose name says that they are links, and of unlisted pointers", () => {
    expect(faultOf("spec.url", "[InternetShortcut]\nURL=https://example.org/\n")?.severity).toBe("warning");
    expect(faultOf("spec.pdf.dvc", "outs:\n- md5: a304\n  path: spec.pdf\n")?.severity).toBe("warning");
    expect(faultOf("spec.pdf", "[InternetShortcut]\nURL=https://example.org/\n")).not.toHaveProperty("severity");
    const unlisted = faultsOf(pointerFile, checkedSet({ documents: [{ path: "a.pdf", text: LFS }] }));
    expect(unlisted.map(({ severity, message }) => [severity, message])).toEqual([
      ["warning", `a.pdf is a Git LFS pointer, ${LFS.length} bytes; the document is not here (${OID}, 1234567 bytes).`],
    ]);
  });

  it("is silent about a document that shows a pointer", () => {
    expect(faultOf("lfs.md", `# Pointers\n\n${LFS}`)).toBeUndefined();
    expect(faultOf("moved.md", "Moved to ../specs/spec.md\n")).toBeUndefined();
  });
});
