import { pdfReader } from "./pdf.ts";
import type { Reader } from "./reader.ts";
import type { RichReader } from "./rich-reader.ts";
import { textReader } from "./text.ts";

/** Every document format whose source is its text, sorted by id. */
export const READERS: readonly Reader[] = [textReader];

/** Formats that are no text themselves, sorted by id. */
export const RICH_READERS: readonly RichReader[] = [pdfReader];
