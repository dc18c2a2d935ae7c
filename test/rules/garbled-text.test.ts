import { describe, expect, it } from "vitest";
import { garbledText } from "../../src/rules/garbled-text.ts";
import { checkedSet, type DocumentSketch, faultsOf } from "../support/checked-set.ts";

const faultOf = (document: Omit<DocumentSketch, "path">) =>
  faultsOf(garbledText, checkedSet({ entries: [{ target: "tide.md" }], documents: [{ path: "tide.md", ...document }] }))[0];

describe("garbled-text", () => {
  it("counts what is garbled, names the cause, and quotes the lines with what they should read", () => {
    expect(faultOf({ text: "# Gauge\n\nLe cafÃ© du port â€” crÃ¨me.\n" })).toMatchObject({
      path: "tide.md",
      place: { line: 3, column: 1, end: { line: 3, column: 29 } },
      confidence: 0.8,
      message: "tide.md has 3 garbled sequences: UTF-8 read as Windows-1252.",
      help: "Save the document again as UTF-8 from its source, or undo the wrong reading, and check the lines quoted here.",
      evidence: [{ path: "tide.md", line: 3, quote: "Le cafÃ© du port â€” crÃ¨me.", note: "should read: Le café du port — crème." }],
    });
  });

  it.each([
    ["lost characters", "r\ufffdgl\ufffd \ufffd l'\ufffdt\ufffd\n", "5 lost characters", "cannot be won back"],
    ["glyph numbers", "(cid:1)a (cid:2)b (cid:3)c\n", "3 letters given as a glyph", "character recognition"],
    ["words taken apart", "D IFFU C ODER sends.\n".repeat(3), "3 words taken apart", "joins letters"],
  ])("says what to do about %s", (_what, text, counted, help) => {
    const fault = faultOf({ text });
    expect(fault?.message.replace("letters given as glyphs", "letters given as a glyph")).toContain(counted);
    expect(fault?.help).toContain(help);
    expect(fault?.evidence[0]?.note).toBe("garbled");
  });

  it("speaks of bytes that no encoding fits", () => {
    const bytes = Buffer.concat([Buffer.from("# Gauge\n\nThe level is "), Buffer.from([0xff, 0x81, 0x8d, 0x90]), Buffer.from(".\n")]);
    expect(faultOf({ bytes })).toMatchObject({
      confidence: 0.9,
      message: expect.stringMatching(/^tide\.md cannot be read as text without loss: .*encoding is unknown\.$/),
      evidence: [],
    });
  });

  it("is silent about sound texts", () => {
    expect(faultOf({ text: "# Gauge\n\nL’été, “naïf” – 水位计.\n" })).toBeUndefined();
    expect(faultOf({ text: "# Mojibake\n\nUTF-8 read wrongly shows `Ã©` and `â€™`.\n" })).toBeUndefined();
  });
});
