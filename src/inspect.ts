/**
 * WHAT IS THIS? One file by itself, and the entry that it belongs to:
 *
 *     file -> document -> signals; file -> its set -> check -> verdict of its entry, entry that it fits best
 */
import { dirname, relative, resolve, sep } from "node:path";
import { type CheckResult, checkSeedSet } from "./check.ts";
import { findSet, pathInRoot } from "./engine/find-set.ts";
import { inspectedFacts } from "./engine/inspected-facts.ts";
import { existingFile, loadFile } from "./engine/open-file.ts";
import { closestEntry, type EntryFit } from "./matching/closest-entry.ts";
import type { InspectedEntry, InspectedSet, Inspection } from "./reporters/inspection/inspection.ts";
import type { CheckedDocument, Entry, IdentityMatch } from "./types.ts";
import { documentAt } from "./util/document-at.ts";

/** Where the set of a file is looked for. */
export interface InspectOptions {
  /** Folder of the set; default: the current directory where it holds an index and the file, else the nearest folder above the file that holds one. */
  readonly root?: string;
  /** The set's index, where it has none of the usual names. */
  readonly index?: string;
  /** Directory that relative paths start from; default: the process's. */
  readonly cwd?: string;
  /** Follow links of the set that lead out of its root. The file itself is read wherever it stands: the caller names it. */
  readonly allowOutside?: boolean;
  /** Ends the work: it then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly phase: string; readonly done: number; readonly total: number }) => void;
}

/** Log-odds from which an unlisted document fits an entry. Of 1,007 documents of 38 real sets 79 % fit their own then; with that entry taken away 12 % fit a neighbour's, and of foreign ones 1 % fit any (2026-11). */
const FITS = 0.5;
/** The same for a listed document under its own entry: `AGREES` in `engine/report.ts`, under which an entry is never called right. */
const FITS_OWN = -1.5;
/** What another entry must be better by than a document's own. As in `rules/wrong-document.ts`; one of those 1,007 passes both. */
const BETTER_BY = 3;
/** Inspects one file. Reads files only; throws a SeedcheckError where the file cannot be read, never for what is in it. */
export async function inspectDocument(path: string, options: InspectOptions = {}): Promise<Inspection> {
  const cwd = resolve(options.cwd ?? "");
  return await inspectIn(existingFile(path, cwd), path, { ...options, cwd, roots: new Map(), checks: new Map() });
}

/** Inspects several files; each set that they stand in is checked once. All of them are looked at before the first is read. */
export async function inspectDocuments(paths: readonly string[], options: InspectOptions = {}): Promise<Inspection[]> {
  const cwd = resolve(options.cwd ?? "");
  const files = paths.map((path) => ({ path, full: existingFile(path, cwd) }));
  const call: Call = { ...options, cwd, roots: new Map(), checks: new Map() };
  const inspections: Inspection[] = [];
  for (const { path, full } of files) inspections.push(await inspectIn(full, path, call));
  return inspections;
}

interface Call extends InspectOptions {
  readonly cwd: string;
  /** Roots found so far, by folder of the file. */
  readonly roots: Map<string, string | null>;
  /** Checks made so far, by root. */
  readonly checks: Map<string, CheckResult>;
}

async function inspectIn(full: string, written: string, call: Call): Promise<Inspection> {
  const root = await rootOf(full, call);
  const checked = root === null ? null : await checkOnce(root, call);
  const path = root === null || checked === null ? null : inSet(pathInRoot(root, full), checked);
  const document = (path !== null && checked !== null && documentAt(path, checked.set)) || (await loadFile(full, written));
  return {
    ...inspectedFacts(document),
    path: shownPath(call.cwd, full) ?? written.split(sep).join("/"),
    set:
      root === null || checked === null
        ? null
        : setOf(document, path, { checked, root: shownPath(call.cwd, root) ?? root.split(sep).join("/") }),
  };
}

async function rootOf(full: string, call: Call): Promise<string | null> {
  const folder = dirname(full);
  const known = call.roots.get(folder);
  const root = known === undefined ? await findSet(full, call) : known;
  call.roots.set(folder, root);
  return root;
}

async function checkOnce(root: string, { cwd, index, allowOutside, signal, onProgress, checks }: Call): Promise<CheckResult | null> {
  const known = checks.get(root);
  const options = {
    ...(index === undefined ? {} : { path: index }),
    ...(allowOutside === undefined ? {} : { allowOutside }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const checked = known ?? (await checkSeedSet({ root, cwd, ...options }));
  checks.set(root, checked);
  return checked.report.indexes.length === 0 ? null : checked;
}

/** A path as the set's listing spells it. */
function inSet(path: string | null, { set }: CheckResult): string | null {
  return path === null ? null : (set.listing.find(path) ?? path);
}

/** A path from the current directory, with `/`, where it is that or below it. */
function shownPath(cwd: string, full: string): string | null {
  return full === cwd ? "." : relative(cwd, full).startsWith("..") ? null : pathInRoot(cwd, full);
}

interface Place {
  readonly checked: CheckResult;
  /** The root as it is shown. */
  readonly root: string;
}

function setOf(document: CheckedDocument, path: string | null, { checked, root }: Place): InspectedSet {
  const { report, set } = checked;
  const [main] = report.indexes;
  const isIndex = path !== null && report.indexes.some((index) => index.path === path);
  const listing = path === null || isIndex ? [] : set.entries.filter((entry) => leadsTo(entry, path, checked));
  const match = listing.flatMap((entry) => set.identity.matches.get(entry.path ?? "") ?? [])[0] ?? null;
  const closest = isIndex ? null : closestEntry(document, set);
  return {
    root,
    index: main?.path ?? "",
    form: main?.form ?? "",
    entryCount: set.entries.length,
    path,
    relation: isIndex ? "index" : path === null ? "outside" : listing.length > 0 ? "listed" : "unlisted",
    listedAs: listing.map((entry) => inspectedEntry(entry, match, checked)),
    fits: fitsOf(closest, match, listing),
    closest: closest && inspectedEntry(closest.entry, closest, checked),
    findings: report.findings
      .filter((finding) => finding.path === path && !isIndex)
      .map(({ rule, severity, message }) => ({ rule, severity, message })),
  };
}

function leadsTo(entry: Entry, path: string, { set }: CheckResult): boolean {
  return entry.path !== null && (entry.path === path || set.listing.leadsTo(entry.path) === path);
}

function fitsOf(closest: EntryFit | null, own: IdentityMatch | null, listing: readonly Entry[]): InspectedSet["fits"] {
  if (closest === null) return "not-compared";
  const isOwn = listing.includes(closest.entry);
  if (own === null) return closest.logOdds >= FITS ? "best" : "none";
  if (!isOwn && closest.logOdds >= FITS && closest.logOdds - own.logOdds >= BETTER_BY) return "best";
  return own.logOdds >= FITS_OWN ? "listed" : "none";
}

function inspectedEntry(entry: Entry, fit: Pick<EntryFit, "logOdds" | "belonging"> | null, { report }: CheckResult): InspectedEntry {
  const { line, column } = entry.first.mention.place;
  const judged = report.entries.find(({ id, line: at }) => id === entry.id && at === line);
  return {
    index: entry.indexPath,
    line,
    column,
    target: entry.target,
    title: entry.title,
    path: entry.path,
    verdict: judged?.verdict ?? "unknown",
    confidence: judged?.confidence ?? 0,
    fit: fit && { logOdds: fit.logOdds, belonging: fit.belonging },
  };
}
