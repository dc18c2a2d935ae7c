import { readFrontMatter } from "./front-matter.ts";
import { plainAsciidoc } from "./plain-inline.ts";
import { addHeading, addTitle, newScan, type OutlineScan } from "./scan.ts";

/** Of a line without blanks at its end. */
const HEADING = /^(={1,6}|#{1,6})[ \t]+(\S.*?)(?:(?<![ \t])[ \t]+\1)?$/;
/** Delimited blocks whose content is literal: listing, literal, comment, passthrough, fenced. */
const DELIMITER = /^(-{4,}|\.{4,}|\/{4,}|\+{4,}|`{3,})\w*\s*$/;
const UNDERLINE = /^(?:={4,}|-{4,}|~{4,}|\^{4,}|\+{4,})\s*$/;
const ID = /\[\[([^\][,]{1,200})(?:,[^\]]{0,200})?\]\]|\[(?:[\w-]{0,40}#|id=["']?)([\w:.-]{1,200})|anchor:([\w:.-]{1,200})\[/g;
const UNDERLINE_LEVELS = "=-~^+";

/**
 * Headings, titles and anchors of an AsciiDoc document (Asciidoctor's language documentation, "Sections"): `=` to `======`, the number
 * signs that it also reads, and titles with an underline of their own length, give or take two.
 */
export function scanAsciidoc(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  const start = readFrontMatter(lines, scan);
  let delimiter = "";
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const mark = DELIMITER.exec(line)?.[1];
    if (delimiter !== "") {
      if (mark === delimiter) delimiter = "";
    } else if (mark !== undefined) {
      delimiter = mark;
    } else if (scanLine(lines, at, scan)) {
      at++;
    }
  }
  return scan;
}

/** Takes one line; says whether its heading took the next line too. */
function scanLine(lines: readonly string[], at: number, scan: OutlineScan): boolean {
  const line = lines[at] ?? "";
  for (const match of line.includes("[") ? line.matchAll(ID) : []) scan.ids.add(match[1] ?? match[2] ?? match[3] ?? "");
  const attribute = /^:(?:doctitle|title):\s+(\S.*)$/.exec(line)?.[1];
  if (attribute !== undefined) addTitle(scan, { line: at + 1, quote: line, text: plainAsciidoc(attribute), source: "metadata" });
  const heading = HEADING.exec(line.trimEnd());
  if (heading) {
    addSection(scan, { line: at + 1, quote: line, text: plainAsciidoc(heading[2] ?? ""), level: heading[1]?.length ?? 1 });
    return false;
  }
  const underline = (lines[at + 1] ?? "").trimEnd();
  const isUnderlined = UNDERLINE.test(underline) && /^[\p{L}\p{N}]/u.test(line) && Math.abs(underline.length - line.trimEnd().length) <= 2;
  if (!isUnderlined || (at > 0 && /^[\p{L}\p{N}]/u.test(lines[at - 1] ?? ""))) return false;
  addSection(scan, { line: at + 1, quote: line, text: plainAsciidoc(line), level: UNDERLINE_LEVELS.indexOf(underline.charAt(0)) + 1 });
  return true;
}

/** Asciidoctor's own id has an underscore in front and between words. */
function addSection(scan: OutlineScan, heading: { line: number; quote: string; text: string; level: number }): void {
  addHeading(scan, heading);
  const words = heading.text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}_\-. ]/gu, "");
  scan.ids.add(`_${words.replace(/[-. _]+/g, "_").replace(/^_|_$/g, "")}`);
}
