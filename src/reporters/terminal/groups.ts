import type { Finding } from "../../types.ts";
import { cutToWidth, displayWidth, escapeForTerminal, padToWidth, takeColumns } from "../../util/terminal-text.ts";
import { wrapText } from "../../util/wrap-text.ts";
import { heading, locationOf, renderFinding, shown } from "./finding.ts";
import { labelled } from "./frame.ts";
import { type QuoteSource, suggestionOf } from "./quotes.ts";
import { type Style, severityColour } from "./style.ts";
import { counted, grouped, pathFromHere } from "./words.ts";

/** Findings of one rule and severity that are shown in full; more become a list. */
const MOST_IN_FULL = { error: 10, warning: 4, info: 0 } as const;
/** Findings that a list names, and how many more it names rather than say "and 2 more". */
const MOST_LISTED = 20;
const SLACK = 4;
/** Infos of one rule, and of all, that get a line. */
const MOST_INFOS_OF_RULE = 2;
const MOST_INFOS = 6;

const REST = "--format json has all";

/** All findings that are to be shown: errors and warnings by rule, then the infos in short. Gives blocks of lines. */
export function renderFindings(findings: readonly Finding[], source: QuoteSource, style: Style): string[][] {
  const serious = findings.filter(({ severity }) => severity !== "info");
  const infos = findings.filter(({ severity }) => severity === "info");
  const blocks = groupsOf(serious).flatMap((group) => renderGroup(group, source, style));
  return infos.length === 0 ? blocks : [...blocks, renderInfos(infos, source, style)];
}

/** Findings of one severity and rule, in the order in which the first of each stands. */
function groupsOf(findings: readonly Finding[]): Finding[][] {
  return groupBy(findings, ({ severity, rule }) => `${severity}\n${rule}`);
}

function groupBy(findings: readonly Finding[], keyOf: (finding: Finding) => string): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(keyOf(finding));
    if (group) group.push(finding);
    else groups.set(keyOf(finding), [finding]);
  }
  return [...groups.values()];
}

function renderGroup(group: readonly Finding[], source: QuoteSource, style: Style): string[][] {
  const [first] = group;
  if (!first) return [];
  if (group.length > MOST_IN_FULL[first.severity]) return [renderList(group, first, { source, style })];
  return group.map((finding, at) => renderFinding(finding, source, { style, before: group[at - 1] ?? null }));
}

interface Page {
  readonly source: QuoteSource;
  readonly style: Style;
}

/** Many findings of one rule: what they share once, then a line for each, under the file or the words that it shares with others. */
function renderList(group: readonly Finding[], first: Finding, { source, style }: Page): string[] {
  const isSame = (pick: (finding: Finding) => string) => group.every((finding) => pick(finding) === pick(first));
  const listed = group.length <= MOST_LISTED + SLACK ? group.length : MOST_LISTED;
  const lines = groupBy(group.slice(0, listed), subjectOf).flatMap((part) => renderPart(part, { source, style }));
  const more = group.length - listed;
  return [
    ...heading(first, counted(group.length, "finding"), style),
    ...(isSame(({ why }) => why) ? labelled("why", shown(first.why), style).map(style.colours.dim) : []),
    ...(isSame(({ help }) => help) ? labelled("help", shown(first.help), style) : []),
    ...lines,
    ...(more > 0 ? [style.colours.dim(`   and ${grouped(more)} more; ${REST}`)] : []),
  ];
}

/** What a message says of its own document, without the document's name: what several of them share. Null where it does not begin with it. */
function predicateOf({ message, path }: Finding): string | null {
  return message.startsWith(`${path} `) ? message.slice(path.length + 1) : null;
}

function subjectOf(finding: Finding): string {
  const predicate = predicateOf(finding);
  return predicate === null ? `path ${finding.path}` : `says ${predicate}`;
}

function renderPart(part: readonly Finding[], { source, style }: Page): string[] {
  const { colours, glyphs, width } = style;
  const [first] = part;
  if (!first) return [];
  const predicate = predicateOf(first);
  if (predicate === null) {
    const labels = part.map(({ line, column }) => `${line}:${column}`);
    const margin = Math.max(...labels.map(displayWidth));
    const title = `   ${colours.cyan(cutToWidth(shown(pathFromHere(source.report.root, first.path)), width - 3, glyphs.cut))}`;
    return [title, ...part.flatMap((finding, at) => renderItem(finding, padToWidth(labels[at] ?? "", margin), style))];
  }
  const title = `   ${cutToWidth(`${glyphs.cut} ${shown(predicate)}`, width - 3, glyphs.cut)}`;
  return [title, ...part.map((finding) => renderDocument(finding, { source, style }))];
}

/** A place in a file and what is wrong there; the suggestion beside it, or under it where it does not fit. */
function renderItem(finding: Finding, label: string, { colours, glyphs, width }: Style): string[] {
  const columns = width - displayWidth(label) - 7;
  const suggestion = suggestionOf(finding);
  const message = shown(finding.message);
  const asked = suggestion === null ? "" : cutToWidth(escapeForTerminal(`did you mean ${suggestion}?`), columns, glyphs.cut);
  const lead = `     ${colours.dim(label)}  `;
  if (asked === "") return [lead + cutMessage(message, columns, glyphs.cut)];
  if (displayWidth(message) + 1 + displayWidth(asked) <= columns) return [`${lead}${message} ${colours.red(asked)}`];
  return [lead + cutMessage(message, columns, glyphs.cut), " ".repeat(displayWidth(label) + 7) + colours.red(asked)];
}

/** A document, and beside it its own first words that the finding quotes. */
function renderDocument(finding: Finding, { source, style }: Page): string {
  const { colours, glyphs, width } = style;
  const path = cutToWidth(shown(pathFromHere(source.report.root, finding.path)), width - 5, glyphs.cut);
  const left = width - 5 - displayWidth(path) - 2;
  const said = finding.evidence.find((one) => one.path === finding.path)?.quote.replace(/^[#=\s]+/, "") ?? "";
  const words = said === "" || left < 8 ? "" : `  ${colours.dim(cutToWidth(shown(said), left, glyphs.cut))}`;
  return `     ${path}${words}`;
}

/** As many whole sentences of a message as fit, else as much of the first as does. */
function cutMessage(message: string, columns: number, mark: string): string {
  if (displayWidth(message) <= columns) return message;
  const end = takeColumns(message, columns).lastIndexOf(". ");
  return end > columns / 3 ? message.slice(0, end + 1) : cutToWidth(message, columns, mark);
}

/** A line or two an info, at most two infos of a rule. */
function renderInfos(infos: readonly Finding[], source: QuoteSource, style: Style): string[] {
  const chosen = groupsOf(infos)
    .flatMap((group) => group.slice(0, MOST_INFOS_OF_RULE))
    .slice(0, MOST_INFOS);
  const lines = chosen.flatMap((finding) => renderInfo(finding, source, style));
  const more = infos.length - chosen.length;
  return more > 0 ? [...lines, style.colours.dim(`and ${counted(more, "more info", "more infos")}; ${REST}`)] : lines;
}

function renderInfo(finding: Finding, source: QuoteSource, style: Style): string[] {
  const name = `info[${escapeForTerminal(finding.rule)}]:`;
  const message = finding.message.includes(finding.path)
    ? shown(finding.message)
    : `${locationOf(finding, source)}: ${shown(finding.message)}`;
  const [first = "", second, ...rest] = wrapText(`${name} ${message}`, style.width - 2);
  const title = severityColour("info", style)(first.slice(0, name.length)) + first.slice(name.length);
  if (second === undefined) return [title];
  return [title, `  ${rest.length === 0 ? second : cutToWidth(`${second} ${rest[0]}`, style.width - 2, style.glyphs.cut)}`];
}
