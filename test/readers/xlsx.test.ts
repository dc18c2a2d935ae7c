import { describe, expect, it } from "vitest";
import { columnName } from "../../src/readers/shared/sheet-writer.ts";
import { builtInFormat, formatNumber, parseNumberFormat } from "../../src/readers/xlsx/number-format.ts";
import { columnOf } from "../../src/readers/xlsx/sheet-rows.ts";
import { xlsxReader } from "../../src/readers/xlsx.ts";
import { makeXlsx, makeZip } from "./make-zip.ts";
import { readFixture, readWith } from "./read-file.ts";

/** What LibreOffice's files of the readings say. */
const READINGS = `## readings

| Part | Count | Checked on | Share | Note |
| --- | --- | --- | --- | --- |
| Valve | 3 | 2026-03-01 | 12.5% | a \\| b |
| Pump | 40 | 2026-12-31 | 7% | two words |

| Total | 43 |
| --- | --- |
`;
const textOf = async (rows: string, parts = {}) => (await readWith(xlsxReader, makeXlsx(rows, parts))).text;
const shown = (value: number, code: string) => formatNumber(value, parseNumberFormat(code), false);

describe("xlsxReader", () => {
  it("reads a workbook's sheets as tables, with the place of every row", async () => {
    const document = await readFixture("readings.xlsx");
    expect(document.text).toBe(READINGS);
    expect(document.problems).toEqual([]);
    expect(document.marks).toEqual([
      { line: 1, sheet: "readings" },
      { line: 3, sheet: "readings", cell: "A1" },
      { line: 5, sheet: "readings", cell: "A2" },
      { line: 6, sheet: "readings", cell: "A3" },
      { line: 8, sheet: "readings", cell: "A5" },
    ]);
  });

  it("reads shared, inline and computed texts, truth values and errors", async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c r="C1" t="str"><f>A1&amp;B1</f><v>joined</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#DIV/0!</v></c><c r="F1"><v>0.1</v></c></row>';
    const strings = "<sst><si><t>zero</t></si><si><r><t>o</t></r><r><t>ne</t></r><rPh><t>WAN</t></rPh></si></sst>";
    expect(await textOf(rows, { "xl/sharedStrings.xml": strings })).toBe(
      "## One\n\n| one | inline | joined | TRUE | #DIV/0! | 0.1 |\n| --- | --- | --- | --- | --- | --- |\n",
    );
  });

  it("gives dates as ISO 8601 where the style says that a number is one", async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const rows =
      '<row><c s="0"><v>45000</v></c><c s="1"><v>45000</v></c><c s="2"><v>45000.5</v></c><c t="d"><v>2026-02-03T00:00:00</v></c></row>';
    expect(await textOf(rows, { "xl/styles.xml": styles })).toBe(
      "## One\n\n| 45000 | 2023-03-15 | 2023-03-15 12:00 | 2026-02-03 |\n| --- | --- | --- | --- |\n",
    );
  });

  it("writes the row of one cell above a table as a paragraph, and closes wide gaps", async () => {
    const rows =
      '<row r="1"><c r="B1" t="str"><v>Title</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row><row r="9"><c r="A9"><v>4</v></c><c r="XFD9"><v>5</v></c></row>';
    const text = (await textOf(rows)) ?? "";
    expect(text.startsWith("## One\n\nTitle\n\n| 1 |  | 3 |\n| --- | --- | --- |\n\n| 4 |")).toBe(true);
    expect(text.split("\n")[7]?.match(/\|/g)?.length).toBe(35);
  });

  it("puts comments after their sheet, with their cell", async () => {
    const text = await textOf('<row r="1"><c r="A1"><v>1</v></c></row>', {
      "xl/worksheets/_rels/sheet1.xml.rels": '<R><Relationship Id="c" Type="x/comments" Target="../comments1.xml"/></R>',
      "xl/comments1.xml":
        '<comments><commentList><comment ref="A1"><text><r><t>Who </t></r><r><t>says so?</t></r></text></comment></commentList></comments>',
    });
    expect(text).toBe("## One\n\n1\n\nComment (A1): Who says so?\n");
  });

  it("says that a workbook holds no text, or lacks a sheet", async () => {
    expect((await readWith(xlsxReader, makeXlsx("<row/>"))).problems).toEqual([{ kind: "no-text", message: "it holds no text" }]);
    const bytes = makeZip([{ name: "xl/workbook.xml", data: '<workbook><sheets><sheet name="Gone" r:id="r1"/></sheets></workbook>' }]);
    expect((await readWith(xlsxReader, bytes)).problems).toEqual([{ kind: "damaged", message: "its sheet Gone is missing" }]);
  });
});

describe("number formats", () => {
  it.each([
    [1234.5, "General", "1234.5"],
    [0.1 + 0.2, "General", "0.3"],
    [1234.5, "#,##0.00", "1,234.50"],
    [-0.001, "0.00", "0.00"],
    [-1234567, "#,##0", "-1,234,567"],
    [0.125, "0.0%", "12.5%"],
    [12, '"$"#,##0.00', "$12.00"],
    [12, "[$EUR] 0.00", "EUR 12.00"],
    [12, '0 "kg"', "12 kg"],
    [12345, "0.0E+00", "1.2E+4"],
    [5, "# ?/?", "5"],
    [45000, "yyyy-mm-dd", "2023-03-15"],
    [45000, "[$-407]d. mmmm yyyy", "2023-03-15"],
    [0.75, "hh:mm:ss", "18:00:00"],
    [1.5, "[h]:mm", "36:00"],
    [1, "yyyy-mm-dd", "1900-01-01"],
    [60.5, '"month" 0', "month 61"],
    [-3, "yyyy-mm-dd", "-3"],
    [1e12, "yyyy-mm-dd", "1000000000000"],
  ])("shows %d in %s as %s", (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });

  it("knows the formats that have numbers only, and the calendar of 1904", () => {
    expect(formatNumber(0.5, builtInFormat(9), false)).toBe("50%");
    expect(formatNumber(45000, builtInFormat(30), false)).toBe("2023-03-15");
    expect(formatNumber(0, builtInFormat(14), true)).toBe("1904-01-01");
    expect(formatNumber(7, builtInFormat(999), false)).toBe("7");
  });
});

describe("columns", () => {
  it("have letters in both directions", () => {
    for (const [column, name] of [
      [1, "A"],
      [26, "Z"],
      [27, "AA"],
      [16_384, "XFD"],
    ] as const) {
      expect(columnName(column)).toBe(name);
      expect(columnOf(`${name}7`)).toBe(column);
    }
    expect(columnOf("ZZZZ1")).toBe(0);
    expect(columnOf("7")).toBe(0);
  });
});
