import type { Entry, PlaceholderSignal, Rule, RuleOutcome } from "../types.ts";
import { isCompanion } from "../util/companions.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";

const NAMES = {
  stub: "a stub: it says that it is still to be written",
  filler: "filler text",
  template: "a template that nobody filled in",
  headings: "headings with nothing below them",
  "app-shell": "the shell of a web application, which shows nothing until its scripts run",
} satisfies Readonly<Record<PlaceholderSignal["sort"], string>>;

const HELP = {
  stub: "Write the document, or mark its entry as planned until it is written.",
  filler: "Put the document's own text in its place.",
  template: "Fill the template in, or say in the index that it is one.",
  headings: "Write the sections, or mark the entry as planned until they are written.",
  "app-shell": "Open the page in a browser, and save what it shows, or the document that it leads to.",
} satisfies Readonly<Record<PlaceholderSignal["sort"], string>>;

/** Files that are templates by their name: `_TEMPLATE.md`, `0000-template.md`, `cep-0000.md`, `HIP-XXXX.md`; not `0013-get-block-template.md`. */
const TEMPLATE_NAME = /^(?!.*(?:^|\/)0{0,4}[1-9]\d{0,4}[-_])(?:.*[/_.-])?templates?(?=[-_./]|$)|(?:^|[/_-])(?:0{3,}|x{4,})(?=[-_.]|$)/i;
const TEMPLATE_WORDS =
  /\b(?:templates?|boilerplate|skeletons?|scaffold|stubs?|vorlage|modèle|gabarit|plantilla|modelo|modello|sjabloon)\b|шаблон|模板|模版|样板|テンプレート|ひな形|템플릿/iu;
const TEMPLATE_DESCRIPTION = /\btemplates? (?:for|to|of)\b|^(?:an? |the )?(?:\w+ ){0,2}template\b/i;
/** A status, or a remark of the entry, by which the document is still to come. */
const PLANNED =
  /^(?:planned|to[- ]?do|tbd|wip|work in progress|not (?:yet )?(?:written|started)|stub|outline(?: only)?|geplant|à venir|pendiente|planejado|待写|计划中|予定)(?![\p{L}\p{N}])/iu;
const REMARK = /[([{]\s{0,2}([^()[\]{}]{3,40})[)\]}]/g;

/** A document was never written: a stub, filler text, a template left empty, headings alone, or the shell of a web application. */
export const placeholder: Rule = {
  id: "placeholder",
  group: "content",
  severity: "warning",
  isPreview: false,
  scope: "document",
  summary: "A document was never written: a stub, filler text, or a template left empty.",
  why: "The index promises a document, and what stands there says nothing that can be built on.",
  help: "Write the document, or mark its entry as planned until it is written.",
  *check(document, set): Iterable<RuleOutcome> {
    const { placeholder: signal, errorPage, pointer, redirect } = document.signals;
    if (signal === null || errorPage !== null || pointer !== null || redirect !== null || TEMPLATE_NAME.test(document.path)) return;
    const entries = entriesLeadingTo(document.path, set);
    if (entries.some(meansTemplate) || (entries.length === 0 && isCompanion(document.path))) return;
    const entry = entries[0];
    const [first] = signal.evidence;
    const isUnlisted = entry === undefined && set.indexes.length > 0;
    const expected = entry ? ` where the index lists "${entry.title}"` : "";
    yield {
      type: "fault",
      path: document.path,
      ...(first ? { place: { line: first.line, column: 1, end: { line: first.line, column: first.quote.length + 1 } } } : {}),
      ...(entry ? { entry } : {}),
      ...(isUnlisted ? { severity: "info" as const } : {}),
      confidence: signal.confidence,
      message: `${document.path} is ${NAMES[signal.sort]}${expected}.`,
      why: placeholder.why,
      help: HELP[signal.sort],
      evidence: [
        ...signal.evidence.map(({ line, quote, note }) => ({ path: document.path, line, quote, note })),
        ...(entry ? [mentionEvidence(entry.first, set, "what the index says stands there")] : []),
      ],
      identity: `placeholder:${document.path}`,
    };
  },
};

/** Whether an entry says that a template, or a document that is still to be written, is what stands there. */
function meansTemplate({ title, claims, sections, first }: Entry): boolean {
  if (
    TEMPLATE_WORDS.test([title, claims.kind ?? "", sections.at(-1) ?? ""].join(" ")) ||
    TEMPLATE_DESCRIPTION.test(claims.description ?? "")
  )
    return true;
  const remarks = [...first.mention.rowText.slice(0, 2000).matchAll(REMARK)].map(([, remark = ""]) => remark.trim());
  return [claims.status ?? "", ...remarks].some((said) => PLANNED.test(said));
}
