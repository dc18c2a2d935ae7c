/**
 * What a manifest of any make lists (docs/manifest.md): records with a path among their fields, lists of paths, objects whose keys are paths, and
 * objects from title to path. One walk for JSON, JSON Lines and YAML.
 */
import type { Claims } from "../../types.ts";
import { isUrl } from "../../util/path-shape.ts";
import { checksumOf, claimOfHeader } from "./data-claims.ts";
import { claimsOfFields } from "./data-fields.ts";
import type { MentionCollector } from "./data-mentions.ts";
import { fieldsOf, isFieldList, isOwnFileList, isPathScalar, isWrapper, rowEnd, targetsOf, titleScalar } from "./data-records.ts";
import { isTargetShaped } from "./data-targets.ts";
import { type DataList, type DataMap, type DataMember, type DataNode, type DataScalar, NO_LISTING } from "./data-tree.ts";

/** Keys of lists that hold what a manifest lists; they name no section. */
const CONTAINERS =
  /^(?:documents?|docs?|entries|items?|files?|resources?|pages?|children|nodes?|list|index|contents?|data|manifest|records?|sources?|paths?|toc|nav|sections?|chapters?|specs?|specifications?|papers?|articles?|artifacts?)$/i;
/** Keys of a folder that what nests below starts from. */
const BASES = /^(?:base|root|folder|directory|dir|(?:base|root|docs|content)[-_ ]?(?:path|dir|folder|directory))$/i;
/** Keys of a group's name. */
const GROUP_NAMES = /^(?:title|name|group|section|category|label|caption)$/i;

interface Walk {
  readonly collector: MentionCollector;
  /** Keys from the root, `[]` for a list's items: what makes entries neighbours. */
  readonly listing: string;
  readonly sections: readonly string[];
  readonly bases: readonly string[];
  /** The key that holds the node; null at the root and for an item. */
  readonly key: DataScalar | null;
  /** Whether the node is the whole of what is read: its title and version are the manifest's own. */
  readonly isWhole: boolean;
  /** Whether the node is an item of a list that can hold documents: only such a record may list without a path. */
  readonly isItem: boolean;
}

/** Adds the mentions of all roots of a manifest; several roots (JSON Lines, YAML's `---`) are a list. */
export function readManifest(roots: readonly DataNode[], collector: MentionCollector, isStream = roots.length > 1): void {
  for (const root of roots) {
    walk(root, { collector, listing: isStream ? "$[]" : "$", sections: [], bases: [], key: null, isWhole: !isStream, isItem: isStream });
  }
}

function walk(node: DataNode, at: Walk): void {
  if (at.key && NO_LISTING.test(at.key.text)) return;
  if (node.type === "list") walkList(node, at);
  else if (node.type === "map") walkMap(node, at);
}

function walkList(list: DataList, at: Walk): void {
  const isContainer = at.key === null || CONTAINERS.test(at.key.text) || isKnownPath(at.key);
  const below = { ...at, listing: `${at.listing}[]`, key: null, isWhole: false, isItem: isContainer };
  for (const item of list.items) {
    if (item.type === "scalar") addPathItem(item, below);
    else walk(item, below);
  }
}

function isKnownPath(key: DataScalar): boolean {
  return claimOfHeader(key.text) === "path";
}

/** An item that is a string: a path by its shape; in a list of documents also a URL, or a page's path without extension. */
function addPathItem(item: DataScalar, at: Walk): void {
  const target = item.text.trim();
  const isPath = isPathScalar(item) || (isUrl(target) && at.isItem);
  const isName = at.isItem && item.isString && /^[\p{L}\p{N}_.-]+(?:\/[\p{L}\p{N}_.-]+)+$/u.test(target);
  if (!isPath && !isName) return;
  const notation = isPath ? (at.isItem ? "link" : "path") : "name";
  at.collector.add({ ...around(at), target, from: item.from, to: item.to, row: item, rowText: target, notation });
}

function around({ listing, sections, bases }: Walk): Pick<Walk, "listing" | "sections" | "bases"> {
  return { listing, sections, bases };
}

function walkMap(map: DataMap, at: Walk): void {
  if (isKeyedByPath(map)) {
    for (const member of map.members) addKeyedRecord(member, at);
    return;
  }
  if (isTitleToPath(map)) {
    for (const { key, value } of map.members) if (value.type === "scalar") addTitledPath(key, value, at);
    return;
  }
  addRecord(map, at);
  const below = belowOf(map, at);
  for (const { key, value } of map.members) {
    if (value.type === "scalar" || isWrapper(key) || isFieldList(key, value) || (at.isItem && isOwnFileList(key, value, map))) continue;
    const isSection = !CONTAINERS.test(key.text) && claimOfHeader(key.text) === null;
    const sections = isSection ? [...below.sections, key.text] : below.sections;
    walk(value, { ...below, key, listing: `${at.listing}.${key.text}`, sections, isItem: false });
  }
}

/** What holds below an object: its name as a section (a whole manifest's name is none), its folder as a base. */
function belowOf(map: DataMap, at: Walk): Walk {
  const name = scalarNamed(map, GROUP_NAMES);
  const base = scalarNamed(map, BASES);
  return {
    ...at,
    isWhole: false,
    sections: name === null || at.isWhole ? at.sections : [...at.sections, name],
    bases: base === null || base === "." || isUrl(base) ? at.bases : [base, ...at.bases],
  };
}

function scalarNamed(map: DataMap, names: RegExp): string | null {
  const found = map.members.find(({ key, value }) => names.test(key.text) && value.type === "scalar" && value.text.trim() !== "");
  return found?.value.type === "scalar" ? found.value.text.trim() : null;
}

/** `{"a.md": {...}, "b.md": "what it is"}`: at least half of the keys are paths. */
function isKeyedByPath({ members }: DataMap): boolean {
  const paths = members.filter(({ key }) => isTargetShaped(key.text)).length;
  return paths > 0 && paths * 2 >= members.length;
}

/** `{"Introduction": "intro.md", "Setup": "setup.md"}`: all are strings shaped like paths, and no key is a field's name. */
function isTitleToPath({ members }: DataMap): boolean {
  const isTitled = ({ key, value }: DataMember) => isPathScalar(value) && claimOfHeader(key.text) === null && !NO_LISTING.test(key.text);
  return members.length > 0 && members.every(isTitled);
}

function addTitledPath(key: DataScalar, value: DataScalar, at: Walk): void {
  const title = key.text.trim();
  at.collector.add({
    ...around(at),
    target: value.text.trim(),
    from: value.from,
    to: value.to,
    row: { from: key.from, to: value.to },
    claims: title === "" ? {} : { title },
    rowText: `${title} | ${value.text}`,
    notation: "path",
  });
}

/** A path as key, with what is said of it: fields, a checksum, a few words; of a folder, the list of its files. */
function addKeyedRecord({ key, value }: DataMember, at: Walk): void {
  const listing = `${at.listing}.*`;
  if (!isTargetShaped(key.text)) return;
  if (value.type === "list") {
    walkList(value, { ...at, key: null, listing, bases: key.text.endsWith("/") ? [key.text, ...at.bases] : at.bases });
    return;
  }
  if (value.type === "map" && targetsOf(value, { isRecord: true, isItem: false }).some(({ role }) => role === "listing")) {
    walkMap(value, { ...at, key, listing, isWhole: false });
    return;
  }
  const words = value.type === "scalar" ? [value.text.trim()] : fieldsOf(value).map(({ text }) => text);
  at.collector.add({
    ...around(at),
    target: key.text,
    from: key.from,
    to: key.to,
    row: { from: key.from, to: Math.max(key.to, rowEnd(value)) },
    claims: value.type === "map" ? claimsOfFields(fieldsOf(value)) : claimsOfWords(value.text.trim()),
    rowText: [key.text, ...words].join(" | "),
  });
}

function claimsOfWords(words: string): Claims {
  const checksum = checksumOf(words);
  if (checksum) return { checksum };
  return words === "" || isTargetShaped(words) || isUrl(words) ? {} : { description: words };
}

/** A record: an object with a path, or an item of a list of documents that has a title or an identifier only. */
function addRecord(map: DataMap, at: Walk): void {
  const isGroup = map.members.some(isNested);
  const targets = targetsOf(map, { isRecord: !at.isWhole || !isGroup, isItem: at.isItem });
  const isListing = targets.some(({ role }) => role === "listing");
  const title = isListing || isGroup || !at.isItem ? null : titleScalar(map);
  if (targets.length === 0 && title === null) return;
  const fields = fieldsOf(map);
  const claims = claimsOfFields(fields.filter(({ text }) => !targets.some((target) => target.text === text.trim())));
  // The key that names a record is its title, and no section of its own.
  const sections = at.key !== null && at.sections.at(-1) === at.key.text ? at.sections.slice(0, -1) : at.sections;
  const common = { ...around(at), sections, row: { from: map.from, to: rowEnd(map) }, rowText: fields.map(({ text }) => text).join(" | ") };
  for (const { text, ...target } of targets) {
    at.collector.add({ ...common, ...target, target: text, ...(target.role === "listing" ? { claims: withKey(claims, at) } : {}) });
  }
  if (title === null) return;
  const { from, to } = title;
  at.collector.add({ ...common, target: title.text.trim(), from, to, notation: "title", claims, listing: `${at.listing}-titles` });
}

/** Whether a member holds what nests below a record, and no field of its own. */
function isNested({ key, value }: DataMember): boolean {
  if (value.type === "scalar" || isWrapper(key) || isFieldList(key, value)) return false;
  return value.type === "list" || claimOfHeader(key.text) === null;
}

/** A record in an object of records has its key for a title where it has none of its own. */
function withKey(claims: Claims, { key, isItem }: Walk): Claims {
  const name = key?.text.trim() ?? "";
  const isTitle = !isItem && name !== "" && claims.title === undefined && !CONTAINERS.test(name) && claimOfHeader(name) === null;
  return isTitle ? { title: name, ...claims } : claims;
}
