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

  it("leaves null what a few words cannot tell", () => {
    const { kind, language, sketch, completeness } = measure("words\n");
    expect([kind, language, sketch]).toEqual([null, null, null]);
    expect(completeness).not.toBeUndefined();
  });

  it("measures terms and kind where there is enough text", () => {
    const signals = measure(`# Frames\n\n${"The receiver MUST drop a frame whose checksum differs, and ask for it again. ".repeat(20)}\n`);
    expect(signals.terms?.total).toBeGreaterThan(200);
    expect(signals.kind?.confidence).toBeGreaterThan(0);
    expect(signals.language).toBe("en");
  });

  it("has no outline and no words where there is no text", () => {
    const signals = measure("%PDF-1.7\n", "a.pdf");
    expect([signals.outline, signals.conflictMarkers, signals.wordCount]).toEqual([null, [], 0]);
  });

  it("survives a worker boundary", () => {
    const signals = measure("# A\n\nwords\n");
    expect(structuredClone(signals)).toEqual(signals);
  });
});
