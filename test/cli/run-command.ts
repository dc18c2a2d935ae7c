/** Runs the built command in a process of its own, in a set made for the test. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** What a process left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The surroundings of a test: nothing of the machine's own wishes about colour and width. */
function environment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, COLUMNS: _columns, NODE_OPTIONS: _options, ...own } = process.env;
  return { ...own, TERM: "xterm-256color", ...env };
}

/** Runs `seedcheck` with arguments in a directory; stdout and stderr are pipes. */
export function seedcheck(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env: environment(env),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Runs `node` with arguments and gives the process, for tests that meddle with it. */
export function start(args: readonly string[], cwd: string) {
  return spawn(process.execPath, args, { cwd, env: environment({}), stdio: ["ignore", "pipe", "pipe"] });
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with files, by path; taken away after the tests of the file that asked for it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "seedcheck-cli-")));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A set without a fault. */
export function readySet(): string {
  return folderWith({
    "seeds/INDEX.md": "# Documents\n\n- [Overview](overview.md): the pump station and its parts\n",
    "seeds/overview.md": "# Overview\n\nThe pump station has two pumps and one tank. Either pump can fill the tank.\n",
  });
}

/** A set whose index lists a file that is not there, under a name with one letter missing. */
export function brokenSet(): string {
  return folderWith({
    "seeds/INDEX.md": "# Documents\n\n- [Overview](overview.md): the pump station\n- [Valves](valvs.md): every valve\n",
    "seeds/overview.md": "# Overview\n\nThe pump station has two pumps and one tank. Either pump can fill the tank.\n",
    "seeds/valves.md": "# Valves\n\nEach valve closes within two seconds, and reports that it has closed.\n",
  });
}
