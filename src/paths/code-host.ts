/** URLs of code hosts and published sites that may stand for files of this set (DESIGN.md section 4, point 4). */

export interface CodeHostFile {
  /** `host/owner/name`, lower-case; raw hosts are given as the host that they belong to. */
  readonly repository: string;
  readonly revision: string;
  /** Path in the repository, decoded, without leading or trailing slash. */
  readonly path: string;
  /** A permalink to a fixed commit stays right on the web whatever becomes of the file here. */
  readonly isPermalink: boolean;
}

/** `/OWNER/NAME/(blob|tree|raw|edit|blame)/REV/PATH` (GitHub, Gitea, Bitbucket's `src`), `/-/blob/` (GitLab). */
const FILE_URL =
  /^https?:\/\/(?:www\.)?([\w.-]+)\/([\w.-]+(?:\/[\w.-]+)*?)\/(?:-\/)?(?:blob|tree|raw|edit|blame|src)\/(?:branch\/|tag\/|refs\/heads\/)?([\w.-]+)\/([^?#]*)/i;
/** `raw.HOST/OWNER/NAME/REV/PATH` and content delivery of repositories (`/gh/OWNER/NAME@REV/PATH`). */
const RAW_URL = /^https?:\/\/raw\.([\w.-]+)\/([\w.-]+\/[\w.-]+)\/(?:refs\/heads\/)?([\w.-]+)\/([^?#]*)/i;

/** Takes a code host's URL of a file or folder apart; null for any other URL. */
export function parseCodeHostUrl(url: string): CodeHostFile | null {
  const raw = RAW_URL.exec(url);
  const match = raw ?? FILE_URL.exec(url);
  if (!match) return null;
  const [, host = "", repository = "", revision = "", path = ""] = match;
  const owner = raw ? host.replace(/usercontent\.com$/, ".com").toLowerCase() : host.toLowerCase();
  return {
    repository: `${owner}/${repository.toLowerCase()}`,
    revision,
    path: safeDecode(path).replace(/(?<!\/)\/+$/, ""),
    isPermalink: /^[0-9a-f]{7,40}$/.test(revision) && /\d/.test(revision),
  };
}

/** The path of an http URL as segments, decoded, or null. For pages of a published site whose sources are here. */
export function publishedPath(url: string): { readonly host: string; readonly segments: readonly string[] } | null {
  const match = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url);
  if (!match) return null;
  const segments = safeDecode(match[2] ?? "")
    .split("/")
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..");
  return { host: (match[1] ?? "").toLowerCase(), segments };
}

/** Pages of a code host that a relative link out of the root means (`../../issues`): no file. */
export function isCodeHostPage(path: string): boolean {
  return /^(?:\.\.\/)+(?:issues|pulls?|wiki|discussions|releases|actions|projects|milestones?|labels|commits?|compare|security|graphs|stargazers|fork|archive|tags|branches)(?:\/|$|\?)/i.test(
    path,
  );
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
