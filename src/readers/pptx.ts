import type { RichReader } from "./rich-reader.ts";

/** PowerPoint presentations, ECMA-376 part 1, transitional and strict. */
export const pptxReader: RichReader = {
  id: "pptx",
  summary: "PowerPoint presentations (PPTX), slide by slide with their notes",
  matches: (type) => type === "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  read: async (bytes, limits) => (await import("./pptx/read-pptx.ts")).readPptx(bytes, limits),
};
