import { padToWidth } from "../util/terminal-text.ts";
import { wrapText } from "../util/wrap-text.ts";
import { COMMANDS, type CommandName, OPTIONS, type OptionSpec, takesOption } from "./options.ts";

/** Column in which an option's or command's description begins, where there is room for two columns. */
const DESCRIPTION_COLUMN = 28;
const NARROWEST_TWO_COLUMNS = 64;

const ABOUT =
  "Checks a seed set before anyone builds on it: does the index point to the right files, and is every document what the index says it is? No network, and no file is changed.";

const PATH_HELP =
  "PATH is an index file or a folder. Without it, seeds/INDEX.md, INDEX.md, docs/INDEX.md, specs/INDEX.md, llms.txt and SUMMARY.md are looked for, in this order. Several PATHs are checked one after the other, each with a report of its own. A path that has the name of a command is written ./check.";

const EXIT_STATUS = [
  ["0", "nothing at or over the failing severity"],
  ["1", "findings at or over the failing severity, or more warnings than --max-warnings"],
  ["2", "the work could not be done: a wrong call, or a fault of the machine or of seedcheck"],
  ["130", "ended by Ctrl-C"],
] as const;

const EXAMPLES = [
  ["seedcheck", "check the set of the current directory"],
  ["seedcheck docs/INDEX.md", "check what one index lists"],
  ["seedcheck --format json -o report.json", "write the report for a program"],
  ["seedcheck inspect seeds/overview.md", "say what one file is"],
  ["seedcheck explain missing-target", "say more of a rule"],
] as const;

/** What `--help` prints, for one command or for all, wrapped to a width. */
export function helpText(command: CommandName | null, { width }: { readonly width: number }): string {
  const columns = Math.min(100, Math.max(40, width));
  const page = { columns };
  const sections = command === null || command === "check" ? checkSections(command, page) : commandSections(command, page);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

interface Page {
  readonly columns: number;
}

function checkSections(command: CommandName | null, page: Page): string[][] {
  const commands = COMMANDS.map(({ name, operands, summary }) => [`${name} ${operands}`, summary] as const);
  const usage = command === null ? ["seedcheck [PATH...]", "seedcheck COMMAND ..."] : ["seedcheck check [PATH...]"];
  return [
    wrapText(ABOUT, page.columns),
    ["Usage:", ...usage.map((line) => `  ${line}`)],
    wrapText(PATH_HELP, page.columns),
    ...(command === null ? [["Commands:", ...table(commands, page)]] : []),
    ["Options:", ...table(optionRows("check"), page)],
    ["Exit status:", ...table(EXIT_STATUS, page)],
    ["Examples:", ...table(EXAMPLES, page, 42)],
  ];
}

function commandSections(command: CommandName, page: Page): string[][] {
  const spec = COMMANDS.find(({ name }) => name === command);
  return [
    wrapText(spec?.summary ?? "", page.columns),
    ["Usage:", `  seedcheck ${command} ${spec?.operands ?? ""}`],
    ["Options:", ...table(optionRows(command), page)],
  ];
}

function optionRows(command: CommandName): (readonly [string, string])[] {
  const specs: readonly OptionSpec[] = OPTIONS;
  return specs
    .filter((spec) => takesOption(command, spec))
    .map(({ name, short, value, help }) => {
      const lead = short === undefined ? "    " : `-${short}, `;
      return [`${lead}--${name}${value === undefined ? "" : ` ${value}`}`, help] as const;
    });
}

/** Two columns, or one under the other where the page is narrow or the left one too long. */
function table(rows: readonly (readonly [string, string])[], { columns }: Page, column = DESCRIPTION_COLUMN): string[] {
  const widest = Math.max(...rows.map(([left]) => left.length));
  const at = columns < NARROWEST_TWO_COLUMNS ? 6 : Math.min(column, widest + 4);
  return rows.flatMap(([left, right]) => {
    const lines = wrapText(right, columns - at).map((line) => " ".repeat(at) + line);
    if (left.length + 4 > at) return [`  ${left}`, ...lines];
    return [padToWidth(`  ${left}`, at) + (lines[0] ?? "").slice(at), ...lines.slice(1)];
  });
}
