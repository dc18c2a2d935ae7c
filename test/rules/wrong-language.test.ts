import { describe, expect, it } from "vitest";
import { wrongLanguage } from "../../src/rules/wrong-language.ts";
import { checkedSet, type DocumentSketch, type EntrySketch, faultsOf } from "../support/checked-set.ts";
import { prose } from "../support/prose.ts";

const ENGLISH = `# Tide protocol\n\n${prose("tide", 8).join(" ")}\n`;
const GERMAN = `# Pegelprotokoll\n\n${"Der Pegel sendet alle zehn Minuten einen Wert, und die Station bewahrt ihn auf, bis er von der Zentrale gelesen wird. ".repeat(3)}\n`;
const CHINESE = `# 潮位协议\n\n${"潮位计每十分钟发送一个读数，站点将所有读数保存一天，如果线路中断则重新发送。".repeat(3)}\n`;

function faultOf(entry: EntrySketch, text: string, others: readonly DocumentSketch[] = []) {
  return faultsOf(wrongLanguage, checkedSet({ documents: [{ path: entry.target, text }, ...others], entries: [entry] }))[0];
}

function named(count: number, text: string): DocumentSketch[] {
  return Array.from({ length: count }, (_, at) => ({ path: `other-${at}.md`, text }));
}

describe("wrong-language", () => {
  it("says which language was found and which was said, and quotes both", () => {
    expect(faultOf({ target: "tide.md", title: "Tide protocol (German)" }, ENGLISH)).toMatchObject({
      path: "tide.md",
      confidence: 0.92,
      message: "tide.md is written in English, and the entry's title says German.",
      help: "Put the German document in its place, or correct the entry.",
      evidence: [
        { path: "INDEX.md", line: 3, quote: "- [Tide protocol (German)](tide.md)" },
        { path: "tide.md", line: 1, quote: "# Tide protocol", note: "a line in English" },
      ],
    });
  });

  it.each([
    ["a claim", { target: "tide.md", claims: { language: "de" } }, "the index says German", 0.95],
    ["the file's name", { target: "tide.de.md" }, 'its path says German ("de")', 0.85],
    ["a folder", { target: "docs/zh-CN/tide.md" }, 'its path says Chinese ("zh-CN")', 0.85],
    ["a section", { target: "tide.md", sections: ["Documents", "Deutsch"] }, 'it is listed under "Deutsch"', 0.85],
    ["a folder that may mean something else", { target: "docs/pl/tide.md" }, 'its path seems to say Polish ("pl")', 0.55],
  ])("knows the language by %s", (_, entry, said, confidence) => {
    const fault = faultOf(entry, ENGLISH);
    expect([fault?.message, fault?.confidence]).toEqual([`${entry.target} is written in English, and ${said}.`, confidence]);
  });

  it.each([
    [{ target: "tide.de.md" }, GERMAN],
    [{ target: "tide.md", claims: { language: "en-GB" } }, ENGLISH],
    [{ target: "zh/tide.md" }, CHINESE],
    [{ target: "tide.md", claims: { language: "Python" } }, ENGLISH],
    [{ target: "tide.de.md" }, "# Pegel\n"],
  ])("is silent about %j", (entry, text) => {
    expect(faultOf(entry, text)).toBeUndefined();
  });

  it("is silent where the paths of most documents name a language that they are not in", () => {
    const others = ["a", "b", "c"].map((name) => ({ path: `de/${name}.md`, text: ENGLISH }));
    expect(faultOf({ target: "de/tide.md" }, ENGLISH, others)).toBeUndefined();
    expect(
      faultOf(
        { target: "de/tide.md" },
        ENGLISH,
        others.map(({ path }) => ({ path, text: GERMAN })),
      ),
    ).toMatchObject({ confidence: 0.85 });
  });

  it("speaks of the only document in another language than all others", () => {
    expect(faultOf({ target: "tide.md", title: "Tide protocol" }, GERMAN, named(5, ENGLISH))).toMatchObject({
      confidence: 0.6,
      message: "tide.md is written in German, and every other document of the set is in English.",
    });
  });

  it.each([
    ["there are few others", "Tide protocol", GERMAN, named(3, ENGLISH)],
    ["others are in it too", "Tide protocol", GERMAN, [...named(5, ENGLISH), { path: "z.md", text: GERMAN }]],
    ["its entry is written in its script", "潮位协议", CHINESE, named(6, ENGLISH)],
    ["it is in the language of the others", "Tide protocol", ENGLISH, named(5, ENGLISH)],
  ])("is silent where %s", (_, title, text, others) => {
    expect(faultOf({ target: "tide.md", title }, text, others)).toBeUndefined();
  });
});
