import { describe, expect, it } from "vitest";
import { epubReader } from "../../src/readers/epub.ts";
import { makeEpub, makeZip } from "./make-zip.ts";
import { PUMP_STATION, readFixture, readWith } from "./read-file.ts";

const textOf = async (...pages: string[]) => (await readWith(epubReader, makeEpub(pages))).text;

describe("epubReader", () => {
  it("reads a book in the order of its spine", async () => {
    const document = await readFixture("pump-station.epub");
    const words = PUMP_STATION.replace("[^1] It", "1 It").replace("\n[^1]: Stopping has a chapter of its own.\n", "");
    expect(document.text).toBe(words.replace("\n# Starting", "\n- Stopping has a chapter of its own.↩︎\n\n# Starting"));
    expect(document.title).toBe("Pump station of the lower weir");
    expect(document.problems).toEqual([]);
  });

  it("reads headings, nested lists, tables and preformatted text of its pages", async () => {
    const page =
      "<h2>Part<br/>one</h2><ul><li><p>a</p><p>more</p></li><li>b<ol><li>c</li></ol></li></ul><table><tr><th>x</th><td>y</td></tr></table><pre>if\n  then</pre><div>d&nbsp;e<p>f</p></div>";
    expect(await textOf(page)).toBe(
      "## Part one\n\n- a\n\n  more\n\n- b\n  - c\n\n| x | y |\n| --- | --- |\n\n```\nif\n  then\n```\n\nd e\n\nf\n",
    );
  });

  it("leaves out scripts, styles and heads, and marks what is hidden", async () => {
    const page =
      '<style>p {}</style><script>x()</script><p>seen</p><p style="display: none">ignore <b>this</b></p><p hidden="">that</p><p>end</p>';
    expect(await textOf(page)).toBe("seen\n\n<span hidden>ignore </span><span hidden>this</span>\n\n<span hidden>that</span>\n\nend\n");
  });

  it("says how many pages are encrypted, and lets fonts be scrambled", async () => {
    const encryption = (method: string, uri: string) =>
      `<encryption><EncryptedData><EncryptionMethod Algorithm="${method}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`;
    const read = (xml: string) => readWith(epubReader, makeEpub(["<p>a</p>", "<p>b</p>"], { "META-INF/encryption.xml": xml }));
    const locked = await read(encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "in/text/p%200.xhtml"));
    expect(locked.text).toBe("b\n");
    expect(locked.problems).toEqual([{ kind: "encrypted", message: "1 of its 2 pages are encrypted" }]);
    expect((await read(encryption("http://www.idpf.org/2008/embedding", "in/font.otf"))).problems).toEqual([]);
  });

  it("says what is missing", async () => {
    const problems = async (bytes: Uint8Array) => (await readWith(epubReader, bytes)).problems;
    expect(await problems(makeZip([{ name: "mimetype", data: "application/epub+zip", isStored: true }]))).toEqual([
      { kind: "damaged", message: "its package document, which lists its pages, is missing" },
    ]);
    const gone = Buffer.from(makeEpub(["<p>a</p>", "<p>b</p>"]).toString("latin1").replaceAll("text/p 1.x", "text/q 1.x"), "latin1");
    expect(await problems(gone)).toEqual([{ kind: "damaged", message: "1 of its 2 pages are missing" }]);
    expect(await problems(makeEpub(["<img/>"]))).toEqual([{ kind: "no-text", message: "it holds no text" }]);
  });
});
