/** Counts and times as a person reads them. */

/** `1 error`, `2 errors`, `1,024 entries`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A whole number with its digits in groups of three. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Milliseconds as `41 ms`, `1.2 s` or `3 min 05 s`. */
export function elapsed(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** A path from the current directory, for a path from the set's root. */
export function pathFromHere(root: string, path: string): string {
  return root === "." ? path : `${root.replace(/\/$/, "")}/${path}`;
}
