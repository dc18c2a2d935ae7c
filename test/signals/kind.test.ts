import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/readers/read-document.ts";
import { measureKind } from "../../src/signals/kind.ts";
import { visitGrams } from "../../src/signals/kind-grams.ts";
import { HashIndex, hashJoined, hashOf } from "../../src/signals/kind-hash.ts";
import { kindModel } from "../../src/signals/kind-model.ts";
import { LAYOUT_NAMES, readForKind } from "../../src/signals/kind-reading.ts";
import { sampleLines } from "../../src/signals/kind-sample.ts";
import { LINE_END, LINE_START, TOKEN_CLASSES, Tokenizer } from "../../src/signals/kind-tokens.ts";
import type { Document } from "../../src/types.ts";

function documentOf(text: string, path = "a.md"): Document {
  return readDocument(path, new TextEncoder().encode(text));
}

function tokensOf(text: string): number[] {
  const tokenizer = new Tokenizer();
  tokenizer.read(text, 0);
  return [...tokenizer.tokens];
}

const SPECIFICATION = `# Tide Frame Format

## 1. Introduction

This document specifies the format of the frames that a tide gauge sends to a collector. The key words "MUST", "MUST NOT", "SHOULD" and
"MAY" in this document are to be interpreted as described in RFC 2119.

## 2. Frame header

A frame starts with a header of eight octets. The first octet holds the version of the protocol. Implementations MUST set it to 1. A
receiver that does not know the version MUST discard the frame and SHOULD log its length. The remaining fields are encoded in network byte
order. Reserved bits MUST be set to zero by the sender and MUST be ignored by the receiver.

## 3. Payload

The payload is a sequence of values. Each value has a type field, a length field and that many octets. A sender MUST NOT send a value
longer than 255 octets. If a receiver meets an unknown type, it MUST skip the value and continue with the next one.

## 4. Security considerations

Frames are not encrypted. An implementation SHOULD use a channel that protects the integrity of the messages.
`;

const NEWS = `Home World Business Sport
Share this article

Harbour council votes to close old lock after flood

By Maria Kessel, Staff Reporter
Published Tuesday 14 March

The city council voted on Monday to close the old lock, a week after a flood left hundreds of residents without power, officials said.

"We have no choice," said the mayor, who told reporters that repairs would cost 4.2 million dollars. Police said two people were injured
in the flood, which forced the evacuation of 300 homes. A spokesman for the ministry confirmed that the government would pay part of it.

The opposition party criticised the decision on Tuesday. Its leader accused the mayor of ignoring warnings last year. The company that runs
the lock announced that it had asked a court to review the vote. A hearing is expected next month, according to the court.

Related articles
Sign up for our newsletter
`;

const RECIPE = `Lemon oat cake
Prep time 20 minutes, cook time 40 minutes, servings 8

Ingredients
2 cups rolled oats
1 cup sugar
1/2 cup butter, melted
3 eggs
1 tsp baking powder
1 tbsp lemon juice
1/4 tsp salt

Instructions
1. Preheat the oven to 350 degrees and butter a baking pan.
2. Stir the oats, sugar, baking powder and salt together in a large bowl.
3. Whisk the eggs with the butter and the lemon juice, pour them over the oats and mix well.
4. Bake for 40 minutes until golden. Cool for 10 minutes before you serve it with cream.
Print recipe
Rate this recipe
`;

const GERMAN = `Der Rat der Stadt hat am Montag beschlossen, die alte Schleuse zu schließen. Das sagte der Bürgermeister, der mit den Bewohnern
nicht einig ist. Die Kosten sind hoch, und eine Lösung ist nicht in Sicht. Auch für die Schifffahrt ist das ein Problem, denn der Weg um die
Insel ist lang. Von der Opposition kam Kritik; sie will die Schleuse mit dem Geld des Landes erhalten. Wir haben mit den Menschen auf dem
Markt gesprochen, und sie sind sich einig: Das Hochwasser war nicht zu vermeiden, aber die Folgen sind es.`;

describe("measureKind", () => {
  it("tells a specification, news and a recipe apart, and is sure of it", () => {
    for (const [text, name] of [
      [SPECIFICATION, "specification"],
      [NEWS, "news"],
      [RECIPE, "recipe"],
    ] as const) {
      const kind = measureKind(documentOf(text));
      expect(kind?.name).toBe(name);
      expect(kind?.confidence).toBeGreaterThan(0.7);
    }
  });

  it("puts a specification far from news on the scale of likeness", () => {
    expect(measureKind(documentOf(SPECIFICATION))?.specificationLogOdds).toBeGreaterThan(3);
    expect(measureKind(documentOf(NEWS))?.specificationLogOdds).toBeLessThan(-1);
  });

  it("names the family of the kind with at least the kind's own confidence, and a runner-up with less", () => {
    const kind = measureKind(documentOf(SPECIFICATION));
    expect(kind?.group.name).toBe("specification");
    expect(kind?.group.confidence).toBeGreaterThanOrEqual(kind?.confidence ?? 1);
    expect(kind?.runnerUp.confidence).toBeLessThan(kind?.confidence ?? 0);
    expect(kind?.runnerUp.name).not.toBe(kind?.name);
  });

  it("quotes three to five lines of the document, verbatim", () => {
    const document = documentOf(NEWS);
    const evidence = measureKind(document)?.evidence ?? [];
    expect(evidence.length).toBeGreaterThanOrEqual(3);
    expect(evidence.length).toBeLessThanOrEqual(5);
    for (const { line, quote } of evidence) expect(document.lines[line - 1]?.startsWith(quote)).toBe(true);
  });

  it("is silent about a short text, another language and a file without text", () => {
    expect(measureKind(documentOf("# Frame format\n\nImplementations MUST send a header of eight octets."))).toBeNull();
    expect(measureKind(documentOf(GERMAN))).toBeNull();
    expect(measureKind(documentOf(`${"Вода поднялась выше стены, и люди ушли. ".repeat(20)}`))).toBeNull();
    expect(measureKind({ ...documentOf(NEWS), text: null, lines: [] })).toBeNull();
  });

  it("is silent about words that it never met", () => {
    expect(measureKind(documentOf("zorvak plimtu gravosh telnik murando ".repeat(40)))).toBeNull();
  });

  it("judges Markdown, its plain text and HTML of the same text alike", () => {
    const plain = SPECIFICATION.replaceAll(/^#+ /gm, "");
    const body = plain
      .split("\n\n")
      .map((block) => `<p>${block}</p>`)
      .join("\n");
    const html = `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;
    expect(measureKind(documentOf(plain, "a.txt"))?.name).toBe("specification");
    expect(measureKind(documentOf(html, "a.html"))?.name).toBe("specification");
    expect(measureKind(documentOf(SPECIFICATION.replaceAll("\n", "\r\n")))).toEqual(measureKind(documentOf(SPECIFICATION)));
  });

  it("does not look at front matter", () => {
    const matter = "---\nlayout: post\nauthor: Maria\ncategories: news\n---\n";
    const bare = measureKind(documentOf(SPECIFICATION));
    const dressed = measureKind(documentOf(matter + SPECIFICATION));
    expect(dressed?.confidence).toBe(bare?.confidence);
    expect(dressed?.evidence.map(({ line }) => line)).toEqual(bare?.evidence.map(({ line }) => line + 5));
  });

  it("gives finite numbers and never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 80 }), { maxLength: 60 }), (lines) => {
        const kind = measureKind(documentOf(`${NEWS}${lines.join("\n")}`));
        if (kind === null) return;
        expect(kind.confidence).toBeGreaterThan(0);
        expect(kind.confidence).toBeLessThanOrEqual(1);
        expect(Number.isFinite(kind.specificationLogOdds) && Number.isFinite(kind.scrapedLogOdds)).toBe(true);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe("sampleLines", () => {
  it("reads all of a short text", () => {
    expect(sampleLines(documentOf("one\ntwo\n"))).toEqual([
      { line: 1, text: "one" },
      { line: 2, text: "two" },
    ]);
  });

  it("reads 60 % from the head, 20 % from the middle and 20 % from the end of a long text, each line with its number", () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `line ${String(index + 1).padStart(5, "0")}`);
    const sample = sampleLines(documentOf(lines.join("\n")));
    for (const { line, text } of sample) expect(lines[line - 1]).toContain(text);
    const chars = (from: number, to: number) =>
      sample.filter(({ line }) => line >= from && line <= to).reduce((sum, { text }) => sum + text.length + 1, 0);
    expect(chars(1, 400)).toBeCloseTo(3600, -1);
    expect(chars(4800, 5200)).toBeCloseTo(1200, -1);
    expect(chars(9800, 10_000)).toBeCloseTo(1200, -1);
    expect(sample.at(-1)?.line).toBe(10_000);
  });

  it("cuts three windows from a single endless line", () => {
    const sample = sampleLines(documentOf("x".repeat(50_000), "a.txt"));
    expect(sample.map(({ line, text }) => [line, text.length])).toEqual([
      [1, 3600],
      [1, 1200],
      [1, 1199],
    ]);
  });

  it("takes a rule at the top for front matter only where it is closed", () => {
    expect(sampleLines(documentOf("---\na: b\n---\ntext"))).toEqual([{ line: 4, text: "text" }]);
    expect(sampleLines(documentOf("---\ntext"))).toHaveLength(2);
  });
});

describe("the tokens of a line", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["The Frame", ["the", "frame"]],
    ["senders MUST not", ["senders", "MUST", "not"]],
    ["don’t don't", ["don't", "don't"]],
    ["in 1999, 42 or 1.2.3 at 12:30", ["in", "<y", ",", "<n", "or", "<v", "at", "<t"]],
    ["call readFrame or read_frame", ["call", "<id", "or", "<id"]],
    ["see https://example.org/a?b=c.", ["see", "<url"]],
    ["a [link](other.md) **bold**", ["a", "link", "bold"]],
    ["<b>bold</b> &amp; 1 < 2", ["bold", "<n", "<n"]],
    ["Über ÜBER", ["über", "über"]],
  ];

  it.each(cases)("of %j are its words, marks and classes", (text, words) => {
    expect(tokensOf(text)).toEqual(words.map(hashOf));
  });

  it("stand between the line's start and end, and run on over a wrapped line", () => {
    const long = "a sentence that is long enough to be wrapped by its author here";
    const reading = readForKind([
      { line: 1, text: long },
      { line: 2, text: "and runs on" },
      { line: 3, text: "Next" },
    ]);
    const starts = [...reading.tokens].filter((token) => token === LINE_START).length;
    const ends = [...reading.tokens].filter((token) => token === LINE_END).length;
    expect([starts, ends]).toEqual([2, 2]);
    expect(reading.tokens[reading.lineStarts[1] ?? 0]).toBe(hashOf("and"));
  });

  it("has no class that a word could be mistaken for", () => {
    for (const name of Object.values(TOKEN_CLASSES)) expect(tokensOf(name)).not.toContain(hashOf(name));
  });
});

describe("readForKind", () => {
  it("gives a number for each name of the layout, none of them infinite", () => {
    for (const text of ["", NEWS, "|||\n```\n", "\u0000\uffff"]) {
      const { layout } = readForKind(text.split("\n").map((line, index) => ({ line: index + 1, text: line })));
      expect(layout.length).toBe(LAYOUT_NAMES.length);
      expect(layout.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("visitGrams", () => {
  it("visits each token, each pair, and a short line as a whole", () => {
    const [see, also] = [hashOf("see"), hashOf("also")];
    const seen: number[] = [];
    visitGrams(Int32Array.of(LINE_START, see, also, LINE_END), (hash) => seen.push(hash));
    const pairs = [hashJoined(LINE_START, see), hashJoined(see, also), hashJoined(also, LINE_END)];
    const whole = [see, also, LINE_END].reduce(hashJoined, LINE_START);
    expect(seen).toEqual([see, pairs[0], also, pairs[1], pairs[2], whole]);
  });
});

describe("HashIndex", () => {
  it("finds what a map finds", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.array(fc.integer()), (hashes, others) => {
        const index = new HashIndex(hashes);
        for (const hash of [...hashes, ...others]) expect(index.find(hash)).toBe(hashes.indexOf(hash));
      }),
      { seed: 7 },
    );
  });
});

describe("the shipped table", () => {
  it("holds a weight for every sequence, layout number and column", () => {
    const model = kindModel();
    expect(model.columns).toBe(model.kinds.length + 2);
    expect(model.weights.length).toBe(model.gramCount * model.columns);
    expect(model.layoutWeights.length).toBe(LAYOUT_NAMES.length * model.columns);
    expect(new Set(model.kinds).size).toBe(22);
  });
});
