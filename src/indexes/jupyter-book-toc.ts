import type { IndexFormParser } from "../types.ts";
import { MentionCollector } from "./shared/data-mentions.ts";
import { parseDataTree } from "./shared/data-parse.ts";
import { type DataMap, type DataNode, type DataScalar, itemsOf, memberValue, scalarOf } from "./shared/data-tree.ts";

/**
 * Keys of an item that hold a document or a pattern of them. Sources: sphinx-external-toc's user guide (`_toc.yml`), jupyterbook.org's old list
 * form, mystmd.org, "Table of Contents" (`myst.yml`).
 */
const TARGET_KEYS = ["file", "root", "glob", "pattern", "url"] as const;
/** Keys that hold nested items, in the order in which the tools read them. */
const CHILD_KEYS = ["parts", "subtrees", "chapters", "entries", "sections", "children"] as const;
/** Keys that name what nests below. `part` and `header` are the old list form's. */
const CAPTION_KEYS = ["caption", "part", "header", "title"] as const;

/** `_toc.yml` of Jupyter Book (version 1 and the old list form) and `toc` of MyST's `myst.yml`. Documents stand without extension. */
export const jupyterBookToc: IndexFormParser = {
  form: "jupyter-book-toc",
  summary: "_toc.yml, myst.yml: the tables of contents of Jupyter Book and MyST",
  isForm: (path) => /(?:^|\/)(?:_toc|myst)\.ya?ml$/i.test(path),
  parse: async (text, path) => {
    const { roots, problems } = await parseDataTree(text, path);
    const collector = new MentionCollector(text);
    collector.addProblems(problems);
    const root = roots[0] ?? null;
    const toc = memberValue(memberValue(root, "project"), "toc") ?? memberValue(root, "toc");
    readNode(toc ?? root, [], collector);
    return { ...collector.parsed(), defaultExtension: ".md" };
  },
};

/** Items of a list, or one item. The old form's captions (`- part: Name` without chapters of its own) hold for the items after them. */
function readNode(node: DataNode | null, sections: readonly string[], collector: MentionCollector): void {
  if (node?.type === "map") {
    readItem(node, sections, collector);
    return;
  }
  let own = sections;
  for (const item of itemsOf(node)) {
    const caption = scalarOf(item, "part", "header");
    if (caption && item.type === "map" && !CHILD_KEYS.some((key) => memberValue(item, key))) own = [...sections, caption.text];
    if (item.type === "map") readItem(item, own, collector);
    else if (item.type === "scalar") addTarget({ target: item, item, sections: own }, collector);
  }
}

function readItem(item: DataMap, sections: readonly string[], collector: MentionCollector): void {
  const title = scalarOf(item, "title");
  for (const key of TARGET_KEYS) {
    const target = scalarOf(item, key);
    if (target) addTarget({ target, item, sections, title }, collector);
  }
  const caption = scalarOf(item, ...CAPTION_KEYS)?.text;
  const below = caption === undefined ? sections : [...sections, caption];
  for (const key of CHILD_KEYS) readNode(memberValue(item, key), below, collector);
}

interface Listed {
  readonly target: DataScalar;
  readonly item: DataNode;
  readonly sections: readonly string[];
  readonly title?: DataScalar | null;
}

function addTarget({ target, item, sections, title }: Listed, collector: MentionCollector): void {
  const to = Math.max(target.to, title?.to ?? 0);
  const words = title?.text.trim();
  collector.addOrCount({
    target: target.text.trim(),
    from: target.from,
    to: target.to,
    row: { from: Math.min(item.from, target.from), to },
    listing: "toc",
    claims: words === undefined ? {} : { title: words },
    rowText: words === undefined ? target.text : `${words} | ${target.text}`,
    sections,
  });
}
