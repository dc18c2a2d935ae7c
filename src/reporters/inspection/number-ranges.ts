import { grouped } from "../terminal/words.ts";

/** Ranges that are named. */
const MOST_RANGES = 8;

/** Line numbers in few characters: `1, 3-5, 9`; the rest is counted. Equal ones are said once. */
export function numberRanges(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last.last + 1) last.last = number;
    else ranges.push({ first: number, last: number });
  }
  const shown = ranges.slice(0, MOST_RANGES);
  const more = ranges.slice(MOST_RANGES).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const named = shown.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
  return more === 0 ? named : `${named} and ${grouped(more)} more`;
}
