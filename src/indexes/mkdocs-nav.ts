import type { IndexFormParser } from "../types.ts";
import { MentionCollector } from "./shared/data-mentions.ts";
import { parseDataTree } from "./shared/data-parse.ts";
import { type DataMap, type DataNode, type DataScalar, isFilled, itemsOf, memberValue } from "./shared/data-tree.ts";

/** MkDocs's own default (`docs_dir`, mkdocs.org user guide, "Configuration"). */
const DEFAULT_DOCS_FOLDER = "docs";

/** `nav` of MkDocs: titles and pages, nested in sections; pages are relative to `docs_dir`. */
export const mkdocsNav: IndexFormParser = {
  form: "mkdocs-nav",
  summary: "mkdocs.yml: the nav of MkDocs",
  isForm: (path) => /(?:^|\/)mkdocs(?:[-_.][\w.-]+)?\.ya?ml$/i.test(path),
  parse: async (text, path) => {
    const { roots, problems } = await parseDataTree(text, path);
    const config = roots[0] ?? null;
    const collector = new MentionCollector(text);
    collector.addProblems(problems);
    // `pages` is the name that MkDocs before 1.0 had for it.
    readNav(memberValue(config, "nav") ?? memberValue(config, "pages"), [], collector);
    return { ...collector.parsed(), baseFolder: docsFolderOf(config) };
  },
};

/** `docs_dir` as written; of `!ENV [NAME, default]` the default, of `!ENV NAME` nothing is known. */
function docsFolderOf(config: DataNode | null): string {
  const value = memberValue(config, "docs_dir");
  const last = value?.type === "list" && value.tag === "!ENV" ? value.items.at(-1) : value;
  if (last?.type !== "scalar" || !isFilled(last) || last.tag === "!ENV") return DEFAULT_DOCS_FOLDER;
  const folder = last.text.trim().replace(/^(?:\.\/)+|\/+$/g, "");
  return folder === "." ? "" : folder;
}

function readNav(node: DataNode | null, sections: readonly string[], collector: MentionCollector): void {
  for (const item of itemsOf(node)) {
    if (item.type === "scalar") addPage({ page: item, row: item, sections }, collector);
    else if (item.type === "map") readTitled(item, sections, collector);
    else readNav(item, sections, collector);
  }
}

/** `Title: page.md`, or a section: `Title: [...]`. MkDocs itself takes one title an item. */
function readTitled(item: DataMap, sections: readonly string[], collector: MentionCollector): void {
  const second = item.members[1];
  if (second) {
    const message = `an item of the nav has ${item.members.length} titles, and MkDocs takes one`;
    collector.addProblems([{ message, from: second.key.from, to: second.key.to }]);
  }
  for (const { key, value } of item.members) {
    if (value.type === "list") readNav(value, [...sections, key.text], collector);
    else if (value.type === "map") readTitled(value, [...sections, key.text], collector);
    else addPage({ page: value, row: { from: key.from, to: value.to }, sections, title: key.text }, collector);
  }
}

interface Page {
  readonly page: DataScalar;
  readonly row: { readonly from: number; readonly to: number };
  readonly sections: readonly string[];
  readonly title?: string;
}

function addPage({ page, row, sections, title }: Page, collector: MentionCollector): void {
  if (!isFilled(page)) return;
  const target = page.text.trim();
  // mkdocs-monorepo's include names another configuration, which is no document.
  const include = /^!include\s+(?=\S)/.exec(target)?.[0] ?? "";
  collector.addOrCount({
    target: target.slice(include.length),
    from: page.from,
    to: page.to,
    row,
    listing: "nav",
    claims: title === undefined || title === "" ? {} : { title },
    rowText: title === undefined ? target : `${title}: ${target}`,
    sections,
    ...(include === "" ? {} : { notation: "path", role: "passing" }),
  });
}
