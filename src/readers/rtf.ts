import type { RichReader } from "./rich-reader.ts";

/** Rich Text Format 1.9.1. */
export const rtfReader: RichReader = {
  id: "rtf",
  summary: "Rich Text Format (RTF)",
  matches: (type) => type === "application/rtf",
  read: async (bytes, limits) => (await import("./rtf/read-rtf.ts")).readRtf(bytes, limits),
};
