/** A manifest's record taken apart: which of its fields are targets, which claim something, and where it ends. */
import type { MentionRole, Notation } from "../../types.ts";
import { claimOfHeader } from "./data-claims.ts";
import type { DataField } from "./data-fields.ts";
import { isTargetShaped, splitTargets } from "./data-targets.ts";
import { type DataMap, type DataMember, type DataNode, type DataScalar, NO_LISTING } from "./data-tree.ts";

/** A target of a record with its offsets. */
export interface RecordTarget {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly notation: Notation;
  readonly role: MentionRole;
}

/** Keys whose values are a record's own fields, put one level down. */
const WRAPPERS = /^(?:meta|metadata|claims|properties|attributes|front_?matter|info|checksums?|hash(?:es)?|digests?)$/i;
/** Files of a list that can be one document in several forms; a longer list is a group. */
const MAX_OWN_FILES = 4;

/** Whether a key's object holds fields of the record around it. */
export function isWrapper(key: DataScalar): boolean {
  return WRAPPERS.test(key.text);
}

/** Whether a node is a string that is nothing but a path. */
export function isPathScalar(node: DataNode): node is DataScalar {
  return node.type === "scalar" && node.isString && isTargetShaped(node.text.trim());
}

/**
 * The targets of a record: its path fields; where it has none, fields shaped like a path; where it has none of those and is an item of a list of
 * documents, its URL. Other paths of a record that has its own stand beside the thing listed, in passing.
 */
export function targetsOf(map: DataMap, { isRecord, isItem }: { readonly isRecord: boolean; readonly isItem: boolean }): RecordTarget[] {
  if (!isRecord) return [];
  const byName = map.members.flatMap((member) => pathTargets(member, map, isItem));
  const byShape = map.members.flatMap(shapedTarget);
  if (byName.length === 0 && byShape.length > 0) return [...byShape, ...relatedTargets(map)];
  if (byName.length === 0) return isItem ? map.members.flatMap(urlTarget).slice(0, 1) : [];
  const beside = map.members.filter(({ key }) => claimOfHeader(key.text) === null).flatMap(shapedTarget);
  return [...byName, ...relatedTargets(map), ...beside.map((target) => ({ ...target, role: "passing" as const }))];
}

function pathTargets({ key, value }: DataMember, map: DataMap, isItem: boolean): RecordTarget[] {
  if (claimOfHeader(key.text) !== "path" || (value.type === "list" && !(isItem && isOwnFileList(key, value, map)))) return [];
  const scalars = value.type === "list" ? value.items : [value];
  return scalars.flatMap((scalar) => {
    if (scalar.type !== "scalar" || !scalar.isString) return [];
    const isVerbatim = scalar.to - scalar.from === scalar.text.length;
    return splitTargets(scalar.text).map(({ text, from, to }) => ({
      text,
      from: isVerbatim ? scalar.from + from : scalar.from,
      to: isVerbatim ? scalar.from + to : scalar.to,
      notation: "link" as const,
      role: "listing" as const,
    }));
  });
}

/** Whether a list of files is one record's own: one file, or a few beside fields that only a document has. Else the record is a group. */
export function isOwnFileList(key: DataScalar, value: DataNode, map: DataMap): boolean {
  if (value.type !== "list" || claimOfHeader(key.text) !== "path" || value.items.some(({ type }) => type !== "scalar")) return false;
  const hasOwnField = map.members.some((member) =>
    /^(?:identifier|number|status|version|date|checksum)$/.test(claimOfHeader(member.key.text) ?? ""),
  );
  return value.items.length === 1 || (hasOwnField && value.items.length <= MAX_OWN_FILES);
}

function shapedTarget({ key, value }: DataMember): RecordTarget[] {
  const column = claimOfHeader(key.text);
  const mayBePath = column === null || column === "title" || column === "sourceUrl" || column === "identifier";
  if (!mayBePath || NO_LISTING.test(key.text) || !isPathScalar(value)) return [];
  return [{ text: value.text.trim(), from: value.from, to: value.to, notation: "path", role: "listing" }];
}

/** `related: [b.md]`: paths in other lists of a record. */
function relatedTargets(map: DataMap): RecordTarget[] {
  return map.members.flatMap(({ key, value }) => {
    if (!isFieldList(key, value) || value.type !== "list" || NO_LISTING.test(key.text)) return [];
    const paths = value.items.filter(isPathScalar);
    return paths.map(({ text, from, to }) => ({ text: text.trim(), from, to, notation: "path" as const, role: "passing" as const }));
  });
}

function urlTarget({ key, value }: DataMember): RecordTarget[] {
  if (value.type !== "scalar" || claimOfHeader(key.text) !== "sourceUrl" || !/^https?:\/\//i.test(value.text.trim())) return [];
  return [{ text: value.text.trim(), from: value.from, to: value.to, notation: "link", role: "listing" }];
}

/** Lists of scalars that a record has as fields of its own: authors, keywords, what it relates to. */
const FIELD_LISTS =
  /^(?:related|see_?also|references?|depends(?:_?on)?|dependencies|requires?|supersedes|superseded_?by|replaces|tags|keywords|topics|aliases)$/i;

/** Whether a list is a record's own field (owners, keywords, related paths) and not what nests below it. */
export function isFieldList(key: DataScalar, value: DataNode): boolean {
  if (value.type !== "list" || value.items.some(({ type }) => type !== "scalar")) return false;
  const column = claimOfHeader(key.text);
  return FIELD_LISTS.test(key.text) || (column !== null && !/^(?:path|description|size|title|ignore)$/.test(column));
}

/** The first field that names the document: its title, else its identifier, else its number. */
export function titleScalar(map: DataMap): DataScalar | null {
  for (const column of ["title", "identifier", "number"]) {
    for (const { key, value } of map.members) {
      if (value.type === "scalar" && value.text.trim() !== "" && claimOfHeader(key.text) === column) return value;
    }
  }
  return null;
}

/** A record's fields as text: scalars, lists of scalars joined, and one level of objects that wrap fields. */
export function fieldsOf(map: DataMap): DataField[] {
  return map.members.flatMap(({ key, value }): DataField[] => {
    if (value.type === "map" && isWrapper(key)) return wrappedFields(key, value);
    const text = value.type === "list" ? value.items.slice(0, 20).flatMap(wordsOf).join(", ") : wordsOf(value).join("");
    return text === "" ? [] : [{ name: key.text, text }];
  });
}

/** `checksum: {algorithm, value}`, `hashes: {sha256: ...}`, `metadata: {title: ...}`. */
function wrappedFields(key: DataScalar, map: DataMap): DataField[] {
  return map.members.flatMap(({ key: inner, value }) => {
    const name = /^(?:value|digest|hex)$/i.test(inner.text) ? key.text.replace(/(?<=h)es$|s$/i, "") : inner.text;
    return value.type === "scalar" ? [{ name, text: value.text }] : [];
  });
}

/** A scalar's text; of `{name: ...}` the name, of `{value, unit}` both. */
function wordsOf(node: DataNode): string[] {
  if (node.type === "scalar") return node.text.trim() === "" ? [] : [node.text.trim()];
  if (node.type === "list") return [];
  const named = (names: RegExp) => node.members.find(({ key, value }) => names.test(key.text) && value.type === "scalar")?.value;
  const words = [named(/^value$/i) ?? named(/^(?:name|title)$/i), named(/^unit$/i)];
  return [words.flatMap((word) => (word?.type === "scalar" ? [word.text.trim()] : [])).join(" ")].filter((text) => text !== "");
}

/** Where a record's own fields end: what nests below it is not of its row. */
export function rowEnd(node: DataNode): number {
  if (node.type !== "map") return node.to;
  const isOwn = (value: DataNode) =>
    value.type === "scalar" || (value.type === "list" && value.items.every(({ type }) => type === "scalar"));
  return node.members.reduce((end, { value }) => (isOwn(value) ? Math.max(end, value.to) : end), node.from);
}
