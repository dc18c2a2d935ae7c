#!/usr/bin/env node
/** The command `seedcheck`: reads the call, loads the command that it names and no other, and sets the exit status. */
import { EXIT_CODES, SeedcheckError } from "../errors.ts";
import { COMMANDS, type CommandName } from "./options.ts";
import { type Call, parseArguments } from "./parse-arguments.ts";
import { describeError, muteClosedStreams, say, writeOut } from "./streams.ts";
import { didYouMean } from "./suggest.ts";
import { terminalOf } from "./terminal.ts";

muteClosedStreams();
process.once("SIGINT", () => process.exit(EXIT_CODES.interrupted));
try {
  process.exitCode = await run(parseArguments(process.argv.slice(2)));
} catch (error) {
  say(describeError(error));
  process.exitCode = EXIT_CODES.failed;
}

async function run({ command, operands, values }: Call): Promise<number> {
  if (values.help) return await help(command === "help" ? null : command);
  if (values.version) return await version();
  switch (command) {
    case null:
    case "check":
      return await (await import("./commands/check.ts")).check(operands, values);
    case "inspect":
      return await (await import("./commands/inspect.ts")).inspect(operands, values);
    case "explain":
      return await (await import("./commands/explain.ts")).explain(operands);
    case "help":
      return await help(operands[0] === undefined ? null : commandNamed(operands[0]));
  }
}

async function help(command: CommandName | null): Promise<number> {
  const { helpText } = await import("./help.ts");
  await writeOut(helpText(command, terminalOf(process.stdout, process.env)));
  return EXIT_CODES.clean;
}

async function version(): Promise<number> {
  const { compilePackageFacts } = await import("../engine/package-facts.ts");
  await writeOut(`seedcheck ${compilePackageFacts().version}\n`);
  return EXIT_CODES.clean;
}

function commandNamed(word: string): CommandName {
  const names = COMMANDS.map(({ name }) => name);
  const found = names.find((name) => name === word);
  if (found) return found;
  throw new SeedcheckError("usage", `there is no command "${word}"`, didYouMean(word, names) ?? "See seedcheck --help.");
}
