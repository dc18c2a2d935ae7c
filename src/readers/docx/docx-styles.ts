import type { OoxmlPackage } from "../shared/ooxml.ts";
import { attributeOf, type XmlHandler } from "../shared/xml.ts";

/** What a paragraph of a style is. `level`: of headings from 1, of list items from 0. */
export interface StyleRole {
  readonly kind: "paragraph" | "heading" | "item" | "code";
  readonly level: number;
}

interface Style {
  name: string;
  basedOn: string | null;
  outline: number | null;
  itemLevel: number | null;
  isNumbered: boolean;
}

export const PLAIN: StyleRole = { kind: "paragraph", level: 0 };
/** Longest chain of styles that build on one another: Word allows 11. */
const LONGEST_CHAIN = 11;
/** Names of styles for code: pandoc's, LibreOffice's, Word's, and those that templates commonly have. */
const CODE_NAME = /^(?:source ?code|preformatted text|html preformatted|macro text|verbatim|code(?: block)?|listing|code listing)$/;

/** Roles of paragraph styles by their ids: headings by outline level or built-in name (which Word keeps in English), lists by numbering. */
export async function readDocxStyles(pack: OoxmlPackage, part: string | undefined): Promise<ReadonlyMap<string, StyleRole>> {
  const styles = new Map<string, Style>();
  if (part !== undefined) await pack.walk(part, styleHandler(styles), { skip: new Set(["rPr", "tblPr", "tblStylePr", "latentStyles"]) });
  return new Map([...styles.keys()].map((id) => [id, roleOf(id, styles)]));
}

function styleHandler(styles: Map<string, Style>): XmlHandler {
  let style: Style | null = null;
  return {
    open(name, attributes) {
      const value = () => attributeOf(attributes, "val") ?? "";
      if (name === "style") {
        style = { name: "", basedOn: null, outline: null, itemLevel: null, isNumbered: false };
        if (attributeOf(attributes, "type") !== "character") styles.set(attributeOf(attributes, "styleId") ?? "", style);
      } else if (style === null) return;
      else if (name === "name") style.name = value().toLowerCase();
      else if (name === "basedOn") style.basedOn = value();
      else if (name === "outlineLvl") style.outline = numberOf(value());
      else if (name === "ilvl") style.itemLevel = numberOf(value());
      else if (name === "numId") style.isNumbered = value() !== "0";
    },
    close(name) {
      if (name === "style") style = null;
    },
    text() {},
  };
}

function roleOf(id: string, styles: ReadonlyMap<string, Style>): StyleRole {
  let isNumbered = false;
  let level = 0;
  let style = styles.get(id);
  for (let steps = 0; style && steps < LONGEST_CHAIN; steps++) {
    const own = ownRole(style);
    if (own) return own;
    isNumbered ||= style.isNumbered;
    level = Math.max(level, style.itemLevel ?? 0);
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return isNumbered ? { kind: "item", level } : PLAIN;
}

function ownRole({ name, outline }: Style): StyleRole | null {
  if (name === "title") return { kind: "heading", level: 1 };
  if (outline !== null && outline < 9) return { kind: "heading", level: outline + 1 };
  const level = /^heading ([1-9])\b/.exec(name)?.[1];
  if (level !== undefined) return { kind: "heading", level: Number(level) };
  return CODE_NAME.test(name) ? { kind: "code", level: 0 } : null;
}

/** A level as it is written; null where it is none. */
export function numberOf(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}
