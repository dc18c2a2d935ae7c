import type { IndexFormParser, ParsedIndex } from "../types.ts";
import type { Block } from "./shared/blocks.ts";
import { mentionsOfBlocks } from "./shared/mentions.ts";
import { rstBlocks } from "./shared/rst-blocks.ts";

/** reStructuredText as docutils and Sphinx read it: toctrees, links and references, roles, lists, all kinds of tables. */
export const rst: IndexFormParser = {
  form: "rst",
  summary: "reStructuredText: toctrees, links, references, roles, lists, tables",
  isForm: (path, head) => /\.re?st$/i.test(path) || (/\.txt$/i.test(path) && /^[ \t]*\.\. toctree::/m.test(head)),
  parse: async (text, path) => {
    const { blocks, problems, anchors } = parseRstBlocks(text);
    const defaultExtension = /\.(?:rst|rest|txt)$/i.exec(path)?.[0] ?? ".rst";
    return { ...mentionsOfBlocks(blocks, { text, form: "rst" }), problems, anchors, defaultExtension };
  },
};

/** Blocks of an RST text in their order, its anchors, and the references that lead nowhere. Never throws; linear in the text. */
export function parseRstBlocks(text: string): {
  blocks: Block[];
  problems: ParsedIndex["problems"];
  anchors: string[];
  defaultExtension: string;
} {
  return { ...rstBlocks(text), defaultExtension: ".rst" };
}
