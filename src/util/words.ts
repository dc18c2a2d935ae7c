/** Words of a text for comparing names, titles and slugs. */

/** Lower-case words of letters and digits, camelCase and letter-digit joints kept together; Unicode-normalised (NFKC). */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of a file's name without folder and extension; camelCase is split. */
export function wordsOfPath(path: string): string[] {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]{1,10}$/, "");
  return wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

/** Share of the smaller list's distinct words that the other holds too, 0 to 1; 0 where either is empty. */
export function overlapRatio(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a);
  const right = new Set(b);
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return common / Math.min(left.size, right.size);
}

/**
 * Damerau-Levenshtein distance (optimal string alignment), stopped at `limit + 1`.
 * Damerau 1964: four in five misspellings are one insertion, deletion, substitution or transposition.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      current.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}
