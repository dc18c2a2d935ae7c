import { characterWidth, displayWidth, takeColumns } from "./terminal-text.ts";

/** Closing signs of East Asian text that begin no line (JIS X 4051, the common ones). */
const NO_LINE_START = "、。，．：；！？」』】〉》〕）］｝ー々";

/** A part of a text that stays on one line. */
interface Piece {
  readonly text: string;
  readonly width: number;
  /** A blank stands before it, unless a line begins with it. */
  readonly isSpaced: boolean;
}

/**
 * Breaks an escaped text into lines of at most `columns` columns: at blanks, between wide characters, after `/` in what is longer than a line, and
 * anywhere where nothing else helps. Runs of blanks become one. An empty text is one empty line.
 */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const piece of piecesOf(text, Math.max(2, columns))) {
    const gap = piece.isSpaced && line !== "" ? " " : "";
    if (line !== "" && width + gap.length + piece.width > columns) {
      lines.push(line);
      line = piece.text;
      width = piece.width;
    } else {
      line += gap + piece.text;
      width += gap.length + piece.width;
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

function piecesOf(text: string, columns: number): Piece[] {
  const words = text.split(" ").filter((word) => word !== "");
  return words.flatMap((word) => partsOf(word, columns).map((part, at) => ({ text: part, width: displayWidth(part), isSpaced: at === 0 })));
}

function partsOf(word: string, columns: number): string[] {
  const parts = /[\u1100-\u{10ffff}]/u.test(word) ? wideParts(word) : [word];
  return parts.flatMap((part) => (displayWidth(part) <= columns ? [part] : longParts(part, columns)));
}

/** Every wide character is a part of its own, with the closing signs and marks that follow it. */
function wideParts(word: string): string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const char of word) {
    const width = characterWidth(char);
    const last = parts.at(-1);
    const joins = last !== undefined && (width === 0 || NO_LINE_START.includes(char) || (width === 1 && isOpen));
    if (joins) parts[parts.length - 1] = last + char;
    else parts.push(char);
    if (width > 0 && !NO_LINE_START.includes(char)) isOpen = width === 1;
  }
  return parts;
}

function longParts(word: string, columns: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (displayWidth(rest) > columns) {
    const head = takeColumns(rest, columns);
    const slash = head.lastIndexOf("/") + 1;
    const taken = slash * 2 >= columns ? slash : head.length || rest.length;
    parts.push(rest.slice(0, taken));
    rest = rest.slice(taken);
  }
  return rest === "" ? parts : [...parts, rest];
}
