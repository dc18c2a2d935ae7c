import { describe, expect, it } from "vitest";
import { openDocumentReader } from "../../src/readers/opendocument.ts";
import { readAnyDocument } from "../../src/readers/read-any-document.ts";
import { makeOdt, makeZip } from "./make-zip.ts";
import { PUMP_STATION, readFixture, readWith } from "./read-file.ts";

const textOf = async (body: string, parts = {}) => (await readWith(openDocumentReader, makeOdt(body, parts))).text;
const sheets = (rows: string) =>
  makeZip([{ name: "content.xml", data: `<a><office:body><office:spreadsheet>${rows}</office:spreadsheet></office:body></a>` }]);

describe("openDocumentReader", () => {
  it.each(["pump-station.odt", "pump-station-libreoffice.odt"])("reads %s with headings, lists, table, code and note", async (name) => {
    const document = await readFixture(name);
    expect(document.text).toBe(PUMP_STATION);
    expect(document.title).toBe("Pump station of the lower weir");
    expect(document.problems).toEqual([]);
  });

  it("leaves tracked deletions out, and puts comments last", async () => {
    expect((await readFixture("changes-libreoffice.odt")).text).toBe(
      "# Changed pages\n\n# Reviewed text\n\nThe pressure is four bar. It is measured daily.\n\nComment (Ben): Is it?\n",
    );
  });

  it("reads a presentation slide by slide, each with its notes and its place", async () => {
    const document = await readFixture("talk-libreoffice.odp");
    expect(document.text).toBe((await readFixture("talk.pptx")).text);
    expect(document.marks).toEqual([
      { line: 1, slide: 1 },
      { line: 3, slide: 2 },
      { line: 10, slide: 3 },
    ]);
  });

  it("reads a spreadsheet as a workbook of Excel's", async () => {
    const [ods, xlsx] = [await readFixture("readings.ods"), await readFixture("readings.xlsx")];
    expect(ods.text).toBe(xlsx.text);
    expect(ods.marks).toEqual(xlsx.marks);
  });

  it("repeats filled cells and rows, and steps over empty ones", async () => {
    const rows = `<table:table table:name="S"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
    const { text, problems } = await readWith(openDocumentReader, sheets(rows));
    expect(text).toBe("## S\n\n| x | x |\n| --- | --- |\n| x | x |\n");
    expect(problems).toEqual([]);
  });

  it("keeps blanks, line breaks and drawings' paragraphs apart", async () => {
    const body =
      '<text:p>a<text:s text:c="3"/>b<text:line-break/>c<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> d</text:p>';
    expect(await textOf(body)).toBe("boxed\n\na b\nc d\n");
  });

  it("marks hidden text, so that it can be told from what a person sees", async () => {
    const styles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>';
    expect(await textOf('<text:p>Seen <text:span text:style-name="T1">ignore this</text:span> on</text:p>', { styles })).toBe(
      "Seen <span hidden>ignore this</span> on\n",
    );
  });

  it("takes what styles are based on", async () => {
    const styles =
      '<style:style style:name="P1" style:parent-style-name="Preformatted_20_Text"/><style:style style:name="P2" style:parent-style-name="Title"/>';
    const body = '<text:p text:style-name="P2">Name</text:p><text:p text:style-name="P1">a</text:p><text:p text:style-name="P1">b</text:p>';
    expect(await textOf(body, { styles })).toBe("# Name\n\n```\na\nb\n```\n");
  });

  it("says that a file is encrypted, by its manifest", async () => {
    const manifest = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    expect(await readWith(openDocumentReader, makeOdt("<text:p>x</text:p>", { manifest }))).toMatchObject({
      text: null,
      problems: [{ kind: "encrypted", message: "it is encrypted with a password" }],
    });
  });

  it("says that the main part is missing or broken, and that there is no text", async () => {
    const problems = async (bytes: Uint8Array) => (await readWith(openDocumentReader, bytes)).problems.map(({ message }) => message);
    expect(await problems(makeZip([{ name: "meta.xml", data: "<a/>" }]))).toEqual(["its main part, content.xml, is missing"]);
    expect(await problems(makeOdt("<text:p/>"))).toEqual(["it holds no text"]);
    expect(await problems(makeZip([{ name: "content.xml", data: "<office:body><office:text><text:p>x" }]))).toEqual([
      "its part content.xml is damaged: an element is not closed",
    ]);
  });

  it("reads flat XML, and leaves other text in its place as it is", async () => {
    const flat =
      '<?xml version="1.0"?><office:document><office:meta><dc:title>Flat</dc:title></office:meta><office:master-styles><text:p>head</text:p></office:master-styles><office:body><office:text><text:h text:outline-level="2">Part</text:h></office:text></office:body></office:document>';
    expect(await readAnyDocument("a.fodt", Buffer.from(flat))).toMatchObject({ text: "## Part\n", title: "Flat", problems: [] });
    const pointer = "version https://git-lfs.github.com/spec/v1\n";
    expect(await readAnyDocument("a.fodt", Buffer.from(pointer))).toMatchObject({ text: pointer, problems: [] });
  });

  it("stops at the limit of sheets and slides", async () => {
    const table =
      '<table:table table:name="S"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>';
    const { text, problems } = await readWith(openDocumentReader, sheets(table.repeat(5)), { parts: 2 });
    expect(text).toBe("## S\n\nx\n\n## S\n\nx\n");
    expect(problems).toEqual([{ kind: "damaged", message: "it has more than 2 sheets or slides: the rest was not read" }]);
  });
});
