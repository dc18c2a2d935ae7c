/** URLs that may mean files of this set: a code host's file pages, and pages of the published site. */
import type { Mention, Resolution } from "../types.ts";
import { absenceOf } from "./absence.ts";
import { candidatesFor } from "./candidates.ts";
import { type CodeHostFile, parseCodeHostUrl, publishedPath } from "./code-host.ts";
import type { PathContext } from "./context.ts";
import { directoryDocument } from "./directory-document.ts";

/** What a URL leads to: a file of the set, a missing one where its neighbours are here, else the web. */
export function resolveUrl(url: string, mention: Mention, context: PathContext): Resolution {
  if (/^file:/i.test(url)) return { state: "outside-root", target: url };
  const file = parseCodeHostUrl(url);
  return file ? resolveCodeHost(file, mention, { url, context }) : resolvePublished(url, mention, context);
}

function anchorOf(url: string): { anchor?: string } {
  const hash = url.indexOf("#");
  return hash < 0 ? {} : { anchor: url.slice(hash + 1) };
}

function resolveCodeHost(file: CodeHostFile, mention: Mention, at: { readonly url: string; readonly context: PathContext }): Resolution {
  const { listing, facts, ownHosts } = at.context;
  const isOwn = facts.repositories.includes(file.repository) || ownHosts.has(file.repository);
  const found = listing.find(file.path);
  if (file.path !== "" && found !== null && (isOwn || ownHosts.size === 0)) {
    const isDirectory = listing.isDirectory(found);
    const document = isDirectory ? directoryDocument(found, listing) : found;
    return { state: "found", path: document ?? found, step: "code-host-url", isDirectory: document === null, ...anchorOf(at.url) };
  }
  if (!isOwn || file.isPermalink || file.path === "" || mention.isEmbedded) return { state: "url", url: at.url };
  const absence = absenceOf(mention, [file.path], facts);
  if (absence) return { state: "absent", ...absence, tried: [file.path] };
  return { state: "missing", tried: [file.path], candidates: candidatesFor(file.path, mention, at.context) };
}

/** A page of the site that is built from this set: the longest tail of the URL's path that is a document here. */
function resolvePublished(url: string, mention: Mention, context: PathContext): Resolution {
  const page = publishedPath(url);
  const isCandidate = context.index.form === "llms-txt" || (page !== null && context.ownHosts.has(page.host));
  if (!page || !isCandidate || page.segments.length === 0) return { state: "url", url };
  for (let skip = 0; skip < page.segments.length; skip++) {
    const path = sourceOf(page.segments.slice(skip).join("/"), context);
    if (path !== null) return { state: "found", path, step: "published-page", isDirectory: false, ...anchorOf(url) };
  }
  const last = page.segments.at(-1) ?? "";
  if (!context.ownHosts.has(page.host) || !/\.(?:md|mdx|txt|rst)$/i.test(last)) return { state: "url", url };
  const missing = page.segments.join("/");
  return {
    state: "missing",
    tried: [missing],
    candidates: candidatesFor(missing, mention, context),
  };
}

function sourceOf(path: string, { listing }: PathContext): string | null {
  if (listing.isFile(path)) return listing.find(path);
  const bare = path.replace(/\.html?(?:\.md)?$|\/$/i, "").replace(/\.md$/i, "");
  for (const extension of [".md", ".mdx", ".rst", ".adoc"])
    if (bare !== "" && listing.isFile(`${bare}${extension}`)) return listing.find(`${bare}${extension}`);
  return bare.includes("/") && listing.isDirectory(bare) ? directoryDocument(bare, listing) : null;
}
