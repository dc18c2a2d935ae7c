import { describe, expect, it } from "vitest";
import { truncated } from "../../src/rules/truncated.ts";
import { checkedSet, type DocumentSketch, faultsOf } from "../support/checked-set.ts";

const HEAD = "# Tide gauge\n\nThe gauge sends its level once a minute to the collector, which keeps a year of levels.\n\n";
const WHOLE = `${HEAD}The collector answers.\n`;

/** A set of this document, listed, and of `others` whole ones that end as `other` does. */
function setOf(text: string, { others = 12, other = WHOLE, path = "specs/tide.md" } = {}) {
  const documents: DocumentSketch[] = Array.from({ length: others }, (_, at) => ({ path: `specs/other-${at}.md`, text: other }));
  return checkedSet({ entries: [{ target: path, title: "Tide protocol" }], documents: [...documents, { path, text }] });
}

const faultOf = (text: string, options = {}) => faultsOf(truncated, setOf(text, options))[0];

describe("truncated", () => {
  it("says where the text ends, and quotes its last line and the index", () => {
    const fault = faultOf(`${HEAD}A gauge that has lost its clock asks for the`);
    expect(fault).toMatchObject({
      path: "specs/tide.md",
      place: { line: 5, column: 1, end: { line: 5, column: 45 } },
      message: "specs/tide.md ends in a sentence, without a line break.",
      help: "Fetch the document again, and compare its last lines with those of the original.",
      evidence: [
        {
          path: "specs/tide.md",
          line: 5,
          quote: "A gauge that has lost its clock asks for the",
          note: "the last line of the file: a sentence that goes on",
        },
        { path: "INDEX.md", line: 3, quote: "- [Tide protocol](specs/tide.md)", note: "what the index says stands there" },
      ],
    });
    expect(fault?.confidence).toBeGreaterThan(0.9);
    expect(fault).not.toHaveProperty("severity");
  });

  it.each([
    [`${HEAD}| name | unit |\n| --- | --- |\n| level | mil`, "ends in a table row, without a line break."],
    [`${HEAD}\`\`\`json\n{ "level":`, "ends in a code block, without a line break."],
    [`${HEAD}See [the protocol](https://docs.exa`, "ends in an open bracket, link or code span, without a line break."],
    [`${HEAD}The clock of the gauge is set by the coll`, "ends in a word, without a line break."],
    ["---\ntitle: Tide gauge\nstatus: dra", "ends in its front matter, without a line break."],
  ])("names what it ends in: %j", (text, message) => {
    expect(faultOf(text)?.message).toBe(`specs/tide.md ${message}`);
  });

  it("names data that is left open, line break or not", () => {
    const set = checkedSet({ documents: [{ path: "gauge.json", text: '{ "gauge": { "level": 4 }\n' }] });
    expect(faultsOf(truncated, set)).toMatchObject([{ message: "gauge.json ends in the midst of its data.", confidence: 0.98 }]);
  });

  it("misses the last sections of a table of contents, line break or not", () => {
    const contents = "- [Clock](#clock)\n- [Levels](#levels)\n- [Errors](#errors)\n- [Security](#security)\n\n";
    const fault = faultOf(`# Gauge\n\n${contents}## Clock\n\nIt runs.\n\n## Levels\n\nIt counts.\n`);
    expect(fault?.message).toBe("specs/tide.md ends before its last sections.");
    expect(fault?.evidence).toContainEqual({
      path: "specs/tide.md",
      line: 6,
      quote: "- [Security](#security)",
      note: "the last 2 of the 4 sections in the table of contents are not there",
    });
  });

  it("is surer where all other documents end in a line break, and silent where none does", () => {
    const text = `${HEAD}A collector keeps the levels of every gauge it knows`;
    const few = faultOf(text, { others: 1 })?.confidence ?? 0;
    const many = faultOf(text, { others: 40 })?.confidence ?? 0;
    expect(many).toBeGreaterThan(few);
    expect(few).toBeGreaterThan(0.5);
    expect(faultOf(text, { others: 40, other: WHOLE.trimEnd() })).toBeUndefined();
  });

  it("says of an open code block before a last line break, with less confidence than a half, that it is to be closed", () => {
    expect(faultOf(`${HEAD}\`\`\`json\n{ "level": 4 }\n`)).toMatchObject({
      confidence: 0.45,
      message: "specs/tide.md ends in a code block.",
      help: "Close the code block where it ends, or fetch the document again if its end is missing.",
    });
  });

  it.each([
    ["a whole document", WHOLE],
    ["a whole document without a last line break", WHOLE.trimEnd()],
    ["a list of links", `${HEAD}- [Clock](clock.md)\n- [Levels](levels.md)`],
    ["a table", `${HEAD}| name | unit |\n| --- | --- |\n| level | mm |`],
    ["a signature", `${HEAD}*The gauge team*`],
    ["a heading before a line break", `${HEAD}## Security\n`],
    ["a sentence without full stop before a line break", `${HEAD}A collector keeps the levels of every gauge it knows\n`],
  ])("is silent about %s", (_what, text) => {
    expect(faultOf(text)).toBeUndefined();
  });

  it("leaves error pages and pointers to their own rules", () => {
    const errorPage = { sort: "not-found", evidence: [], confidence: 0.9 } as const;
    const text = `${HEAD}A gauge that has lost its clock asks for the`;
    const set = checkedSet({ documents: [{ path: "tide.md", text, signals: { errorPage } }] });
    expect(faultsOf(truncated, set)).toEqual([]);
  });
});
