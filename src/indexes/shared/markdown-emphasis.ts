/** Runs of `*`, `_` and `~`: which of them style the text between them (CommonMark 0.31 section 6.2; GFM 6.5 strikethrough). */
import type { Range } from "./markdown-links.ts";

/** A run of one delimiter character. The counts say how many of its characters are markup, and what they open and close. */
export interface RunToken extends Range {
  readonly type: "run";
  readonly character: "*" | "_" | "~";
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Characters used up as closing marks (from its start) and as opening marks (from its end). */
  closed: number;
  opened: number;
  /** Number of strong or struck ranges that it closes and opens. */
  strongClosed: number;
  strongOpened: number;
  struckClosed: number;
  struckOpened: number;
}

const BLANK = /^\s*$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/** The run that stands at an offset, with its flanks. */
export function readRun(text: string, from: number): RunToken {
  const character = text[from] === "_" ? "_" : text[from] === "~" ? "~" : "*";
  let to = from + 1;
  while (text[to] === character) to++;
  const before = characterBefore(text, from);
  const after = String.fromCodePoint(text.codePointAt(to) ?? 32);
  const isLeft = !BLANK.test(after) && (!PUNCTUATION.test(after) || BLANK.test(before) || PUNCTUATION.test(before));
  const isRight = !BLANK.test(before) && (!PUNCTUATION.test(before) || BLANK.test(after) || PUNCTUATION.test(after));
  const isWord = character === "_";
  const isUsable = character !== "~" || to - from <= 2;
  return {
    ...{ type: "run", character, from, to },
    canOpen: isUsable && isLeft && (!isWord || !isRight || PUNCTUATION.test(before)),
    canClose: isUsable && isRight && (!isWord || !isLeft || PUNCTUATION.test(after)),
    ...{ closed: 0, opened: 0, strongClosed: 0, strongOpened: 0, struckClosed: 0, struckOpened: 0 },
  };
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return text.slice(Math.max(0, at - (isLowSurrogate ? 2 : 1)), at);
}

/** Pairs the runs from an index on. Linear: a failed search is remembered by the kind of closer, as the specification's `openers_bottom`. */
export function pairRuns(runs: readonly RunToken[], start: number): void {
  const openers: RunToken[] = [];
  const bottoms = new Map<string, number>();
  for (let index = start; index < runs.length; index++) {
    const run = runs[index];
    if (!run) continue;
    if (run.canClose) closeRun(run, openers, bottoms);
    if (run.canOpen && left(run) > 0) openers.push(run);
  }
}

/** Characters of a run that are not used up. */
function left(run: RunToken): number {
  return run.to - run.from - run.closed - run.opened;
}

function closeRun(run: RunToken, openers: RunToken[], bottoms: Map<string, number>): void {
  const key = `${run.character}${run.canOpen}${run.character === "~" ? run.to - run.from : (run.to - run.from) % 3}`;
  while (left(run) > 0) {
    const bottom = bottoms.get(key) ?? 0;
    let at = openers.length - 1;
    while (at >= bottom && !isPair(openers[at], run)) at--;
    const opener = openers[at];
    if (at < bottom || !opener) {
      bottoms.set(key, openers.length);
      return;
    }
    join(opener, run);
    openers.length = left(opener) > 0 ? at + 1 : at;
    for (const [kind, height] of bottoms) if (height > openers.length) bottoms.set(kind, openers.length);
  }
}

function isPair(opener: RunToken | undefined, closer: RunToken): boolean {
  if (opener?.character !== closer.character) return false;
  const open = opener.to - opener.from;
  const close = closer.to - closer.from;
  if (closer.character === "~") return open === close;
  return !(opener.canClose || closer.canOpen) || (open + close) % 3 !== 0 || (open % 3 === 0 && close % 3 === 0);
}

function join(opener: RunToken, closer: RunToken): void {
  const isStruck = closer.character === "~";
  const size = isStruck ? closer.to - closer.from : Math.min(2, left(opener), left(closer));
  opener.opened += size;
  closer.closed += size;
  opener.struckOpened += isStruck ? 1 : 0;
  closer.struckClosed += isStruck ? 1 : 0;
  opener.strongOpened += !isStruck && size === 2 ? 1 : 0;
  closer.strongClosed += !isStruck && size === 2 ? 1 : 0;
}
