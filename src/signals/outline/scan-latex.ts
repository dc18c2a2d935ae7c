import { plainLatex } from "./plain-inline.ts";
import { addHeading, addTitle, newScan, type OutlineScan } from "./scan.ts";

const SECTION_LEVELS: Readonly<Record<string, number>> = { part: 1, chapter: 1, section: 2, subsection: 3, subsubsection: 4, paragraph: 5 };
const COMMAND = /\\(title|part|chapter|section|subsection|subsubsection|paragraph)\*?[ \t]*(?:\[[^\][]*\][ \t]*)?\{/g;
const LABEL = /\\(?:label|hypertarget)\{([^{}]{1,200})\}/g;
const LITERAL = /^\s*\\begin\{(verbatim|lstlisting|minted|comment)\*?\}/;
/** Lines over which a braced argument may run. */
const MOST_ARGUMENT_LINES = 8;
/** Longest source of a braced argument, in characters: a title with its notes and macros. One that is not closed by then is no heading. */
const LONGEST_ARGUMENT = 2000;

/** Headings, titles and anchors of a LaTeX source: `\title`, the sectioning commands, labels. Comments and verbatim environments hold none. */
export function scanLatex(lines: readonly string[]): OutlineScan {
  const scan = newScan();
  let until = "";
  for (let at = 0; at < lines.length; at++) {
    const line = stripComment(lines[at] ?? "");
    if (until !== "") {
      if (line.includes(until)) until = "";
      continue;
    }
    const environment = LITERAL.exec(line)?.[1];
    if (environment !== undefined && !line.includes(`\\end{${environment}`)) until = `\\end{${environment}`;
    if (line.includes("\\")) scanLine(lines, at, scan);
  }
  return scan;
}

function scanLine(lines: readonly string[], at: number, scan: OutlineScan): void {
  const line = stripComment(lines[at] ?? "");
  for (const match of line.matchAll(LABEL)) scan.ids.add(match[1] ?? "");
  let below: string | null = null;
  for (const match of line.matchAll(COMMAND)) {
    below ??= linesBelow(lines, at);
    const start = match.index + match[0].length;
    const text = plainLatex(
      upToClosingBrace(`${line.slice(start, start + LONGEST_ARGUMENT)}${line.length - start < LONGEST_ARGUMENT ? below : ""}`),
    );
    const level = SECTION_LEVELS[match[1] ?? ""];
    if (level === undefined) addTitle(scan, { line: at + 1, quote: line, text, source: "metadata" });
    else addHeading(scan, { line: at + 1, quote: line, text, level });
  }
}

/** What an argument may run on into, as one line. */
function linesBelow(lines: readonly string[], at: number): string {
  const next = lines.slice(at + 1, at + MOST_ARGUMENT_LINES);
  return next
    .map((line) => ` ${stripComment(line.slice(0, LONGEST_ARGUMENT))}`)
    .join("")
    .slice(0, LONGEST_ARGUMENT);
}

/** The text up to the brace that closes the argument; all of it where none does. */
function upToClosingBrace(text: string): string {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return text.slice(0, at);
  }
  return text;
}

function stripComment(line: string): string {
  const at = line.search(/(?:^|[^\\])%/);
  return at < 0 ? line : line.slice(0, line[at] === "%" ? at : at + 1);
}
