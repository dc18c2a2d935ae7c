import type { IndexFormParser } from "../types.ts";
import { readManifest } from "./shared/data-manifest.ts";
import { MentionCollector } from "./shared/data-mentions.ts";

/** JSON Lines: one record a line (docs/manifest.md). A line that is no JSON is a problem of its own, and the others are read. */
export const manifestJsonl: IndexFormParser = {
  form: "manifest-jsonl",
  summary: "JSON Lines manifests: one record with a path a line",
  isForm: (path) => /\.(?:jsonl|ndjson)$/i.test(path),
  parse: async (text) => {
    const { loadJsonReader } = await import("./shared/data-json.ts");
    const read = await loadJsonReader({ isLenient: false });
    const collector = new MentionCollector(text);
    for (const { from, to } of linesOf(text)) {
      const tree = read(text, from, to);
      collector.addProblems(tree.problems);
      readManifest(tree.roots, collector, true);
    }
    return collector.parsed();
  },
};

function* linesOf(text: string): Generator<{ readonly from: number; readonly to: number }> {
  let from = text.startsWith("\uFEFF") ? 1 : 0;
  while (from < text.length) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    yield { from, to };
    from = to + 1;
  }
}
