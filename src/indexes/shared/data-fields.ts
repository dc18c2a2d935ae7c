/** From a record's fields, named by column headings or keys, to what they claim of its document. */
import type { Claims } from "../../types.ts";
import { isUrl } from "../../util/path-shape.ts";
import { algorithmOfHeader, type ClaimColumn, checksumOf, claimOfHeader, sizeOf, unitOfHeader } from "./data-claims.ts";

/** A column's heading, or a key, with its cell or value. */
export interface DataField {
  readonly name: string;
  readonly text: string;
}

/** Values of a `type` column that name a file's sort or format and no kind of document. */
const NO_KIND = /^(?:files?|folders?|dir(?:ectory)?|blob|tree|link|page|doc(?:ument)?|entry|item|resource|object|table|[a-z]+\/[\w.+-]+)$/i;
/** Names that outrank others of the same meaning, beside the claims' own. */
const OWN_NAMES = /^(?:id|source|bytes|size_?bytes)$/i;
/** A word that stands for no value. */
const NO_VALUE = /^(?:[-–—?]|n\/a|none|null|~)$/i;

/**
 * What the fields claim, one value a claim: of two fields with the same meaning, the one that has the claim's own name (`title` before `name`), else
 * the first. Paths claim nothing here; a size in bytes is preferred to one in pages, because it can be checked exactly.
 */
export function claimsOfFields(fields: readonly DataField[]): Claims {
  const named = fields.find(({ name }) => /^(?:hash|checksum|digest)?[-_ ]?algorithm$/i.test(name))?.text;
  const claims: Record<string, unknown> = {};
  const exact = new Set<string>();
  for (const field of fields) {
    const column = claimOfHeader(field.name);
    if (column === null || column === "path" || column === "ignore") continue;
    const isExact = field.name.toLowerCase() === column || OWN_NAMES.test(field.name);
    if (claims[column] !== undefined && (!isExact || exact.has(column))) continue;
    const value = valueOfField(column, field, named);
    if (value === null) continue;
    claims[column] = value;
    if (isExact) exact.add(column);
  }
  return claims as Claims;
}

function valueOfField(column: ClaimColumn, { name, text }: DataField, algorithm: string | undefined): unknown {
  const value = text.trim();
  if (value === "" || NO_VALUE.test(value)) return null;
  switch (column) {
    case "size":
      return sizeOf(value, unitOfHeader(name));
    case "checksum":
      return checksumOf(value, algorithmOfHeader(name) ?? algorithm);
    case "sourceUrl":
      return isUrl(value) ? value : null;
    case "kind":
      return NO_KIND.test(value) ? null : value;
    default:
      return value.replace(/\s+/g, " ");
  }
}
