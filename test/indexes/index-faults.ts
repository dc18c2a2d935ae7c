import type { Mention, ParsedIndex, Place } from "../../src/types.ts";
import { sourceAt } from "./place-faults.ts";

/** The source at a mention's target. */
export function targetSource(text: string, mention: Mention | undefined): string | null {
  return mention ? sourceAt(text, mention.place) : null;
}

/** Targets of all listed mentions, in order. */
export function listedTargets(parsed: ParsedIndex): string[] {
  return parsed.mentions.filter(({ role }) => role === "listing").map(({ target }) => target);
}

/** Places of an index that are not inside its text, and targets outside their rows. */
export function indexFaults(text: string, parsed: ParsedIndex): string[] {
  const faults: string[] = [];
  const check = (place: Place, name: string): void => {
    if (sourceAt(text, place) === null) faults.push(`${name} outside the text: ${JSON.stringify(place)}`);
  };
  for (const mention of parsed.mentions) {
    check(mention.place, `target ${mention.target}`);
    check(mention.row, `row of ${mention.target}`);
    if (isBefore(mention.place, mention.row) || isBefore(mention.row.end, mention.place.end))
      faults.push(`target ${mention.target} outside its row`);
  }
  for (const problem of parsed.problems) check(problem.place, `problem ${problem.message}`);
  return faults;
}

function isBefore(a: { readonly line: number; readonly column: number }, b: { readonly line: number; readonly column: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** Every text with one change in the manner of an editor's slip: a piece cut out, doubled, or replaced by marks that mean something in data. */
export function mutate(text: string, change: { readonly at: number; readonly length: number; readonly insert: string }): string {
  const at = text.length === 0 ? 0 : change.at % (text.length + 1);
  return text.slice(0, at) + change.insert + text.slice(at + change.length);
}
