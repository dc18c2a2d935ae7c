import type { CheckedDocument, HiddenTextSignal, Rule, RuleOutcome } from "../types.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";

const HELP = {
  tags: "Delete the tag characters, and ask where the file came from.",
  "variation-selectors": "Delete the variation selectors that follow one another, and ask where the file came from.",
  "zero-width": "Delete the zero-width characters.",
  bidi: "Delete the direction characters, or close each one on its line.",
  "hidden-element": "Read what the element says, and delete it or show it.",
  comment: "Read what the comment says, and delete it if it does not belong to the document.",
  attribute: "Read what the text says, and replace it by one that describes the picture or link.",
} satisfies Readonly<Record<HiddenTextSignal["sort"], string>>;

/** Confidence of an example in a text about such attacks, and of notes in files that are written for a model: under 0.5, so that they are infos. */
const EXAMPLE_CONFIDENCE = 0.3;
/** Files that are instructions to a model: that their comments speak to one is no wonder. */
const MODEL_FILE =
  /(?:^|\/)(?:agents?|claude|gemini|copilot-instructions|skill|system[-_]?prompt|llms(?:-full)?|\.cursorrules)(?:[-_.]\w+)*$|(?:^|\/)(?:prompts?|\.claude|\.cursor|skills)\//i;

/** A document holds something that a person does not see and a language model does. */
export const hiddenText: Rule = {
  id: "hidden-text",
  group: "content",
  severity: "warning",
  isPreview: false,
  scope: "document",
  summary: "A document holds text that a person does not see and a language model does.",
  why: "A language model that is given the document reads and may obey what no reviewer has seen.",
  help: "Delete what is hidden, and ask where the file came from.",
  *check(document, set): Iterable<RuleOutcome> {
    const entry = entriesLeadingTo(document.path, set)[0];
    for (const signal of document.signals.hiddenText) {
      const first = signal.evidence[0];
      yield {
        type: "fault",
        path: document.path,
        ...(first ? { place: { line: first.line, column: 1, end: { line: first.line, column: 1 } } } : {}),
        ...(entry ? { entry } : {}),
        confidence: confidenceOf(document, signal),
        message: messageOf(document, signal),
        why: hiddenText.why,
        help: HELP[signal.sort],
        evidence: signal.evidence.map(({ line, quote }) => ({ path: document.path, line, quote, note: "hidden here" })),
        identity: `hidden:${document.path}:${signal.sort}`,
      };
    }
  },
};

function messageOf({ path }: CheckedDocument, { count, note, evidence, isExample }: HiddenTextSignal): string {
  const places =
    count === 1
      ? `on line ${evidence[0]?.line ?? 1}`
      : `in ${count.toLocaleString("en")} places, the first on line ${evidence[0]?.line ?? 1}`;
  return `${path} holds ${note}, ${places}${isExample ? "; it seems to be an example" : ""}.`;
}

function confidenceOf({ path }: CheckedDocument, { confidence, isExample, sort }: HiddenTextSignal): number {
  const isMeant = MODEL_FILE.test(path) && (sort === "comment" || sort === "attribute" || sort === "hidden-element");
  return isExample || isMeant ? EXAMPLE_CONFIDENCE : confidence;
}
