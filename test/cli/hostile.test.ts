/** Hostile sets through the command itself: its exit status, its streams, and what a terminal would be sent. */
import { truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SENTINEL, temporarySet } from "../hostile/temporary-set.ts";
import { seedcheck } from "./run-command.ts";

/** Control characters other than line ends, and those that turn the direction of text round. */
const CONTROLS = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u;
const COLOUR = /\x1b\[[0-9;]*m|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)/g;

const ESCAPES = "\x1b]0;title\x07\x1b[2J\x9b31m\x08\u202e";

/** A set that has escape sequences in every place that a report quotes: names, targets, titles, lines, headings, folders. */
function setOfEscapes() {
  return temporarySet({
    "seeds/INDEX.md": [
      `# Index ${ESCAPES}`,
      "",
      `- [Title ${ESCAPES}](gone${encodeURIComponent(ESCAPES)}.md): ${ESCAPES}`,
      `- [Empty](empty${encodeURIComponent("\x1b[31m")}.md)`,
      `- [Folder](${encodeURIComponent("\x1b[2J")}/a.md#${ESCAPES})`,
      `- [Out](../../outside/${encodeURIComponent(ESCAPES)}.md)`,
      "- [Conflict](conflict.md)",
      "",
    ].join("\n"),
    "seeds/empty\x1b[31m.md": "",
    "seeds/\x1b[2J/a.md": `# A ${ESCAPES}\n`,
    "seeds/conflict.md": `<<<<<<< ${ESCAPES}\nx\n=======\ny\n>>>>>>> ${ESCAPES}\n`,
    [`seeds/unlisted${ESCAPES}.md`]: `# Unlisted ${ESCAPES}\n`,
  });
}

describe("a report of names and texts with escape sequences", () => {
  it("sends none of them to the terminal", () => {
    const { code, stdout, stderr } = seedcheck([], setOfEscapes().root, { NO_COLOR: "1" });
    expect(code).toBe(1);
    expect(stdout.length).toBeGreaterThan(500);
    for (const line of `${stdout}${stderr}`.split("\n")) expect(line).not.toMatch(CONTROLS);
  });

  it("sends the terminal its own colours and links only, where colour is forced", () => {
    const { stdout } = seedcheck([], setOfEscapes().root, { FORCE_COLOR: "1" });
    expect(stdout).toMatch(COLOUR);
    for (const line of stdout.replace(COLOUR, "").split("\n")) expect(line).not.toMatch(CONTROLS);
  });

  it("names a path of the call without its escape sequences", () => {
    const { code, stderr } = seedcheck([`gone${ESCAPES}/INDEX.md`], temporarySet().root);
    expect(code).toBe(2);
    for (const line of stderr.split("\n")) expect(line).not.toMatch(CONTROLS);
  });
});

describe("the command's exit status", () => {
  const index = (bytes: string | Uint8Array) => temporarySet({ "INDEX.md": bytes, "tides.md": "# Tides\n\nThe water rises and falls.\n" });

  it("is 1 for an index that cannot be read, with the reason", () => {
    const set = index("");
    truncateSync(set.path("INDEX.md"), 200 * 1024 * 1024);
    expect(seedcheck([], set.root)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/cannot be read: it has\s+209,715,200\s+bytes/),
    });
    const folder = temporarySet({ "INDEX.md/a.md": "" });
    expect(seedcheck(["INDEX.md"], folder.root)).toMatchObject({ code: 1, stdout: expect.stringContaining("it is a folder") });
    const fifo = temporarySet();
    fifo.fifo("INDEX.md");
    expect(seedcheck([], fifo.root)).toMatchObject({ code: 1, stdout: expect.stringMatching(/it is no ordinary\s+file/) });
  });

  it("is 0 for an index in UTF-16 with CRLF and a mark", () => {
    const set = index(Buffer.from("\ufeff# Index\r\n\r\n- [Tides](tides.md)\r\n", "utf16le"));
    expect(seedcheck([], set.root)).toMatchObject({ code: 0, stderr: "" });
  });

  it("is 2 for a path that is not there, and for a root that does not hold it", () => {
    const set = index("- [Tides](tides.md)\n");
    expect(seedcheck(["gone/INDEX.md"], set.root)).toMatchObject({ code: 2, stdout: "" });
    expect(seedcheck(["INDEX.md", "--root", set.outside], set.root)).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("a link out of the set", () => {
  it("is a finding, and nothing behind it is in the report", () => {
    const set = temporarySet({ "INDEX.md": "- [Secret](secret.md)\n- [Out](out/secret.md)\n" });
    set.link("secret.md", `${set.outside}/secret.md`);
    set.link("out", set.outside);
    const { code, stdout } = seedcheck(["--format", "json"], set.root);
    expect(code).toBe(1);
    expect(stdout).not.toContain(SENTINEL);
    expect(JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule)).toEqual(["outside-root", "outside-root"]);
  });
});
