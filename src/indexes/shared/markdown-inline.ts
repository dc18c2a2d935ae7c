/** Inline Markdown to spans: text cut at line ends and escapes, so that every span's place is exact. */
import type { SyntaxNode } from "@lezer/common";
import type { LineMap } from "../../util/line-map.ts";
import type { Inline, Span } from "./blocks.ts";

export interface InlineContext {
  readonly text: string;
  readonly lines: LineMap;
  /** Offsets of the targets of link reference definitions, by normalised label. */
  readonly definitions: Map<string, { readonly from: number; readonly to: number }>;
}

interface Style {
  readonly isStruck?: true;
  readonly isStrong?: true;
}

interface Sink {
  readonly context: InlineContext;
  readonly spans: Span[];
}

/** A link reference's label as CommonMark compares it: case folded, blanks collapsed (section 4.7). */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

/** The spans of a paragraph, heading, cell or link. */
export function inlineOf(node: SyntaxNode, context: InlineContext): Inline {
  const sink: Sink = { context, spans: [] };
  walkChildren(node, sink, {});
  return { spans: sink.spans, place: context.lines.place(node.from, node.to) };
}

const SILENT = new Set([
  "HeaderMark",
  "EmphasisMark",
  "StrikethroughMark",
  "LinkMark",
  "CodeMark",
  "QuoteMark",
  "TaskMarker",
  "Comment",
  "ProcessingInstruction",
  "ListMark",
]);

function walkChildren(node: SyntaxNode, sink: Sink, style: Style): void {
  let at = node.from;
  let child = node.firstChild;
  while (child) {
    const isWiki = isWikiLink(child, sink.context.text);
    pushText(at, isWiki ? child.from - 1 : child.from, { sink, style });
    const until = isWiki ? pushWikiLink(child, sink, style) : walkInline(child, sink, style);
    at = until;
    while (child && child.from < until) child = child.nextSibling;
  }
  pushText(at, node.to, { sink, style });
}

/** Handles one inline node; gives the offset up to which the text is used up. */
function walkInline(node: SyntaxNode, sink: Sink, style: Style): number {
  const { context, spans } = sink;
  if (SILENT.has(node.name)) return node.to;
  switch (node.name) {
    case "Emphasis":
      walkChildren(node, sink, style);
      return node.to;
    case "StrongEmphasis":
      walkChildren(node, sink, { ...style, isStrong: true });
      return node.to;
    case "Strikethrough":
      walkChildren(node, sink, { ...style, isStruck: true });
      return node.to;
    case "InlineCode":
      pushCode(node, sink, style);
      return node.to;
    case "Escape":
      pushText(node.from + 1, node.to, { sink, style });
      return node.to;
    case "Entity":
      spans.push({
        type: "text",
        text: decodeEntity(context.text.slice(node.from, node.to)),
        place: context.lines.place(node.from, node.to),
        ...style,
      });
      return node.to;
    case "HardBreak":
      spans.push({ type: "break", text: "\n", place: context.lines.place(node.from, node.to) });
      return node.to;
    case "Link":
    case "Image":
      pushLink(node, sink, style);
      return node.to;
    case "Autolink":
    case "URL":
      pushUrl(node, sink, style);
      return node.to;
    case "HTMLTag":
      return pushHtml(node, sink, style);
    default:
      pushText(node.from, node.to, { sink, style });
      return node.to;
  }
}

function pushText(from: number, to: number, { sink, style }: { readonly sink: Sink; readonly style: Style }): void {
  const { text, lines } = sink.context;
  let start = from;
  while (start < to) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline >= to ? to : newline;
    if (end > start) sink.spans.push({ type: "text", text: text.slice(start, end), place: lines.place(start, end), ...style });
    if (end < to) sink.spans.push({ type: "break", text: "\n", place: lines.place(end, end + 1) });
    start = end + 1;
  }
}

function pushCode(node: SyntaxNode, sink: Sink, style: Style): void {
  const { text, lines } = sink.context;
  const marks = node.getChildren("CodeMark");
  let from = marks[0]?.to ?? node.from;
  let to = marks.at(-1)?.from ?? node.to;
  while (from < to && text[from] === " ") from++;
  while (to > from && text[to - 1] === " ") to--;
  const code = text.slice(from, to);
  sink.spans.push({ type: "code", text: code.replace(/\n/g, " "), place: lines.place(from, to), ...style });
}

function targetOf(url: { readonly from: number; readonly to: number }, context: InlineContext): Pick<Span, "target" | "targetPlace"> {
  let { from, to } = url;
  if (context.text[from] === "<" && context.text[to - 1] === ">") {
    from++;
    to--;
  }
  const target = context.text
    .slice(from, to)
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/&[#\w]{1,32};/g, decodeEntity);
  return { target, targetPlace: context.lines.place(from, to) };
}

function pushLink(node: SyntaxNode, sink: Sink, style: Style): void {
  const { context, spans } = sink;
  const marks = node.getChildren("LinkMark");
  const open = marks[0];
  const close = marks[1];
  if (!open || !close) {
    pushText(node.from, node.to, { sink, style });
    return;
  }
  const inner = innerSpans(node, { from: open.to, to: close.from }, sink);
  const label = inner
    .map((span) => span.text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  const type = node.name === "Image" ? "image" : "link";
  const place = context.lines.place(node.from, node.to);
  const url = node.getChild("URL") ?? definitionOf(node, context, { from: open.to, to: close.from });
  if (url) {
    spans.push({ type, text: label, place, ...targetOf(url, context), ...style });
  } else if (marks.some((mark) => context.text[mark.from] === "(")) {
    spans.push({ type, text: label, place, target: "", targetPlace: context.lines.place(close.to, node.to), ...style });
  } else {
    pushText(node.from, open.to, { sink, style });
    spans.push(...inner);
    pushText(close.from, node.to, { sink, style });
  }
}

/** The spans between a link's brackets; images within (badges) keep their alternative text only. */
function innerSpans(node: SyntaxNode, range: { readonly from: number; readonly to: number }, sink: Sink): Span[] {
  const inside: Sink = { context: sink.context, spans: [] };
  let at = range.from;
  for (let child = node.firstChild; child && child.from < range.to; child = child.nextSibling) {
    if (child.from < at) continue;
    pushText(at, child.from, { sink: inside, style: {} });
    at = walkInline(child, inside, {});
  }
  pushText(at, range.to, { sink: inside, style: {} });
  return inside.spans;
}

function definitionOf(
  node: SyntaxNode,
  context: InlineContext,
  text: { readonly from: number; readonly to: number },
): { from: number; to: number } | undefined {
  const label = node.getChild("LinkLabel");
  const written =
    label && label.to - label.from > 2 ? context.text.slice(label.from + 1, label.to - 1) : context.text.slice(text.from, text.to);
  return context.definitions.get(normaliseLabel(written));
}

function pushUrl(node: SyntaxNode, sink: Sink, style: Style): void {
  const { text, lines } = sink.context;
  const url = node.name === "Autolink" ? (node.getChild("URL") ?? node) : node;
  const written = text.slice(url.from, url.to);
  const isMail = /^[^\s/:@]+@[^\s/:@]+$/.test(written);
  const target = isMail ? `mailto:${written}` : /^www\./i.test(written) ? `https://${written}` : written;
  sink.spans.push({
    type: "link",
    text: written,
    place: lines.place(node.from, node.to),
    target,
    targetPlace: lines.place(url.from, url.to),
    ...style,
  });
}

/** Inline HTML: an `<a href>` up to its `</a>` is a link; `<br>` ends a line; `<del>` and the like are struck; other tags are passed over. */
function pushHtml(node: SyntaxNode, sink: Sink, style: Style): number {
  const { context, spans } = sink;
  const tag = context.text.slice(node.from, node.to);
  const place = context.lines.place(node.from, node.to);
  if (/^<br\b/i.test(tag)) spans.push({ type: "break", text: "\n", place });
  const name = /^<(a|img|del|s|strike)\b/i.exec(tag)?.[1]?.toLowerCase();
  if (!name) return node.to;
  const attribute = /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
  const end = name === "img" ? node.to : closingTag(node, name, context.text);
  const inside: Sink = { context, spans: [] };
  const inner = name === "del" || name === "s" || name === "strike" ? { ...style, isStruck: true as const } : style;
  if (end > node.to) walkBetween(node, end, { sink: inside, style: inner });
  if (!attribute || inner !== style) {
    spans.push(...inside.spans);
    return end;
  }
  const value = attribute[1] ?? attribute[2] ?? attribute[3] ?? "";
  const from = node.from + attribute.index + attribute[0].length - value.length - (attribute[3] === undefined ? 1 : 0);
  const alt = /\salt\s*=\s*["']([^"']*)["']/i.exec(tag)?.[1] ?? "";
  const label =
    name === "img"
      ? alt
      : inside.spans
          .map((span) => span.text)
          .join("")
          .replace(/\s+/g, " ")
          .trim();
  const target = value.replace(/&[#\w]{1,32};/g, decodeEntity);
  spans.push({
    type: name === "img" ? "image" : "link",
    text: label,
    place: context.lines.place(node.from, end),
    target,
    targetPlace: context.lines.place(from, from + value.length),
    ...style,
  });
  return end;
}

/** Offset after the closing tag among the next siblings, else the tag's own end. */
function closingTag(node: SyntaxNode, name: string, text: string): number {
  for (let next = node.nextSibling; next; next = next.nextSibling) {
    if (next.name === "HTMLTag" && text.slice(next.from, next.to).toLowerCase().startsWith(`</${name}`)) return next.to;
  }
  return node.to;
}

function walkBetween(node: SyntaxNode, to: number, { sink, style }: { readonly sink: Sink; readonly style: Style }): void {
  let at = node.to;
  for (let child = node.nextSibling; child && child.from < to; child = child.nextSibling) {
    if (child.from < at) continue;
    pushText(at, child.from, { sink, style });
    at = walkInline(child, sink, style);
  }
  pushText(at, to, { sink, style });
}

/** `[[target|words]]`: lezer sees a link without definition within brackets. */
function isWikiLink(node: SyntaxNode, text: string): boolean {
  return node.name === "Link" && text[node.from - 1] === "[" && text[node.to] === "]" && node.getChild("URL") === null;
}

/** Handles a wiki link; gives the offset after its outer bracket. Its target may be a bare name, so the path rule may look for it anywhere. */
function pushWikiLink(node: SyntaxNode, sink: Sink, style: Style): number {
  const { text, lines } = sink.context;
  const inner = text.slice(node.from + 1, node.to - 1);
  const bar = inner.indexOf("|");
  const target = (bar < 0 ? inner : inner.slice(0, bar)).replace(/\\$/, "");
  const label = (bar < 0 ? inner : inner.slice(bar + 1)).trim();
  const targetPlace = lines.place(node.from + 1, node.from + 1 + target.length);
  const place = lines.place(node.from - 1, node.to + 1);
  sink.spans.push({ type: "link", text: label, place, target: target.trim(), targetPlace, isWiki: true, ...style });
  return node.to + 1;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  copy: "©",
};

function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1);
  if (name.startsWith("#")) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  }
  return ENTITIES[name] ?? entity;
}
