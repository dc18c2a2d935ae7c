import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeOf, walkXml, type XmlOptions } from "../../../src/readers/shared/xml.ts";

function walk(source: string | Uint8Array, options: Partial<XmlOptions> = {}) {
  const events: string[] = [];
  const handler = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => void events.push(`<${name}${JSON.stringify(attributes)}`),
    close: (name: string) => void events.push(`>${name}`),
    text: (text: string) => void events.push(text),
  };
  const fault = walkXml(Buffer.from(source), handler, { depth: 20, ...options });
  return { told: events.join(" "), fault };
}

describe("walkXml", () => {
  it("tells elements by their names without prefix, attributes with it, and text", () => {
    expect(walk('<?xml version="1.0"?><w:a x:b="1"><c/>text</w:a>')).toEqual({ told: '<a{"x:b":"1"} <c{} >c text >a', fault: null });
  });

  it("knows the entities of XML and of numbers, and no others", () => {
    const source = '<!DOCTYPE a [<!ENTITY big "bomb"><!ENTITY file SYSTEM "file:///etc/passwd">]><a>&lt;&#228;&big;&file;&nbsp;</a>';
    const { told } = walk(source);
    expect(told.replaceAll(" ", "")).toBe("<a{}<ä&big;&file;&nbsp;>a");
  });

  it("knows the entities of HTML in books", () => {
    expect(walk("<p>a&nbsp;b</p>", { isHtml: true }).told.replaceAll(" ", "")).toBe("<p{}a\u00a0b>p");
  });

  it("reads text in CDATA sections, and none in comments", () => {
    expect(walk("<a><![CDATA[<b>]]><!-- c --></a>").told).toBe("<a{} <b> >a");
  });

  it("leaves out skipped elements with all that is in them", () => {
    expect(walk("<a><del><a>x</a></del>y<del/>z</a>", { skip: new Set(["del"]) }).told).toBe("<a{} y z >a");
  });

  it("closes what a cut text leaves open, and says so", () => {
    expect(walk("<a><b>text")).toEqual({ told: "<a{} <b{} text >b >a", fault: "an element is not closed" });
    expect(walk("<a><b></a>").fault).toBe("an element is not closed");
    expect(walk("<a><b/></a>").fault).toBeNull();
  });

  it("stops at the limit of depth, and closes what is open", () => {
    const { told, fault } = walk("<a>".repeat(1000), { depth: 3 });
    expect(told).toBe("<a{} <a{} <a{} >a >a >a");
    expect(fault).toBe("its elements are nested deeper than 3");
  });

  it("stops when it is told to", () => {
    const { told } = walk(`<a>${"<b/>".repeat(100_000)}</a>`, { isDone: () => true });
    expect(told.length).toBeLessThan(300_000);
    expect(told.endsWith(">a")).toBe(true);
  });

  it("says that a text holds no XML", () => {
    expect(walk("").fault).toBe("it holds no XML");
    expect(walk("words").fault).toBe("it holds no XML");
  });

  it("decodes by byte order mark and by declaration", () => {
    expect(walk(Buffer.from("\ufeff<a>ä</a>", "utf16le")).told).toBe("<a{} ä >a");
    expect(walk(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe4</a>', "latin1")).told).toBe("<a{} ä >a");
    expect(walk('<?xml version="1.0" encoding="nonsense"?><a>ä</a>').told).toBe("<a{} ä >a");
  });

  it("tells as many closes as opens for any text", () => {
    const piece = fc.constantFrom(
      "<a>",
      "</a>",
      "<b c='d'>",
      "</b>",
      "<e/>",
      "text",
      "<",
      ">",
      "&",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        let open = 0;
        const handler = { open: () => void open++, close: () => void open--, text: () => {} };
        walkXml(Buffer.from(pieces.join("")), handler, { depth: 5, skip: new Set(["b"]) });
        return open === 0;
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("attributeOf", () => {
  it("finds an attribute with any prefix or none", () => {
    expect(attributeOf({ "w:val": "1" }, "val")).toBe("1");
    expect(attributeOf({ val: "2", "w:val": "1" }, "val")).toBe("2");
    expect(attributeOf({ interval: "3" }, "val")).toBeUndefined();
    expect(attributeOf({}, "toString")).toBeUndefined();
  });
});
