/** Markdown before its blocks are read: what is no text is blanked, character by character, so that every offset stays. */

/** `---` or `+++` at the very start, up to the same line again: YAML or TOML front matter. Longer than 64 KiB is none. */
const FRONT_MATTER = /^ ?(---|\+\+\+)[ \t]*\n(?:[\s\S]{0,65536}?\n)?\1[ \t]*(?:\n|$)/;

/** Lists and quotes nested deeper than this in one line are read as text: nobody writes them, and the block parser's time grows with each. */
const MAX_MARKERS = 50;
const MARKERS = new RegExp(`^(?:[ \\t]{0,8}(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${MAX_MARKERS}}`, "gm");
const FURTHER_MARKERS = /[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/y;

/**
 * The head of an admonition or a tab of Python-Markdown (`!!! note "Title"`, `=== "Tab"`), whose content is indented by four: as an item of a
 * list it keeps that content, which would be code otherwise.
 */
const ADMONITION = /^([ \t]*)(?:!!!|\?\?\?|===)(?= ["\w])/gm;

/**
 * The text with a BOM and front matter as blanks, carriage returns as tabs (a blank would make a line end a hard break), and without markers beyond
 * the deepest level that is read.
 */
export function blankedMarkdown(source: string): string {
  const text = source.replace(/\r/g, "\t").replace(/^\uFEFF/, " ");
  const match = FRONT_MATTER.exec(text);
  const body = match ? blank(match[0]) + text.slice(match[0].length) : text;
  return withoutDeepMarkers(body.replace(ADMONITION, "$1-  "));
}

/** The text with the last bar of a table's delimiter row moved behind the blanks that end the row: lezer 1.8 sees no table where one does. */
export function withBareDelimiterRows(text: string): string {
  return text.replace(/\|([ \t]+)$/gm, (end, blanks: string, offset: number) => {
    const row = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
    return /^[-:|> \t]*$/.test(row) && row.includes("-") ? `${blanks}|` : end;
  });
}

/**
 * A part of a text whose lines after the first stand in `depth` block quotes: the quotes' marks are blanked. A line that leaves its mark
 * out (CommonMark's lazy continuation) loses nothing.
 */
export function withoutQuoteMarks(text: string, depth: number): string {
  if (depth === 0 || !text.includes("\n")) return text;
  return text.replace(new RegExp(`\\n(?:[ \\t]*>){1,${depth}}`, "g"), (marks) => `\n${" ".repeat(marks.length - 1)}`);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

function withoutDeepMarkers(text: string): string {
  let result = "";
  let at = 0;
  for (const match of text.matchAll(MARKERS)) {
    FURTHER_MARKERS.lastIndex = match.index + match[0].length;
    const further = FURTHER_MARKERS.exec(text);
    if (!further) continue;
    result += text.slice(at, further.index) + blank(further[0]);
    at = further.index + further[0].length;
  }
  return result + text.slice(at);
}
