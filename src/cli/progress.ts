import { terminalOf } from "./terminal.ts";

/** Work that ends sooner than this is not talked about. */
const QUIET_MS = 1000;
/** Shortest time between two drawings. */
const REDRAW_MS = 100;

/** What a progress line is drawn on. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface Progress {
  /** Draws how far a phase is, not too often. */
  show(step: { readonly phase: string; readonly done: number; readonly total: number }): void;
  /** Takes the line away. */
  clear(): void;
}

/** A line on a terminal that says how far the work is, from its second second on. Nothing where the stream is no terminal that can redraw a line. */
export function createProgress(
  stream: ProgressStream,
  { env, now }: { readonly env: Readonly<Record<string, string | undefined>>; readonly now: () => number },
): Progress {
  const { isPlain, width } = terminalOf(stream, env);
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show({ phase, done, total }) {
      const time = now();
      if (isPlain || time - started < QUIET_MS || time - drawn < REDRAW_MS) return;
      drawn = time;
      isShown = true;
      stream.write(`\r\x1b[K${`${phase}: ${done} of ${total}`.slice(0, width - 1)}`);
    },
    clear() {
      if (isShown) stream.write("\r\x1b[K");
      isShown = false;
    },
  };
}
