import type { Document, PointerSignal } from "../types.ts";
import { isFilePath } from "../util/path-shape.ts";
import { quoteOf } from "../util/quote.ts";

/** A pointer is short: Git LFS writes under 1,024 bytes by its specification, and the others less than this. */
const MOST_BYTES = 4096;
const MOST_LFS_BYTES = 1024;
/** Longest line that may be a link's target: Linux' limit of a path is 4,096, and no real one is near it. */
const LONGEST_PATH = 400;

/** `version` lines of Git LFS: the current one, and those that its own reader still takes (git-lfs, `lfs/pointer.go`). */
const LFS_VERSION =
  /^version (?:https:\/\/git-lfs\.github\.com\/spec\/v\d+|https:\/\/hawser\.github\.com\/spec\/v\d+|http:\/\/git-media\.io\/v\/\d+)$/;
/** A key of git-annex: backend, fields, name (git-annex, "internals: key format"). */
const ANNEX_KEY = /([A-Z0-9_]{3,20}(?:-[a-zA-Z]\d{1,20}){0,4}--[^/\s]{1,300})$/;
const CLOUD_ADDRESS = /https:\/\/(?:docs|drive|sheets|slides|sites)\.google\.com\//;
/** `[InternetShortcut]` of Windows and `[Desktop Entry]` of freedesktop.org. */
const LINK_FILE = /^\[(?:InternetShortcut|Desktop Entry)\]$/i;

/** A line that is not blank, its end trimmed, with its number from 1. */
interface Line {
  readonly line: number;
  readonly text: string;
}

type Finder = (document: Document, lines: readonly Line[]) => PointerSignal | null;

const FINDERS: readonly Finder[] = [findGitLfs, findGitAnnex, findDvc, findCloudPlaceholder, findLinkText];

/**
 * Whether a file stands for another that is not here: a pointer of Git LFS, git-annex or DVC, a stub of a cloud drive, a saved link, or a
 * symbolic link that was checked out as a text. Only small files that hold nothing else are pointers; a text about pointers is none.
 */
export function measurePointer(document: Document): PointerSignal | null {
  if (document.sizeBytes > MOST_BYTES) return null;
  if (document.text === null) return findBinaryPlaceholder(document);
  const lines = document.lines.flatMap((line, at) => (line.trim() === "" ? [] : [{ line: at + 1, text: line.trimEnd() }]));
  if (lines.length === 0) return null;
  for (const find of FINDERS) {
    const pointer = find(document, lines);
    if (pointer) return pointer;
  }
  return null;
}

/** The first lines as evidence: all of most pointers. */
function evidenceOf(lines: readonly Line[]): PointerSignal["evidence"] {
  return lines.slice(0, 5).map(({ line, text }) => quoteOf(line, text));
}

function findGitLfs(document: Document, lines: readonly Line[]): PointerSignal | null {
  if (document.sizeBytes > MOST_LFS_BYTES || !LFS_VERSION.test(lines[0]?.text ?? "")) return null;
  const oid = lines.map(({ text }) => /^oid (\S+)$/.exec(text)?.[1]).find((value) => value !== undefined);
  const size = lines.map(({ text }) => /^size (\d+)$/.exec(text)?.[1]).find((value) => value !== undefined);
  if (oid === undefined) return null;
  return { system: "git-lfs", evidence: evidenceOf(lines), object: size === undefined ? oid : `${oid}, ${size} bytes` };
}

/** An unlocked file's pointer (`/annex/objects/KEY`) or a locked file's link (`../.git/annex/objects/.../KEY/KEY`) as text. */
function findGitAnnex(_: Document, lines: readonly Line[]): PointerSignal | null {
  const first = lines[0]?.text ?? "";
  if (!/^\/annex\/objects\/|^(?:\.\.?\/)*\.git\/annex\/objects\//.test(first)) return null;
  const key = ANNEX_KEY.exec(first)?.[1];
  return key === undefined ? null : { system: "git-annex", evidence: evidenceOf(lines), object: key };
}

/** DVC's file of one output: `outs:` with a digest and a path, and nothing that is no `key: value` (DVC, ".dvc files"). */
function findDvc(document: Document, lines: readonly Line[]): PointerSignal | null {
  if (!lines.some(({ text }) => text === "outs:") || !lines.every(({ text }) => /^[\s-]*[\w-]+:(?:\s|$)|^\s*(?:#|- \S)/.test(text)))
    return null;
  const digest = lines.find(({ text }) => /^[\s-]+(?:md5|etag|checksum|hash):\s*\S/.test(text));
  const path = lines.find(({ text }) => /^[\s-]+path:\s*\S/.test(text));
  if (!digest || !path || /(?:^|\/)dvc\.(?:yaml|lock)$/.test(document.path)) return null;
  const object = [path, digest].map(({ text }) => text.replace(/^[\s-]+/, "")).join(", ");
  return { system: "dvc", evidence: evidenceOf(lines), object };
}

/** Google's JSON stubs, saved links (`.url`, `.webloc`, `.desktop`), and iCloud's list of a file that was not downloaded. */
function findCloudPlaceholder(document: Document, lines: readonly Line[]): PointerSignal | null {
  const text = document.text ?? "";
  const evidence = evidenceOf(lines);
  if (/^\s*\{/.test(text) && (/"(?:doc_id|resource_id)"\s*:/.test(text) || CLOUD_ADDRESS.test(text)) && isFlatJson(text)) {
    const object = /"(?:url|doc_id|resource_id)"\s*:\s*"([^"]{1,300})"/.exec(text)?.[1] ?? "a document of Google Drive";
    return { system: "cloud-placeholder", evidence, object };
  }
  if (LINK_FILE.test(lines[0]?.text.trim() ?? "")) {
    const address = lines.map(({ text }) => /^URL(?:\[\$e\])?=(.+)$/i.exec(text)?.[1]).find((value) => value !== undefined);
    return address === undefined ? null : { system: "cloud-placeholder", evidence, object: address };
  }
  if (!/<plist[\s>]/.test(text)) return null;
  const address = /<key>(?:URL|NSURLNameKey)<\/key>\s*<string>([^<]{1,300})<\/string>/.exec(text)?.[1];
  return address === undefined ? null : { system: "cloud-placeholder", evidence, object: address };
}

/** A JSON object whose values are all strings, numbers or truth values: stubs are, documents are not. */
function isFlatJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((field) => typeof field !== "object")
    );
  } catch {
    return false;
  }
}

/** iCloud's stub `.name.icloud` is a binary property list. */
function findBinaryPlaceholder(document: Document): PointerSignal | null {
  const name = /(?:^|\/)\.?([^/]+)\.icloud$/.exec(document.path)?.[1];
  return name === undefined || document.type !== "application/x-bplist"
    ? null
    : { system: "cloud-placeholder", evidence: [], object: name };
}

/**
 * A text of one line that is a path: what git writes for a symbolic link where the file system or its settings know none. It has to climb
 * (`../`), or to have a folder and a known extension, or to be one file name with an extension and no line end, as git writes it.
 */
function findLinkText(document: Document, lines: readonly Line[]): PointerSignal | null {
  const only = lines.length === 1 ? lines[0] : undefined;
  if (!only || only.text.length > LONGEST_PATH || only.line !== 1) return null;
  const target = only.text;
  const isClimbing = /^(?:\.\.[\\/])+[^\s<>"|?*:\\/][^\n<>"|?*:]*$/.test(target) && !/\s{2}|[.!?]\s/.test(target);
  const hasLineEnd = /[\r\n]$/.test(document.text ?? "");
  const isPath = isFilePath(target) && !/\s/.test(target) && (target.includes("/") || !hasLineEnd);
  return isClimbing || isPath ? { system: "symlink-text", evidence: evidenceOf(lines), object: target } : null;
}
