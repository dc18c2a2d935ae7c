import { describe, expect, it } from "vitest";
import { nearDuplicate } from "../../src/rules/near-duplicate.ts";
import { checkedSet, type DocumentSketch, faultsOf, omissionsOf } from "../support/checked-set.ts";
import { prose, revised } from "../support/prose.ts";

const TIDES = prose("tide", 60);

function text(title: string, sentences: readonly string[]): string {
  return `# ${title}\n\n${sentences.join("\n")}\n`;
}

function setOf(documents: readonly DocumentSketch[], listed = documents.map(({ path }) => path)) {
  return checkedSet({ documents, entries: listed.map((target) => ({ target, title: `Entry ${target}` })) });
}

const PAIR = [
  { path: "specs/gauge.md", text: text("Gauge", TIDES) },
  { path: "specs/relay.md", text: text("Relay", revised(TIDES, 30)) },
];

describe("near-duplicate", () => {
  it("names both documents, how alike they are, and quotes their titles and entries", () => {
    const faults = faultsOf(nearDuplicate, setOf(PAIR));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      path: "specs/relay.md",
      confidence: 0.8,
      related: [{ path: "specs/gauge.md", message: "nearly the same" }],
      evidence: [
        { path: "specs/gauge.md", line: 1, quote: "# Gauge" },
        { path: "specs/relay.md", line: 1, quote: "# Relay" },
        { path: "INDEX.md", quote: "- [Entry specs/gauge.md](specs/gauge.md)" },
        { path: "INDEX.md", quote: "- [Entry specs/relay.md](specs/relay.md)" },
      ],
    });
    expect(faults[0]?.message).toMatch(
      /^specs\/gauge\.md and specs\/relay\.md are nearly the same: about (?:8\d|9\d) % of their five-word sequences are\.$/,
    );
  });

  it("is about the unlisted one of two", () => {
    expect(faultsOf(nearDuplicate, setOf(PAIR, ["specs/relay.md"]))[0]).toMatchObject({ path: "specs/gauge.md" });
    expect(faultsOf(nearDuplicate, setOf(PAIR, []))).toEqual([]);
  });

  it("puts three of a kind into one finding", () => {
    const three = [...PAIR, { path: "specs/third.md", text: text("Third", revised(TIDES, 45)) }];
    expect(faultsOf(nearDuplicate, setOf(three)).map(({ related }) => related?.map(({ path }) => path))).toEqual([
      ["specs/gauge.md", "specs/relay.md"],
    ]);
  });

  it.each([
    ["different documents", { path: "b.md", text: text("B", prose("harbour", 60)) }],
    ["a document of which a third was rewritten", { path: "b.md", text: text("B", revised(TIDES, 3)) }],
    ["equal bytes", { path: "b.md", text: text("A", TIDES) }],
    ["another version in its name", { path: "a-v2.md", text: text("A", revised(TIDES, 30)) }],
    ["a translation that is not translated yet", { path: "a.de.md", text: text("A", revised(TIDES, 30)) }],
    ["a template", { path: "template.md", text: text("T", revised(TIDES, 30)) }],
  ])("is silent about %s", (_, other) => {
    expect(faultsOf(nearDuplicate, setOf([{ path: "a.md", text: text("A", TIDES) }, other]))).toEqual([]);
  });

  it("is silent about one document in the folders of two versions", () => {
    const documents = ["v1", "v2"].map((folder, at) => ({
      path: `${folder}/a.md`,
      text: text("A", at === 0 ? TIDES : revised(TIDES, 30)),
    }));
    expect(faultsOf(nearDuplicate, setOf(documents))).toEqual([]);
  });

  it("says that pages of one template were left out", () => {
    const pages = Array.from({ length: 6 }, (_, at) => ({
      path: `api/${"abcdef"[at]}.md`,
      text: text(`Call ${at}`, TIDES.with(at, `Call ${at} is its own.`)),
    }));
    expect(faultsOf(nearDuplicate, setOf(pages))).toEqual([]);
    expect(omissionsOf(nearDuplicate, setOf(pages)).map(({ reason }) => reason)).toEqual([
      "6 documents are nearly the same, as pages of one template are",
    ]);
  });
});
