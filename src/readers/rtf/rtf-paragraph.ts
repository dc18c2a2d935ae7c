import type { BlockKind } from "../shared/markdown-writer.ts";

/** A paragraph while it is read. `outline` and `itemLevel` count from 0. */
export interface Paragraph {
  text: string;
  style: number | null;
  outline: number | null;
  isItem: boolean;
  itemLevel: number;
  isInTable: boolean;
}

/** A style of the style sheet; its name in lower case. */
export interface RtfStyle {
  readonly name: string;
  readonly outline: number | null;
}

const CODE_NAME = /^(?:source ?code|preformatted text|html preformatted|macro text|code(?: block)?|listing)$/;
/** A bullet that is written as a character, as pandoc does. */
const BULLET = /^\s*[•·▪◦–]\s+/;

/** A paragraph before anything is said of it. */
export function newParagraph(): Paragraph {
  return { text: "", style: null, outline: null, isItem: false, itemLevel: 0, isInTable: false };
}

/** How a paragraph is written: by its own outline level, by its style's level or name, as a list item, or as it is. */
export function roleOf(
  { text, style, outline, isItem, itemLevel }: Paragraph,
  styles: ReadonlyMap<number, RtfStyle>,
): { readonly kind: BlockKind; readonly level: number; readonly text: string } {
  const known = style === null ? undefined : styles.get(style);
  const level = outline ?? known?.outline ?? levelOfName(known?.name ?? "");
  if (level !== null && level >= 0 && level < 9) return { kind: "heading", level: level + 1, text };
  if (CODE_NAME.test(known?.name ?? "")) return { kind: "code", level: 0, text };
  if (isItem) return { kind: "item", level: itemLevel, text };
  const bullet = BULLET.exec(text.slice(0, 20));
  return bullet ? { kind: "item", level: 0, text: text.slice(bullet[0].length) } : { kind: "paragraph", level: 0, text };
}

function levelOfName(name: string): number | null {
  if (name === "title") return 0;
  const level = /^heading ([1-9])\b/.exec(name)?.[1];
  return level === undefined ? null : Number(level) - 1;
}
