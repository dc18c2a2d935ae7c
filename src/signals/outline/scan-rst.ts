import { plainRst } from "./plain-inline.ts";
import { readPreamble } from "./preamble.ts";
import { addHeading, addTitle, newScan, type OutlineScan } from "./scan.ts";

/** A line of one punctuation mark, repeated: docutils' section adornment. */
const ADORNMENT = /^([!-/:-@[-`{-~])\1{1,}\s*$/;
const LABEL = /^\s*\.\. _(?:`([^`]{1,200})`|([^:`]{1,200}(?:\\:[^:]{0,100})?)):\s*/;
const NAME_OPTION = /^\s+:name:\s*(\S.{0,199})$/;
const TITLE_DIRECTIVE = /^\.\. title:: (.+)$/;
const INLINE_TARGET = /_`([^`]{1,200})`/g;

/**
 * Headings, titles and anchors of a reStructuredText document (docutils specification, "Sections"): a line underlined, or over- and
 * underlined, by punctuation; levels in the order in which the adornments first occur. An underline may be a little short, as docutils allows with a warning.
 */
export function scanRst(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  const levels: string[] = [];
  readPreamble(lines, 0, scan);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    collectTargets(line, at, scan);
    const mark = at + 1 < lines.length ? ADORNMENT.exec(lines[at + 1] ?? "")?.[1] : undefined;
    if (mark === undefined || !isTitle(lines, at)) continue;
    const isOverlined = at > 0 && ADORNMENT.exec(lines[at - 1] ?? "")?.[1] === mark && !isTitle(lines, at - 2);
    if (!isOverlined && (/^\s/.test(line) || !isParagraphStart(lines, at))) continue;
    const style = isOverlined ? mark + mark : mark;
    if (!levels.includes(style)) levels.push(style);
    addHeading(scan, { line: at + 1, quote: line, text: plainRst(line.trim()), level: levels.indexOf(style) + 1 });
    at++;
  }
  return scan;
}

/** Whether a line is words with a line of punctuation below that is long enough to be its underline. */
function isTitle(lines: readonly string[], at: number): boolean {
  const words = (lines[at] ?? "").trim();
  const underline = (lines[at + 1] ?? "").trimEnd();
  if (words === "" || ADORNMENT.test(words) || !ADORNMENT.test(underline) || words.startsWith(".. ")) return false;
  return underline.length >= Math.min(words.length, 4) && underline.length >= words.length * 0.75;
}

/** An underlined title stands after a blank line, a comment's or target's line, or at the start. */
function isParagraphStart(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1];
  return (
    before === undefined || before.trim() === "" || /^(?:\.\. |:[\w-]+:|#)/.test(before) || /^\s/.test(before) || ADORNMENT.test(before)
  );
}

function collectTargets(line: string, at: number, scan: OutlineScan): void {
  if (!line.includes("_") && !line.includes(":")) return;
  const label = LABEL.exec(line);
  const name = label?.[1] ?? label?.[2] ?? NAME_OPTION.exec(line)?.[1];
  if (name !== undefined) addId(scan, name);
  const title = TITLE_DIRECTIVE.exec(line)?.[1];
  if (title !== undefined) addTitle(scan, { line: at + 1, quote: line, text: title, source: "metadata" });
  if (line.includes("_`")) for (const match of line.matchAll(INLINE_TARGET)) addId(scan, match[1] ?? "");
}

/** Both as written and as docutils turns a name into an id. */
function addId(scan: OutlineScan, name: string): void {
  const id = name.replace(/\\/g, "").trim();
  scan.ids.add(id);
  scan.ids.add(
    id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, ""),
  );
}
