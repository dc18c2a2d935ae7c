import type { IndexFormParser, ParsedIndex } from "../types.ts";
import { asciidocBlocks } from "./shared/asciidoc-blocks.ts";
import type { Block } from "./shared/blocks.ts";
import { mentionsOfBlocks } from "./shared/mentions.ts";

/** AsciiDoc as Asciidoctor reads it, and Antora's navigation files: lists, tables, links, cross references, includes. */
export const asciidoc: IndexFormParser = {
  form: "asciidoc",
  summary: "AsciiDoc: links, cross references, includes, lists, tables, Antora navigation",
  // A signature beside a file (`paper.pdf.asc`, `SHA256SUMS.asc`) shares the old extension.
  isForm: (path, head) => /\.(?:adoc|asciidoc)$/i.test(path) || (/\.asc$/i.test(path) && !/^-----BEGIN PGP/m.test(head)),
  parse: async (text, path) => {
    const { blocks, problems, anchors, baseFolder } = parseAsciidocBlocks(text, path);
    const folder = baseFolder === null ? {} : { baseFolder };
    return { ...mentionsOfBlocks(blocks, { text, form: "asciidoc" }), problems, anchors, defaultExtension: ".adoc", ...folder };
  },
};

/** Blocks of an AsciiDoc text in their order, its anchors, and the folder that its targets start from where that is not its own. Never throws; near-linear. */
export function parseAsciidocBlocks(
  text: string,
  path = "index.adoc",
): { blocks: Block[]; problems: ParsedIndex["problems"]; anchors: string[]; baseFolder: string | null } {
  return { ...asciidocBlocks(text, path), problems: [] };
}
