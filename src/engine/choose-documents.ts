/** Which files of the set are its documents (DESIGN.md section 5). */
import { getHashes } from "node:crypto";
import { folderOf, nameOf } from "../paths/target.ts";
import type { Entry, FileListing, PathFacts, SeedIndex } from "../types.ts";
import { isDocumentPath } from "../util/document-formats.ts";
import { compileIgnorePatterns } from "./ignore-patterns.ts";
import type { LoadRequest } from "./load-documents.ts";

export interface DocumentChoice {
  readonly listing: FileListing;
  readonly facts: PathFacts;
  readonly indexes: readonly SeedIndex[];
  /** The index that is there and could not be read: no document either. */
  readonly indexProblem?: { readonly path: string } | null;
  readonly entries: readonly Entry[];
  /** Folder whose documents are taken where there is no index. */
  readonly folder: string;
  readonly ignore: readonly string[];
  readonly include: readonly string[];
}

/** Folders of vendored code, packages and build output. */
const OUTPUT_FOLDER = /(?:^|\/)(?:node_modules|vendor|third_party|bower_components|dist|build|_build|target|_site|\.[^/]+)(?:\/|$)/;
/** The lock, and what editors and systems leave. */
const NO_DOCUMENT = /^(?:.*\.lock\.json|\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini)$/i;

/**
 * Documents to load, sorted by path: every listed file, and the unlisted documents of the folders that count. `--ignore` leaves out listed
 * ones too, `--include` outranks it. A file that stands in the set under its own path and behind links is taken once.
 */
export function chooseDocuments(choice: DocumentChoice): LoadRequest[] {
  const { listing, indexes, indexProblem } = choice;
  const indexPaths = new Set(
    [...indexes, ...(indexProblem ? [indexProblem] : [])].flatMap(({ path }) => [path, listing.leadsTo(path) ?? path]),
  );
  const listed = listedFiles(choice, indexPaths);
  const isNamed = namedByCaller(choice);
  const isUnlistedDocument = unlistedDocumentTest(choice, listed);
  const algorithms = claimedAlgorithms(choice.entries);
  const behindLinks = new Set([...listed].flatMap((path) => listing.leadsTo(path) ?? []));
  const requests: LoadRequest[] = [];
  for (const path of listing.paths) {
    if (indexPaths.has(path) || !listing.isFile(path) || listing.oddity(path) !== null) continue;
    const isListed = listed.has(path);
    if (!isListed && (behindLinks.has(path) || listing.leadsTo(path) !== null)) continue;
    const named = isNamed(path);
    if (named === "left-out" || (named === null && !isListed && !isUnlistedDocument(path))) continue;
    requests.push({ path, isListed, algorithms: algorithms.get(path) ?? [] });
  }
  return requests;
}

function listedFiles({ entries, listing }: DocumentChoice, indexPaths: ReadonlySet<string>): Set<string> {
  const paths = entries.flatMap((entry) =>
    entry.mentions.flatMap(({ resolution }) =>
      resolution.state === "found" || resolution.state === "wrong-case" ? [resolution.path] : [],
    ),
  );
  return new Set(paths.filter((path) => listing.isFile(path) && !indexPaths.has(path)));
}

/** What `--include` and `--ignore` say of a path; patterns as in .gitignore, the former outrank the latter. */
function namedByCaller(choice: DocumentChoice): (path: string) => "taken" | "left-out" | null {
  const ignored = compileIgnorePatterns(choice.ignore);
  const included = compileIgnorePatterns(choice.include);
  return (path) => {
    if (choice.include.length > 0 && included.ignores(path)) return "taken";
    return choice.ignore.length > 0 && ignored.ignores(path) ? "left-out" : null;
  };
}

/** Below the index's own folder, and in the folders of listed documents; without an index below the set's folder. */
function unlistedDocumentTest({ indexes, folder, facts }: DocumentChoice, listed: ReadonlySet<string>): (path: string) => boolean {
  const home = indexes[0] ? folderOf(indexes[0].path) : folder;
  const inHome = home === "" ? "" : `${home}/`;
  const folders = new Set([...listed].map(folderOf));
  return (path) => {
    const isBelowHome = path.startsWith(inHome);
    if (!isBelowHome && !folders.has(folderOf(path))) return false;
    const around = folderOf(isBelowHome ? path.slice(inHome.length) : path);
    return isDocumentPath(path) && !NO_DOCUMENT.test(nameOf(path)) && !OUTPUT_FOLDER.test(around) && !facts.isIgnored(path);
  };
}

function claimedAlgorithms(entries: readonly Entry[]): Map<string, string[]> {
  const known = new Set(getHashes().map((name) => name.toLowerCase()));
  const algorithms = new Map<string, string[]>();
  for (const { path, claims, mentions } of entries) {
    for (const { checksum } of [claims, ...mentions.map(({ mention }) => mention.claims)]) {
      const algorithm = checksum?.algorithm;
      if (path === null || algorithm === undefined || algorithm === "sha256" || !known.has(algorithm)) continue;
      algorithms.set(path, [...new Set([...(algorithms.get(path) ?? []), algorithm])]);
    }
  }
  return algorithms;
}
