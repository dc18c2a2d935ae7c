import type { RichReader } from "./rich-reader.ts";

/** Office files under a password: an OLE2 file around the encrypted package (MS-OFFCRYPTO 2.3.4). Nothing of them can be read. */
export const encryptedOfficeReader: RichReader = {
  id: "encrypted-office",
  summary: "Office files under a password, to say that they are",
  matches: (type) => type === "application/x-encrypted-office",
  read: async () => ({
    text: null,
    markup: "text/plain",
    title: null,
    marks: [],
    problems: [{ kind: "encrypted", message: "it is an office file that is encrypted with a password" }],
  }),
};
