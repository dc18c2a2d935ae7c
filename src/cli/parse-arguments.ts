import { parseArgs } from "node:util";
import { SeedcheckError } from "../errors.ts";
import {
  COMMANDS,
  type CommandName,
  commandsOf,
  OPTIONS,
  type OptionSpec,
  type OptionValues,
  RESERVED_COMMANDS,
  takesOption,
} from "./options.ts";
import { didYouMean } from "./suggest.ts";

/** A call of the command, understood. */
export interface Call {
  /** Null where none is named: then it is a check. */
  readonly command: CommandName | null;
  /** What is no option and no command: paths, a rule, a command's name. */
  readonly operands: readonly string[];
  readonly values: OptionValues;
}

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];
type OptionToken = Extract<Token, { kind: "option" }>;

const SPECS: readonly OptionSpec[] = OPTIONS;
const HELP_HINT = "See seedcheck --help.";

/** Reads the arguments of a call, without the names of the program. Throws a SeedcheckError (`usage`) that names the slip. */
export function parseArguments(args: readonly string[]): Call {
  const tokens = tokensOf(args);
  const given = tokens.filter((token) => token.kind === "option");
  const operands = tokens.filter((token) => token.kind === "positional");
  const terminator = tokens.find((token) => token.kind === "option-terminator")?.index ?? Number.POSITIVE_INFINITY;
  const first = operands[0];
  const command = first && first.index < terminator ? commandOf(first.value) : null;
  const isHelp = given.some((token) => specOf(token)?.name === "help");
  return {
    command,
    operands: operands.slice(command === null ? 0 : 1).map(({ value }) => value),
    values: valuesOf(isHelp ? given.filter((token) => specOf(token)?.name === "help") : given, command ?? "check"),
  };
}

function tokensOf(args: readonly string[]) {
  const options = Object.fromEntries(
    SPECS.map(({ name, short, kind }) => [
      name,
      { type: kind === "flag" ? ("boolean" as const) : ("string" as const), multiple: true, ...(short === undefined ? {} : { short }) },
    ]),
  );
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function commandOf(word: string): CommandName | null {
  if (RESERVED_COMMANDS.includes(word)) {
    throw new SeedcheckError(
      "usage",
      `there is no command "${word}" in this version`,
      `For a file or folder of this name, write ./${word}.`,
    );
  }
  return COMMANDS.find(({ name }) => name === word)?.name ?? null;
}

function specOf(token: OptionToken): OptionSpec | undefined {
  return SPECS.find(({ name, short }) => (token.rawName.startsWith("--") ? token.name === name : token.rawName === `-${short}`));
}

function valuesOf(given: readonly OptionToken[], command: CommandName): OptionValues {
  const values: Record<string, unknown> = Object.fromEntries(SPECS.map((spec) => [spec.name, defaultOf(spec)]));
  for (const token of given) {
    const spec = specOf(token);
    if (!spec) throw unknownOption(token, command);
    if (spec.command !== "every" && !takesOption(command, spec)) {
      const owners = commandsOf(spec.command).join(" and ");
      throw new SeedcheckError("usage", `${command} takes no ${token.rawName}`, `It belongs to ${owners}. ${HELP_HINT}`);
    }
    const value = readValue(token, spec);
    values[spec.name] = spec.kind === "list" ? [...(values[spec.name] as readonly unknown[]), value] : value;
  }
  // The table says which names there are and of which type each is: OptionValues is made of it.
  return values as OptionValues;
}

function defaultOf({ kind, choices }: OptionSpec): unknown {
  if (kind === "flag") return false;
  if (kind === "list") return [];
  return choices?.[0];
}

function readValue(token: OptionToken, spec: OptionSpec): unknown {
  const { rawName } = token;
  const usage = `Write ${rawName}${spec.value === undefined ? "" : ` ${spec.value}`}.`;
  if (spec.kind === "flag") {
    if (token.value === undefined) return true;
    throw new SeedcheckError("usage", `${rawName} takes no value, and has "${token.value}"`, usage);
  }
  const { value } = token;
  if (value === undefined || value === "") throw new SeedcheckError("usage", `${rawName} needs a value`, usage);
  if (token.inlineValue === false && /^-./.test(value)) {
    const hint = `Where "${value}" is the value, write ${rawName.startsWith("--") ? `${rawName}=${value}` : `${rawName}${value}`}.`;
    throw new SeedcheckError("usage", `${rawName} needs a value, and "${value}" after it is an option`, hint);
  }
  if (spec.kind === "count") return countOf(value, rawName);
  if (spec.choices && !spec.choices.includes(value)) {
    const hint = didYouMean(value, spec.choices) ?? `One of ${spec.choices.join(", ")}.`;
    throw new SeedcheckError("usage", `${rawName} cannot be "${value}": it is ${spec.choices.join(", ")}`, hint);
  }
  return value;
}

function countOf(value: string, rawName: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new SeedcheckError("usage", `${rawName} is a whole number from 0, and not "${value}"`, `Write ${rawName} 0.`);
}

function unknownOption(token: OptionToken, command: CommandName): SeedcheckError {
  const isLong = token.rawName.startsWith("--");
  const known = SPECS.filter((spec) => takesOption(command, spec)).map(({ name }) => `--${name}`);
  const hint = (isLong ? didYouMean(token.rawName, known) : null) ?? HELP_HINT;
  return new SeedcheckError("usage", `there is no option ${token.rawName}`, hint);
}
