import type { XmlHandler } from "./xml.ts";

/** Longest text that is kept, in UTF-16 code units: a title, not a chapter. */
const LONGEST = 1000;

/** Finds the text of the first element of a name that holds any; `found` gives it, or null. */
export function firstText(element: string): XmlHandler & { found(): string | null } {
  let depth = 0;
  let text = "";
  return {
    open(name) {
      if (name === element && text.trim() === "") depth++;
      else if (depth > 0) depth++;
    },
    close() {
      if (depth > 0) depth--;
    },
    text(piece) {
      if (depth > 0 && text.length < LONGEST) text += piece;
    },
    found: () => (text.trim() === "" ? null : text.slice(0, LONGEST)),
  };
}
