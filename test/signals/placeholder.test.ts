import { describe, expect, it } from "vitest";
import { measurePlaceholder } from "../../src/signals/placeholder.ts";
import { documentOf } from "../support/checked-set.ts";

const measure = (text: string, path = "gauge.md") => measurePlaceholder(documentOf(text, path));
const sortOf = (text: string, path?: string) => measure(text, path)?.sort ?? null;

const PROSE = "The gauge sends its level once a minute to the collector, which keeps a year of levels for every gauge.\n\n";

describe("measurePlaceholder, stubs", () => {
  it.each([
    "# Tide gauge\n\nTODO\n",
    "# Tide gauge\n\nTODO: describe the wire format.\n",
    "# Tide gauge\n\nTBD\n\n## Clock\n\nTBD\n",
    "# Tide gauge\n\nTo be written.\n",
    "# Tide gauge\n\n*Coming soon!*\n",
    "# Tide gauge\n\nThis page is under construction.\n",
    "# Tide gauge\n\nThis document is a work in progress. See the [old manual](https://docs.example/gauge).\n",
    "# Tide gauge\n\nThis section has not been written yet.\n",
    "# Tide gauge\n\nThis document will be written after the review in May.\n",
    '# Tide gauge\n\n!!! warning "Work in progress"\n',
    "# Tide gauge\n\n<!-- WIP: nothing here yet -->\n",
    "---\ntitle: Tide gauge\nstatus: draft\n---\n\nWIP\n",
    "Tide gauge\n==========\n\nPlaceholder.\n",
    "# Pegel\n\nInhalt folgt.\n",
    "# Pegel\n\nIn Arbeit\n",
    "# Marégraphe\n\nÀ compléter\n",
    "# Mareógrafo\n\nPróximamente\n",
    "# Marégrafo\n\nEm construção\n",
    "# Мареограф\n\nРаздел в разработке.\n",
    "# 潮位计\n\n待补充\n",
    "# 検潮所\n\n準備中です。\n",
  ])("knows %j", (text) => {
    expect(sortOf(text)).toBe("stub");
  });

  it("quotes the lines that say it, and is surer the less there is beside them", () => {
    expect(measure("# Tide gauge\n\nTODO: describe it.\n")).toEqual({
      sort: "stub",
      evidence: [{ line: 3, quote: "TODO: describe it.", note: "says that the text is still to be written" }],
      confidence: 0.9,
    });
    expect(measure(`# Tide gauge\n\n${PROSE}TODO: describe the clock.\n`)?.confidence).toBe(0.75);
  });

  it.each([
    ["a document with some open points", `# Gauge\n\n${PROSE.repeat(2)}TODO: the clock.\n\n## Levels\n\nTBD\n`],
    ["a short document", "# Gauge\n\nSends the level once a minute.\n"],
    ["the title of a part", "# Type system\n"],
    ["a document about to-do lists", "# Todo app\n\nA list of things to do, kept in the browser and shared by link.\n"],
    ["an include", '# Contributing\n\n--8<-- "CONTRIBUTING.md"\n\nTODO\n'],
    ["an include of mdBook", "# Changes\n\n{{#include ../CHANGELOG.md}}\n"],
    ["a picture", "# Overview\n\n![The gauge](gauge.png)\n"],
    [
      "a list of links",
      "# Guides\n\n- [Clock](clock.md)\n- [Levels](levels.md)\n\n## More\n\n- [Errors](errors.md)\n\n## Old\n\n- [Past](past.md)\n",
    ],
    ["a page that has moved", "# Gauge\n\nThis page has moved to [the manual](manual.md).\n"],
    [
      "a changelog",
      "# Changelog\n\n## Unreleased\n\n## 1.0.0\n\n- The first release of the gauge, with clock and levels, for everybody to try.\n- A collector.\n- Errors by name.\n- A manual that says how to clean the float of a gauge.\n",
    ],
    ["data", '{ "status": "TODO" }', "gauge.json"],
    ["an empty file", ""],
  ])("leaves %s alone", (_what, text, path = "gauge.md") => {
    expect(measure(text, path)).toBeNull();
  });
});

describe("measurePlaceholder, templates", () => {
  it.each([
    "# [Title of the document]\n\nAuthor: <your name>\nStatus: TBD\n\n## Summary\n\n[One paragraph that says what this is]\n\n## Design\n\nTBD\n",
    "# {{title}}\n\nOwner: {{owner}}\n\n## Why\n\n{{description}}\n",
    "# Proposal\n\nAuthor: [Your name]\nDate: [YYYY-MM-DD]\n\n## Context\n\nDescribe the problem that this proposal solves.\n\n## Options\n\nList the options that were looked at.\n",
    "---\ntitle: x\n---\n\n# Proposal\n\n## Abstract\n\n<!-- A short description of the technical issue being addressed. -->\n\n## Motivation\n\n<!-- Explain why the change is needed. -->\n\n## Design\n\n<!-- Describe the design in detail. -->\n",
  ])("knows %j", (text) => {
    expect(sortOf(text)).toBe("template");
  });

  it("quotes the fields", () => {
    expect(measure("# [Title]\n\nAuthor: <your name>\n\n## Summary\n\n[Describe it here]\n")?.evidence).toEqual([
      { line: 1, quote: "# [Title]", note: "a field of a template that nobody filled in" },
      { line: 3, quote: "Author: <your name>", note: "a field of a template that nobody filled in" },
      { line: 7, quote: "[Describe it here]", note: "a field of a template that nobody filled in" },
    ]);
  });

  it.each([
    [
      "a template that was filled in",
      `# Gauge\n\n## Summary\n\n<!-- A short summary. -->\n\n${PROSE}## Design\n\n<!-- Describe the design. -->\n\n${PROSE}Author: <your name>\n`,
    ],
    [
      "a guide on templates",
      `# How to use the template\n\n${PROSE}Replace \`[Title]\` by the title and \`<your name>\` by your name, then fill in each section below it.\n`,
    ],
    ["a list of steps", "# Set up\n\n1. Add the gauge to the list.\n2. Enter the number in the form.\n3. Write the number down.\n"],
    ["references in brackets", "# Gauge\n\nAs in [RFC2119].\n\n[1]\n[2]\n[3]\n"],
    ["HTML", "# Gauge\n\n<details>\n<summary>Levels</summary>\n\nFour.\n\n</details>\n"],
  ])("leaves %s alone", (_what, text) => {
    expect(measure(text)).toBeNull();
  });
});

describe("measurePlaceholder, headings, filler text and shells", () => {
  it("knows a document of headings only", () => {
    expect(measure("# Gauge\n\n## Clock\n\n## Levels\n\n### Units\n")).toEqual({
      sort: "headings",
      evidence: [
        { line: 1, quote: "# Gauge", note: "a heading with nothing below it" },
        { line: 3, quote: "## Clock", note: "a heading with nothing below it" },
        { line: 5, quote: "## Levels", note: "a heading with nothing below it" },
        { line: 7, quote: "### Units", note: "a heading with nothing below it" },
      ],
      confidence: 0.9,
    });
    expect(sortOf("Gauge\n=====\n\nClock\n-----\n\nLevels\n------\n", "gauge.rst")).toBe("headings");
  });

  it("leaves headings with anything below them alone", () => {
    expect(measure(`# Gauge\n\n## Clock\n\n${PROSE}## Levels\n\n${PROSE}`)).toBeNull();
    expect(
      measure(
        "# Gauge\n\n## Clock\n\n| name | unit |\n| --- | --- |\n| level | millimetres |\n| battery | millivolts |\n| temperature | tenths of a degree |\n| wind | tenths of a knot |\n\n## Levels\n\n| from | to |\n| --- | --- |\n| 0 | 9999 |\n",
      ),
    ).toBeNull();
    expect(
      measure(
        "# Gauge\n\n## Clock\n\n```mermaid\ngraph TD; Gauge --> Collector; Collector --> Archive; Archive --> Reader;\nReader --> Gauge; Clock --> Gauge; Battery --> Gauge; Float --> Gauge; Wind --> Gauge;\n```\n\n## Levels\n",
      ),
    ).toBeNull();
  });

  it("says nothing of headings alone in a text that a reader made, which lacks the pictures", () => {
    const document = documentOf("# Gauge\n\n## Clock\n\n## Levels\n");
    expect(measurePlaceholder({ ...document, markup: "text/markdown" })).toBeNull();
    expect(measurePlaceholder({ ...documentOf("# Gauge\n\nTODO\n"), markup: "text/markdown" })?.sort).toBe("stub");
  });

  it("knows filler text, and leaves a text that shows some alone", () => {
    const filler = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.\n\n";
    expect(sortOf(`# Gauge\n\n${filler.repeat(6)}`)).toBe("filler");
    expect(measure(`# Typesetting\n\n${PROSE.repeat(2)}${filler}`)).toBeNull();
  });

  it.each([
    [
      "page",
      '<!DOCTYPE html><html><head><title>App</title><script src="/a.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>',
      "gauge.html",
    ],
    ["page without a word", '<html><head><script src="/a.js"></script></head><body><div id="app"></div></body></html>', "gauge.md"],
    ["text", "You need to enable JavaScript to run this app.\n", "gauge.txt"],
  ])("knows the shell of an application, as a %s", (_what, text, path) => {
    expect(measure(text, path)).toMatchObject({ sort: "app-shell", evidence: [{ line: 1 }], confidence: 0.95 });
  });

  it("leaves a page alone that shows text, or that has no scripts", () => {
    expect(
      measure(
        `<html><head><script src="/a.js"></script></head><body><noscript>Enable JavaScript</noscript><p>${PROSE.repeat(3)}</p></body></html>`,
        "gauge.html",
      ),
    ).toBeNull();
    expect(measure("<html><body></body></html>", "gauge.html")).toBeNull();
  });
});

describe("measurePlaceholder, hostile input", () => {
  it.each([
    ["brackets", "[".repeat(11_990)],
    ["fields", "[title] ".repeat(1490)],
    ["angles", "<a".repeat(5990)],
    ["punctuation", `${"-".repeat(11_000)}a`],
    ["blanks", `TODO${" ".repeat(11_000)}x`],
    ["lines", "[a\n".repeat(3990)],
    ["unclosed tags", `<html>${"<a ".repeat(200_000)}`],
  ])("ends in time on %s", (_what, text) => {
    const started = performance.now();
    measure(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
