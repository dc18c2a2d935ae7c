import type { CheckedDocument, CheckedSet } from "../types.ts";

/** Documents by path, made once a set; freed with it. */
const documentsByPath = new WeakMap<CheckedSet, ReadonlyMap<string, CheckedDocument>>();

/** The document at a path, or undefined where none was read there. */
export function documentAt(path: string, set: CheckedSet): CheckedDocument | undefined {
  const known = documentsByPath.get(set) ?? new Map(set.documents.map((document) => [document.path, document]));
  documentsByPath.set(set, known);
  return known.get(path);
}
