/** What the columns of a CSV file are: the header, where there is one, the columns of paths, the columns of claims. */
import { isUrl } from "../../util/path-shape.ts";
import { type ClaimColumn, claimOfHeader } from "./data-claims.ts";
import { isTargetShaped, splitTargets } from "./data-targets.ts";
import type { DelimitedRow } from "./delimited-text.ts";

/** The columns of a table. */
export interface Columns {
  /** Headings as written; empty strings where there is no header. */
  readonly names: readonly string[];
  readonly claims: readonly (ClaimColumn | null)[];
  /** Columns that list: headed as paths, else the one that is mostly paths, else the one of URLs. The surest first. */
  readonly paths: readonly { readonly column: number; readonly isHeaded: boolean }[];
  /** The column of the folder that a row's name stands in, or -1. */
  readonly folder: number;
  /** Rows without the header and the lines above it. */
  readonly rows: readonly DelimitedRow[];
}

const FOLDER_NAMES = /^(?:folder|directory|dir|base|subfolder|ordner|verzeichnis|dossier|carpeta|pasta|папка|目录|文件夹|フォルダ)$/i;
/** Rows that the share of paths is counted in. */
const SAMPLE_ROWS = 500;

/** Tells the columns of a table. A line above the header that has one cell only is a title, and is left out. */
export function columnsOf(all: readonly DelimitedRow[]): Columns {
  const width = commonWidth(all);
  const first = all.findIndex((row) => filledCells(row) > 1 || width === 1);
  const body = first < 0 ? all : all.slice(first);
  const header = body[0] && isHeader(body[0], body.slice(1)) ? body[0] : null;
  const rows = header ? body.slice(1) : body;
  const names = Array.from({ length: Math.max(width, header?.cells.length ?? 0) }, (_, column) => header?.cells[column]?.text.trim() ?? "");
  const claims = names.map((name) => (name === "" ? null : claimOfHeader(name)));
  const folder = names.findIndex((name) => FOLDER_NAMES.test(name));
  return { names, claims, paths: pathColumns(rows, claims), folder, rows };
}

function commonWidth(rows: readonly DelimitedRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows.slice(0, SAMPLE_ROWS)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function filledCells({ cells }: DelimitedRow): number {
  return cells.filter(({ text }) => text.trim() !== "").length;
}

/** A header has a known name and no path, or holds words where the rows below hold paths. */
function isHeader(row: DelimitedRow, below: readonly DelimitedRow[]): boolean {
  if (row.cells.some(({ text }) => isTargetShaped(text.trim()) || isUrl(text.trim()))) return false;
  if (row.cells.some(({ text }) => claimOfHeader(text) !== null)) return true;
  return row.cells.some((_, column) => shareOfPaths(below, column) >= 0.5);
}

function pathColumns(rows: readonly DelimitedRow[], claims: readonly (ClaimColumn | null)[]): Columns["paths"] {
  const shares = claims
    .map((_, column) => ({ column, share: shareOfPaths(rows, column) }))
    .sort((a, b) => b.share - a.share || a.column - b.column);
  const headed = shares.filter(({ column }) => claims[column] === "path");
  if (headed.length > 0) return headed.map(({ column }) => ({ column, isHeaded: true }));
  const mayBePath = ({ column }: { column: number }) => claims[column] !== "description" && claims[column] !== "ignore";
  const shaped = shares.filter(mayBePath).find(({ share }) => share >= 0.5);
  if (shaped) return [{ column: shaped.column, isHeaded: false }];
  const urls = claims.findIndex(
    (claim, column) => claim === "sourceUrl" && rows.slice(0, SAMPLE_ROWS).some((row) => isUrl(row.cells[column]?.text.trim() ?? "")),
  );
  return urls < 0 ? [] : [{ column: urls, isHeaded: true }];
}

/** Share of a column's filled cells that hold nothing but paths, 0 to 1. */
function shareOfPaths(rows: readonly DelimitedRow[], column: number): number {
  let filled = 0;
  let paths = 0;
  for (const row of rows.slice(0, SAMPLE_ROWS)) {
    const text = row.cells[column]?.text.trim() ?? "";
    if (text === "" || /^[-–—?]$/u.test(text)) continue;
    filled++;
    if (splitTargets(text).every((piece) => isTargetShaped(piece.text))) paths++;
  }
  return filled === 0 ? 0 : paths / filled;
}
