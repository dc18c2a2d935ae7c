/** A small HTML tokenizer with exact offsets. Method: WHATWG HTML section 13.2.5, reduced to what an index needs; htmlparser2 is the oracle in tests. */

/** An attribute of a tag; `from` and `to` are the offsets of its value as written, without quotes. */
export interface HtmlAttribute {
  /** Lower-case. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A piece of HTML; offsets count from the start of the scanned source. Names are lower-case. */
export type HtmlToken =
  | { readonly type: "text"; readonly from: number; readonly to: number }
  | {
      readonly type: "open";
      readonly name: string;
      readonly from: number;
      readonly to: number;
      readonly attributes: readonly HtmlAttribute[];
    }
  | { readonly type: "close"; readonly name: string; readonly from: number; readonly to: number };

/** Elements whose content is no markup, or none that a reader sees. */
const OPAQUE: ReadonlySet<string> = new Set(["script", "style", "template", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);

/**
 * Texts and tags in their order. Comments, declarations, CDATA and the content of scripts, styles and the like are left out; an
 * unfinished tag or comment takes the rest, as in browsers. Never throws; linear in the source.
 */
export function* scanHtml(source: string): Generator<HtmlToken> {
  let at = 0;
  while (at < source.length) {
    const open = nextTag(source, at);
    if (open > at) yield { type: "text", from: at, to: open };
    if (open >= source.length) return;
    const token = tagAt(source, open);
    if (!token) {
      at = endOfMarkup(source, open);
      continue;
    }
    yield token;
    at = token.type === "open" && OPAQUE.has(token.name) ? endOfOpaque(source, token.name, token.to) : token.to;
  }
}

/** Offset of the next `<` that starts a tag, a comment or a declaration. */
function nextTag(source: string, from: number): number {
  for (let at = source.indexOf("<", from); at >= 0; at = source.indexOf("<", at + 1)) {
    const next = source[at + 1] ?? "";
    if (/[a-z!?]/i.test(next) || (next === "/" && at + 2 < source.length)) return at;
  }
  return source.length;
}

/** The tag that starts at `<`; null for comments and the like, and for a tag that never ends. */
function tagAt(source: string, from: number): HtmlToken | null {
  const isClosing = source[from + 1] === "/";
  const start = from + (isClosing ? 2 : 1);
  if (!/[a-z]/i.test(source[start] ?? "")) return null;
  let at = start;
  while (at < source.length && !isBlank(source[at]) && source[at] !== "/" && source[at] !== ">") at++;
  const name = source.slice(start, at).toLowerCase();
  const attributes: HtmlAttribute[] = [];
  while (at < source.length) {
    while (isBlank(source[at]) || source[at] === "/") at++;
    if (source[at] === ">") {
      return isClosing ? { type: "close", name, from, to: at + 1 } : { type: "open", name, from, to: at + 1, attributes };
    }
    at = readAttribute(source, at, attributes);
  }
  return null;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\n" || character === "\t" || character === "\r" || character === "\f";
}

/** Reads `name`, `name=value`, `name="value"`; gives the offset behind it. */
function readAttribute(source: string, from: number, attributes: HtmlAttribute[]): number {
  let at = from + 1;
  while (at < source.length && !isBlank(source[at]) && !"/>=".includes(source[at] ?? "")) at++;
  const name = source.slice(from, at).toLowerCase();
  let equals = at;
  while (isBlank(source[equals])) equals++;
  if (source[equals] !== "=") {
    attributes.push({ name, from: at, to: at });
    return at;
  }
  at = equals + 1;
  while (isBlank(source[at])) at++;
  const quote = source[at];
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, at + 1);
    if (end < 0) return source.length;
    attributes.push({ name, from: at + 1, to: end });
    return end + 1;
  }
  const start = at;
  while (at < source.length && !isBlank(source[at]) && source[at] !== ">") at++;
  attributes.push({ name, from: start, to: at });
  return at;
}

/** Offset behind a comment, a declaration, CDATA or an unfinished tag. */
function endOfMarkup(source: string, from: number): number {
  if (/^<\/?[a-z]/i.test(source.slice(from, from + 3))) return source.length;
  if (source.startsWith("<!--", from)) return endOfComment(source, from + 4);
  const closer = source.startsWith("<![CDATA[", from) ? "]]>" : ">";
  const end = source.indexOf(closer, from + 2);
  return end < 0 ? source.length : end + closer.length;
}

function endOfComment(source: string, from: number): number {
  if (source[from] === ">") return from + 1;
  if (source.startsWith("->", from)) return from + 2;
  const end = /--!?>/g;
  end.lastIndex = from;
  const match = end.exec(source);
  return match ? match.index + match[0].length : source.length;
}

/** Offset of the closing tag of an element whose content is skipped. */
function endOfOpaque(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  end.lastIndex = from;
  return end.exec(source)?.index ?? source.length;
}
