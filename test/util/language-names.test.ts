import { describe, expect, it } from "vitest";
import { areClose, languageNamed, languageOfPath, languageOfTitle, nameOfLanguage } from "../../src/util/language-names.ts";

describe("the language that a word names", () => {
  it.each([
    ["de", "de"],
    ["pt-BR", "pt"],
    ["zh_Hans", "zh"],
    ["German", "de"],
    ["Deutsch", "de"],
    ["日本語", "ja"],
    ["nb", "no"],
    ["eng", "en"],
    ["sr-Latn", "hr"],
  ])("%s is %s", (text, code) => {
    expect(languageNamed(text)?.code).toBe(code);
  });

  it.each(["Go", "Python", "xx", "markdown", ""])("%j is none", (text) => {
    expect(languageNamed(text)).toBeNull();
  });
});

describe("the language that a path names", () => {
  it.each([
    ["docs/tide.de.md", "de", false],
    ["README_zh-CN.md", "zh", false],
    ["docs/zh/tide.md", "zh", false],
    ["i18n/pt-BR/docs/tide.md", "pt", false],
    ["docs/cs/tide.md", "cs", true],
    ["docs/tide.pl.md", "pl", true],
  ])("%s", (path, code, isWeak) => {
    expect(languageOfPath(path)).toMatchObject({ code, isWeak });
  });

  it.each(["docs/tide.md", "docs/v2/tide.md", "src/tide.spec.md", "docs/api/tide.md"])("is none in %s", (path) => {
    expect(languageOfPath(path)).toBeNull();
  });
});

describe("the language that a title names", () => {
  it.each([
    ["Tides (German)", "de"],
    ["Tides - Deutsch", "de"],
    ["Tides [zh-CN]", "zh"],
    ["潮汐（中文版）", "zh"],
    ["Tides (French translation)", "fr"],
  ])("%s", (title, code) => {
    expect(languageOfTitle(title)?.code).toBe(code);
  });

  it.each(["Tides (IT)", "Improvements (Polish)", "German tides", "Tides (draft)"])("is none in %s", (title) => {
    expect(languageOfTitle(title)).toBeNull();
  });
});

describe("languages", () => {
  it("have English names", () => {
    expect([nameOfLanguage("de"), nameOfLanguage("xx")]).toEqual(["German", "xx"]);
  });

  it("are close where one is read as the other", () => {
    expect([areClose("da", "no"), areClose("de", "de"), areClose("de", "nl")]).toEqual([true, true, false]);
  });
});
