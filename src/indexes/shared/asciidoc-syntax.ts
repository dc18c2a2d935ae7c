/** What AsciiDoc's lines start or are. Source: Asciidoctor 2.0.18, rx.rb and parser.rb. */

export type AsciidocListKind = "unordered" | "ordered" | "callout" | "description";

/** A list item's marker: lists of one `key` are one list. Indexes count in the line. */
export interface AsciidocMarker {
  readonly kind: AsciidocListKind;
  readonly key: string;
  /** Where the item's text starts; of a description list, the text behind the term. */
  readonly textFrom: number;
  readonly ordinal?: string;
  /** Of a description list. */
  readonly term?: { readonly from: number; readonly to: number };
}

export type AsciidocDelimiterKind = "listing" | "literal" | "fenced" | "pass" | "comment" | "compound" | "table";

export interface AsciidocDelimiter {
  readonly kind: AsciidocDelimiterKind;
  /** The line that ends the block. */
  readonly end: string;
  /** Of a fenced block. */
  readonly language: string;
}

const UNORDERED = /^[ \t]*(-|\*+|•)[ \t]+(?=\S)(?:\[[ x*]\][ \t]+(?=\S))?/;
const ORDERED = /^[ \t]*(?:(\.+)|(\d{1,9})\.|([a-zA-Z])\.|([ivxIVX]{1,12})\))[ \t]+(?=\S)/;
const CALLOUT = /^<(?:\d{1,9}|\.)>[ \t]+(?=\S)/;
const DESCRIPTION = /^(?!\/\/[^/])[ \t]*([^ \t].*?)(:::?:?|;;)(?:$|[ \t]+(?=\S))/d;
const DELIMITERS: Readonly<Record<string, AsciidocDelimiterKind>> = {
  "-": "listing",
  ".": "literal",
  "+": "pass",
  "/": "comment",
  "=": "compound",
  "*": "compound",
  _: "compound",
};

/** The marker that a line starts with; null where it starts no list item. */
export function markerOf(line: string): AsciidocMarker | null {
  const unordered = UNORDERED.exec(line);
  if (unordered) return { kind: "unordered", key: unordered[1] ?? "", textFrom: unordered[0].length };
  const ordered = ORDERED.exec(line);
  if (ordered) {
    const [whole, dots, number, letter] = ordered;
    const key = dots ?? (number === undefined ? (letter === undefined ? "i)" : "a.") : "1.");
    return { kind: "ordered", key, textFrom: whole.length, ...(number === undefined ? {} : { ordinal: number }) };
  }
  const callout = CALLOUT.exec(line);
  if (callout) return { kind: "callout", key: "<1>", textFrom: callout[0].length };
  const description = /::|;;/.test(line) ? DESCRIPTION.exec(line) : null;
  const term = description?.indices?.[1];
  if (!description || !term) return null;
  return { kind: "description", key: description[2] ?? "", textFrom: description[0].length, term: { from: term[0], to: term[1] } };
}

/** The delimiter that a line is, without blanks at its end; null where it is none. */
export function delimiterOf(line: string): AsciidocDelimiter | null {
  if (line === "--") return { kind: "compound", end: line, language: "" };
  if (/^[|,:!]={3,}$/.test(line)) return { kind: "table", end: line, language: "" };
  const kind = DELIMITERS[line[0] ?? ""];
  if (kind && line.length >= 4 && isRun(line)) return { kind, end: line, language: "" };
  const fence = /^```([\w+#-]*)(?:,.{0,200})?$/.exec(line);
  return fence ? { kind: "fenced", end: "```", language: (fence[1] ?? "").toLowerCase() } : null;
}

function isRun(line: string): boolean {
  for (let at = 1; at < line.length; at++) if (line[at] !== line[0]) return false;
  return true;
}

/** Whether a line is a comment of its own. */
export function isCommentLine(line: string): boolean {
  return line.startsWith("//") && !line.startsWith("///");
}

/** Whether a line holds block attributes (`[source,ruby]`, `[[id]]`). */
export function isAttributeLine(line: string): boolean {
  return line.startsWith("[") && /^\[(?:|[\p{L}\p{N}_.#%{,"'].*|\[(?:|[\p{L}_:][\p{L}\p{N}_\-:.]*(?:, *.+)?)\])\]$/u.test(line);
}

/** A heading in one line: its level from 1 and where its text stands; null where the line is none. */
export function headingOf(line: string): { readonly level: number; readonly from: number; readonly to: number } | null {
  const match = /^(={1,6}|#{1,6})[ \t]+(?=\S)/.exec(line);
  if (!match) return null;
  const mark = match[1] ?? "";
  const text = line.trimEnd();
  const isClosed =
    text.endsWith(mark) && /[ \t]/.test(text[text.length - mark.length - 1] ?? "") && text.length > match[0].length + mark.length;
  return { level: mark.length, from: match[0].length, to: isClosed ? text.slice(0, -mark.length).trimEnd().length : text.length };
}

/** The level, from 1, of a title that the next line underlines; null where it does not. */
export function underlinedLevel(title: string, underline: string | undefined): number | null {
  if (underline === undefined || !/^(?!\.).*[\p{L}\p{N}_]/u.test(title) || title.length > 1_000) return null;
  const level = "=-~^+".indexOf(underline[0] ?? " ");
  const isLong = Math.abs([...title].length - underline.length) < 2;
  return level >= 0 && underline.length > 1 && isLong && isRun(underline) ? level + 1 : null;
}
