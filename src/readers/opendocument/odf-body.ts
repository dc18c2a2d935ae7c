import { type BlockKind, escapeMarkdown, type MarkdownWriter } from "../shared/markdown-writer.ts";
import { attributeOf, type XmlAttributes, type XmlHandler } from "../shared/xml.ts";
import type { OdfRole, OdfStyles } from "./odf-styles.ts";

/** What is open around a text. In a `box` (a drawing, note or comment) only the paragraphs in it count. */
type Frame =
  | { readonly kind: "paragraph"; text: string; readonly outline: number | null; readonly role: OdfRole }
  | { readonly kind: "box"; readonly sort: string }
  | { readonly kind: "creator"; text: string };

/** Elements that may stand in a paragraph and hold paragraphs of their own. */
const BOXES: ReadonlySet<string> = new Set(["annotation", "note", "frame", "custom-shape"]);
/** Boxes of a slide that say nothing of its content (`presentation:class`, section 19.389). */
const FURNITURE: ReadonlySet<string> = new Set(["header", "footer", "date-time", "page-number", "page"]);

/**
 * Writes the body of a text or a presentation (OpenDocument 1.3 part 3, sections 4-6, 10 and 14). Notes and comments come last, the notes of a
 * slide after it. Hidden text stands in a hidden element, so that it can be told from what a person sees.
 */
export class OdfBody implements XmlHandler {
  readonly #writer: MarkdownWriter;
  readonly #styles: OdfStyles;
  readonly #open: Frame[] = [];
  /** Of each list that is open: whether its item has no paragraph yet. */
  readonly #lists: boolean[] = [];
  readonly #hiddenSpans: boolean[] = [];
  readonly #notes: string[] = [];
  readonly #comments: string[] = [];
  #noteCount = 0;
  #slide = 0;
  #author = "";

  constructor(writer: MarkdownWriter, styles: OdfStyles) {
    this.#writer = writer;
    this.#styles = styles;
  }

  /** Slides that were met so far. */
  get slideCount(): number {
    return this.#slide;
  }

  open(name: string, attributes: XmlAttributes): void {
    const top = this.#open.at(-1);
    if (name === "p" || name === "h") this.#openParagraph(name, attributes);
    else if (BOXES.has(name)) this.#openBox(name, attributes);
    else if (name === "creator") this.#open.push({ kind: "creator", text: "" });
    else if (name === "span") this.#hiddenSpans.push(this.#roleOf(attributes).isHidden);
    else if (top?.kind === "paragraph") this.#say(signOf(name, attributes));
    else this.#openStructure(name);
  }

  close(name: string): void {
    if (name === "p" || name === "h") this.#endParagraph();
    else if (BOXES.has(name)) this.#closeBox(name);
    else if (name === "creator") this.#endCreator();
    else if (name === "span") this.#hiddenSpans.pop();
    else this.#closeStructure(name);
  }

  text(text: string): void {
    const words = text.replace(/\s+/g, " ");
    this.#say(this.#hiddenSpans.at(-1) === true && words !== " " ? hidden(words) : escapeMarkdown(words));
  }

  /** Adds what comes last. */
  finish(): void {
    for (const text of [...this.#notes, ...this.#comments]) this.#writer.add("paragraph", text);
  }

  #roleOf(attributes: XmlAttributes): OdfRole {
    return this.#styles.roleOf(attributeOf(attributes, "style-name") ?? "");
  }

  #openParagraph(name: string, attributes: XmlAttributes): void {
    const level = Number(attributeOf(attributes, "outline-level") ?? 1);
    const outline = name === "h" ? Math.max(1, level || 1) : null;
    this.#open.push({ kind: "paragraph", text: "", outline, role: this.#roleOf(attributes) });
  }

  #openBox(name: string, attributes: XmlAttributes): void {
    if (name === "note") {
      this.#noteCount++;
      this.#say(`[^${this.#noteCount}]`);
    }
    if (name === "annotation") this.#author = "";
    if (name === "note" || name === "annotation") this.#writer.beginCapture();
    this.#open.push({ kind: "box", sort: attributes["presentation:class"] ?? name });
  }

  #closeBox(name: string): void {
    this.#open.pop();
    if (name !== "note" && name !== "annotation") return;
    const words = this.#writer.endCapture();
    if (words === "") return;
    if (name === "note") this.#notes.push(`[^${this.#noteCount}]: ${words}`);
    else this.#comments.push(`${this.#author === "" ? "Comment" : `Comment (${this.#author})`}: ${words}`);
  }

  #endCreator(): void {
    const creator = this.#open.pop();
    if (creator?.kind === "creator") this.#author = creator.text.trim().slice(0, 100);
  }

  #openStructure(name: string): void {
    const writer = this.#writer;
    if (name === "list") this.#lists.push(false);
    else if (name === "list-item" && this.#lists.length > 0) this.#lists[this.#lists.length - 1] = true;
    else if (name === "table") writer.openTable();
    else if (name === "table-row") writer.openRow();
    else if (name === "table-cell") writer.openCell();
    else if (name === "notes") writer.beginCapture();
    else if (name === "page") {
      this.#slide++;
      writer.mark({ slide: this.#slide });
    }
  }

  #closeStructure(name: string): void {
    const writer = this.#writer;
    if (this.#open.at(-1)?.kind === "paragraph") return;
    if (name === "list") this.#lists.pop();
    else if (name === "table") writer.closeTable();
    else if (name === "table-row") writer.closeRow();
    else if (name === "table-cell") writer.closeCell();
    else if (name === "notes") {
      const words = writer.endCapture();
      if (words !== "") writer.add("paragraph", `Notes: ${words}`);
    }
  }

  #say(text: string): void {
    const top = this.#open.at(-1);
    if (top && top.kind !== "box" && !this.#writer.isFull) top.text += text;
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (paragraph?.kind !== "paragraph") return;
    const box = this.#open.findLast((frame) => frame.kind === "box");
    if (box?.kind === "box" && FURNITURE.has(box.sort)) return;
    const isTitle = paragraph.role.kind === "title" || (box?.kind === "box" && box.sort === "title");
    const level = paragraph.outline ?? (isTitle ? (this.#slide > 1 ? 2 : 1) : null);
    const text = paragraph.role.isHidden && paragraph.text.trim() !== "" ? hidden(paragraph.text.trim()) : paragraph.text;
    if (level !== null) this.#writer.add("heading", text, level);
    else this.#writer.add(this.#kindOf(paragraph.role), text, Math.max(0, this.#lists.length - 1));
    if (this.#lists.length > 0 && text.trim() !== "") this.#lists[this.#lists.length - 1] = false;
  }

  #kindOf(role: OdfRole): BlockKind {
    if (role.kind === "code") return "code";
    if (this.#lists.length === 0) return "paragraph";
    return this.#lists.at(-1) === true ? "item" : "continuation";
  }
}

function hidden(text: string): string {
  return `<span hidden>${text}</span>`;
}

/** The characters that an element stands for (section 6.1). */
function signOf(name: string, attributes: XmlAttributes): string {
  if (name === "line-break") return "\n";
  if (name === "tab") return " ";
  return name === "s" ? " ".repeat(Math.min(200, Math.max(1, Number(attributeOf(attributes, "c") ?? 1) || 1))) : "";
}
