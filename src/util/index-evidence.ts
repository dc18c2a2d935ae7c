/** Quotes from the index, for the evidence of rules. */
import type { CheckedSet, Evidence, ResolvedMention, SeedIndex } from "../types.ts";
import { LineMap } from "./line-map.ts";
import { quoteOf } from "./quote.ts";

/** Line maps of indexes, made once an index; freed with it. */
const lineMaps = new WeakMap<SeedIndex, LineMap>();

/** The index's line as evidence: where the mention's target stands. */
export function mentionEvidence(mention: ResolvedMention, set: CheckedSet, note: string): Evidence {
  const index = set.indexes.find((candidate) => candidate.path === mention.indexPath);
  const line = mention.mention.place.line;
  if (!index) return { path: mention.indexPath, line, quote: mention.mention.rowText.slice(0, 200), note };
  const lines = lineMaps.get(index) ?? new LineMap(index.text);
  lineMaps.set(index, lines);
  return { path: index.path, ...quoteOf(line, lines.line(line).trim()), note };
}
