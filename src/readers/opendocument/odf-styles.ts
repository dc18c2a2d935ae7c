import { attributeOf, type XmlAttributes, type XmlHandler } from "../shared/xml.ts";

/** What the styles of an OpenDocument file say of a paragraph or a run of text. */
export interface OdfRole {
  readonly kind: "paragraph" | "title" | "code";
  /** Not shown: `text:display="none"`. */
  readonly isHidden: boolean;
}

interface Style {
  readonly parent: string | null;
  isHidden: boolean;
}

const PLAIN: OdfRole = { kind: "paragraph", isHidden: false };
/** Longest chain of styles that build on one another. */
const LONGEST_CHAIN = 20;
/** Styles of LibreOffice and pandoc for text that keeps its lines. */
const CODE_NAME = /^(?:preformatted text|source ?code|code(?: block)?|listing)$/;

/** Collects the styles of `styles.xml` and of the head of `content.xml`, and tells what they mean. */
export class OdfStyles implements XmlHandler {
  readonly #styles = new Map<string, Style>();
  readonly #roles = new Map<string, OdfRole>();
  #style: Style | null = null;

  open(name: string, attributes: XmlAttributes): void {
    if (name === "style") {
      this.#style = { parent: attributeOf(attributes, "parent-style-name") ?? null, isHidden: false };
      this.#styles.set(attributeOf(attributes, "name") ?? "", this.#style);
    } else if (name === "text-properties" && this.#style) this.#style.isHidden = attributes["text:display"] === "none";
  }

  close(name: string): void {
    if (name === "style") this.#style = null;
  }

  text(): void {}

  /** The role of a style by its name as elements write it. */
  roleOf(name: string): OdfRole {
    const known = this.#roles.get(name);
    if (known) return known;
    const role = this.#resolve(name);
    this.#roles.set(name, role);
    return role;
  }

  #resolve(name: string): OdfRole {
    const names: string[] = [];
    let isHidden = false;
    for (let next: string | null = name; next !== null && names.length < LONGEST_CHAIN; ) {
      names.push(next.replace(/_([0-9a-f]{2})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))).toLowerCase());
      const style: Style | undefined = this.#styles.get(next);
      isHidden ||= style?.isHidden === true;
      next = style?.parent ?? null;
    }
    if (names.includes("title")) return { kind: "title", isHidden };
    if (names.some((one) => CODE_NAME.test(one))) return { kind: "code", isHidden };
    return isHidden ? { kind: "paragraph", isHidden } : PLAIN;
  }
}
