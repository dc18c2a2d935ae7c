import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { parseMarkdownBlocks } from "../../../src/indexes/shared/markdown-blocks.ts";
import { spansOf } from "../place-faults.ts";

/** A pseudo-random choice that is the same in every run (Numerical Recipes' linear congruence). */
function chooser(seed: number) {
  let state = seed;
  return <T>(values: readonly T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)] as T;
  };
}

const PIECES = [
  ...'a|b c|*|**|_|__|~~|~|`|``|[|]|(|)|![|](x.md)|](<y z.md>)|](u.md "t")|[r]|[r][]|[^1]|<https://e.com/a>|\\[|\\]|\\`|\\*|&amp;|<b>|</b>|[l](m.md)'.split(
    "|",
  ),
  ..."![i](j.png)|[[k](n.md)](o.md)|[`c`](d.md)|`[e](f.md)`|**[g](h.md)**| |é|“|—|中|😀|:|'".split("|"),
];
const STARTS = ["", "", "- ", "1. ", "> ", "# ", "* [ ] ", "> - "];

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly identifier?: string;
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
  readonly children?: readonly Node[];
}

/** Links and images of a text as mdast has them: `type line:column target`. */
function expected(text: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const target = node.type.endsWith("Reference") && node.type !== "footnoteReference" ? "r.md" : node.url;
    const at = node.position?.start;
    if (/^(?:link|image)/.test(node.type) && at) found.push(`${node.type.replace("Reference", "")} ${at.line}:${at.column} ${target}`);
    for (const child of node.children ?? []) visit(child);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
  return found.sort();
}

async function found(text: string): Promise<string[]> {
  const spans = spansOf((await parseMarkdownBlocks(text)).blocks).filter(({ type }) => type === "link" || type === "image");
  return spans.map(({ type, place, target }) => `${type} ${place.line}:${place.column} ${target}`).sort();
}

describe("links and images", () => {
  it("are those that mdast finds, at the same places, in 2,000 texts of nasty pieces", async () => {
    const choose = chooser(20_261_125);
    for (let run = 0; run < 2_000; run++) {
      let text = "";
      for (let line = choose([1, 2, 3]); line > 0; line--) {
        text += choose(STARTS);
        for (let piece = choose([1, 2, 3, 4, 5, 6]); piece > 0; piece--) text += choose(PIECES);
        text += "\n\n";
      }
      // micromark takes "[r][" for no shortcut reference where no label follows; the specification does.
      if (/\[r\]\[(?!r?\])/.test(text)) continue;
      const full = `${text}[r]: r.md\n`;
      expect(await found(full), JSON.stringify(full)).toEqual(expected(full));
    }
  });
});
