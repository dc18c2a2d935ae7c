/** What went wrong with the call, the configuration or the machine; never a fault of the user's set. */
export type ErrorCode = "usage" | "configuration" | "no-such-path" | "unreadable-path" | "output" | "interrupted" | "internal";

/** Exit codes of the command, one meaning each (DESIGN.md, contracts). */
export const EXIT_CODES = {
  /** Nothing at or over the failing severity. */
  clean: 0,
  /** Findings at or over the failing severity. */
  findings: 1,
  /** The work could not be done: usage, configuration, machine, internal. */
  failed: 2,
  /** Ended by Ctrl-C, as shells count it: 128 + SIGINT. */
  interrupted: 130,
} as const;

/** A broken call, configuration or machine: says what, and what to do. */
export class SeedcheckError extends Error {
  override readonly name = "SeedcheckError";
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}
