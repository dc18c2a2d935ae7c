import { describe, expect, it } from "vitest";
import { OPTIONS } from "../../src/cli/options.ts";
import { parseArguments } from "../../src/cli/parse-arguments.ts";
import { SeedcheckError } from "../../src/errors.ts";
import { REPORTERS } from "../../src/reporters/all.ts";

function failureOf(...args: string[]): readonly [string, string, string] {
  try {
    parseArguments(args);
  } catch (error) {
    if (error instanceof SeedcheckError) return [error.code, error.message, error.hint];
    throw error;
  }
  throw new Error("the call was understood");
}

describe("a call", () => {
  it("without arguments is a check with every default", () => {
    expect(parseArguments([])).toEqual({
      command: null,
      operands: [],
      values: {
        root: undefined,
        index: undefined,
        ignore: [],
        include: [],
        "allow-outside": false,
        "explain-paths": false,
        format: "terminal",
        output: undefined,
        quiet: false,
        "max-warnings": undefined,
        "fail-on": "error",
        version: false,
        help: false,
      },
    });
  });

  it("takes options before and after paths, long, short and joined", () => {
    const { operands, values } = parseArguments([
      "-qf",
      "json",
      "a",
      "--ignore=x",
      "b",
      "--ignore",
      "y",
      "-oout.json",
      "--max-warnings",
      "3",
    ]);
    expect(operands).toEqual(["a", "b"]);
    expect(values).toMatchObject({ quiet: true, format: "json", ignore: ["x", "y"], output: "out.json", "max-warnings": 3 });
  });

  it("takes the last of an option that is no list", () => {
    expect(parseArguments(["--root", "a", "--root", "b"]).values.root).toBe("b");
  });

  it("takes a value that begins with a hyphen after an equals sign", () => {
    expect(parseArguments(["--ignore=-x"]).values.ignore).toEqual(["-x"]);
  });

  it("takes everything after -- as paths, commands' names too", () => {
    expect(parseArguments(["--", "check", "--help"])).toMatchObject({ command: null, operands: ["check", "--help"] });
  });

  it("takes paths as they are written on Windows", () => {
    const args = ["C:\\work\\seeds\\INDEX.md", ".\\seeds", "\\\\server\\share\\seeds", "--root", "C:\\work"];
    expect(parseArguments(args)).toMatchObject({ operands: args.slice(0, 3), values: { root: "C:\\work" } });
  });

  it("takes a command as the first word only", () => {
    expect(parseArguments(["explain", "check"])).toMatchObject({ command: "explain", operands: ["check"] });
    expect(parseArguments(["seeds", "explain"])).toMatchObject({ command: null, operands: ["seeds", "explain"] });
  });

  it("that asks for help is understood whatever else is wrong", () => {
    expect(parseArguments(["explain", "--foramt", "--help"])).toMatchObject({ command: "explain", values: { help: true } });
  });
});

describe("a wrong call", () => {
  it.each([
    [["--foramt=json"], "there is no option --foramt", "Did you mean --format?"],
    [["--max"], "there is no option --max", "Did you mean --max-warnings?"],
    [["--no-quiet"], "there is no option --no-quiet", "See seedcheck --help."],
    [["-x"], "there is no option -x", "See seedcheck --help."],
    [["--f", "json"], "there is no option --f", "See seedcheck --help."],
    [["-root", "x"], "there is no option -r", "See seedcheck --help."],
    [["--quiet=yes"], '--quiet takes no value, and has "yes"', "Write --quiet."],
    [["--output"], "--output needs a value", "Write --output FILE."],
    [["--root="], "--root needs a value", "Write --root DIR."],
    [["-o", "--quiet"], '-o needs a value, and "--quiet" after it is an option', 'Where "--quiet" is the value, write -o--quiet.'],
    [["--format", "jsno"], '--format cannot be "jsno": it is terminal, json', "Did you mean json?"],
    [["--fail-on", "fatal"], '--fail-on cannot be "fatal": it is error, warning, info, never', "One of error, warning, info, never."],
    [
      ["--max-warnings", "-1"],
      '--max-warnings needs a value, and "-1" after it is an option',
      'Where "-1" is the value, write --max-warnings=-1.',
    ],
    [["--max-warnings=1.5"], '--max-warnings is a whole number from 0, and not "1.5"', "Write --max-warnings 0."],
    [["explain", "--root", "x"], "explain takes no --root", "It belongs to check and inspect. See seedcheck --help."],
    [["fix"], 'there is no command "fix" in this version', "For a file or folder of this name, write ./fix."],
  ])("%j says what is wrong and what to do", (args, message, hint) => {
    expect(failureOf(...args)).toEqual(["usage", message, hint]);
  });

  it("names no option that is not built", () => {
    for (const option of ["--config", "--no-cache", "--watch", "--require-approval"]) {
      expect(failureOf(option)[1]).toBe(`there is no option ${option}`);
    }
  });
});

describe("the table of options", () => {
  it("knows every reporter's format, and no other", () => {
    const spec = OPTIONS.find(({ name }) => name === "format");
    expect([...(spec && "choices" in spec ? spec.choices : [])].sort()).toEqual(REPORTERS.map(({ format }) => format));
  });

  it("gives no short name twice", () => {
    const shorts = OPTIONS.flatMap((spec) => ("short" in spec ? [spec.short] : []));
    expect(new Set(shorts).size).toBe(shorts.length);
  });
});
