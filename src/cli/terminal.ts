import type { ReportOptions } from "../types.ts";

/** What is asked of an output stream: whether it is a terminal, and its width. */
export interface StreamFacts {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Columns of text that goes to no terminal. */
const DEFAULT_WIDTH = 80;

/**
 * What a stream can show. NO_COLOR (https://no-color.org) outranks FORCE_COLOR, and both outrank what the stream is. Signs beyond ASCII are drawn
 * in terminals only, and not where TERM is `dumb` or `linux` (the kernel's console, whose font lacks them).
 */
export function terminalOf(stream: StreamFacts, env: Environment): Pick<ReportOptions, "width" | "isColour" | "isPlain"> {
  const isTerminal = stream.isTTY === true;
  const columns = stream.columns || Number.parseInt(env.COLUMNS ?? "", 10);
  return {
    width: columns > 0 ? columns : DEFAULT_WIDTH,
    isColour: isColoured(isTerminal && env.TERM !== "dumb", env),
    isPlain: !isTerminal || env.TERM === "dumb" || env.TERM === "linux",
  };
}

function isColoured(otherwise: boolean, env: Environment): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced === undefined) return otherwise;
  return forced !== "0" && forced !== "false";
}
