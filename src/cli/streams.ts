/** The process's streams: written whole, ended quietly. */
import { SeedcheckError } from "../errors.ts";
import { escapeForTerminal } from "../util/terminal-text.ts";
import { wrapText } from "../util/wrap-text.ts";
import { terminalOf } from "./terminal.ts";

/**
 * Writes to stdout and waits until all of it is out. A reader that has gone (`seedcheck | head -1`) has read enough: that is no failure and
 * changes no exit status. Any other failure is a SeedcheckError (`output`).
 */
export async function writeOut(text: string): Promise<void> {
  const { stdout } = process;
  const failure = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) => {
    stdout.once("error", resolve);
    stdout.write(text, (error) => resolve(error));
  });
  if (!failure || isClosedPipe(failure)) return;
  throw new SeedcheckError("output", `the report could not be written to stdout: ${failure.message}`, "Check where it goes.", failure);
}

/** A pipe whose other end is closed; Windows calls it EOF. */
function isClosedPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "EOF";
}

/** Says something on stderr that is no data. A stderr that is closed is not worth failing for. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Keeps a stream that is closed early from ending the process with a stack trace. */
export function muteClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

/** An error as the user reads it: what, and what to do. What is a fault of seedcheck itself comes with its stack, for the report of it. */
export function describeError(error: unknown): string {
  const { width } = terminalOf(process.stderr, process.env);
  const columns = Math.min(100, Math.max(40, width));
  const lines = (label: string, text: string) => wrapText(`${label}: ${escapeForTerminal(text)}`, columns).join("\n  ");
  if (error instanceof SeedcheckError) return `${lines("error", error.message)}\n${lines("help", error.hint)}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `error: seedcheck failed, and that is a fault of seedcheck. Please report this:\n${stack.split("\n").map(escapeForTerminal).join("\n")}`;
}
