/**
 * Windows-1252, with its own table for 0x80-0x9F: the TextDecoder of Node 20 maps these to control characters.
 * Source: index-windows-1252 of the WHATWG Encoding Standard, where 81, 8D, 8F, 90 and 9D stand for the controls of the same number.
 */
const HIGH_CONTROLS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Decodes windows-1252. Every byte has a character; the five that the code page leaves open give C1 controls. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\x80-\x9f]/g, (character) => HIGH_CONTROLS[character.charCodeAt(0) - 0x80] ?? character);
}

/** Whether the code page leaves a byte open, so that a text which holds it is probably in another encoding. */
export function isUndefinedInWindows1252(byte: number): boolean {
  return byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d;
}
