import { describe, expect, it } from "vitest";
import { placeholder } from "../../src/rules/placeholder.ts";
import { checkedSet, type EntrySketch, faultsOf } from "../support/checked-set.ts";

const STUB = "# Tide protocol\n\nTODO: write this.\n";
const TEMPLATE = "# [Title]\n\nAuthor: <your name>\n\n## Summary\n\n[Describe it here]\n";

function faultOf(path: string, text: string, entry: Partial<EntrySketch> = {}) {
  const set = checkedSet({ entries: [{ target: path, title: "Tide protocol", ...entry }], documents: [{ path, text }] });
  return faultsOf(placeholder, set)[0];
}

describe("placeholder", () => {
  it("says what the file is, where the index lists what, and quotes both", () => {
    expect(faultOf("specs/tide.md", STUB)).toMatchObject({
      path: "specs/tide.md",
      place: { line: 3, column: 1, end: { line: 3, column: 18 } },
      confidence: 0.9,
      message: 'specs/tide.md is a stub: it says that it is still to be written where the index lists "Tide protocol".',
      help: "Write the document, or mark its entry as planned until it is written.",
      evidence: [
        { path: "specs/tide.md", line: 3, quote: "TODO: write this.", note: "says that the text is still to be written" },
        { path: "INDEX.md", line: 3, quote: "- [Tide protocol](specs/tide.md)", note: "what the index says stands there" },
      ],
    });
    expect(faultOf("specs/tide.md", STUB)).not.toHaveProperty("severity");
  });

  it.each([
    [TEMPLATE, "a template that nobody filled in", "Fill the template in"],
    ["# Tide\n\n## Clock\n\n## Levels\n", "headings with nothing below them", "Write the sections"],
    ["# Tide\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit.\n", "filler text", "own text"],
    ["You need to enable JavaScript to run this app.\n", "the shell of a web application", "in a browser"],
  ])("names %j and says what to do", (text, name, help) => {
    const fault = faultOf("tide.md", text);
    expect(fault?.message).toContain(` is ${name}`);
    expect(fault?.help).toContain(help);
  });

  it("is an info where an index does not list the file", () => {
    const document = { path: "tide.md", text: STUB };
    const set = checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md" }, document] });
    expect(faultsOf(placeholder, set).map(({ path, severity }) => [path, severity])).toEqual([["tide.md", "info"]]);
    expect(faultsOf(placeholder, checkedSet({ index: null, documents: [document] }))[0]).not.toHaveProperty("severity");
  });

  it.each(["_TEMPLATE.md", "0000-template.md", "cep-0000.md", "HIP-XXXX.md", "templates/adr.md", "adr-template.md", "dip/0000.md"])(
    "is silent about %s, which is a template",
    (path) => {
      expect(faultOf(path, TEMPLATE)).toBeUndefined();
    },
  );

  it.each([
    { title: "Proposal template" },
    { claims: { kind: "template" } },
    { claims: { description: "A template for new proposals" } },
    { sections: ["Templates"] },
    { claims: { status: "planned" } },
    { rowText: "Tide protocol (to do)" },
    { rowText: "Tide protocol [not yet written]" },
  ])("is silent where the index means one, or says that the document is to come: %j", (entry) => {
    expect(faultOf("tide.md", TEMPLATE, entry)).toBeUndefined();
  });

  it.each([
    ["0013-get-block-template.md", {}],
    ["templating.md", { title: "Templating" }],
    ["tide.md", { claims: { description: "The wire format, with placeholder values" } }],
    ["tide.md", { rowText: "Tide protocol: what is planned for the collector" }],
  ])("speaks of %s, which only has to do with templates or plans: %j", (path, entry) => {
    expect(faultOf(path, TEMPLATE, entry)).toMatchObject({ path });
  });

  it("leaves companions that nobody lists alone", () => {
    const set = checkedSet({ entries: [{ target: "a.md" }], documents: [{ path: "a.md" }, { path: "CONTRIBUTING.md", text: STUB }] });
    expect(faultsOf(placeholder, set)).toEqual([]);
  });

  it("is silent about documents", () => {
    const prose = "The gauge sends its level once a minute to the collector, which keeps a year of levels.\n\n";
    expect(faultOf("tide.md", `# Tide protocol\n\n${prose.repeat(3)}TODO: the clock.\n`)).toBeUndefined();
    expect(faultOf("tide.md", "# Type system\n")).toBeUndefined();
  });
});
