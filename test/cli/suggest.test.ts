import { describe, expect, it } from "vitest";
import { didYouMean } from "../../src/cli/suggest.ts";

const KNOWN = ["check", "explain", "help", "--format", "--fail-on", "--max-warnings"];

describe("didYouMean", () => {
  it.each([
    ["chekc", "Did you mean check?"],
    ["CHECK", "Did you mean check?"],
    ["explian", "Did you mean explain?"],
    ["--fromat", "Did you mean --format?"],
    ["--failon", "Did you mean --fail-on?"],
    ["--max", "Did you mean --max-warnings?"],
    ["exp", "Did you mean explain?"],
    ["seeds", null],
    ["--watch", null],
    ["--f", null],
    ["", null],
  ])("for %j gives %j", (written, suggestion) => {
    expect(didYouMean(written, KNOWN)).toBe(suggestion);
  });
});
