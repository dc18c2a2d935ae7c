import type { ReadLimits, RichText } from "../rich-reader.ts";
import { MarkdownWriter } from "../shared/markdown-writer.ts";
import { OoxmlPackage } from "../shared/ooxml.ts";
import { richTextOf } from "../shared/rich-text.ts";
import { SheetWriter } from "../shared/sheet-writer.ts";
import { SheetRows, SKIPPED } from "./sheet-rows.ts";
import { readCellFormats, readComments, readSharedStrings, readWorkbook } from "./workbook-parts.ts";

/** Reads a workbook sheet by sheet, hidden ones too, each with its comments. Never rejects. */
export async function readXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<RichText> {
  const pack = new OoxmlPackage(bytes, limits);
  const writer = new MarkdownWriter(limits.textLength);
  const main = await pack.findMain("xl/workbook.xml");
  if (main !== null) await writeSheets(pack, writer, { main, limits });
  return richTextOf(writer, { title: await pack.title(), problems: pack.problems, limits });
}

async function writeSheets(
  pack: OoxmlPackage,
  writer: MarkdownWriter,
  { main, limits }: { readonly main: string; readonly limits: ReadLimits },
): Promise<void> {
  const { sheets, is1904 } = await readWorkbook(pack, main);
  if (sheets.length > limits.parts) pack.report(`it has ${sheets.length.toLocaleString("en")} sheets, and the limit is ${limits.parts}`);
  const related = await pack.relationships(main);
  const partOf = (sort: string) => related.find(({ type }) => type === sort)?.target ?? "";
  const strings = await readSharedStrings(pack, partOf("sharedStrings"), limits.textLength);
  const context = { strings, formats: await readCellFormats(pack, partOf("styles")), is1904 };
  const rows = new SheetWriter(writer);
  const targets = new Map(related.map(({ id, target }) => [id, target]));
  for (const { name, relation } of sheets.slice(0, limits.parts)) {
    if (writer.isFull) return;
    const part = targets.get(relation) ?? "";
    rows.openSheet(name);
    const options = { skip: SKIPPED, isDone: () => writer.isFull };
    if (!(await pack.walk(part, new SheetRows(rows, context), options))) pack.report(`its sheet ${name.slice(0, 80)} is missing`);
    const comments = (await pack.relationships(part)).filter(({ type }) => type === "comments");
    for (const { target } of comments) for (const { cell, words } of await readComments(pack, target)) rows.addComment(cell, words);
  }
}
