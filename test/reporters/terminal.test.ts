import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { terminal } from "../../src/reporters/terminal.ts";
import type { Finding, Report, ReportOptions } from "../../src/types.ts";
import { displayWidth } from "../../src/util/terminal-text.ts";
import { findingOf, findingsOf, INDEX_LINES, reportOf } from "./sample-report.ts";

const PLAIN: ReportOptions = { width: 80, isColour: false, isPlain: true, quiet: false, indexLines: INDEX_LINES };

function render(report: Report, options: Partial<ReportOptions> = {}): string {
  return terminal.render(report, { ...PLAIN, ...options });
}

function withFindings(findings: readonly Finding[], options: Partial<ReportOptions> = {}): string {
  return render(reportOf({ findings, skips: [] }), options);
}

/** The block of lines that holds a text. */
function blockWith(text: string, rendered: string): string {
  return rendered.split("\n\n").find((block) => block.includes(text)) ?? "";
}

const COLOUR_CODES = /\x1b\[\d+m/g;

describe("the report for people", () => {
  for (const width of [60, 80, 120]) {
    for (const isColour of [false, true]) {
      const style = isColour ? "colour" : "plain";
      it(`looks as approved at ${width} columns, ${style}`, async () => {
        const text = render(reportOf(), { width, isColour, isPlain: !isColour });
        await expect(text).toMatchFileSnapshot(`snapshots/terminal-${width}-${style}.txt`);
      });
    }
  }

  it("ends with the verdict", () => {
    const lines = render(reportOf()).trimEnd().split("\n");
    expect(lines.at(-1)).toBe("NOT READY  3 errors, 1 info, 3 skips in 41 ms");
  });

  it("ends with the verdict where the counts need lines of their own", () => {
    const lines = render(reportOf(), { width: 40 }).trimEnd().split("\n");
    expect(lines.slice(-2)).toEqual(["3 errors, 1 info, 3 skips", "NOT READY in 41 ms"]);
  });

  it("says READY where nothing is wrong", () => {
    const text = render(reportOf({ findings: [], skips: [], verdict: "ready", entries: [], documents: [] }));
    expect(text).toBe("seedcheck 1.2.3 | seeds/INDEX.md | markdown | 0 entries | 0 documents\n\nREADY  no findings in 41 ms\n");
  });

  it("says that there is no index, and where the set is", () => {
    const text = render(reportOf({ index: null, indexes: [], root: "../other", findings: [], skips: [], entries: [] }));
    expect(text.split("\n")[0]).toBe("seedcheck 1.2.3 | no index | 0 entries | 2 documents | in ../other");
  });

  it("writes locations from the current directory and quotes the index's line", () => {
    const text = render(reportOf({ root: "../other", findings: [findingOf()] }));
    expect(text).toContain(",-[../other/seeds/INDEX.md:6:40]\n  6 | | 02 | [Sensors and how they are read](02-sensor.md) |");
  });

  it("underlines the target in columns, not in characters", () => {
    const lines = render(reportOf(), { width: 120 }).split("\n");
    const at = lines.findIndex((line) => line.includes("| 03 | ["));
    const before = (lines[at] ?? "").slice(0, (lines[at] ?? "").indexOf("03-形式.md"));
    expect(lines[at + 1]?.indexOf("^")).toBe(displayWidth(before));
    expect(/\^+/.exec(lines[at + 1] ?? "")?.[0].length).toBe(displayWidth("03-形式.md"));
  });

  it("underlines a target that has no entry up to its closing sign", () => {
    const text = withFindings([findingOf({ entry: null, fix: null, line: 5, column: 19 })]);
    expect(text).toContain(`    |                   ${"^".repeat("01-overview.md".length)}\n`);
  });

  it("shows the middle of a line that is too long, with the target in it", () => {
    const line = `${"before ".repeat(100)}(target.md) ${"behind ".repeat(100)}`;
    const indexLines = new Map([["seeds/INDEX.md", [line]]]);
    const column = line.indexOf("target.md") + 1;
    const entry = { path: "seeds/INDEX.md", line: 1, column, target: "target.md" };
    const text = withFindings([findingOf({ line: 1, column, entry, fix: null, evidence: [] })], { indexLines });
    const [quoted = "", caret = ""] = text.split("\n").filter((one) => /target\.md\)|\^/.test(one));
    expect(quoted).toMatch(/^ {2}1 \| \.\.\.\S.*\(target\.md\).*\.\.\.$/);
    expect(caret.indexOf("^")).toBe(quoted.indexOf("target.md"));
  });

  it("says where, when there is nothing to quote", () => {
    const text = withFindings([
      findingOf({ entry: null, fix: null, evidence: [], related: [], path: "seeds/x.md", line: 4, message: "Part of it cannot be read." }),
    ]);
    expect(text).toContain("   at:   seeds/x.md:4:40\n");
  });

  it("says why it matters and what to do once for findings of a rule that share it", () => {
    const text = withFindings(findingsOf(3, (number) => ({ line: 4 + number, message: `Fault ${number}.` })));
    expect(text.match(/why: /g)).toHaveLength(1);
    expect(text.match(/help:/g)).toHaveLength(1);
  });

  it("says how sure a doubtful finding is", () => {
    expect(render(reportOf())).toContain("   note: 72 % sure\n");
  });

  it("shows no waived finding and counts it apart", () => {
    const text = withFindings([findingOf({ waived: true })]);
    expect(text).not.toContain("missing-target");
    expect(text).toContain("waived    1 finding\n");
  });

  it("counts entries by verdict and names the commonest reasons of skips", () => {
    const text = render(reportOf());
    expect(text).toContain("entries   1 right, 1 doubtful, 1 wrong, 2 missing\n");
    expect(text).toContain("skipped   2 checks: the entry says too little; 1 check: the file could not be\n          read\n");
  });

  it("repeats the address of the rule's page that explains the first finding", () => {
    expect(render(reportOf())).toContain("rules     seedcheck explain missing-target\n");
  });
});

describe("many findings of one rule", () => {
  const missing = (number: number) => ({
    line: number,
    column: 3,
    message: `The target "${number}.md" is not there. Looked for "seeds/${number}.md" and in many other places that need much room.`,
  });

  it("are shown in full up to ten errors", () => {
    expect(withFindings(findingsOf(10, missing)).match(/error\[missing-target\]/g)).toHaveLength(10);
  });

  it("become a list of whole sentences from eleven on", () => {
    const block = blockWith("error[missing-target]", withFindings(findingsOf(11, missing)));
    expect(block.split("\n").slice(0, 8)).toEqual([
      "error[missing-target]: 11 findings",
      "   why:  Whoever builds from the set builds without this document, or with",
      "         whatever they find in its place.",
      "   help: Point the entry to seeds/02-sensors.md (nearly the same name), or add",
      "         the file.",
      "   seeds/INDEX.md",
      '     1:3   The target "1.md" is not there.',
      '     2:3   The target "2.md" is not there.',
    ]);
  });

  it("name twenty and count the rest, unless the rest is as short as its count", () => {
    const long = withFindings(findingsOf(30, missing));
    expect(long.match(/The target/g)).toHaveLength(20);
    expect(long).toContain("   and 10 more; --format json has all\n");
    expect(withFindings(findingsOf(24, missing)).match(/The target/g)).toHaveLength(24);
  });

  it("offer what was meant beside each, or under it", () => {
    const [edit] = findingOf().fix?.edits ?? [];
    const fix = edit ? { safe: false, summary: "", edits: [edit] } : null;
    const short = findingsOf(11, (number) => ({ message: `"${number}.md" is not there.`, line: number, fix }));
    expect(withFindings(short)).toContain('     1:40   "1.md" is not there. did you mean 02-sensors.md?\n');
    expect(withFindings(short, { width: 40 })).toContain('     1:40   "1.md" is not there.\n            did you mean 02-sensors.md?');
  });

  it("put documents under the words that they share", () => {
    const unlisted = findingsOf(5, (number) => ({
      rule: "unlisted-document",
      severity: "warning",
      path: `seeds/n${number}.md`,
      line: 1,
      message: `seeds/n${number}.md is in the set and not in the index.`,
      evidence: [{ path: `seeds/n${number}.md`, line: 1, quote: `# Note ${number}`, note: "what it is titled" }],
    }));
    const lines = blockWith("unlisted-document]: 5", withFindings(unlisted)).split("\n");
    expect(lines.slice(-6)).toEqual([
      "   ... is in the set and not in the index.",
      ...[1, 2, 3, 4, 5].map((number) => `     seeds/n${number}.md  Note ${number}`),
    ]);
  });

  it("are two lines a rule where they are infos, and a count", () => {
    const infos = findingsOf(9, (number) => ({ severity: "info", message: `Known: ${number}.`, line: number }));
    const block = blockWith("info[", withFindings(infos));
    expect(block.split("\n")).toEqual([
      "info[missing-target]: seeds/INDEX.md:1:40: Known: 1.",
      "info[missing-target]: seeds/INDEX.md:2:40: Known: 2.",
      "and 7 more infos; --format json has all",
    ]);
  });
});

describe("quiet", () => {
  it("shows errors and the verdict, and counts the rest", () => {
    const warning = findingOf({ severity: "warning", rule: "truncated" });
    const text = render(reportOf({ findings: [findingOf(), warning], skips: [] }), { quiet: true });
    expect(text).toMatch(/^error\[missing-target\]: /);
    expect(text).not.toContain("truncated");
    expect(text).not.toContain("entries ");
    expect(text).toMatch(/\n\nNOT READY {2}1 error, 1 warning in 41 ms\n$/);
  });
});

describe("several reports", () => {
  it("stand one after the other, each with its head, and the verdict of all comes last", () => {
    const ready = reportOf({ root: "a", findings: [], skips: [], verdict: "ready", entries: [], documents: [] });
    const options = { ...PLAIN, quiet: true };
    const text = terminal.renderSeveral([
      { report: ready, options },
      { report: { ...ready, root: "b" }, options },
    ]);
    expect(text).toBe(
      [
        "seedcheck 1.2.3 | seeds/INDEX.md | markdown | 0 entries | 0 documents | in a",
        "READY  no findings in 41 ms",
        "seedcheck 1.2.3 | seeds/INDEX.md | markdown | 0 entries | 0 documents | in b",
        "READY  no findings in 41 ms",
        "READY  2 of 2 sets ready in 82 ms",
        "",
      ]
        .join("\n\n")
        .replace(/\n\n$/, "\n"),
    );
  });
});

describe("what reaches the terminal", () => {
  it("holds no control or invisible character of the set", () => {
    const text = render(reportOf());
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
    expect(text).toContain("\\x1b]0;owned\\x07Home | News | Sport");
    expect(text).toContain("Weather | Travel | <U+202E>More");
    expect(text).toContain("Evil<U+200B> considered");
  });

  it("holds nothing but printable text and the colours' own codes, whatever the set says", () => {
    const words = fc.string({ unit: "binary", maxLength: 80 });
    fc.assert(
      fc.property(words, words, words, fc.integer({ min: 20, max: 240 }), fc.boolean(), (path, quote, line, width, isColour) => {
        const evidence = [{ path: `d${path}`, line: 1, quote, note: quote }];
        const entry = { path: "i", line: 1, column: 3, target: line };
        const finding = findingOf({
          rule: `r${path}`,
          path: `d${path}`,
          message: `m${quote}`,
          why: quote,
          help: line,
          entry,
          evidence,
          fix: null,
        });
        const many = findingsOf(12, () => ({ message: quote, path: `d${path}` }));
        const report = reportOf({
          root: path,
          indexes: [{ path: "i", form: "markdown", entries: 1, externalUrls: 0 }],
          findings: [finding, ...many],
        });
        const text = render(report, { width, isColour, isPlain: false, indexLines: new Map([["i", [line]]]) });
        expect(text.replace(COLOUR_CODES, "").replaceAll("\n", "")).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u,
        );
        if (!isColour) expect(text).not.toContain("\x1b");
      }),
      { seed: 20261101, numRuns: 300 },
    );
  });

  it("is never wider than the terminal", () => {
    for (let width = 40; width <= 200; width += 5) {
      const listed = findingsOf(12, (number) => ({
        rule: "wrong-case",
        message: `The target "${"long/".repeat(number)}x.md" is not there.`,
      }));
      const report = reportOf({ findings: [...reportOf().findings, ...listed] });
      for (const isPlain of [true, false]) {
        const lines = render(report, { width, isPlain }).split("\n");
        expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
      }
    }
  });

  it("is ASCII but for the set's own words where the terminal is plain", () => {
    const report = reportOf({ findings: [findingOf(), INFO_LIKE], skips: [] });
    expect(render(report)).toMatch(/^[\x20-\x7e\n]*$/);
    expect(render(report, { isPlain: false })).toContain("╭─");
  });

  it("says the same with and without colour", () => {
    const coloured = render(reportOf(), { isColour: true });
    expect(coloured).toMatch(COLOUR_CODES);
    expect(coloured.replace(COLOUR_CODES, "")).toBe(render(reportOf()));
  });
});

const INFO_LIKE = findingOf({ rule: "duplicate-entry", severity: "info", entry: null, fix: null, message: "Listed twice." });
