/** An inspection that shows something of everything, for the tests of its renderers. */
import type { Inspection, Inspections } from "../../src/reporters/inspection/inspection.ts";

const ENTRY = {
  index: "seeds/INDEX.md",
  line: 19,
  column: 27,
  target: "specs/alarm-levels.md",
  title: "Alarm levels",
  path: "seeds/specs/alarm-levels.md",
  verdict: "wrong",
  confidence: 0.98765,
  fit: { logOdds: -5.4567, belonging: -4.5 },
} as const;

/** Of a file in which nothing speaks for anything. */
export const BARE: Inspection = {
  path: "blob.bin",
  bytes: 1,
  sha256: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  type: { content: "application/octet-stream", name: null },
  encoding: null,
  language: null,
  look: null,
  kind: null,
  titles: [],
  words: 0,
  lines: 0,
  residue: null,
  errorPage: null,
  pointer: null,
  conflictMarkers: [],
  signals: {},
  problems: [{ kind: "damaged", message: "1 byte, all of them zero: the content was lost" }],
  set: null,
};

/** Of a news page in a specification's place. */
export const FULL: Inspection = {
  path: "seeds/specs/alarm-levels.md",
  bytes: 12_345,
  sha256: "de4a89436f2a09ccbe7ea2286146476d038f4ff3232686cf708b7ccd8fbf78a7",
  type: { content: "text/html", name: "text/markdown" },
  encoding: "utf-8",
  language: "en",
  look: { name: "a news article scraped from a web page", confidence: 0.94 },
  kind: {
    name: "news",
    confidence: 0.65,
    evidence: [
      { line: 26, quote: '"We wanted levels that mean something," said the harbour master.' },
      { line: 4, quote: "The new alarms follow the night of 2 February." },
    ],
    runnerUp: { name: "blog", confidence: 0.004 },
    group: { name: "press", confidence: 0.9 },
    specificationLogOdds: -2.5,
    scrapedLogOdds: 1.25,
  },
  titles: [
    {
      line: 2,
      quote: "<title>RFC 9110: alarms</title>",
      text: "RFC 9110: alarms",
      source: "html-title",
      isGeneric: false,
      identifiers: ["RFC 9110"],
    },
    { line: 9, quote: "<h1>Summary</h1>", text: "Summary", source: "heading", isGeneric: true, identifiers: [] },
  ],
  words: 1_500,
  lines: 60,
  residue: {
    lines: [
      {
        line: 1,
        quote: "Storm Tracker: Live Map Ferry Strike Enters Third Week",
        sort: "navigation",
        note: "headlines of other articles in a row",
      },
      ...[18, 19, 20].map((line) => ({ line, quote: "Share on Facebook", sort: "share", note: "a share button" })),
      { line: 30, quote: "Advertisement", sort: "advertisement", note: "marks an advertisement" },
      ...[41, 43, 45, 47, 49, 51].map((line) => ({ line, quote: "Read more", sort: "related", note: "leads to other articles" })),
    ],
    ratio: 0.3312,
    points: 14.25,
  },
  errorPage: { sort: "consent-wall", evidence: [{ line: 5, quote: "Accept all cookies to go on" }], confidence: 0.8 },
  pointer: { system: "git-lfs", evidence: [{ line: 1, quote: "version https://git-lfs.github.com/spec/v1" }], object: "12,345 bytes" },
  conflictMarkers: [
    { line: 7, quote: "<<<<<<< HEAD" },
    { line: 9, quote: "=======" },
    { line: 11, quote: ">>>>>>> theirs" },
  ],
  signals: {
    hiddenText: [
      {
        sort: "zero-width",
        note: "3 zero-width characters",
        evidence: [{ line: 12, quote: "a<U+200B>b" }],
        count: 3,
        isExample: true,
        confidence: 0.7,
      },
    ],
    garbled: {
      sort: "mojibake",
      count: 1,
      cause: "UTF-8 read as Windows-1252",
      evidence: [{ line: 3, quote: "cafÃ©", reading: "café" }],
      confidence: 0.999,
    },
    versions: {
      status: { line: 3, quote: "Status: Draft", text: "Draft" },
      version: null,
      date: null,
      supersededBy: { line: 4, quote: "Superseded-By: 12", text: "12" },
      supersedes: null,
    },
    completeness: {
      ending: "open-fence",
      endsLine: true,
      logOdds: 4.6,
      signs: [{ line: 60, quote: "```", note: "the file ends in a code block" }],
    },
    aSignalOfTomorrow: { weightRatio: 0.12345 },
  },
  problems: [],
  set: {
    root: ".",
    index: "seeds/INDEX.md",
    form: "markdown",
    entryCount: 13,
    path: "seeds/specs/alarm-levels.md",
    relation: "listed",
    listedAs: [ENTRY],
    fits: "best",
    closest: {
      ...ENTRY,
      line: 23,
      title: "Press coverage",
      target: "press.md",
      path: null,
      verdict: "missing",
      confidence: 0.5,
      fit: { logOdds: 2, belonging: 0.25 },
    },
    findings: [
      { rule: "scraped-page", severity: "error", message: "seeds/specs/alarm-levels.md is a news article." },
      { rule: "wrong-kind", severity: "warning", message: "seeds/specs/alarm-levels.md is news." },
    ],
  },
};

/** A call's inspections. */
export function inspectionsOf(...documents: readonly Inspection[]): Inspections {
  return { schemaVersion: 1, tool: { name: "seedcheck", version: "0.1.0" }, documents };
}
