import { describe, expect, it } from "vitest";
import { withoutConsequences } from "../../src/engine/consequences.ts";
import type { Finding } from "../../src/types.ts";

function finding(rule: string, path: string, rest: Partial<Finding> = {}): Finding {
  return {
    ...{ rule, path, severity: "error", confidence: 1, line: 1, column: 1, entry: null, message: rule, why: "", help: "" },
    ...{ evidence: [], related: [], fingerprint: `${rule} ${path}`, fix: null, waived: false },
    ...rest,
  };
}

function kept(...findings: readonly Finding[]): string[] {
  return withoutConsequences(findings).map(({ rule, path }) => `${rule} ${path}`);
}

const RENAMED = finding("missing-target", "INDEX.md", {
  related: [
    { path: "new.md", message: "" },
    { path: "other.md", message: "" },
  ],
});

describe("withoutConsequences", () => {
  it("leaves the file out that a missing target means, and no other", () => {
    expect(kept(RENAMED, finding("unlisted-document", "new.md"), finding("unlisted-document", "other.md"))).toEqual([
      "missing-target INDEX.md",
      "unlisted-document other.md",
    ]);
  });

  it("leaves the repetition out that a half-edited row is, in its line only", () => {
    const row = finding("mismatched-number", "INDEX.md", { line: 7 });
    expect(
      kept(row, finding("duplicate-entry", "INDEX.md", { line: 7 }), finding("duplicate-entry", "INDEX.md", { line: 9 })),
    ).toHaveLength(2);
  });

  it("says of a server's message once that it is not the document", () => {
    expect(kept(finding("error-page", "a.md"), finding("wrong-document", "a.md"), finding("wrong-document", "b.md"))).toEqual([
      "error-page a.md",
      "wrong-document b.md",
    ]);
  });

  it("keeps what a mere info would explain", () => {
    expect(kept({ ...RENAMED, severity: "info" }, finding("unlisted-document", "new.md"))).toHaveLength(2);
  });

  it("says once of a file that cannot be read what follows from that", () => {
    for (const cause of ["wrong-file-type", "damaged-file", "encrypted-file", "no-text"])
      for (const effect of [
        "wrong-document",
        "wrong-kind",
        "wrong-language",
        "truncated",
        "placeholder",
        "garbled-text",
        "mismatched-size",
      ])
        expect(kept(finding(cause, "a.pdf"), finding(effect, "a.pdf"), finding(effect, "b.pdf"))).toEqual([
          `${cause} a.pdf`,
          `${effect} b.pdf`,
        ]);
  });

  it("keeps an error that only a warning would explain: the set would pass", () => {
    const warning = finding("wrong-file-type", "a.md", { severity: "warning" });
    expect(kept(warning, finding("wrong-document", "a.md"))).toHaveLength(2);
    expect(kept(warning, finding("wrong-kind", "a.md", { severity: "warning" }))).toEqual(["wrong-file-type a.md"]);
  });
});
