import { describe, expect, it } from "vitest";
import { scrapedPage } from "../../src/rules/scraped-page.ts";
import type { Fault } from "../../src/types.ts";
import { checkedSet, type EntrySketch, faultsOf } from "../support/checked-set.ts";

const PROSE =
  "The harbour board decided on Tuesday to rebuild the northern lock, which has been out of service since the flood two winters ago.\n";
const NEWS = `Harbour Lock Reopens Ten Best Winter Coats Ferry Fares Rise Again Museum Night Guide Cheap Flights to Oslo Quiz: Know Your Tides? New Bakery on Quay Street
Want us to notify you of breaking news and the latest stories?
No, thank you

Northern lock to be rebuilt

Getty Images

${PROSE.repeat(6)}`;
const MOSTLY_PAGE = `Skip to content
Toggle navigation
Log in
Sign up for our newsletter
Accept all cookies
Share this article
Advertisement
Related articles
Leave a comment
Your email address will not be published.
Privacy policy
All rights reserved. Privacy and terms
A lock is rebuilt.
`;
const FAINT = `Menu
Home
${PROSE.repeat(3)}
Share this article
By Jane Miller
`;

/** A document with lines of a page where lines of its own stood, within a code block. */
const DOCUMENT = [
  "# Lock control",
  "",
  "The keeper's `station` sends a reading to the gate and keeps it until the gate",
  "has signed for it. See [the gate](gate.md) for what it signs.",
  "",
  "- `reading`: the value, in millimetres",
  "- `receipt`: the gate's signature",
  "",
  "```rust",
  "fn send(reading: &Reading) -> Result<Receipt, Error> {",
];
const REST = [
  "}",
  "```",
  "",
  "The receipt **MUST** be kept for as long as the reading is, and a station that",
  "lost one asks with `repeat(id)`.",
];
const PAGE_LINES = [
  "Quayside Echo",
  "Home",
  "Weather",
  "Ferry fares rise again",
  "Islanders will pay eleven per cent more from April, the operator said on Monday, and blamed fuel.",
  "Share this article",
  "Museum Night Guide",
  "Ten Best Winter Coats",
  "Cheap Flights to Oslo",
];
const GERMAN_LINES = [
  "Ausflug zur Mole",
  "Am Sonntag fahren wir mit dem Boot und den Kindern zur alten Mole und zurück",
  "Treffpunkt ist der Steg bei der Werft",
  "Wer nicht schwimmen kann, muss eine Weste tragen",
  "Die Fahrt ist für alle Kinder frei",
  "Bei Sturm wird sie auf den nächsten Sonntag verlegt",
  "Wir bringen Kuchen und Tee für alle mit",
  "Auch Hunde sind auf dem Boot gern gesehen",
];
const partOf = (lines: readonly string[]) => [...DOCUMENT, ...lines, ...REST].join("\n");

function faultOf(text: string, entry?: Partial<EntrySketch>): Fault | undefined {
  const documents = [{ path: "lock.txt", text }];
  const set =
    entry === undefined ? checkedSet({ index: null, documents }) : checkedSet({ entries: [{ target: "lock.txt", ...entry }], documents });
  const faults = faultsOf(scrapedPage, set);
  expect(faults.length).toBeLessThan(2);
  return faults[0];
}

describe("scraped-page", () => {
  it("says what the file is, where the index lists what, and quotes the lines that give it away beside the entry's own", () => {
    const fault = faultOf(NEWS, { title: "Lock control specification" });
    expect(fault).toMatchObject({
      path: "lock.txt",
      severity: "error",
      confidence: 0.94,
      place: { line: 1, column: 1 },
      help: "Put the document itself in its place: its published file, or the text without the page around it.",
    });
    expect(fault?.message).toBe(
      'lock.txt is a news article scraped from a web page where the index lists "Lock control specification": 4 lines (23 % of its characters) belong to the page around it (credit, navigation, prompt).',
    );
    expect(fault?.evidence.map(({ path, line, note }) => [path, line, note])).toEqual([
      ["lock.txt", 1, "headlines of other articles in a row"],
      ["lock.txt", 2, "asks to sign up or to be notified"],
      ["lock.txt", 3, "a prompt's button"],
      ["lock.txt", 7, "a photo credit"],
      ["INDEX.md", 3, "what the index says stands there"],
    ]);
  });

  it("is an error where the page outweighs the text, whatever the index says", () => {
    expect(faultOf(MOSTLY_PAGE, { title: "The northern lock" })).toMatchObject({ severity: "error", confidence: 0.99 });
  });

  it("is a warning where the entry claims nothing that a page is not", () => {
    expect(faultOf(NEWS, { title: "The northern lock" })?.severity).toBe("warning");
  });

  it.each([
    [{ title: "Lock control", claims: { kind: "Specification" } }, "error"],
    [{ title: "Lock control", claims: { description: "RFC 9110 and its wire format" } }, "error"],
    [{ title: "Design of the lock" }, "error"],
    [{ title: "Lock control", claims: { kind: "notes" } }, "warning"],
  ] as const)("weighs what %j claims", (entry, severity) => {
    expect(faultOf(NEWS, entry)?.severity).toBe(severity);
  });

  it.each([
    { title: "News article: the northern lock" },
    { title: "The northern lock", claims: { kind: "news" } },
    { title: "The northern lock", claims: { description: "Interview with the lock keeper" } },
    { title: "The northern lock", claims: { description: "Blog post, saved in May" } },
    { title: "The specification's home, saved page" },
    { title: "The northern lock", sections: ["Sources", "Archive"] },
  ])("is silent where the index means a page: %j", (entry) => {
    expect(faultOf(NEWS, entry)).toBeUndefined();
  });

  it("is an error in a set without an index that holds nothing else, and a warning beside a sound document", () => {
    expect(faultOf(NEWS)?.severity).toBe("error");
    const documents = [
      { path: "lock.txt", text: NEWS },
      { path: "guide.md", text: `# Guide\n\n${PROSE}` },
    ];
    expect(faultsOf(scrapedPage, checkedSet({ index: null, documents })).map(({ path, severity }) => [path, severity])).toEqual([
      ["lock.txt", "warning"],
    ]);
  });

  it("only warns of a page that the index does not list", () => {
    const set = checkedSet({
      entries: [{ target: "a.md" }],
      documents: [{ path: "a.md" }, { path: "lock.txt", text: MOSTLY_PAGE }],
    });
    expect(faultsOf(scrapedPage, set).map(({ path, severity }) => [path, severity])).toEqual([["lock.txt", "warning"]]);
  });

  it("only warns of a specification that was saved with the page around it", () => {
    const page = `# Lock control specification\n\nSkip to content\nToggle navigation\nLog in\nShare this article\nAdvertisement\n\n## 1 Scope\n\n${PROSE}\n## 2 Terminology\n\n${PROSE}\n## 3 Conformance\n\n${PROSE}`;
    const set = checkedSet({
      entries: [{ target: "lock.md", title: "Lock control specification" }],
      documents: [{ path: "lock.md", text: page }],
    });
    expect(
      faultsOf(scrapedPage, set).map(({ severity, message }) => [severity, message.includes("is a page scraped from the web")]),
    ).toEqual([["warning", true]]);
  });

  it("is a warning of little confidence where few lines say it", () => {
    expect(faultOf(FAINT, { title: "Lock control specification" })).toMatchObject({ severity: "warning", confidence: 0.58 });
  });

  it("is silent about documents, and about a line or two that pages have too", () => {
    expect(faultOf(PROSE.repeat(5), { title: "Lock control specification" })).toBeUndefined();
    expect(faultOf(`Menu\n${PROSE.repeat(3)}By Jane Miller\n`, { title: "Lock control specification" })).toBeUndefined();
  });

  it("leaves error pages to their own rule", () => {
    expect(
      faultOf(
        "Skip to content\nMenu\nLog in\nAccept all cookies\nPage not found\nWe can't find the page you are looking for.\nAll rights reserved. Privacy\n",
        { title: "x" },
      ),
    ).toBeUndefined();
  });

  it("says which lines of a document come from a page, and why, and quotes where they begin and what they say", () => {
    const fault = faultOf(partOf(PAGE_LINES), { title: "Lock control" });
    expect(fault).toMatchObject({
      severity: "warning",
      confidence: 0.98,
      place: { line: 11, column: 1, end: { line: 19, column: "Cheap Flights to Oslo".length + 1 } },
      help: "Take these lines out, and put back what stood there.",
    });
    expect(fault?.message).toBe(
      'Lines 11 to 19 of lock.txt (36 % of its characters) are taken from a web page where the index lists "Lock control": they stand under one another like a page\'s; 3 of them say what pages say (navigation, share); the rest uses 0 of their 17 rarer words.',
    );
    expect(fault?.evidence.map(({ path, line, note }) => [path, line, note])).toEqual([
      ["lock.txt", 11, "a page's lines begin here"],
      ["lock.txt", 12, "a menu's item"],
      ["lock.txt", 13, "a menu's item"],
      ["lock.txt", 16, "a share button"],
      ["INDEX.md", 3, "what the index says stands there"],
    ]);
  });

  it("names the languages where they differ, and shows the lines themselves where none says what pages say", () => {
    const fault = faultOf(partOf(GERMAN_LINES), { title: "Lock control" });
    expect(fault?.message).toContain("; they are in German and the rest in English; ");
    expect(fault?.evidence.map(({ line, note }) => [line, note])).toEqual([
      [11, "a page's lines begin here in German"],
      [12, "goes on like a page"],
      [13, "goes on like a page"],
      [14, "goes on like a page"],
      [3, "what the index says stands there"],
    ]);
  });

  it("only warns of some lines, whatever the index claims, and says nothing where it means a page", () => {
    expect(faultOf(partOf(PAGE_LINES), { title: "Lock control specification" })?.severity).toBe("warning");
    expect(faultOf(partOf(PAGE_LINES), { title: "News article: the northern lock" })).toBeUndefined();
  });

  it("keeps the severity of a page that shows by its words alone, and says which lines it is", () => {
    const page = [...MOSTLY_PAGE.split("\n").slice(0, 12), ...PAGE_LINES];
    const fault = faultOf([...DOCUMENT.slice(0, 7), ...page, "", ...DOCUMENT, ...REST].join("\n"), { title: "Design of the lock" });
    expect(fault).toMatchObject({ severity: "error", confidence: 0.99 });
    expect(fault?.message).toMatch(/^Lines 8 to 28 of lock\.txt /);
  });

  it("calls a document a page as a whole where what pages say stands outside the lines that look like one, too", () => {
    const around = [...DOCUMENT.slice(0, 8), ...REST.slice(3)];
    const text = [
      ...PAGE_LINES,
      "",
      ...around,
      "",
      "Leave a comment",
      "",
      "Your email address will not be published.",
      "",
      "Privacy policy",
      "",
    ].join("\n");
    expect(faultOf(text, { title: "Lock control" })?.message).toContain("lock.txt is a page scraped from the web");
  });
});
