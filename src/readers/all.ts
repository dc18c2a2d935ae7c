import { docxReader } from "./docx.ts";
import { encryptedOfficeReader } from "./encrypted-office.ts";
import { epubReader } from "./epub.ts";
import { mailReader } from "./mail.ts";
import { notebookReader } from "./notebook.ts";
import { openDocumentReader } from "./opendocument.ts";
import { pdfReader } from "./pdf.ts";
import { pptxReader } from "./pptx.ts";
import type { Reader } from "./reader.ts";
import type { RichReader } from "./rich-reader.ts";
import { rtfReader } from "./rtf.ts";
import { textReader } from "./text.ts";
import { xlsxReader } from "./xlsx.ts";

/** Every document format whose source is its text, sorted by id. */
export const READERS: readonly Reader[] = [textReader];

/** Formats that are no text themselves, sorted by id. */
export const RICH_READERS: readonly RichReader[] = [
  docxReader,
  encryptedOfficeReader,
  epubReader,
  mailReader,
  notebookReader,
  openDocumentReader,
  pdfReader,
  pptxReader,
  rtfReader,
  xlsxReader,
];
