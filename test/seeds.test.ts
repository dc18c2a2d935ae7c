/** The example set in `seeds/`: every planted fault is found where it was planted, and nothing is said of the documents that are good. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { checkSeedSet } from "../src/check.ts";
import type { Finding, Report, Severity } from "../src/types.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Truth {
  readonly severity: Severity;
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  /** The file that the finding must name first. */
  readonly suggests?: string;
}

/** What was planted. */
const PLANTED: readonly Truth[] = [
  { severity: "error", rule: "missing-target", path: "INDEX.md", line: 16, suggests: "specs/ebb-03-clock-discipline.rst" },
  { severity: "error", rule: "mismatched-number", path: "INDEX.md", line: 18, suggests: "specs/ebb-05-key-handling.md" },
  { severity: "error", rule: "swapped-documents", path: "notes/power-budget.md", line: 1, suggests: "notes/antenna-siting.md" },
  { severity: "error", rule: "error-page", path: "papers/harmonic-analysis.txt", line: 1 },
  { severity: "error", rule: "scraped-page", path: "specs/ebb-06-alarm-levels.txt", line: 1 },
  { severity: "warning", rule: "unlisted-document", path: "notes/modem-trial.md", line: 1, suggests: "INDEX.md" },
];

/** What follows from that: the news article is not the specification that the index describes, and reads like none. */
const CONSEQUENCES: readonly Truth[] = [
  { severity: "error", rule: "wrong-document", path: "specs/ebb-06-alarm-levels.txt", line: 1 },
  { severity: "warning", rule: "wrong-kind", path: "specs/ebb-06-alarm-levels.txt", line: 28 },
];

let report: Report;
beforeAll(async () => {
  ({ report } = await checkSeedSet({ path: "seeds", cwd: ROOT }));
});

function placeOf({ severity, rule, path, line }: Truth | Finding): string {
  return `${severity} ${rule} ${path}:${line}`;
}

function lineOf(path: string, line: number): string {
  return readFileSync(`${ROOT}seeds/${path}`, "utf8").split("\n")[line - 1] ?? "";
}

describe("the example set", () => {
  it.each(PLANTED)("has its $rule found at $path:$line", (truth) => {
    const found = report.findings.filter((finding) => placeOf(finding) === placeOf(truth));
    expect(found.map(({ related }) => related[0]?.path)).toEqual([truth.suggests]);
  });

  it("is said nothing of beyond its faults and what follows from them", () => {
    expect(report.findings.map(placeOf).sort()).toEqual([...PLANTED, ...CONSEQUENCES].map(placeOf).sort());
  });

  it("is not ready", () => {
    expect(report.verdict).toBe("not-ready");
  });

  it("has no entry called wrong or missing but the faulty ones", () => {
    const blamed = report.entries.filter(({ verdict }) => verdict === "wrong" || verdict === "missing").map(({ target }) => target);
    expect(blamed.sort()).toEqual([
      "notes/antenna-siting.md",
      "notes/power-budget.md",
      "papers/harmonic-analysis.txt",
      "specs/ebb-03-time-sync.rst",
      "specs/ebb-06-alarm-levels.txt",
    ]);
  });

  it("has every file read, and one check skipped: a table of data says little of what it is", () => {
    expect(report.documents.map(({ type }) => type).sort()).toEqual(
      ["application/json", "text/csv", "text/html", ...Array(7).fill("text/markdown"), ...Array(4).fill("text/plain"), "text/x-rst"].sort(),
    );
    expect(report.skips.map(({ rule, path }) => `${rule} ${path}`)).toEqual(["wrong-document data/channel-dictionary.csv"]);
  });

  it("quotes the lines that give the news article away as they stand", () => {
    const evidence = report.findings.find(({ rule }) => rule === "scraped-page")?.evidence ?? [];
    const quoted = evidence.filter(({ path }) => path === "specs/ebb-06-alarm-levels.txt");
    expect(quoted.length).toBeGreaterThanOrEqual(5);
    for (const { path, line, quote } of quoted) expect(lineOf(path, line ?? 0).startsWith(quote.replace(/(?:\.\.\.|…)$/, ""))).toBe(true);
  });

  it("has no residue in any document but the news article", () => {
    const withResidue = report.documents.filter(({ residueRatio }) => (residueRatio ?? 0) > 0).map(({ path }) => path);
    expect(withResidue).toEqual(["specs/ebb-06-alarm-levels.txt"]);
  });
});
