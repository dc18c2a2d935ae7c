import picocolors from "picocolors";
import type { ReportOptions, Severity } from "../../types.ts";

/** Narrowest and widest page that is laid out; prose stops sooner, because long lines are hard to read. */
const NARROWEST = 40;
const WIDEST = 200;
const WIDEST_PROSE = 100;

/** Signs that are drawn around text. */
interface Glyphs {
  readonly open: string;
  readonly side: string;
  readonly tee: string;
  readonly close: string;
  readonly cut: string;
  readonly from: string;
  readonly up: string;
  readonly dot: string;
}

const DRAWN: Glyphs = { open: "╭─", side: "│", tee: "├─", close: "╰─", cut: "…", from: "←", up: "↑", dot: "·" };
const PLAIN: Glyphs = { open: ",-", side: "|", tee: "|-", close: "`-", cut: "...", from: "<-", up: "^", dot: "|" };

/** How a report is drawn: its colours (which change nothing where colour is off), signs and columns. */
export interface Style {
  readonly colours: ReturnType<typeof picocolors.createColors>;
  readonly glyphs: Glyphs;
  /** Columns of the page, and of prose in it. */
  readonly width: number;
  readonly proseWidth: number;
}

/** The style that a terminal can show. */
export function styleOf(options: Pick<ReportOptions, "width" | "isColour" | "isPlain">): Style {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width) || NARROWEST));
  return {
    colours: picocolors.createColors(options.isColour),
    glyphs: options.isPlain ? PLAIN : DRAWN,
    width,
    proseWidth: Math.min(width, WIDEST_PROSE),
  };
}

/** Colours a text by a severity. */
export function severityColour(severity: Severity, { colours }: Style): (text: string) => string {
  switch (severity) {
    case "error":
      return colours.red;
    case "warning":
      return colours.yellow;
    case "info":
      return colours.cyan;
  }
}
