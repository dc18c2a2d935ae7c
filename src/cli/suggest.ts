import { editDistance } from "../util/words.ts";

/** "Did you mean check?" for the known word nearest to one that was written, or null where none is near: at most a third of it wrong, or its beginning. */
export function didYouMean(written: string, known: readonly string[]): string | null {
  const word = written.toLowerCase();
  const limit = Math.max(1, Math.floor(word.replace(/^-+/, "").length / 3));
  const near = known
    .map((name) => ({ name, distance: editDistance(word, name.toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0]?.name;
  const begun = word.replace(/^-+/, "").length >= 3 ? known.filter((name) => name.toLowerCase().startsWith(word)) : [];
  const best = near ?? (begun.length === 1 ? begun[0] : undefined);
  return best === undefined ? null : `Did you mean ${best}?`;
}
