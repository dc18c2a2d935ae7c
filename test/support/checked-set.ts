import { createHash } from "node:crypto";
import { posix } from "node:path";
import { PathListing } from "../../src/paths/listing.ts";
import { readDocument } from "../../src/readers/read-document.ts";
import { measureSignals } from "../../src/signals/measure.ts";
import type {
  CheckedDocument,
  CheckedSet,
  Claims,
  Document,
  Entry,
  Fault,
  Mention,
  Omission,
  Place,
  Resolution,
  ResolvedMention,
  Rule,
  RuleOutcome,
  SeedIndex,
  Signals,
} from "../../src/types.ts";

/** A document in a test: its text or bytes are read and measured by the real readers and signals; every other field replaces what they gave. */
export interface DocumentSketch {
  readonly path: string;
  /** Default: a heading of the file's own name and a sentence. */
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly sizeBytes?: number;
  readonly sha256?: string;
  /** Digests to compute beside SHA-256. */
  readonly algorithms?: readonly string[];
  readonly digests?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly encoding?: string | null;
  readonly problems?: CheckedDocument["problems"];
  readonly signals?: Partial<Signals>;
  /** Default: whether an entry leads to it. */
  readonly isListed?: boolean;
}

/** An entry in a test. Its line in the index is where its target stands there. */
export interface EntrySketch {
  readonly target: string;
  /** Default: the claimed title, else the target. */
  readonly title?: string;
  readonly claims?: Claims;
  readonly sections?: readonly string[];
  readonly notation?: Mention["notation"];
  readonly role?: Mention["role"];
  readonly listing?: string;
  readonly rowText?: string;
  readonly line?: number;
  readonly certainty?: number;
  readonly indexPath?: string;
  /** Default: found as written, from the index's folder, where a document or file is there; else missing. */
  readonly resolution?: Resolution;
  /** Further mentions of the same target. */
  readonly mentions?: readonly MentionSketch[];
}

export type MentionSketch = Omit<EntrySketch, "title" | "mentions"> & { readonly label?: string };

export interface SetSketch {
  /** Text of the index. Default: a Markdown list of the entries. `null`: no index. */
  readonly index?: string | null;
  readonly indexPath?: string;
  readonly entries?: readonly EntrySketch[];
  readonly passing?: readonly MentionSketch[];
  readonly documents?: readonly DocumentSketch[];
  /** Files of the root that are no documents. */
  readonly files?: readonly string[];
  /** Replaces any field of the set. */
  readonly overrides?: Partial<CheckedSet>;
}

/** A document as the reader makes it of a text. */
export function documentOf(text: string, path = "document.md"): Document {
  return readDocument(path, Buffer.from(text));
}

/** A set as the flow would make it of these entries and documents: documents sorted by path, entries resolved, signals measured. */
export function checkedSet(sketch: SetSketch): CheckedSet {
  const indexPath = sketch.indexPath ?? "INDEX.md";
  const entrySketches = sketch.entries ?? [];
  const text = sketch.index === undefined ? indexTextOf(entrySketches) : sketch.index;
  const paths = [...(sketch.documents ?? []).map(({ path }) => path), ...(sketch.files ?? []), ...(text === null ? [] : [indexPath])];
  const listing = listingOf(paths);
  const context = { indexPath, text: text ?? "", listing };
  const entries = entrySketches.map((entry) => entryOf(entry, context));
  const listed = new Set(entries.flatMap(({ path }) => (path === null ? [] : [path])));
  const documents = (sketch.documents ?? []).map((document) => checkedDocument(document, listed.has(document.path)));
  return {
    indexes: text === null ? [] : [indexOf(indexPath, text, entries)],
    indexPath: text === null ? null : indexPath,
    lookedFor: text === null ? [indexPath] : [],
    indexProblem: null,
    isReadmeIndex: false,
    entries,
    passing: (sketch.passing ?? []).map((mention) => resolvedMention(mention, { ...context, role: "passing" })),
    identity: { matches: new Map(), permutations: [] },
    documents: documents.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    listing,
    ...sketch.overrides,
  };
}

/** Everything that a rule yields of a set, in the order in which the flow asks it. */
export function outcomesOf(rule: Rule, set: CheckedSet): RuleOutcome[] {
  if (rule.scope === "set") return [...rule.check(set)];
  if (rule.scope === "entry") return set.entries.flatMap((entry) => [...rule.check(entry, set)]);
  return set.documents.flatMap((document) => [...rule.check(document, set)]);
}

export function faultsOf(rule: Rule, set: CheckedSet): Fault[] {
  return outcomesOf(rule, set).filter((outcome) => outcome.type === "fault");
}

export function omissionsOf(rule: Rule, set: CheckedSet): Omission[] {
  return outcomesOf(rule, set).filter((outcome) => outcome.type === "omission");
}

/** A listing of these files and of every folder above them. */
export function listingOf(files: readonly string[]): PathListing {
  const folders = new Set(
    files.flatMap((file) =>
      file
        .split("/")
        .slice(0, -1)
        .map((_, depth, parts) => parts.slice(0, depth + 1).join("/")),
    ),
  );
  return new PathListing([
    ...[...new Set(files)].map((path) => ({ path, isDirectory: false })),
    ...[...folders].map((path) => ({ path, isDirectory: true })),
  ]);
}

/** A document with its signals measured from the sketch's text or bytes. */
export function checkedDocument(sketch: DocumentSketch, isListed = false): CheckedDocument {
  const bytes = sketch.bytes ?? Buffer.from(sketch.text ?? `# ${posix.basename(sketch.path)}\n\nWhat ${sketch.path} is about.\n`);
  const document = readDocument(sketch.path, bytes);
  const digest = (algorithm: string) => createHash(algorithm).update(bytes).digest("hex");
  return {
    path: sketch.path,
    sizeBytes: sketch.sizeBytes ?? bytes.length,
    sha256: sketch.sha256 ?? digest("sha256"),
    digests: sketch.digests ?? Object.fromEntries((sketch.algorithms ?? []).map((algorithm) => [algorithm, digest(algorithm)])),
    type: sketch.type ?? document.type,
    encoding: sketch.encoding === undefined ? document.encoding : sketch.encoding,
    problems: sketch.problems ?? document.problems,
    signals: { ...measureSignals(document), ...sketch.signals },
    isListed: sketch.isListed ?? isListed,
  };
}

interface Context {
  readonly indexPath: string;
  readonly text: string;
  readonly listing: PathListing;
  readonly role?: Mention["role"];
}

function indexTextOf(entries: readonly EntrySketch[]): string {
  return `# Index\n\n${entries.map((entry) => `- [${titleOf(entry)}](${entry.target})${descriptionOf(entry)}\n`).join("")}`;
}

function descriptionOf(entry: EntrySketch): string {
  return entry.claims?.description === undefined ? "" : `: ${entry.claims.description}`;
}

function titleOf(entry: EntrySketch): string {
  return entry.title ?? entry.claims?.title ?? entry.target;
}

function entryOf(sketch: EntrySketch, context: Context): Entry {
  const { mentions = [], title = titleOf(sketch), ...first } = sketch;
  const all = [{ ...first, label: title }, ...mentions].map((mention) => resolvedMention(mention, context));
  const [head] = all;
  if (!head) throw new Error("an entry has a mention");
  const { resolution } = head;
  return {
    id: `${head.indexPath}#${sketch.target}`,
    indexPath: head.indexPath,
    first: head,
    mentions: all,
    target: sketch.target,
    path: resolution.state === "found" || resolution.state === "wrong-case" ? resolution.path : null,
    title,
    claims: {
      ...(sketch.title === undefined ? {} : { title }),
      ...Object.assign({}, ...all.map(({ mention }) => mention.claims).reverse()),
    },
    sections: sketch.sections ?? [],
  };
}

function resolvedMention(sketch: MentionSketch, context: Context): ResolvedMention {
  const row = rowOf(sketch, context.text);
  const claims: Claims = sketch.claims ?? {};
  return {
    mention: {
      target: sketch.target,
      place: targetPlace(sketch.target, row),
      row: placeOf(row.line, 1, row.text.length),
      notation: sketch.notation ?? "link",
      role: sketch.role ?? context.role ?? "listing",
      listing: sketch.listing ?? "list-1",
      label: sketch.label ?? claims.title ?? sketch.target,
      claims,
      rowText: sketch.rowText ?? row.text.replace(/^[-*] |[[\]]|\([^)]*\)/g, ""),
      sections: sketch.sections ?? [],
      bases: [],
    },
    indexPath: sketch.indexPath ?? context.indexPath,
    resolution: sketch.resolution ?? resolve(sketch, context),
    certainty: sketch.certainty ?? 1,
  };
}

function rowOf(sketch: MentionSketch, text: string): { readonly line: number; readonly text: string } {
  const lines = text.split("\n");
  const line = sketch.line ?? lines.findIndex((one) => one.includes(sketch.target)) + 1;
  return { line: Math.max(1, line), text: lines[line - 1] ?? "" };
}

function targetPlace(target: string, row: { readonly line: number; readonly text: string }): Place {
  const at = Math.max(0, row.text.indexOf(`(${target})`) + 1 || row.text.indexOf(target));
  return placeOf(row.line, at + 1, target.length);
}

function placeOf(line: number, column: number, length: number): Place {
  return { line, column, end: { line, column: column + length } };
}

function resolve(sketch: MentionSketch, { indexPath, listing }: Context): Resolution {
  const [target = "", anchor] = sketch.target.split("#");
  const path = posix.join(posix.dirname(sketch.indexPath ?? indexPath), target).replace(/\/$/, "");
  const isDirectory = listing.isDirectory(path);
  if (!isDirectory && !listing.isFile(path)) return { state: "missing", tried: [path], candidates: [] };
  return { state: "found", path, step: "as-written", isDirectory, ...(anchor === undefined ? {} : { anchor }) };
}

function indexOf(path: string, text: string, entries: readonly Entry[]): SeedIndex {
  return {
    path,
    form: "markdown",
    text,
    mentions: entries.flatMap((entry) => entry.mentions.map(({ mention }) => mention)),
    externalUrlCount: 0,
    problems: [],
  };
}
