/**
 * What looks like a path when it stands in text: known extensions, folders, placeholders, globs. Pure string questions; whether a file is
 * there is the path rule's business.
 */

/** Extensions of files that people list in indexes, without the dot. Source: the survey of 135 public sets (2026-11), 6,268 entries. */
const DOCUMENT_EXTENSIONS =
  "md|markdown|mdx|mkd|txt|text|rst|rest|adoc|asciidoc|asc|org|tex|latex|mediawiki|wiki|textile|html|htm|xhtml|mhtml|pdf|ps|djvu|docx|doc|odt|rtf|epub|pptx|ppt|odp|key|pages|xlsx|xls|ods|csv|tsv|json|jsonl|ndjson|jsonc|json5|yaml|yml|toml|xml|xsd|rdf|ttl|owl|ipynb|eml|mbox|msg|bib|proto|graphql|gql|puml|mmd|drawio|vsdx|wsdl|asn1|asn|abnf|ebnf|cddl|bibtex|canvas|qmd|rmd";
/** Extensions of source code and of media, which an index may also name. */
const OTHER_EXTENSIONS =
  "py|pyi|js|mjs|cjs|ts|tsx|jsx|rs|go|java|kt|kts|scala|sc|rb|php|c|h|cc|cpp|hpp|cs|swift|sh|bash|zsh|ps1|bat|sql|r|jl|lua|ex|exs|erl|hs|ml|clj|dart|zig|sol|v|sv|vhd|css|scss|less|vue|svelte|svg|png|jpg|jpeg|gif|webp|ico|mp3|mp4|webm|mov|wav|zip|gz|tgz|tar|xz|7z|whl|jar|exe|bin|iso|cfg|ini|conf|env|lock|properties|gradle|template|tmpl|j2|cff|sha256|sha512|md5|log|patch|diff|dockerfile|makefile|mk|cmake|tf|nix|hcl";

/** Longer texts are no path that a person wrote, in characters. */
const LONGEST_PATH = 300;
const ANY_EXTENSION = new RegExp(`\\.(?:${DOCUMENT_EXTENSIONS}|${OTHER_EXTENSIONS})$`, "i");
const DOCUMENT_EXTENSION = new RegExp(`\\.(?:${DOCUMENT_EXTENSIONS})$`, "i");
/** Segments of letters, digits and the marks that people use in file names; starts and ends where a path can. */
const PATH_TOKEN = /(?:\.{1,2}\/|~\/|\/)?[\p{L}\p{N}_@+.()~=,%&!-]+(?:\/[\p{L}\p{N}_@+.()~=,%&!*-]+)*\/?/gu;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/**
 * Whether it starts with a URL scheme or `//host`. A file's name before a colon is no scheme, and neither is what a data stream's mark follows
 * (`a.md::$DATA`), which Windows opens as the file itself. A drive letter (`C:\`) is none either.
 */
export function isUrl(target: string): boolean {
  if (target.startsWith("//")) return true;
  const scheme = SCHEME.exec(target)?.[1];
  if (scheme === undefined || /^[a-z]:[\\/]/i.test(target)) return false;
  const rest = target.slice(scheme.length + 1);
  return rest.startsWith("//") || !(hasKnownExtension(scheme) || rest.startsWith(":$"));
}

/** Whether the last segment ends in an extension of a document format. */
export function hasDocumentExtension(path: string): boolean {
  return DOCUMENT_EXTENSION.test(path);
}

/** Whether the last segment ends in any known extension: document, source code, media. */
export function hasKnownExtension(path: string): boolean {
  return ANY_EXTENSION.test(path);
}

/** Words that open a line of shell, or a phrase about a file: POSIX utilities and the tools of the usual package managers. Names start in capitals. */
const COMMAND =
  /^(?:\$|>|sudo|npm|npx|pnpm|yarn|bun|node|deno|python3?|pip3?|uv|poetry|pytest|ruby|bundle|cargo|rustc|go|java|mvn|gradle|make|cmake|gcc|git|gh|docker|kubectl|helm|terraform|aws|curl|wget|cd|ls|cat|less|head|tail|grep|rg|find|sed|awk|cp|mv|rm|mkdir|touch|chmod|echo|export|source|bash|sh|zsh|vim?|nano|code|open|diff|patch|tar|unzip|pandoc|mdbook|mkdocs|see|and|or|in)\s/;

/** Whether the text as a whole is shaped like a file's path or name: no blanks at its ends, known extension, no sentence or command around it. */
export function isFilePath(text: string): boolean {
  if (text.length > LONGEST_PATH || /[\n\t<>"|?*{}`]/.test(text) || isUrl(text)) return false;
  const name = text.slice(text.lastIndexOf("/") + 1);
  const stem = name.slice(0, name.lastIndexOf("."));
  if (!hasKnownExtension(name) || stem === "" || /\s{2}|^\s|\s$/.test(text)) return false;
  return !/\s/.test(text) || (/^[\p{L}\p{N}]/u.test(name) && isNameWithBlanks(text));
}

/** One name of several words: no sentence, no command with its arguments, no list of names. */
function isNameWithBlanks(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length > 12 || /[.!?;:,]\s/.test(text) || COMMAND.test(text)) return false;
  return !words.some((word, index) => /^--?[a-z]/i.test(word) || (index < words.length - 1 && hasKnownExtension(word)));
}

/** Whether the text is shaped like a folder: ends in `/`, holds no blank, and is no route or regular expression. */
export function isFolderPath(text: string): boolean {
  return (
    text.length <= LONGEST_PATH && /^(?:\.{1,2}\/|\/)?[\p{L}\p{N}_@+.~-]+(?:\/[\p{L}\p{N}_@+.~-]+)*\/$/u.test(text) && !/^\d+\/$/.test(text)
  );
}

/** Whether a path holds `*`, `?`, `[abc]` or braces as a shell's pattern does. */
export function isGlob(text: string): boolean {
  return /[*?]|\{[^{},/]*,[^{}/]*\}/.test(text);
}

/**
 * Whether a path holds a stand-in for a name to be filled in: `cap-TBD.md`, `SPEC-NNN-name.md`, `0000-my-new-standard.md`, `<name>.md`,
 * `YYYY-MM-DD-title.md`, `{{ path }}`, `$NAME`, `path/to/file.md`.
 */
export function isPlaceholder(path: string): boolean {
  if (path.length > LONGEST_PATH) return false;
  return (
    /(?:^|[-_./])(?:TBD|TODO|N{2,}|X{2,}|x{3,}|Y{4}|YYMMDD|MM-DD)(?:[-_./]|$)/.test(path) ||
    /<[^>]+>|\{[^}]*\}|(?<!::)\$\w|%[A-Z]+%|…|\.\.\.(?!\/)/.test(path) ||
    /(?:^|\/)path\/to\//i.test(path) ||
    /(?:^|[-_./])(?:my|your)[-_]/i.test(path) ||
    /(?:^|\/)(?:example|foo|bar|baz|filename|file-name|file_name|file|name|your)\.\w+$/.test(path) ||
    /(?:^|\/)[a-z]*-?0{3,}-[a-z]/i.test(path)
  );
}

/** Every path-shaped token in running text, as offsets of the text. Only tokens with a known extension, or a folder with two segments. */
export function findPaths(text: string): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  if (!text.includes(".") && !text.includes("/")) return found;
  for (const match of text.matchAll(PATH_TOKEN)) {
    if (match[0].length > LONGEST_PATH) continue;
    const trimmed = trimPunctuation(match[0]);
    const from = match.index + match[0].indexOf(trimmed);
    if (trimmed.length > 200 || isInsideUrl(text, from)) continue;
    const isFolder = trimmed.endsWith("/") && trimmed.slice(0, -1).includes("/") && isFolderPath(trimmed);
    if (isFolder || (isFilePath(trimmed) && !isDottedWord(trimmed))) found.push({ from, to: from + trimmed.length });
  }
  return found;
}

function trimPunctuation(token: string): string {
  let text = token.replace(/[.,!]+$/, "");
  if (text.startsWith("(") && !text.includes(")")) text = text.slice(1);
  if (text.endsWith(")") && !text.includes("(")) text = text.slice(0, -1);
  if (text.startsWith("(") && text.endsWith(")")) text = text.slice(1, -1);
  return text.replace(/[.,!]+$/, "");
}

/** How far before a path the start of a URL around it is looked for. */
const URL_REACH = 400;

function isInsideUrl(text: string, at: number): boolean {
  const window = Math.max(0, at - URL_REACH);
  const before = text.slice(window, at + 1);
  const start = window + Math.max(before.lastIndexOf(" "), before.lastIndexOf("(")) + 1;
  return /^(?:[a-z][a-z0-9+.-]{0,38}:\/\/|www\.|@)/i.test(text.slice(start, start + 48));
}

/** `Node.js`, `e.g.md`, `Vue.js`: names of things that end like a file. */
function isDottedWord(token: string): boolean {
  return /^(?:node|vue|next|nuxt|react|three|express|d3|deno|bun|moment|ember|backbone|chart|p5|asp|vb|socket|discord|alpine|fuse|schema|solid|svelte|require|system|umd|commonjs)\.\w+$/i.test(
    token,
  );
}
