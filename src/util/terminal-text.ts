/** Text from documents, paths and indexes on its way to a terminal: made safe to show, and measured in columns. */

/** What needs neither escaping nor measuring. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * Characters that steer a terminal or are not seen: controls, format characters (bidi overrides, zero-width joiners, tags), line and
 * paragraph separators, lone surrogates, and what Unicode says is shown as nothing (UAX #44, Default_Ignorable_Code_Point).
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Marks on one letter after the fourth: no script needs more, and a pile of them covers the lines above. */
const PILED_MARK = /(?<=[\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]/gu;

/** A pictograph with what only asks for its coloured or joined shape (UTS #51). What the terminal shows without these is the same signs. */
const EMOJI_SHAPE =
  /(\p{Extended_Pictographic}\p{Emoji_Modifier}?)[\ufe0e\ufe0f]?(?:\u200d(?=\p{Extended_Pictographic}))?|(?<=[0-9#*])\ufe0f(?=\u20e3)/gu;

/**
 * A text as it can be shown on one line of a terminal: control characters as `\x1b`, line ends as `\n`, a tab as four blanks, invisible and
 * direction-changing characters as `<U+202E>`. What is left moves no cursor and hides nothing.
 */
export function escapeForTerminal(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.replaceAll("\t", "    ").replace(EMOJI_SHAPE, "$1").replace(UNSAFE, escapeOne).replace(PILED_MARK, codePoint);
}

/** The same characters as JSON escapes (`\u202e`), in a text that is JSON already: what it means stays the same. */
export function escapeJsonText(json: string): string {
  return json.replace(UNSAFE, (char) =>
    char === "\n" ? char : [...Array(char.length).keys()].map((at) => `\\u${hex(char.charCodeAt(at), 4)}`).join(""),
  );
}

function escapeOne(char: string): string {
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  const code = char.codePointAt(0) ?? 0;
  return code < 0x100 && code !== 0xad ? `\\x${hex(code, 2)}` : codePoint(char);
}

function codePoint(char: string): string {
  return `<U+${hex(char.codePointAt(0) ?? 0, 4).toUpperCase()}>`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

/** Two columns each: East Asian Wide and Fullwidth (UAX #11, Unicode 17, unassigned gaps closed) and emoji that are shown as pictures. */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18df2}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;
/** Flags are pairs of these: two columns a pair. */
const REGIONAL_INDICATOR = /[\u{1f1e6}-\u{1f1ff}]/u;
const COMBINING = /[\p{Mn}\p{Me}\u1160-\u11ff]/u;

/** Columns that one character (code point) of an escaped text takes: 0, 1 or 2. */
export function characterWidth(char: string): 0 | 1 | 2 {
  if (char.length === 1 && char < "\u0300") return 1;
  if (COMBINING.test(char)) return 0;
  return WIDE.test(char) && !REGIONAL_INDICATOR.test(char) ? 2 : 1;
}

/** Columns that an escaped text takes. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += characterWidth(char);
  return width;
}

/** As much of an escaped text as fits into a number of columns, `mark` at its end where something was cut. */
export function cutToWidth(text: string, columns: number, mark: string): string {
  if (displayWidth(text) <= columns) return text;
  return takeColumns(text, columns - displayWidth(mark)) + mark;
}

/** The longest start of an escaped text that fits into a number of columns, marks kept with their letter. */
export function takeColumns(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const char of text) {
    width += characterWidth(char);
    if (width > columns) break;
    end += char.length;
  }
  return text.slice(0, end);
}

/** An escaped text filled with blanks up to a number of columns. */
export function padToWidth(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}
