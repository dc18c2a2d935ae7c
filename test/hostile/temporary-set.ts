/** Sets that tests make in a temporary folder, with a folder beside the root that must never be read. */
import { execFileSync } from "node:child_process";
import fs, { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type CheckOptions, type CheckResult, checkSeedSet } from "../../src/check.ts";
import { RULES } from "../../src/rules/all.ts";
import type { Finding, Report } from "../../src/types.ts";

/** Stands in every file outside the root; a report that holds it quoted what it must not read. */
export const SENTINEL = "sentinel-of-the-outside-7391";

export interface TemporarySet {
  /** Absolute path of the root. */
  readonly root: string;
  /** Absolute path of a folder beside the root, which holds `secret.md` with the sentinel. */
  readonly outside: string;
  readonly path: (path: string) => string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** A symbolic link at a path of the root; the target as it is written into the link. */
  readonly link: (path: string, target: string) => void;
  /** A FIFO that nobody writes to: whoever opens it to read waits for ever. */
  readonly fifo: (path: string) => void;
  /** A socket that is listened on until the test ends. */
  readonly socket: (path: string) => Promise<void>;
  readonly check: (options?: CheckOptions) => Promise<CheckResult>;
}

/** Makes a set of these files (contents by path); it is removed when the test ends. */
export function temporarySet(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporarySet {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "seedcheck-")));
  const root = join(base, "root");
  const outside = join(base, "outside");
  for (const folder of [root, outside]) mkdirSync(folder);
  writeFileSync(join(outside, "secret.md"), `# ${SENTINEL}\n\n${SENTINEL}\n`);
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const path = (inside: string) => join(root, inside);
  const inFolder = (inside: string) => {
    mkdirSync(dirname(path(inside)), { recursive: true });
    return path(inside);
  };
  const set: TemporarySet = {
    root,
    outside,
    path,
    write: (inside, content) => writeFileSync(inFolder(inside), content),
    link: (inside, target) => symlinkSync(target, inFolder(inside)),
    fifo: (inside) => void execFileSync("mkfifo", [inFolder(inside)]),
    socket: (inside) => listenOn(inFolder(inside)),
    check: (options = {}) => checkSeedSet({ cwd: root, ...options }),
  };
  for (const [inside, content] of Object.entries(files)) set.write(inside, content);
  return set;
}

function listenOn(path: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new Promise((resolve) => server.listen(path, resolve));
}

const STRUCTURAL = new Set(RULES.filter(({ group }) => group === "index" || group === "paths" || group === "files").map(({ id }) => id));

/** Findings on indexes, paths and files as `severity rule path:line:column message`; what the made-up documents are about is left out. */
export function told({ findings }: Pick<Report, "findings">): string[] {
  return findings
    .filter(({ rule }) => STRUCTURAL.has(rule))
    .map(({ severity, rule, path, line, column, message }: Finding) => `${severity} ${rule} ${path}:${line}:${column} ${message}`);
}

/** Skips as `rule path: reason`. */
export function skipped({ skips }: Pick<Report, "skips">): string[] {
  return skips.map(({ rule, path, reason }) => `${rule} ${path}: ${reason}`);
}

/**
 * What is opened or listed through node:fs while a function runs, as absolute paths; `onOpen` is told before each. Looking (`stat`,
 * `realpath`) is not opening.
 */
export async function openedDuring(run: () => Promise<unknown>, onOpen: (path: string) => void = () => {}): Promise<string[]> {
  const opened: string[] = [];
  const { openSync, readFileSync, readdirSync } = fs;
  const record = (path: unknown) => {
    if (typeof path !== "string") return;
    opened.push(path);
    onOpen(path);
  };
  fs.openSync = (...args: Parameters<typeof openSync>) => {
    record(args[0]);
    return openSync(...args);
  };
  fs.readFileSync = ((...args: Parameters<typeof readFileSync>) => {
    record(args[0]);
    return readFileSync(...args);
  }) as typeof readFileSync;
  fs.readdirSync = ((...args: Parameters<typeof readdirSync>) => {
    record(args[0]);
    return readdirSync(...args);
  }) as typeof readdirSync;
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    Object.assign(fs, { openSync, readFileSync, readdirSync });
    syncBuiltinESMExports();
  }
  return opened;
}

/** Those of the opened paths that lie outside the root, links followed. */
export function outsideOf(root: string, opened: readonly string[]): string[] {
  return opened.map((path) => realpathSync(path)).filter((path) => path !== root && !path.startsWith(`${root}/`));
}

/** Why a test of permissions cannot be made here, or false. Root ignores permissions, so the test then acts as `nobody`, where it may. */
export const NO_PERMISSIONS: string | false =
  process.getuid === undefined
    ? "the system has no permission bits"
    : process.getuid() === 0 && process.seteuid === undefined
      ? "root ignores permissions, and this thread cannot be another user"
      : false;

/** Runs as a user whom permissions bind: as `nobody` (65534) where the tests run as root. */
export async function withoutPrivileges<Result>(run: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}
