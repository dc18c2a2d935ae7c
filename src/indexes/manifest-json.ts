import type { IndexFormParser } from "../types.ts";
import { readManifest } from "./shared/data-manifest.ts";
import { MentionCollector } from "./shared/data-mentions.ts";
import { isOtherForm } from "./shared/data-names.ts";
import { parseDataTree } from "./shared/data-parse.ts";

/** A JSON file that lists documents, of any make (docs/manifest.md); `.jsonc` and `.json5` may have comments. */
export const manifestJson: IndexFormParser = {
  form: "manifest-json",
  summary: "JSON manifests: records with a path, lists of paths, objects by path",
  isForm: (path) => /\.json[c5]?$/i.test(path) && !isOtherForm(path),
  parse: async (text, path) => {
    const { roots, problems } = await parseDataTree(text, path);
    const collector = new MentionCollector(text);
    collector.addProblems(problems);
    readManifest(roots, collector);
    return collector.parsed();
  },
};
