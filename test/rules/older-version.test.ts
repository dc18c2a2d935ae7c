import { describe, expect, it } from "vitest";
import { olderVersion } from "../../src/rules/older-version.ts";
import { checkedSet, type EntrySketch, faultsOf } from "../support/checked-set.ts";
import { prose, revised } from "../support/prose.ts";

const TIDES = prose("tide", 60);

function text(sentences: readonly string[], head = ""): string {
  return `# Tide protocol\n\n${head}${sentences.join("\n")}\n`;
}

function setOf(paths: readonly [string, string], entries: readonly EntrySketch[], heads: readonly [string, string] = ["", ""]) {
  return checkedSet({
    documents: [
      { path: paths[0], text: text(TIDES, heads[0]) },
      { path: paths[1], text: text(revised(TIDES, 10), heads[1]) },
    ],
    entries,
  });
}

const ENTRY = { target: "tide-v1.md", title: "Tide protocol" };

describe("older-version", () => {
  it("names the newer version that stands unlisted beside the listed one, and quotes both", () => {
    const [fault, ...rest] = faultsOf(olderVersion, setOf(["tide-v1.md", "tide-v2.md"], [ENTRY]));
    expect(rest).toEqual([]);
    expect(fault).toMatchObject({
      path: "tide-v1.md",
      confidence: 0.85,
      help: "Point the entry to tide-v2.md, or write in it that the older version is meant.",
      related: [{ path: "tide-v2.md", message: "the newer version" }],
      evidence: [
        { path: "INDEX.md", line: 3, quote: "- [Tide protocol](tide-v1.md)" },
        { path: "tide-v1.md", line: 1, quote: "# Tide protocol" },
        { path: "tide-v2.md", line: 1, quote: "# Tide protocol" },
      ],
    });
    expect(fault?.message).toMatch(
      /^tide-v1\.md is an older version of tide-v2\.md by their names \(\d\d % of their five-word sequences are the same\); the index lists the older one as "Tide protocol" and not the newer\.$/,
    );
  });

  it.each([
    ["draft numbers", "draft-tides-gauge-03.txt", "draft-tides-gauge-10.txt", 0.85],
    ["dates", "tide-2024-01.md", "tide-2025-02.md", 0.85],
    ["numbers with points", "tide-1.9.md", "tide-1.10.md", 0.85],
    ["a folder for old ones", "archive/tide.md", "tide.md", 0.8],
    ["an ending for old ones", "tide-old.md", "tide.md", 0.8],
    ["a second version beside the first", "tide.md", "tide-v2.md", 0.6],
  ])("tells the older one by %s", (_, older, newer, confidence) => {
    const faults = faultsOf(olderVersion, setOf([older, newer], [{ target: older, title: "Tide protocol" }]));
    expect(faults).toMatchObject([{ path: older, confidence, related: [{ path: newer }] }]);
  });

  it("tells the older one by the versions that their heads state", () => {
    const faults = faultsOf(
      olderVersion,
      setOf(["tide.md", "gauge.md"], [{ target: "tide.md", title: "Tides" }], ["Version: 1.0\n\n", "Version: 2.0\n\n"]),
    );
    expect(faults[0]).toMatchObject({
      confidence: 0.85,
      evidence: [
        { path: "INDEX.md" },
        { path: "tide.md", line: 3, quote: "Version: 1.0", note: "what the document says of its version" },
        { path: "gauge.md", line: 3, quote: "Version: 2.0", note: "what the document says of its version" },
      ],
    });
  });

  it("is silent where the index lists the newer one", () => {
    expect(faultsOf(olderVersion, setOf(["tide-v1.md", "tide-v2.md"], [{ target: "tide-v2.md", title: "Tide protocol" }]))).toEqual([]);
  });

  it("speaks where the index lists both and does not say which one holds", () => {
    const set = setOf(
      ["tide-v1.md", "tide-v2.md"],
      [
        { ...ENTRY, rowText: "Tide protocol" },
        { target: "tide-v2.md", title: "Tide protocol", rowText: "Tide protocol" },
      ],
    );
    expect(faultsOf(olderVersion, set)).toMatchObject([
      {
        path: "tide-v1.md",
        confidence: 0.6,
        evidence: [{ line: 3 }, { line: 4 }, {}, {}],
        help: expect.stringContaining("takes its place"),
      },
    ]);
  });

  it.each([
    ["the rows name the versions", "Tide protocol v1", "Tide protocol v2"],
    ["the newer one is called current", "Tide protocol", "Tide protocol (current)"],
    ["the older one is called superseded", "Tide protocol, superseded", "Tide protocol"],
  ])("is silent where %s", (_, older, newer) => {
    const set = setOf(
      ["tide-v1.md", "tide-v2.md"],
      [
        { target: "tide-v1.md", title: older, rowText: older },
        { target: "tide-v2.md", title: newer, rowText: newer },
      ],
    );
    expect(faultsOf(olderVersion, set)).toEqual([]);
  });

  it.each([{ claims: { status: "Deprecated" } }, { sections: ["Archive"] }, { rowText: "Tide protocol, the previous version" }])(
    "is silent where the entry says that the old version is meant: %j",
    (said) => {
      expect(faultsOf(olderVersion, setOf(["tide-v1.md", "tide-v2.md"], [{ ...ENTRY, ...said }]))).toEqual([]);
    },
  );

  it("takes files of one name and many dates for a periodical", () => {
    const months = ["2024-01", "2024-02", "2024-03", "2024-04"];
    const documents = months.map((month, at) => ({ path: `minutes-${month}.md`, text: text(at === 0 ? TIDES : revised(TIDES, 9 + at)) }));
    expect(faultsOf(olderVersion, checkedSet({ documents, entries: [{ target: "minutes-2024-01.md" }] }))).toEqual([]);
  });

  it("does not take different documents with versions in their names for versions of one", () => {
    const documents = [
      { path: "notes-v1.md", text: text(TIDES) },
      { path: "notes-v2.md", text: text(prose("harbour", 60)) },
    ];
    expect(faultsOf(olderVersion, checkedSet({ documents, entries: [{ target: "notes-v1.md" }] }))).toEqual([]);
  });
});

describe("older-version, told by the documents themselves", () => {
  const documents = [
    { path: "tides/tide-0007.md", text: "# Gauges\n\n| Status | Final |\n| Superseded-By | [Tide 12](tide-0012.md) |\n\nOne gauge.\n" },
    { path: "tides/tide-0012.md", text: "# Relays\n\n- Replaces: Tide 7\n\nTwo relays.\n" },
  ];

  it("is a warning where the successor is not listed", () => {
    const faults = faultsOf(olderVersion, checkedSet({ documents, entries: [{ target: "tides/tide-0007.md", title: "Gauges" }] }));
    expect(faults).toMatchObject([
      {
        path: "tides/tide-0007.md",
        confidence: 0.85,
        message:
          'tides/tide-0012.md takes the place of tides/tide-0007.md, as tides/tide-0007.md says; the index lists the older one as "Gauges" and not the newer.',
        evidence: [{ path: "INDEX.md" }, { path: "tides/tide-0007.md", line: 4, quote: "| Superseded-By | [Tide 12](tide-0012.md) |" }],
      },
    ]);
    expect(faults[0]).not.toHaveProperty("severity");
  });

  it("is an info where a series lists both", () => {
    const set = checkedSet({ documents, entries: documents.map(({ path }) => ({ target: path, title: path })) });
    expect(faultsOf(olderVersion, set).map(({ path, severity }) => [path, severity])).toEqual([["tides/tide-0007.md", "info"]]);
  });

  it("is found by the successor's own words alone", () => {
    const [first, second] = documents;
    const set = checkedSet({
      documents: [{ path: first?.path ?? "", text: "# Gauges\n\nOne gauge.\n" }, ...(second ? [second] : [])],
      entries: [{ target: "tides/tide-0007.md", title: "Gauges" }],
    });
    expect(faultsOf(olderVersion, set)).toMatchObject([
      { evidence: [{ path: "INDEX.md" }, { path: "tides/tide-0012.md", quote: "- Replaces: Tide 7" }] },
    ]);
  });
});
