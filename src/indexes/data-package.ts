import type { Claims, IndexFormParser } from "../types.ts";
import { checksumOf, sizeOf } from "./shared/data-claims.ts";
import { claimsOfFields } from "./shared/data-fields.ts";
import { MentionCollector } from "./shared/data-mentions.ts";
import { parseDataTree } from "./shared/data-parse.ts";
import { type DataMap, type DataNode, type DataScalar, itemsOf, memberValue, scalarOf } from "./shared/data-tree.ts";

/** Data Package descriptors (datapackage.org, versions 1 and 2): resources with one path or several, hash and size. */
export const dataPackage: IndexFormParser = {
  form: "data-package",
  summary: "datapackage.json, datapackage.yaml: Data Package descriptors",
  isForm: (path) => /(?:^|\/)datapackage\.(?:json|ya?ml)$/i.test(path),
  parse: async (text, path) => {
    const { roots, problems } = await parseDataTree(text, path);
    const collector = new MentionCollector(text);
    collector.addProblems(problems);
    const root = roots[0] ?? null;
    const title = scalarOf(root, "title", "name");
    for (const resource of itemsOf(memberValue(root, "resources"))) {
      if (resource.type === "map") readResource(resource, title ? [title.text] : [], collector);
    }
    return collector.parsed();
  },
};

function readResource(resource: DataMap, sections: readonly string[], collector: MentionCollector): void {
  const paths = pathsOf(resource);
  const schemas = [memberValue(resource, "schema"), memberValue(resource, "dialect")].filter(
    (node) => node?.type === "scalar" && node.isString,
  );
  const scalars = resource.members.flatMap(({ value }) => (value.type === "scalar" ? [value] : []));
  const row = { from: resource.from, to: Math.max(resource.from, ...[...scalars, ...paths].map(({ to }) => to)) };
  const claims = claimsOf(resource, paths.length);
  const rowText = scalars.map(({ text }) => text).join(" | ");
  const common = { row, listing: "resources", rowText, sections };
  for (const path of paths) collector.addOrCount({ ...common, target: path.text.trim(), from: path.from, to: path.to, claims });
  for (const node of schemas) {
    if (node?.type === "scalar")
      collector.addOrCount({ ...common, target: node.text.trim(), from: node.from, to: node.to, role: "passing" });
  }
}

/** `path` is a string or a list; `extrapaths` is frictionless-py's for the rest of a resource in parts; `url` is version 0's. */
function pathsOf(resource: DataMap): DataScalar[] {
  const nodes = ["path", "extrapaths", "url"].flatMap((key) => memberValue(resource, key) ?? []);
  const scalars = nodes.flatMap((node: DataNode) => (node.type === "list" ? node.items : [node]));
  return scalars.filter((node): node is DataScalar => node.type === "scalar" && node.text.trim() !== "");
}

/** What a resource says of its file. Hash and size of a resource in several files are of all together, so they claim nothing of one. */
function claimsOf(resource: DataMap, fileCount: number): Claims {
  const fields = ["title", "description", "version", "date", "created"].flatMap((name) => fieldOf(resource, name));
  const name = scalarOf(resource, "name");
  const source = itemsOf(memberValue(resource, "sources")).map((item) => scalarOf(item, "path", "url", "web"))[0];
  const claims = claimsOfFields([
    ...fields,
    ...(name ? [{ name: "name", text: name.text }] : []),
    ...(source ? [{ name: "source", text: source.text }] : []),
  ]);
  if (fileCount !== 1) return claims;
  // A hash without its algorithm's name is MD5, says the specification.
  const written = scalarOf(resource, "hash")?.text;
  const checksum = written === undefined ? null : checksumOf(written, written.length === 32 ? "md5" : undefined);
  const bytes = scalarOf(resource, "bytes")?.text;
  const size = bytes === undefined ? null : sizeOf(bytes);
  return { ...claims, ...(size ? { size } : {}), ...(checksum ? { checksum } : {}) };
}

function fieldOf(resource: DataMap, name: string): { name: string; text: string }[] {
  const value = scalarOf(resource, name);
  return value ? [{ name, text: value.text }] : [];
}
