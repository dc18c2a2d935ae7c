import { escapeMarkdown, type MarkdownWriter } from "../shared/markdown-writer.ts";
import { attributeOf, type XmlAttributes, type XmlHandler } from "../shared/xml.ts";
import { numberOf, PLAIN, type StyleRole } from "./docx-styles.ts";

/** Elements that are no part of the text as it stands: deletions, what a format was before, the second form of a drawing. */
export const SKIPPED: ReadonlySet<string> = new Set(
  "del moveFrom pPrChange rPrChange sectPrChange tblPrChange trPrChange tcPrChange tblPrExChange tblGridChange instrText delText delInstrText Fallback sdtPr".split(
    " ",
  ),
);

interface Paragraph {
  text: string;
  role: StyleRole;
  /** Set where the paragraph itself says more than its style. */
  outline: number | null;
  itemLevel: number | null;
  isItem: boolean | null;
  isInProperties: boolean;
}

/** Elements that stand for a character (17.3.3). */
const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries({ tab: " ", ptab: " ", br: "\n", cr: "\n", noBreakHyphen: "-" }));

/** Notes of one sort in the order in which the text refers to them: the number that is shown by id. */
export type NoteNumbers = Map<string, number>;

export interface DocxContext {
  readonly writer: MarkdownWriter;
  readonly styles: ReadonlyMap<string, StyleRole>;
  readonly notes: NoteNumbers;
}

/**
 * Writes the paragraphs and tables of a document, a note or a comment (ECMA-376 part 1, section 17). A paragraph in a paragraph (a text box)
 * comes before it. Hidden runs (`w:vanish`) stand in a hidden element, so that they can be told from what a person sees.
 */
export class DocxBody implements XmlHandler {
  readonly #context: DocxContext;
  readonly #open: Paragraph[] = [];
  #isText = false;
  #isHidden = false;

  constructor(context: DocxContext) {
    this.#context = context;
  }

  open(name: string, attributes: XmlAttributes): void {
    const { writer } = this.#context;
    const paragraph = this.#open.at(-1);
    if (name === "p") this.#open.push({ text: "", role: PLAIN, outline: null, itemLevel: null, isItem: null, isInProperties: false });
    else if (name === "tbl") writer.openTable();
    else if (name === "tr") writer.openRow();
    else if (name === "tc") writer.openCell();
    else if (paragraph?.isInProperties) describe(paragraph, name, { attributes, styles: this.#context.styles });
    else if (paragraph) this.#openInParagraph(paragraph, name, attributes);
  }

  close(name: string): void {
    const { writer } = this.#context;
    const paragraph = this.#open.at(-1);
    if (name === "p") this.#endParagraph();
    else if (name === "tbl") writer.closeTable();
    else if (name === "tr") writer.closeRow();
    else if (name === "tc") writer.closeCell();
    else if (name === "t") this.#isText = false;
    else if (name === "pPr" && paragraph) paragraph.isInProperties = false;
    else if (name === "r") this.#isHidden = false;
  }

  text(text: string): void {
    if (this.#isText) this.#say(this.#isHidden ? `<span hidden>${text}</span>` : escapeMarkdown(text));
  }

  #openInParagraph(paragraph: Paragraph, name: string, attributes: XmlAttributes): void {
    if (name === "t") this.#isText = true;
    else if (name === "pPr") paragraph.isInProperties = true;
    else if (name === "vanish") this.#isHidden = isOn(attributeOf(attributes, "val"));
    else if (name === "footnoteReference" || name === "endnoteReference") {
      this.#refer(name.slice(0, name.indexOf("R")), attributeOf(attributes, "id") ?? "");
    } else this.#say(SIGNS.get(name) ?? "");
  }

  #refer(sort: string, id: string): void {
    const { notes } = this.#context;
    const key = `${sort} ${id}`;
    const number = notes.get(key) ?? notes.size + 1;
    notes.set(key, number);
    this.#say(`[^${number}]`);
  }

  #say(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph && !this.#context.writer.isFull) paragraph.text += text;
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const { kind, level } = kindOf(paragraph);
    this.#context.writer.add(kind, paragraph.text, level);
  }
}

function describe(
  paragraph: Paragraph,
  name: string,
  { attributes, styles }: { readonly attributes: XmlAttributes; readonly styles: ReadonlyMap<string, StyleRole> },
): void {
  const value = attributeOf(attributes, "val") ?? "";
  if (name === "pStyle") paragraph.role = styles.get(value) ?? PLAIN;
  else if (name === "outlineLvl") paragraph.outline = numberOf(value);
  else if (name === "ilvl") paragraph.itemLevel = numberOf(value);
  else if (name === "numId") paragraph.isItem = value !== "0";
}

function kindOf({ role, outline, itemLevel, isItem }: Paragraph): StyleRole {
  if (outline !== null) return outline < 9 ? { kind: "heading", level: outline + 1 } : PLAIN;
  if (role.kind === "heading" || role.kind === "code") return role;
  if (isItem === true) return { kind: "item", level: itemLevel ?? role.level };
  return isItem === false && role.kind === "item" ? PLAIN : role;
}

/** The value of a switch such as `w:vanish`, which is on where it is not said (17.17.4). */
function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}
