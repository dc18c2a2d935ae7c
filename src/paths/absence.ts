/** Targets that are absent on purpose: told apart from faults by git's own files, by the row's words and by the path's shape. */
import type { AbsenceReason, Mention, PathFacts } from "../types.ts";
import { isPlaceholder } from "../util/path-shape.ts";
import { cutForMessage } from "../util/quote.ts";
import { wordsOf } from "../util/words.ts";
import { addsNothing, GOES_ON, HEADING_GOES_ON, PLANNED_HEADING_GOES_ON, STATUS_WORDS } from "./absence-words.ts";
import { folderOf } from "./target.ts";

export interface Absence {
  readonly reason: AbsenceReason;
  /** What says so: a row's words, an ignore rule, a submodule's folder. */
  readonly evidence: string;
}

/** A row of more characters speaks of more than one document; a remark or heading of more is a sentence. */
const LONGEST_ROW = 2000;
const LONGEST_REMARK = 80;
/** Folders that programs write: documentation builders' output and generated pages. */
const GENERATED_FOLDER =
  /(?:^|\/)(?:_?generated|_?autogen|gen|_build|build|dist|site|target|_site|public|out|node_modules|vendor|\.docusaurus|coverage|apidocs?|_autosummary|autoapi)\//i;

/** Why a target's absence is no fault, or null. `tried` are the paths at which it was looked for, relative to the root. */
export function absenceOf(mention: Mention, tried: readonly string[], facts: PathFacts): Absence | null {
  const submodule = facts.submodules.find((folder) => tried.some((path) => path === folder || path.startsWith(`${folder}/`)));
  if (submodule !== undefined) return { reason: "submodule", evidence: `${submodule} is a submodule` };
  const ignored = tried.find((path) => path !== "" && facts.isIgnored(path));
  if (ignored !== undefined) return { reason: "ignored-by-git", evidence: `git ignores ${ignored}` };
  if (mention.isStruck) return { reason: "removed", evidence: `"${cutForMessage(mention.label)}" is struck through` };
  if (isPlaceholder(mention.target))
    return { reason: "placeholder", evidence: `"${cutForMessage(mention.target)}" is a stand-in for a name` };
  return absenceByWords(mention) ?? absenceByFolder(mention, tried);
}

function absenceByWords(mention: Mention): Absence | null {
  const { status } = mention.claims;
  for (const [reason, word] of STATUS_WORDS) {
    const found = status === undefined ? null : word.exec(status);
    if (found) return { reason, evidence: evidenceOf(status ?? "", found[0]) };
  }
  const remarks = remarksOf(mention).map((text) => [text, GOES_ON] as const);
  const headings = headingsOf(mention).map((text) => [text, HEADING_GOES_ON] as const);
  for (const [text, goesOn] of [...remarks, ...headings]) {
    const reason = text.length <= LONGEST_REMARK ? statedReason(text, mention, goesOn) : null;
    if (reason !== null) return { reason, evidence: evidenceOf(text, text) };
  }
  return null;
}

function evidenceOf(text: string, word: string): string {
  return `the index says "${text.length <= LONGEST_REMARK ? text : word}"`;
}

/** The reason that a text states; null where a status word is part of a subject ("Private keys") or of a sentence. */
function statedReason(text: string, mention: Mention, goesOn: RegExp): AbsenceReason | null {
  for (const [reason, word] of STATUS_WORDS) {
    const found = word.exec(text);
    if (!found) continue;
    const rest = [text.slice(0, found.index), text.slice(found.index + found[0].length)].map(withoutStatus);
    const [before = "", after = ""] = reason === "external" ? rest.map((part) => withoutFolders(part, mention)) : rest;
    const isPlan = reason === "planned" && PLANNED_HEADING_GOES_ON.test(after);
    if (addsNothing(before, reason) && (addsNothing(after, reason) || goesOn.test(after) || isPlan)) return reason;
  }
  return null;
}

/** A second status beside the first ("Removed or retired") adds nothing to it. */
function withoutStatus(text: string): string {
  return STATUS_WORDS.reduce((left, [, word]) => left.replace(word, " "), text);
}

/** What is kept elsewhere is called by the name of the folder that it would stand in: `upstream Jido` for `../jido/guides/`. */
function withoutFolders(text: string, mention: Mention): string {
  const folders = new Set(wordsOf(folderOf(mention.target.slice(0, LONGEST_ROW))));
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (folders.has(word.toLowerCase()) ? "" : word));
}

/** Where a row says what has become of its document: the word before it, brackets, a description of few words, the other cells. */
function remarksOf({ claims, label, rowText }: Mention): string[] {
  const row = rowText.length <= LONGEST_ROW ? rowText : "";
  const cells = row.split(" | ");
  const others = cells.length > 1 ? cells.filter((cell) => cell.length <= 40 && cell !== label && cell !== claims.title) : [];
  const short = claims.description !== undefined && claims.description.split(/\s+/, 5).length <= 4 ? [claims.description] : [];
  return [...wordBefore(label, row), ...bracketsIn(row).filter((text) => text !== label), ...short, ...others];
}

/** `the planned x.md`: the two words right before the label. */
function wordBefore(label: string, row: string): string[] {
  const at = label === "" ? -1 : row.indexOf(label);
  const before = at < 0 ? null : /[\p{L}-]+ [\p{L}-]+(?=\s+$)/u.exec(row.slice(Math.max(0, at - LONGEST_REMARK), at));
  return before ? [before[0]] : [];
}

/** The nearest headings that are short, and what stands in their brackets. */
function headingsOf({ sections }: Mention): string[] {
  const short = sections.slice(-2).filter((section) => section.split(/\s+/, 6).length <= 5);
  return short.flatMap((section) => [section, ...bracketsIn(section)]);
}

function bracketsIn(text: string): string[] {
  return [...text.matchAll(/[([（【]([^()[\]（）【】]{2,60})[)\]）】]/gu)].map((match) => match[1] ?? "");
}

function absenceByFolder(mention: Mention, tried: readonly string[]): Absence | null {
  const path = tried.find((candidate) => GENERATED_FOLDER.test(candidate));
  if (path === undefined || mention.notation === "title") return null;
  return { reason: "generated", evidence: `${path} is in a folder that programs write` };
}
