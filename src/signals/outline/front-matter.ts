import type { OutlineScan } from "./scan.ts";
import { addTitle } from "./scan.ts";

/** Front matter that is longer is none: a rule (`---`) opened the text. */
const MOST_LINES = 200;
const TITLE_KEY = /^["']?title["']?[ \t]*[:=][ \t]*(.*)$/i;
/** Names that site generators show in menus, also where they stand in a group of their own. */
const NAME_KEY =
  /^(?:["']?(?:sidebar_label|sidebar_title|linktitle|nav_title|short_title|subtitle|name)|[ \t]{1,8}title)["']?[ \t]*[:=][ \t]*(.*)$/i;
/** What may stand above front matter: blank lines, and a generator's comment in one line. */
const ABOVE = /^\s*(?:<!--(?:(?!-->).){0,300}-->\s*)?$/;

/**
 * Reads the front matter that opens a text (`---` YAML or `+++` TOML): adds its titles, and gives the number of lines it takes, 0 where
 * there is none. The value is read as a plain or quoted scalar, or as a block scalar's lines.
 */
export function readFrontMatter(lines: readonly string[], scan: OutlineScan): number {
  let start = 0;
  while (start < 3 && ABOVE.test(lines[start] ?? "-")) start++;
  const mark = lines[start]?.trimEnd();
  if (mark !== "---" && mark !== "+++") return 0;
  const last = Math.min(lines.length, start + MOST_LINES);
  let end = start + 1;
  while (end < last && lines[end]?.trimEnd() !== mark && lines[end]?.trimEnd() !== "...") end++;
  if (end === last || !lines.slice(start + 1, end).some((line) => /^["'\w-]+[ \t]*[:=]/.test(line))) return 0;
  for (let at = start + 1; at < end; at++) {
    const line = lines[at] ?? "";
    const title = TITLE_KEY.exec(line)?.[1];
    const name = NAME_KEY.exec(line)?.[1];
    if (title !== undefined) addTitle(scan, { line: at + 1, quote: line, text: scalarOf(title, lines, at), source: "front-matter" });
    else if (name !== undefined)
      addTitle(scan, { line: at + 1, quote: line, text: scalarOf(name, lines, at), source: "front-matter" }, true);
  }
  scan.frontMatterLines = end + 1;
  return end + 1;
}

/** A YAML or TOML scalar that starts in a line: quotes and comments removed, block and folded lines joined. */
export function scalarOf(value: string, lines: readonly string[], at: number): string {
  const first = value.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(first);
  if (quoted) return (quoted[1]?.replace(/\\(["\\])/g, "$1") ?? quoted[2]?.replace(/''/g, "'") ?? "").trim();
  const folded: string[] = [];
  for (let next = at + 1; next < lines.length && folded.length < 4 && /^[ \t]+\S/.test(lines[next] ?? ""); next++)
    folded.push((lines[next] ?? "").trim());
  if (/^[>|][-+\d]*$/.test(first)) return folded.join(" ");
  if (first === "" || folded.some((line) => /^[\w-]+:(?:\s|$)|^- /.test(line))) return stripComment(first);
  return stripComment([first, ...folded].join(" ")).replace(/^["']|["']$/g, "");
}

function stripComment(value: string): string {
  return value.replace(/(?:^|\s)#.*$/, "").trim();
}
