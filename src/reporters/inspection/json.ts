import { escapeJsonText } from "../../util/terminal-text.ts";
import type { Inspections } from "./inspection.ts";

/**
 * For programs: what was inspected, as `inspection.schema.json` describes it, with characters that would steer a terminal as JSON escapes. Numbers
 * have at most three decimals: more is noise of the models.
 */
export function renderInspectionsAsJson(inspections: Inspections): string {
  return `${escapeJsonText(JSON.stringify(inspections, rounded, 2))}\n`;
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1000) / 1000 : value;
}
