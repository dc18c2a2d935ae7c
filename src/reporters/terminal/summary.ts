import type { EntryVerdict, Report, Skip } from "../../types.ts";
import { displayWidth, padToWidth } from "../../util/terminal-text.ts";
import { shown } from "./finding.ts";
import { hang } from "./frame.ts";
import type { Style } from "./style.ts";
import { counted, elapsed, grouped } from "./words.ts";

/** Reasons of skips that are named. */
const MOST_REASONS = 3;
/** Further indexes that are named. */
const MOST_INDEXES = 3;

const VERDICT_COLOURS = { right: "green", doubtful: "yellow", wrong: "red", missing: "red", unknown: "dim" } as const satisfies Record<
  EntryVerdict,
  keyof Style["colours"]
>;

/** What was checked, in one line where it fits. Gives lines. */
export function renderHeader(report: Report, style: Style): string[] {
  const { colours, glyphs, proseWidth } = style;
  const [main, ...others] = report.indexes;
  const parts = [
    `seedcheck ${report.tool.version}`,
    main ? shown(main.path) : "no index",
    ...(main ? [main.form] : []),
    counted(report.summary.entries, "entry", "entries"),
    counted(report.summary.documents, "document"),
    ...(report.root === "." ? [] : [`in ${shown(report.root)}`]),
  ];
  const further = others.slice(0, MOST_INDEXES).map(({ path }) => shown(path));
  const more = others.length > MOST_INDEXES ? `, ${grouped(others.length - MOST_INDEXES)} more` : "";
  return [
    ...joinedLines(parts, ` ${glyphs.dot} `, proseWidth).map((line, at) => (at === 0 ? colours.bold(line) : line)),
    ...(further.length === 0 ? [] : hang("with ", further.join(", ") + more, proseWidth).map(colours.dim)),
  ];
}

/** Parts with a sign between them; a new line begins with a part, never with the sign. */
function joinedLines(parts: readonly string[], sign: string, columns: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last + sign + part) <= columns) lines[lines.length - 1] = last + sign + part;
    else lines.push(lines.length === 0 ? part : `  ${part}`);
  }
  return lines;
}

/** The account of a set: its entries by verdict, what was skipped, how to read more. Gives lines. */
export function renderSummary(report: Report, style: Style): string[] {
  const { colours, proseWidth } = style;
  const rule = report.findings.find(({ waived }) => !waived)?.rule;
  const rows: (readonly [string, string[]])[] = [];
  if (report.entries.length > 0) rows.push(["entries", verdictCounts(report, style)]);
  if (report.skips.length > 0) rows.push(["skipped", hang("", skipReasons(report.skips), proseWidth - 10)]);
  const waived = report.findings.filter((finding) => finding.waived).length;
  if (waived > 0) rows.push(["waived", [counted(waived, "finding")]]);
  if (rule !== undefined) rows.push(["rules", hang("", `seedcheck explain ${shown(rule)}`, proseWidth - 10)]);
  return rows.flatMap(([label, lines]) =>
    lines.map((line, at) => (at === 0 ? `${colours.dim(padToWidth(label, 10))}${line}` : " ".repeat(10) + line)),
  );
}

function verdictCounts({ entries }: Report, { colours, proseWidth }: Style): string[] {
  const verdicts = Object.keys(VERDICT_COLOURS) as EntryVerdict[];
  const parts = verdicts.flatMap((verdict) => {
    const count = entries.filter((entry) => entry.verdict === verdict).length;
    return count === 0 ? [] : [{ text: `${grouped(count)} ${verdict}`, colour: colours[VERDICT_COLOURS[verdict]] }];
  });
  return partLines(parts, proseWidth - 10);
}

/** The commonest reasons with their counts. */
function skipReasons(skips: readonly Skip[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of skips) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].sort((a, b) => b[1] - a[1]);
  const named = reasons
    .slice(0, MOST_REASONS)
    .map(([reason, count]) => `${grouped(count)} ${count === 1 ? "check" : "checks"}: ${shown(reason)}`);
  const rest = reasons.slice(MOST_REASONS).reduce((sum, [, count]) => sum + count, 0);
  return [...named, ...(rest > 0 ? [`${grouped(rest)} for other reasons`] : [])].join("; ");
}

/** The verdict of one or several reports: one line, or where the page is narrow the counts first and the verdict on the last line. */
export function renderVerdict(reports: readonly Report[], style: Style): string[] {
  const { colours, width } = style;
  const sum = (pick: (summary: Report["summary"]) => number) => reports.reduce((total, report) => total + pick(report.summary), 0);
  const ready = reports.filter(({ verdict }) => verdict === "ready").length;
  const isReady = ready === reports.length;
  const badge = isReady ? "READY" : "NOT READY";
  const time = `in ${elapsed(sum(({ elapsedMs }) => elapsedMs))}`;
  const parts: Part[] = [
    ...(reports.length === 1 ? [] : [{ text: `${grouped(ready)} of ${grouped(reports.length)} sets ready`, colour: String }]),
    ...countOf(
      sum(({ errors }) => errors),
      "error",
      colours.red,
    ),
    ...countOf(
      sum(({ warnings }) => warnings),
      "warning",
      colours.yellow,
    ),
    ...countOf(
      sum(({ infos }) => infos),
      "info",
      colours.cyan,
    ),
    ...countOf(
      sum(({ skips }) => skips),
      "skip",
      colours.dim,
    ),
  ];
  const counts: Part[] = parts.length === 0 ? [{ text: "no findings", colour: String }] : parts;
  const verdict = (isReady ? colours.green : colours.red)(colours.bold(badge));
  const isOneLine = counts.reduce((columns, { text }) => columns + text.length + 2, badge.length + 1 + time.length) <= width;
  if (isOneLine) return [`${verdict}  ${partLines(counts, Number.POSITIVE_INFINITY).join("")} ${colours.dim(time)}`];
  return [...partLines(counts, width), `${verdict} ${colours.dim(time)}`];
}

/** A part of an enumeration, and its colour. */
interface Part {
  readonly text: string;
  readonly colour: (text: string) => string;
}

function countOf(count: number, word: string, colour: Part["colour"]): Part[] {
  return count === 0 ? [] : [{ text: counted(count, word), colour }];
}

/** Parts with commas between them, as many a line as fit into the columns. */
function partLines(parts: readonly Part[], columns: number): string[] {
  const lines: string[] = [];
  let width = 0;
  for (const [at, { text, colour }] of parts.entries()) {
    const part = colour(text) + (at < parts.length - 1 ? "," : "");
    const last = lines.at(-1);
    if (last === undefined || width + text.length + 2 > columns) {
      lines.push(part);
      width = text.length + 1;
    } else {
      lines[lines.length - 1] = `${last} ${part}`;
      width += text.length + 2;
    }
  }
  return lines;
}
