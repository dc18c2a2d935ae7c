/** Reports for the tests of the reporters, made by hand: every field in use, and text that nobody should send to a terminal. */
import type { Finding, Report, ReportEntry } from "../../src/types.ts";

const INDEX = `# Documents of the weather station

| No | Document | What it is |
| --- | --- | --- |
| 01 | [Overview](01-overview.md) | the station and its parts |
| 02 | [Sensors and how they are read](02-sensor.md) | every sensor with its bus, its address, its range and how often it is read |
| 03 | [データ形式の仕様](03-形式.md) | 記録の形式 |
| 04 | [Evil\u202e](04-evil\x1b[31m.md) | do not trust |
| 05 | [Uplink](05-Uplink.md) | radio |
`;

/** The lines of the sample's index. */
export const INDEX_LINES: ReadonlyMap<string, readonly string[]> = new Map([["seeds/INDEX.md", INDEX.split("\n")]]);

/** A finding of the sample's index; what is given replaces its fields. */
export function findingOf(fields: Partial<Finding> = {}): Finding {
  return {
    rule: "missing-target",
    severity: "error",
    confidence: 0.95,
    path: "seeds/INDEX.md",
    line: 6,
    column: 40,
    entry: { path: "seeds/INDEX.md", line: 6, column: 40, target: "02-sensor.md" },
    message: 'The target "02-sensor.md" of "Sensors and how they are read" is not there. Looked for "seeds/02-sensor.md".',
    why: "Whoever builds from the set builds without this document, or with whatever they find in its place.",
    help: "Point the entry to seeds/02-sensors.md (nearly the same name), or add the file.",
    evidence: [{ path: "seeds/INDEX.md", line: 6, quote: "| 02 | [Sensors and how they are read](02-sensor.md)", note: "the entry" }],
    related: [
      { path: "seeds/02-sensors.md", message: "nearly the same name" },
      { path: "seeds/old/02-sensor.md", line: 3, message: "the same name in another folder" },
    ],
    fingerprint: "00112233445566ff",
    fix: {
      safe: false,
      summary: 'Point "02-sensor.md" to seeds/02-sensors.md',
      edits: [
        {
          path: "seeds/INDEX.md",
          place: { line: 6, column: 40, end: { line: 6, column: 52 } },
          replacement: "02-sensors.md",
        },
      ],
    },
    waived: false,
    ...fields,
  };
}

/** Findings of one rule, numbered from 1. */
export function findingsOf(count: number, make: (number: number) => Partial<Finding>): Finding[] {
  return [...Array(count).keys()].map((at) => findingOf({ entry: null, fix: null, related: [], evidence: [], ...make(at + 1) }));
}

const WIDE = findingOf({
  line: 7,
  column: 19,
  entry: { path: "seeds/INDEX.md", line: 7, column: 19, target: "03-形式.md" },
  message: 'The target "03-形式.md" of "データ形式の仕様" is not there. Looked for "seeds/03-形式.md".',
  help: "Point the entry to the right file, or add the file.",
  evidence: [{ path: "seeds/INDEX.md", line: 7, quote: "| 03 | [データ形式の仕様](03-形式.md) | 記録の形式 |", note: "the entry" }],
  related: [],
  fix: null,
});

const HOSTILE = findingOf({
  rule: "scraped-page",
  path: "seeds/04-evil\x1b[31m.md",
  line: 1,
  column: 1,
  entry: { path: "seeds/INDEX.md", line: 8, column: 16, target: "04-evil\x1b[31m.md" },
  message: "seeds/04-evil\x1b[31m.md is a page scraped from the web: 3 of its 40 lines are a site's navigation.",
  why: "What stands around a document is not the document.",
  help: "Save the document itself.",
  evidence: [
    { path: "seeds/04-evil\x1b[31m.md", line: 1, quote: "\x1b]0;owned\x07Home | News | Sport", note: "navigation" },
    { path: "seeds/04-evil\x1b[31m.md", line: 2, quote: "Weather | Travel | \u202eMore", note: "navigation" },
    {
      path: "seeds/04-evil\x1b[31m.md",
      line: 40,
      quote: `Sign up for the newsletter ${"and read it every day ".repeat(8)}`,
      note: "asks the reader to subscribe",
    },
    { path: "seeds/original.pdf", page: 2, quote: "Evil\u200b considered", note: "what the entry means" },
  ],
  related: [],
  fix: null,
  confidence: 0.72,
});

const INFO = findingOf({
  rule: "duplicate-entry",
  severity: "info",
  line: 9,
  column: 17,
  entry: null,
  message: '"05-Uplink.md" is listed twice: in lines 5 and 9.',
  evidence: [],
  related: [],
  fix: null,
});

const ENTRY: ReportEntry = {
  id: "seeds/INDEX.md#01-overview.md",
  target: "01-overview.md",
  path: "seeds/01-overview.md",
  index: "seeds/INDEX.md",
  line: 5,
  column: 19,
  end: { line: 5, column: 33 },
  title: "Overview",
  claims: {
    title: "Overview",
    description: "the station and its parts",
    number: "01",
    size: { value: 2, unit: "KB" },
    checksum: { algorithm: "sha256", value: "ab".repeat(32) },
  },
  sections: ["Documents of the weather station"],
  verdict: "right",
  confidence: 0.97,
};

/** A report; what is given replaces its fields, and the summary counts what it then holds. */
export function reportOf(fields: Partial<Report> = {}): Report {
  const report: Report = {
    schemaVersion: 1,
    tool: { name: "seedcheck", version: "1.2.3" },
    root: ".",
    index: "seeds/INDEX.md",
    indexes: [{ path: "seeds/INDEX.md", form: "markdown", entries: 5, externalUrls: 2 }],
    verdict: "not-ready",
    entries: [
      ENTRY,
      { ...ENTRY, id: "2", target: "02-sensor.md", path: null, line: 6, column: 40, end: { line: 6, column: 52 }, verdict: "missing" },
      { ...ENTRY, id: "3", target: "03-形式.md", path: null, line: 7, column: 19, end: { line: 7, column: 27 }, verdict: "missing" },
      { ...ENTRY, id: "4", line: 8, column: 16, end: { line: 8, column: 31 }, target: "04-evil\x1b[31m.md", verdict: "wrong" },
      { ...ENTRY, id: "5", line: 9, target: "05-Uplink.md", verdict: "doubtful", confidence: 0.6 },
    ],
    documents: [
      {
        path: "seeds/01-overview.md",
        bytes: 2346,
        sha256: "0f".repeat(32),
        type: "text/markdown",
        language: "en",
        kind: { name: "specification", confidence: 0.91 },
        title: "Overview",
        residueRatio: 0.01,
        listed: true,
      },
      {
        path: "seeds/lost.bin",
        bytes: 0,
        sha256: "",
        type: "application/octet-stream",
        language: null,
        kind: null,
        title: null,
        residueRatio: null,
        listed: false,
      },
    ],
    findings: [findingOf(), WIDE, HOSTILE, INFO],
    skips: [
      { rule: "wrong-document", path: "seeds/05-Uplink.md", entry: null, reason: "the entry says too little" },
      { rule: "wrong-document", path: "seeds/01-overview.md", entry: null, reason: "the entry says too little" },
      {
        rule: "wrong-checksum",
        path: "seeds/lost.bin",
        entry: { path: "seeds/INDEX.md", line: 5, column: 19, target: "lost.bin" },
        reason: "the file could not be read",
      },
    ],
    summary: { entries: 0, documents: 0, errors: 0, warnings: 0, infos: 0, skips: 0, elapsedMs: 41 },
    ...fields,
  };
  const count = (severity: Finding["severity"]) =>
    report.findings.filter((finding) => finding.severity === severity && !finding.waived).length;
  return {
    ...report,
    summary: {
      entries: report.entries.length,
      documents: report.documents.length,
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      skips: report.skips.length,
      elapsedMs: report.summary.elapsedMs,
    },
  };
}
