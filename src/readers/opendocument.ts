import type { RichReader } from "./rich-reader.ts";

/** OpenDocument 1.0 to 1.3 (ISO/IEC 26300): text, spreadsheets and presentations, as packages and as flat XML, templates too. */
export const openDocumentReader: RichReader = {
  id: "opendocument",
  summary: "OpenDocument texts, spreadsheets and presentations (ODT, ODS, ODP, FODT, FODS, FODP)",
  matches: (type) => /^application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation)(?:-flat-xml|-master)?$/.test(type),
  read: async (bytes, limits) => (await import("./opendocument/read-opendocument.ts")).readOpenDocument(bytes, limits),
};
