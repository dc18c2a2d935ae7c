/**
 * Inline AsciiDoc to spans. Source: Asciidoctor 2's rx.rb and substitutors.rb for what is recognised where. Over 150 lines because the macros
 * and the marks of formatted text share one scanner.
 */
import { ANCHOR, AsciidocScanner, CANDIDATE, INNER_MACRO, LINE_TARGET, LINK_TARGET, labelRange, ROLE } from "./asciidoc-scanner.ts";
import type { Span } from "./blocks.ts";
import { decodeEntity } from "./html-entities.ts";
import { htmlSpans } from "./html-links.ts";
import type { Passage, SpanStyle } from "./passage.ts";

/** What inline text is read with. */
export interface AsciidocInlineContext {
  /** An image's target with the folder of images before it. */
  imageTarget(target: string): string;
  /** A cross reference's target as a path; null where it leads to no file. */
  pageTarget(target: string, isMacro: boolean): string | null;
  addAnchor(id: string): void;
}

/** Formatted text within formatted text is followed this deep. */
const MAX_DEPTH = 6;
/** The spans of a passage whose attribute references are replaced. Never throws; near-linear in the passage. */
export function asciidocSpans(passage: Passage, context: AsciidocInlineContext): Span[] {
  return new AsciidocInline(passage, context).read(0, passage.text.length, {}, 0);
}

interface Markup {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
}

/** What a mark stands in: the text not yet used up starts at `done`, the run ends at `to`. */
interface Around {
  readonly done: number;
  readonly to: number;
  readonly style: SpanStyle;
  readonly depth: number;
}

/** Offsets of a macro: all of it, its target, and where its label starts. */
interface MacroRange {
  readonly from: number;
  readonly to: number;
  readonly targetFrom: number;
  readonly targetTo: number;
  readonly labelFrom: number;
}

class AsciidocInline {
  readonly #passage: Passage;
  readonly #text: string;
  readonly #context: AsciidocInlineContext;
  readonly #scan: AsciidocScanner;

  constructor(passage: Passage, context: AsciidocInlineContext) {
    this.#passage = passage;
    this.#text = passage.text;
    this.#scan = new AsciidocScanner(passage.text);
    this.#context = context;
  }

  /** Spans of a range. */
  read(from: number, to: number, style: SpanStyle, depth: number): Span[] {
    const spans: Span[] = [];
    const add = (more: readonly Span[]) => {
      for (const span of more) spans.push(span);
    };
    const candidate = new RegExp(CANDIDATE);
    candidate.lastIndex = from;
    let done = from;
    for (let match = candidate.exec(this.#text); match && match.index < to; match = candidate.exec(this.#text)) {
      const at = match.index;
      const mark = match[0];
      if (mark === "\\") {
        const length = this.#scan.escapedLength(at + 1);
        if (length > 0) add(this.#passage.spans(done, at, style));
        if (length > 0) done = at + 1;
        candidate.lastIndex = at + 1 + length;
        continue;
      }
      const markup = this.#markupAt(mark, at, { done, to, style, depth });
      if (markup && markup.to <= to) {
        add(this.#passage.spans(done, markup.from, style));
        add(markup.spans);
        done = markup.to;
        candidate.lastIndex = markup.to;
      } else if (/^[`*_#+]$/.test(mark) && this.#text[at + 1] === mark) candidate.lastIndex = at + 2;
    }
    add(this.#passage.spans(done, to, style));
    return spans;
  }

  #markupAt(mark: string, at: number, around: Around): Markup | null {
    if (mark.startsWith("&")) return this.#entityAt(mark, at, around);
    if (mark.endsWith("://")) return this.#urlAt(at, around);
    switch (mark.toLowerCase()) {
      case "link:":
      case "mailto:":
        return this.#linkAt(mark, at, around);
      case "xref:":
        return this.#xrefAt(at, around);
      case "image:":
        return this.#imageAt(at, around);
      case "<<":
        return this.#angleXrefAt(at, around);
      case "[[":
        return this.#anchorAt(at);
      case " +":
        return { from: at, to: at + 3, spans: this.#passage.spans(at + 2, at + 3, { isHard: true }) };
      case "+":
        return this.#passthroughAt(at, around);
      case "`":
      case "*":
      case "_":
      case "#":
        return around.depth < MAX_DEPTH ? this.#formattedAt(mark, at, around) : null;
      default:
        return this.#otherMacroAt(mark, at, around);
    }
  }

  #entityAt(reference: string, from: number, { style }: Around): Markup | null {
    const text = decodeEntity(reference);
    const to = from + reference.length;
    return text === reference ? null : { from, to, spans: [{ type: "text", text, place: this.#passage.place(from, to), ...style }] };
  }

  /** The words of a label: attributes left out, markup removed; images in it are kept apart. */
  #label(from: number, to: number, around: Around): { readonly text: string; readonly images: readonly Span[] } {
    const written = this.#text.slice(from, to);
    const range = labelRange(written);
    const spans = this.read(from + range.from, from + range.to, around.style, around.depth + 1);
    const text = spans.map((span) => (span.type === "break" ? " " : span.text)).join("");
    return {
      text: text.replace(/\\\]/g, "]").replace(/\s+/g, " ").trim(),
      images: spans.filter((span) => span.type === "image"),
    };
  }

  /** A link whose label ends at the bracket before `at.to`. */
  #linkSpans(target: string, at: MacroRange, around: Around): Markup {
    const { text, images } = this.#label(at.labelFrom, at.to - 1, around);
    const span: Span = {
      type: "link",
      text: text === "" ? target : text,
      place: this.#passage.place(at.from, at.to),
      target,
      targetPlace: this.#passage.place(at.targetFrom, at.targetTo),
      ...around.style,
    };
    return { from: at.from, to: at.to, spans: [span, ...images] };
  }

  #linkAt(mark: string, from: number, around: Around): Markup | null {
    const start = from + mark.length;
    const match = this.#scan.match(LINK_TARGET, start);
    const range = match?.indices?.[1] ?? match?.indices?.[2] ?? match?.indices?.[3];
    if (!match || !range) return null;
    const labelFrom = start + match[0].length;
    const end = this.#scan.labelEnd(labelFrom, around.to);
    if (end === null) return null;
    const isMail = mark.toLowerCase() === "mailto:";
    const targetFrom = isMail ? from : range[0];
    const target = this.#text.slice(targetFrom, range[1]);
    return this.#linkSpans(target, { from, to: end + 1, targetFrom, targetTo: range[1], labelFrom }, around);
  }

  #xrefAt(from: number, around: Around): Markup | null {
    const match = this.#scan.match(LINE_TARGET, from + 5);
    const range = match?.indices?.[1];
    if (!match || !range) return null;
    const labelFrom = from + 5 + match[0].length;
    const end = this.#scan.labelEnd(labelFrom, around.to);
    if (end === null) return null;
    const at = { from, to: end + 1, targetFrom: range[0], targetTo: range[1], labelFrom };
    return this.#crossReference(at, true, around);
  }

  #crossReference(at: MacroRange, isMacro: boolean, around: Around): Markup {
    const written = this.#text.slice(at.targetFrom, at.targetTo).replace(/\s+/g, " ");
    const target = this.#context.pageTarget(written, isMacro);
    if (target !== null) return this.#linkSpans(target, at, around);
    const label = labelRange(this.#text.slice(at.labelFrom, at.to - 1));
    const spans = this.read(at.labelFrom + label.from, at.labelFrom + label.to, around.style, around.depth + 1);
    return { from: at.from, to: at.to, spans: spans.length > 0 ? spans : this.#passage.spans(at.targetFrom, at.targetTo, around.style) };
  }

  /** `<<target>>` and `<<target,label>>`. */
  #angleXrefAt(from: number, around: Around): Markup | null {
    if (!/[\p{L}\p{N}#/.:"]/u.test(this.#text[from + 2] ?? "")) return null;
    const end = this.#scan.find(">>", from + 2, around.to);
    if (end === null || end - from > 2_000) return null;
    const inner = this.#text.slice(from + 2, end);
    const comma = inner.indexOf(",");
    const target = comma < 0 ? inner : inner.slice(0, comma);
    const targetFrom = from + 2;
    const targetTo = targetFrom + target.trimEnd().length;
    const labelFrom = comma < 0 ? end : from + 2 + comma + 1;
    const markup = this.#crossReference({ from, to: end + 1, targetFrom, targetTo, labelFrom }, false, around);
    return { from, to: end + 2, spans: markup.spans };
  }

  #imageAt(from: number, around: Around): Markup | null {
    const match = this.#scan.match(LINE_TARGET, from + 6);
    const range = match?.indices?.[1];
    if (!match || !range) return null;
    const labelFrom = from + 6 + match[0].length;
    const end = this.#scan.labelEnd(labelFrom, around.to);
    if (end === null) return null;
    const label = labelRange(this.#text.slice(labelFrom, end));
    const image: Span = {
      type: "image",
      text: this.#text
        .slice(labelFrom + label.from, labelFrom + label.to)
        .replace(/\s+/g, " ")
        .trim(),
      place: this.#passage.place(from, end + 1),
      target: this.#context.imageTarget(match[1] ?? ""),
      targetPlace: this.#passage.place(range[0], range[1]),
      ...around.style,
    };
    return { from, to: end + 1, spans: [...this.#imageLink(image, labelFrom, end), image] };
  }

  /** The link that an image's attribute `link` makes of it. */
  #imageLink(image: Span, from: number, to: number): Span[] {
    const range = /(?:^|,)\s*link=("?)([^",\s[\]]{1,1000})\1/d.exec(this.#text.slice(from, to))?.indices?.[2];
    if (!range) return [];
    const target = this.#text.slice(from + range[0], from + range[1]);
    if (target === "self") return [];
    return [{ ...image, type: "link", target, targetPlace: this.#passage.place(from + range[0], from + range[1]) }];
  }

  #urlAt(at: number, around: Around): Markup | null {
    const before = this.#text[at - 1];
    if (before !== undefined && at > around.done && !/[\s<>()[\];"'|:]/.test(before)) return null;
    const labelled = this.#scan.match(/[^\s[\]]{1,2000}\[/y, at);
    const end = labelled ? this.#scan.labelEnd(at + labelled[0].length, around.to) : null;
    if (labelled && end !== null) {
      const targetTo = at + labelled[0].length - 1;
      const target = this.#text.slice(at, targetTo);
      return this.#linkSpans(target, { from: at, to: end + 1, targetFrom: at, targetTo, labelFrom: targetTo + 1 }, around);
    }
    let to = Math.min(around.to, at + (this.#scan.match(/[^\s[\]<>]{1,4000}/y, at)?.[0].length ?? 0));
    while (to > at && /[,.?!;:)"'`]/.test(this.#text[to - 1] ?? "")) to--;
    const target = this.#text.slice(at, to);
    if (!/:\/\/./.test(target)) return null;
    const place = this.#passage.place(at, to);
    const isAngled = before === "<" && this.#text[to] === ">" && at > around.done;
    return {
      from: isAngled ? at - 1 : at,
      to: isAngled ? to + 1 : to,
      spans: [{ type: "link", text: target, place, target, targetPlace: place, ...around.style }],
    };
  }

  /** `[[id]]`, and `[[[id]]]` of a bibliography. */
  #anchorAt(from: number): Markup | null {
    const match = this.#scan.match(ANCHOR, from);
    if (!match) return null;
    this.#context.addAnchor(match[1] ?? match[2] ?? "");
    return { from, to: from + match[0].length, spans: [] };
  }

  /** `+++raw+++`, `++text++` and `+text+`. */
  #passthroughAt(from: number, around: Around): Markup | null {
    const mark = /^\+{1,3}/.exec(this.#text.slice(from, from + 3))?.[0] ?? "+";
    const inner = from + mark.length;
    const isConstrained = mark === "+";
    if (isConstrained && (/[\p{L}\p{N}_;:]/u.test(this.#text[from - 1] ?? "") || /\s/.test(this.#text[inner] ?? " "))) return null;
    const end = isConstrained ? this.#scan.constrainedEnd(mark, inner, around.to) : this.#scan.find(mark, inner, around.to);
    if (end === null || end === inner) return null;
    const spans = mark === "+++" ? this.#raw(inner, end) : this.#passage.spans(inner, end, around.style);
    return { from, to: end + mark.length, spans };
  }

  #raw(from: number, to: number): readonly Span[] {
    const source = this.#text.slice(from, to);
    const isWritten = !this.#passage.pieces(from, to).some((piece) => piece.written);
    if (!isWritten || !source.includes("<")) return this.#passage.spans(from, to);
    return htmlSpans(source, (start, end) => this.#passage.place(from + start, from + end));
  }

  /** Macros whose text is shown, or is none: footnotes, keys, formulas, anchors. */
  #otherMacroAt(mark: string, from: number, around: Around): Markup | null {
    const open = this.#scan.match(/[^\s[\]]{0,200}\[/y, from + mark.length);
    const inner = open ? from + mark.length + open[0].length : 0;
    const name = mark.toLowerCase();
    const end = open ? this.#scan.labelEnd(inner, around.to, name === "footnote:" ? INNER_MACRO : undefined) : null;
    if (end === null) return null;
    if (name === "anchor:") this.#context.addAnchor(open?.[0].slice(0, -1) ?? "");
    const to = end + 1;
    if (name === "anchor:") return { from, to, spans: [] };
    if (name === "pass:") return { from, to, spans: this.#raw(inner, end) };
    if (name === "footnote:") return { from, to, spans: this.read(inner, end, around.style, around.depth + 1) };
    return { from, to, spans: this.#passage.spans(inner, end, around.style) };
  }

  /** `*strong*`, `_emphasis_`, `` `mono` ``, `#mark#`, doubled within words, each with a role in brackets before it. */
  #formattedAt(mark: string, at: number, around: Around): Markup | null {
    if (this.#text[at - 1] === "[" && this.#scan.match(ROLE, at - 1)) return null;
    const role = /\[([^[\]\n]{1,100})\]$/.exec(this.#text.slice(Math.max(around.done, at - 102), at));
    const from = role ? at - role[0].length : at;
    const isDouble = this.#text[at + 1] === mark;
    const inner = isDouble ? at + 2 : at + 1;
    const end = isDouble
      ? this.#scan.find(mark + mark, inner, around.to)
      : this.#scan.isOpening(mark, from, inner)
        ? this.#scan.constrainedEnd(mark, inner, around.to)
        : null;
    if (end === null || end === inner) return null;
    const id = /^[^#.%]{0,100}#([^.%\s]+)/.exec(role?.[1] ?? "")?.[1];
    if (id !== undefined) this.#context.addAnchor(id);
    const isStruck = /\bline-through\b/.test(role?.[1] ?? "");
    const style = { ...around.style, ...(mark === "*" ? { isStrong: true } : {}), ...(isStruck ? { isStruck: true } : {}) };
    const spans = mark === "`" ? this.#mono(inner, end, { ...around, style }) : this.read(inner, end, style, around.depth + 1);
    return { from, to: end + (isDouble ? 2 : 1), spans };
  }

  /** Monospaced text is code, unless it holds a link. */
  #mono(from: number, to: number, around: Around): readonly Span[] {
    const text = this.#text.slice(from, to);
    if (/(?:link|xref):\S|<<|:\/\//.test(text)) return this.read(from, to, around.style, around.depth + 1);
    const isLiteral = text.length > 2 && text.startsWith("+") && text.endsWith("+");
    return this.#passage.spans(isLiteral ? from + 1 : from, isLiteral ? to - 1 : to, { ...around.style, type: "code" });
  }
}
