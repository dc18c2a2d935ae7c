import type { ReportOptions } from "../../types.ts";
import { shown } from "../terminal/finding.ts";
import { hang, renderFrame } from "../terminal/frame.ts";
import { type Style, styleOf } from "../terminal/style.ts";
import { fileRows, identityRows, signalRows } from "./document-rows.ts";
import type { Inspection, Inspections } from "./inspection.ts";
import { partsOf } from "./parts.ts";
import { renderRows } from "./rows.ts";
import { setRows } from "./set-rows.ts";

/** For people: what each file is, in rows, and below them the lines that show it. Everything that comes from files is escaped. */
export function renderInspectionsForTerminal(
  { documents }: Inspections,
  options: Pick<ReportOptions, "width" | "isColour" | "isPlain">,
): string {
  const style = styleOf(options);
  return documents.map((inspection) => `${renderInspection(inspection, style).join("\n")}\n`).join("\n");
}

function renderInspection(inspection: Inspection, style: Style): string[] {
  const parts = partsOf(inspection);
  return [
    ...hang("", shown(inspection.path), style.width).map(style.colours.bold),
    "",
    ...renderRows(
      [...identityRows(inspection, style), ...setRows(inspection.set, style), ...fileRows(inspection), ...signalRows(inspection, style)],
      style,
    ),
    ...(parts.length === 0 ? [] : ["", ...renderFrame(parts, style, String)]),
  ];
}
