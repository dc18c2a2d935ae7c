import type { RichReader } from "./rich-reader.ts";

/** E-mail: one message (RFC 5322, MIME), or a mailbox of them (RFC 4155). */
export const mailReader: RichReader = {
  id: "mail",
  summary: "E-mail messages and mailboxes (EML, MBOX), attachments by name only",
  matches: (type) => type === "message/rfc822" || type === "application/mbox",
  read: async (bytes, limits) => (await import("./mail/read-mail.ts")).readMail(bytes, limits),
};
