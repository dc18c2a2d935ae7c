/** From resolved mentions to entries: neighbours vouch for one another, all mentions of one target are one entry (DESIGN.md section 5). */
import type { Claims, Entry, FileListing, Mention, PathFacts, Resolution, ResolvedMention, SeedIndex } from "../types.ts";
import { hasDocumentExtension } from "../util/path-shape.ts";
import { parseCodeHostUrl, publishedPath } from "./code-host.ts";
import type { PathContext } from "./context.ts";
import { resolveMention } from "./resolve.ts";
import { folderOf, joinPath, parseTarget } from "./target.ts";

export interface SetPaths {
  readonly entries: readonly Entry[];
  /** Passing mentions that belong to no entry. */
  readonly passing: readonly ResolvedMention[];
  /** URLs that lead out of the set. */
  readonly externalUrlCount: number;
}

/** Resolves an index's mentions and joins them into entries, both in the order of the text. */
export function entriesOf(index: SeedIndex, listing: FileListing, facts: PathFacts): SetPaths {
  const resolved = resolveAll(index, listing, facts);
  const judged = dropTablesOfOtherThings(withCertainty(resolved));
  const kept = judged.filter(
    ({ resolution }) => resolution.state !== "not-a-path" && resolution.state !== "url" && !isIllustration(resolution),
  );
  const { entries, passing } = join(kept, index);
  const externalUrlCount = index.externalUrlCount + judged.filter(({ resolution }) => resolution.state === "url").length;
  return { entries, passing, externalUrlCount };
}

function isIllustration(resolution: ResolvedMention["resolution"]): boolean {
  return resolution.state === "absent" && resolution.reason === "illustration";
}

/** Two passes: what is found tells which hosts are the set's own and which documents are taken, which the missing ones are then judged by. */
function resolveAll(index: SeedIndex, listing: FileListing, facts: PathFacts): ResolvedMention[] {
  const context: PathContext = { index, listing, facts, taken: new Set(), ownHosts: new Set(), isFirstPass: true };
  const first = index.mentions.map((mention) => resolveMention(mention, context));
  const taken = new Set(first.flatMap((resolution) => (resolution.state === "found" ? [resolution.path] : [])));
  const second: PathContext = { ...context, taken, ownHosts: ownHosts(index.mentions, context), isFirstPass: false };
  const labelled = foundByLabel(index.mentions, first);
  return index.mentions.map((mention, at) => {
    const before = first[at];
    const isHere = before?.state === "found" && before.step !== "code-host-url" && before.step !== "published-page";
    const isSettled = isHere || before?.state === "absent";
    const resolution = isSettled && before ? before : resolveMention(mention, second);
    const alias = resolution.state === "missing" && mention.notation === "path" ? labelled.get(mention.target) : undefined;
    return { mention, indexPath: index.path, resolution: alias ?? resolution, certainty: 1 };
  });
}

/** What links lead to, by their label where it is shaped like a file's name: such an index calls `[SETUP.md](setup-guide.md)` by `SETUP.md` elsewhere. */
function foundByLabel(mentions: readonly Mention[], resolutions: readonly Resolution[]): ReadonlyMap<string, Resolution> {
  const labelled = new Map<string, Resolution>();
  mentions.forEach((mention, at) => {
    const resolution = resolutions[at];
    if (resolution?.state !== "found" || mention.notation !== "link" || !hasDocumentExtension(mention.label)) return;
    if (!labelled.has(mention.label)) labelled.set(mention.label, { ...resolution, step: "by-name" });
  });
  return labelled;
}

/**
 * Hosts and repositories whose URLs mean files of this set: the remote's, or those of which at least two URLs (or the only one, where the path
 * is two folders deep) and at least half are here.
 */
function ownHosts(mentions: readonly Mention[], context: PathContext): ReadonlySet<string> {
  const counts = new Map<string, { here: Set<string>; all: Set<string> }>();
  for (const mention of mentions) {
    if (mention.isEmbedded || !/^https?:/i.test(mention.target)) continue;
    const file = parseCodeHostUrl(mention.target);
    const key = file?.repository ?? publishedPath(mention.target)?.host;
    if (key === undefined || file?.path === "" || file?.isPermalink) continue;
    const resolution = resolveMention(mention, context);
    const count = counts.get(key) ?? { here: new Set(), all: new Set() };
    count.all.add(mention.target);
    if (resolution.state === "found") count.here.add(resolution.path);
    counts.set(key, count);
  }
  return new Set([
    ...context.facts.repositories,
    ...[...counts].filter(([, { here, all }]) => here.size >= 2 && here.size * 2 >= all.size).map(([key]) => key),
  ]);
}

/** Share of a listing's mentions that lead to files, for judging the ones that do not. */
function withCertainty(resolved: readonly ResolvedMention[]): ResolvedMention[] {
  const byListing = new Map<string, { found: number; all: number }>();
  const paths = { found: 0, all: 0 };
  for (const { mention, resolution } of resolved) {
    if (mention.role !== "listing" || resolution.state === "url" || resolution.state === "anchor" || resolution.state === "absent")
      continue;
    const count = byListing.get(mention.listing) ?? { found: 0, all: 0 };
    const isFound = resolution.state === "found" || resolution.state === "wrong-case" || resolution.state === "ambiguous";
    count.all++;
    count.found += isFound ? 1 : 0;
    if (mention.notation !== "link") {
      paths.all++;
      paths.found += isFound ? 1 : 0;
    }
    byListing.set(mention.listing, count);
  }
  return resolved.map((entry) => ({
    ...entry,
    certainty: certaintyOf(entry, byListing.get(entry.mention.listing) ?? { found: 0, all: 0 }, paths),
  }));
}

interface Share {
  readonly found: number;
  readonly all: number;
}

/** 0 to 1. Links are meant; paths in text are as sure as their neighbours; source code and media less, because sets are copied without them. */
function certaintyOf({ mention, resolution }: ResolvedMention, listing: Share, paths: Share): number {
  if (resolution.state === "found") return 1;
  const kind = hasDocumentExtension(mention.target.replace(/[#?].*$/, "")) || mention.notation === "link" ? 1 : 0.6;
  if (mention.notation === "link") return mention.role === "listing" ? 0.95 : 0.8;
  if (mention.role === "passing") return 0.3 * kind;
  const share = listing.all >= 3 ? listing : { found: listing.found + paths.found, all: listing.all + paths.all };
  const ratio = share.all === 0 ? 0 : share.found / share.all;
  const isDrawing = mention.listing.startsWith("drawing-");
  if (isDrawing) return ratio < 0.5 ? 0 : isMachineDrawing(mention) ? 0.25 : 0.7 * kind;
  return (ratio >= 0.5 ? 0.9 : ratio > 0 ? 0.45 : 0.2) * kind;
}

/** A drawing of where things end up on somebody's machine (`~/.config/x/`, `/opt/x/`) shows what is installed, not what is listed. */
function isMachineDrawing(mention: Mention): boolean {
  return /^[~/]/.test(mention.bases[0] ?? "");
}

/** Tables of numbers and titles, and drawings, of which most lines lead nowhere are about something else. */
function dropTablesOfOtherThings(resolved: readonly ResolvedMention[]): ResolvedMention[] {
  const counts = new Map<string, Share & { readonly paths: Set<string> }>();
  for (const { mention, resolution } of resolved) {
    if (mention.notation !== "title" && !mention.listing.startsWith("drawing-")) continue;
    const count = counts.get(mention.listing) ?? { found: 0, all: 0, paths: new Set<string>() };
    if (resolution.state === "found") count.paths.add(resolution.path);
    counts.set(mention.listing, { found: count.paths.size, all: count.all + 1, paths: count.paths });
  }
  return resolved.map((entry) => {
    const count = counts.get(entry.mention.listing);
    if (!count || (count.found >= 3 && count.found * 2 >= count.all)) return entry;
    const isDrawing = entry.mention.listing.startsWith("drawing-");
    if (isDrawing && count.found * 2 >= count.all && count.found > 0) return entry;
    if (isDrawing && entry.resolution.state === "found") return { ...entry, mention: { ...entry.mention, role: "passing" } };
    return {
      ...entry,
      resolution: { state: "absent", reason: "illustration", evidence: "most of this listing leads to no file", tried: [] },
    };
  });
}

function join(resolved: readonly ResolvedMention[], index: SeedIndex): { entries: Entry[]; passing: ResolvedMention[] } {
  const groups = new Map<string, ResolvedMention[]>();
  for (const entry of resolved) {
    const key = keyOf(entry, index);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const entries: Entry[] = [];
  const passing: ResolvedMention[] = [];
  for (const group of groups.values()) {
    const listed = group.filter(({ mention, resolution }) => mention.role === "listing" && resolution.state !== "anchor");
    const first = listed.find(({ resolution }) => !("anchor" in resolution)) ?? listed[0];
    if (first) entries.push(entryOf(first, group, index));
    else passing.push(...group);
  }
  return { entries, passing };
}

function keyOf({ mention, resolution }: ResolvedMention, index: SeedIndex): string {
  switch (resolution.state) {
    case "found":
    case "wrong-case":
    case "unreadable":
      return `path:${resolution.path}`;
    case "anchor":
      return `anchor:${resolution.anchor}`;
    default: {
      const target = parseTarget(mention.target);
      const path =
        target.type === "path" ? (joinPath(target.isFromRoot ? "" : folderOf(index.path), target.path) ?? target.path) : mention.target;
      return `target:${path}`;
    }
  }
}

function entryOf(first: ResolvedMention, group: readonly ResolvedMention[], index: SeedIndex): Entry {
  const { mention, resolution } = first;
  const claims = Object.assign(
    {},
    ...group
      .filter((other) => other.mention.role === "listing" && !("anchor" in other.resolution && other !== first))
      .map((other) => other.mention.claims)
      .reverse(),
    mention.claims,
  ) as Claims;
  const path = resolution.state === "found" || resolution.state === "wrong-case" ? resolution.path : null;
  return {
    id: `${index.path}:${mention.target}`,
    indexPath: index.path,
    first,
    mentions: group,
    target: mention.target,
    path,
    title: claims.title ?? mention.label,
    claims,
    sections: mention.sections,
  };
}
