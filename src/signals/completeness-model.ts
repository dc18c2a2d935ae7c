/**
 * How much each ending and each broken promise speaks for a text that was cut, as natural log-odds (likelihood ratios of cut and whole texts).
 *
 * Source: the endings of 2,147 whole documents of 50 real sets and of the same documents cut at a random character between 25 and 65 %, 2026-11.
 * `cut`: no line break ends the file. `line`: one does, and of the cut files six in ten were cut back to a line's end, and to four a line break was
 * added (an assumption). Where no whole document has an ending, half a document is taken.
 */
import type { EndingSort } from "./completeness-ending.ts";

/** Log-odds of an ending where the last line ends (`line`) and where it does not (`cut`). */
export const ENDING_LOG_ODDS = {
  "open-front-matter": { line: 4, cut: 4 },
  "open-comment": { line: 4, cut: 4 },
  "open-fence": { line: 4.6, cut: 4.8 },
  "cut-row": { line: 4.5, cut: 4.8 },
  "open-markup": { line: 3.6, cut: 4.5 },
  "cut-word": { line: 4.5, cut: 5.5 },
  "likely-word": { line: 2.5, cut: 3 },
  "dangling-word": { line: 3.7, cut: 3.9 },
  "open-sentence": { line: 2, cut: 2.4 },
  "odd-word": { line: 1.1, cut: 1.9 },
  "bare-heading": { line: 2.1, cut: 1 },
  "open-label": { line: 0.4, cut: 0.3 },
  "open-item": { line: -0.5, cut: -1.3 },
  complete: { line: -1.3, cut: -4 },
} satisfies Readonly<Record<EndingSort, { readonly line: number; readonly cut: number }>>;

/** Log-odds of data or markup that is left open: none of 58 whole files has it, every cut one has. */
export const OPEN_STRUCTURE_LOG_ODDS = 8;

/** Log-odds of broken promises: of 177 and 0 cut and 1 and 0 whole documents with missing sections, with one and with more missing, and so on. */
export const PROMISE_LOG_ODDS = {
  "one-section": 4.5,
  "more-sections": 7.5,
  references: 2.1,
  pages: 6,
} as const;
