import type { CheckedDocument, CheckedSet, Rule, RuleOutcome } from "../types.ts";
import { isCompanion } from "../util/companions.ts";
import { globMatcher } from "../util/glob.ts";
import { isGlob } from "../util/path-shape.ts";

/** A document stands beside listed ones and no entry names it. */
export const unlistedDocument: Rule = {
  id: "unlisted-document",
  group: "paths",
  severity: "warning",
  isPreview: false,
  scope: "set",
  summary: "A document is in the set and not in the index.",
  why: "Nobody says what it is, so nobody checks it, and whoever builds from the index does not know of it.",
  help: "Add it to the index, move it out of the set, or name it with --ignore.",
  *check(set): Iterable<RuleOutcome> {
    const index = set.indexes[0];
    if (!index || set.entries.length === 0) return;
    for (const [folder, documents] of byFolder(set)) yield* folderOutcomes(folder, documents, index.path);
  },
};

/** Documents of each folder, less companions and those that the index speaks of in passing. A folder that an entry lists as a whole is left out. */
function byFolder(set: CheckedSet): Map<string, CheckedDocument[]> {
  const isCovered = coverage(set);
  const passing = new Set(set.passing.flatMap(({ resolution }) => (resolution.state === "found" ? [resolution.path] : [])));
  const folders = new Map<string, CheckedDocument[]>();
  for (const document of set.documents) {
    const folder = document.path.split("/").slice(0, -1).join("/");
    if (isCompanion(document.path) || (!document.isListed && (passing.has(document.path) || isCovered(document.path)))) continue;
    const documents = folders.get(folder);
    if (documents) documents.push(document);
    else folders.set(folder, [document]);
  }
  return folders;
}

/** Whether a document, or a folder above it, is listed as a folder or fits a listed pattern. */
function coverage(set: CheckedSet): (path: string) => boolean {
  const listed = new Set(
    set.entries.flatMap(({ mentions }) =>
      mentions.flatMap(({ resolution }) => (resolution.state === "found" && resolution.isDirectory ? [resolution.path] : [])),
    ),
  );
  const matchers = [...listed].filter(isGlob).map(globMatcher);
  return (path) => [path, ...foldersAbove(path)].some((one) => listed.has(one) || matchers.some((isMatch) => isMatch(one)));
}

function foldersAbove(path: string): string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}

function* folderOutcomes(folder: string, documents: readonly CheckedDocument[], indexPath: string): Iterable<RuleOutcome> {
  const listed = new Set(documents.filter((document) => document.isListed).map((document) => document.path));
  const unlisted = documents.filter(
    (document) => !document.isListed && !isTranslation(document.path, listed) && document.signals.redirect === null,
  );
  const listedCount = listed.size;
  const isOwnFolder = folder === indexPath.split("/").slice(0, -1).join("/");
  const place = folder === "" ? "the root" : `${folder}/`;
  if (unlisted.length === 0) return;
  const base = { type: "fault" as const, why: unlistedDocument.why, help: unlistedDocument.help };
  if (listedCount >= (isOwnFolder ? 1 : 2) && listedCount * 2 >= documents.length) {
    for (const document of unlisted) {
      const message = `${document.path} is in the set and not in the index: ${listedCount} of the ${documents.length} documents of ${place} are.`;
      yield {
        ...base,
        path: document.path,
        confidence: 0.8,
        message,
        evidence: titleEvidence(document),
        related: [{ path: indexPath, message: "the index" }],
        identity: `unlisted:${document.path}`,
      };
    }
  } else {
    const message = `${unlisted.length} of the ${documents.length} documents of ${place} ${unlisted.length === 1 ? "is" : "are"} not in the index.`;
    const evidence = unlisted.slice(0, 5).flatMap(titleEvidence);
    yield { ...base, path: indexPath, severity: "info", confidence: 0.9, message, evidence, identity: `folder:${folder}` };
  }
}

/** `x.zh.md`, `x_de.md`, `x-pt-BR.md` beside a listed `x.md`: the same document in another language. */
function isTranslation(path: string, listed: ReadonlySet<string>): boolean {
  const base = path.replace(/[._-][a-z]{2}(?:[-_][A-Za-z]{2,4})?(\.[a-z0-9]+)$/, "$1");
  return base !== path && listed.has(base);
}

function titleEvidence(document: CheckedDocument): { path: string; line: number; quote: string; note: string }[] {
  const title = document.signals.outline?.titles[0];
  return title ? [{ path: document.path, line: title.line, quote: title.quote, note: "what it is titled" }] : [];
}
