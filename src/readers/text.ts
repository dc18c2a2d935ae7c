import { decodeText } from "./decode-text.ts";
import type { Reader } from "./reader.ts";
import { isTextType } from "./text-types.ts";

/** Formats whose source is their text: plain text, Markdown and other light markup, HTML, TeX, CSV, JSON, YAML, XML. */
export const textReader: Reader = { id: "text", matches: isTextType, read: decodeText };
