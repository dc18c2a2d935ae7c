import { decodeText } from "../decode-text.ts";
import type { ReadLimits, RichText } from "../rich-reader.ts";
import { MarkdownWriter } from "../shared/markdown-writer.ts";
import { asItIs, damaged, richTextOf } from "../shared/rich-text.ts";
import { isMailbox, splitMailbox } from "./mailbox.ts";
import { readMessage } from "./message.ts";

/** A header field opens a message (RFC 5322, section 2.2). */
const OPENS_MESSAGE = /^\s*(?:>?From \S|[\x21-\x39\x3b-\x7e]{1,80}:)/;

/** Reads a message or a mailbox as plain text: subject, sender and date of each message, then its words. Never rejects. */
export async function readMail(bytes: Uint8Array, limits: ReadLimits): Promise<RichText> {
  const head = decodeText(bytes.subarray(0, 1000)).text;
  if (!OPENS_MESSAGE.test(head)) return asItIs(bytes, limits);
  const { messages, isCut } = isMailbox(bytes) ? splitMailbox(bytes, limits.parts) : { messages: [bytes], isCut: false };
  const writer = new MarkdownWriter(limits.textLength);
  const counts = { encrypted: 0, cut: 0 };
  let title: string | null = null;
  for (const [at, bytesOfOne] of messages.entries()) {
    if (writer.isFull) break;
    const message = readMessage(bytesOfOne, limits);
    if (message.isEncrypted) counts.encrypted++;
    if (message.isCut) counts.cut++;
    if (messages.length === 1) title = message.subject;
    else writer.mark({ message: at + 1 });
    writer.addMarkdown(message.text);
  }
  const problems = [
    ...(counts.encrypted === 0
      ? []
      : [{ kind: "encrypted" as const, message: `${counts.encrypted} of ${messages.length} messages encrypted` }]),
    ...(counts.cut === 0 ? [] : [damaged(`${counts.cut} of ${messages.length} messages with too many parts, or nested too deep`)]),
    ...(isCut ? [damaged(`it holds more than ${limits.parts.toLocaleString("en")} messages: the rest was not read`)] : []),
  ];
  return { ...richTextOf(writer, { title, problems, limits }), markup: "text/plain" };
}
