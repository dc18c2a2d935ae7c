/** Inline Markdown to spans: text cut at line ends and escapes, so that every span's place is exact. */
import type { Place } from "../../types.ts";
import type { LineMap } from "../../util/line-map.ts";
import type { Inline, Span } from "./blocks.ts";
import { decodeEntities, decodeEntity } from "./html-entities.ts";
import { attributeOf } from "./html-inline.ts";
import { scanHtml } from "./html-scan.ts";
import { HARD_BREAK, inlineFrom, SOFT_BREAK } from "./inline-content.ts";
import type { Range } from "./markdown-links.ts";
import { type Definitions, type InlineToken, inlineTokens, type LinkFound, type TagToken } from "./markdown-tokens.ts";

/** The file that a passage of inline text stands in. */
export interface InlineContext {
  readonly text: string;
  readonly lines: LineMap;
  readonly definitions: Definitions;
}

/** A passage: its text, markers of quotes around it blanked, and its offset in the file. */
export interface Passage {
  readonly text: string;
  readonly from: number;
}

/** The spans of a paragraph, a heading, an item or a cell. */
export function inlineOf(passage: Passage, context: InlineContext): Inline {
  const writer = new SpanWriter(passage, context);
  inlineTokens(passage.text, context.definitions).forEach((token, index) => {
    writer.write(token, index);
  });
  return inlineFrom(writer.spans(), context.lines.place(passage.from, passage.from + passage.text.length));
}

interface Style {
  readonly isStruck?: true;
  readonly isStrong?: true;
}

/** A link or image whose end is not reached yet. */
interface Frame {
  readonly type: "link" | "image";
  /** Index of the token that opened it. */
  readonly opener: number;
  readonly from: number;
  readonly target: Pick<Span, "target" | "targetPlace">;
  readonly style: Style;
  readonly spans: Span[];
}

/** Inline HTML elements that style the text in them. */
const STYLES: Readonly<Record<string, "strong" | "struck" | "code">> = {
  ...{ b: "strong", strong: "strong", del: "struck", s: "struck", strike: "struck" },
  ...{ code: "code", tt: "code", kbd: "code", samp: "code" },
};
/** Inline HTML elements that show another file by their `src`. */
const EMBEDS = /^(?:img|iframe|embed|video|audio|source)$/;

/** Collects the spans of a passage from its tokens, in order. */
class SpanWriter {
  readonly #text: string;
  readonly #from: number;
  readonly #context: InlineContext;
  readonly #spans: Span[] = [];
  readonly #frames: Frame[] = [];
  readonly #counts = { strong: 0, struck: 0, code: 0 };

  constructor(passage: Passage, context: InlineContext) {
    this.#text = passage.text;
    this.#from = passage.from;
    this.#context = context;
  }

  /** All spans; links that are still open are none by then, because every frame has its end among the tokens. */
  spans(): readonly Span[] {
    return this.#spans;
  }

  write(token: InlineToken, index: number): void {
    switch (token.type) {
      case "text":
        this.#addText(token);
        break;
      case "entity":
        this.#add({ type: "text", text: decodeEntity(this.#text.slice(token.from, token.to)) }, token);
        break;
      case "break":
        this.#add({ type: "break", text: token.isHard ? HARD_BREAK : SOFT_BREAK }, token);
        break;
      case "code":
        this.#addCode(token.content);
        break;
      case "url":
        this.#addUrl(token);
        break;
      case "wiki":
        this.#addWiki(token);
        break;
      case "open":
        if (token.link) this.#openLink(token, index, token.link);
        else this.#addText(token);
        break;
      case "close":
        this.#closeFrame(token.to);
        break;
      case "run":
        this.#count("strong", -token.strongClosed);
        this.#count("struck", -token.struckClosed);
        this.#addText({ from: token.from + token.closed, to: token.to - token.opened });
        this.#count("strong", token.strongOpened);
        this.#count("struck", token.struckOpened);
        break;
      case "tag":
        this.#tag(token, index);
        break;
    }
  }

  #count(style: "strong" | "struck" | "code", change: number): void {
    this.#counts[style] += change;
  }

  #style(): Style {
    return { ...(this.#counts.struck > 0 ? { isStruck: true } : {}), ...(this.#counts.strong > 0 ? { isStrong: true } : {}) };
  }

  #place({ from, to }: Range): Place {
    return this.#context.lines.place(this.#from + from, this.#from + to);
  }

  #add(span: Omit<Span, "place">, range: Range): void {
    const style = span.type === "break" ? {} : this.#style();
    (this.#frames.at(-1)?.spans ?? this.#spans).push({ ...span, place: this.#place(range), ...style });
  }

  #addText({ from, to }: Range): void {
    if (to > from) this.#add({ type: this.#counts.code > 0 ? "code" : "text", text: this.#text.slice(from, to) }, { from, to });
  }

  /** A code span without the blanks at its ends; each of its lines is a span. */
  #addCode(content: Range): void {
    let at = content.from;
    for (const [index, line] of this.#text.slice(content.from, content.to).split("\n").entries()) {
      if (index > 0) this.#add({ type: "break", text: SOFT_BREAK }, { from: at - 1, to: at });
      const from = at + (line.length - line.trimStart().length);
      const code = line.trim();
      if (code !== "") this.#add({ type: "code", text: code }, { from, to: from + code.length });
      at += line.length + 1;
    }
  }

  #addUrl(token: Extract<InlineToken, { type: "url" }>): void {
    if (token.isLiteral && this.#frames.length > 0) {
      this.#addText(token);
      return;
    }
    const written = this.#text.slice(token.target.from, token.target.to);
    const isMail = /^[^\s/:@]+@[^\s/:@]+$/.test(written);
    const target = isMail ? `mailto:${written}` : /^www\./i.test(written) ? `http://${written}` : written;
    this.#add({ type: "link", text: written, target, targetPlace: this.#place(token.target) }, token);
  }

  /** A wiki link's target may be a bare name, so the path rule may look for it anywhere. */
  #addWiki(token: Extract<InlineToken, { type: "wiki" }>): void {
    const written = this.#text.slice(token.target.from, token.target.to);
    const target = written.trim();
    const from = token.target.from + (written.length - written.trimStart().length);
    const targetPlace = this.#place({ from, to: from + target.length });
    const text = this.#text.slice(token.label.from, token.label.to).trim();
    this.#add({ type: token.isImage ? "image" : "link", text, target, targetPlace, isWiki: true }, token);
  }

  #openLink(token: Extract<InlineToken, { type: "open" }>, opener: number, { target: range, isDefined }: LinkFound): void {
    const target = isDefined ? this.#target(this.#context.text, range, 0) : this.#target(this.#text, range, this.#from);
    const type = token.isImage ? "image" : "link";
    this.#frames.push({ type, opener, from: token.from, target, style: this.#style(), spans: [] });
  }

  /** A destination with backslashes and character references undone, at its place in the file. */
  #target(text: string, { from, to }: Range, offset: number): Pick<Span, "target" | "targetPlace"> {
    const target = text
      .slice(from, to)
      .replace(
        /\\([!-/:-@[-`{-~])|&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/gi,
        (match, escaped) => escaped ?? decodeEntity(match),
      );
    return { target, targetPlace: this.#context.lines.place(offset + from, offset + to) };
  }

  /** An attribute's value, in which a backslash is one. */
  #value({ from, to }: Range): Pick<Span, "target" | "targetPlace"> {
    const written = this.#text.slice(from, to);
    const start = from + written.length - written.trimStart().length;
    const target = written.trim();
    return { target: decodeEntities(target), targetPlace: this.#place({ from: start, to: start + target.length }) };
  }

  /** Ends the innermost link: its spans become the label; what else stands in it (a badge's image, a nested link) follows it. */
  #closeFrame(to: number): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const { type, spans } = frame;
    const nested = type === "image" ? [] : spans.filter((span) => span.type === "link" || span.type === "image");
    const label = wordsOf(spans);
    const shown = spans.filter((span) => span.type !== "break" && span.text.trim() !== "");
    const inherited: Style = {
      ...(shown.length > 0 && shown.every((span) => span.isStruck) ? { isStruck: true } : {}),
      ...(shown.length > 0 && shown.every((span) => span.isStrong) ? { isStrong: true } : {}),
    };
    const sink = this.#frames.at(-1)?.spans ?? this.#spans;
    sink.push({
      ...{ type, text: label === "" ? alternativeOf(spans) : label, place: this.#place({ from: frame.from, to }), ...frame.target },
      ...{ ...inherited, ...frame.style },
    });
    for (const span of nested) sink.push(span);
  }

  /** `<a href>` up to its `</a>` is a link, `<img src>` an image; `<br>` ends a line; `<del>` and the like style what they hold. */
  #tag(token: TagToken, index: number): void {
    const style = STYLES[token.name];
    if (style && token.partner >= 0) this.#count(style, token.partner > index ? 1 : -1);
    if (token.name === "br") this.#add({ type: "break", text: HARD_BREAK }, token);
    else if (token.name === "a") this.#anchor(token, index);
    else if (!token.isClosing && EMBEDS.test(token.name)) this.#embed(token);
  }

  #anchor(token: TagToken, index: number): void {
    if (token.isClosing) {
      if (token.partner >= 0 && this.#frames.at(-1)?.opener === token.partner) this.#closeFrame(token.to);
      return;
    }
    const href = this.#attribute(token, "href");
    if (!href) return;
    const target = this.#value(href);
    this.#frames.push({ type: "link", opener: index, from: token.from, target, style: this.#style(), spans: [] });
    if (token.partner < 0) this.#closeFrame(token.to);
  }

  #embed(token: TagToken): void {
    const source = this.#attribute(token, "src");
    if (!source) return;
    const alternative = this.#attribute(token, "alt");
    const text = alternative ? decodeEntities(this.#text.slice(alternative.from, alternative.to)).replace(/\s+/g, " ").trim() : "";
    this.#add({ type: "image", text, ...this.#value(source) }, token);
  }

  /** The value of a tag's attribute, as a range of the passage. */
  #attribute(tag: TagToken, name: string): Range | null {
    const token = scanHtml(this.#text.slice(tag.from, tag.to)).next().value;
    const attribute = token?.type === "open" ? attributeOf(token, name) : undefined;
    return attribute ? { from: tag.from + attribute.from, to: tag.from + attribute.to } : null;
  }
}

/** The words of spans, images left out: what a reader takes as a link's label. */
function wordsOf(spans: readonly Span[]): string {
  return plain(spans.map((span) => (span.type === "image" ? "" : span.text)));
}

/** The alternative texts of the images among spans. */
function alternativeOf(spans: readonly Span[]): string {
  return plain(spans.map((span) => (span.type === "image" ? `${span.text} ` : "")));
}

function plain(texts: readonly string[]): string {
  return texts.join("").replace(/\s+/g, " ").trim();
}
