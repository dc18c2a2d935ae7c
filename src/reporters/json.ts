import type { Reporter } from "../types.ts";
import { escapeJsonText } from "../util/terminal-text.ts";

/**
 * For programs: the report as `report.schema.json` describes it, two blanks an indent. Characters that would steer a terminal stand as JSON
 * escapes, so that what is read back is the same and what is shown is safe.
 */
export const json: Reporter = {
  format: "json",
  summary: "for programs, as report.schema.json in the package describes it",
  render: (report) => jsonOf(report),
  renderSeveral: (reports) => jsonOf({ schemaVersion: 1, reports: reports.map(({ report }) => report) }),
};

function jsonOf(value: unknown): string {
  return `${escapeJsonText(JSON.stringify(value, null, 2))}\n`;
}
