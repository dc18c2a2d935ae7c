import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { STATION, STATION_WITH_NEWS } from "../support/station-set.ts";
import { folderWith, seedcheck } from "./run-command.ts";

const SCHEMA = JSON.parse(readFileSync(new URL("../../dist/inspection.schema.json", import.meta.url), "utf8"));
const isInspections = new Ajv2020({ strict: true, strictTypes: false }).compile(SCHEMA);

/** The founding case: a set whose only file is a scraped news page, named after its hash, and which has no index. */
const scrapedSet = () => folderWith({ ".git/HEAD": "", "000_0123456789abcdef.txt": STATION_WITH_NEWS["seeds/flood-plan.md"] ?? "" });

describe("seedcheck inspect", () => {
  it("says that the only file of a set without an index is a scraped news page, with the lines that give it away", () => {
    const { code, stdout, stderr } = seedcheck(["inspect", "000_0123456789abcdef.txt"], scrapedSet());
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^000_0123456789abcdef\.txt\n\nlooks like {4}a news article scraped from a web page \(\d\d % sure\)\n/);
    expect(stdout).toMatch(/^set {11}none: no index that can be read was found/m);
    expect(stdout).toMatch(/^ +1 \| Election Live Blog .*\n +\| \^ headlines of other articles in a row$/m);
    expect(stdout).toMatch(/^ +17 \| Advertisement +<- marks an advertisement$/m);
  });

  it("says of each of several files which entry lists it, and which it fits", () => {
    const { code, stdout } = seedcheck(["inspect", "seeds/flood-plan.md", "seeds/old/high-water.md"], folderWith(STATION_WITH_NEWS));
    expect(code).toBe(0);
    const [news = "", plan = ""] = stdout.split(/^(?=seeds\/old)/m).map((text) => text.replace(/\n {14}/g, " "));
    expect(news).toMatch(/^seeds\/flood-plan\.md\n/);
    expect(news).toMatch(
      /^listed as {5}"Flood plan" \(seeds\/INDEX\.md:6:16\): (?:doubtful|wrong), \d+ % sure; does not fit it \(log-odds -\d\.\d\)/m,
    );
    expect(news).toMatch(/^fits none {5}nearest is "/m);
    expect(news).toMatch(/^findings {6}.*\[scraped-page\].*\[wrong-document\].*; seedcheck seeds\/INDEX\.md shows them$/m);
    expect(plan).toMatch(/^seeds\/old\/high-water\.md\n/);
    expect(plan).toMatch(/^entry {9}none: the index does not list it$/m);
    expect(plan).toMatch(
      /^fits best {5}"Flood plan" \(seeds\/INDEX\.md:6:16\), which lists seeds\/flood-plan\.md: fits it closely \(log-odds \+\d\.\d\)/m,
    );
  });

  it("writes one JSON object for one file and for several, as its schema in the package says", () => {
    const root = folderWith(STATION);
    for (const paths of [["seeds/pumps.md"], ["seeds/pumps.md", "seeds/INDEX.md"]]) {
      const { code, stdout, stderr } = seedcheck(["inspect", "--format", "json", ...paths], root);
      const parsed = JSON.parse(stdout);
      expect([code, stderr]).toEqual([0, ""]);
      expect(isInspections(parsed) || isInspections.errors).toBe(true);
      expect(parsed.documents.map(({ path }: { readonly path: string }) => path)).toEqual(paths);
    }
  });

  it("takes a set from --root, for a file that stands elsewhere", () => {
    const stray = folderWith({ "water.md": STATION["seeds/flood-plan.md"] ?? "" });
    const { stdout } = seedcheck(["inspect", "--root", folderWith(STATION), "water.md", "-f", "json"], stray);
    expect(JSON.parse(stdout).documents[0].set).toMatchObject({ relation: "outside", fits: "best", closest: { title: "Flood plan" } });
  });

  it("takes an index of an unusual name from --index", () => {
    const root = folderWith({ ...STATION, "seeds/contents.md": "# Contents\n\n- [Pumps](pumps.md): pump control\n" });
    const { stdout } = seedcheck(["inspect", "--index", "seeds/contents.md", "seeds/pumps.md", "-f", "json"], root);
    expect(JSON.parse(stdout).documents[0].set).toMatchObject({ root: ".", index: "seeds/contents.md", relation: "listed", entryCount: 1 });
  });

  it.each([
    [
      ["inspect", "--index", "no.md", "seeds/pumps.md"],
      'error: there is no index "no.md"\nhelp: Give an index that is there to --index.\n',
    ],
    [["inspect"], "error: inspect needs a file\nhelp: Write seedcheck inspect FILE.\n"],
    [["inspect", "no.md"], 'error: there is no file "no.md"\nhelp: Give a file that is there; paths start from the current directory.\n'],
    [
      ["inspect", "seeds"],
      'error: "seeds" is a folder, and inspect takes files\nhelp: Give a file in it, or check it as a set: seedcheck check PATH.\n',
    ],
    [["inspect", "seeds/pumps.md", "--quiet"], "error: inspect takes no --quiet\nhelp: It belongs to check. See seedcheck --help.\n"],
    [["inspect", "--root", "no", "seeds/pumps.md"], 'error: there is no folder "no"\nhelp: Give a folder that is there to --root.\n'],
    [["explain", "--root", "seeds"], "error: explain takes no --root\nhelp: It belongs to check and inspect. See seedcheck --help.\n"],
  ])("ends with 2 for the call %j, with what to do on stderr and nothing on stdout", (args, message) => {
    expect(seedcheck(args, folderWith(STATION))).toEqual({ code: 2, stdout: "", stderr: message });
  });

  it("prints nothing of the files before one that is not there", () => {
    const { code, stdout } = seedcheck(["inspect", "seeds/pumps.md", "no.md"], folderWith(STATION));
    expect([code, stdout]).toEqual([2, ""]);
  });

  it("is as wide as COLUMNS says, and coloured where that is forced", () => {
    const root = scrapedSet();
    const run = (env: Readonly<Record<string, string>>) => seedcheck(["inspect", "000_0123456789abcdef.txt"], root, env).stdout;
    expect(
      Math.max(
        ...run({ COLUMNS: "50" })
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(50);
    expect(run({})).not.toContain("\x1b");
    expect(run({ FORCE_COLOR: "1" })).toMatch(/\x1b\[\d+m/);
  });

  it("lets no escape sequence of a file or its name through", () => {
    const root = folderWith({ ".git/HEAD": "", "a\x1b[31m.md": "# A \x1b[31mred \u202eof\n" });
    const { code, stdout } = seedcheck(["inspect", "a\x1b[31m.md"], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a\\x1b\[31m\.md\n/);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it("changes nothing in the set", () => {
    const root = folderWith(STATION);
    seedcheck(["inspect", "seeds/pumps.md"], root);
    for (const [path, text] of Object.entries(STATION)) expect(readFileSync(join(root, path), "utf8")).toBe(text);
  });

  it("has help of its own, with its options alone", () => {
    const { stdout } = seedcheck(["help", "inspect"], folderWith({}));
    expect(stdout).toContain("  seedcheck inspect FILE...\n");
    expect([...stdout.matchAll(/--([a-z-]+)/g)].map((match) => match[1])).toEqual([
      "root",
      "index",
      "allow-outside",
      "format",
      "version",
      "help",
    ]);
  });
});
