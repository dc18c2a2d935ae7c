import { describe, expect, it } from "vitest";
import { decodeBytes, endsInCharacter } from "../../src/readers/rtf/code-pages.ts";
import { rtfReader } from "../../src/readers/rtf.ts";
import { PUMP_STATION, readFixture, readWith } from "./read-file.ts";

const read = (source: string) => readWith(rtfReader, Buffer.from(source, "latin1"));
const textOf = async (body: string) => (await read(`{\\rtf1\\ansi ${body}}`)).text;

describe("rtfReader", () => {
  it("reads LibreOffice's file with headings, lists, table, code and note", async () => {
    const document = await readFixture("pump-station-libreoffice.rtf");
    expect(document.text).toBe(PUMP_STATION);
    expect(document.title).toBe("Pump station of the lower weir");
    expect(document.problems).toEqual([]);
  });

  it("reads pandoc's file, which has no styles", async () => {
    const { text, problems } = await readFixture("pump-station.rtf");
    expect(text).toContain("\n# Scope\n");
    expect(text).toContain("\n- the first pump\n- the second pump\n- its spare valve\n");
    expect(text).toContain("| Valve | 3 bar |\n| Pump | 40 litres a second |\n");
    expect(text).toContain("\nGrüße aus Köln, and the last words.\n\n[^1]: Stopping has a chapter of its own.\n");
    expect(problems).toEqual([]);
  });

  it("decodes bytes by the document's code page and by the font's", async () => {
    const fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}";
    expect(
      (await read(`{\\rtf1\\ansi\\ansicpg1250\\deff0${fonts}\\'b3\\par{\\f1 \\'e4\\'e0}\\par{\\f2 \\'93\\'fa\\'96\\{}\\par}`)).text,
    ).toBe("ł\n\nда\n\n日本\n");
    expect(await textOf("\x93quoted\x94")).toBe("“quoted”\n");
  });

  it("reads \\u and leaves out its fallback, of any length", async () => {
    expect(await textOf("\\u8364?x{\\uc2\\u8211--y}\\u-10179?\\u-8704?")).toBe("€x–y😀\n");
    expect(await textOf("\\uc1\\u228\\'e4z")).toBe("äz\n");
  });

  it("leaves out pictures, fonts, styles, field codes and optional groups it does not know", async () => {
    expect(
      await textOf(
        "{\\colortbl;\\red0;}{\\pict\\wmetafile8 0102}{\\*\\unknown words}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}{\\header top}\\bin3 {}} end",
      ),
    ).toBe("link end\n");
  });

  it("takes headings from the style sheet, by outline level or name", async () => {
    const styles = "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel1 Any;}{\\s2 heading 3;}{\\*\\cs3 heading 1;}}";
    expect(await textOf(`${styles}\\pard\\s1 By level\\par\\pard\\s2 By name\\par\\pard\\s0 Text\\par`)).toBe(
      "## By level\n\n### By name\n\nText\n",
    );
  });

  it("writes rows as a table, and parts them from what follows", async () => {
    expect(await textOf("\\trowd\\intbl a\\cell b\\par c\\cell\\row\\trowd\\intbl 1\\cell 2\\cell\\row\\pard after\\par")).toBe(
      "| a | b c |\n| --- | --- |\n| 1 | 2 |\n\nafter\n",
    );
  });

  it("leaves out tracked deletions, marks hidden text, and puts notes last", async () => {
    expect(await textOf("a{\\deleted gone} {\\v hidden}b{\\footnote\\pard note}\\par c{\\*\\annotation remark}\\par")).toBe(
      "a <span hidden>hidden</span>b[^1]\n\nc\n\n[^1]: note\n\nComment: remark\n",
    );
  });

  it("takes the title from the information group", async () => {
    expect((await read("{\\rtf1{\\info{\\title A \\'e4 title}{\\author Somebody}}text}")).title).toBe("A ä title");
  });

  it("says that a file was cut off or nested too deep, and keeps what was read", async () => {
    const cut = await read("{\\rtf1 some words {\\b and");
    expect(cut).toMatchObject({
      text: "some words and\n",
      problems: [{ kind: "damaged", message: "it ends within a group, as a file that was cut off" }],
    });
    const deep = await readWith(rtfReader, `{\\rtf1 words${"{".repeat(100)}`, { depth: 50 });
    expect(deep).toMatchObject({ text: "words\n", problems: [{ kind: "damaged", message: "its groups are nested deeper than 50" }] });
  });

  it("says that there is no text", async () => {
    expect((await read("{\\rtf1\\pard\\par}")).problems).toEqual([{ kind: "no-text", message: "it holds no text" }]);
  });
});

describe("code pages", () => {
  it("know where a character of two bytes ends", () => {
    expect(endsInCharacter([0x93], 932)).toBe(true);
    expect(endsInCharacter([0x93, 0xfa], 932)).toBe(false);
    expect(endsInCharacter([0xb1], 932)).toBe(false);
    expect(endsInCharacter([0x93], 1252)).toBe(false);
  });

  it("read unknown ones as windows-1252", () => {
    expect(decodeBytes([0x80, 0xe4], 12345)).toBe("€ä");
    expect(decodeBytes([0xe4], null)).toBe("ä");
  });
});
