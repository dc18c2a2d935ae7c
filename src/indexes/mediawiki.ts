import type { IndexFormParser, ParsedIndex } from "../types.ts";
import type { Block } from "./shared/blocks.ts";
import { mediawikiBlocks } from "./shared/mediawiki-blocks.ts";
import { mentionsOfBlocks } from "./shared/mentions.ts";

/** MediaWiki's wikitext, whose links are read as paths of files: links, tables, lists, headings, HTML in it. Templates are left out. */
export const mediawiki: IndexFormParser = {
  form: "mediawiki",
  summary: "MediaWiki: links, tables, lists, headings",
  isForm: (path) => /\.(?:mediawiki|wiki)$/i.test(path),
  parse: async (text, path) => {
    const { blocks, problems, anchors } = parseMediawikiBlocks(text);
    const defaultExtension = /\.(?:mediawiki|wiki)$/i.exec(path)?.[0] ?? ".mediawiki";
    return { ...mentionsOfBlocks(blocks, { text, form: "mediawiki" }), problems, anchors, defaultExtension };
  },
};

/** Blocks of a MediaWiki page in their order, and its anchors: headings with underscores for blanks, and explicit ids. Never throws; linear in the text. */
export function parseMediawikiBlocks(text: string): { blocks: Block[]; problems: ParsedIndex["problems"]; anchors: string[] } {
  return { ...mediawikiBlocks(text), problems: [] };
}
