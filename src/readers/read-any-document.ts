import type { Document } from "../types.ts";
import { RICH_READERS } from "./all.ts";
import { readDocument } from "./read-document.ts";
import type { ReadLimits } from "./rich-reader.ts";
import { sniffType } from "./sniff-type.ts";
import { splitLines } from "./split-lines.ts";

/**
 * Bounds of one file. Expanded bytes: a 64 MB file of a real office program expands to less than four times that. Parts: the longest standards have some
 * 6,000 pages. Depth: real documents nest 60 elements at most (measured on LibreOffice's and pandoc's output, 2026-11). Text: 2,000 pages of 5,000 characters.
 */
export const READ_LIMITS: ReadLimits = { expandedBytes: 256 * 1024 * 1024, parts: 10_000, depth: 256, textLength: 10_000_000 };

/** Makes a document of one file's bytes, whatever its format: what `readDocument` does for texts, and more where a reader for the format has to be loaded. Never rejects. */
export async function readAnyDocument(path: string, bytes: Uint8Array): Promise<Document> {
  const type = sniffType(path, bytes);
  const reader = bytes.length === 0 ? undefined : RICH_READERS.find((candidate) => candidate.matches(type));
  if (!reader) return readDocument(path, bytes, type);
  const { text, markup, title, marks, problems } = await reader.read(bytes, READ_LIMITS);
  return {
    path,
    sizeBytes: bytes.length,
    type,
    text,
    lines: text === null ? [] : splitLines(text),
    encoding: null,
    problems,
    markup,
    marks,
    ...(title === null ? {} : { title }),
  };
}
