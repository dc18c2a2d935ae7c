import type { RichReader } from "./rich-reader.ts";

/** Books in EPUB 2 and 3. */
export const epubReader: RichReader = {
  id: "epub",
  summary: "Books (EPUB), chapter by chapter in reading order",
  matches: (type) => type === "application/epub+zip",
  read: async (bytes, limits) => (await import("./epub/read-epub.ts")).readEpub(bytes, limits),
};
