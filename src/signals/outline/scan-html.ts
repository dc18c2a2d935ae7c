import { Parser } from "htmlparser2";
import { LineMap } from "../../util/line-map.ts";
import { addHeading, addTitle, newScan, type OutlineScan } from "./scan.ts";

/** Names of `<meta>` elements that hold a document's title: Open Graph, Dublin Core, Highwire (what indexes of papers read). */
const TITLE_META = /^(?:og:title|dc\.title|dcterms\.title|citation_title|title)$/i;
const HEADING_TAG = /^h[1-6]$/;
const HIDDEN_TAG = /^(?:script|style|template|noscript|svg)$/;

/** Longest text of a heading or title that is collected, in characters: one that is not closed would hold the rest of the page. */
const LONGEST_TEXT = 2000;

/** What is being collected: the text of one element that may hold others. */
interface Open {
  readonly tag: string;
  readonly offset: number;
  text: string;
}

/**
 * Open elements from which on every element is taken for an empty one, which leaves the rest without headings: htmlparser2 searches and moves
 * all that are open at each tag. Browsers stop nesting at 512 (Blink's parser); sources with unclosed `<a>` and `<font>` reach hundreds.
 */
const MOST_OPEN = 2000;

class BoundedParser extends Parser {
  /** Elements that are open. Once the limit is reached it stays so: nothing can be closed any more. */
  open = 0;

  override isVoidElement(tag: string): boolean {
    return this.open >= MOST_OPEN || super.isVoidElement(tag);
  }
}

/** Headings, titles and anchors of an HTML or XHTML source: `<title>`, `<h1>` to `<h6>`, title metadata, every `id` and `<a name>`. */
export function scanHtml(text: string): OutlineScan {
  const scan = newScan();
  const map = new LineMap(text);
  let open: Open | null = null;
  let hidden = "";
  const parser: BoundedParser = new BoundedParser(
    {
      onopentagname(tag) {
        if (!parser.isVoidElement(tag)) parser.open++;
      },
      onopentag(tag, attributes) {
        collectIds(tag, attributes, scan);
        if (hidden === "" && HIDDEN_TAG.test(tag)) hidden = tag;
        const title = tag === "meta" && TITLE_META.test(attributes.property ?? attributes.name ?? "") ? attributes.content : undefined;
        if (title !== undefined) addTitle(scan, { ...placed(map, parser.startIndex), text: title, source: "metadata" });
        if (open === null && (tag === "title" || HEADING_TAG.test(tag)) && hidden === "")
          open = { tag, offset: parser.startIndex, text: "" };
        else if (open !== null && tag === "br") open.text += " ";
      },
      ontext(piece) {
        if (open !== null && hidden === "" && open.text.length < LONGEST_TEXT) open.text += piece;
      },
      onclosetag(tag) {
        if (!parser.isVoidElement(tag)) parser.open--;
        if (tag === hidden) hidden = "";
        if (open?.tag !== tag) return;
        close(open, map, scan);
        open = null;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return scan;
}

function collectIds(tag: string, attributes: Readonly<Record<string, string>>, scan: OutlineScan): void {
  if (attributes.id) scan.ids.add(attributes.id);
  if (tag === "a" && attributes.name) scan.ids.add(attributes.name);
}

function close(open: Open, map: LineMap, scan: OutlineScan): void {
  const text = open.text
    .replace(/\s+/g, " ")
    .replace(/\s?[¶§#🔗]$/u, "")
    .trim();
  if (open.tag === "title") addTitle(scan, { ...placed(map, open.offset), text, source: "html-title" });
  else addHeading(scan, { ...placed(map, open.offset), text, level: Number(open.tag[1]) });
}

function placed(map: LineMap, offset: number): { line: number; quote: string } {
  const { line } = map.position(offset);
  return { line, quote: map.line(line) };
}
