import type { RichReader } from "./rich-reader.ts";

/** Word documents, ECMA-376 part 1, transitional and strict. */
export const docxReader: RichReader = {
  id: "docx",
  summary: "Word documents (DOCX)",
  matches: (type) => type === "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  read: async (bytes, limits) => (await import("./docx/read-docx.ts")).readDocx(bytes, limits),
};
