/** What an EPUB says of itself: where its package document is, what it is called, in which order its pages are read (EPUB 3.3, OCF and OPF). */
import { resolvePart } from "../shared/ooxml.ts";
import type { XmlAttributes, XmlHandler } from "../shared/xml.ts";

export interface Book {
  readonly title: string | null;
  /** Pages in reading order, as names in the archive; tables of contents made for readers are left out. */
  readonly pages: readonly string[];
}

/** Methods that scramble fonts and keep no text from being read (OCF 3.3, section 4.4). */
const FONT_SCRAMBLING: ReadonlySet<string> = new Set(["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]);
const LONGEST_TITLE = 1000;

/** Collects what a walk over `container.xml` says: the package document's name. */
export function containerHandler(): XmlHandler & { found(): string | null } {
  let path: string | null = null;
  return {
    open(name, attributes) {
      if (name === "rootfile") path ??= attributes["full-path"] ?? null;
    },
    close() {},
    text() {},
    found: () => path,
  };
}

/** Collects what a walk over the package document says. `folder`: where that document stands, with its `/`. */
export function bookHandler(folder: string): XmlHandler & { found(): Book } {
  const hrefs = new Map<string, string>();
  const order: string[] = [];
  let title = "";
  let isTitle = false;
  const open = (name: string, attributes: XmlAttributes) => {
    if (name === "title" && title.trim() === "") isTitle = true;
    else if (name === "item" && isPage(attributes)) hrefs.set(attributes.id ?? "", attributes.href ?? "");
    else if (name === "itemref") order.push(attributes.idref ?? "");
  };
  return {
    open,
    close(name) {
      if (name === "title") isTitle = false;
    },
    text(text) {
      if (isTitle && title.length < LONGEST_TITLE) title += text;
    },
    found: () => ({
      title: title.trim() === "" ? null : title.trim(),
      pages: order.flatMap((id) => {
        const href = hrefs.get(id);
        return href === undefined ? [] : [resolvePart(folder, decoded(href))];
      }),
    }),
  };
}

/** Collects the parts that `encryption.xml` names, but for scrambled fonts. */
export function encryptionHandler(): XmlHandler & { found(): ReadonlySet<string> } {
  const parts = new Set<string>();
  let method = "";
  return {
    open(name, attributes) {
      if (name === "EncryptionMethod") method = attributes.Algorithm ?? "";
      else if (name === "CipherReference" && !FONT_SCRAMBLING.has(method)) parts.add(resolvePart("", decoded(attributes.URI ?? "")));
    },
    close() {},
    text() {},
    found: () => parts,
  };
}

function isPage(attributes: XmlAttributes): boolean {
  const isText = /html|dtbook|^text\/x-oeb/.test(attributes["media-type"] ?? "");
  return isText && !/(?:^|\s)nav(?:\s|$)/.test(attributes.properties ?? "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
