/** Names of an RST text: hyperlink targets, substitutions and roles that its inline text refers to. */
import type { Place } from "../../types.ts";
import type { Span } from "./blocks.ts";
import type { Passage, SourceText } from "./passage.ts";

/** A target as written, escapes undone, and where it stands. */
export interface RstTarget {
  readonly target: string;
  readonly targetPlace: Place;
}

export interface RstNames {
  readonly source: SourceText;
  /** By normalised name: a target, or another name that it stands for. */
  readonly targets: Map<string, RstTarget | string>;
  /** Targets of anonymous references, in their order. */
  readonly anonymous: (RstTarget | string)[];
  /** Names of places within the text: headings, labels, footnotes. */
  readonly internal: Set<string>;
  /** What `|name|` stands for: text that is read as inline markup, or an image. */
  readonly substitutions: Map<string, Passage | Span>;
  /** Roles whose text is raw HTML. */
  readonly rawRoles: Set<string>;
}

/** A reference whose target is not known before the whole text is read. */
export interface PendingReference {
  readonly type: "pending";
  /** Normalised; null for an anonymous reference, which takes the next anonymous target. */
  readonly name: string | null;
  readonly label: string;
  readonly place: Place;
  /** What it is where there is no target: its words. */
  readonly plain: readonly Span[];
  /** Whether it is written as a phrase with back quotes, and so can be nothing but a reference. */
  readonly isPhrase: boolean;
}

export type RstPiece = Span | PendingReference;

/** A reference name as docutils compares it: case folded, blanks collapsed. */
export function normaliseName(name: string): string {
  return name.replace(/\s+/g, " ").trim().toLowerCase();
}

/** Backslash escapes undone: `\x` is `x`, an escaped blank is nothing. */
export function unescapeRst(text: string): string {
  return text.includes("\\") ? text.replace(/\\(?:\s|([\s\S]?))/g, "$1") : text;
}

/** A URI as docutils reads it: escapes undone, blanks that are not escaped removed. */
export function uriOf(text: string): string {
  return text.replace(/\\([\s\S]?)|\s+/g, "$1");
}

/** Follows a name to its target; null where it leads to none. */
export function resolveName(name: string, names: RstNames): RstTarget | null {
  let at: RstTarget | string | undefined = name;
  for (let step = 0; step < 20 && typeof at === "string"; step++) at = names.targets.get(at);
  return typeof at === "object" ? at : null;
}
