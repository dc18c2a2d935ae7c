import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/readers/decode-text.ts";
import { decodeWindows1252, isUndefinedInWindows1252 } from "../../src/readers/windows-1252.ts";

function utf32(text: string, isLittleEndian: boolean): Buffer {
  const bytes = Buffer.alloc([...text].length * 4);
  [...text].forEach((character, at) => {
    if (isLittleEndian) bytes.writeUInt32LE(character.codePointAt(0) ?? 0, at * 4);
    else bytes.writeUInt32BE(character.codePointAt(0) ?? 0, at * 4);
  });
  return bytes;
}

describe("decodeText", () => {
  it("decodes UTF-8 and drops its byte order mark", () => {
    expect(decodeText(Buffer.from("naïve 文書 🚀"))).toEqual({ text: "naïve 文書 🚀", encoding: "utf-8", problems: [] });
    expect(decodeText(Buffer.from("\ufeff# Title"))).toEqual({ text: "# Title", encoding: "utf-8", problems: [] });
  });

  it("drops one byte order mark only", () => {
    expect(decodeText(Buffer.from("\ufeff\ufeffx")).text).toBe("\ufeffx");
  });

  it("decodes UTF-16 by its mark, both ways round", () => {
    const little = Buffer.from("\ufeffTitle: 文書", "utf16le");
    expect(decodeText(little)).toEqual({ text: "Title: 文書", encoding: "utf-16le", problems: [] });
    expect(decodeText(Buffer.from(little).swap16())).toEqual({ text: "Title: 文書", encoding: "utf-16be", problems: [] });
  });

  it("decodes UTF-16 without a mark by the zeros in every second byte", () => {
    const little = Buffer.from("# Protocol\n\nA message has a header.\n", "utf16le");
    expect(decodeText(little).encoding).toBe("utf-16le");
    expect(decodeText(little).text).toBe("# Protocol\n\nA message has a header.\n");
    expect(decodeText(Buffer.from(little).swap16()).text).toBe("# Protocol\n\nA message has a header.\n");
  });

  it("decodes UTF-32 by its mark, and not as UTF-16 with zeros", () => {
    expect(decodeText(utf32("\ufeffa🚀", true))).toEqual({ text: "a🚀", encoding: "utf-32le", problems: [] });
    expect(decodeText(utf32("\ufeffa🚀", false))).toEqual({ text: "a🚀", encoding: "utf-32be", problems: [] });
  });

  it("decodes what is not UTF-8 as windows-1252, quotes and dashes included", () => {
    const bytes = Buffer.from([0x93, 0x48, 0xe9, 0x94, 0x20, 0x97, 0x20, 0x80, 0x35, 0x2e, 0x20, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46]);
    expect(decodeText(bytes)).toEqual({ text: "“Hé” — €5. ABCDEF", encoding: "windows-1252", problems: [] });
  });

  it("keeps a UTF-8 text with one broken byte as UTF-8, and says so", () => {
    const whole = Buffer.from("Größe, Länge, Höhe");
    const broken = Buffer.concat([whole, Buffer.from([0xc3])]);
    expect(decodeText(broken)).toEqual({
      text: "Größe, Länge, Höhe\ufffd",
      encoding: "utf-8",
      problems: [{ kind: "undecodable", message: "1 place is not valid UTF-8" }],
    });
  });

  it("says how many places are broken in UTF-16 with an odd byte or half a pair", () => {
    const bytes = Buffer.concat([Buffer.from("\ufeffab\ud83dc", "utf16le"), Buffer.from([0x61])]);
    expect(decodeText(bytes).problems).toEqual([{ kind: "undecodable", message: "2 places are not valid UTF-16" }]);
  });

  it("doubts windows-1252 where most letters are outside ASCII, as in Cyrillic code pages", () => {
    const koi8 = Buffer.from([0xf0, 0xd2, 0xcf, 0xd4, 0xcf, 0xcb, 0xcf, 0xcc, 0x20, 0x31]);
    expect(decodeText(koi8).problems).toEqual([
      {
        kind: "undecodable",
        message:
          "not valid UTF-8, and 89 % of its bytes are accented letters in windows-1252, and 0 have no meaning there: its encoding is unknown",
      },
    ]);
  });

  it("doubts windows-1252 where a byte has no meaning in it", () => {
    const bytes = Buffer.concat([Buffer.from("a long enough line of Western words "), Buffer.from([0x81, 0x20])]);
    expect(decodeText(bytes).problems.map(({ kind }) => kind)).toEqual(["undecodable"]);
  });

  it("gives an empty text for no bytes, and for a mark alone", () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: "", encoding: "utf-8", problems: [] });
    expect(decodeText(Buffer.from([0xff, 0xfe])).text).toBe("");
  });

  it("gives back every well-formed text that was encoded as UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.startsWith("\ufeff") && !text.includes("\0"));
        expect(decodeText(Buffer.from(text))).toEqual({ text, encoding: "utf-8", problems: [] });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("never throws, and reads a view of a larger buffer as the view", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const larger = new Uint8Array(bytes.length + 20).fill(0xff);
        larger.set(bytes, 7);
        expect(decodeText(larger.subarray(7, 7 + bytes.length))).toEqual(decodeText(bytes));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe("decodeWindows1252", () => {
  it("has a character for every byte, and no two bytes share one", () => {
    const all = decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    expect([...all]).toHaveLength(256);
    expect(new Set(all).size).toBe(256);
    expect(all.slice(0, 128)).toBe(Buffer.from(Uint8Array.from({ length: 128 }, (_, byte) => byte)).toString("latin1"));
    expect(all.slice(0xa0)).toBe(Buffer.from(Uint8Array.from({ length: 96 }, (_, byte) => byte + 0xa0)).toString("latin1"));
  });

  it("leaves five bytes open, and no other", () => {
    const open = Array.from({ length: 256 }, (_, byte) => byte).filter(isUndefinedInWindows1252);
    expect(open).toEqual([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
    for (const byte of open) expect(decodeWindows1252(Uint8Array.of(byte))).toBe(String.fromCharCode(byte));
  });
});
