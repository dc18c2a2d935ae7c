import type { DocumentProblem } from "../../types.ts";
import type { ReadLimits, RichText } from "../rich-reader.ts";
import { MarkdownWriter } from "../shared/markdown-writer.ts";
import { damaged, richTextOf, unreadText } from "../shared/rich-text.ts";
import { walkXml } from "../shared/xml.ts";
import { ZipArchive } from "../shared/zip.ts";
import { bookHandler, containerHandler, encryptionHandler } from "./book-parts.ts";
import { PageText, SKIPPED } from "./page-text.ts";

/** Reads a book, its pages in the order of its spine. Never rejects. */
export async function readEpub(bytes: Uint8Array, limits: ReadLimits): Promise<RichText> {
  const zip = new ZipArchive(bytes, limits);
  const { depth } = limits;
  const container = containerHandler();
  walkXml((await zip.read("META-INF/container.xml")) ?? new Uint8Array(), container, { depth });
  const main = container.found() ?? zip.names.find((name) => name.endsWith(".opf"));
  const source = main === undefined ? null : await zip.read(main);
  if (main === undefined || source === null) {
    return unreadText(zip.problems.length > 0 ? zip.problems : [damaged("its package document, which lists its pages, is missing")]);
  }
  const found = bookHandler(main.slice(0, main.lastIndexOf("/") + 1));
  const fault = walkXml(source, found, { depth });
  const { title, pages } = found.found();
  const writer = new MarkdownWriter(limits.textLength);
  const problems = fault === null ? [] : [damaged(`its package document is damaged: ${fault}`)];
  problems.push(...(await writePages(zip, { pages, writer, limits })));
  return richTextOf(writer, { title, problems: [...zip.problems, ...problems], limits });
}

interface Pages {
  readonly pages: readonly string[];
  readonly writer: MarkdownWriter;
  readonly limits: ReadLimits;
}

async function writePages(zip: ZipArchive, { pages, writer, limits }: Pages): Promise<DocumentProblem[]> {
  const encryption = encryptionHandler();
  const stated = await zip.read("META-INF/encryption.xml");
  if (stated) walkXml(stated, encryption, { depth: limits.depth });
  const encrypted = encryption.found();
  const lockedCount = pages.filter((page) => encrypted.has(page)).length;
  const missing: string[] = [];
  for (const page of pages.slice(0, limits.parts)) {
    if (writer.isFull) break;
    if (encrypted.has(page)) continue;
    if (!zip.has(page)) missing.push(page);
    const source = await zip.read(page);
    const options = { depth: limits.depth, skip: SKIPPED, isHtml: true, isDone: () => writer.isFull };
    if (source) walkXml(source, new PageText(writer), options);
  }
  return [
    ...(lockedCount === 0 ? [] : [{ kind: "encrypted" as const, message: `${lockedCount} of its ${pages.length} pages are encrypted` }]),
    ...(missing.length === 0 ? [] : [damaged(`${missing.length} of its ${pages.length} pages are missing`)]),
    ...(pages.length <= limits.parts ? [] : [damaged(`it has ${pages.length} pages, and the limit is ${limits.parts}`)]),
  ];
}
