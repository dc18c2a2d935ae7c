import type { CheckedSet, Evidence } from "../types.ts";
import { documentAt } from "./document-at.ts";

/** A document's own best title as evidence; empty where it shows none. */
export function titleEvidence(path: string, set: CheckedSet, note: string): Evidence[] {
  const titles = documentAt(path, set)?.signals.outline?.titles ?? [];
  const title = titles.find(({ isGeneric }) => !isGeneric) ?? titles[0];
  return title ? [{ path, line: title.line, quote: title.quote, note }] : [];
}
