import { describe, expect, it } from "vitest";
import { parseGitConfig } from "../../src/engine/git-config.ts";

describe("parseGitConfig", () => {
  it("gives each setting with its section", () => {
    const text =
      '[core]\n\tbare = false\n[remote "origin"]\r\n\tURL = https://example.org/a/b.git\r\n\n; a comment = none\n# another = none\n';
    expect(parseGitConfig(text)).toEqual([
      { section: "core", key: "bare", value: "false" },
      { section: 'remote "origin"', key: "url", value: "https://example.org/a/b.git" },
    ]);
  });

  it("takes quotes off, and keeps what follows the first equals sign", () => {
    expect(parseGitConfig('[a]\np = "with \\"quotes\\""\nq = x=y\nr =\n').map(({ value }) => value)).toEqual(['with "quotes"', "x=y", ""]);
  });

  it("reads megabytes of line breaks and blanks at once", () => {
    const started = performance.now();
    expect(parseGitConfig(`${"\n".repeat(1_000_000)}path = a${" ".repeat(1_000_000)}b\n`)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
