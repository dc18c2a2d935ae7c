import { plainMediawiki } from "./plain-inline.ts";
import { readPreamble } from "./preamble.ts";
import { addHeading, addTitle, newScan, type OutlineScan } from "./scan.ts";

const HEADING = /^(={1,6})([^=].*?)\1[ \t]*(?:<!--.*)?$/;
/** Tags whose content is shown as it is. */
const LITERAL = /<(pre|nowiki|source|syntaxhighlight)(?=[\s>])/i;
const ANCHOR_TEMPLATE = /\{\{(?:anchor|visible anchor|shortcut)\|([^{}]{1,300})\}\}/gi;
const ID = /(?<![\w-])id\s?=\s?["']([^"']{1,200})["']/gi;
const DISPLAY_TITLE = /\{\{DISPLAYTITLE:([^{}]{1,300})\}\}/i;

/** Headings, titles and anchors of a MediaWiki page (MediaWiki help, "Formatting"); the fields of a `<pre>` preamble give the title. */
export function scanMediawiki(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  readPreamble(lines, 0, scan);
  let until = "";
  lines.forEach((line, at) => {
    if (until !== "") {
      if (line.toLowerCase().includes(until)) until = "";
      return;
    }
    scanLine(line, at, scan);
    const tag = line.includes("<!--") && !line.includes("-->") ? "-->" : LITERAL.exec(line)?.[1]?.toLowerCase();
    if (tag === "-->") until = tag;
    else if (tag !== undefined && !line.toLowerCase().includes(`</${tag}`) && !line.includes("/>")) until = `</${tag}`;
  });
  return scan;
}

function scanLine(line: string, at: number, scan: OutlineScan): void {
  if (line.includes("{{")) {
    for (const match of line.matchAll(ANCHOR_TEMPLATE))
      for (const id of (match[1] ?? "").split("|")) scan.ids.add(id.trim().replace(/ /g, "_"));
    const title = DISPLAY_TITLE.exec(line)?.[1];
    if (title !== undefined) addTitle(scan, { line: at + 1, quote: line, text: plainMediawiki(title), source: "metadata" });
  }
  if (line.includes("id")) for (const match of line.matchAll(ID)) scan.ids.add(match[1] ?? "");
  const heading = line.startsWith("=") ? HEADING.exec(line) : null;
  if (!heading) return;
  const text = plainMediawiki(heading[2] ?? "");
  addHeading(scan, { line: at + 1, quote: line, text, level: heading[1]?.length ?? 1 });
  scan.ids.add(text.replace(/\s+/g, "_"));
}
