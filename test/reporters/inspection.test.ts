import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewSignals } from "../../src/reporters/inspection/further-signals.ts";
import type { InspectedSet, Inspection } from "../../src/reporters/inspection/inspection.ts";
import { renderInspectionsAsJson } from "../../src/reporters/inspection/json.ts";
import { numberRanges } from "../../src/reporters/inspection/number-ranges.ts";
import { renderInspectionsForTerminal } from "../../src/reporters/inspection/terminal.ts";
import { displayWidth } from "../../src/util/terminal-text.ts";
import { BARE, FULL, inspectionsOf } from "./sample-inspection.ts";

const SCHEMA = JSON.parse(readFileSync(new URL("../../src/reporters/inspection.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(SCHEMA);
const PLAIN = { width: 80, isColour: false, isPlain: true } as const;

function render(inspection: Inspection, options: { width: number; isColour: boolean; isPlain: boolean } = PLAIN): string {
  return renderInspectionsForTerminal(inspectionsOf(inspection), options);
}

/** The rows of facts by label, wrapped lines joined; what goes on with a fact above is part of it. */
function rowsOf(inspection: Inspection): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  let label = "";
  for (const line of render(inspection, { ...PLAIN, width: 100 })
    .split("\n\n")[1]
    ?.split("\n") ?? []) {
    label = line.slice(0, 14).trim() || label;
    rows.set(label, `${rows.get(label) ?? ""} ${line.slice(14)}`.trim());
  }
  return rows;
}

function withSet(changes: Partial<InspectedSet>): Inspection {
  if (FULL.set === null) throw new Error("the sample has a set");
  return { ...FULL, set: { ...FULL.set, ...changes } };
}

describe("the text for people", () => {
  it.each([
    ["60-plain", { width: 60, isColour: false, isPlain: true }],
    ["80-plain", { width: 80, isColour: false, isPlain: true }],
    ["80-colour", { width: 80, isColour: true, isPlain: false }],
    ["200-drawn", { width: 200, isColour: false, isPlain: false }],
  ])("looks as approved: %s", async (name, options) => {
    await expect(renderInspectionsForTerminal(inspectionsOf(FULL, BARE), options)).toMatchFileSnapshot(`snapshots/inspection-${name}.txt`);
  });

  it.each([40, 57, 80, 133, 200])("fits into %i columns", (width) => {
    const lines = renderInspectionsForTerminal(inspectionsOf(FULL, BARE), { ...PLAIN, width }).split("\n");
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
  });

  it("is ASCII where the terminal is plain and so are the texts", () => {
    const { garbled: _, ...signals } = FULL.signals;
    expect(render({ ...FULL, signals })).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it("lets no control character and nothing invisible through, wherever it stands", () => {
    const evil = "a\x1b[31mb\u202ec\u200bd\r\ne";
    const quote = { line: 1, quote: evil };
    const poisoned = JSON.parse(JSON.stringify(FULL), (key, value) => {
      if (key === "source" || key === "relation" || key === "fits" || key === "verdict" || key === "severity") return value;
      if (key === "sort" && value === "consent-wall") return value;
      return typeof value === "string" ? evil : value;
    });
    for (const inspection of [
      poisoned,
      { ...BARE, path: evil, problems: [{ kind: "damaged", message: evil }], signals: { [evil]: quote } },
    ]) {
      expect(render(inspection).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it("says of every fact what it is", () => {
    expect(rowsOf(FULL)).toEqual(
      new Map([
        ["looks like", "a news article scraped from a web page (94 % sure)"],
        ["kind", "news (65 %, a hint only), then blog (under 1 %); press as a group 90 %; unlike a specification"],
        ["title", '"RFC 9110: alarms" (line 2, HTML title)'],
        ["identifier", "RFC 9110 (in its titles)"],
        ["set", "seeds/INDEX.md (markdown, 13 entries)"],
        [
          "listed as",
          '"Alarm levels" (seeds/INDEX.md:19:27): wrong, 99 % sure; does not fit it (log-odds -5.5), and its words are foreign to the set (-4.5)',
        ],
        [
          "fits best",
          '"Press coverage" (seeds/INDEX.md:23:27), whose target press.md is not there: fits it well (log-odds +2.0), and its words are partly those of the set (+0.3)',
        ],
        ["findings", "error[scraped-page], warning[wrong-kind]; seedcheck seeds/INDEX.md shows them"],
        ["type", "text/html, utf-8; its name says text/markdown"],
        ["language", "English (en)"],
        ["size", "12,345 bytes, 60 lines, 1,500 words"],
        ["sha256", FULL.sha256],
        ["residue", "33 % of its characters, on 11 lines advertisement 30; navigation 1; related 41, 43, 45, 47, 49, 51; share 18-20"],
        ["error page", "a request for consent (80 % sure)"],
        ["pointer", "git-lfs: 12,345 bytes"],
        ["conflict", "markers on lines 7, 9, 11"],
        ["hidden text", "3 zero-width characters, example, 70 % sure"],
        ["garbled", "mojibake, 1 time, cause UTF-8 read as Windows-1252, 100 % sure"],
        ["completeness", "ending open-fence"],
        ["signal", "a signal of tomorrow: weight ratio 0.123"],
      ]),
    );
  });

  it("says of a file without text what is known and what was not judged", () => {
    expect(rowsOf(BARE)).toEqual(
      new Map([
        ["problem", "damaged: 1 byte, all of them zero: the content was lost"],
        ["kind", "not judged: it takes 60 words of English"],
        ["title", "none found"],
        ["set", "none: no index that can be read was found here or in the folders above the file"],
        ["type", "application/octet-stream"],
        ["language", "not told"],
        ["size", "1 byte"],
        ["sha256", BARE.sha256],
        ["not found", "error page, pointer, conflict markers"],
      ]),
    );
    expect(render(BARE)).not.toContain("`-");
  });

  it("says that a file was not hashed", () => {
    expect(rowsOf({ ...BARE, sha256: "" }).get("sha256")).toBe("not computed: the file is too large");
  });

  it.each([
    ["index", "none: it is an index of the set itself"],
    ["outside", "none: it stands outside of the set's root"],
    ["unlisted", "none: the index does not list it"],
  ] as const)("says why no entry lists it: %s", (relation, text) => {
    expect(rowsOf(withSet({ relation, listedAs: [] })).get("entry")).toBe(text);
  });

  it("names the nearest entry where it fits none, and not its own", () => {
    const nearest = 'nearest is "Press coverage" (seeds/INDEX.md:23:27), whose target press.md is not there: fits it well (log-odds +2.0)';
    expect(rowsOf(withSet({ fits: "none" })).get("fits none")).toBe(nearest);
    const own = rowsOf(withSet({ fits: "none", closest: FULL.set?.listedAs[0] ?? null }));
    expect(own.get("fits none")).toBe("its own entry is the nearest");
  });

  it("says nothing of the closest entry where its own fits", () => {
    const rows = rowsOf(withSet({ fits: "listed" }));
    expect([rows.has("fits best"), rows.has("fits none")]).toEqual([false, false]);
  });

  it("names three entries of a file that many list, and counts the rest", () => {
    const [entry] = FULL.set?.listedAs ?? [];
    if (!entry) throw new Error("the sample has an entry");
    const listedAs = [19, 20, 21, 22, 23].map((line) => ({ ...entry, line, fit: null, verdict: "unknown" as const, confidence: 0 }));
    const text = rowsOf(withSet({ listedAs })).get("listed as");
    expect(text).toBe(
      `${[19, 20, 21].map((line) => `"Alarm levels" (seeds/INDEX.md:${line}:27): unknown`).join(" ")} and 2 more entries; --format json has all`,
    );
  });

  it("names the call that shows the findings, quoted where the shell would split it", () => {
    expect(rowsOf(withSet({ root: "my sets/a" })).get("findings")).toContain(
      '; seedcheck --root "my sets/a" "my sets/a/seeds/INDEX.md" shows them',
    );
    expect(rowsOf(withSet({ root: "sets/a" })).get("set")).toBe("sets/a/seeds/INDEX.md (markdown, 13 entries)");
  });

  it("shows a line of every sort of residue before a second one, in the order of the file, and counts the rest", () => {
    const frame = render(FULL);
    const residue = frame.slice(frame.indexOf("|-[residue"), frame.indexOf("|-[error page"));
    expect(residue).toMatch(/^\|-\[residue, and 3 more\]/);
    expect([...residue.matchAll(/^ *(\d+) \|/gm)].map((match) => Number(match[1]))).toEqual([1, 18, 19, 20, 30, 41, 43, 45]);
  });
});

describe("signals of any shape", () => {
  it("give what they say as facts and what they quote as lines", () => {
    expect(viewSignals({ redirect: { evidence: [{ line: 2, quote: "Moved to x" }], target: null, confidence: 0.9 } })).toEqual([
      { name: "redirect", facts: ["90 % sure"], lines: [{ line: 2, quote: "Moved to x", note: "" }] },
    ]);
    expect(viewSignals({ versions: FULL.signals.versions })).toEqual([
      {
        name: "versions",
        facts: [],
        lines: [
          { line: 3, quote: "Status: Draft", note: "status: Draft" },
          { line: 4, quote: "Superseded-By: 12", note: "superseded by: 12" },
        ],
      },
    ]);
    const quotes = [2, 3].map((line) => ({ line, quote: "x" }));
    expect(viewSignals({ oddLines: quotes })).toEqual([
      { name: "odd lines", facts: ["on lines 2-3"], lines: quotes.map((quote) => ({ ...quote, note: "" })) },
    ]);
    expect(viewSignals({ garbled: FULL.signals.garbled })[0]?.lines).toEqual([{ line: 3, quote: "cafÃ©", note: "reads: café" }]);
  });

  it("that are no objects, and arrays of numbers, are passed over", () => {
    expect(viewSignals({ a: 1, b: "x", c: null, d: new Uint32Array(3), e: [1, 2] })).toEqual([]);
  });
});

describe("line numbers", () => {
  it("are joined to ranges, sorted, each once", () => {
    expect(numberRanges([9, 1, 3, 4, 5, 4])).toBe("1, 3-5, 9");
    expect(numberRanges([])).toBe("");
  });

  it("past the eighth range are counted", () => {
    expect(numberRanges([1, 3, 5, 7, 9, 11, 13, 15, 17, 18, 30])).toBe("1, 3, 5, 7, 9, 11, 13, 15 and 3 more");
  });

  it("name every line when there are few ranges", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }), (numbers) => {
        const named = numberRanges(numbers)
          .split(", ")
          .filter((range) => range !== "")
          .flatMap((range) => {
            const [first = 0, last = first] = range.split("-").map(Number);
            return Array.from({ length: last - first + 1 }, (_, at) => first + at);
          });
        expect(named).toEqual([...numbers].sort((a, b) => a - b));
      }),
      { seed: 20261125 },
    );
  });
});

describe("the JSON", () => {
  it("is valid after the schema, with numbers of three decimals", () => {
    const parsed = JSON.parse(renderInspectionsAsJson(inspectionsOf(FULL, BARE)));
    expect(validate(parsed) || validate.errors).toBe(true);
    expect(parsed.documents[0].set.listedAs[0].confidence).toBe(0.988);
    expect(parsed.documents[0].residue.ratio).toBe(0.331);
    expect(parsed.documents[1]).toEqual(BARE);
  });

  it("keeps escape sequences as JSON escapes", () => {
    const path = "a\x1b[31m\u202e.md";
    const written = renderInspectionsAsJson(inspectionsOf({ ...BARE, path }));
    expect(written.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(written).documents[0].path).toBe(path);
  });

  it("has a schema that describes every field and refuses what it does not name", () => {
    const undescribed: string[] = [];
    const visit = (schema: unknown, at: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      for (const [name, property] of Object.entries((schema as { properties?: object }).properties ?? {})) {
        if (!("description" in property) && !("$ref" in property)) undescribed.push(`${at}.${name}`);
      }
      for (const [key, value] of Object.entries(schema)) visit(value, `${at}/${key}`);
    };
    visit(SCHEMA, "");
    expect(undescribed).toEqual([]);
    expect(validate({ ...inspectionsOf(BARE), more: 1 })).toBe(false);
    expect(validate(inspectionsOf({ ...BARE, sha256: "x" }))).toBe(false);
  });
});
