import type { Document, VersionSignal } from "../types.ts";
import { quoteOf } from "../util/quote.ts";

/** Lines at the head of a text among which its fields stand; proposals' templates have up to 40 of them. */
const HEAD_LINES = 60;
const LONGEST_LINE = 400;
const LONGEST_VALUE = 200;

/** A line that opens with a field's name: `Status: x`, `- **Status:** x`, `| Status | x |`, `:Status: x`, `"status": x`. */
const FIELD =
  /^[\s|>*_+:"-]{0,20}([A-Za-z\u0400-\u04ff][\w\u0400-\u04ff /-]{2,30}?)(?: \(.{0,20}\))?[*_"` \t]{0,40}[:|][*_"`| \t]{0,40}(\S.*)$/;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*([\w+#.-]*)/;
const FIELD_LANGUAGE = /^(?:|text|txt|plain|plaintext|yaml|yml|toml|ini|rfc822|none)$/i;
const HEADING = /^(?:#{1,6}[ \t]*[^#\s]|={1,6}[ \t]*[^=\s])/;
const DATA_TYPE = /json|csv|separated|xml$|bibtex|toml|yaml/;

/**
 * What fields are called, lower-case, by meaning. Sources: the preambles of PEPs, BIPs, EIPs, ACPs, CIPs, HIPs, SLEPs, RFCs and the front matter of
 * documents in 135 public sets (2026-11). `supercedes` is a spelling that they use.
 */
const NAMES = {
  status: /^(?:(?:document|doc|spec|specification|proposal|current)[ -])?(?:status|stage)$|^статус$/,
  version: /^(?:(?:document|doc|spec|specification)[ -])?(?:version|revision|edition)$|^версия$/,
  date: /^(?:(?:document|publication|release)[ -])?(?:date|updated|published|last[ -](?:updated|modified|revised)|revised)$|^дата$/,
  supersededBy: /^(?:super[cs]eded|replaced|obsoleted)[ -_]by$/,
  supersedes: /^(?:super[cs]edes|replaces|obsoletes)$/,
} satisfies Readonly<Record<keyof VersionSignal, RegExp>>;

/**
 * What a document's head says of its status, version, date, successor and predecessor: in front matter, a preamble, a list, a table or a field list
 * above its second heading. Null where it says none of them. The first field of each sort counts; a template's choices ("Draft | Final") do not.
 */
export function measureVersions({ type, lines }: Document): VersionSignal | null {
  if (DATA_TYPE.test(type) || lines.length === 0) return null;
  const found: { -readonly [Name in keyof VersionSignal]: VersionSignal[Name] } = {
    status: null,
    version: null,
    date: null,
    supersededBy: null,
    supersedes: null,
  };
  for (const [at, line] of headLines(lines)) {
    const field = fieldOf(line);
    const name = field && nameOf(field.name);
    if (!field || !name || found[name] !== null) continue;
    const text = plainValue(field.value);
    if (text !== null) found[name] = { ...quoteOf(at + 1, line.trim()), text };
  }
  return Object.values(found).every((value) => value === null) ? null : found;
}

/** Lines above the second heading, code of a named language left out. Rows of HTML tables are written as rows. */
function* headLines(lines: readonly string[]): Iterable<readonly [at: number, line: string]> {
  const isFrontMatter = /^(?:---|\+\+\+)\s*$/.test(lines[0] ?? "");
  let isCode = false;
  let isIn = isFrontMatter;
  let headings = 0;
  for (let at = isFrontMatter ? 1 : 0; at < Math.min(lines.length, HEAD_LINES); at++) {
    const line = lines[at] ?? "";
    const language = FENCE.exec(line)?.[1];
    if (isIn && /^(?:---|\+\+\+|\.\.\.)\s*$/.test(line)) isIn = false;
    if (language !== undefined) isCode = !isCode && !FIELD_LANGUAGE.test(language);
    else if (!isIn && !isCode && HEADING.test(line) && ++headings > 1) return;
    if (!isCode && line.length <= LONGEST_LINE && !(isIn && /^\s/.test(line))) yield [at, line];
  }
}

function fieldOf(line: string): { readonly name: string; readonly value: string } | null {
  const row = /<t[dh][\s>]/i.test(line) ? line.replace(/<\/?t[dhr][^<>]{0,100}>/gi, "|") : line;
  const match = FIELD.exec(row);
  return match ? { name: (match[1] ?? "").trim().toLowerCase(), value: match[2] ?? "" } : null;
}

function nameOf(name: string): keyof VersionSignal | null {
  for (const [key, pattern] of Object.entries(NAMES)) if (pattern.test(name)) return key as keyof VersionSignal;
  return null;
}

/** The value without links' targets, emphasis, quotes, comments and further columns; null where it is empty, a placeholder or a choice. */
function plainValue(value: string): string | null {
  const text = value
    .replace(/\s{3,}\S.*$|\s#\s.*$/, "")
    .replace(/\[([^\]]{0,200})\](?:\([^)]{0,400}\)|\[[^\]]{0,100}\])/g, "$1")
    .replace(/:\w{1,10}:`([^`<]{0,100}?)(?: ?<[^>]{0,100}>)?`/g, "$1")
    .replace(/<[^<>]{1,100}>|[*`"]+|(?<!\w)_+|_+(?!\w)|[|\s]+$/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'(.*)'$/, "$1")
    .slice(0, LONGEST_VALUE);
  return text === "" || /^(?:null|none|n\/a|~|tbd|-+|\(.*\))$/i.test(text) || /\w \| ?\w|^<.*>$|^\{.*\}$/.test(text) ? null : text;
}
