import { describe, expect, it } from "vitest";
import { missingSpecification } from "../../src/rules/missing-specification.ts";
import { checkedSet, type DocumentSketch, type EntrySketch, faultsOf } from "../support/checked-set.ts";

const PROSE =
  "The harbour board decided on Tuesday to rebuild the northern lock, which has been out of service since the flood two winters ago.\n";
const NEWS = `Harbour Lock Reopens Ten Best Winter Coats Ferry Fares Rise Again Museum Night Guide Cheap Flights to Oslo Quiz: Know Your Tides? New Bakery on Quay Street
Want us to notify you of breaking news and the latest stories?
No, thank you

Getty Images

${PROSE.repeat(6)}`;
const NOT_FOUND = "404 Not Found\n\nThe requested URL was not found on this server.\n";
const SPECIFICATION = `# Lock control specification\n\n## 1 Scope\n\n${PROSE}\n## 2 Terminology\n\n${PROSE}\n## 3 Conformance\n\n${PROSE}`;
const GUIDE = `# Guide for lock keepers\n\n${PROSE}`;

const withoutIndex = (documents: readonly DocumentSketch[]) => faultsOf(missingSpecification, checkedSet({ index: null, documents }));
const withIndex = (entries: readonly EntrySketch[], documents: readonly DocumentSketch[]) =>
  faultsOf(missingSpecification, checkedSet({ entries, documents }));

describe("missing-specification without an index", () => {
  it("asks for the specification where the only document is a scraped page, and quotes what gives it away", () => {
    const [fault, ...others] = withoutIndex([{ path: "000_0123456789abcdef.txt", text: NEWS }]);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      path: "000_0123456789abcdef.txt",
      confidence: 0.94,
      message: "Needed: the actual specification. The only document, 000_0123456789abcdef.txt, is a news article scraped from a web page.",
      help: "Add the actual specification, and list it in the index.",
    });
    expect(fault?.evidence.map(({ line }) => line)).toEqual([1, 2, 3, 5]);
  });

  it("counts what is there where there are several", () => {
    const [fault] = withoutIndex([
      { path: "a.txt", text: NEWS },
      { path: "b.txt", text: NOT_FOUND },
      { path: "c.txt", text: NOT_FOUND },
    ]);
    expect(fault).toMatchObject({
      confidence: 0.97,
      message:
        'Needed: the actual specification. All 3 documents are no documents to build on (a "page not found" message 2 times, a news article scraped from a web page).',
    });
    expect(new Set(fault?.evidence.map(({ path }) => path))).toEqual(new Set(["a.txt", "b.txt", "c.txt"]));
  });

  it("is less sure where most of the documents are waste, and silent where the fewer are", () => {
    const waste = ["a", "b"].map((name) => ({ path: `${name}.txt`, text: NEWS }));
    const guides = ["x", "y", "z"].map((name) => ({ path: `${name}.md`, text: GUIDE }));
    const [fault] = withoutIndex([...waste, ...guides.slice(0, 1)]);
    expect(fault?.confidence).toBeCloseTo(0.94 * 0.7, 10);
    expect(fault?.message).toContain("2 of 3 documents");
    expect(withoutIndex([...waste, ...guides])).toEqual([]);
  });

  it("does not count companions", () => {
    expect(
      withoutIndex([
        { path: "README.md", text: GUIDE },
        { path: "LICENSE", text: PROSE },
        { path: "a.txt", text: NEWS },
      ]),
    ).toHaveLength(1);
  });

  it("is silent about good documents, a specification among waste, and an empty folder", () => {
    expect(withoutIndex([{ path: "guide.md", text: GUIDE }])).toEqual([]);
    expect(
      withoutIndex([
        { path: "a.txt", text: NEWS },
        { path: "b.txt", text: NEWS },
        { path: "spec.md", text: SPECIFICATION },
      ]),
    ).toEqual([]);
    expect(withoutIndex([])).toEqual([]);
  });

  it("takes a specification with a page around it for one", () => {
    expect(
      withoutIndex([
        { path: "a.txt", text: NEWS },
        { path: "b.md", text: `Skip to content\nLog in\nAdvertisement\nShare this article\n\n${SPECIFICATION}` },
      ]),
    ).toEqual([]);
  });
});

describe("missing-specification with an index", () => {
  const entry = { target: "lock.txt", title: "Lock control specification" };

  it("speaks where what the index calls a specification is a scraped page and nothing else is one", () => {
    const [fault] = withIndex(
      [entry, { target: "guide.md" }],
      [
        { path: "lock.txt", text: NEWS },
        { path: "guide.md", text: GUIDE },
      ],
    );
    expect(fault).toMatchObject({
      path: "INDEX.md",
      place: { line: 3 },
      confidence: 0.94,
      message:
        'Needed: the actual specification. The index lists "Lock control specification", and lock.txt is a news article scraped from a web page, and no other document of the set is a specification.',
      help: "Put the actual specification in this place.",
      related: [{ path: "lock.txt", message: "is a news article scraped from a web page" }],
    });
    expect(fault?.evidence[0]).toEqual({
      path: "INDEX.md",
      line: 3,
      quote: "- [Lock control specification](lock.txt)",
      note: "claims a specification",
    });
    expect(fault?.evidence[1]).toMatchObject({ path: "lock.txt", line: 1 });
  });

  it.each([
    { title: "Lock control", claims: { kind: "spec" } },
    { title: "RFC 9110" },
    { title: "Lock control", claims: { description: "The normative text" } },
    { title: "Spezifikation der Schleuse" },
    { title: "Lock control standard" },
  ])("knows that %j claims one", (claims) => {
    expect(withIndex([{ target: "lock.txt", ...claims }], [{ path: "lock.txt", text: NOT_FOUND }])).toHaveLength(1);
  });

  it.each([
    { title: "Lock control" },
    { title: "Why the specification took so long", claims: { kind: "article" } },
    { title: "News article about the specification" },
  ])("knows that %j claims none", (claims) => {
    expect(withIndex([{ target: "lock.txt", ...claims }], [{ path: "lock.txt", text: NEWS }])).toEqual([]);
  });

  it("is silent where another document is a specification, by its entry or by its headings", () => {
    expect(
      withIndex(
        [entry, { target: "radio.md", title: "Radio specification" }],
        [
          { path: "lock.txt", text: NEWS },
          { path: "radio.md", text: GUIDE },
        ],
      ),
    ).toEqual([]);
    expect(
      withIndex(
        [entry, { target: "radio.md" }],
        [
          { path: "lock.txt", text: NEWS },
          { path: "radio.md", text: SPECIFICATION },
        ],
      ),
    ).toEqual([]);
  });

  it("is silent about an index that could not be read", () => {
    const set = checkedSet({
      index: null,
      documents: [{ path: "lock.txt", text: NEWS }],
      overrides: { indexProblem: { path: "INDEX.md", message: "it is no text", hint: "write it as UTF-8" } },
    });
    expect(faultsOf(missingSpecification, set)).toEqual([]);
  });
});
