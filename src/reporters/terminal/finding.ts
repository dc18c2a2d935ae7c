import type { Finding } from "../../types.ts";
import { escapeForTerminal } from "../../util/terminal-text.ts";
import { hang, labelled, renderFrame } from "./frame.ts";
import { type QuoteSource, quotesOf } from "./quotes.ts";
import { type Style, severityColour } from "./style.ts";
import { pathFromHere } from "./words.ts";

/** UTF-16 code units of a message that are shown: targets and titles come from the set and may be of any length. */
const MOST_SHOWN = 1000;
/** Under this confidence a finding says how sure it is. */
const SURE = 0.8;
const MOST_RELATED = 3;

/** A rule's or document's words, cut and escaped. */
export function shown(text: string): string {
  return escapeForTerminal(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}...` : text);
}

/** One finding in full: what is wrong, the lines that show it, why it matters and what to do, where `before` has not said so. Gives lines. */
export function renderFinding(
  finding: Finding,
  source: QuoteSource,
  { style, before }: { style: Style; before: Finding | null },
): string[] {
  const quotes = quotesOf(finding, source);
  const place = quotes.length > 0 || finding.message.includes(finding.path) ? [] : labelled("at", locationOf(finding, source), style);
  return [
    ...heading(finding, shown(finding.message), style),
    ...(quotes.length > 0 ? renderFrame(quotes, style, severityColour(finding.severity, style)) : []),
    ...place,
    ...(finding.why === before?.why ? [] : labelled("why", shown(finding.why), style).map(style.colours.dim)),
    ...(finding.help === before?.help ? [] : labelled("help", shown(finding.help), style)),
    ...relatedTo(finding, source).flatMap((text) => labelled("see", text, style)),
    ...(finding.confidence < SURE ? labelled("note", `${Math.round(finding.confidence * 100)} % sure`, style).map(style.colours.dim) : []),
  ];
}

/** `error[rule]: message`, wrapped, the severity in its colour. */
export function heading({ severity, rule }: Pick<Finding, "severity" | "rule">, message: string, style: Style): string[] {
  const { colours } = style;
  const name = `${severity}[${escapeForTerminal(rule)}]:`;
  const lines = hang("", `${name} ${message}`, style.proseWidth - 2);
  return lines.map((line, at) => {
    if (at > 0) return `  ${colours.bold(line)}`;
    const end = Math.min(name.length, line.length);
    return severityColour(severity, style)(colours.bold(line.slice(0, end))) + colours.bold(line.slice(end));
  });
}

/** `path:line:column` from the current directory, escaped; the path alone where the whole file is meant. */
export function locationOf({ path, line, column, entry }: Finding, { report }: QuoteSource): string {
  const isWhole = entry === null && line === 1 && column === 1;
  return shown(pathFromHere(report.root, path)) + (isWhole ? "" : `:${line}:${column}`);
}

/** Places that belong to it and that neither its words nor the report's head name. */
function relatedTo(finding: Finding, { report, indexLines }: QuoteSource): string[] {
  const said = `${finding.message} ${finding.help}`;
  const unsaid = finding.related.filter(({ path, line }) => !said.includes(path) && (line !== undefined || !indexLines.has(path)));
  const lines = unsaid.slice(0, MOST_RELATED).map(({ path, line, message }) => {
    const place = shown(pathFromHere(report.root, path)) + (line === undefined ? "" : `:${line}`);
    return `${place} (${shown(message)})`;
  });
  return unsaid.length > MOST_RELATED ? [...lines, `and ${unsaid.length - MOST_RELATED} more`] : lines;
}
