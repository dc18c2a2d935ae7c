/** Runs of backticks, so that the end of a code span is found without searching the text again for each (CommonMark 0.31 section 6.1). */
export class Backticks {
  readonly #text: string;
  /** Offsets of runs by length, last first; those that were passed are dropped when met. Made when the first one is asked for. */
  #runs: ReadonlyMap<number, number[]> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the next run of a length at or behind an offset, null where none comes. Offsets asked for must not fall. */
  next(length: number, from: number): number | null {
    this.#runs ??= runsByLength(this.#text);
    const offsets = this.#runs.get(length) ?? [];
    while ((offsets.at(-1) ?? from) < from) offsets.pop();
    return offsets.at(-1) ?? null;
  }
}

function runsByLength(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of [...text.matchAll(/`+/g)].reverse()) {
    const offsets = runs.get(match[0].length);
    if (offsets) offsets.push(match.index);
    else runs.set(match[0].length, [match.index]);
  }
  return runs;
}
