/** The options of the command: one table, from which parser, help and types are made. */

/** Commands that are built, with what `--help` says of them. */
export const COMMANDS = [
  { name: "check", operands: "[PATH...]", summary: "Check a set. Also done where no command is named." },
  { name: "inspect", operands: "FILE...", summary: "Say of files what they are, and which entry each of them fits." },
  { name: "explain", operands: "[RULE]", summary: "Say what a rule finds, why it matters and what to do; without RULE, list the rules." },
  { name: "help", operands: "[COMMAND]", summary: "Show this text, or that of a command." },
] as const;

export type CommandName = (typeof COMMANDS)[number]["name"];

/** Words that will be commands: a file or folder of such a name is written `./init`, so that no call changes its meaning later. */
export const RESERVED_COMMANDS: readonly string[] = ["approve", "cache", "fix", "init", "lsp", "mcp", "review", "status", "worker"];

/** How a value is written and read: `flag` has none, `text` is one, `list` may be given again, `count` is a whole number from 0. */
type OptionKind = "flag" | "text" | "list" | "count" | "choice";

/** One option. */
export interface OptionSpec {
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  readonly kind: OptionKind;
  /** How help and errors name its value. */
  readonly value?: string;
  /** The values of a choice; the first is the default. */
  readonly choices?: readonly string[];
  /** The commands that take it. */
  readonly command: CommandName | "every" | readonly CommandName[];
  readonly help: string;
}

export const OPTIONS = [
  {
    name: "root",
    kind: "text",
    value: "DIR",
    command: ["check", "inspect"],
    help: "Folder that holds the set: nothing outside of it is read. Default: the folder given, else the current directory where it holds the index, else the index's folder; for inspect the nearest folder above FILE that holds an index.",
  },
  { name: "index", kind: "text", value: "FILE", command: "inspect", help: "Index of the set, where it has none of the usual names." },
  {
    name: "ignore",
    kind: "list",
    value: "PATTERN",
    command: "check",
    help: "Files that are no documents, as in .gitignore. May be repeated.",
  },
  {
    name: "include",
    kind: "list",
    value: "PATTERN",
    command: "check",
    help: "Files that are documents although they would be left out. May be repeated.",
  },
  { name: "allow-outside", kind: "flag", command: ["check", "inspect"], help: "Follow links that lead out of the root." },
  {
    name: "explain-paths",
    kind: "flag",
    command: "check",
    help: "Say where paths start, and where they start in this call; check nothing.",
  },
  {
    name: "format",
    short: "f",
    kind: "choice",
    value: "FORMAT",
    choices: ["terminal", "json"],
    command: ["check", "inspect"],
    help: 'How the report is written: terminal, for people, or json, for programs. With several PATHs json is one object, {"schemaVersion": 1, "reports": [...]}.',
  },
  {
    name: "output",
    short: "o",
    kind: "text",
    value: "FILE",
    command: "check",
    help: "Write the report to FILE, whole or not at all. A file of the set is never overwritten.",
  },
  { name: "quiet", short: "q", kind: "flag", command: "check", help: "Show errors and the verdict only; json is always whole." },
  { name: "max-warnings", kind: "count", value: "N", command: "check", help: "Exit with 1 where there are more than N warnings." },
  {
    name: "fail-on",
    kind: "choice",
    value: "SEVERITY",
    choices: ["error", "warning", "info", "never"],
    command: "check",
    help: "Lowest severity that makes the exit status 1: error (the default), warning, info, or never, whatever is found.",
  },
  { name: "version", short: "V", kind: "flag", command: "every", help: "Show the version." },
  { name: "help", short: "h", kind: "flag", command: "every", help: "Show this text." },
] as const satisfies readonly OptionSpec[];

type Spec = (typeof OPTIONS)[number];

type ValueOf<S extends OptionSpec> = S["kind"] extends "flag"
  ? boolean
  : S["kind"] extends "list"
    ? readonly string[]
    : S["kind"] extends "count"
      ? number | undefined
      : S extends { readonly choices: readonly (infer Choice)[] }
        ? Choice
        : string | undefined;

/** The values of all options by name, defaults filled in. */
export type OptionValues = { readonly [S in Spec as S["name"]]: ValueOf<S> };

/** Whether a command takes an option. */
export function takesOption(command: CommandName, spec: OptionSpec): boolean {
  return spec.command === "every" || commandsOf(spec.command).includes(command);
}

/** The commands that take an option that not every one does. */
export function commandsOf(command: CommandName | readonly CommandName[]): readonly CommandName[] {
  return typeof command === "string" ? [command] : command;
}
