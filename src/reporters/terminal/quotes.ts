import type { Evidence, Finding, Position, Report } from "../../types.ts";
import { displayWidth, escapeForTerminal } from "../../util/terminal-text.ts";
import type { FrameLine, FramePart } from "./frame.ts";
import { pathFromHere } from "./words.ts";

/** What quotes are made from: the report and the indexes' lines. */
export interface QuoteSource {
  readonly report: Report;
  readonly indexLines: ReadonlyMap<string, readonly string[]>;
}

/** A point in an index that a finding is about, and how long its words are there. */
interface IndexPlace extends Position {
  readonly path: string;
  /** UTF-16 code units. */
  readonly length: number;
}

/** UTF-16 code units of an index line that are looked at before and behind the mark: a page has 200 columns. */
const MOST_BEFORE = 400;
const MOST_BEHIND = 1200;

/** The quotes of a finding by file: first the index line that it is about, then its evidence in order. */
export function quotesOf(finding: Finding, source: QuoteSource): FramePart[] {
  const place = indexPlaceOf(finding, source);
  const parts = new Map<string, FrameLine[]>();
  if (place) parts.set(place.path, [markedLine(finding, place, source)]);
  for (const evidence of finding.evidence) {
    if (place && evidence.path === place.path && evidence.line === place.line) continue;
    const lines = parts.get(evidence.path) ?? [];
    parts.set(evidence.path, [...lines, quotedLine(evidence)]);
  }
  return [...parts].map(([path, lines]) => {
    const position = place && path === place.path ? `:${place.line}:${place.column}` : firstLine(lines);
    return { location: escapeForTerminal(pathFromHere(source.report.root, path)) + position, lines: withoutEchoes(sorted(lines)) };
  });
}

/** What stands in a fix's place: the words that it puts there, for "did you mean". Null where it does more than that. */
export function suggestionOf(finding: Finding): string | null {
  const [edit, ...others] = finding.fix?.edits ?? [];
  return edit && others.length === 0 && edit.replacement !== "" && !edit.replacement.includes("\n") ? edit.replacement : null;
}

/** The finding's own place where that is in an index, else its entry's. */
function indexPlaceOf(finding: Finding, { report, indexLines }: QuoteSource): IndexPlace | null {
  const { entry } = finding;
  const own = indexLines.get(finding.path);
  if (own && (entry === null || entry.path === finding.path)) {
    const isWhole = entry === null && finding.line === 1 && finding.column === 1;
    return isWhole ? null : placeAt(finding, own, { path: finding.path, target: entry?.target, edit: finding.fix?.edits[0] });
  }
  const lines = entry ? indexLines.get(entry.path) : undefined;
  if (!entry || !lines) return null;
  const listed = report.entries.find((one) => one.index === entry.path && one.line === entry.line && one.column === entry.column);
  return placeAt(entry, lines, { path: entry.path, target: entry.target, end: listed?.end });
}

interface Extent {
  readonly path: string;
  readonly target?: string | undefined;
  readonly edit?: { readonly path: string; readonly place: Position & { readonly end: Position } } | undefined;
  readonly end?: Position | undefined;
}

/** How far the words at a place reach: to a known end, over the target as it stands there, or up to the next blank or closing sign. */
function placeAt({ line, column }: Position, lines: readonly string[], extent: Extent): IndexPlace {
  const rest = (lines[line - 1] ?? "").slice(column - 1, column - 1 + MOST_BEHIND);
  const { edit, target, path } = extent;
  const isEdited = edit?.path === path && edit.place.line === line && edit.place.column === column;
  const end = isEdited ? edit.place.end : extent.end;
  if (end && end.line === line && end.column > column) return { path, line, column, length: end.column - column };
  if (target !== undefined && target !== "" && rest.startsWith(target)) return { path, line, column, length: target.length };
  return { path, line, column, length: /^[^\s)>\]`"'|,]+/.exec(rest)?.[0].length ?? 1 };
}

function markedLine(finding: Finding, place: IndexPlace, { indexLines }: QuoteSource): FrameLine {
  const raw = indexLines.get(place.path)?.[place.line - 1] ?? "";
  const from = Math.max(0, place.column - 1 - MOST_BEFORE);
  const lead = raw.slice(from, place.column - 1);
  const before = escapeForTerminal(from === 0 ? lead.trimStart() : lead);
  const words = escapeForTerminal(raw.slice(place.column - 1, place.column - 1 + place.length));
  const behind = escapeForTerminal(raw.slice(place.column - 1 + place.length, place.column - 1 + place.length + MOST_BEHIND).trimEnd());
  const notes = finding.evidence.filter((evidence) => evidence.path === place.path && evidence.line === place.line).map(({ note }) => note);
  const suggestion = suggestionOf(finding);
  const said = [...new Set(notes)].join(", ");
  const asked = suggestion === null ? "" : `did you mean ${suggestion}?`;
  return {
    label: String(place.line),
    text: before + words + behind,
    mark: { offset: displayWidth(before), width: displayWidth(words) },
    note: escapeForTerminal([said, asked].filter((part) => part !== "").join(": ")),
  };
}

function quotedLine(evidence: Evidence): FrameLine {
  return { label: placeLabel(evidence), text: escapeForTerminal(evidence.quote.trim()), note: escapeForTerminal(evidence.note) };
}

/** Where a quote stands: its line, else its page, slide, cell of a sheet, or message. */
function placeLabel({ line, page, slide, sheet, cell, message }: Evidence): string {
  if (line !== undefined) return String(line);
  if (page !== undefined) return `p. ${page}`;
  if (slide !== undefined) return `slide ${slide}`;
  if (sheet !== undefined) return escapeForTerminal(cell === undefined ? sheet : `${sheet}!${cell}`);
  return message === undefined ? "" : `mail ${message}`;
}

function firstLine(lines: readonly FrameLine[]): string {
  const label = lines[0]?.label ?? "";
  return /^\d+$/.test(label) ? `:${label}` : "";
}

/** In the order of the file, where every line has a number. */
function sorted(lines: readonly FrameLine[]): readonly FrameLine[] {
  return lines.every(({ label }) => /^\d+$/.test(label)) ? lines.toSorted((a, b) => Number(a.label) - Number(b.label)) : lines;
}

/** A note that the next line repeats is said once, at the last of them. */
function withoutEchoes(lines: readonly FrameLine[]): FrameLine[] {
  return lines.map((line, at) => (line.mark === undefined && lines[at + 1]?.note === line.note ? { ...line, note: "" } : line));
}
