/** Whether a file is a mailbox: it opens with a separator, `From sender date` (RFC 4155, appendix A). */
export function isMailbox(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "From ";
}

/**
 * The messages of a mailbox, at most `limit`, without their separators. A separator stands at the start or after a blank line; within messages such
 * lines are quoted with `>`, which is taken away.
 */
export function splitMailbox(bytes: Uint8Array, limit: number): { readonly messages: readonly Uint8Array[]; readonly isCut: boolean } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [0];
  for (
    let at = buffer.indexOf("\nFrom ", 0, "latin1");
    at >= 0 && starts.length <= limit;
    at = buffer.indexOf("\nFrom ", at + 1, "latin1")
  ) {
    if (isAfterBlankLine(buffer, at)) starts.push(at + 1);
  }
  const isCut = starts.length > limit;
  const messages = starts.slice(0, limit).map((start, index) => messageOf(buffer, start, starts[index + 1] ?? buffer.length));
  return { messages, isCut };
}

/** Whether the line that the line end at `at` ends is blank. */
function isAfterBlankLine(buffer: Buffer, at: number): boolean {
  const before = buffer[at - 1] === 0x0d ? at - 2 : at - 1;
  return before < 0 || buffer[before] === 0x0a;
}

function messageOf(buffer: Buffer, start: number, end: number): Uint8Array {
  const line = buffer.indexOf("\n", start);
  const body = buffer.subarray(line < 0 || line >= end ? end : line + 1, end);
  return body.includes("\n>From ") ? Buffer.from(body.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1") : body;
}
