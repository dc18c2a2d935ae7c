import { plainAsciidoc } from "./plain-inline.ts";
import { addHeading, addTitle, newScan, type OutlineScan } from "./scan.ts";

/** Of a line without blanks at its end. */
const HEADING = /^(\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAIT)[ \t]+)?(?:\[#[A-Z]\][ \t]+)?(.*?)(?:(?<![ \t])[ \t]+:[\w@#%:]+:)?$/;
const TITLE = /^#\+title:[ \t]*(\S.*)$/i;
const ID = /^\s*:(?:CUSTOM_ID|ID):\s*(\S+)|<<([^<>]{1,200})>>/g;

/** Headings, titles and anchors of an Org document (Org manual, "Headlines", "Export Settings"). Blocks (`#+begin_`) hold none. */
export function scanOrg(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  let isBlock = false;
  lines.forEach((line, at) => {
    if (/^\s*#\+(?:begin|end)_/i.test(line)) isBlock = /#\+begin_/i.test(line);
    if (isBlock) return;
    for (const match of line.matchAll(ID)) scan.ids.add(match[1] ?? match[2] ?? "");
    const title = TITLE.exec(line)?.[1];
    if (title !== undefined) addTitle(scan, { line: at + 1, quote: line, text: title, source: "metadata" });
    const heading = line.startsWith("*") ? HEADING.exec(line.trimEnd()) : null;
    if (heading) addHeading(scan, { line: at + 1, quote: line, text: plainAsciidoc(heading[2] ?? ""), level: heading[1]?.length ?? 1 });
  });
  return scan;
}
