import type { CheckedDocument, GarbledSignal, Rule, RuleOutcome } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";

const HELP = {
  mojibake: "Save the document again as UTF-8 from its source, or undo the wrong reading, and check the lines quoted here.",
  replacement: "Fetch the document again and read it with its own encoding: what was replaced cannot be won back from this file.",
  glyphs:
    "Take the text from another version of the document, or read the PDF by character recognition: its font does not say which letters its glyphs are.",
  shredded: "Take the text from another version of the document, or extract it again with a tool that joins letters.",
} satisfies Readonly<Record<GarbledSignal["sort"], string>>;

const WHAT = {
  mojibake: ["garbled sequence", "garbled sequences"],
  replacement: ["lost character", "lost characters"],
  glyphs: ["letter given as a glyph of an unknown font", "letters given as glyphs of an unknown font"],
  shredded: ["word taken apart into letters", "words taken apart into letters"],
} satisfies Readonly<Record<GarbledSignal["sort"], readonly [string, string]>>;

/** The characters of a document are not those that were written: read with a wrong encoding, lost, or taken apart. */
export const garbledText: Rule = {
  id: "garbled-text",
  group: "files",
  severity: "warning",
  isPreview: false,
  scope: "document",
  summary: "A document's text is garbled: read with a wrong encoding, or damaged by text extraction.",
  why: "Names, numbers and signs are not those that the author wrote, and a search for them finds nothing.",
  help: "Save the document again as UTF-8 from its source.",
  *check(document, set): Iterable<RuleOutcome> {
    const { garbled } = document.signals;
    const problem = document.problems.find(({ kind }) => kind === "undecodable");
    if (garbled === null && problem === undefined) return;
    const entry = entriesLeadingTo(document.path, set)[0];
    const first = garbled?.evidence[0];
    yield {
      type: "fault",
      path: document.path,
      ...(first ? { place: { line: first.line, column: 1, end: { line: first.line, column: first.quote.length + 1 } } } : {}),
      ...(entry ? { entry } : {}),
      confidence: garbled?.confidence ?? 0.9,
      message:
        garbled === null ? `${document.path} cannot be read as text without loss: ${problem?.message}.` : messageOf(document, garbled),
      why: garbledText.why,
      help: garbled === null ? garbledText.help : HELP[garbled.sort],
      evidence: (garbled?.evidence ?? []).map(({ line, quote, reading }) => ({
        path: document.path,
        line,
        quote,
        note: reading === null || reading === quote ? "garbled" : `should read: ${reading}`,
      })),
      identity: `garbled:${document.path}`,
    };
  },
};

function messageOf({ path }: CheckedDocument, { sort, count, cause }: GarbledSignal): string {
  const [one, many] = WHAT[sort];
  return `${path} has ${count.toLocaleString("en")} ${count === 1 ? one : many}${cause === null ? "" : `: ${cause}`}.`;
}
