/** What the end of a Markdown paragraph leaves open, and whether a line ends as sentences do. */

/** What ends a sentence, and what may follow it: quotes, brackets, emphasis, footnote marks, emoji. */
export const SENTENCE_END = /[.!?…。！？．｡؟।](?:[\])}"'”’»›*_~`」』）】>\s]|\p{Emoji_Presentation}|\ufe0f|\[\^?\w{1,20}\])*$/u;

/** A code span, link, bracket or tag that the end of the paragraph leaves open. */
export function hasOpenMarkup(tail: string): boolean {
  const withoutSpans = withoutCode(tail);
  if (withoutSpans === null) return true;
  if (
    /\]\([^()\s]{0,1000}$|\]\([^()\s]{0,500}\([^()\s]{0,500}\)?[^()\s]{0,500}$|<(?:https?:[^<>\s]{0,500}|\/?(?:[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?)?|!-{0,2})$/i.test(
      withoutSpans,
    )
  )
    return true;
  if (SENTENCE_END.test(tail.trimEnd())) return false;
  return opens(withoutSpans, "(", ")") || opens(withoutSpans, "[", "]") || opens(withoutSpans, "“", "”") || isOddEmphasis(withoutSpans);
}

/** The text without its code spans; null where one is open at the end. */
function withoutCode(text: string): string | null {
  let out = "";
  for (let at = 0; ; ) {
    const open = text.indexOf("`", at);
    if (open < 0) return out + text.slice(at);
    let length = 1;
    while (text[open + length] === "`") length++;
    const close = closingRun(text, open + length, length);
    if (close < 0) return null;
    out += `${text.slice(at, open)}x`;
    at = close + length;
  }
}

function closingRun(text: string, from: number, length: number): number {
  for (let at = text.indexOf("`", from); at >= 0; ) {
    let end = at;
    while (text[end] === "`") end++;
    if (end - at === length) return at;
    at = text.indexOf("`", end);
  }
  return -1;
}

/** Whether the last opening bracket has no closing one after it. */
function opens(text: string, opening: string, closing: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === opening) depth++;
    else if (char === closing && depth > 0) depth--;
  }
  return depth > 0;
}

function isOddEmphasis(text: string): boolean {
  return (text.match(/\*\*(?!\s)|(?<=\S)\*\*/g)?.length ?? 0) % 2 === 1;
}
