import type { IndexFormParser } from "../types.ts";
import { readManifest } from "./shared/data-manifest.ts";
import { MentionCollector } from "./shared/data-mentions.ts";
import { parseDataTree } from "./shared/data-parse.ts";
import { type DataMap, type DataNode, type DataScalar, itemsOf, memberValue, scalarOf } from "./shared/data-tree.ts";

/** Keys of an item that hold a page or a nested table of contents (dotnet.github.io/docfx, "Table of Contents"). */
const TARGET_KEYS = ["href", "topicHref", "homepage", "tocHref"] as const;

/** `toc.yml` and `toc.json` of DocFX: items with a name, an href and nested items. Another tool's file of that name is read as a manifest. */
export const docfxToc: IndexFormParser = {
  form: "docfx-toc",
  summary: "toc.yml, toc.json: the tables of contents of DocFX",
  isForm: (path) => /(?:^|\/)toc\.(?:ya?ml|json)$/i.test(path),
  parse: async (text, path) => {
    const { roots, problems } = await parseDataTree(text, path);
    const collector = new MentionCollector(text);
    collector.addProblems(problems);
    const root = roots[0] ?? null;
    const items = root?.type === "list" ? root : memberValue(root, "items");
    if (itemsOf(items).some(isTocItem)) readItems(items, [], collector);
    else readManifest(roots, collector);
    return { ...collector.parsed(), defaultExtension: ".md" };
  },
};

function isTocItem(item: DataNode): boolean {
  const hasTarget = scalarOf(item, ...TARGET_KEYS, "uid", "topicUid", "include") !== null;
  return hasTarget || (scalarOf(item, "name") !== null && memberValue(item, "items") !== null);
}

function readItems(list: DataNode | null, sections: readonly string[], collector: MentionCollector): void {
  for (const item of itemsOf(list)) {
    if (item.type !== "map") continue;
    const name = scalarOf(item, "name");
    readTargets(item, { name, sections }, collector);
    readItems(memberValue(item, "items"), name ? [...sections, name.text] : sections, collector);
  }
}

interface Heading {
  readonly name: DataScalar | null;
  readonly sections: readonly string[];
}

function readTargets(item: DataMap, { name, sections }: Heading, collector: MentionCollector): void {
  const targets = TARGET_KEYS.flatMap((key) => scalarOf(item, key) ?? []);
  const to = Math.max(item.from, ...[...targets, ...(name ? [name] : [])].map((scalar) => scalar.to));
  const rowText = [...(name ? [name.text] : []), ...targets.map((target) => target.text)].join(" | ");
  const title = name?.text.trim() ?? "";
  for (const target of targets) {
    const written = target.text.trim();
    if (/^xref:|^@/i.test(written)) continue;
    collector.addOrCount({
      // `~/` is the folder of docfx.json, as a rule the set's root.
      target: written.replace(/^~\//, "/"),
      from: target.from,
      to: target.to,
      row: { from: item.from, to },
      listing: "toc",
      claims: title === "" ? {} : { title },
      rowText,
      sections,
    });
  }
}
