/** Lists of attributes in brackets, above blocks and in macros. Source: docs.asciidoctor.org, "Element Attributes". */

/** What the bracket lines above a block say of it. */
export interface BlockAttributes {
  /** First positional attribute without its shorthands: `source`, `quote`, `discrete`; empty where there is none. */
  style: string;
  /** Second positional attribute: a source block's language. */
  language: string;
  id: string | null;
  readonly options: Set<string>;
  readonly named: Map<string, string>;
}

/** A list longer than this is left unread. */
const MAX_LENGTH = 2_000;
const ATTRIBUTE = /[ \t]*(?:([\p{L}\p{N}_-]+)[ \t]*=[ \t]*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,]*))[ \t]*(?:,|$)/gu;

export function noAttributes(): BlockAttributes {
  return { style: "", language: "", id: null, options: new Set(), named: new Map() };
}

/** Adds what a list (without its brackets, attribute references replaced) says; later lists overrule earlier ones. */
export function addAttributes(list: string, attributes: BlockAttributes): void {
  let position = 0;
  for (const { name, value } of attributesOf(list)) {
    if (name === null) {
      position++;
      if (position === 1) addShorthand(value, attributes);
      else if (position === 2 && value !== "") attributes.language = value;
    } else if (name === "id") attributes.id = value;
    else if (name === "options" || name === "opts") for (const option of value.split(",")) attributes.options.add(option.trim());
    else if (name === "language") attributes.language = value;
    else attributes.named.set(name, value);
  }
}

/** The attributes of a list in their order; a positional one has no name. */
export function attributesOf(list: string): { readonly name: string | null; readonly value: string }[] {
  if (list.length > MAX_LENGTH) return [];
  return [...list.matchAll(ATTRIBUTE)]
    .filter((match) => match[0] !== "")
    .map((match) => ({
      name: match[1]?.toLowerCase() ?? null,
      value: (match[2] ?? match[3] ?? match[4] ?? "").replace(/\\(["'])/g, "$1").trim(),
    }));
}

/** `style#id.role%option`. */
function addShorthand(value: string, attributes: BlockAttributes): void {
  const style = /^[^#.%\s]*/.exec(value)?.[0] ?? "";
  if (style !== "") attributes.style = style.toLowerCase();
  for (const [, mark, text = ""] of value.slice(style.length).matchAll(/([#.%])([^#.%\s]+)/g)) {
    if (mark === "#") attributes.id = text;
    else if (mark === "%") attributes.options.add(text);
  }
}
