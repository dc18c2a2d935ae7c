/**
 * THE PATH RULE (DESIGN.md section 4): from one mention to what it leads to. Pure: asks the listing, never the disk.
 */
import type { Mention, Resolution, ResolutionStep, SeedIndex } from "../types.ts";
import { globMatcher, literalStart, pathsFrom } from "../util/glob.ts";
import { isGlob } from "../util/path-shape.ts";
import { cutForMessage } from "../util/quote.ts";
import { absenceOf } from "./absence.ts";
import { resolveByName, resolveByTitle } from "./by-name.ts";
import { candidatesFor, wantedPath } from "./candidates.ts";
import { isCodeHostPage } from "./code-host.ts";
import type { PathContext } from "./context.ts";
import { directoryDocument } from "./directory-document.ts";
import { resolveUrl } from "./resolve-url.ts";
import { folderOf, joinPath, parseTarget, type Target } from "./target.ts";

type PathTarget = Extract<Target, { type: "path" }>;

/** What a mention leads to. Deterministic; costs a few lookups, and a scan of the listing only where the target is missing. */
export function resolveMention(mention: Mention, context: PathContext): Resolution {
  if (mention.notation === "title") return resolveByTitle(mention, context);
  const target = parseTarget(mention.target);
  switch (target.type) {
    case "empty":
      return { state: "absent", reason: "planned", evidence: "the link has no target", tried: [] };
    case "url":
      return resolveUrl(target.url, mention, context);
    case "anchor":
      return { state: "anchor", anchor: target.anchor };
    case "machine-path":
      return mention.notation === "link" ? { state: "outside-root", target: target.path } : { state: "not-a-path" };
    case "path":
      return resolvePath(target, mention, context);
  }
}

function resolvePath(target: PathTarget, mention: Mention, context: PathContext): Resolution {
  if (isGlob(target.path)) return resolveGlob(target, mention, context);
  const starts = startFolders(target, mention, context.index);
  const joined = starts.flatMap(({ folder, step }) => {
    const path = joinPath(folder, target.path);
    return path === null ? [] : [{ path, step }];
  });
  for (const { path, step } of joined) {
    const found = tryPath(path, step, { target, context });
    if (found) return found;
  }
  const tried = [...new Set(joined.map(({ path }) => (target.isFolder ? `${path}/` : path)))];
  const elsewhere = mention.notation === "link" ? null : resolveByName(target.path, mention, context);
  return elsewhere ?? wrongCase(tried, target, context) ?? notFound({ target, mention, tried }, context);
}

/** Folders to start from, in order: as written from the index (or the root for `/x`), then base folders, then the root. */
function startFolders(target: PathTarget, mention: Mention, index: SeedIndex): { folder: string; step: ResolutionStep }[] {
  const home = joinPath(folderOf(index.path), index.baseFolder ?? "") ?? "";
  const bases = mention.bases.flatMap((base) => {
    const clean = base.replace(/^\/+|\/+$/g, "");
    return [joinPath(home, clean), joinPath("", clean)].flatMap((folder) =>
      folder === null ? [] : [{ folder, step: "from-base-folder" as const }],
    );
  });
  const own = { folder: home, step: "as-written" as const };
  const root = { folder: "", step: "from-root" as const };
  if (target.isFromRoot) return [{ ...root, step: "as-written" }, { ...own, step: "from-base-folder" }, ...bases];
  return mention.notation === "link" ? [own, ...bases, root] : [...bases, own, root];
}

function tryPath(
  path: string,
  step: ResolutionStep,
  at: { readonly target: PathTarget; readonly context: PathContext },
): Resolution | null {
  const { target, context } = at;
  const { listing } = context;
  const anchor = target.anchor === undefined ? {} : { anchor: target.anchor };
  const oddity = listing.oddity(path);
  if (oddity !== null)
    return oddity.startsWith("link out of")
      ? { state: "outside-root", target: path }
      : { state: "unreadable", path: listing.find(path) ?? path, reason: oddity };
  const file = listing.isFile(path) ? listing.find(path) : null;
  if (file !== null) return { state: "found", path: file, step, isDirectory: false, ...anchor };
  if (!target.isFolder) {
    const extended = withExtension(path, context);
    if (extended !== null) return { state: "found", path: extended, step: "default-extension", isDirectory: false, ...anchor };
  }
  if (!listing.isDirectory(path) || (path === "" && !/[./]/.test(target.path))) return null;
  const document = directoryDocument(path, listing);
  if (document !== null) return { state: "found", path: document, step: "directory-document", isDirectory: false, ...anchor };
  return {
    state: "found",
    path: listing.find(path) ?? path,
    step: step === "as-written" ? "directory" : step,
    isDirectory: true,
    ...anchor,
  };
}

/** The file with the index's default extension, else with one of the usual ones; a built page's source (`x.html` of `x.md`). */
function withExtension(path: string, { index, listing }: PathContext): string | null {
  const extensions = [...new Set([...(index.defaultExtension ? [index.defaultExtension] : []), ".md", ".rst", ".mdx", ".adoc", ".ipynb"])];
  const built = path.replace(/\.html?$/i, "");
  if (built === path && /\.[A-Za-z][A-Za-z0-9]{0,4}$/.test(path) && extensions.some((extension) => path.endsWith(extension))) return null;
  for (const extension of [...extensions, ...(built === path ? [] : [".mediawiki", ".txt"])]) {
    const candidate = `${built}${extension}`;
    if (listing.isFile(candidate)) return listing.find(candidate);
  }
  return null;
}

function resolveGlob(target: PathTarget, mention: Mention, { index, listing }: PathContext): Resolution {
  const starts = startFolders(target, mention, index).map(({ folder }) => joinPath(folder, target.path));
  for (const pattern of new Set(starts)) {
    if (pattern === null || !listing.isDirectory(folderOf(literalStart(pattern)))) continue;
    const isMatch = globMatcher(pattern);
    if (pathsFrom(literalStart(pattern), listing.paths).some(isMatch))
      return { state: "found", path: pattern, step: "glob", isDirectory: true };
  }
  return {
    state: "absent",
    reason: "placeholder",
    evidence: `"${cutForMessage(target.path)}" is a pattern that matches no file`,
    tried: [],
  };
}

function wrongCase(tried: readonly string[], target: PathTarget, { listing }: PathContext): Resolution | null {
  for (const path of tried) {
    const others = listing.findAnyCase(path.replace(/\/$/, ""));
    const found = others.find((other) => listing.isFile(other) !== target.isFolder) ?? others[0];
    if (found !== undefined) return { state: "wrong-case", path: found, ...(target.anchor === undefined ? {} : { anchor: target.anchor }) };
  }
  return null;
}

function notFound(
  missed: { readonly target: PathTarget; readonly mention: Mention; readonly tried: readonly string[] },
  context: PathContext,
): Resolution {
  const { target, mention, tried } = missed;
  if (mention.notation === "name") return { state: "not-a-path" };
  if (tried.length === 0 || joinPath(folderOf(context.index.path), target.path) === null) {
    if (isCodeHostPage(target.path)) return { state: "url", url: mention.target };
    if (!target.isFromRoot) return outsideRoot(missed, context);
  }
  const absence = absenceOf(mention, tried, context.facts);
  if (absence) return { state: "absent", ...absence, tried };
  const wanted = target.isFromRoot
    ? target.path
    : wantedPath(joinPath(folderOf(context.index.path), context.index.baseFolder ?? "") ?? "", target.path);
  const candidates = candidatesFor(target.isFolder ? `${wanted}/` : wanted, mention, context);
  return { state: "missing", tried, candidates };
}

/** `../x` that leads out of the root: a fault of its own, unless a file of the set is plainly meant (`../CIP-0012/` for `./CIP-0012/`). */
function outsideRoot(
  { target, mention, tried }: { readonly target: PathTarget; readonly mention: Mention; readonly tried: readonly string[] },
  context: PathContext,
): Resolution {
  const inside = target.path.replace(/^(?:\.\.?\/)+/, "");
  const candidates = candidatesFor(inside, mention, context);
  if ((candidates[0]?.likeness ?? 0) >= 0.8) return { state: "missing", tried: [...tried, target.path], candidates };
  return mention.notation === "link" ? { state: "outside-root", target: mention.target } : { state: "not-a-path" };
}
