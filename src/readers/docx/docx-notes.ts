import type { MarkdownWriter } from "../shared/markdown-writer.ts";
import { attributeOf, type XmlAttributes, type XmlHandler } from "../shared/xml.ts";
import { DocxBody, type DocxContext } from "./docx-body.ts";

const NOTES: ReadonlySet<string> = new Set(["footnote", "endnote", "comment"]);

/** Writes notes and comments, each as one paragraph: `[^1]: words` where the text refers to it, `Comment (author): words`. */
export class DocxNotes implements XmlHandler {
  readonly #writer: MarkdownWriter;
  readonly #context: DocxContext;
  readonly #body: DocxBody;
  #label: string | null = null;

  constructor(context: DocxContext) {
    this.#writer = context.writer;
    this.#context = context;
    this.#body = new DocxBody(context);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (!NOTES.has(name) || this.#label !== null) {
      this.#body.open(name, attributes);
      return;
    }
    this.#label = name === "comment" ? commentLabel(attributes) : this.#noteLabel(name, attributeOf(attributes, "id") ?? "");
    this.#writer.beginCapture();
  }

  close(name: string): void {
    if (!NOTES.has(name) || this.#label === null) {
      this.#body.close(name);
      return;
    }
    const words = this.#writer.endCapture();
    if (words !== "" && this.#label !== "") this.#writer.add("paragraph", `${this.#label}: ${words}`);
    this.#label = null;
  }

  text(text: string): void {
    this.#body.text(text);
  }

  /** Empty for what no text refers to: the separators above notes are kept as notes too. */
  #noteLabel(sort: string, id: string): string {
    const number = this.#context.notes.get(`${sort} ${id}`);
    return number === undefined ? "" : `[^${number}]`;
  }
}

function commentLabel(attributes: XmlAttributes): string {
  const author = attributeOf(attributes, "author")?.trim() ?? "";
  return author === "" ? "Comment" : `Comment (${author})`;
}
