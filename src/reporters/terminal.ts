import type { Report, Reporter, ReportOptions } from "../types.ts";
import { renderFindings } from "./terminal/groups.ts";
import { styleOf } from "./terminal/style.ts";
import { renderHeader, renderSummary, renderVerdict } from "./terminal/summary.ts";

/**
 * For people: every finding with the lines that show it, worst first, and the verdict as the last line. Everything that comes from the set is
 * escaped, so that it can steer no terminal.
 */
export const terminal: Reporter = {
  format: "terminal",
  summary: "for people, as wide as the terminal",
  render: (report, options) => renderReport(report, options, !options.quiet),
  renderSeveral(reports) {
    const [first] = reports;
    if (!first) return "";
    const all = renderVerdict(
      reports.map(({ report }) => report),
      styleOf(first.options),
    ).join("\n");
    return [...reports.map(({ report, options }) => renderReport(report, options, true)), `${all}\n`].join("\n");
  },
};

/** `quiet` leaves out what is no error, and the account of entries. */
function renderReport(report: Report, options: ReportOptions, hasHeader: boolean): string {
  const style = styleOf(options);
  const source = { report, indexLines: options.indexLines };
  const findings = report.findings.filter(({ waived, severity }) => !waived && (!options.quiet || severity === "error"));
  const blocks = [
    ...(hasHeader ? [renderHeader(report, style)] : []),
    ...renderFindings(findings, source, style),
    [...(options.quiet ? [] : renderSummary(report, style)), ...renderVerdict([report], style)],
  ];
  return blocks.map((lines) => `${lines.join("\n")}\n`).join("\n");
}
