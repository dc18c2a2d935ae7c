import { describe, expect, it } from "vitest";
import { indexFormOf } from "../../src/indexes/all.ts";
import { summary } from "../../src/indexes/summary.ts";
import { indexFaults, listedTargets } from "./index-faults.ts";

const MDBOOK = `# Summary

[Foreword](foreword.md)
[Introduction](intro.md)

# Part One

- [Basics](basics/index.md)
    - [Names](basics/names.md)
    - [Not yet written]()
- [\`#[attribute]\`](attribute.md)

# Part Two

1. [Machines](machines.md)

---

[Glossary](glossary.md)
`;

const GITBOOK = `# Table of contents

* [Welcome](README.md)
* [Use](use/README.md)
  * [First \\(short\\) steps](use/first-steps.md)

## Reference

* [API](<reference/my api.md>)
* [Elsewhere](https://example.org/api)
`;

describe("summary", () => {
  it("is the form of SUMMARY.md in any folder, and of no other Markdown file", () => {
    expect(indexFormOf("src/SUMMARY.md", "").form).toBe("summary");
    expect(indexFormOf("summary.md", "").form).toBe("summary");
    expect(indexFormOf("docs/SUMMARY-2024.md", "").form).toBe("markdown");
  });

  it("lists prefix chapters, chapters at every depth and suffix chapters of an mdBook", async () => {
    const parsed = await summary.parse(MDBOOK, "src/SUMMARY.md");
    expect(listedTargets(parsed)).toEqual([
      ...["foreword.md", "intro.md", "basics/index.md", "basics/names.md", "", "attribute.md", "machines.md", "glossary.md"],
    ]);
    expect(parsed.mentions.map(({ claims }) => claims.title)).toEqual([
      ...["Foreword", "Introduction", "Basics", "Names", "Not yet written", "#[attribute]", "Machines", "Glossary"],
    ]);
    expect(indexFaults(MDBOOK, parsed)).toEqual([]);
  });

  it("puts chapters in their part, and prefix and suffix chapters in none", async () => {
    const { mentions } = await summary.parse(MDBOOK, "src/SUMMARY.md");
    expect(mentions.map(({ target, sections }) => [target, sections.at(-1) ?? null])).toEqual([
      ["foreword.md", null],
      ["intro.md", null],
      ["basics/index.md", "Part One"],
      ["basics/names.md", "Part One"],
      ["", "Part One"],
      ["attribute.md", "Part One"],
      ["machines.md", "Part Two"],
      ["glossary.md", null],
    ]);
  });

  it("keeps a draft chapter as an entry without a target, at its place", async () => {
    const { mentions } = await summary.parse("- [Later]()\n- [Last](<>)\n", "SUMMARY.md");
    expect(mentions.map(({ target, place, role }) => [target, place, role])).toEqual([
      ["", { line: 1, column: 11, end: { line: 1, column: 11 } }, "listing"],
      ["", { line: 2, column: 11, end: { line: 2, column: 11 } }, "listing"],
    ]);
  });

  it("reads GitBook's bullets, groups, escapes and targets with blanks", async () => {
    const parsed = await summary.parse(GITBOOK, "SUMMARY.md");
    expect(parsed.mentions.map(({ target, label, sections }) => [target, label, sections.at(-1)])).toEqual([
      ["README.md", "Welcome", "Table of contents"],
      ["use/README.md", "Use", "Table of contents"],
      ["use/first-steps.md", "First (short) steps", "Table of contents"],
      ["reference/my api.md", "API", "Reference"],
      ["https://example.org/api", "Elsewhere", "Reference"],
    ]);
    expect(indexFaults(GITBOOK, parsed)).toEqual([]);
  });
});
