import type { Place } from "../../types.ts";
import type { LineMap } from "../../util/line-map.ts";
import type { Span } from "./blocks.ts";
import { HtmlSpans } from "./html-inline.ts";
import { scanHtml } from "./html-scan.ts";

/**
 * The links and images of a piece of HTML that stands at an offset of the text that `lines` maps: `<a href>` with its label, `<img src>`
 * with its alternative text (an image in a link follows the link, whose label it is where there is no other). `isStruck` and `isStrong`
 * from the elements around. Comments, CDATA, scripts and styles hold none. A link without end ends with its container. Never throws; linear.
 */
export function htmlReferences(source: string, offset: number, lines: LineMap): Span[] {
  return htmlSpans(source, (from, to) => lines.place(offset + from, offset + to)).filter(
    (span) => span.type === "link" || span.type === "image",
  );
}

/** All spans of a piece of HTML, its texts included; `place` says where a range of it stands in the file. Block elements are passed over. */
export function htmlSpans(source: string, place: (from: number, to: number) => Place): Span[] {
  const spans = new HtmlSpans(source, place);
  for (const token of scanHtml(source)) spans.add(token);
  return spans.take().spans;
}
