/** Which files of the set are its documents (DESIGN.md section 5). */
import { getHashes } from "node:crypto";
import ignore from "ignore";
import { folderOf, nameOf } from "../paths/target.ts";
import type { Entry, FileListing, PathFacts, SeedIndex } from "../types.ts";
import { isDocumentPath } from "../util/document-formats.ts";
import type { LoadRequest } from "./load-documents.ts";

export interface DocumentChoice {
  readonly listing: FileListing;
  readonly facts: PathFacts;
  readonly indexes: readonly SeedIndex[];
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

/** Documents to load, sorted by path: every listed file, and the unlisted documents of the folders that count. */
export function chooseDocuments(choice: DocumentChoice): LoadRequest[] {
  const indexPaths = new Set(choice.indexes.map((index) => index.path));
  const listed = listedFiles(choice, indexPaths);
  const isWanted = wanted(choice, indexPaths);
  const folders = documentFolders(choice, listed);
  const algorithms = claimedAlgorithms(choice.entries);
  const requests: LoadRequest[] = [];
  for (const path of choice.listing.paths) {
    const isListed = listed.has(path);
    if (!isListed && !(isInFolders(path, folders) && isWanted(path))) continue;
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
  return new Set(paths.filter((path) => listing.isFile(path) && listing.oddity(path) === null && !indexPaths.has(path)));
}

/** What may be an unlisted document. `--ignore` and `--include` are patterns as in .gitignore, the latter outrank the former. */
function wanted(choice: DocumentChoice, indexPaths: ReadonlySet<string>): (path: string) => boolean {
  const ignored = ignore().add([...choice.ignore]);
  const included = ignore().add([...choice.include]);
  return (path) => {
    if (indexPaths.has(path) || !choice.listing.isFile(path) || choice.listing.oddity(path) !== null) return false;
    if (choice.include.length > 0 && included.ignores(path)) return true;
    if (!isDocumentPath(path) || NO_DOCUMENT.test(nameOf(path)) || OUTPUT_FOLDER.test(folderOf(path))) return false;
    return !choice.facts.isIgnored(path) && !ignored.ignores(path);
  };
}

interface Folders {
  /** Folders that count with all below them. */
  readonly deep: readonly string[];
  /** Folders that count by themselves. */
  readonly flat: ReadonlySet<string>;
}

/** Below the index's own folder; the folders of listed documents. Without an index: the set's folder. */
function documentFolders({ indexes, folder }: DocumentChoice, listed: ReadonlySet<string>): Folders {
  const [main] = indexes;
  return { deep: [main ? folderOf(main.path) : folder], flat: new Set([...listed].map(folderOf)) };
}

function isInFolders(path: string, { deep, flat }: Folders): boolean {
  return flat.has(folderOf(path)) || deep.some((folder) => folder === "" || path.startsWith(`${folder}/`));
}

function claimedAlgorithms(entries: readonly Entry[]): Map<string, string[]> {
  const known = new Set(getHashes().map((name) => name.toLowerCase()));
  const algorithms = new Map<string, string[]>();
  for (const entry of entries) {
    const algorithm = entry.claims.checksum?.algorithm;
    if (entry.path === null || algorithm === undefined || algorithm === "sha256" || !known.has(algorithm)) continue;
    algorithms.set(entry.path, [...new Set([...(algorithms.get(entry.path) ?? []), algorithm])]);
  }
  return algorithms;
}
