import type { IndexFormParser, ParsedIndex } from "../types.ts";
import { LineMap } from "../util/line-map.ts";
import type { Block } from "./shared/blocks.ts";
import { htmlBlocks } from "./shared/html-blocks.ts";
import { mentionsOfBlocks } from "./shared/mentions.ts";

/** An HTML page as an index: headings, nested lists, tables, links, preformatted listings of folders. */
export const html: IndexFormParser = {
  form: "html",
  summary: "HTML: links in lists, tables, headings and text",
  isForm: (path) => /\.x?html?$/i.test(path),
  parse: async (text) => {
    const { base, blocks, problems, anchors } = parseHtmlBlocks(text);
    const isFolder = base !== null && !/^(?:[a-z][a-z0-9+.-]*:|\/|\.?\/?$)/i.test(base);
    const baseFolder = isFolder ? { baseFolder: base.replace(/[^/]*$/, "").replace(/\/$/, "") } : {};
    return { ...mentionsOfBlocks(blocks, { text, form: "html" }), problems, anchors, ...baseFolder };
  },
};

/** Blocks of an HTML page in their order, with its `id`s and named anchors, and `<base href>` where it has one. Never throws; linear in the text. */
export function parseHtmlBlocks(text: string): {
  blocks: Block[];
  problems: ParsedIndex["problems"];
  anchors: string[];
  base: string | null;
} {
  return { ...htmlBlocks(text, 0, new LineMap(text)), problems: [] };
}
