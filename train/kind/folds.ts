/** Folds for cross-validation that no source is split over. */
import type { Example } from "./examples.ts";

/** For each example its fold. Sources, largest first, go where fewest examples of their kinds stand; the same each time. */
export function foldsBySource(examples: readonly Example[], folds: number): number[] {
  const sources = new Map<string, Example[]>();
  for (const example of examples) sources.set(example.row.source, [...(sources.get(example.row.source) ?? []), example]);
  const filled = Array.from({ length: folds }, () => ({ total: 0, byKind: new Map<string, number>() }));
  const foldOf = new Map<string, number>();
  for (const [source, members] of [...sources].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))) {
    const costs = filled.map(({ total, byKind }) => {
      const same = members.reduce((sum, { row }) => sum + (byKind.get(row.kind) ?? 0), 0);
      return (same * 1000) / members.length + total;
    });
    const fold = costs.indexOf(Math.min(...costs));
    foldOf.set(source, fold);
    const target = filled[fold];
    if (!target) continue;
    target.total += members.length;
    for (const { row } of members) target.byKind.set(row.kind, (target.byKind.get(row.kind) ?? 0) + 1);
  }
  return examples.map(({ row }) => foldOf.get(row.source) ?? 0);
}
