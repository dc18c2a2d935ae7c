/** Sphinx's `toctree`: the table of contents that a set's pages are listed in. Source: sphinx/directives/other.py, TocTree.parse_content. */
import type { Span } from "./blocks.ts";
import { type SourceLine, sliceLine } from "./passage.ts";
import type { Directive } from "./rst-directives.ts";
import { isBlankLine } from "./rst-lines.ts";
import type { RstReader } from "./rst-reader.ts";

/** Names that Sphinx makes pages of itself, and the page's own name. */
const GENERATED: ReadonlySet<string> = new Set(["self", "genindex", "modindex", "py-modindex", "search"]);

/** Each entry is an item that is nothing but a path; `:caption:` is a heading above them, one level below the section's own. */
export function readToctree(directive: Directive, reader: RstReader): void {
  const caption = directive.options.get("caption")?.[0];
  const entries = [...directive.head, ...directive.content].filter((line) => isEntry(line));
  const [first] = entries;
  if (!first) return;
  if (caption) {
    const place = reader.place(caption, caption);
    reader.blocks.push({ type: "heading", level: reader.level + 1, content: reader.inline([caption]), place });
  }
  const { line, column } = reader.source.lines.position(first.offset);
  for (const entry of entries) {
    const span = entrySpan(entry, reader);
    const place = reader.place(entry, entry);
    reader.blocks.push({
      type: "item",
      content: { spans: [span], place },
      depth: 0,
      list: `list-${line}-${column}`,
      place,
      isPathOnly: true,
    });
  }
}

function isEntry(line: SourceLine): boolean {
  const text = line.text.trim();
  const target = /<([^<>]*)>$/.exec(text)?.[1] ?? text;
  return !isBlankLine(line) && !GENERATED.has(target.trim()) && !/^(?::[\w-]+:(?:\s|$)|\.\. )/.test(text);
}

/** `Title <path>`, or a path alone. */
function entrySpan(line: SourceLine, reader: RstReader): Span {
  const text = line.text.trimEnd();
  const open = text.endsWith(">") ? text.lastIndexOf("<") : -1;
  const title = open > 0 ? text.slice(0, open).trim() : "";
  if (title === "") return reader.targetSpan("link", sliceLine(line, 0, text.length), text);
  const inner = text.slice(open + 1, -1);
  const from = open + 1 + (inner.length - inner.trimStart().length);
  const target = sliceLine(line, from, Math.max(from, open + 1 + inner.trimEnd().length));
  return { ...reader.targetSpan("link", target, title), place: reader.place(line, line) };
}
