import type { IndexFormParser } from "../types.ts";
import { claimsOfFields } from "./shared/data-fields.ts";
import { MentionCollector } from "./shared/data-mentions.ts";
import { splitTargets } from "./shared/data-targets.ts";
import { type Columns, columnsOf } from "./shared/delimited-columns.ts";
import { type DelimitedCell, type DelimitedRow, readDelimited, sniffDelimiter } from "./shared/delimited-text.ts";

/** CSV and TSV: the header decides which column lists and what the others claim; without one, the column that is mostly paths lists. */
export const delimited: IndexFormParser = {
  form: "delimited",
  summary: "CSV, TSV: a row for each document",
  isForm: (path) => /\.(?:csv|tsv|tab|psv)$/i.test(path),
  parse: async (text, path) => {
    const { rows, problems } = readDelimited(text, sniffDelimiter(text, path));
    const collector = new MentionCollector(text);
    collector.addProblems(problems);
    const columns = columnsOf(rows);
    for (const row of columns.rows) addRow(row, columns, collector);
    return collector.parsed();
  },
};

function addRow(row: DelimitedRow, columns: Columns, collector: MentionCollector): void {
  const targets = targetsOf(row, columns);
  const isTargetColumn = (column: number) => targets.some((target) => target.column === column);
  const fields = columns.names.flatMap((name, column) =>
    name === "" || isTargetColumn(column) ? [] : [{ name, text: row.cells[column]?.text ?? "" }],
  );
  const folder = row.cells[columns.folder]?.text.trim() ?? "";
  const common = {
    row: { from: row.from, to: row.to },
    claims: claimsOfFields(fields),
    rowText: row.cells.map(({ text }) => text.trim()).join(" | "),
    ...(folder === "" ? {} : { bases: [folder] }),
  };
  for (const { column, isHeaded, ...target } of targets) {
    const notation = isHeaded && folder === "" ? "link" : "path";
    collector.add({ ...common, ...target, notation, listing: `column-${column + 1}` });
  }
  const named = targets.length === 0 ? titleCell(row, columns) : null;
  if (named) collector.add({ ...common, target: named.text.trim(), from: named.from, to: named.to, notation: "title", listing: "titles" });
}

interface CellTarget {
  readonly target: string;
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly isHeaded: boolean;
}

/** Targets of a row's path columns. A further column that repeats the first one's file name (`path`, `filename`) lists nothing more. */
function targetsOf(row: DelimitedRow, { paths }: Columns): CellTarget[] {
  const targets = paths.flatMap(({ column, isHeaded }): CellTarget[] => {
    const cell = row.cells[column];
    if (!cell || /^\s*(?:[-–—?]|n\/a|none|tbd)?\s*$/iu.test(cell.text)) return [];
    return splitTargets(cell.text).map((piece) => ({ target: piece.text, ...offsetsOf(piece, cell), column, isHeaded }));
  });
  const first = targets[0];
  return targets.filter((target) => target.column === first?.column || !first?.target.endsWith(`/${target.target}`));
}

/** A piece's own offsets; the whole cell's where a doubled quote makes the value shorter than the source. */
function offsetsOf(piece: { readonly from: number; readonly to: number }, cell: DelimitedCell): { from: number; to: number } {
  const isVerbatim = cell.to - cell.from === cell.text.length;
  return isVerbatim ? { from: cell.from + piece.from, to: cell.from + piece.to } : { from: cell.from, to: cell.to };
}

/** The cell that names a row's document where no column holds its path: its title, else its identifier, else its number. */
function titleCell(row: DelimitedRow, { claims }: Columns): DelimitedCell | null {
  for (const name of ["title", "identifier", "number"]) {
    const cell = row.cells[claims.indexOf(name as "title")];
    if (cell && cell.text.trim() !== "") return cell;
  }
  return null;
}
