import type { CheckedSet, Entry } from "../types.ts";

/** Entries by document path, made once a set; freed with it. */
const entriesByPath = new WeakMap<CheckedSet, ReadonlyMap<string, readonly Entry[]>>();

/** The entries that lead to a document, in the order of the indexes; empty for an unlisted one. */
export function entriesLeadingTo(path: string, set: CheckedSet): readonly Entry[] {
  const known = entriesByPath.get(set) ?? groupByPath(set.entries);
  entriesByPath.set(set, known);
  return known.get(path) ?? [];
}

function groupByPath(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.path === null) continue;
    const group = groups.get(entry.path);
    if (group) group.push(entry);
    else groups.set(entry.path, [entry]);
  }
  return groups;
}
