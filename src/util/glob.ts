/** Shell patterns, matched in time that grows with pattern × path and no faster, so that no pattern of an index can stall the check. */
import { lowerBound } from "./lower-bound.ts";

/** Longer than any pattern that a person writes into an index. */
const LONGEST_PATTERN = 1000;
/** `{a,b}{c,d}` is four patterns; an index that needs more lists something else. */
const MOST_CHOICES = 64;

type Token = { readonly type: "character"; readonly text: string } | { readonly type: "one" | "some" | "any" };

/**
 * Whether a path fits a pattern: `?` is one character and `*` any number of them within a segment, `**` any number across segments,
 * `**` and a slash also none at all, `{a,b}` is a choice. All other characters stand for themselves.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  if (pattern.length > LONGEST_PATTERN) return () => false;
  const choices = choicesOf(pattern)
    .map(tokensOf)
    .map((tokens) => ({ tokens, runs: runsOf(tokens) }));
  return (path) => choices.some(({ tokens, runs }) => holdsRuns(runs, path) && isMatch(tokens, path));
}

/** What every path that fits a pattern starts with. */
export function literalStart(pattern: string): string {
  const mark = pattern.search(/[*?{]/);
  return mark < 0 ? pattern : pattern.slice(0, mark);
}

/** Those of the paths, sorted by code unit, that start with a text. */
export function pathsFrom(start: string, paths: readonly string[]): readonly string[] {
  const from = lowerBound(paths.length, (at) => (paths[at] ?? "") < start);
  const length = lowerBound(paths.length - from, (at) => paths[from + at]?.startsWith(start) === true);
  return paths.slice(from, from + length);
}

/** The pattern without its innermost braces, once for each choice. */
function choicesOf(pattern: string): string[] {
  let patterns = [pattern];
  for (;;) {
    const next = patterns.flatMap((one) => {
      const braces = /\{([^{}]*)\}/.exec(one);
      if (!braces) return [one];
      const [whole, inner = ""] = braces;
      return inner.split(",").map((choice) => one.slice(0, braces.index) + choice + one.slice(braces.index + whole.length));
    });
    if (next.length === patterns.length && next.every((one, at) => one === patterns[at])) return patterns;
    if (next.length > MOST_CHOICES) return [];
    patterns = next;
  }
}

function tokensOf(pattern: string): Token[] {
  return (pattern.match(/\*\*+\/?|[\s\S]/gu) ?? []).map((text): Token => {
    if (text.startsWith("**")) return { type: "any" };
    if (text === "*") return { type: "some" };
    return text === "?" ? { type: "one" } : { type: "character", text };
  });
}

/** The runs of characters that stand for themselves, in their order. */
function runsOf(tokens: readonly Token[]): string[] {
  const runs = [""];
  for (const token of tokens) {
    if (token.type === "character") runs.push((runs.pop() ?? "") + token.text);
    else if (runs.at(-1) !== "") runs.push("");
  }
  return runs.filter((run) => run !== "");
}

/** Whether a path holds all runs one after the other, as every path that fits does: most paths are ruled out by that. */
function holdsRuns(runs: readonly string[], path: string): boolean {
  let at = 0;
  for (const run of runs) {
    const found = path.indexOf(run, at);
    if (found < 0) return false;
    at = found + run.length;
  }
  return true;
}

/** Walks the path once and keeps every place in the pattern at which the match may stand (Thompson 1968). */
function isMatch(tokens: readonly Token[], path: string): boolean {
  let places = withSkipped(new Set([0]), tokens);
  for (const character of path) {
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (token === undefined) continue;
      if (token.type === "any" || (token.type === "some" && character !== "/")) next.add(place);
      else if (token.type === "one" ? character !== "/" : token.type === "character" && token.text === character) next.add(place + 1);
    }
    if (next.size === 0) return false;
    places = withSkipped(next, tokens);
  }
  return places.has(tokens.length);
}

/** Stars may stand for nothing: the places behind them are open too. A set is walked to what is added on the way. */
function withSkipped(places: Set<number>, tokens: readonly Token[]): Set<number> {
  for (const place of places) {
    const type = tokens[place]?.type;
    if (type === "any" || type === "some") places.add(place + 1);
  }
  return places;
}
