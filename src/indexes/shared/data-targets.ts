/** Targets that stand in a field: names that are no URL references, and cells that hold several. */
import { isFilePath, isFolderPath, isUrl } from "../../util/path-shape.ts";

/** A piece of a field; offsets count from the field's start. */
export interface TargetPiece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A file's name as a target. Targets are read as URL references, in which `%41` is a letter, and `#` and `?` end the path; a list of bare names
 * knows nothing of that. A name in which that makes a difference is percent-escaped (RFC 3986, section 2.1), any other stays as it is.
 */
export function literalTarget(name: string): string {
  const isPlain = !/[#?\\]|^\s|\s$/.test(name) && !isUrl(name) && !hasEscape(name);
  return isPlain ? name : name.replace(/[%#?\\:]|^\s+|\s+$/gu, (mark) => encodeURIComponent(mark));
}

function hasEscape(name: string): boolean {
  if (!name.includes("%")) return false;
  try {
    return decodeURIComponent(name) !== name;
  } catch {
    return false;
  }
}

/** Whether a text is nothing but a path with a known extension, or a folder's. A mail address (`desk@harbour.org`) is none. */
export function isTargetShaped(text: string): boolean {
  return (isFilePath(text) && !/^[^\s/]+@[\w-]+\.[\w.-]+$/.test(text)) || isFolderPath(text);
}

const SEPARATORS: readonly RegExp[] = [/\r?\n/g, /;/g, /\|/g, /,/g];

/** The targets of a field: several where a separator parts it into nothing but paths and URLs (`a.md; b.md`), else the whole field without blanks around it. */
export function splitTargets(field: string): TargetPiece[] {
  for (const separator of SEPARATORS) {
    const pieces = cut(field, separator);
    const isList = pieces.length > 1 && pieces.every(({ text }) => isTargetShaped(text) || isUrl(text));
    if (isList) return pieces;
  }
  const whole = trimmed(field, 0, field.length);
  return whole.text === "" ? [] : [whole];
}

function cut(field: string, separator: RegExp): TargetPiece[] {
  const ends = [...field.matchAll(separator)].map((match) => ({ at: match.index, length: match[0].length }));
  if (ends.length === 0) return [];
  let from = 0;
  const pieces: TargetPiece[] = [];
  for (const { at, length } of [...ends, { at: field.length, length: 0 }]) {
    pieces.push(trimmed(field, from, at));
    from = at + length;
  }
  return pieces.filter(({ text }) => text !== "");
}

function trimmed(field: string, from: number, to: number): TargetPiece {
  const text = field.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const clean = text.trim();
  return { text: clean, from: start, to: start + clean.length };
}
