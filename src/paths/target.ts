/** A target as written, taken apart: URL, path, query, anchor; escapes undone. Pure string work. */
import { hasKnownExtension, isUrl } from "../util/path-shape.ts";

export type Target =
  | { readonly type: "empty" }
  | { readonly type: "url"; readonly url: string }
  | { readonly type: "anchor"; readonly anchor: string }
  /** A drive letter, a network share, a home folder, a `file:` URL: no place in any set. */
  | { readonly type: "machine-path"; readonly path: string }
  | { readonly type: "path"; readonly path: string; readonly anchor?: string; readonly isFromRoot: boolean; readonly isFolder: boolean };

/** `spec.md:12`, `spec.md:12:5`, `spec.md:12-20`: a place in a file, as editors and compilers write it. */
const LINE_SUFFIX = /:\d+(?:[:-]\d+)?$/;

/**
 * Takes a target apart. A broken percent-escape stays as written; a backslash between names is read as a slash. A single letter and a
 * colon is a drive (no URL scheme has one letter), whatever follows.
 */
export function parseTarget(written: string): Target {
  const text = withoutLine(written.trim());
  if (text === "") return { type: "empty" };
  if (/^(?:[a-z]:|\\\\|~[\w.-]*[\\/]|file:)/i.test(text)) return { type: "machine-path", path: text };
  if (isUrl(text)) return { type: "url", url: text };
  if (text.startsWith("#")) return { type: "anchor", anchor: decode(text.slice(1)) };
  const hash = text.indexOf("#");
  const beforeHash = hash < 0 ? text : text.slice(0, hash);
  const query = beforeHash.search(/\?[\w-]+(?:=|$)/);
  const path = decode((query < 0 ? beforeHash : beforeHash.slice(0, query)).replace(/\\/g, "/"));
  return {
    type: "path",
    path: path.replace(/^\/+/, ""),
    isFromRoot: path.startsWith("/"),
    isFolder: path.endsWith("/"),
    ...(hash < 0 ? {} : { anchor: decode(text.slice(hash + 1)) }),
  };
}

function withoutLine(text: string): string {
  const path = text.replace(LINE_SUFFIX, "");
  return path !== text && !path.includes("://") && hasKnownExtension(path) ? path : text;
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path joined to a folder with `.` and `..` worked out, or null where it leads out of the root. `""` is the root. */
export function joinPath(folder: string, path: string): string | null {
  const segments = folder === "" ? [] : folder.split("/");
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join("/");
}

/** The folder of a path; `""` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
