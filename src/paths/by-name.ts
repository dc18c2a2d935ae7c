/** Targets that give less than a path: a bare name in a code span, a wiki link, a number or a title in a table. */
import type { FileListing, Mention, Resolution } from "../types.ts";
import { numberOf, numberOfName } from "../util/identifiers.ts";
import { wordsOf, wordsOfPath } from "../util/words.ts";
import type { PathContext } from "./context.ts";
import { directoryDocument } from "./directory-document.ts";
import { folderOf, nameOf } from "./target.ts";

/**
 * A file of this name in another folder: the one whose path ends as the target is written; else without the first folder, which may be
 * the repository's own name. Null where there is none; ambiguous where several fit equally well.
 */
export function resolveByName(target: string, mention: Mention, context: PathContext): Resolution | null {
  const { listing } = context;
  const clean = target.replace(/^(?:\.\.?\/)+/, "").replace(/\/+$/, "");
  const withoutFirst = clean.slice(clean.indexOf("/") + 1);
  if (
    clean.includes("/") &&
    (listing.isFile(withoutFirst) || listing.isDirectory(withoutFirst)) &&
    !listing.isDirectory(clean.split("/")[0] ?? "")
  ) {
    const path = listing.find(withoutFirst) ?? withoutFirst;
    const isDirectory = listing.isDirectory(withoutFirst);
    return {
      state: "found",
      path: isDirectory ? (directoryDocument(path, listing) ?? path) : path,
      step: "without-root-prefix",
      isDirectory: isDirectory && directoryDocument(path, listing) === null,
    };
  }
  const known = namesakesIn(listing);
  const same = known.get(clean) ?? filesNamed(clean, listing);
  known.set(clean, same);
  return choose(same, mention, context);
}

/** Files by the bare name that they are meant by, looked up once a listing; freed with it. */
const namesakesByListing = new WeakMap<FileListing, Map<string, readonly string[]>>();

function namesakesIn(listing: FileListing): Map<string, readonly string[]> {
  const known = namesakesByListing.get(listing) ?? new Map<string, readonly string[]>();
  namesakesByListing.set(listing, known);
  return known;
}

function filesNamed(clean: string, listing: FileListing): string[] {
  const names = /\.[A-Za-z0-9]{1,10}$/.test(clean) ? [nameOf(clean)] : [nameOf(clean), `${nameOf(clean)}.md`, `${nameOf(clean)}.rst`];
  return names.flatMap((name) => listing.byName(name)).filter((path) => `/${stem(path)}`.endsWith(`/${stem(clean)}`) && !isApart(path));
}

function stem(path: string): string {
  return path.replace(/\.(?:md|rst)$/i, "");
}

/** Folders whose files nobody means by a bare name. */
function isApart(path: string): boolean {
  return /(?:^|\/)(?:node_modules|vendor|third_party|\.git|dist|build|_build)\//.test(path);
}

function choose(paths: readonly string[], mention: Mention, { index }: PathContext): Resolution | null {
  const first = paths[0];
  if (first === undefined) return null;
  if (paths.length === 1) return { state: "found", path: first, step: "by-name", isDirectory: false };
  const home = folderOf(index.path);
  const below = paths.filter((path) => home === "" || path.startsWith(`${home}/`));
  const bySection = inSection(below.length > 0 ? below : paths, mention);
  const nearest = bySection.length === 1 ? bySection : below.length === 1 ? below : null;
  if (nearest?.[0] !== undefined) return { state: "found", path: nearest[0], step: "by-name", isDirectory: false };
  return mention.role === "listing" && mention.notation !== "name"
    ? { state: "ambiguous", paths }
    : { state: "found", path: below[0] ?? first, step: "by-name", isDirectory: false };
}

/** Files of one name that are told apart by the headings above the mention; of more, no heading names the one. */
const MOST_NAMESAKES = 200;

/** Those in a folder that a heading above the mention names. */
function inSection(paths: readonly string[], mention: Mention): readonly string[] {
  if (paths.length > MOST_NAMESAKES) return [];
  const words = new Set(mention.sections.flatMap(wordsOf));
  return paths.filter((path) =>
    folderOf(path)
      .toLowerCase()
      .split("/")
      .some((segment) => words.has(segment)),
  );
}

/**
 * A row without a path: its number on a file or folder below the index (`007-contact-frontend/` for 007), its title or identifier as a
 * name without extension. Neighbours decide later whether the table lists documents at all.
 */
export function resolveByTitle(mention: Mention, context: PathContext): Resolution {
  const { listing, index } = context;
  const home = folderOf(index.path);
  for (const name of [mention.target, mention.claims.title, mention.claims.identifier]) {
    if (name === undefined || name.length > 120) continue;
    const exact = namesakes(name, home, context);
    if (exact !== null) return { state: "found", ...exact, step: "by-title" };
  }
  const number = numberOf(mention.claims.number ?? mention.claims.identifier ?? "");
  if (number === null) return { state: "not-a-path" };
  const title = wordsOf(mention.claims.title ?? mention.target);
  const numbered = (numbersIn(home, listing).get(number.number) ?? []).filter((path) => path !== index.path);
  const fitting =
    numbered.length > 1
      ? numbered.filter((path) => wordsOfPath(path).some((word) => title.includes(word) && !/^\d+$/.test(word)))
      : numbered;
  const path = fitting[0];
  if (path === undefined || fitting.length > 1) return { state: "not-a-path" };
  if (!listing.isDirectory(path)) return { state: "found", path, step: "by-number", isDirectory: false };
  const document = directoryDocument(path, listing);
  return { state: "found", path: document ?? path, step: "by-number", isDirectory: document === null };
}

/** Files and folders by the number that their names carry, by listing and folder; freed with the listing. */
const numbersByListing = new WeakMap<FileListing, Map<string, ReadonlyMap<number, readonly string[]>>>();

function numbersIn(folder: string, listing: FileListing): ReadonlyMap<number, readonly string[]> {
  const byFolder = numbersByListing.get(listing) ?? new Map<string, ReadonlyMap<number, readonly string[]>>();
  numbersByListing.set(listing, byFolder);
  const known = byFolder.get(folder);
  if (known) return known;
  const numbers = new Map<number, string[]>();
  for (const path of listing.children(folder)) {
    const number = numberOfName(nameOf(path))?.number;
    if (number === undefined) continue;
    const same = numbers.get(number);
    if (same) same.push(path);
    else numbers.set(number, [path]);
  }
  byFolder.set(folder, numbers);
  return numbers;
}

/** A file or folder whose name without extension is this name, letter for letter, or as a slug. */
function namesakes(name: string, home: string, { listing }: PathContext): { readonly path: string; readonly isDirectory: boolean } | null {
  const slug = wordsOf(name).join("-");
  if (slug === "" || /^\d+$/.test(slug)) return null;
  const inside = home === "" ? "" : `${home}/`;
  for (const stemmed of [name, slug, slug.replace(/-/g, "_")]) {
    for (const extension of [".md", ".rst", ".pdf", ".adoc", ".txt", ".json", ".yaml", ".docx"]) {
      const path = listing.find(`${inside}${stemmed}${extension}`);
      if (path !== null && listing.isFile(path)) return { path, isDirectory: false };
    }
    if (listing.isDirectory(`${inside}${stemmed}`) && stemmed !== "") {
      const folder = listing.find(`${inside}${stemmed}`) ?? stemmed;
      const document = directoryDocument(folder, listing);
      return { path: document ?? folder, isDirectory: document === null };
    }
  }
  return null;
}
