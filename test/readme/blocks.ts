/** The parts of README.md that are made from the code: each is written anew and compared, so that the README cannot drift. */
import { readFileSync } from "node:fs";
import { EXIT_CODES } from "../../src/errors.ts";
import { INDEX_FORMS } from "../../src/indexes/all.ts";
import { RULES } from "../../src/rules/all.ts";

const GROUPS = ["index", "paths", "files", "content", "identity", "sign-off"] as const;

/** What each exit status means to who calls the command. A status without words here fails the types. */
const EXIT_MEANINGS = {
  clean: "The check was made, and nothing was found at or over the failing severity (`--fail-on`, by default `error`).",
  findings: "The check was made, and something was found that counts.",
  failed: "The check could not be made: wrong usage, a path that is not there, a fault of the machine.",
  interrupted: "Ended by Ctrl-C.",
} as const satisfies Record<keyof typeof EXIT_CODES, string>;

/** A Markdown table of rows, its columns padded as Markdown formatters pad them. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.slice(1).map(line)].join("\n");
}

/** Every rule, by group, with its severity. */
export function rulesTable(): string {
  const rows = GROUPS.flatMap((group) =>
    RULES.filter((rule) => rule.group === group).map(({ id, severity, isPreview, summary }) => {
      return [group, `\`${id}\``, isPreview ? `${severity === "error" ? "warning" : severity}, preview` : severity, summary];
    }),
  );
  return table([["Group", "Rule", "Severity", "It says"], ...rows]);
}

/** Every index form with what it reads. */
export function formsTable(): string {
  return table([["Form", "What it reads"], ...INDEX_FORMS.map(({ form, summary }) => [`\`${form}\``, summary.replace(/\|/g, "\\|")])]);
}

/** Every exit status with its meaning. */
export function exitCodesTable(): string {
  const names = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[];
  return table([["Status", "Meaning"], ...names.map((name) => [String(EXIT_CODES[name]), EXIT_MEANINGS[name]])]);
}

/** The example of library use as a reader would write it: the package's name in place of the path of its source. */
export function libraryExample(): string {
  const code = readFileSync(new URL("example.ts", import.meta.url), "utf8");
  return fenced("ts", code.replace('"../../src/index.ts"', '"seedcheck"'));
}

/** A fenced code block. */
export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Names and contents of the marked blocks of a Markdown text. */
export function blocksOf(markdown: string): Map<string, string> {
  return new Map([...markdown.matchAll(BLOCK)].map(([, name = "", body = ""]) => [name, body.trim()]));
}

/** The text with the contents of its marked blocks replaced; a block without new contents stays. */
export function withBlocks(markdown: string, contents: ReadonlyMap<string, string>): string {
  return markdown.replace(BLOCK, (block, name: string) => {
    const content = contents.get(name);
    return content === undefined ? block : `<!-- block: ${name} -->\n\n${content}\n\n<!-- end -->`;
  });
}

const BLOCK = /<!-- block: ([a-z-]+) -->\n([\s\S]*?)<!-- end -->/g;
