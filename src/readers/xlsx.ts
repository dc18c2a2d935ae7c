import type { RichReader } from "./rich-reader.ts";

/** Excel workbooks, ECMA-376 part 1, transitional and strict. */
export const xlsxReader: RichReader = {
  id: "xlsx",
  summary: "Excel workbooks (XLSX), every sheet a table, numbers and dates as they are shown",
  matches: (type) => type === "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  read: async (bytes, limits) => (await import("./xlsx/read-xlsx.ts")).readXlsx(bytes, limits),
};
