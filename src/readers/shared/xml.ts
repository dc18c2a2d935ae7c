import { Parser } from "htmlparser2";

/** Attributes by name as written, prefix included. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told of an XML text, element by element. Names come without their prefix. Opens and closes always match. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
}

export interface XmlOptions {
  /** Deepest nesting of elements; a text that goes deeper is read up to there. */
  readonly depth: number;
  /** Elements that are left out with everything in them, by name without prefix. */
  readonly skip?: ReadonlySet<string>;
  /** Asked now and then: whether the rest need not be read. */
  readonly isDone?: () => boolean;
  /** XHTML as books have it: HTML's entities, and no complaint about elements that are not closed. */
  readonly isHtml?: boolean;
}

/** Bytes that are decoded and parsed at a time. */
const CHUNK_BYTES = 65_536;

/**
 * Reads XML (a part of an office file, a book's page) by htmlparser2, piece by piece. Knows the five entities of XML and no others: what a
 * document type declares is never expanded, and nothing is fetched. Gives what is wrong with the text, or null. Never throws.
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler, options: XmlOptions): string | null {
  const walk = new XmlWalk(handler, options);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length && !walk.isStopped; at += CHUNK_BYTES) {
    walk.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }));
    if (options.isDone?.()) walk.stop();
  }
  return walk.end();
}

/** An attribute by its name without prefix. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  for (const key in attributes) if (key.endsWith(name) && key[key.length - name.length - 1] === ":") return attributes[key];
  return undefined;
}

class XmlWalk {
  readonly #handler: XmlHandler;
  readonly #options: XmlOptions;
  readonly #parser: Parser;
  readonly #open: string[] = [];
  /** Depth at which a skipped element stands; 0 outside of one. */
  #skippedAt = 0;
  #openedAt = -1;
  #fault: string | null = null;
  #hasRoot = false;
  isStopped = false;

  constructor(handler: XmlHandler, options: XmlOptions) {
    this.#handler = handler;
    this.#options = options;
    const callbacks = {
      onopentag: (name: string, attributes: XmlAttributes) => this.#opened(name, attributes),
      onclosetag: (_: string, isImplied: boolean) => this.#closed(isImplied),
      ontext: (text: string) => this.#said(text),
    };
    this.#parser = new Parser(callbacks, { xmlMode: options.isHtml !== true, recognizeSelfClosing: true });
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  /** Leaves out the rest. */
  stop(fault: string | null = null): void {
    this.isStopped = true;
    this.#fault ??= fault;
  }

  end(): string | null {
    if (!this.isStopped) this.#parser.end();
    this.isStopped = true;
    while (this.#open.length > 0) this.#pop();
    return this.#fault ?? (this.#hasRoot ? null : "it holds no XML");
  }

  #opened(name: string, attributes: XmlAttributes): void {
    if (this.isStopped) return;
    if (this.#open.length >= this.#options.depth) {
      this.stop(`its elements are nested deeper than ${this.#options.depth}`);
      return;
    }
    const local = localName(name);
    this.#hasRoot = true;
    this.#openedAt = this.#parser.endIndex;
    this.#open.push(local);
    if (this.#skippedAt > 0) return;
    if (this.#options.skip?.has(local)) this.#skippedAt = this.#open.length;
    else this.#handler.open(local, attributes);
  }

  #closed(isImplied: boolean): void {
    if (this.isStopped) return;
    // The parser calls the end of `<a/>` implied too: it comes at the place of its start.
    if (isImplied && this.#options.isHtml !== true && this.#parser.endIndex !== this.#openedAt) this.#fault ??= "an element is not closed";
    this.#pop();
  }

  #pop(): void {
    const local = this.#open.pop();
    if (local === undefined) return;
    if (this.#skippedAt === 0) this.#handler.close(local);
    else if (this.#open.length < this.#skippedAt) this.#skippedAt = 0;
  }

  #said(text: string): void {
    if (!this.isStopped && this.#skippedAt === 0 && this.#open.length > 0) this.#handler.text(text);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** By byte order mark, else by the declaration, else UTF-8 (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.byteLength)).toString("latin1");
  const declared = /^\s*<\?xml[^>]{0,100}\sencoding\s?=\s?["']([\w.:-]{1,40})["']/.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
  // A declaration that can be read as ASCII belongs to no UTF-16.
  if (declared.startsWith("utf-16") || declared === "ucs-2") return "utf-8";
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return "utf-8";
  }
}
