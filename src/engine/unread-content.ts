/** Documents whose content is not known, so that silence about them is no pass. */
import type { CheckedDocument, CheckedSet, Omission } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";

export interface UnreadContent {
  /** Paths of documents of which nothing but the name, and at most the hash, is known. */
  readonly failed: ReadonlySet<string>;
  /** One for each entry that leads to such a document; one for the document itself where none does. */
  readonly omissions: readonly Omission[];
}

/** Files that could not be read, formats that no reader reads, and listed files that the caller left out. */
export function unreadContent(set: CheckedSet): UnreadContent {
  const failed = set.documents.filter(isFailed);
  const formats = set.documents.filter((document) => !isFailed(document) && isUnknownFormat(document));
  return {
    failed: new Set(failed.map(({ path }) => path)),
    omissions: [
      ...failed.flatMap((document) => omissionsOf(document.path, set, `its content was not checked: ${reasonOf(document)}`)),
      ...formats.flatMap(({ path, type }) => omissionsOf(path, set, `its content was not checked: no reader reads ${type}`)),
      ...leftOut(set),
    ],
  };
}

function isFailed({ problems }: CheckedDocument): boolean {
  return problems.some(({ kind }) => kind === "unreadable" || kind === "vanished");
}

function reasonOf({ problems }: CheckedDocument): string {
  return problems.find(({ kind }) => kind === "unreadable" || kind === "vanished")?.message ?? "";
}

/** A document of which bytes are known and no text, although nothing is wrong with it. */
function isUnknownFormat({ signals, problems }: CheckedDocument): boolean {
  return signals.outline === null && problems.length === 0;
}

function omissionsOf(path: string, set: CheckedSet, reason: string): Omission[] {
  const entries = entriesLeadingTo(path, set);
  if (entries.length === 0) return [{ type: "omission", path, reason }];
  return entries.map((entry) => ({ type: "omission", path, entry, reason }));
}

/** Entries that lead to a file that is there and was not loaded: `--ignore` names it. */
function leftOut({ entries, documents, indexes, listing }: CheckedSet): Omission[] {
  const known = new Set([...documents, ...indexes].map(({ path }) => path));
  return entries.flatMap((entry) => {
    const { path } = entry;
    if (path === null || known.has(path) || !listing.isFile(path) || known.has(listing.leadsTo(path) ?? path)) return [];
    return [{ type: "omission", path, entry, reason: "its content was not checked: --ignore leaves it out" }];
  });
}
