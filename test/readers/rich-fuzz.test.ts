/** What no file may do to a reader, whatever its bytes: throw, take long, or give more than the limits allow. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RICH_READERS } from "../../src/readers/all.ts";
import { READ_LIMITS } from "../../src/readers/read-any-document.ts";
import type { RichReader, RichText } from "../../src/readers/rich-reader.ts";
import { sniffType } from "../../src/readers/sniff-type.ts";
import { makeDocx, makeEpub, makeOdt, makeXlsx, makeZip } from "./make-zip.ts";

const RUNS = 2000;
const LIMITS = { ...READ_LIMITS, expandedBytes: 4_000_000, textLength: 20_000, parts: 50, depth: 40 };
/** Milliseconds that one small file may take on a slow machine: a few are usual. */
const LONGEST_MS = 2000;

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const reader = (id: string) => RICH_READERS.find((candidate) => candidate.id === id) ?? expect.fail(id);

/** A generator of numbers below a bound, the same for the same seed (Numerical Recipes' constants). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Changes a few places: a byte, a cut, a repetition, a piece moved. */
function mutated(bytes: Buffer, next: (below: number) => number): Buffer {
  let result = Buffer.from(bytes);
  for (let change = 0; change <= next(6); change++) {
    const at = next(result.length + 1);
    const other = next(result.length + 1);
    switch (next(5)) {
      case 0:
        result[at] = next(256);
        break;
      case 1:
        result = Buffer.concat([result.subarray(0, at), result.subarray(at + next(40))]);
        break;
      case 2:
        result = Buffer.concat([result.subarray(0, at), result.subarray(Math.max(0, at - next(60)))]);
        break;
      case 3:
        result = Buffer.concat([result.subarray(0, at), result.subarray(other, other + 30), result.subarray(at)]);
        break;
      default:
        if (next(8) === 0) result = result.subarray(0, at);
    }
  }
  return result;
}

function expectSound({ text, marks, problems }: RichText): void {
  expect(text === null || text.length <= LIMITS.textLength).toBe(true);
  expect(text !== null || problems.length > 0).toBe(true);
  const lineCount = text?.split("\n").length ?? 0;
  expect(marks.every(({ line }, at) => line >= (marks[at - 1]?.line ?? 1) && line <= lineCount)).toBe(true);
}

async function fuzz(rich: RichReader, make: (next: (below: number) => number) => Buffer, runs: number): Promise<void> {
  const next = random(42);
  for (let run = 0; run < runs; run++) {
    const bytes = make(next);
    const start = performance.now();
    const read = await rich.read(bytes, LIMITS);
    expect(performance.now() - start).toBeLessThan(LONGEST_MS);
    expectSound(read);
  }
}

const DOCX_BODY =
  '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>c</w:t><w:footnoteReference w:id="1"/></w:r></w:p>';
const ODT_BODY =
  '<text:h text:outline-level="2">a</text:h><text:list><text:list-item><text:p>b<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note><text:s text:c="2"/></text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>c<office:annotation><dc:creator>d</dc:creator><text:p>e</text:p></office:annotation></text:p></table:table-cell><table:table-cell/></table:table-row></table:table>';
const XLSX_ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45000.25</v></c></row><row r="7"><c t="inlineStr"><is><t>x</t></is></c></row>';
const ODS_ROWS =
  '<table:table table:name="S"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-01-01"/></table:table-row></table:table>';
const PAGE = "<h1>a</h1><ul><li>b<p>c</p></li></ul><table><tr><td>d</td><td>e</td></tr></table><pre>f</pre><p hidden>g</p>&amp;&nbsp;";
const MAIL =
  "Subject: =?utf-8?Q?a=C3=A4?=\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nwords =C3=A4 \nmore\n--b\nContent-Type: application/pdf; name*0*=utf-8''a%20; name*1=b\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n";
const RTF =
  "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset204 A;}}{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}{\\info{\\title T}}\\pard\\s1 a\\par\\pard\\intbl b\\cell\\u228?c\\cell\\row\\pard{\\*\\footnote n}{\\v h}\\'93\\'fa\\bin2 xx\\par}";
const NOTEBOOK =
  '{"cells":[{"cell_type":"markdown","source":["# a\\n","b"]},{"cell_type":"code","source":"c","outputs":[]}],"metadata":{"title":"t"}}';

/** Small packages whose XML is mutated before it is packed: so that the mutation reaches the reader and not the checksum. */
const PACKAGES: readonly (readonly [id: string, name: string, make: (spoil: (text: string) => string) => Buffer])[] = [
  [
    "docx",
    "document, styles and notes",
    (spoil) =>
      makeDocx(spoil(DOCX_BODY), {
        "word/styles.xml": spoil('<w:styles><w:style w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="H"/></w:style></w:styles>'),
        "word/footnotes.xml": spoil('<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote></w:footnotes>'),
      }),
  ],
  [
    "xlsx",
    "sheet, texts and styles",
    (spoil) =>
      makeXlsx(spoil(XLSX_ROWS), {
        "xl/sharedStrings.xml": spoil("<sst><si><r><t>a</t></r></si></sst>"),
        "xl/styles.xml": spoil(
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d/m/yyyy h:mm;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        ),
      }),
  ],
  ["opendocument", "text", (spoil) => makeOdt(spoil(ODT_BODY))],
  [
    "opendocument",
    "spreadsheet",
    (spoil) =>
      makeZip([
        { name: "content.xml", data: `<a><office:body><office:spreadsheet>${spoil(ODS_ROWS)}</office:spreadsheet></office:body></a>` },
      ]),
  ],
  ["epub", "pages", (spoil) => makeEpub([spoil(PAGE), spoil(PAGE)])],
];

describe("readers of files that are no text", () => {
  it.each(PACKAGES)(`stay sound on ${RUNS} mutations of %s: %s`, async (id, _, make) => {
    await fuzz(reader(id), (next) => make((text) => (next(3) === 0 ? text : mutated(Buffer.from(text), next).toString())), RUNS);
  });

  it.each([
    ["rtf", RTF],
    ["mail", MAIL],
    ["mail", `From a@b\n${MAIL}\nFrom c@d\n${MAIL}`],
    ["notebook", NOTEBOOK],
    ["docx", makeDocx(DOCX_BODY)],
    ["xlsx", makeXlsx(XLSX_ROWS)],
    ["opendocument", makeOdt(ODT_BODY)],
    ["epub", makeEpub([PAGE])],
  ])(`stay sound on ${RUNS} mutations of the bytes of a small file: %s`, async (id, source) => {
    await fuzz(reader(id), (next) => mutated(Buffer.from(source), next), RUNS);
  });

  it.each([
    "pump-station-libreoffice.odt",
    "pump-station.docx",
    "talk.pptx",
    "talk-libreoffice.odp",
    "readings.xlsx",
    "pump-station-libreoffice.rtf",
  ])("stay sound on 100 mutations of the bytes of %s", async (name) => {
    const bytes = fixture(name);
    const type = sniffType(name, bytes);
    await fuzz(RICH_READERS.find((candidate) => candidate.matches(type)) ?? expect.fail(type), (next) => mutated(bytes, next), 100);
  });
});

describe("the time of readers", () => {
  const many = (text: string, count: number) => text.repeat(count);

  it.each([
    ["docx", "nested paragraphs", () => makeDocx(many("<w:p>", 200_000))],
    ["docx", "empty cells", () => makeDocx(`<w:tbl><w:tr>${many("<w:tc/>", 300_000)}</w:tr></w:tbl>`)],
    ["docx", "closing tags", () => makeDocx(many("</w:q>", 300_000))],
    ["opendocument", "repeated blanks", () => makeOdt(`<text:p>${many('<text:s text:c="999999999"/>', 100_000)}</text:p>`)],
    ["xlsx", "wide rows", () => makeXlsx(many('<row r="1"><c r="XFD1"><v>1</v></c></row>', 60_000))],
    ["epub", "nested blocks", () => makeEpub([many("<div>", 300_000)])],
    ["rtf", "nested groups", () => Buffer.from(`{\\rtf1 ${many("{", 1_000_000)}`)],
    ["rtf", "bytes of half characters", () => Buffer.from(`{\\rtf1\\ansicpg932 ${many("\\'81", 300_000)}`)],
    ["mail", "folded header lines", () => Buffer.from(`Subject: a\n${many(" y\n", 600_000)}`)],
    ["mail", "empty lines", () => Buffer.from(`Subject: a\n\n${many("\n", 3_000_000)}`)],
    [
      "mail",
      "lines that look like boundaries",
      () => Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n${many("--x\n", 500_000)}`),
    ],
    ["mail", "flowed lines", () => Buffer.from(`Content-Type: text/plain; format=flowed\n\n${many("a \n", 500_000)}`)],
    ["notebook", "nested lists", () => Buffer.from(`{"cells":${many("[", 1_000_000)}`)],
  ])("is short on %s of %s", async (id, _, make) => {
    const bytes = make();
    const start = performance.now();
    expectSound(await reader(id).read(bytes, LIMITS));
    expect(performance.now() - start).toBeLessThan(LONGEST_MS);
  });
});
