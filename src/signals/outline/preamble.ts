import { isGenericTitle } from "../../util/generic-titles.ts";
import type { OutlineScan } from "./scan.ts";
import { addTitle } from "./scan.ts";

/** Lines at the head of a text among which a preamble stands. Proposals' templates put it first, after a heading or a copyright note. */
const HEAD_LINES = 60;
const LONGEST_LINE = 400;
/** `Title: X`, `- **Title:** X`, `| Title | X |`, `:Title: X`; the words of the title are group 2, the marks before it group 1. */
const TITLE_LINE = /^([\s|>*_+:-]{0,20})(?:document |paper )?title[*_`]{0,3}[ \t]{0,60}[:|][*_`| \t]{0,20}(\S.*)$/i;
/** A field as preambles have it beside their title. */
const FIELD_LINE = /^[\s|>*_+:-]{0,20}[A-Za-z][\w /#()-]{0,40}[*_`]{0,3}[ \t]{0,60}[:|]/;
/** A heading of Markdown, AsciiDoc or MediaWiki. Below one that names the document, a `Title:` is an example's or a template's. */
const HEADING_LINE = /^(?:#{1,6}|={1,6})[ \t]*(\S.*)$/;

/** A code fence with the name of its language, or the end of one. Preambles stand in fences without a name, or of a name for plain fields. */
const FENCE_LINE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*([\w+#.-]*)/;
const FIELD_LANGUAGE = /^(?:|text|txt|plain|plaintext|yaml|yml|toml|ini|rfc822|none)$/i;

/**
 * Finds the title in a preamble of fields (RFC 822 style, in a `<pre>` block or code fence, as a list or a table): how PEPs, BIPs and the
 * series modelled on them are headed. It counts only with another field within two lines, and above the first heading that is no generic
 * one. Folded lines are joined.
 */
export function readPreamble(lines: readonly string[], from: number, scan: OutlineScan): void {
  const end = Math.min(lines.length, from + HEAD_LINES);
  let isCode = false;
  for (let at = from; at < end; at++) {
    const line = lines[at] ?? "";
    const language = FENCE_LINE.exec(line)?.[1];
    if (language !== undefined) isCode = !isCode && !FIELD_LANGUAGE.test(language);
    if (isCode || line.length > LONGEST_LINE) continue;
    const heading = HEADING_LINE.exec(line)?.[1];
    if (heading !== undefined && !isGenericTitle(heading.replace(/[#=\s]+$/, ""))) return;
    const match = TITLE_LINE.exec(line);
    if (!match || !hasFieldBeside(lines, at)) continue;
    const text = `${match[2] ?? ""}${continuation(lines, at)}`;
    addTitle(scan, {
      line: at + 1,
      quote: line,
      text: text.replace(/[\s|*_]+$/, "").replace(/^["“'](.*)["”']$/, "$1"),
      source: "metadata",
    });
    return;
  }
}

function hasFieldBeside(lines: readonly string[], at: number): boolean {
  return [-2, -1, 1, 2].some((offset) => FIELD_LINE.test((lines[at + offset] ?? "").slice(0, LONGEST_LINE)));
}

/** The next line where it is folded: indented deeper than the field, and no field itself. */
function continuation(lines: readonly string[], at: number): string {
  const next = lines[at + 1] ?? "";
  const depth = (lines[at] ?? "").search(/\S/);
  const isFolded = /^\s{4,}\S/.test(next) && next.search(/\S/) >= depth + 4 && !FIELD_LINE.test(next) && next.length <= LONGEST_LINE;
  return isFolded ? ` ${next.trim()}` : "";
}
