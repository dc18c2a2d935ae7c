/** Patterns of .gitignore, compiled so that no pattern of a stranger's file can stall the check. */
import ignore, { type Ignore } from "ignore";

/** Patterns that people write are far shorter (the longest of GitHub's own templates has 60 characters). */
const LONGEST_PATTERN = 400;
/** `**` in the middle of a pattern costs one try a folder, and a second one multiplies them: with more the time has no bound. */
const MOST_GLOBSTARS = 2;

/** Compiles patterns, one a line; those that could stall are left out. Case counts, as in git's default. */
export function compileIgnorePatterns(patterns: readonly string[]): Ignore {
  const lines = patterns.flatMap((pattern) => pattern.split(/\r?\n/));
  return ignore({ allowRelativePaths: true, ignorecase: false }).add(lines.filter(isCheap));
}

function isCheap(pattern: string): boolean {
  return pattern.length <= LONGEST_PATTERN && (pattern.match(/\*\*+/g) ?? []).length <= MOST_GLOBSTARS;
}
