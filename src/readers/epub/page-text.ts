import { type BlockKind, escapeMarkdown, type MarkdownWriter } from "../shared/markdown-writer.ts";
import type { XmlAttributes, XmlHandler } from "../shared/xml.ts";

/** Elements that show no words of the page. */
export const SKIPPED: ReadonlySet<string> = new Set(
  "head script style template svg object iframe select rp rt noscript audio video".split(" "),
);

/** Elements that stand within a line (HTML Living Standard, section 3.2.5.2.5 "Phrasing content"). */
const INLINE: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby rb s samp small span strike strong sub sup time tt u var wbr math mi mn mo mrow msub msup mfrac msqrt mtext mstyle semantics".split(
    " ",
  ),
);
const HIDING = /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i;

/** Writes a page of a book as Markdown: headings, lists, tables, preformatted text, everything else as paragraphs. */
export class PageText implements XmlHandler {
  readonly #writer: MarkdownWriter;
  /** Of each list that is open: whether its item has no paragraph yet. */
  readonly #lists: boolean[] = [];
  #text = "";
  #heading = 0;
  #preDepth = 0;
  #depth = 0;
  /** Depth of the element that hides all in it; 0 where none does. */
  #hiddenAt = 0;

  constructor(writer: MarkdownWriter) {
    this.#writer = writer;
  }

  open(name: string, attributes: XmlAttributes): void {
    this.#depth++;
    if (this.#hiddenAt === 0 && isHidden(attributes)) this.#hiddenAt = this.#depth;
    if (INLINE.has(name)) return;
    if (name === "br") {
      this.#text += "\n";
      return;
    }
    this.#flush();
    const level = levelOf(name);
    if (level > 0) this.#heading = level;
    else if (name === "ul" || name === "ol") this.#lists.push(false);
    else if (name === "li" && this.#lists.length > 0) this.#lists[this.#lists.length - 1] = true;
    else if (name === "pre") this.#preDepth++;
    else if (name === "table") this.#writer.openTable();
    else if (name === "tr") this.#writer.openRow();
    else if (name === "td" || name === "th") this.#writer.openCell();
  }

  close(name: string): void {
    this.#depth--;
    if (this.#depth < this.#hiddenAt) this.#hiddenAt = 0;
    if (INLINE.has(name) || name === "br") return;
    this.#flush();
    if (levelOf(name) > 0) this.#heading = 0;
    else if (name === "ul" || name === "ol") this.#lists.pop();
    else if (name === "pre") this.#preDepth--;
    else if (name === "table") this.#writer.closeTable();
    else if (name === "tr") this.#writer.closeRow();
    else if (name === "td" || name === "th") this.#writer.closeCell();
  }

  text(text: string): void {
    if (this.#writer.isFull) return;
    if (this.#preDepth > 0) this.#text += text;
    else if (this.#hiddenAt > 0 && text.trim() !== "") this.#text += `<span hidden>${text.replace(/\s+/g, " ")}</span>`;
    else this.#text += escapeMarkdown(text.replace(/\s+/g, " "));
  }

  #flush(): void {
    const text = this.#text;
    this.#text = "";
    if (text.trim() === "") return;
    if (this.#heading > 0) this.#writer.add("heading", text, this.#heading);
    else this.#writer.add(this.#kind(), text, Math.max(0, this.#lists.length - 1));
    if (this.#lists.length > 0) this.#lists[this.#lists.length - 1] = false;
  }

  #kind(): BlockKind {
    if (this.#preDepth > 0) return "code";
    if (this.#lists.length === 0) return "paragraph";
    return this.#lists.at(-1) === true ? "item" : "continuation";
  }
}

function isHidden(attributes: XmlAttributes): boolean {
  return Object.hasOwn(attributes, "hidden") || HIDING.test((attributes.style ?? "").slice(0, 1000));
}

function levelOf(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}
