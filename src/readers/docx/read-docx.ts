import type { ReadLimits, RichText } from "../rich-reader.ts";
import { MarkdownWriter } from "../shared/markdown-writer.ts";
import { OoxmlPackage } from "../shared/ooxml.ts";
import { richTextOf } from "../shared/rich-text.ts";
import { DocxBody, SKIPPED } from "./docx-body.ts";
import { DocxNotes } from "./docx-notes.ts";
import { readDocxStyles } from "./docx-styles.ts";

/** Notes and comments, in the order in which they come after the text. */
const AFTERWARDS = ["footnotes", "endnotes", "comments"] as const;

/** Reads a Word document: its body, then notes and comments. Running heads are left out. Never rejects. */
export async function readDocx(bytes: Uint8Array, limits: ReadLimits): Promise<RichText> {
  const pack = new OoxmlPackage(bytes, limits);
  const writer = new MarkdownWriter(limits.textLength);
  const main = await pack.findMain("word/document.xml");
  if (main !== null) {
    const related = await pack.relationships(main);
    const partOf = (sort: string) => related.find(({ type }) => type === sort)?.target;
    const context = { writer, styles: await readDocxStyles(pack, partOf("styles")), notes: new Map<string, number>() };
    const options = { skip: SKIPPED, isDone: () => writer.isFull };
    await pack.walk(main, new DocxBody(context), options);
    for (const sort of AFTERWARDS) {
      const part = partOf(sort);
      if (part !== undefined) await pack.walk(part, new DocxNotes(context), options);
    }
  }
  return richTextOf(writer, { title: await pack.title(), problems: pack.problems, limits });
}
