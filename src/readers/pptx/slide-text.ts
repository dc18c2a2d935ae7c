import { escapeMarkdown, type MarkdownWriter } from "../shared/markdown-writer.ts";
import { attributeOf, type XmlAttributes, type XmlHandler } from "../shared/xml.ts";

/** The second form of a drawing, for programs that do not know the first. */
export const SKIPPED: ReadonlySet<string> = new Set(["Fallback"]);
/** Placeholders that say nothing of the slide's content: date, footer, header, number, and on notes the slide's picture (19.7.10). */
const FURNITURE: ReadonlySet<string> = new Set(["dt", "ftr", "hdr", "sldNum", "sldImg"]);
const TITLES: ReadonlySet<string> = new Set(["title", "ctrTitle"]);
/** Placeholders whose paragraphs have bullets; one without a type is an `obj`. */
const LISTS: ReadonlySet<string> = new Set(["body", "obj"]);

interface Paragraph {
  text: string;
  level: number;
  hasBullet: boolean | null;
}

/** Writes the paragraphs and tables of a slide, a note or a diagram (ECMA-376 part 1, sections 19 and 21.1): titles as headings, placeholders as lists. */
export class SlideText implements XmlHandler {
  readonly #writer: MarkdownWriter;
  readonly #headingLevel: number;
  /** Type of the placeholder that is open; null in a shape that is none. */
  #placeholder: string | null = null;
  #paragraph: Paragraph | null = null;
  #isText = false;

  /** `headingLevel`: of the slide's title; 0 for notes and diagrams, which have no list marks either. */
  constructor(writer: MarkdownWriter, headingLevel: number) {
    this.#writer = writer;
    this.#headingLevel = headingLevel;
  }

  open(name: string, attributes: XmlAttributes): void {
    const paragraph = this.#paragraph;
    if (name === "sp" || name === "graphicFrame") this.#placeholder = null;
    else if (name === "ph") this.#placeholder = attributes.type ?? "obj";
    else if (name === "p") this.#paragraph = { text: "", level: 0, hasBullet: null };
    else if (name === "tbl") this.#writer.openTable();
    else if (name === "tr") this.#writer.openRow();
    else if (name === "tc") this.#writer.openCell();
    else if (paragraph) this.#openInParagraph(paragraph, name, attributes);
  }

  close(name: string): void {
    if (name === "t") this.#isText = false;
    else if (name === "p") this.#endParagraph();
    else if (name === "tbl") this.#writer.closeTable();
    else if (name === "tr") this.#writer.closeRow();
    else if (name === "tc") this.#writer.closeCell();
  }

  text(text: string): void {
    if (this.#isText && this.#paragraph && !this.#writer.isFull) this.#paragraph.text += escapeMarkdown(text);
  }

  #openInParagraph(paragraph: Paragraph, name: string, attributes: XmlAttributes): void {
    if (name === "t") this.#isText = true;
    else if (name === "br") paragraph.text += "\n";
    else if (name === "tab") paragraph.text += " ";
    else if (name === "buNone") paragraph.hasBullet = false;
    else if (name === "buChar" || name === "buAutoNum" || name === "buBlip") paragraph.hasBullet = true;
    else if (name === "pPr") paragraph.level = Number(/^[0-8]$/.exec(attributeOf(attributes, "lvl") ?? "")?.[0] ?? 0);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = null;
    const placeholder = this.#placeholder ?? "";
    if (!paragraph || FURNITURE.has(placeholder)) return;
    const isItem = this.#headingLevel > 0 && (paragraph.hasBullet ?? LISTS.has(placeholder));
    if (this.#headingLevel > 0 && TITLES.has(placeholder)) this.#writer.add("heading", paragraph.text, this.#headingLevel);
    else if (isItem) this.#writer.add("item", paragraph.text, paragraph.level);
    else this.#writer.add("paragraph", paragraph.text);
  }
}
