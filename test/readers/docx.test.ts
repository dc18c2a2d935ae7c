import { describe, expect, it } from "vitest";
import { docxReader } from "../../src/readers/docx.ts";
import { encryptedOfficeReader } from "../../src/readers/encrypted-office.ts";
import { readAnyDocument } from "../../src/readers/read-any-document.ts";
import { makeDocx, makeZip } from "./make-zip.ts";
import { PUMP_STATION, readFixture, readWith } from "./read-file.ts";

const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const textOf = async (body: string, parts = {}) => (await readWith(docxReader, makeDocx(body, parts))).text;

describe("docxReader", () => {
  it.each(["pump-station.docx", "pump-station-libreoffice.docx"])("reads %s with headings, lists, table, code and note", async (name) => {
    const document = await readFixture(name);
    expect(document.text).toBe(PUMP_STATION);
    expect(document.title).toBe("Pump station of the lower weir");
    expect(document.problems).toEqual([]);
    expect(document.markup).toBe("text/markdown");
  });

  it("leaves tracked deletions out, keeps insertions, and puts comments last", async () => {
    expect((await readFixture("changes.docx")).text).toBe(
      "# Changed pages\n\n# Reviewed text\n\nThe pressure is four bar. It is measured daily.\n\nComment (Ben): Is it?\n",
    );
  });

  it("takes headings from outline levels and from style names, and list items from styles", async () => {
    const styles = `<w:styles>
      <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="berschrift2"/></w:style>
      <w:style w:type="paragraph" w:styleId="List"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
    </w:styles>`;
    const body = [
      paragraph(run("By name"), '<w:pStyle w:val="berschrift2"/>'),
      paragraph(run("By its base"), '<w:pStyle w:val="Own"/>'),
      paragraph(run("By itself"), '<w:outlineLvl w:val="2"/>'),
      paragraph(run("Listed"), '<w:pStyle w:val="List"/>'),
      paragraph(run("Not listed"), '<w:pStyle w:val="List"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      paragraph(run("Body text"), '<w:pStyle w:val="Own"/><w:outlineLvl w:val="9"/>'),
    ].join("");
    expect(await textOf(body, { "word/styles.xml": styles })).toBe(
      "## By name\n\n## By its base\n\n### By itself\n\n  - Listed\n\nNot listed\n\nBody text\n",
    );
  });

  it("does not take a paragraph's former properties for its own", async () => {
    const body = paragraph(run("Words"), '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>');
    expect(await textOf(body)).toBe("Words\n");
  });

  it("marks hidden text, so that it can be told from what a person sees", async () => {
    const body = paragraph(run("Seen ") + run("ignore this", "<w:vanish/>") + run(" and seen", '<w:vanish w:val="0"/>'));
    expect(await textOf(body)).toBe("Seen <span hidden>ignore this</span> and seen\n");
  });

  it("reads text boxes once, and the row of a single cell as paragraphs", async () => {
    const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run("Boxed"))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run("Boxed"))}</w:txbxContent></mc:Fallback></mc:AlternateContent>`;
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run("Alone"))}</w:tc></w:tr></w:tbl>`;
    expect(await textOf(paragraph(run("Around") + box) + table)).toBe("Boxed\n\nAround\n\nAlone\n");
  });

  it("numbers notes in the order of the text, and leaves out what nothing refers to", async () => {
    const body = paragraph(
      `${run("One")}<w:r><w:footnoteReference w:id="7"/></w:r>${run(" two")}<w:r><w:endnoteReference w:id="7"/></w:r>`,
    );
    const notes = (sort: string, text: string) =>
      `<w:${sort}s><w:${sort} w:id="-1">${paragraph(run("separator"))}</w:${sort}><w:${sort} w:id="7">${paragraph(run(text))}${paragraph(run("more"))}</w:${sort}></w:${sort}s>`;
    const text = await textOf(body, { "word/footnotes.xml": notes("footnote", "foot"), "word/endnotes.xml": notes("endnote", "end") });
    expect(text).toBe("One[^1] two[^2]\n\n[^1]: foot more\n\n[^2]: end more\n");
  });

  it("keeps breaks, tabs and hyphens as characters", async () => {
    const body = paragraph(
      "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t></w:r>",
      "<w:tabs><w:tab w:val='left'/></w:tabs>",
    );
    expect(await textOf(body)).toBe("a b-c\nd\n");
  });

  it("finds a main part of another name by the package's relationships", async () => {
    const bytes = makeZip([
      {
        name: "_rels/.rels",
        data: '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>',
      },
      { name: "word/document2.xml", data: `<w:document><w:body>${paragraph(run("Found"))}</w:body></w:document>` },
    ]);
    expect((await readWith(docxReader, bytes)).text).toBe("Found\n");
  });

  it("keeps what is readable of a file that was cut off or whose XML is broken", async () => {
    const broken = await readWith(
      docxReader,
      makeZip([{ name: "word/document.xml", data: `<w:document><w:body>${paragraph(run("Kept"))}<w:p><w:r>` }]),
    );
    expect(broken.text).toBe("Kept\n");
    expect(broken.problems).toEqual([{ kind: "damaged", message: "its part word/document.xml is damaged: an element is not closed" }]);
    const whole = makeDocx(Array.from({ length: 4000 }, (_, at) => paragraph(run(`paragraph ${at * 7919}`))).join(""));
    const cut = await readWith(docxReader, whole.subarray(0, whole.length / 2));
    expect(cut.text?.startsWith("paragraph 0\n\nparagraph 7919\n")).toBe(true);
    expect(cut.problems[0]).toEqual({ kind: "damaged", message: "its directory is missing, as in a file that was cut off" });
  });

  it("says that the main part is missing, that there is no text, and that a part is encrypted", async () => {
    const problems = async (bytes: Uint8Array) => (await readWith(docxReader, bytes)).problems;
    expect(await problems(makeZip([{ name: "word/other.xml", data: "<a/>" }]))).toEqual([
      { kind: "damaged", message: "its main part, word/document.xml, is missing" },
    ]);
    expect(await problems(makeDocx(paragraph(run(" "))))).toEqual([{ kind: "no-text", message: "it holds no text" }]);
    expect(await problems(makeZip([{ name: "word/document.xml", data: "x", isEncrypted: true }]))).toEqual([
      { kind: "encrypted", message: "its part word/document.xml is encrypted with a password" },
    ]);
  });

  it("cuts a text that is longer than the limit, and says so", async () => {
    const body = paragraph(run("words ")).repeat(1000);
    const { text, problems } = await readWith(docxReader, makeDocx(body), { textLength: 100 });
    expect(text?.length).toBe(100);
    expect(problems).toEqual([{ kind: "damaged", message: "its text is longer than 100 characters: the rest was not read" }]);
  });

  it("does not follow relationships out of the package", async () => {
    const body = paragraph(run("Words"));
    const bytes = makeZip([
      { name: "word/document.xml", data: `<w:document><w:body>${body}</w:body></w:document>` },
      {
        name: "word/_rels/document.xml.rels",
        data: '<R><Relationship Id="a" Type="x/comments" Target="word/comments.xml" TargetMode="External"/></R>',
      },
      { name: "word/comments.xml", data: `<w:comments><w:comment>${body}</w:comment></w:comments>` },
    ]);
    expect((await readWith(docxReader, bytes)).text).toBe("Words\n");
  });
});

describe("encryptedOfficeReader", () => {
  it("says of an office file under a password that it is encrypted", async () => {
    const bytes = Buffer.alloc(1024);
    bytes.write("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1");
    bytes.write("EncryptedPackage\0", 512, "utf16le");
    expect(encryptedOfficeReader.matches("application/x-encrypted-office")).toBe(true);
    expect(await readAnyDocument("a.docx", bytes)).toMatchObject({
      type: "application/x-encrypted-office",
      text: null,
      problems: [{ kind: "encrypted", message: "it is an office file that is encrypted with a password" }],
    });
  });
});
