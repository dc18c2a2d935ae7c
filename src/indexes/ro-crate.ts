import type { IndexFormParser } from "../types.ts";
import { claimsOfFields, type DataField } from "./shared/data-fields.ts";
import { MentionCollector } from "./shared/data-mentions.ts";
import { parseDataTree } from "./shared/data-parse.ts";
import { type DataMap, type DataNode, itemsOf, memberValue, scalarOf } from "./shared/data-tree.ts";

/** The descriptor itself, which describes the crate and is no document of it. */
const DESCRIPTOR = /^ro-crate-metadata\.json(?:ld)?$/;
/** Properties of a file entity by the claim that they are (w3id.org/ro/crate, 1.1 and 1.2, "Data Entities"; schema.org). */
const FIELDS: readonly (readonly [property: string, name: string])[] = [
  ["name", "title"],
  ["description", "description"],
  ["contentSize", "size"],
  ["sha256", "sha256"],
  ["dateModified", "date"],
  ["datePublished", "date"],
  ["version", "version"],
  ["inLanguage", "language"],
  ["url", "url"],
];

/** `ro-crate-metadata.json`: the entities of type File and Dataset whose identifier is a path. */
export const roCrate: IndexFormParser = {
  form: "ro-crate",
  summary: "ro-crate-metadata.json: files and folders of a research object",
  isForm: (path) => /(?:^|\/)ro-crate-metadata\.json(?:ld)?$/i.test(path),
  parse: async (text) => {
    const { roots, problems } = await parseDataTree(text, "ro-crate-metadata.json");
    const collector = new MentionCollector(text);
    collector.addProblems(problems);
    for (const entity of itemsOf(memberValue(roots[0] ?? null, "@graph"))) {
      if (entity.type === "map" && isData(memberValue(entity, "@type"))) readEntity(entity, collector);
    }
    return collector.parsed();
  },
};

function isData(type: DataNode | null): boolean {
  const names = type?.type === "list" ? type.items : type ? [type] : [];
  return names.some((name) => name.type === "scalar" && /^(?:File|MediaObject|Dataset)$/.test(name.text));
}

function readEntity(entity: DataMap, collector: MentionCollector): void {
  const id = scalarOf(entity, "@id");
  if (!id || id.text.startsWith("#") || /^(?:\.\/?)?$/.test(id.text) || DESCRIPTOR.test(id.text)) return;
  const fields = FIELDS.flatMap(([property, name]): DataField[] => {
    const value = scalarOf(entity, property);
    return value ? [{ name, text: value.text }] : [];
  });
  const scalars = entity.members.flatMap(({ value }) => (value.type === "scalar" ? [value] : []));
  collector.addOrCount({
    target: id.text,
    from: id.from,
    to: id.to,
    row: { from: entity.from, to: Math.max(...scalars.map(({ to }) => to)) },
    listing: "graph",
    claims: claimsOfFields(fields),
    rowText: [id.text, ...fields.map(({ text }) => text)].join(" | "),
  });
}
