import type { IndexFormParser } from "../types.ts";
import { asciidoc } from "./asciidoc.ts";
import { checksumManifest } from "./checksum-manifest.ts";
import { dataPackage } from "./data-package.ts";
import { delimited } from "./delimited.ts";
import { docfxToc } from "./docfx-toc.ts";
import { html } from "./html.ts";
import { jupyterBookToc } from "./jupyter-book-toc.ts";
import { llmsTxt } from "./llms-txt.ts";
import { manifestJson } from "./manifest-json.ts";
import { manifestJsonl } from "./manifest-jsonl.ts";
import { manifestYaml } from "./manifest-yaml.ts";
import { markdown } from "./markdown.ts";
import { mediawiki } from "./mediawiki.ts";
import { mkdocsNav } from "./mkdocs-nav.ts";
import { roCrate } from "./ro-crate.ts";
import { rst } from "./rst.ts";
import { summary } from "./summary.ts";

/** Every index form, sorted by name. Their `isForm` answers never overlap on the names that they are made for. */
export const INDEX_FORMS: readonly IndexFormParser[] = [
  asciidoc,
  checksumManifest,
  dataPackage,
  delimited,
  docfxToc,
  html,
  jupyterBookToc,
  llmsTxt,
  manifestJson,
  manifestJsonl,
  manifestYaml,
  markdown,
  mediawiki,
  mkdocsNav,
  roCrate,
  rst,
  summary,
];

/** The form of a file; Markdown, the plainest, where none says yes. */
export function indexFormOf(path: string, head: string): IndexFormParser {
  return INDEX_FORMS.find((form) => form.isForm(path, head)) ?? markdown;
}
