/** Double brackets of wikitext by where they open. */

export interface BracketPair {
  /** Where the closing brackets stand. */
  readonly end: number;
  /** Another pair stands in it. */
  readonly hasInner: boolean;
}

/** Which `[[` ends at which `]]`, innermost first, and whether another stands in it. Linear in the text. */
export function pairsOf(masked: string): ReadonlyMap<number, BracketPair> {
  const pairs = new Map<number, BracketPair>();
  const open: { from: number; hasInner: boolean }[] = [];
  const bracket = /\[\[|\]\]/g;
  for (let match = bracket.exec(masked); match; match = bracket.exec(masked)) {
    if (match[0] === "[[") open.push({ from: match.index, hasInner: false });
    else {
      const pair = open.pop();
      const outer = open.at(-1);
      if (pair) pairs.set(pair.from, { end: match.index, hasInner: pair.hasInner });
      if (outer && pair) outer.hasInner = true;
    }
  }
  return pairs;
}
