import { compilePackageFacts } from "../../engine/package-facts.ts";
import { EXIT_CODES, SeedcheckError } from "../../errors.ts";
import { inspectDocuments } from "../../inspect.ts";
import type { Inspection, Inspections } from "../../reporters/inspection/inspection.ts";
import { renderInspectionsAsJson } from "../../reporters/inspection/json.ts";
import { renderInspectionsForTerminal } from "../../reporters/inspection/terminal.ts";
import type { OptionValues } from "../options.ts";
import { createProgress } from "../progress.ts";
import { writeOut } from "../streams.ts";
import { terminalOf } from "../terminal.ts";

/** Prints what the files of a call are. Gives the exit status; throws a SeedcheckError where the call is wrong or a file cannot be read. */
export async function inspect(operands: readonly string[], values: OptionValues): Promise<number> {
  if (operands.length === 0) throw new SeedcheckError("usage", "inspect needs a file", "Write seedcheck inspect FILE.");
  const inspections: Inspections = {
    schemaVersion: 1,
    tool: { name: "seedcheck", version: compilePackageFacts().version },
    documents: await inspectAll(operands, values),
  };
  await writeOut(rendered(inspections, values));
  return EXIT_CODES.clean;
}

async function inspectAll(paths: readonly string[], values: OptionValues): Promise<readonly Inspection[]> {
  const progress = createProgress(process.stderr, { env: process.env, now: () => performance.now() });
  const clear = () => progress.clear();
  process.once("exit", clear);
  const documents = await inspectDocuments(paths, {
    ...(values.root === undefined ? {} : { root: values.root }),
    ...(values.index === undefined ? {} : { index: values.index }),
    allowOutside: values["allow-outside"],
    onProgress: progress.show,
  });
  progress.clear();
  process.removeListener("exit", clear);
  return documents;
}

function rendered(inspections: Inspections, { format }: OptionValues): string {
  switch (format) {
    case "json":
      return renderInspectionsAsJson(inspections);
    case "terminal":
      return renderInspectionsForTerminal(inspections, terminalOf(process.stdout, process.env));
    default:
      return format satisfies never;
  }
}
