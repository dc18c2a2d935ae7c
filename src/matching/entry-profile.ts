/** What an entry says of its document, in the form in which documents are compared with it. */
import type { Entry } from "../types.ts";
import { isGenericTitle } from "../util/generic-titles.ts";
import { type Identifier, identifiersOf, numberOfPath } from "../util/identifiers.ts";
import { hasKnownExtension } from "../util/path-shape.ts";
import { scriptOf } from "../util/script.ts";
import { termsOf } from "../util/terms.ts";
import { titleKey, titleKeyWithoutNumber, wordStems } from "./title-words.ts";

export interface EntryProfile {
  /** Terms of the title and the identifier. */
  readonly title: readonly number[];
  /** Terms of the file's own name; of its folder too, where the name is one of those that every folder has. */
  readonly name: readonly number[];
  /** Terms of the rest of the row: description and the cells beside it. */
  readonly rest: readonly number[];
  /** Terms of the headings above it, but the outermost. */
  readonly sections: readonly number[];
  /** All of title, name and rest. */
  readonly all: readonly number[];
  /** Beginnings of the words of title and name (`wordStems`). */
  readonly stems: readonly string[];
  readonly titleKeys: readonly string[];
  readonly unnumberedKeys: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly numbers: ReadonlySet<number>;
  /** The claims' own words, for telling in which script they are written. */
  readonly script: string | null;
  /** Title and name are words that head many documents ("Introduction", `index`), or it has neither. */
  readonly isGeneric: boolean;
}

/** Names that many folders have: the folder's name says which document it is. */
const GENERIC_NAME = /^(?:readme|index|main|proposal|spec|summary|overview)$/i;
/** Characters of a row that are looked at: a table's row seldom has more, and a whole paragraph would drown its title. */
const MOST_ROW_LENGTH = 1_500;

/** The profile of an entry whose document is at `path`. */
export function profileEntry(entry: Entry, path: string): EntryProfile {
  const titles = [...new Set([entry.claims.title, entry.title].filter((title) => title !== undefined && !isPathLike(title)))] as string[];
  const { identifier = "", number = "", description = "" } = entry.claims;
  const titleText = [...titles, identifier].join(" ");
  const nameText = nameOf(path);
  const title = termsOf(titleText);
  const name = termsOf(nameText);
  const named = new Set([...title, ...name]);
  const rest = termsOf(`${description} ${rowText(entry)}`.slice(0, MOST_ROW_LENGTH)).filter((term) => !named.has(term));
  const own = numberOfPath(path);
  return {
    title,
    name,
    rest,
    sections: termsOf(entry.sections.slice(1).join(" ")),
    all: [...named, ...rest],
    stems: wordStems(`${titleText} ${nameText}`),
    titleKeys: titles.map(titleKey),
    unnumberedKeys: titles.map(titleKeyWithoutNumber).filter((key) => key !== ""),
    identifiers: [...identifiersOf(titleText), ...(own && own.series !== "" ? [own] : [])],
    script: scriptOf(`${titleText} ${description}`),
    isGeneric: titles.every(isGenericTitle) && isGenericName(nameText),
    numbers: numbersIn(`${number} ${nameText} ${identifier} ${titles[0] ?? ""}`),
  };
}

/** A name is generic as a whole ("table-of-contents"), or where it is a folder's and a file's that both are ("examples index"). */
function isGenericName(name: string): boolean {
  const words = name.replace(/[-_.]+/g, " ");
  return isGenericTitle(words) || words.split(" ").every(isGenericTitle);
}

/** Numbers in a text, leading zeros dropped. */
export function numbersIn(text: string): ReadonlySet<number> {
  return new Set((text.match(/\d{1,15}/g) ?? []).map(Number));
}

function isPathLike(label: string): boolean {
  return (hasKnownExtension(label) && !/\s/.test(label)) || /^[\w.-]*\/[\w./-]*$/.test(label);
}

function nameOf(path: string): string {
  const parts = path.split("/");
  const stem = (parts.at(-1) ?? "").replace(/\.[^.]{1,10}$/, "");
  return GENERIC_NAME.test(stem) && parts.length > 1 ? `${parts.at(-2)} ${stem}` : stem;
}

function rowText(entry: Entry): string {
  return entry.mentions
    .filter(({ mention }) => mention.role === "listing")
    .map(({ mention }) => mention.rowText.split(mention.target).join(" "))
    .join(" ");
}
