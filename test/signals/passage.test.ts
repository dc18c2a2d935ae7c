import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measurePassage } from "../../src/signals/passage.ts";
import { LINE_FEATURES, visitLineShapes } from "../../src/signals/passage-lines.ts";
import { weighLine } from "../../src/signals/passage-model.ts";
import { documentOf } from "../support/checked-set.ts";
import { prose } from "../support/prose.ts";

const BEFORE = [
  "# Relay protocol",
  "",
  "A relay sends a `reading` to its archive and keeps it until the archive",
  "has signed for it. See [the archive](archive.md) for what it signs.",
  "",
  "## Messages",
  "",
  "- `reading`: the value, in millimetres",
  "- `receipt`: the archive's signature",
  "",
  "```rust",
  "fn send(reading: &Reading) -> Result<Receipt, Error> {",
  "    let receipt = self.archive.sign(reading)?;",
  "    Ok(receipt)",
];
const AFTER = [
  "}",
  "```",
  "",
  "The receipt **MUST** be kept for as long as the reading is, and a relay that",
  "lost one asks for it again with `repeat(reading.id)`.",
  "",
  "| field | type |",
  "| ----- | ---- |",
  "| id    | u64  |",
  "",
  "## Errors",
  "",
  "1. `late`: the reading is older than the last one.",
  "2. `unsigned`: the archive did not answer.",
];
const PAGE = [
  "Ferry fares rise again - Quayside Echo",
  "Skip to content",
  "Search",
  "Home",
  "Harbour",
  "Weather",
  "Sports",
  "Ferry fares rise again",
  "By Jane Miller",
  "Islanders will pay eleven per cent more from April, the operator said on Monday, and blamed fuel.",
  "Share this article",
  "Related articles",
  "Museum Night Guide",
  "Ten Best Winter Coats",
];
const GERMAN_LABELS = [
  "Ausflug zur Mole",
  "Am Sonntag fahren wir mit dem Boot und den Kindern zur alten Mole und zurück",
  "Treffpunkt ist der Steg bei der Werft",
  "Wer nicht schwimmen kann, muss eine Weste tragen",
  "Die Fahrt ist für alle Kinder frei",
  "Bei Sturm wird sie auf den nächsten Sonntag verlegt",
  "Wir bringen Kuchen und Tee für alle mit",
  "Auch Hunde sind auf dem Boot gern gesehen",
  "Das Boot ist erst nach der Fahrt wieder zu haben",
];
/** A list of names in a document: shaped like a menu, with words of its own. */
const NAMES = [
  "Orla Brannigan",
  "Tadhg Mulcahy",
  "Ines Vasconcelos",
  "Bram Hoogland",
  "Pia Lindqvist",
  "Jiro Tanabe",
  "Mirela Dragan",
  "Anselm Pichler",
  "Yusuf Kaplan",
  "Noor Haddad",
  "Leif Sandberg",
  "Greta Aumann",
];

const within = (lines: readonly string[], before: readonly string[] = BEFORE, after: readonly string[] = AFTER) =>
  documentOf([...before, ...lines, ...after].join("\n"), "relay.md");
const linesOf = (lines: readonly string[], before?: readonly string[], after?: readonly string[]) => {
  const place = measurePassage(within(lines, before, after))?.place;
  return place === undefined ? null : [place.line, place.end.line];
};

describe("measurePassage", () => {
  it("finds the lines of a page that stand where a document's lines stood, though a code fence is open there", () => {
    expect(linesOf(PAGE)).toEqual([BEFORE.length + 1, BEFORE.length + PAGE.length]);
  });

  it("gives their place to the last character, their share, how they begin and which say what pages say", () => {
    const passage = measurePassage(within(PAGE));
    expect(passage?.place).toEqual({ line: 15, column: 1, end: { line: 28, column: "Ten Best Winter Coats".length + 1 } });
    const length = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.trim().length, 0);
    expect(passage?.ratio).toBeCloseTo(length(PAGE) / (length(PAGE) + length(BEFORE) + length(AFTER)), 10);
    expect(passage?.opening).toEqual(PAGE.slice(0, 4).map((quote, at) => ({ line: 15 + at, quote })));
    expect(passage?.said.map(({ line, sort }) => [line, sort])).toEqual([
      [16, "navigation"],
      [17, "navigation"],
      [18, "navigation"],
      [20, "navigation"],
      [21, "navigation"],
      [23, "byline"],
      [25, "share"],
      [26, "related"],
    ]);
    expect(passage?.languages).toBeNull();
  });

  it("finds them at the start and at the end of a document, but for a first line that stands alone", () => {
    const document = [...AFTER.slice(2), "", ...BEFORE.slice(0, 10)];
    expect(linesOf(PAGE, [], document)).toEqual([2, PAGE.length]);
    expect(linesOf(PAGE, document, [])).toEqual([document.length + 2, document.length + PAGE.length]);
  });

  it("counts another language as a sign, without a word that pages say", () => {
    const english = [...prose("relay", 8).flatMap((sentence) => [sentence, ""]), ...BEFORE];
    const passage = measurePassage(within(GERMAN_LABELS, english));
    expect(passage?.said).toEqual([]);
    expect(passage?.languages).toEqual({ passage: "de", rest: "en" });
  });

  it("is silent about a list of names: their shape alone, and words of their own, are no page", () => {
    expect(linesOf(NAMES)).toBeNull();
    expect(linesOf([...NAMES, "Share this article", "Related articles"])).not.toBeNull();
  });

  it("is silent about a list of the document's own words with one word of a menu among them", () => {
    const own = ["Relay protocol", "Message", "Messages", "Reading", "Receipt", "Errors", "Search", "Signature", "Field", "Type", "Repeat"];
    expect(linesOf(own)).toBeNull();
  });

  it("leaves alone what a document shows between two fences of text, but not what stands where code should", () => {
    const closed = [...BEFORE.slice(0, 10), "A page begins so:", ""];
    const rest = ["```", ...AFTER.slice(2)];
    expect(linesOf(PAGE, [...closed, "```text"], rest)).toBeNull();
    expect(linesOf(PAGE, [...closed, "~~~"], ["~~~", ...rest.slice(1)])).toBeNull();
    expect(linesOf(PAGE, [...closed, "```rust"], rest)).toEqual([14, 27]);
  });

  it("is silent where the whole text is a page, which another signal judges, or a document", () => {
    expect(measurePassage(documentOf(PAGE.join("\n"), "a.txt"))).toBeNull();
    expect(measurePassage(documentOf([...PAGE, ...PAGE, ...PAGE].join("\n"), "a.md"))).toBeNull();
    expect(linesOf([])).toBeNull();
  });

  it("does not judge HTML, documents without text, and formats without lines of their own", () => {
    const text = [...BEFORE, ...PAGE, ...AFTER].join("\n");
    expect(
      measurePassage({ ...documentOf(text, "a.md"), type: "text/html", text: `<html><body><pre>${text}</pre></body></html>` }),
    ).toBeNull();
    expect(measurePassage({ ...documentOf(text, "a.md"), text: null, lines: [] })).toBeNull();
    expect(measurePassage({ ...documentOf(text, "a.md"), marks: [{ line: 1, page: 1 }] })).toBeNull();
  });

  it("takes any text, gives lines of the document, in order, and the same again", () => {
    const line = fc.oneof(fc.string(), fc.constantFrom(...BEFORE, ...AFTER, ...PAGE, ...NAMES, "", "```"));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 120 }), (lines) => {
        const document = documentOf(lines.join("\n"), "a.md");
        const passage = measurePassage(document);
        expect(measurePassage(document)).toEqual(passage);
        if (passage === null) return;
        const { place, ratio } = passage;
        expect([place.line >= 1, place.line <= place.end.line, place.end.line <= document.lines.length]).toEqual([true, true, true]);
        expect(ratio > 0 && ratio < 1).toBe(true);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("looks at a line of a million characters as at its beginning", () => {
    const long = `${"word ".repeat(200_000)}\n`;
    expect(measurePassage(documentOf(long.repeat(3), "a.txt"))).toBeNull();
  });
});

function shapesOf(lines: readonly string[]): string[][] {
  const shapes: string[][] = [];
  visitLineShapes(lines, (_, features) => shapes.push(features.map((place) => LINE_FEATURES[place] ?? "").sort()));
  return shapes;
}

describe("visitLineShapes", () => {
  it("tells a label by its looks and its neighbours", () => {
    expect(shapesOf(["", "About Us", "Contact"])).toEqual([
      ["blank-above", "label", "no-code-mark", "plain-last", "to-12-characters", "upper-case-first"],
      [
        "as-long-as-above",
        "blank-below",
        "label",
        "label-below-label",
        "no-code-mark",
        "plain-last",
        "to-12-characters",
        "upper-case-first",
      ],
    ]);
  });

  it("tells markup, code and links", () => {
    expect(shapesOf(["- **`readAll`**: see [it](https://x.example/a)", "| <b>x</b> | y_z |"])).toEqual([
      [
        "address",
        "backtick",
        "blank-above",
        "code-mark-last",
        "doubled-mark",
        "many-code-marks",
        "mark-first",
        "markdown-link",
        "name-in-code",
        "to-60-characters",
      ],
      ["bar", "blank-below", "code-mark-last", "many-code-marks", "mark-first", "name-in-code", "tag", "to-28-characters"],
    ]);
  });

  it("tells of an indented line that it is one", () => {
    expect(shapesOf(["  let x = `y`;", "\tHome"])).toEqual([["indented"], ["indented"]]);
  });

  it("tells lines that an editor wrapped from those that stand alone", () => {
    const [, second] = shapesOf([
      "A relay sends a reading to its archive and keeps it until the archive",
      "has signed for it, which may take as long as the tide takes to turn.",
    ]);
    expect(second).toEqual(
      [
        "blank-below",
        "lower-case-first",
        "no-code-mark",
        "runs-on",
        "stop-last",
        "to-100-characters",
        "as-long-as-above",
        "wrapped",
      ].sort(),
    );
  });

  it("tells letters of other scripts, and headlines in title case", () => {
    expect(shapesOf(["天気予報"])[0]).toContain("other-letter-first");
    expect(shapesOf(["Über Uns Und Élan"])[0]).toEqual(expect.arrayContaining(["not-ascii", "title-case", "upper-case-first"]));
    expect(shapesOf(["Ten winter coats that last"])[0]).not.toContain("title-case");
  });

  it("gives every line with text one first, one last and one length, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 30 }), (lines) => {
        const places: number[] = [];
        visitLineShapes(lines, (place, features) => {
          places.push(place);
          const names = features.map((feature) => LINE_FEATURES[feature] ?? "");
          if (names.includes("indented")) return expect(names).toEqual(["indented"]);
          for (const end of [/-first$/, /-last$/, /^(?:to-\d+-characters|longer)$/])
            expect(names.filter((name) => end.test(name))).toHaveLength(1);
          expect(new Set(names).size).toBe(names.length);
        });
        expect(places).toEqual(lines.flatMap((line, place) => (line.trim() === "" ? [] : [place])));
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe("weighLine", () => {
  const weightOf = (line: string) => {
    let weight = Number.NaN;
    visitLineShapes(["Above", line, "Below"], (place, features) => {
      if (place === 1) weight = weighLine(features);
    });
    return weight;
  };

  it("lets no line say more than 2 for a page or 3 against it", () => {
    expect([weightOf("Contact Us"), weightOf("    let x = `y`;")]).toEqual([2, -3]);
  });

  it("has a finite weight for every feature", () => {
    for (const [place] of LINE_FEATURES.entries()) expect(Math.abs(weighLine([place]))).toBeLessThanOrEqual(3);
  });
});
