/** Passages of a marked-up text that are not shown: comments, styled-away elements, alternative texts and link titles. */

export interface HiddenPassage {
  readonly sort: "hidden-element" | "comment" | "attribute";
  /** Offset of the passage's own text, and that text, at most 4,000 characters of it. */
  readonly at: number;
  readonly text: string;
}

/** Longest passage that is read, in UTF-16 code units, and longest tag. */
const LONGEST_PASSAGE = 4000;
const LONGEST_TAG = 1500;
/** Hidden elements that are read: their texts may overlap, so that a hostile page with a million of them would cost too much. */
const MOST_ELEMENTS = 200;

/** Styles and attributes that keep an element from being seen. */
const HIDING =
  /\bstyle\s{0,3}=\s{0,3}["'][^"']{0,400}?(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}(?:hidden|collapse)|font-size\s{0,3}:\s{0,3}[01](?:px|pt|em|%)?\s{0,3}[;"']|opacity\s{0,3}:\s{0,3}0?\.?0{1,2}[1-5]?\s{0,3}[;"']|(?<!-)color\s{0,3}:\s{0,3}(?:white|#fff(?:fff)?|transparent|rgba?\(255,\s?255,\s?255)|(?:left|top|text-indent|margin-left)\s{0,3}:\s{0,3}-\d{3,6}|(?:max-)?(?:height|width)\s{0,3}:\s{0,3}0(?:px)?\s{0,3}[;"']|clip(?:-path)?\s{0,3}:)|\shidden(?=[\s>=])|\baria-hidden\s{0,3}=\s{0,3}["']?true|<font[^<>]{0,100}\bcolor\s{0,3}=\s{0,3}["']?(?:white|#fff)/i;
/** Words without which no tag hides anything. */
const HIDING_WORDS = /hidden|display\s*:|visibility|font-size|opacity|color|indent|left\s*:|top\s*:|height|width|clip/i;

/** Attributes whose values are read aloud or shown on demand only. */
const ATTRIBUTE =
  /\b(?:alt|title|aria-label|aria-description|content|placeholder|data-[\w-]{1,30})\s{0,3}=\s{0,3}(?:"([^"]{20,4000})"|'([^']{20,4000})')/gi;
/** Markdown's comments by way of a link definition that nothing uses: `[//]: # (text)`, `[comment]: <> "text"`. */
const DEFINITION_COMMENT =
  /^[ ]{0,3}\[(?:\/\/|comment|_|#|ai|llm|note)[^\]\n]{0,40}\]:\s{1,3}(?:#|<>|\/)?\s{0,3}[("'](.{10,4000})[)"']\s{0,10}$/gim;
/** `![alt](file)` and `[label](file "title")`. */
const IMAGE_TEXT = /!\[([^[\]\n]{20,2000})\]/g;
const LINK_TITLE = /\]\([^()\s]{0,500}\s{1,3}"([^"\n]{20,2000})"\)/g;
/** MDX comments. */
const EXPRESSION_COMMENT = /\{\/\*([^*]{10,4000})\*\/\}/g;

/** The hidden passages of a Markdown, HTML or XML text. Linear. */
export function hiddenPassages(text: string): readonly HiddenPassage[] {
  const passages: HiddenPassage[] = [];
  if (text.includes("<")) addTags(text, passages);
  if (text.includes("]:")) addMatches(text, DEFINITION_COMMENT, { sort: "comment", passages });
  if (text.includes("{/*")) addMatches(text, EXPRESSION_COMMENT, { sort: "comment", passages });
  if (text.includes("![")) addMatches(text, IMAGE_TEXT, { sort: "attribute", passages });
  if (text.includes("](")) addMatches(text, LINK_TITLE, { sort: "attribute", passages });
  return passages;
}

function addMatches(
  text: string,
  pattern: RegExp,
  { sort, passages }: { readonly sort: HiddenPassage["sort"]; readonly passages: HiddenPassage[] },
): void {
  for (const match of text.matchAll(pattern)) {
    const inside = match[1] ?? match[2] ?? "";
    passages.push({ sort, at: match.index + match[0].indexOf(inside), text: inside });
  }
}

/** Comments and tags, in one pass from `<` to `<`. */
function addTags(text: string, passages: HiddenPassage[]): void {
  const elements = { count: 0 };
  for (let at = text.indexOf("<"); at >= 0; ) {
    if (text.startsWith("<!--", at)) {
      const end = text.indexOf("-->", at + 4);
      passages.push({
        sort: "comment",
        at: at + 4,
        text: text.slice(at + 4, Math.min(at + 4 + LONGEST_PASSAGE, end < 0 ? text.length : end)),
      });
      if (end < 0) return;
      at = text.indexOf("<", end);
      continue;
    }
    if (/[a-zA-Z]/.test(text[at + 1] ?? "")) addTag(text, at, { passages, elements });
    at = text.indexOf("<", at + 1);
  }
}

interface Scan {
  readonly passages: HiddenPassage[];
  readonly elements: { count: number };
}

function addTag(text: string, at: number, { passages, elements }: Scan): void {
  const end = text.slice(at, at + LONGEST_TAG).indexOf(">");
  if (end < 8) return;
  const tag = text.slice(at, at + end + 1);
  if (tag.includes("=")) {
    for (const match of tag.matchAll(ATTRIBUTE)) {
      const value = match[1] ?? match[2] ?? "";
      passages.push({ sort: "attribute", at: at + match.index + match[0].indexOf(value), text: value });
    }
  }
  if (!HIDING_WORDS.test(tag) || !HIDING.test(tag) || elements.count++ >= MOST_ELEMENTS) return;
  const name = /^<([a-zA-Z][\w-]{0,40})/.exec(tag)?.[1] ?? "";
  const inside = text.slice(at + tag.length, at + tag.length + LONGEST_PASSAGE);
  const close = inside.toLowerCase().indexOf(`</${name.toLowerCase()}`);
  passages.push({
    sort: "hidden-element",
    at: at + tag.length,
    text: (close < 0 ? inside : inside.slice(0, close)).replace(/<[^<>]{0,500}>/g, " "),
  });
}
