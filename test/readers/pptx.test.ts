import { describe, expect, it } from "vitest";
import { pptxReader } from "../../src/readers/pptx.ts";
import { makeZip } from "./make-zip.ts";
import { readFixture, readWith } from "./read-file.ts";

const SLIDES = `# The lower weir in three slides

## Pumps

- The first pump runs by day.
- The second pump runs by night.

Notes: Say why there are two.

## Limits

| Part | Limit |
| --- | --- |
| Valve | 3 bar |
`;
const shape = (type: string, text: string, properties = "") =>
  `<p:sp><p:nvSpPr><p:nvPr>${type}</p:nvPr></p:nvSpPr><p:txBody><a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;

/** A presentation of these slides; parts that the first refers to, by name. */
function makePptx(slides: readonly string[], parts: Readonly<Record<string, string>> = {}): Buffer {
  const relations = slides.map((_, at) => `<Relationship Id="r${at}" Type="x/slide" Target="slides/slide${at}.xml"/>`).join("");
  const own = Object.keys(parts).map((name) => `<Relationship Id="${name}" Type="x/${name.replace(/\d.*/, "")}" Target="../${name}"/>`);
  return makeZip([
    {
      name: "ppt/presentation.xml",
      data: `<p:presentation><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="2${at}" r:id="r${at}"/>`).join("")}</p:sldIdLst></p:presentation>`,
    },
    { name: "ppt/_rels/presentation.xml.rels", data: `<Relationships>${relations}</Relationships>` },
    { name: "ppt/slides/_rels/slide0.xml.rels", data: `<Relationships>${own.join("")}</Relationships>` },
    ...slides.map((slide, at) => ({ name: `ppt/slides/slide${at}.xml`, data: `<p:sld>${slide}</p:sld>` })),
    ...Object.entries(parts).map(([name, data]) => ({ name: `ppt/${name}`, data })),
  ]);
}

describe("pptxReader", () => {
  it.each(["talk.pptx", "talk-libreoffice.pptx"])("reads %s slide by slide, each with its notes and its place", async (name) => {
    const document = await readFixture(name);
    expect(document.text).toBe(SLIDES);
    expect(document.title).toBe("The lower weir in three slides");
    expect(document.problems).toEqual([]);
    expect(document.marks).toEqual([
      { line: 1, slide: 1 },
      { line: 3, slide: 2 },
      { line: 10, slide: 3 },
    ]);
  });

  it("reads slides in the order in which they are shown, and not that of their files", async () => {
    const bytes = makePptx([shape('<p:ph type="title"/>', "One"), shape('<p:ph type="title"/>', "Two")]);
    const { text } = await readWith(pptxReader, bytes);
    expect(text).toBe("# One\n\n## Two\n");
  });

  it("leaves out dates, footers and slide numbers, and tells lists from other text", async () => {
    const slide = [
      shape('<p:ph type="dt"/>', "1 May"),
      shape('<p:ph type="sldNum"/>', "7"),
      shape('<p:ph idx="1"/>', "Item", '<a:pPr lvl="1"/>'),
      shape('<p:ph idx="1"/>', "No item", "<a:pPr><a:buNone/></a:pPr>"),
      shape("", "Free text"),
    ].join("");
    expect((await readWith(pptxReader, makePptx([slide]))).text).toBe("  - Item\n\nNo item\n\nFree text\n");
  });

  it("reads the words of a slide's diagrams", async () => {
    const parts = { "diagramData1.xml": "<dgm:dataModel><a:p><a:r><a:t>Step one</a:t></a:r></a:p></dgm:dataModel>" };
    expect((await readWith(pptxReader, makePptx([shape("", "Slide")], parts))).text).toBe("Slide\n\nStep one\n");
  });

  it("says that slides are missing or too many, and gives the others", async () => {
    const three = [shape("", "a"), shape("", "b"), shape("", "c")];
    const cut = await readWith(pptxReader, makePptx(three), { parts: 2 });
    expect(cut.problems[0]?.message).toBe("it holds 6 parts, and the limit is 2");
    const whole = makePptx(three);
    const other = Buffer.from(whole.toString("latin1").replaceAll("ppt/slides/slide1.xml", "ppt/slides/slide9.xml"), "latin1");
    const missing = await readWith(pptxReader, other);
    expect(missing.text).toBe("a\n\nc\n");
    expect(missing.problems).toEqual([{ kind: "damaged", message: "its slide ppt/slides/slide1.xml is missing" }]);
  });
});
