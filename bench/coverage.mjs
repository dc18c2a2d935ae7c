/**
 * An independent count of the targets in an index, to hold the parsers against: expressions over the raw lines, no parser, resolved by the plainest
 * rule (from the index's folder, else from the root). Whatever it resolves to a file must be an entry or a passing mention on the same line.
 */
import { posix } from "node:path";

const TARGETS = [
  /\]\(\s*<?([^()\s<>]+(?:\([^()\s]*\)[^()\s]*)?)>?[^()]*\)/g,
  /^\s*\[[^\]]+\]:\s*<?([^\s<>]+)>?/g,
  /href\s*=\s*["']([^"']+)["']/gi,
  /`([^`\s]+)`/g,
  /(?<![\w/.`(<"'@-])((?:\.{0,2}\/)?(?:[\w.-]+\/)*[\w.-]+\.(?:md|rst|adoc|pdf|txt|mediawiki|ipynb|ya?ml|json|html|docx))(?![\w/-])/gi,
];

/** Targets by line that lead to a file of `files` (a set of paths relative to the root). */
export function resolvedTargets(lines, indexPath, files) {
  const found = new Map();
  const home = posix.dirname(indexPath);
  lines.forEach((line, at) => {
    for (const expression of TARGETS) {
      for (const match of line.matchAll(expression)) {
        const path = resolvePlainly(match[1], home, files);
        if (path !== null && path !== indexPath) found.set(`${at + 1}\n${path}`, { line: at + 1, path, target: match[1] });
      }
    }
  });
  return [...found.values()];
}

function resolvePlainly(target, home, files) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith("#")) return null;
  let plain = target.replace(/[#?].*$/, "").replace(/\\(?=[^\w\s])/g, "");
  try {
    plain = decodeURIComponent(plain);
  } catch {}
  const starts = plain.startsWith("/") ? [plain.slice(1)] : [posix.join(home, plain), plain];
  return starts.map((path) => posix.normalize(path)).find((path) => files.has(path)) ?? null;
}

/** What of `targets` no mention of the index leads to from the same line. `mentions` are resolved mentions of the library. */
export function uncovered(targets, mentions) {
  const covered = new Set();
  for (const { mention, resolution } of mentions) {
    if (resolution.path === undefined) continue;
    for (let line = mention.place.line; line <= mention.place.end.line; line++) covered.add(`${line}\n${resolution.path}`);
  }
  return targets.filter(({ line, path }) => !covered.has(`${line}\n${path}`));
}

/** Documents whose file name stands in the index although no mention leads to them: where a plain text search and the parsers disagree. */
export function namedOnly(lines, documents, mentions) {
  const led = new Set(mentions.map(({ resolution }) => resolution.path));
  return documents.flatMap((path) => {
    const name = posix.basename(path);
    if (led.has(path) || /^(?:readme|index)\./i.test(name)) return [];
    const at = lines.findIndex((line) => line.includes(name));
    return at < 0 ? [] : [{ path, line: at + 1, text: lines[at].trim().slice(0, 160) }];
  });
}
