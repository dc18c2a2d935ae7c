/** The word sequences that the kind model weighs: single tokens, pairs, and whole short lines ("see also", "skip to content"). */
import { hashJoined } from "./kind-hash.ts";
import { LINE_END, LINE_START } from "./kind-tokens.ts";

/** Most tokens of a line that counts as a whole, its start and end included. */
export const LONGEST_GRAM = 6;

/** Calls `visit` with the hash of every sequence and the place and count of its tokens, in the order of the text. */
export function visitGrams(tokens: Int32Array, visit: (hash: number, place: number, length: number) => void): void {
  let lineHash = 0;
  let lineStart = -1;
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place] as number;
    if (token === LINE_START) {
      lineHash = token;
      lineStart = place;
      continue;
    }
    const previous = place === 0 ? LINE_START : (tokens[place - 1] as number);
    if (token !== LINE_END) visit(token, place, 1);
    visit(hashJoined(previous, token), place - 1, 2);
    if (lineStart < 0) continue;
    const length = place - lineStart + 1;
    if (length > LONGEST_GRAM) lineStart = -1;
    else {
      lineHash = hashJoined(lineHash, token);
      if (token === LINE_END && length > 2) visit(lineHash, lineStart, length);
    }
  }
}
