import { escapeMarkdown, type MarkdownWriter } from "../shared/markdown-writer.ts";
import { codePageOfCharset, decodeBytes, endsInCharacter } from "./code-pages.ts";
import { newParagraph, type Paragraph, type RtfStyle, roleOf } from "./rtf-paragraph.ts";
import { CHARACTERS, KEPT_OPTIONAL, SKIPPED_GROUPS } from "./rtf-words.ts";

/** Where the text of a group goes. */
type Destination = "body" | "skipped" | "title" | "fonts" | "styles" | "info";

interface Group {
  readonly destination: Destination;
  readonly font: number | null;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  /** Characters that follow a `\u` for programs that do not know it. */
  readonly fallback: number;
  /** Set on the group that holds a note or comment: what it interrupted. */
  readonly note: { readonly label: string; readonly paragraph: Paragraph } | null;
  /** The group begins with `\*`. */
  readonly isOptional: boolean;
  readonly isFresh: boolean;
}

const BODY: Group = {
  destination: "body",
  font: null,
  isHidden: false,
  isDeleted: false,
  fallback: 1,
  note: null,
  isOptional: false,
  isFresh: true,
};
const LONGEST_NAME = 1000;

/** Turns the control words and characters of an RTF file into Markdown. State: the open groups, the paragraph, the row. */
export class RtfText {
  readonly #writer: MarkdownWriter;
  readonly #groups: Group[] = [];
  readonly #fonts = new Map<number, number>();
  readonly #styles = new Map<number, RtfStyle>();
  readonly #afterwards: string[] = [];
  #group: Group = BODY;
  #paragraph = newParagraph();
  #cells: string[] = [];
  #cell = "";
  #bytes: number[] = [];
  #codePage: number | null = null;
  /** The font of text that names none, and the one whose entry in the table is read. */
  #font = 0;
  #listedFont = 0;
  #style: { number: number; outline: number | null; name: string } = { number: 0, outline: null, name: "" };
  #toSkip = 0;
  #noteCount = 0;
  #title = "";

  constructor(writer: MarkdownWriter) {
    this.#writer = writer;
  }

  get depth(): number {
    return this.#groups.length;
  }

  get title(): string | null {
    return this.#title.trim() === "" ? null : this.#title;
  }

  openGroup(): void {
    this.#flushBytes();
    this.#toSkip = 0;
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, note: null, isOptional: false, isFresh: true };
  }

  closeGroup(): void {
    this.#flushBytes();
    this.#toSkip = 0;
    const { note, destination } = this.#group;
    if (destination === "styles") this.#endStyle();
    if (note) this.#endNote(note.label, note.paragraph);
    this.#group = this.#groups.pop() ?? BODY;
  }

  /** Plain ASCII characters. */
  characters(text: string): void {
    if (this.#group.isFresh) this.#change({ isFresh: false });
    const rest = this.#toSkip > 0 ? this.#withoutFallback(text) : text;
    if (rest === "") return;
    if (this.#bytes.length > 0 && endsInCharacter(this.#bytes, this.#page())) {
      this.#bytes.push(rest.charCodeAt(0));
      this.#flushBytes();
      this.#say(rest.slice(1));
      return;
    }
    this.#flushBytes();
    this.#say(rest);
  }

  /** A byte of the code page: `\'e4`, or written as it is. */
  byte(value: number): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (this.#group.destination !== "skipped") this.#bytes.push(value);
  }

  /** A control word with its number, or null; a control symbol such as `~`. */
  word(name: string, number: number | null): void {
    if (name === "*") {
      this.#change({ isOptional: true });
      return;
    }
    this.#flushBytes();
    if (this.#toSkip > 0 && name !== "u") {
      this.#toSkip--;
      return;
    }
    if (this.#group.isFresh) this.#begin(name);
    if (this.#group.destination === "skipped") return;
    if (name === "u") this.#unicode(number ?? 0);
    else if (this.#group.destination === "body") this.#bodyWord(name, number);
    else this.#tableWord(name, number);
    this.#groupWord(name, number);
  }

  /** What is left at the end: the last paragraph, then notes and comments. */
  finish(): void {
    while (this.#groups.length > 0) this.closeGroup();
    this.#endParagraph();
    this.#endRow();
    for (const text of this.#afterwards) this.#writer.add("paragraph", text);
  }

  #change(change: Partial<Group>): void {
    this.#group = { ...this.#group, ...change };
  }

  /** The first word of a group says what the group is. */
  #begin(name: string): void {
    const { destination, isOptional } = this.#group;
    this.#change({ isFresh: false });
    if (SKIPPED_GROUPS.has(name) || (isOptional && destination === "body" && !KEPT_OPTIONAL.has(name)))
      this.#change({ destination: "skipped" });
    else if (name === "fonttbl") this.#change({ destination: "fonts" });
    else if (name === "stylesheet") this.#change({ destination: "styles" });
    else if (name === "info") this.#change({ destination: "info" });
    else if (name === "title" && destination === "info") this.#change({ destination: "title" });
    else if (destination === "body" && (name === "footnote" || name === "annotation")) this.#beginNote(name);
    else if (destination === "body" && (name === "listtext" || name === "pntext")) {
      this.#paragraph.isItem = true;
      this.#change({ destination: "skipped" });
    } else if (destination === "styles" && isOptional) this.#change({ destination: "skipped" });
  }

  #beginNote(name: string): void {
    if (name === "footnote") {
      this.#noteCount++;
      this.#say(`[^${this.#noteCount}]`);
    }
    this.#change({ note: { label: name === "footnote" ? `[^${this.#noteCount}]` : "Comment", paragraph: this.#paragraph } });
    this.#paragraph = newParagraph();
    this.#writer.beginCapture();
  }

  #endNote(label: string, interrupted: Paragraph): void {
    this.#endParagraph();
    this.#paragraph = interrupted;
    const words = this.#writer.endCapture();
    if (words !== "") this.#afterwards.push(`${label}: ${words}`);
  }

  /** Words that hold until the group ends. */
  #groupWord(name: string, number: number | null): void {
    if (name === "uc") this.#change({ fallback: Math.min(16, Math.max(0, number ?? 1)) });
    else if (name === "f") this.#change({ font: number });
    else if (name === "v") this.#change({ isHidden: number !== 0 });
    else if (name === "deleted") this.#change({ isDeleted: number !== 0 });
    else if (name === "plain") this.#change({ isHidden: false, isDeleted: false, font: null });
    else if (name === "ansicpg") this.#codePage = number;
    else if (name === "mac") this.#codePage = 10000;
    else if (name === "deff") this.#font = number ?? 0;
  }

  #bodyWord(name: string, number: number | null): void {
    const paragraph = this.#paragraph;
    const sign = CHARACTERS.get(name);
    if (sign !== undefined) this.#say(sign);
    else if (name === "~") this.#say(" ");
    else if (name === "_") this.#say("-");
    else if (name === "par" || name === "sect" || name === "page") this.#endParagraph();
    else if (name === "cell") this.#endCell();
    else if (name === "row") this.#endRow();
    else if (name === "pard") this.#paragraph = { ...newParagraph(), text: paragraph.text };
    else if (name === "intbl") paragraph.isInTable = true;
    else if (name === "s") paragraph.style = number;
    else if (name === "outlinelevel") paragraph.outline = number;
    else if (name === "ls") paragraph.isItem = number !== 0;
    else if (name === "ilvl") paragraph.itemLevel = Math.max(0, number ?? 0);
  }

  /** Words in the tables of fonts and styles. */
  #tableWord(name: string, number: number | null): void {
    const { destination } = this.#group;
    if (destination === "fonts") {
      if (name === "f") this.#listedFont = number ?? 0;
      const page = name === "fcharset" ? codePageOfCharset(number ?? 0) : null;
      if (page !== null) this.#fonts.set(this.#listedFont, page);
    } else if (destination === "styles") {
      if (name === "s") this.#style.number = number ?? 0;
      else if (name === "outlinelevel") this.#style.outline = number;
    }
  }

  #endStyle(): void {
    const { number, name, outline } = this.#style;
    const said = name.replace(/;.*/s, "").trim().toLowerCase();
    if (said !== "") this.#styles.set(number, { name: said, outline });
    this.#style = { number: 0, outline: null, name: "" };
  }

  /** `\u` has a signed number of 16 bits; surrogates come as two of them. */
  #unicode(number: number): void {
    this.#say(String.fromCharCode(number & 0xffff));
    this.#toSkip = this.#group.fallback;
  }

  #withoutFallback(text: string): string {
    const skipped = Math.min(this.#toSkip, text.length);
    this.#toSkip -= skipped;
    return text.slice(skipped);
  }

  #page(): number {
    return this.#fonts.get(this.#group.font ?? this.#font) ?? this.#codePage ?? 1252;
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const text = decodeBytes(this.#bytes, this.#page());
    this.#bytes = [];
    this.#say(text);
  }

  #say(text: string): void {
    const { destination, isHidden, isDeleted } = this.#group;
    if (destination === "title" && this.#title.length < LONGEST_NAME) this.#title += text;
    else if (destination === "styles" && this.#style.name.length < LONGEST_NAME) this.#style.name += text;
    if (destination !== "body" || isDeleted || text === "" || this.#writer.isFull) return;
    this.#paragraph.text += isHidden && text.trim() !== "" ? `<span hidden>${text}</span>` : escapeMarkdown(text);
  }

  /** The next paragraph has the same properties, until `\pard` takes them back. */
  #endParagraph(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = { ...paragraph, text: "" };
    if (paragraph.isInTable) {
      this.#cell += ` ${paragraph.text}`;
      return;
    }
    const { kind, level, text } = roleOf(paragraph, this.#styles);
    this.#writer.add(kind, text, level);
  }

  #endCell(): void {
    this.#cells.push(`${this.#cell} ${this.#paragraph.text}`.replace(/\s+/g, " ").trim());
    this.#cell = "";
    this.#paragraph = { ...this.#paragraph, text: "" };
  }

  #endRow(): void {
    const cells = this.#cells;
    this.#cells = [];
    if (cells.length === 1) this.#writer.add("paragraph", cells[0] ?? "");
    else if (cells.length > 1) this.#writer.row(cells);
    if (this.#cell.trim() !== "") this.#writer.add("paragraph", this.#cell);
    this.#cell = "";
  }
}
