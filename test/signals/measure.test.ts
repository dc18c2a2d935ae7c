import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/readers/read-document.ts";
import { measureSignals } from "../../src/signals/measure.ts";

const measure = (text: string, path = "a.md") => measureSignals(readDocument(path, Buffer.from(text)));

describe("measureSignals", () => {
  it("measures outline, conflict markers and words of a text", () => {
    const signals = measure("# Wire format\n\nA frame.\n");
    expect(signals.outline?.titles.map(({ text }) => text)).toEqual(["Wire format"]);
    expect([signals.pointer, signals.conflictMarkers, signals.errorPage, signals.wordCount]).toEqual([null, [], null, 4]);
    expect(measure("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n").conflictMarkers).toHaveLength(3);
  });

  it("measures a pointer", () => {
    expect(measure("../specs/a.md").pointer?.system).toBe("symlink-text");
  });

  it("leaves null what it does not measure yet", () => {
    const { kind, language, terms } = measure("words\n");
    expect([kind, language, terms]).toEqual([null, null, null]);
  });

  it("has no outline and no words where there is no text", () => {
    const signals = measure("%PDF-1.7\n", "a.pdf");
    expect([signals.outline, signals.conflictMarkers, signals.wordCount]).toEqual([null, [], 0]);
  });

  it("survives JSON", () => {
    const signals = measure("# A\n\nwords\n");
    expect(JSON.parse(JSON.stringify(signals))).toEqual(signals);
  });
});
