/** Plain words of headings in each markup. Rough on purpose: a heading is one line, and what is left over costs a character, not a word. */

/** Longest source of a heading that is looked at, in characters: bounds what any of the expressions below can cost. */
const LONGEST_SOURCE = 2000;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  mdash: "—",
  ndash: "–",
  hellip: "…",
};

/** Undoes numeric entities and the common named ones; others stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** HTML tags and comments removed, autolinks (`<https://...>`) kept, entities undone. */
export function plainHtml(source: string): string {
  const text = source.slice(0, LONGEST_SOURCE).replace(/<!--(?:[^-]|-(?!->))*-->/g, "");
  return decodeEntities(text.replace(/<(https?:[^<>\s]*)>/g, "$1").replace(/<\/?[a-z][^<>]*>/gi, ""));
}

/** Markdown: images, link targets, emphasis, code marks, tags, footnote marks and trailing attributes removed. */
export function plainMarkdown(source: string): string {
  const text = source.slice(0, LONGEST_SOURCE).replace(/(?<![ \t])[ \t]*\{(?::|\/\*)?\s*[#.][^{}]*\}\s*$/, "");
  if (!/[![\]*_~<&`\\]/.test(text)) return text.trim();
  const escaped = text.replace(/\\([!-/:-@[-`{-~])/g, (_, mark) => hide(String(mark)));
  return plainSpan(hideCode(escaped))
    .replace(/\u0000(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .trim();
}

/** Stands in for characters that must not be read as markup, until the end. */
function hide(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (mark) => `\u0000${mark.charCodeAt(0)};`);
}

function hideCode(text: string): string {
  const parts = text.split(/(`+)/);
  let hidden = "";
  for (let at = 0; at < parts.length; at++) {
    const isCode = at % 2 === 1 && parts[at + 2] === parts[at];
    if (isCode) hidden += hide(parts[at + 1] ?? "");
    else if (at % 2 === 0) hidden += parts[at] ?? "";
    if (isCode) at += 2;
  }
  return hidden;
}

const IMAGE = /!\[[^\][]*\](?:\([^()]*\)|\[[^\][]*\])/g;
const LINK = /\[([^\][]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\][]*\])/g;

function plainSpan(text: string): string {
  const linked = text
    .replace(IMAGE, "")
    .replace(LINK, "$1")
    .replace(/\[\^[^\][]*\]/g, "")
    .replace(LINK, "$1")
    .replace(/\[([^\][]*)\]/g, "$1");
  return plainHtml(linked)
    .replace(/\*+|~~/g, "")
    .replace(/(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, "");
}

/** reStructuredText: roles, references, substitutions and inline marks removed. */
export function plainRst(source: string): string {
  return source
    .slice(0, LONGEST_SOURCE)
    .replace(/:[\w.+-]+:(?=`)/g, "")
    .replace(/`+([^`<]*)(?:<[^`<>]*>)?`+_{0,2}/g, "$1")
    .replace(/\*+|\|(?=\S)|(?<=\S)\|_{0,2}/g, "")
    .replace(/\\(.)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** AsciiDoc: macros, cross references, anchors and inline marks removed. */
export function plainAsciidoc(source: string): string {
  return plainHtml(source)
    .replace(/\[\[[^\][]*\]\]|\[#[^\][]*\]/g, "")
    .replace(/(?:link|xref|https?):[^\s[\]]*\[([^\][]*)\]/g, "$1")
    .replace(/(?:image|anchor):{1,2}[^\s[\]]*\[[^\][]*\]/g, "")
    .replace(/[*`+]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
    .trim();
}

/** MediaWiki: links, templates, tags and quotes for bold removed. */
export function plainMediawiki(source: string): string {
  return plainHtml(source)
    .replace(/\[\[(?:[^\][|]*\|)?([^\][|]*)\]\]/g, "$1")
    .replace(/\[https?:[^\s\]]*\s?([^\][]*)\]/g, "$1")
    .replace(/\{\{[^{}]*\}\}|'{2,}/g, "")
    .trim();
}

/** LaTeX: commands removed, their arguments and the letters behind accents kept. */
export function plainLatex(source: string): string {
  return source
    .slice(0, LONGEST_SOURCE)
    .replace(/\\(?:thanks|footnote|label|vspace|hspace|cite\w*|ref)\*?\{[^{}]*\}/g, "")
    .replace(/\\(?:\\|newline\b)(?:\[[^\][]*\])?|~/g, " ")
    .replace(/\\([&%$#_{}])/g, "$1")
    .replace(/\\(?:["'`^~=.]|[cvHkuro](?![A-Za-z]))\s*\{?([A-Za-z])\}?/g, "$1")
    .replace(/\\[A-Za-z]+\*?(?:\[[^\][]*\])?\s*/g, "")
    .replace(/[{}]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
