import type { ReadLimits, RichText } from "../rich-reader.ts";
import { MarkdownWriter } from "../shared/markdown-writer.ts";
import { OoxmlPackage, type Relationship } from "../shared/ooxml.ts";
import { richTextOf } from "../shared/rich-text.ts";
import { attributeOf, type XmlHandler } from "../shared/xml.ts";
import { SKIPPED, SlideText } from "./slide-text.ts";

/** Reads a presentation slide by slide, hidden ones too: what stands on each, its diagrams, then its notes. Never rejects. */
export async function readPptx(bytes: Uint8Array, limits: ReadLimits): Promise<RichText> {
  const pack = new OoxmlPackage(bytes, limits);
  const writer = new MarkdownWriter(limits.textLength);
  const main = await pack.findMain("ppt/presentation.xml");
  const slides = main === null ? [] : await slidesOf(pack, main);
  if (slides.length > limits.parts) pack.report(`it has ${slides.length.toLocaleString("en")} slides, and the limit is ${limits.parts}`);
  for (const [at, slide] of slides.slice(0, limits.parts).entries()) {
    if (writer.isFull) break;
    writer.mark({ slide: at + 1 });
    await writeSlide(pack, writer, { slide, isFirst: at === 0 });
  }
  return richTextOf(writer, { title: await pack.title(), problems: pack.problems, limits });
}

/** The slides' parts in the order in which they are shown (19.2.1.34). */
async function slidesOf(pack: OoxmlPackage, main: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "sldId") ids.push(relationOf(attributes));
    },
    close() {},
    text() {},
  };
  await pack.walk(main, handler);
  const targets = new Map((await pack.relationships(main)).map(({ id, target }) => [id, target]));
  return ids.flatMap((id) => targets.get(id) ?? []);
}

/** `r:id` beside the slide's own `id`. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  const { id: _, ...prefixed } = attributes;
  return attributeOf(prefixed, "id") ?? "";
}

async function writeSlide(
  pack: OoxmlPackage,
  writer: MarkdownWriter,
  { slide, isFirst }: { readonly slide: string; readonly isFirst: boolean },
): Promise<void> {
  const options = { skip: SKIPPED, isDone: () => writer.isFull };
  if (!(await pack.walk(slide, new SlideText(writer, isFirst ? 1 : 2), options))) pack.report(`its slide ${slide.slice(0, 80)} is missing`);
  const related = await pack.relationships(slide);
  const partsOf = (sort: Relationship["type"]) => related.filter(({ type }) => type === sort);
  for (const { target } of partsOf("diagramData")) await pack.walk(target, new SlideText(writer, 0), options);
  for (const { target } of partsOf("notesSlide").slice(0, 1)) {
    writer.beginCapture();
    await pack.walk(target, new SlideText(writer, 0), options);
    const words = writer.endCapture();
    if (words !== "") writer.add("paragraph", `Notes: ${words}`);
  }
}
