import type { CheckedDocument, CheckedSet, Entry, Evidence, Rule, RuleOutcome } from "../types.ts";
import { documentAt } from "../util/document-at.ts";
import { entriesLeadingTo } from "../util/entries-leading-to.ts";
import { mentionEvidence } from "../util/index-evidence.ts";
import { areClose, languageNamed, languageOfPath, languageOfTitle, nameOfLanguage } from "../util/language-names.ts";
import { scriptOf } from "../util/script.ts";
import { titleEvidence } from "../util/title-evidence.ts";

/** Documents of known language that a set needs before one of them can stand out. */
const FEWEST_DOCUMENTS = 5;
/** How sure it is, by what names the language. */
const CONFIDENCE = { claim: 0.95, title: 0.92, path: 0.85, "weak path": 0.55, section: 0.85, set: 0.6 } as const;

interface ClaimedLanguage {
  readonly code: string;
  /** As it is written. */
  readonly text: string;
  readonly source: keyof typeof CONFIDENCE;
}

/** A document is in another language than its entry, its name or its section says, or than all other documents of the set. */
export const wrongLanguage: Rule = {
  id: "wrong-language",
  group: "content",
  severity: "warning",
  isPreview: false,
  scope: "entry",
  summary: "A document is in another language than the index says.",
  why: "Another edition or another document stands here, and who builds on the set may not be able to read it.",
  help: "Put the document in the right language in its place, or correct the entry.",
  *check(entry, set): Iterable<RuleOutcome> {
    if (entry.path === null || entriesLeadingTo(entry.path, set)[0] !== entry) return;
    const document = documentAt(entry.path, set);
    const language = document?.signals.language;
    if (!document || !language) return;
    const claimed = claimedLanguage(entry, document, set);
    if (claimed === null) yield* standsOut(entry, document, set);
    else if (!areClose(claimed.code, language)) yield faultOf({ entry, document, set, claimed });
  },
};

function claimedLanguage(entry: Entry, document: CheckedDocument, set: CheckedSet): ClaimedLanguage | null {
  const claim = languageNamed(entry.claims.language ?? "");
  if (claim) return { ...claim, source: "claim" };
  const title = languageOfTitle(entry.title);
  if (title) return { ...title, source: "title" };
  const path = languageOfPath(document.path);
  if (path && isHeldTo(path.code, set)) return { ...path, source: path.isWeak && !hasSibling(path.code, set) ? "weak path" : "path" };
  for (const section of [...entry.sections].reverse()) {
    const named = section.trim().length > 3 || /[^\x20-\x7e]/.test(section) ? languageNamed(section) : null;
    if (named) return { ...named, source: "section" };
  }
  return null;
}

/** What the documents of a set have for languages: counts by the language measured, and by the language that their paths name. */
interface LanguageCounts {
  readonly measured: ReadonlyMap<string, number>;
  /** `measured`: documents at such paths whose language is known; `kept`: those in the language that the path names. */
  readonly byPath: ReadonlyMap<string, { readonly measured: number; readonly kept: number; readonly isSure: boolean }>;
}

const countsOfSets = new WeakMap<CheckedSet, LanguageCounts>();

function languageCounts(set: CheckedSet): LanguageCounts {
  const counts = countsOfSets.get(set) ?? countLanguages(set.documents);
  countsOfSets.set(set, counts);
  return counts;
}

function countLanguages(documents: readonly CheckedDocument[]): LanguageCounts {
  const measured = new Map<string, number>();
  const byPath = new Map<string, { measured: number; kept: number; isSure: boolean }>();
  for (const { path, signals } of documents) {
    const language = signals.language;
    if (language !== null) measured.set(language, (measured.get(language) ?? 0) + 1);
    const named = languageOfPath(path);
    if (named === null) continue;
    const count = byPath.get(named.code) ?? { measured: 0, kept: 0, isSure: false };
    byPath.set(named.code, {
      measured: count.measured + (language === null ? 0 : 1),
      kept: count.kept + (language === named.code ? 1 : 0),
      isSure: count.isSure || !named.isWeak,
    });
  }
  return { measured, byPath };
}

/** Whether paths that name this language mean it: most documents at such paths are in it, or there is one only. */
function isHeldTo(code: string, set: CheckedSet): boolean {
  const { measured = 0, kept = 0 } = languageCounts(set).byPath.get(code) ?? {};
  return measured < 2 || kept * 2 > measured;
}

/** Whether other paths of the set name other languages, as sets of translations do. */
function hasSibling(code: string, set: CheckedSet): boolean {
  return [...languageCounts(set).byPath].some(([other, { isSure }]) => isSure && other !== code);
}

function faultOf(subject: {
  readonly entry: Entry;
  readonly document: CheckedDocument;
  readonly set: CheckedSet;
  readonly claimed: ClaimedLanguage;
}): RuleOutcome {
  const { entry, document, set, claimed } = subject;
  const found = nameOfLanguage(document.signals.language ?? "");
  const expected = nameOfLanguage(claimed.code);
  const says = {
    claim: `the index says ${expected}`,
    title: `the entry's title says ${expected}`,
    path: `its path says ${expected} ("${claimed.text}")`,
    "weak path": `its path seems to say ${expected} ("${claimed.text}")`,
    section: `it is listed under "${claimed.text}"`,
    set: `every other document of the set is in ${expected}`,
  }[claimed.source];
  return {
    type: "fault",
    path: document.path,
    entry,
    confidence: CONFIDENCE[claimed.source],
    message: `${document.path} is written in ${found}, and ${says}.`,
    why: wrongLanguage.why,
    help: `Put the ${expected} document in its place, or correct the entry.`,
    evidence: [mentionEvidence(entry.first, set, "what the index says"), ...textEvidence(document, set)],
    identity: `wrong-language:${document.path}`,
  };
}

/** Headings show the language best; the best title, else the first headings. */
function textEvidence(document: CheckedDocument, set: CheckedSet): Evidence[] {
  const note = `a line in ${nameOfLanguage(document.signals.language ?? "")}`;
  const headings = document.signals.outline?.headings.slice(1, 3) ?? [];
  return [...titleEvidence(document.path, set, note), ...headings.map(({ line, quote }) => ({ path: document.path, line, quote, note }))];
}

/** The only document in another language than the rest. An entry written in the document's own script means it. */
function* standsOut(entry: Entry, document: CheckedDocument, set: CheckedSet): Iterable<RuleOutcome> {
  const { measured } = languageCounts(set);
  const [main] = [...measured].sort((a, b) => b[1] - a[1]);
  const all = [...measured.values()].reduce((sum, count) => sum + count, 0);
  if (!main || all < FEWEST_DOCUMENTS || main[1] !== all - 1) return;
  if (document.signals.language === main[0] || areClose(main[0], document.signals.language ?? "") || isInItsScript(entry, document)) return;
  yield faultOf({ entry, document, set, claimed: { code: main[0], text: nameOfLanguage(main[0]), source: "set" } });
}

function isInItsScript(entry: Entry, { signals }: CheckedDocument): boolean {
  const script = scriptOf(entry.title);
  return script !== "Latin" && script !== null && script === scriptOf(signals.outline?.titles[0]?.text ?? "");
}
