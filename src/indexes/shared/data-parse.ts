/** JSON or YAML by a file's name; the parser is loaded when the first such index is met, because both are heavy. */

import type { DataTree } from "./data-tree.ts";
import { parsePlainYaml } from "./data-yaml-plain.ts";

/** The tree of a text: JSON for `.json` (with comments and trailing commas for `.jsonc` and `.json5`), else YAML. Never throws. */
export async function parseDataTree(text: string, path: string): Promise<DataTree> {
  if (/\.json[c5]?$/i.test(path)) {
    const { parseJsonTree } = await import("./data-json.ts");
    return parseJsonTree(text, { isLenient: !/\.json$/i.test(path) });
  }
  const plain = parsePlainYaml(text);
  if (plain) return plain;
  const { parseYamlTree } = await import("./data-yaml.ts");
  return parseYamlTree(text);
}
