import { describe, expect, it } from "vitest";
import { measureCompleteness } from "../../src/signals/completeness.ts";
import { measureOutline } from "../../src/signals/outline.ts";
import { documentOf } from "../support/checked-set.ts";

function measure(text: string, path = "gauge.md") {
  const document = documentOf(text, path);
  return measureCompleteness(document, measureOutline(document));
}
const endingOf = (text: string, path?: string) => measure(text, path)?.ending ?? null;

const HEAD = "# Tide gauge\n\nThe gauge sends its level once a minute to the collector, which keeps a year of levels.\n\n";

describe("measureCompleteness, how prose ends", () => {
  it.each([
    ["in a word that is the start of another", `${HEAD}## Clock\n\nThe clock of the gauge is set by the coll`, "cut-word"],
    ["after a word that ends no sentence", `${HEAD}A gauge that has lost its clock asks for the`, "dangling-word"],
    ["after a comma", `${HEAD}A gauge that has lost its clock asks for it,`, "dangling-word"],
    ["in an upper-case opening word", `${HEAD}The`, "dangling-word"],
    ["at the mark of a heading without words", `${HEAD}##`, "dangling-word"],
    ["at the number of an item without words", `${HEAD}1. One gauge.\n2.`, "dangling-word"],
    ["in a sentence after a whole word", `${HEAD}A collector keeps the levels of every gauge it knows`, "open-sentence"],
    ["in the second sentence of an item", `${HEAD}- Levels are whole numbers. A gauge sends levels`, "open-sentence"],
    ["in an item of a list of sentences", `${HEAD}- One gauge.\n- Two gauges.\n- Three gauges.\n- All of a gauge`, "open-sentence"],
    ["at a bullet without words", `${HEAD}- One gauge\n-`, "dangling-word"],
    ["below the head of a table", `${HEAD}| name | unit |\n| --- | --- |`, "cut-row"],
    ["in a footnote", `${HEAD}[^1]: The collector keeps what it is told by all`, "open-sentence"],
    ["in a short line that opens as a sentence", `${HEAD}When levels`, "open-sentence"],
    ["in a link", `${HEAD}The wire format is described in [the protocol](https://docs.example/tide-pro`, "open-markup"],
    ["in a code span", `${HEAD}The collector answers with \`ACK`, "open-markup"],
    ["in a bracket", `${HEAD}The collector answers (within a second`, "open-markup"],
    ["in strong emphasis", `${HEAD}The collector **must answer`, "open-markup"],
    ["in a tag", `${HEAD}See <a href="https://docs.example/`, "open-markup"],
    ["in a table row", `${HEAD}| name | unit | meaning |\n| --- | --- | --- |\n| level | mm | heig`, "cut-row"],
    ["with a row of fewer cells", `${HEAD}| name | unit | meaning |\n| --- | --- | --- |\n| level | mm |`, "cut-row"],
    ["in a code block", `${HEAD}\`\`\`json\n{ "level": 4 }\n`, "open-fence"],
    ["in a comment", `${HEAD}<!-- The collector\nkeeps `, "open-comment"],
    ["in front matter", "---\ntitle: Tide gauge\nstatus: dra", "open-front-matter"],
    ["with a heading alone", `${HEAD}## Security`, "bare-heading"],
    ["in a name that nobody knows", `${HEAD}- Hqxvar`, "odd-word"],
    [
      "in Chinese prose",
      "# 潮位计\n\n潮位计每分钟向收集器发送一次水位。\n\n收集器保存一年的水位数据，并且在每个月的第一天把它们汇总成为一个",
      "open-sentence",
    ],
  ])("knows a text that ends %s", (_how, text, ending) => {
    expect(endingOf(text)).toBe(ending);
  });

  it.each([
    ["a sentence", `${HEAD}The collector answers.`],
    ["a sentence in quotes and emphasis", `${HEAD}The collector says "*it is full.*"`],
    ["a footnote mark", `${HEAD}The collector answers.[^1]`],
    ["a question in another script", "# 潮位\n\n水位计发送水位。"],
    ["a closing fence", `${HEAD}\`\`\`\nLEVEL 4\n\`\`\``],
    ["a whole table", `${HEAD}| name | unit |\n| --- | --- |\n| level | mm |`],
    ["a line in emphasis", `${HEAD}*Last changed by the gauge team*`],
    ["an address", `${HEAD}See https://docs.example/tide`],
    ["a link definition", `${HEAD}[tide]: https://docs.example/tide`],
    ["a tag", `${HEAD}</details>`],
    ["a comment", `${HEAD}<!-- end of the gauge -->`],
    ["a rule", `${HEAD}---`],
    ["a closing mark too many", `${HEAD}\`\`\`\nLEVEL 4\n\`\`\`\n\n\`\`\`\n\nThe collector answers.`],
    ["a bracket that its author forgot to close", `${HEAD}The collector answers (within a second.`],
    ["an empty list", `${HEAD}- \n-`],
  ])("takes %s for an end", (_how, text) => {
    expect(endingOf(text)).toBe("complete");
  });

  it.each([
    ["an item of a list of items without full stops", `${HEAD}- level in millimetres\n- state of the battery`, "open-item"],
    ["a mail address", `${HEAD}Write to gauge@docs.com`, "open-label"],
    ["a signature", `${HEAD}The gauge team`, "open-label"],
  ])("takes %s for no sign", (_how, text, ending) => {
    expect(endingOf(text)).toBe(ending);
  });

  it("reads tildes below a title of reStructuredText as what they are", () => {
    expect(endingOf("Gauge\n=====\n\nClock\n~~~~~\n\nThe clock is set once a day.\n", "gauge.rst")).toBe("complete");
  });

  it("quotes where it was opened and the last line, says whether that ends, and weighs both", () => {
    expect(measure(`${HEAD}\`\`\`json\n{ "level":`)).toEqual({
      ending: "open-fence",
      endsLine: false,
      logOdds: 4.8,
      signs: [
        { line: 5, quote: "```json", note: "a code block that is not closed" },
        { line: 6, quote: '{ "level":', note: "the file ends in a code block" },
      ],
    });
    expect(measure(`${HEAD}The collector answers.\n`)).toEqual({
      ending: "complete",
      endsLine: true,
      logOdds: -1.3,
      signs: [{ line: 5, quote: "The collector answers.", note: "the last line of the file" }],
    });
  });

  it("makes nothing of the last line break in a text that a reader made", () => {
    const document = { ...documentOf(`${HEAD}A collector keeps the levels of every gauge it knows`), markup: "text/markdown" };
    expect(measureCompleteness(document, null)).toMatchObject({ ending: "open-sentence", endsLine: true, logOdds: 2 });
  });

  it("has nothing to say about a file without text", () => {
    expect(measure("")).toBeNull();
    expect(measure(" \n\n")).toBeNull();
  });
});

describe("measureCompleteness, what a text promises", () => {
  const CONTENTS = "- [Clock](#clock)\n- [Levels](#levels)\n- [Errors](#errors)\n- [Security](#security)\n- [References](#references)\n\n";
  const SECTIONS = "## Clock\n\nIt runs.\n\n## Levels\n\nIt counts.\n\n## Errors\n\nIt fails.\n\n";

  it("misses the last sections of a table of contents", () => {
    const signal = measure(`# Gauge\n\n${CONTENTS}${SECTIONS}`);
    expect(signal?.logOdds).toBeCloseTo(-1.3 + 7.5);
    expect(signal?.signs.slice(1)).toEqual([
      { line: 6, quote: "- [Security](#security)", note: "the last 2 of the 5 sections in the table of contents are not there" },
      { line: 7, quote: "- [References](#references)", note: "the last 2 of the 5 sections in the table of contents are not there" },
    ]);
  });

  it("misses nothing where all are there, where one in the middle is not, and where none can be found", () => {
    const whole = `${SECTIONS}## Security\n\nNone.\n\n## References\n\nNone.\n`;
    for (const text of [
      `# Gauge\n\n${CONTENTS}${whole}`,
      `# Gauge\n\n${CONTENTS}${whole.replace("## Levels", "## Level")}`,
      `# Gauge\n\n${CONTENTS}It runs.\n`,
    ]) {
      expect(measure(text)?.signs.length).toBe(1);
    }
  });

  it("misses the last sections of a plain text's table of contents with leaders", () => {
    const contents = ["Clock", "Levels", "Errors", "Security"]
      .map((title, at) => `   ${at + 1}.  ${title} . . . . . . . . . . .  ${at + 2}\n`)
      .join("");
    const text = `Tide Gauge\n\nTable of Contents\n\n${contents}\n1.  Clock\n\n   It runs.\n\n2.  Levels\n\n   It counts.\n`;
    expect(measure(text, "gauge.txt")?.signs.at(-1)).toEqual({
      line: 8,
      quote: "4.  Security . . . . . . . . . . .  5",
      note: "the last 2 of the 4 sections in the table of contents are not there",
    });
    expect(measure(`${text}\n3.  Errors\n\n   It fails.\n\n4.  Security\n\n   None.\n`, "gauge.txt")?.signs.length).toBe(1);
  });

  it("misses the targets of links and notes by label, unless they are code or defined", () => {
    const prose = "The [collector][c] keeps what the [gauge][g] sends.[^1]\n";
    expect(measure(prose)?.signs.at(-1)).toEqual({
      line: 1,
      quote: prose.trim(),
      note: "3 of 3 links and notes by label have no target in the file",
    });
    expect(measure(`${prose}\n[c]: c.md\n[g]: g.md\n[^1]: A note.\n`)?.signs.length).toBe(1);
    expect(measure("Read `a[i][j]` and `b[k][l]`.\n\n```\nx[m][n] = y[o][p]\n```\n")?.signs.length).toBe(1);
  });

  it("misses the pages after the last one that says how many there are", () => {
    const pages = "Gauge\n\nPage 1 of 3\n\nIt runs.\n\nPage 2 of 3\n";
    expect(measure(pages, "gauge.txt")?.signs.at(-1)).toEqual({ line: 7, quote: "Page 2 of 3", note: "the last page in the file, of 3" });
    expect(measure(`${pages}\nIt stops.\n\nPage 3 of 3\n`, "gauge.txt")?.signs.length).toBe(1);
    expect(measure("The scan of page 12 of 40 is torn.\n")?.signs.length).toBe(1);
  });
});

describe("measureCompleteness, data and markup", () => {
  it.each([
    ["an object", '{ "gauge": { "level": 4 }', "gauge.json", "an object that is not closed"],
    ["a list in a file named as Markdown", '{\n  "levels": [1, 2,\n', "gauge.md", "an object that is not closed"],
    ["a string", '{ "gauge": "lev', "gauge.json", "a string that is not closed"],
    ["an element of XML", "<gauge>\n<level>4</level>\n", "gauge.xml", "the element <gauge> that is not closed"],
    ["an element of a page", "<html><body><div><p>Level</p>", "gauge.html", "the element <div> that is not closed"],
    ["a tag of a page", '<html><body><p>Level</p><a href="/g', "gauge.html", "a tag that is not closed"],
    ["a TeX document", "\\begin{document}\nLevel\n", "gauge.tex", "the document environment that is not closed"],
    ["a record", 'name,unit\nlevel,"milli', "gauge.csv", "a quoted text that is not closed"],
    ["a flow of YAML", "gauge:\n  levels: [1, 2", "gauge.yaml", "a bracket that is not closed"],
  ])("knows %s that is left open", (_what, text, path, note) => {
    expect(measure(text, path)).toMatchObject({
      ending: "open-structure",
      logOdds: 8,
      signs: [{ note }, ...(measure(text, path)?.signs.slice(1) ?? [])],
    });
  });

  it.each([
    ["JSON with brackets in strings", '{ "a": "}{[\\"" }', "gauge.json"],
    ["JSON with comments", '{ // a { brace\n "a": 1 /* [ */ }\n', "gauge.json"],
    ["XML", "<gauge><level/></gauge>\n", "gauge.xml"],
    ["an empty element", '<?xml version="1.0"?>\n<gauge level="4"/>\n', "gauge.xml"],
    ["a page without the end tags that may be left out", "<html><body><p>Level<p>Clock\n", "gauge.html"],
    ["a TeX document", "\\begin{document}\nLevel\n\\end{document}\n", "gauge.tex"],
    ["a table", 'name,unit\nlevel,"mm"\n', "gauge.csv"],
    ["YAML", "gauge:\n  levels: [1, 2]\n", "gauge.yaml"],
  ])("takes %s for whole", (_what, text, path) => {
    expect(endingOf(text, path)).toBe("complete");
  });
});

describe("measureCompleteness, hostile input", () => {
  it.each([
    ["letters", "a".repeat(1_000_000), "a.md"],
    ["letters and a full stop", `${"a".repeat(1_000_000)}-`, "a.md"],
    ["full stops", ". ".repeat(500_000), "a.md"],
    ["addresses", `${"www.".repeat(200_000)} x`, "a.md"],
    ["brackets", "[".repeat(1_000_000), "a.md"],
    ["links", "[a](#b)".repeat(100_000), "a.md"],
    ["items", "- [a](#b)\n".repeat(50_000), "a.md"],
    ["references", "[a][b]\n".repeat(50_000), "a.md"],
    ["backticks", "`".repeat(1_000_000), "a.md"],
    ["opened comments", "<!--".repeat(200_000), "a.md"],
    ["a word again and again", `${"word wordy ".repeat(100_000)}wor`, "a.md"],
    ["leaders", "1. a . . . . . . . . . 1\n".repeat(20_000), "a.txt"],
    ["pages", "page 1 of 2\n".repeat(50_000), "a.txt"],
    ["objects", "{".repeat(1_000_000), "a.json"],
    ["quotes", '"'.repeat(1_000_001), "a.json"],
    ["elements", "<div>".repeat(200_000), "a.html"],
  ])("ends in time on %s", (_what, text, path) => {
    const document = documentOf(text, path);
    const started = performance.now();
    measureCompleteness(document, null);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
