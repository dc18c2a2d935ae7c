/** `id="x"` and `name="x"` of any tag, also where the tag started in a line above. */
const ATTRIBUTE = /(?<![\w-])(?:id|name)[ \t]?=[ \t]?(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'<>=]{1,200}))/gi;
/** `{#x}`, `{: #x .class}` (kramdown, pandoc, MkDocs, Docusaurus), MDX's comment form, and MyST's `(x)=`. */
const BRACED = /\{(?::|\/\*)?[ \t]{0,4}#([^\s{}*]{1,200})/g;
const MYST_LABEL = /^\(([^()\s]{1,200})\)=\s*$/;
/** Obsidian's block identifier at a line's end. */
const BLOCK_ID = /(?:^|\s)(\^[\w-]{1,60})$/;

/** Adds the anchors that a line of Markdown sets by itself, as written. */
export function collectIds(line: string, ids: Set<string>): void {
  if (line.includes("=")) {
    for (const match of line.matchAll(ATTRIBUTE)) ids.add(match[1] ?? match[2] ?? match[3] ?? "");
    const label = line.startsWith("(") ? MYST_LABEL.exec(line)?.[1] : undefined;
    if (label !== undefined) ids.add(label);
  }
  if (line.includes("{")) for (const match of line.matchAll(BRACED)) ids.add(match[1] ?? "");
  const block = line.includes("^") ? BLOCK_ID.exec(line)?.[1] : undefined;
  if (block !== undefined) ids.add(block);
}
