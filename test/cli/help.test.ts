import { describe, expect, it } from "vitest";
import { helpText } from "../../src/cli/help.ts";
import { OPTIONS, takesOption } from "../../src/cli/options.ts";

describe("the help", () => {
  it.each([60, 80, 120])("looks as approved at %i columns", async (width) => {
    await expect(helpText(null, { width })).toMatchFileSnapshot(`snapshots/help-${width}.txt`);
  });

  it("names every option of a check, and none that is not built", () => {
    const named = [...helpText(null, { width: 80 }).matchAll(/^ {2}(?:-\w,| {3}) --([\w-]+)/gm)].map((match) => match[1]);
    expect(named).toEqual(OPTIONS.filter((spec) => takesOption("check", spec)).map(({ name }) => name));
  });

  it("fits into its width", () => {
    for (const width of [40, 52, 64, 80, 100]) {
      expect(
        helpText(null, { width })
          .split("\n")
          .filter((line) => line.length > width),
      ).toEqual([]);
    }
  });

  it("of a command shows that command's options", () => {
    const text = helpText("explain", { width: 80 });
    expect(text).toContain("  seedcheck explain [RULE]\n");
    expect(text).not.toContain("--root");
  });
});
