/** HTML tags and texts to spans: links with their labels, images, code, strong and struck text, each at its exact place. */
import type { Place } from "../../types.ts";
import type { Span } from "./blocks.ts";
import { decodeEntities, decodeEntity, ENTITY } from "./html-entities.ts";
import type { HtmlAttribute, HtmlToken } from "./html-scan.ts";
import { HARD_BREAK, SOFT_BREAK } from "./inline-content.ts";

export type OpenTag = Extract<HtmlToken, { type: "open" }>;
type Style = "strong" | "struck" | "code" | "pre";

/** Elements that style the text in them. */
const STYLES: Readonly<Record<string, Style>> = {
  b: "strong",
  strong: "strong",
  del: "struck",
  s: "struck",
  strike: "struck",
  code: "code",
  tt: "code",
  kbd: "code",
  samp: "code",
  pre: "pre",
};
/** Elements that show another file, and the attribute that names it. */
const EMBEDS: Readonly<Record<string, string>> = {
  img: "src",
  iframe: "src",
  frame: "src",
  embed: "src",
  video: "src",
  audio: "src",
  source: "src",
  object: "data",
};
const HEADING = /^h[1-6]$/;
/** Elements whose end also ends a link that was left open in them. */
const CONTAINERS = /^(?:li|td|th|tr|table|ul|ol|dl|dd|dt|p|div|section|article|nav|main|body|blockquote|h[1-6])$/;

interface OpenLink {
  readonly tag: OpenTag;
  readonly href: HtmlAttribute;
  /** Spans met inside, before the link is closed and they become its label. */
  readonly inside: Span[];
  /** Range of `inside` that a heading in the link fills. */
  heading: { readonly from: number; to: number } | null;
  readonly images: Span[];
  /** Elements opened inside and still open. */
  readonly containers: Map<string, number>;
}

/** Collects spans from tokens; `take` hands them over. Feed it the tokens of one source in order. */
export class HtmlSpans {
  readonly #source: string;
  readonly #place: (from: number, to: number) => Place;
  readonly #styles = { strong: 0, struck: 0, code: 0, pre: 0 };
  #spans: Span[] = [];
  #link: OpenLink | null = null;
  #from = -1;
  #to = -1;

  /** `place` says where a range of the source stands in the file. */
  constructor(source: string, place: (from: number, to: number) => Place) {
    this.#source = source;
    this.#place = place;
  }

  get isInLink(): boolean {
    return this.#link !== null;
  }

  /** The spans so far and the offset at which they start; a link that is still open ends here. */
  take(): { readonly spans: Span[]; readonly from: number } {
    this.#closeLink(this.#to);
    const taken = { spans: this.#spans, from: Math.max(0, this.#from) };
    this.#spans = [];
    this.#from = -1;
    return taken;
  }

  /** Reads a text, or a tag that is inline or stands within a link. */
  add(token: HtmlToken): void {
    if (token.type === "text" || token.type === "open") {
      if (this.#from < 0) this.#from = token.from;
      this.#to = token.to;
    }
    if (token.type === "text") this.#addText(token.from, token.to);
    else if (token.type === "open") this.#open(token);
    else this.#close(token);
  }

  #sink(): Span[] {
    return this.#link?.inside ?? this.#spans;
  }

  #open(tag: OpenTag): void {
    const style = STYLES[tag.name];
    if (style) this.#styles[style]++;
    if (tag.name === "a") this.#openLink(tag);
    else if (tag.name === "area") this.#addArea(tag);
    else if (EMBEDS[tag.name]) this.#addImage(tag);
    else if (tag.name === "br") this.#push({ type: "break", text: HARD_BREAK }, tag.from, tag.to);
    else if (this.#link && CONTAINERS.test(tag.name)) this.#openInLink(tag.name, tag);
  }

  #openInLink(name: string, tag: OpenTag): void {
    const link = this.#link;
    if (!link) return;
    if (/^(?:li|td|th|tr|dd|dt)$/.test(name)) {
      this.#closeLink(tag.from);
      return;
    }
    link.containers.set(name, (link.containers.get(name) ?? 0) + 1);
    if (HEADING.test(name) && !link.heading) link.heading = { from: link.inside.length, to: Number.POSITIVE_INFINITY };
    this.#push({ type: "break", text: SOFT_BREAK }, tag.from, tag.to);
  }

  #close(tag: HtmlToken & { readonly type: "close" }): void {
    const style = STYLES[tag.name];
    if (style && this.#styles[style] > 0) this.#styles[style]--;
    const link = this.#link;
    if (!link) return;
    this.#to = tag.to;
    const open = link.containers.get(tag.name) ?? 0;
    if (tag.name === "a") this.#closeLink(tag.to);
    else if (CONTAINERS.test(tag.name) && open === 0) this.#closeLink(tag.from);
    if (!CONTAINERS.test(tag.name) || open === 0 || !this.#link) return;
    link.containers.set(tag.name, open - 1);
    if (HEADING.test(tag.name) && link.heading) link.heading.to = Math.min(link.heading.to, link.inside.length);
    this.#push({ type: "break", text: SOFT_BREAK }, tag.from, tag.to);
  }

  #openLink(tag: OpenTag): void {
    this.#closeLink(tag.from);
    const href = attributeOf(tag, "href");
    if (href) this.#link = { tag, href, inside: [], heading: null, images: [], containers: new Map() };
  }

  /** Ends the open link at an offset: its spans become the label, what stands beside a heading in it follows as text. */
  #closeLink(to: number): void {
    const link = this.#link;
    if (!link) return;
    this.#link = null;
    const { inside, heading } = link;
    const isHeaded = heading !== null && wordsOf(inside.slice(heading.from, heading.to)) !== "";
    const label = wordsOf(isHeaded ? inside.slice(heading.from, heading.to) : inside);
    const alternative = link.images.map((image) => image.text).join(" ");
    const target = this.#target(link.href);
    const shown = inside.filter((span) => span.text.trim() !== "");
    const styles = {
      ...(shown.length > 0 && shown.every((span) => span.isStruck) ? { isStruck: true } : {}),
      ...(shown.length > 0 && shown.every((span) => span.isStrong) ? { isStrong: true } : {}),
    };
    this.#push({ type: "link", text: label === "" ? alternative.trim() : label, ...target, ...styles }, link.tag.from, to);
    for (const image of link.images) this.#spans.push(image);
    if (isHeaded) for (const span of [...inside.slice(0, heading.from), ...inside.slice(heading.to)]) this.#spans.push(span);
  }

  #target(attribute: HtmlAttribute): { target: string; targetPlace: Span["place"] } {
    const written = this.#source.slice(attribute.from, attribute.to);
    const from = attribute.from + (written.length - written.trimStart().length);
    const to = Math.max(from, attribute.from + written.trimEnd().length);
    return { target: decodeEntities(this.#source.slice(from, to)), targetPlace: this.#place(from, to) };
  }

  #addImage(tag: OpenTag): void {
    const source = attributeOf(tag, EMBEDS[tag.name] ?? "src");
    if (!source) return;
    const image: Span = {
      type: "image",
      text: this.#alternative(tag),
      place: this.#place(tag.from, tag.to),
      ...this.#target(source),
      ...this.#styling(),
    };
    (this.#link?.images ?? this.#spans).push(image);
  }

  #addArea(tag: OpenTag): void {
    const href = attributeOf(tag, "href");
    if (href) this.#push({ type: "link", text: this.#alternative(tag), ...this.#target(href) }, tag.from, tag.to);
  }

  #alternative(tag: OpenTag): string {
    const alternative = attributeOf(tag, "alt");
    if (!alternative) return "";
    return decodeEntities(this.#source.slice(alternative.from, alternative.to)).replace(/\s+/g, " ").trim();
  }

  #addText(from: number, to: number): void {
    const written = this.#source.slice(from, to);
    let at = from;
    while (at < to) {
      const newline = written.indexOf("\n", at - from);
      const end = newline < 0 ? to : from + newline;
      this.#addLine(at, this.#source[end - 1] === "\r" ? end - 1 : end);
      if (end < to) this.#push({ type: "break", text: this.#styles.pre > 0 ? HARD_BREAK : SOFT_BREAK }, end, end + 1);
      at = end + 1;
    }
  }

  /** Text of one line, a span of its own for each character reference. */
  #addLine(from: number, to: number): void {
    const type = this.#styles.code > 0 ? "code" : "text";
    const text = this.#source.slice(from, to);
    let at = 0;
    for (const match of text.includes("&") ? text.matchAll(ENTITY) : []) {
      const end = match.index + match[0].length;
      const decoded = decodeEntity(match[0]);
      if (decoded === match[0]) continue;
      if (match.index > at) this.#push({ type, text: text.slice(at, match.index) }, from + at, from + match.index);
      this.#push({ type: "text", text: decoded }, from + match.index, from + end);
      at = end;
    }
    if (at < text.length) this.#push({ type, text: text.slice(at) }, from + at, to);
  }

  #styling(): Pick<Span, "isStruck" | "isStrong"> {
    return { ...(this.#styles.struck > 0 ? { isStruck: true } : {}), ...(this.#styles.strong > 0 ? { isStrong: true } : {}) };
  }

  #push(span: Omit<Span, "place">, from: number, to: number): void {
    this.#sink().push({ ...span, place: this.#place(from, to), ...(span.type === "break" ? {} : this.#styling()) });
  }
}

/** An attribute of a tag, by its lower-case name; the first, where it is given twice. */
export function attributeOf(tag: OpenTag, name: string): HtmlAttribute | undefined {
  return tag.attributes.find((attribute) => attribute.name === name);
}

function wordsOf(spans: readonly Span[]): string {
  return spans
    .map((span) => (span.type === "break" ? " " : span.text))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
