/** Facts in two columns: what they are called, and what they say. */
import { padToWidth } from "../../util/terminal-text.ts";
import { hang } from "../terminal/frame.ts";
import type { Style } from "../terminal/style.ts";

/** One fact. `text` is escaped. */
export interface Row {
  /** Empty for what goes on with the fact above. */
  readonly label: string;
  readonly text: string;
  readonly colour?: (text: string) => string;
}

/** Columns of the labels and the gap behind them. */
const LABEL_COLUMNS = 14;
const GAP = 2;

/** A row for a fact of any name: one that is longer than the column of labels stands before what is said. */
export function rowNamed(name: string, text: string): Row {
  return name.length + GAP <= LABEL_COLUMNS ? { label: name, text } : { label: "signal", text: `${name}: ${text}` };
}

/** Lines of the rows, wrapped. */
export function renderRows(rows: readonly Row[], { colours, proseWidth }: Style): string[] {
  return rows.flatMap(({ label, text, colour = String }) =>
    hang("", text, proseWidth - LABEL_COLUMNS).map(
      (line, at) => colours.dim(padToWidth(at === 0 ? label : "", LABEL_COLUMNS)) + colour(line),
    ),
  );
}
