/**
 * The lines of a text, without line ends. `\n`, `\r\n` and a lone `\r` end a line; the last line needs none, so `"a\n"` is one line and
 * `""` is none.
 */
export function splitLines(text: string): string[] {
  const lines = text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
