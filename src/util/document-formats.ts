/**
 * Which files of a folder are documents, by name alone: what a person would open to read, and the data files that specifications are
 * written in. Source code, images, sound, fonts, archives and the settings of tools are none.
 */

/**
 * Extensions of document formats, without the dot. Source: pandoc's and LibreOffice's lists of input formats, and the survey of 135
 * public sets (2026-11). Left out on purpose: `toml` and `ini` (settings: none of 6,268 surveyed entries named one), `key` (Keynote, but
 * mostly private keys), `log`, `svg`, and the schema languages (`proto`, `graphql`, `xsd`), which are code.
 */
const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set(
  [
    "md markdown mdown mkd mkdn mdx qmd rmd txt text rst rest adoc asciidoc asc org textile mediawiki wiki creole tex latex ltx",
    "html htm xhtml xht mhtml mht pdf ps djvu xps epub mobi azw3 fb2 chm",
    "docx docm doc dotx odt ott fodt rtf pages wpd pptx pptm ppt odp fodp xlsx xlsm xlsb xls ods fods numbers",
    "csv tsv json jsonl ndjson json5 yaml yml xml dita ditamap docbook dbk tei rdf ttl owl bib",
    "ipynb eml mbox msg",
  ]
    .join(" ")
    .split(" "),
);

/**
 * Names of files that have a document's extension and are settings or lists of a tool. Source: the tools' own documentation: npm, Python
 * packaging, CMake, Jekyll, MkDocs, mdBook, Quarto, Docusaurus, Docker, the usual linters and bots.
 */
const TOOL_FILES: readonly RegExp[] = [
  /^(?:package|package-lock|composer|bower|lerna|nx|turbo|rush|deno|renovate|vercel|netlify|firebase|manifest|typedoc|biome|angular|mint|docs|global|components|sidebars?|_?toc|_category_|_?meta|launchsettings)\.json$/i,
  /^(?:tsconfig|jsconfig|cspell|docusaurus|appsettings)(?:[-.][\w.-]{1,40})?\.json$/i,
  /^(?:pnpm-lock|pnpm-workspace|_quarto|_bookdown|_output|_?toc|compose|codecov|action|appveyor|azure-pipelines|bitbucket-pipelines|cloudbuild|dependabot|environment|conda|_?meta|galaxy|pubspec|chart|values|kustomization|sidebars?|antora|readthedocs|lefthook|taskfile|buf|buf\.gen|buf\.work)\.ya?ml$/i,
  /^(?:mkdocs|_config|docker-compose)(?:[-.][\w.-]{1,40})?\.ya?ml$/i,
  /^(?:requirements|constraints)(?:[-_.][\w.-]{1,40})?\.txt$/i,
  /^(?:cmakelists|robots|humans|ads|cname|meson_options|manifest|top_level|entry_points)\.txt$/i,
  /^(?:pom|build|phpunit|web|nuget|androidmanifest|feed|rss|atom|opensearch|browserconfig|sitemap|logback|checkstyle)\.xml$/i,
];

/**
 * Files that go with every set and are no source document of it: readme, licence, history, rules of conduct. The first may carry a suffix
 * (`README.zh-CN.md`, `LICENSE-APACHE-2.0`), the second only a language, because `security-model.md` is a document.
 */
const COMPANIONS: readonly RegExp[] = [
  /^(?:readme|licen[cs]es?|copying|unlicense|changelog|contributing|code[-_]of[-_]conduct|coc|repo-licen[cs]e|third[-_]?party[-_](?:licen[cs]es|notices))(?:[-_.][a-z0-9]{1,8}){0,3}$/i,
  /^(?:copyright|notices?|patents|changes|history|releases?|release[-_]?notes|news|contributors|authors|maintainers|owners|codeowners|security|support|governance|citation|credits|acknowledge?ments|thanks)(?:[-_.][a-z]{2}(?:[-_][a-z]{2,4})?)?(?:\.[a-z]{2,10})?$/i,
];

/** A signature or checksum beside another file (`spec.pdf.asc`), which its own extension would call AsciiDoc. */
const DETACHED_SIGNATURE = /\.[a-z0-9]{2,5}\.asc$/i;

/** The extension of a path's last segment in lower case, without its dot; empty where there is none (`README`, `.gitignore`). */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
}

/** Whether a file of this name is a document: its extension is a document format's, and its name is no tool's own file. */
export function isDocumentPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (!DOCUMENT_EXTENSIONS.has(extensionOf(name)) || DETACHED_SIGNATURE.test(name)) return false;
  return !TOOL_FILES.some((pattern) => pattern.test(name));
}

/** Whether a file of this name accompanies a set without being one of its sources: README, LICENSE, CHANGELOG, CONTRIBUTING and the like. */
export function isCompanionPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return COMPANIONS.some((pattern) => pattern.test(name));
}
