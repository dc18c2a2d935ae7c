/** Roles and claims of the references of one line: a list item, a heading, a line of a paragraph. */
import type { Claims, MentionRole } from "../../types.ts";
import { identifiersOf } from "../../util/identifiers.ts";
import { hasKnownExtension } from "../../util/path-shape.ts";
import { type ClaimColumn, claimOfHeader } from "./data-claims.ts";
import type { Reference, Token } from "./references.ts";

export interface RoledReference {
  readonly reference: Reference;
  readonly role: MentionRole;
  readonly claims: Claims;
}

export interface LineOptions {
  readonly isHeading: boolean;
  /** A line of a paragraph: it lists only when it holds little else. */
  readonly isLine?: boolean;
  /** A `File: x` line: its references are listed wherever they stand. */
  readonly isPathField?: boolean;
  readonly isPathOnly?: boolean;
}

/** Numbers, check boxes, emoji, quotes, brackets: what may stand before the thing listed. */
const DECORATION = /^(?:[\s\p{P}\p{S}\p{N}]|\uFE0F|\u200D)*$/u;
/** What may stand between two things that are both listed. */
const SEPARATOR = /^[\s,;·•&+|/→()[\]–—-]*(?:and|or|und|oder|et|ou|y|o|e|и|и\/или|和|及|或|と|plus)?[\s,(]*$/iu;
/** Words that name the form of a thing and not the thing: the title stands before the link. */
const GENERIC_LABEL =
  /^[\s[(]*(?:pdf|link|here|paper|doc|docs|document|notes?|slides?|html|md|markdown|source|text|txt|file|download|view|read|open|docx|epub|arxiv|web|spec|full text|全文|文档|链接|下载|ссылка|файл|\p{Emoji_Presentation}+|:\w+:|\p{S})[\s\])]*$/iu;
/** A short label with its colon, dash or arrow before the thing listed: `PDF:`, `2. Setup →`. */
const LABEL_BEFORE = /^[^.!?;]{1,48}(?::|→|->|=>|—|–|\s-)\s*$/u;

/** Which references of a line are listed, and what the line claims of them. */
export function itemRoles(tokens: readonly Token[], options: LineOptions): RoledReference[] {
  const references = tokens.filter((token): token is Reference => token.type === "reference");
  const documents = references.filter((reference) => reference.syntax !== "image");
  const first = documents[0];
  if (!first) return references.map((reference) => ({ reference, role: "passing", claims: {} }));
  const listed = listedReferences(tokens, first, options);
  const claims = listed.size > 0 ? claimsOfLine(tokens, first, { listed, isField: options.isPathField ?? false }) : {};
  return references.map((reference) => ({
    reference,
    role: listed.has(reference) ? "listing" : "passing",
    claims: reference === first ? claims : listed.has(reference) ? { ...claims, ...labelClaims(reference) } : {},
  }));
}

function wordsBetween(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => (token.type === "words" ? token.text : token.type === "reference" && token.syntax !== "image" ? token.label : " "))
    .join("");
}

function listedReferences(tokens: readonly Token[], first: Reference, options: LineOptions): ReadonlySet<Reference> {
  const listed = new Set<Reference>();
  const at = tokens.indexOf(first);
  const before = wordsBetween(tokens, 0, at);
  const after = wordsBetween(tokens, at + 1, tokens.length);
  if (!options.isPathField && !options.isPathOnly && !opensLine({ first, before, after }, options)) return listed;
  if (first.syntax === "code-part") return listed;
  listed.add(first);
  let last = at;
  for (let index = at + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type !== "reference" || token.syntax === "image") continue;
    const between = wordsBetween(tokens, last + 1, index);
    const isChained = between.length <= 40 && SEPARATOR.test(between);
    if (!isChained && !options.isPathField) break;
    if ((token.notation !== "name" || token.syntax === "wiki") && token.syntax !== "code-part") listed.add(token);
    last = index;
  }
  return listed;
}

function opensLine(line: { readonly first: Reference; readonly before: string; readonly after: string }, options: LineOptions): boolean {
  const { first, before, after } = line;
  const isOpening = DECORATION.test(before);
  if (options.isLine) {
    const isAlone = DECORATION.test(after) || /^\s*(?:[:—–-]|\()/u.test(after);
    return isOpening && isAlone && (first.syntax === "link" || isAloneOnLine(before, after));
  }
  if (options.isHeading) return isOpening || (first.syntax !== "bare" && before.length <= 60 && DECORATION.test(after));
  if (isOpening) return first.syntax !== "bare" || isNameOrTitle(first, before, after);
  if (first.notation === "name") return false;
  if (LABEL_BEFORE.test(before)) return first.syntax !== "bare" || DECORATION.test(after);
  if (before.length <= 160 && /\s$/.test(before) && GENERIC_LABEL.test(first.label) && DECORATION.test(after)) return true;
  const isTitleFirst = before.length <= 160 && !/[.!?]\s/.test(before) && /[([:–—-]\s*$|\s$/u.test(before);
  return isTitleFirst && (GENERIC_LABEL.test(first.label) || (/[([]\s*$/u.test(before) && DECORATION.test(after)));
}

function isAloneOnLine(before: string, after: string): boolean {
  return DECORATION.test(before) && DECORATION.test(after);
}

/** A bare file name opens an item as its subject when what follows is a separator or a remark, not the rest of a sentence. */
function isNameOrTitle(first: Reference, before: string, after: string): boolean {
  return first.isStrong || /^\s*(?:$|[:–—(←#|,-]|\s{2})/u.test(after) || /\d[.)]\s*$/.test(before);
}

function claimsOfLine(
  tokens: readonly Token[],
  first: Reference,
  { listed, isField }: { readonly listed: ReadonlySet<Reference>; readonly isField: boolean },
): Claims {
  const at = tokens.indexOf(first);
  const last = tokens.findLastIndex((token) => token.type === "reference" && listed.has(token));
  const before = clean(wordsBetween(tokens, 0, at).replace(/^[\s\p{S}\p{N}.)\]-]+/u, ""));
  const description = clean(wordsBetween(tokens, last + 1, tokens.length));
  const own = labelClaims(first);
  const isTitleBefore = !isField && own.title === undefined && /\p{L}{2}/u.test(before);
  return { ...(isTitleBefore ? { title: before } : {}), ...own, ...(description === "" ? {} : { description }) };
}

/** What a link's own words claim: a number, an identifier with or without a title, or a title; a path claims nothing more. */
export function labelClaims(reference: Reference): Claims {
  const label = reference.label.trim();
  if (label === "" || reference.syntax === "code" || reference.syntax === "bare" || GENERIC_LABEL.test(label)) return {};
  if (/^[#№]?\s?\d{1,6}$/u.test(label)) return { number: label.replace(/^[#№]\s?/u, "") };
  if (label === reference.target || (hasKnownExtension(label) && !/\s/.test(label))) return {};
  const identifier = identifiersOf(label)[0];
  const opens =
    identifier && label.startsWith(identifier.text) && /^[A-Z]/.test(identifier.text)
      ? { identifier: identifier.text, number: String(identifier.number) }
      : {};
  return { title: label, ...opens };
}

function clean(text: string): string {
  const opened = text.replace(/\s+/g, " ").replace(/^[\s:–—\-−·•|,;←→)\]]+/u, "");
  let end = opened.length;
  while (end > 0 && /[\s:–—\-−·•|,;→([]/u.test(opened.charAt(end - 1))) end--;
  return opened.slice(0, end);
}

/** `**File:** x`, `Status: Draft`: a line that opens with a known claim's name and a colon. Null where it is none. */
export function fieldOf(
  tokens: readonly Token[],
): { readonly column: ClaimColumn; readonly value: string; readonly hasReference: boolean } | null {
  const first = tokens[0];
  if (first?.type !== "words") return null;
  const text = wordsBetween(tokens, 0, tokens.length);
  const match = /^\s*([\p{L}][\p{L} _-]{1,24}?)\s*[:：]\s*(.*)$/u.exec(text);
  const column = match ? claimOfHeader(match[1] ?? "") : null;
  if (!match || !column) return null;
  return { column, value: (match[2] ?? "").trim(), hasReference: tokens.some((token) => token.type === "reference") };
}
