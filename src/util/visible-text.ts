/**
 * What a reader of an HTML page sees, by a linear scan without a tree: enough to judge a page by its words. Elements that show nothing
 * (HTML Living Standard, section 15.3.1 "Hidden elements", with `script`, `style` and `template`) are dropped; block elements end a line.
 */

/** A line of a page as it is shown: blanks collapsed, entities decoded. Never empty. */
export interface VisibleLine {
  /** Line of the source on which its first character stands, counted from 1. */
  readonly line: number;
  readonly text: string;
  /** In `pre`, `textarea`, `xmp` or `listing`: quoted material. */
  readonly isCode: boolean;
}

export interface VisibleText {
  readonly title: VisibleLine | null;
  /** The body's lines in order. */
  readonly lines: readonly VisibleLine[];
  /** What is shown only where scripts do not run. */
  readonly noscript: readonly VisibleLine[];
  readonly scriptCount: number;
  /** The scan stopped at the limit: there is more. */
  readonly isCut: boolean;
}

const DROPPED: ReadonlySet<string> = new Set(["script", "style", "template", "svg", "math", "iframe", "object", "select", "datalist"]);

/** Elements that stand within a line (HTML Living Standard, section 3.2.5.2.5 "Phrasing content", those that show text). */
const INLINE: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

const CODE: ReadonlySet<string> = new Set(["pre", "textarea", "xmp", "listing"]);

/** The named character references that pages use most; others stay as they are written. */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    copy: "©",
    reg: "®",
    trade: "™",
    laquo: "«",
    raquo: "»",
    lsaquo: "‹",
    rsaquo: "›",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    middot: "·",
    bull: "•",
    times: "×",
    larr: "←",
    rarr: "→",
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    szlig: "ß",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    ccedil: "ç",
    ntilde: "ñ",
    oacute: "ó",
    iacute: "í",
    aacute: "á",
    uacute: "ú",
  }),
);

/**
 * Scans a page. Stops once more than `limit` characters (UTF-16 code units) of the body's text were seen. Never throws; a tag that is not
 * closed ends the text.
 */
export function visibleTextOf(html: string, limit = Number.POSITIVE_INFINITY): VisibleText {
  const scan = new PageScan(html);
  return scan.run(limit);
}

/** Whether a text is an HTML page: by its type, or because it opens as one. */
export function isHtmlPage(type: string, text: string): boolean {
  if (type === "text/html" || type === "application/xhtml+xml") return true;
  return /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--[^>]{0,400}-->\s{0,50})?<(?:!doctype\s{1,9}html|html[\s>]|head[\s>])/i.test(
    text.slice(0, 1500),
  );
}

class PageScan {
  readonly #html: string;
  readonly #lines: VisibleLine[] = [];
  readonly #noscript: VisibleLine[] = [];
  #title: VisibleLine | null = null;
  #scriptCount = 0;
  #shown = 0;
  #text = "";
  #textLine = 1;
  #line = 1;
  #nextBreak: number;
  #codeDepth = 0;
  #isTitle = false;
  #isNoscript = false;
  #trustsQuotes = true;

  constructor(html: string) {
    this.#html = html;
    this.#nextBreak = breakFrom(html, 0);
  }

  run(limit: number): VisibleText {
    const html = this.#html;
    let at = 0;
    while (at < html.length && this.#shown <= limit) {
      const open = html.indexOf("<", at);
      this.#add(at, open < 0 ? html.length : open);
      if (open < 0) break;
      at = this.#skipTag(open);
    }
    this.#endLine();
    const isCut = this.#shown > limit;
    return { title: this.#title, lines: this.#lines, noscript: this.#noscript, scriptCount: this.#scriptCount, isCut };
  }

  /** Reads what starts with `<` at `open`; gives the offset after it. */
  #skipTag(open: number): number {
    const html = this.#html;
    if (html.startsWith("<!--", open)) return after(html, "-->", open + 4);
    const match = TAG.exec(html.slice(open, open + 40));
    if (!match) {
      if (html[open + 1] === "!" || html[open + 1] === "?") return after(html, ">", open);
      this.#add(open, open + 1);
      return open + 1;
    }
    const name = (match[2] ?? "").toLowerCase();
    const isClosing = match[1] === "/";
    const end = this.#endOfTag(open + 1);
    if (!isClosing && DROPPED.has(name) && html[end - 2] !== "/") return this.#skipElement(name, end);
    this.#handle(name, isClosing);
    return end;
  }

  #skipElement(name: string, from: number): number {
    if (name === "script") this.#scriptCount++;
    this.#text += " ";
    const close = indexOfClose(this.#html, name, from);
    return close < 0 ? this.#html.length : this.#endOfTag(close + 2);
  }

  /**
   * The offset after the tag's `>`, quoted attribute values skipped. An unclosed quote ends at the next `>` instead of swallowing the page,
   * and from then on quotes are not looked at: so that hostile text costs one long look only.
   */
  #endOfTag(from: number): number {
    const html = this.#html;
    const plain = html.indexOf(">", from);
    if (plain < 0) return html.length;
    const quotes = this.#trustsQuotes ? html.slice(from, plain).match(/["']/g) : null;
    if (!quotes || quotes.length % 2 === 0) return plain + 1;
    let quote = "";
    for (let at = from; at < html.length && at < from + LONGEST_TAG; at++) {
      const char = html[at] ?? "";
      if (quote !== "") quote = char === quote ? "" : quote;
      else if (char === '"' || char === "'") quote = char;
      else if (char === ">") return at + 1;
    }
    this.#trustsQuotes = false;
    return plain + 1;
  }

  #handle(name: string, isClosing: boolean): void {
    if (INLINE.has(name)) {
      if (name === "img" || name === "input") this.#text += " ";
      return;
    }
    this.#endLine();
    if (name === "title") this.#isTitle = !isClosing;
    else if (name === "noscript") this.#isNoscript = !isClosing;
    else if (name === "body") this.#isTitle = false;
    else if (CODE.has(name)) this.#codeDepth = Math.max(0, this.#codeDepth + (isClosing ? -1 : 1));
  }

  #add(from: number, to: number): void {
    if (to <= from) return;
    const piece = this.#html.slice(from, to);
    const isLines = this.#codeDepth > 0 && piece.includes("\n");
    if (this.#text === "" || this.#text === " ") {
      const blank = piece.length - piece.trimStart().length;
      if (blank === piece.length) {
        this.#text = " ";
        return;
      }
      this.#textLine = this.#lineAt(isLines ? from : from + blank);
    }
    if (!isLines) {
      this.#text += piece;
      return;
    }
    for (const [index, part] of piece.split("\n").entries()) {
      if (index > 0) {
        this.#endLine();
        this.#textLine++;
      }
      this.#text += part;
    }
  }

  #lineAt(offset: number): number {
    while (this.#nextBreak < offset) {
      this.#line++;
      this.#nextBreak = breakFrom(this.#html, this.#nextBreak + 1);
    }
    return this.#line;
  }

  #endLine(): void {
    const text = decodeEntities(this.#text).replace(/\s+/g, " ").trim();
    this.#text = "";
    if (text === "") return;
    const line: VisibleLine = { line: this.#textLine, text, isCode: this.#codeDepth > 0 };
    if (this.#isTitle) this.#title ??= line;
    else if (this.#isNoscript) this.#noscript.push(line);
    else {
      this.#lines.push(line);
      this.#shown += text.length;
    }
  }
}

const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})/;

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function breakFrom(html: string, from: number): number {
  const at = html.indexOf("\n", from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Longest tag that is read with its quotes, in UTF-16 code units: data URLs in attributes run to tens of thousands. */
const LONGEST_TAG = 100_000;

function indexOfClose(html: string, name: string, from: number): number {
  for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return -1;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
